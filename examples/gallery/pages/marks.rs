//! What is looked at: chips, avatars, progress, keys, check boxes, icons.

use super::{Cx, Page, case, row_of_cases, section};
use eframe::egui::{Role, Ui, WidgetInfo};
use tansiq::widgets::{Chip, Icon, Tone, UiExt, avatar, check_box, key_cap, progress_bar};

/// The page.
#[derive(Default)]
pub struct Marks {
    is_checked: bool,
}

const TONES: [(Tone, &str); 6] = [
    (Tone::Neutral, "neutral"),
    (Tone::Green, "green"),
    (Tone::Blue, "blue"),
    (Tone::Lavender, "lavender"),
    (Tone::Amber, "amber"),
    (Tone::Red, "red"),
];

const ICONS: [Icon; 22] = [
    Icon::Check,
    Icon::Plus,
    Icon::Close,
    Icon::Search,
    Icon::Down,
    Icon::Up,
    Icon::Back,
    Icon::Forward,
    Icon::FarBack,
    Icon::FarForward,
    Icon::Menu,
    Icon::Dots,
    Icon::Calendar,
    Icon::Clock,
    Icon::Warning,
    Icon::Dot,
    Icon::Ring,
    Icon::Undo,
    Icon::Folder,
    Icon::Edit,
    Icon::Trash,
    Icon::Document,
];

impl Page for Marks {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        section(ui, words.get("chips"), |ui| {
            row_of_cases(ui, |ui| {
                for (tone, key) in TONES {
                    case(ui, words.get(key), 110.0, |ui| ui.add(Chip::new(words.get(key), tone)));
                }
            });
            row_of_cases(ui, |ui| {
                case(ui, words.get("with-icon"), 110.0, |ui| {
                    ui.add(Chip::new(words.get("done"), Tone::Green).icon(Icon::Check))
                });
                case(ui, words.get("clickable"), 110.0, |ui| {
                    ui.add(Chip::new(words.get("filter"), Tone::Neutral).clickable().selected(false))
                });
                case(ui, words.get("selected"), 110.0, |ui| {
                    ui.add(Chip::new(words.get("filter-chosen"), Tone::Green).clickable().selected(true))
                });
                case(ui, words.get("menu"), 110.0, |ui| {
                    ui.add(Chip::new(words.get("under-study"), Tone::Amber).menu(words.get("status")))
                });
                case(ui, words.get("long"), 110.0, |ui| ui.add(Chip::new(words.get("long-words"), Tone::Blue)));
            });
        });
        section(ui, words.get("avatars"), |ui| {
            ui.row(|ui| {
                for (letters, name) in words.list("letters").iter().zip(words.list("people")) {
                    // No name stands beside these.
                    let mark = avatar(ui, letters, 32.0);
                    mark.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
                }
            });
        });
        section(ui, words.get("progress"), |ui| {
            row_of_cases(ui, |ui| {
                for percent in [0, 1, 50, 99, 100] {
                    let name = tansiq::arabic::percent(percent, cx.tr.digits());
                    case(ui, &name, 140.0, |ui| progress_bar(ui, &name, percent, 140.0));
                }
            });
        });
        section(ui, words.get("checks"), |ui| {
            row_of_cases(ui, |ui| {
                case(ui, words.get("try"), 110.0, |ui| {
                    self.is_checked ^= check_box(ui, words.get("try"), self.is_checked).clicked();
                });
                case(ui, words.get("empty"), 110.0, |ui| check_box(ui, words.get("empty"), false));
                case(ui, words.get("full"), 110.0, |ui| check_box(ui, words.get("full"), true));
            });
        });
        section(ui, words.get("key-caps"), |ui| {
            ui.row(|ui| {
                for key in words.list("key-names") {
                    key_cap(ui, &key);
                }
            });
        });
        section(ui, words.get("icons"), |ui| {
            ui.row(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                let ink = ui.tokens().ink_soft;
                for icon in ICONS {
                    icon.show(ui, 16.0, ink);
                }
            });
        });
    }
}
