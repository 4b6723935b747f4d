//! Tabs, panes, cards, busy bars, menus, dialogs, sheets and passing messages.

#![allow(clippy::indexing_slicing, reason = "the samples are the page's own: it knows how many there are")]

use super::tables::room;
use super::{Cx, Page, case, note, row_of_cases, section};
use eframe::egui::{Frame, Ui, vec2};
use tansiq::widgets::{
    Button, Card, Chip, Line, MenuEntry, Sheet, Split, SplitState, Tab, Tabs, Toasts, Tone, UiExt, card_line,
    context_menu, dialog, figure_card, menu_below, progress_busy,
};

/// What is open over the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Over {
    Dialog,
    Sheet,
}

/// The page.
#[derive(Default)]
pub struct Panes {
    tab: usize,
    split: SplitState,
    stack: SplitState,
    over: Option<Over>,
    toasts: Toasts<()>,
}

impl Page for Panes {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        section(ui, words.get("tabs"), |ui| self.tabs_ui(ui, cx));
        section(ui, words.get("panes"), |ui| {
            note(ui, words.get("panes-keys"));
            room(ui, 180.0, |ui| self.panes_ui(ui, cx));
        });
        section(ui, words.get("cards"), |ui| cards_ui(ui, cx));
        section(ui, words.get("busy"), |ui| _ = progress_busy(ui, words.get("busy"), 240.0));
        section(ui, words.get("menus"), |ui| menus_ui(ui, cx));
        section(ui, words.get("over"), |ui| self.over_ui(ui, cx));
        // After all else, as in the program: they come last in the order of Tab.
        self.toasts.show(ui.ctx(), words.get("close"));
    }
}

impl Panes {
    fn tabs_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (titles, count) = (cx.words.list("tab-titles"), cx.tr.number(12));
        let tabs: Vec<Tab<'_>> = titles
            .iter()
            .enumerate()
            .map(|(at, title)| if at == 1 { Tab::new(title).count(&count) } else { Tab::new(title) })
            .collect();
        let pages = cx.words.list("tab-pages");
        let height = 84.0;
        room(ui, height, |ui| {
            Tabs::new(cx.words.get("tabs"), &tabs).show(ui, &mut self.tab, |ui, page| {
                ui.add_space(8.0);
                ui.add(Line::new(&pages[page]));
            });
        });
    }

    fn panes_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        let pane = |ui: &mut Ui, key: &str| {
            Frame::new().inner_margin(12).show(ui, |ui| {
                ui.column(|ui| ui.add(Line::new(words.get(key))));
            });
        };
        let stack = &mut self.stack;
        Split::beside(words.get("edge"), 0.6).show(
            ui,
            &mut self.split,
            |ui| pane(ui, "first-pane"),
            |ui| {
                let edge = words.get("edge-below");
                Split::stacked(edge, 0.5).least(40.0, 40.0).show(
                    ui,
                    stack,
                    |ui| pane(ui, "second-pane"),
                    |ui| pane(ui, "third-pane"),
                );
            },
        );
    }

    fn over_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        ui.row(|ui| {
            if ui.add(Button::new(words.get("dialog"))).clicked() {
                self.over = Some(Over::Dialog);
            }
            if ui.add(Button::new(words.get("sheet"))).clicked() {
                self.over = Some(Over::Sheet);
            }
            if ui.add(Button::new(words.get("message"))).clicked() {
                self.toasts.say_with(words.get("removed"), words.get("undo"), ());
            }
            if ui.add(Button::new(words.get("failure"))).clicked() {
                self.toasts.fail(words.get("not-saved"));
            }
        });
        let buttons = |ui: &mut Ui| {
            let is_done = ui.add(Button::primary(words.get("save"))).clicked();
            ui.add(Button::new(words.get("cancel"))).clicked() || is_done
        };
        let mut is_left = false;
        match self.over {
            None => {}
            Some(Over::Dialog) => {
                let output = dialog(ui.ctx(), "gallery", words.get("dialog"), 380.0, |ui| {
                    ui.add(Line::new(words.get("about-dialog")));
                    ui.row(|ui| is_left |= buttons(ui));
                });
                is_left |= output.is_closed || output.is_confirmed;
            }
            Some(Over::Sheet) => {
                let sheet = Sheet::new("gallery", words.get("sheet"), words.get("close"));
                let fields = |ui: &mut Ui| _ = ui.add(Line::new(words.get("about-sheet")));
                let output = sheet.show(ui.ctx(), fields, |ui| is_left |= buttons(ui));
                is_left |= output.is_closed || output.is_confirmed;
            }
        }
        if is_left {
            self.over = None;
        }
    }
}

fn cards_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let words = cx.words;
    row_of_cases(ui, |ui| {
        case(ui, words.get("figure"), 220.0, |ui| {
            figure_card(ui, words.get("late"), &cx.tr.number(5), words.get("late-about"), Tone::Red, 220.0);
        });
        case(ui, words.get("figure"), 220.0, |ui| {
            figure_card(ui, words.get("due"), &cx.tr.number(8), words.get("due-about"), Tone::Neutral, 220.0);
        });
        case(ui, words.get("card"), 300.0, |ui| {
            Card::new().title(words.get("proposals")).show(ui, |ui| {
                card_line(ui, words.get("received"), |ui| _ = ui.add(Chip::new(&cx.tr.number(1), Tone::Neutral)));
                card_line(ui, words.get("approved"), |ui| _ = ui.add(Chip::new(&cx.tr.number(2), Tone::Green)));
            });
        });
        case(ui, words.get("card-pressed"), 300.0, |ui| {
            let card = Card::new().accent().title(words.get("next")).pressable(words.get("next"));
            card.show(ui, |ui| _ = ui.add(Line::new(words.get("next-about")).weak(ui)));
        });
    });
}

fn menus_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let words = cx.words;
    ui.row(|ui| {
        let entries = |stages: Vec<MenuEntry>| {
            vec![
                MenuEntry::new(words.get("open")).shortcut("Enter"),
                MenuEntry::new(words.get("move")).children(stages),
                MenuEntry::new(words.get("never")).enabled(false),
                MenuEntry::new(words.get("remove")).danger().begins_group(),
            ]
        };
        let stages = || words.list("tab-titles").into_iter().map(MenuEntry::new).collect();
        let thing = ui.add(Button::new(words.get("right-click")));
        context_menu(ui, &thing, words.get("right-click"), || entries(stages()));
        let button = ui.add(Button::new(words.get("menu-below")));
        menu_below(ui, &button, words.get("menu-below"), &entries(Vec::new()));
        ui.add(Button::new(words.get("with-tip")).tooltip(words.get("tip")).keys("Ctrl Z"));
        ui.allocate_space(vec2(1.0, 1.0));
    });
}
