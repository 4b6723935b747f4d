//! «الإعدادات»: how the program is shown, what stands at the head of its documents, the lists it offers, its words and its
//! numbers. A change holds at once.

mod labels;
mod lists;
mod writing;

use super::{Ask, Choice, Cx, Route, Screen};
use crate::arabic::percent;
use crate::calendar::Calendars;
use crate::domain::{DensityChoice, ThemeChoice};
use crate::store::{Changes, Reply};
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, Field, FieldOutput, Icon, Line, Tone, UiExt, page_heading, pick_list, section_heading};
use crate::widgets::{Tab, Tabs, TextArea, TextSize, scroll_page};
use egui::{Frame, Key, Margin, Ui};

/// A text being changed; it goes to the store when one leaves its field.
#[derive(Default)]
struct TextDraft {
    text: String,
    is_open: bool,
}

impl TextDraft {
    /// What is shown: what is being typed, or what the store holds.
    fn shown(&mut self, stored: &str) -> &mut String {
        if !self.is_open {
            stored.clone_into(&mut self.text);
        }
        &mut self.text
    }

    /// What the store holds is shown again.
    const fn restore(&mut self) {
        self.is_open = false;
    }

    /// Was its field left, or Enter pressed in it? Escape leaves it too, and brings back what the store holds.
    fn is_left(&mut self, ui: &Ui, output: &FieldOutput) -> bool {
        self.is_open |= output.changed;
        let is_left = output.response.lost_focus();
        if is_left && ui.input(|input| input.key_pressed(Key::Escape)) {
            self.restore();
            return false;
        }
        is_left || output.submitted
    }

    /// What is to be stored, once.
    fn take(&mut self, stored: &str) -> Option<String> {
        (std::mem::take(&mut self.is_open) && self.text != stored).then(|| self.text.clone())
    }
}

/// The screen.
#[derive(Default)]
pub struct SettingsScreen {
    tab: usize,
    coordinator: TextDraft,
    letterhead: TextDraft,
    lists: lists::ListsPage,
    labels: labels::LabelsPage,
    writing: writing::WritingPage,
}

const WIDTH: f32 = 460.0;
/// Above a field.
const LABEL_ROOM: f32 = 22.0;

impl SettingsScreen {
    fn shown_ui(ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        section_heading(ui, &tr!(tr, "settings-shown"));
        // Each language is named in itself, so that nobody is locked out of their own.
        let languages = [tr!(tr, "language-ar"), tr!(tr, "language-en")];
        let digits = [tr!(tr, "settings-digits-latin"), tr!(tr, "settings-digits-arabic")];
        let gap = ui.metrics().medium;
        let width = (ui.available_width().min(WIDTH) - gap) / 2.0;
        ui.row_of(ui.metrics().control + LABEL_ROOM, |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let at = usize::from(!tr.is_rtl());
            if let Some(chosen) = pick_list(ui, &tr!(tr, "settings-language"), Some(at), &languages, width) {
                cx.configure("language", if chosen == 1 { "en" } else { "ar" });
            }
            let at = usize::from(cx.settings.digits == crate::arabic::Digits::ArabicIndic);
            if let Some(chosen) = pick_list(ui, &tr!(tr, "settings-digits"), Some(at), &digits, width) {
                cx.configure("digits", if chosen == 1 { "arabic-indic" } else { "latin" });
            }
        });
        Self::look_ui(ui, cx);
        let choices = [
            (Calendars::HijriFirst, "hijri-first"),
            (Calendars::GregorianFirst, "gregorian-first"),
            (Calendars::Hijri, "hijri"),
            (Calendars::Gregorian, "gregorian"),
        ];
        let words = choices.map(|(_, code)| tr!(tr, &format!("settings-calendars-{code}")));
        let at = choices.iter().position(|(calendars, _)| *calendars == cx.settings.calendars);
        let chosen = pick_list(ui, &tr!(tr, "settings-calendars"), at, &words, WIDTH);
        if let Some((_, code)) = chosen.and_then(|chosen| choices.get(chosen)) {
            cx.configure("calendars", *code);
        }
        let sample = cx.today.long(tr, cx.settings.calendars);
        let weak = ui.tokens().ink_weak;
        ui.add(Label::new(tr!(tr, "settings-sample", date = sample)).size(12.0).color(weak));
    }

    /// Colours, room and size, beside each other.
    fn look_ui(ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let gap = ui.metrics().medium;
        let width = (ui.available_width().min(WIDTH) - 2.0 * gap) / 3.0;
        ui.row_of(ui.metrics().control + LABEL_ROOM, |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let words = ThemeChoice::ALL.map(|choice| tr!(tr, &format!("settings-theme-{}", choice.code())));
            let at = ThemeChoice::ALL.iter().position(|choice| *choice == cx.settings.theme);
            let chosen = pick_list(ui, &tr!(tr, "settings-theme"), at, &words, width);
            if let Some(choice) = chosen.and_then(|chosen| ThemeChoice::ALL.get(chosen)) {
                cx.configure("theme", choice.code());
            }
            let words = DensityChoice::ALL.map(|choice| tr!(tr, &format!("settings-density-{}", choice.code())));
            let at = DensityChoice::ALL.iter().position(|choice| *choice == cx.settings.density);
            let chosen = pick_list(ui, &tr!(tr, "settings-density"), at, &words, width);
            if let Some(choice) = chosen.and_then(|chosen| DensityChoice::ALL.get(chosen)) {
                cx.configure("density", choice.code());
            }
            let words = TextSize::STEPS.map(|size| percent(size.percent(), tr.digits()));
            let now = TextSize::new(cx.settings.text_percent.0.into());
            let at = TextSize::STEPS.iter().position(|size| *size == now);
            let chosen = pick_list(ui, &tr!(tr, "settings-text-size"), at, &words, width);
            if let Some(size) = chosen.and_then(|chosen| TextSize::STEPS.get(chosen)) {
                cx.configure("text_size", size.percent().to_string());
            }
        });
    }

    fn documents_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        section_heading(ui, &tr!(tr, "settings-documents"));
        let label = tr!(tr, "settings-coordinator");
        let help = tr!(tr, "settings-coordinator-help");
        let text = self.coordinator.shown(&cx.settings.coordinator);
        let output = Field::new(text, &label).help(Some(&help)).width(WIDTH).show(ui);
        if self.coordinator.is_left(ui, &output) {
            self.send_coordinator(cx);
        }
        let text = self.letterhead.shown(&cx.settings.letterhead);
        let (label, help) = (tr!(tr, "settings-letterhead"), tr!(tr, "settings-letterhead-help"));
        let output = TextArea::new(text, &label).help(Some(&help)).show(ui);
        if self.letterhead.is_left(ui, &output) {
            self.send_letterhead(cx);
        }
        let none = tr!(tr, "settings-logo-none");
        let logo = if cx.settings.logo.is_empty() { &none } else { &cx.settings.logo };
        if place_ui(ui, cx, "settings-logo", logo, !cx.settings.logo.is_empty(), Choice::Logo) {
            cx.configure("logo", "");
        }
    }

    fn places_ui(ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        section_heading(ui, &tr!(tr, "settings-places"));
        let documents = tr!(tr, "settings-export-default");
        let folder = cx.settings.export_folder.clone();
        let shown = if folder.is_empty() { &documents } else { &folder };
        if place_ui(ui, cx, "settings-export-folder", shown, !folder.is_empty(), Choice::ExportFolder) {
            cx.configure("export_folder", "");
        }
        let none = tr!(tr, "settings-backup-none");
        let folder = cx.settings.backup_folder.clone();
        let shown = if folder.is_empty() { &none } else { &folder };
        if place_ui(ui, cx, "settings-backup-folder", shown, !folder.is_empty(), Choice::BackupFolder) {
            cx.configure("backup_folder", "");
        }
        ui.add(Line::new(&tr!(tr, "settings-store")).size(crate::widgets::Type::Caption));
        let weak = ui.tokens().ink_weak;
        ui.add(Label::new(cx.store.folder().to_string_lossy()).color(weak));
        ui.add(Line::new(&tr!(tr, "settings-version", version = env!("CARGO_PKG_VERSION"))).weak(ui));
    }

    fn pages_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let titles =
            ["settings-general", "settings-lists", "settings-labels", "settings-writing"].map(|key| tr!(cx.tr, key));
        let tabs: Vec<Tab<'_>> = titles.iter().map(|title| Tab::new(title)).collect();
        let (name, before) = (tr!(cx.tr, "screen-settings"), self.tab);
        let mut tab = before;
        Tabs::new(&name, &tabs).show(ui, &mut tab, |ui, page| {
            ui.add_space(ui.metrics().medium);
            ui.spacing_mut().item_spacing.y = ui.metrics().medium;
            match page {
                1 => self.lists.show(ui, cx),
                2 => self.labels.show(ui, cx),
                page => {
                    let title = titles.get(page).map(String::as_str).unwrap_or_default();
                    // It is what is heard first of the screen.
                    let name = tr!(cx.tr, "settings-page-name", page = title);
                    _ = scroll_page(ui, ("settings", page), &name, |ui, area| {
                        area.show(ui, |ui| {
                            ui.column(|ui| {
                                ui.set_max_width(ui.available_width().min(WIDTH));
                                ui.spacing_mut().item_spacing.y = ui.metrics().medium;
                                if page == 3 {
                                    self.writing.show(ui, cx)
                                } else {
                                    self.general_ui(ui, cx)
                                }
                                ui.add_space(ui.metrics().page);
                            });
                        })
                    })
                }
            }
        });
        if tab != before {
            self.flush(cx);
        }
        self.tab = tab;
    }

    /// How the program looks, what stands at the head of documents, and where things are.
    fn general_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        Self::shown_ui(ui, cx);
        ui.add_space(ui.metrics().large);
        self.documents_ui(ui, cx);
        ui.add_space(ui.metrics().large);
        Self::places_ui(ui, cx);
    }

    fn send_coordinator(&mut self, cx: &Cx<'_>) {
        if let Some(text) = self.coordinator.take(&cx.settings.coordinator) {
            cx.configure("coordinator", text.trim());
        }
    }

    fn send_letterhead(&mut self, cx: &Cx<'_>) {
        if let Some(text) = self.letterhead.take(&cx.settings.letterhead) {
            cx.configure("letterhead", text.trim_end());
        }
    }
}

/// A place or a file, the button that changes it and the one that clears it. Says whether it is to be cleared.
fn place_ui(ui: &mut Ui, cx: &mut Cx<'_>, key: &str, shown: &str, is_given: bool, choice: Choice) -> bool {
    let tr = cx.tr;
    let label = tr!(tr, key);
    let mut is_cleared = false;
    ui.add(Line::new(&label).size(crate::widgets::Type::Caption));
    ui.row(|ui| {
        let tokens = ui.tokens();
        let icon = if choice == Choice::Logo { Icon::Document } else { Icon::Folder };
        icon.show(ui, 16.0, tokens.ink_weak);
        ui.add(Line::new(shown).color(if is_given { tokens.ink } else { tokens.ink_weak }).max_width(WIDTH - 60.0));
        let name = tr!(tr, "settings-change", what = &label);
        if ui.add(Button::new(&tr!(tr, "settings-choose")).small().name(&name)).clicked() {
            cx.ask(Ask::Choose(choice));
        }
        if is_given {
            let name = tr!(tr, "settings-clear", what = &label);
            is_cleared = ui.add(Button::icon_only(Icon::Close, &name).small()).clicked();
        }
    });
    is_cleared
}

impl Screen for SettingsScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        page_heading(ui, &tr!(cx.tr, "screen-settings"), "", |ui| {
            let words = tr!(cx.tr, "settings-templates");
            let button = Button::new(&words).icon(Icon::Document).tooltip(tr!(cx.tr, "settings-templates-help"));
            if ui.add(button.keys("Ctrl Shift P")).clicked() {
                cx.go(Route::Templates);
            }
        });
        if cx.store.is_read_only() {
            crate::widgets::notice_bar(ui, &tr!(cx.tr, "settings-read-only"), Tone::Amber);
        }
        let margin = ui.metrics().page as i8;
        let margin = Margin { top: 0, bottom: 0, ..Margin::same(margin) };
        Frame::new().inner_margin(margin).show(ui, |ui| self.pages_ui(ui, cx));
    }

    fn on_reply(&mut self, reply: &Reply) {
        self.lists.on_reply(reply);
    }

    fn note(&mut self, changes: Changes) {
        self.lists.note(changes);
        self.labels.note(changes);
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.send_coordinator(cx);
        self.send_letterhead(cx);
        self.lists.flush(cx);
        self.labels.flush(cx);
        self.writing.flush(cx);
    }
}
