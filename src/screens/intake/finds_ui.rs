//! The list of what was found: walked by key, each find accepted, corrected or dropped where it stands.

use super::decided::Standing;
use super::found::{Item, Presence, Section};
use super::row_ui::{Pressed, Row};
use super::{IntakeScreen, list_id, text_ui};
use crate::domain::Side;
use crate::intake::Missing;
use crate::screens::Cx;
use crate::text::keep_keys;
use crate::tr;
use crate::widgets::{
    Button, Card, Icon, Line, Tone, UiExt, empty_state, progress_busy, scroll_vertical, section_heading,
};
use egui::{EventFilter, Frame, Id, Key, Modifiers, Role, Sense, Ui, ViewportCommand, WidgetInfo, vec2};

/// So many rows are drawn whether they are seen or not: of more, those out of sight take the room that they had.
const ALWAYS_DRAWN: usize = 60;
/// So far above and below what is seen rows are drawn all the same: Page Down goes there.
const AROUND: f32 = 400.0;
/// So much above and below a find comes into sight with it: the heading of its section, the edge of its card.
const BESIDE: f32 = 48.0;

impl IntakeScreen {
    /// The pane of the finds.
    pub(super) fn finds_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, 0.0, ui.tokens().surface_sunken);
        if !self.has_text() {
            return self.empty_ui(ui, cx);
        }
        if self.found.items.is_empty() {
            // The first reading is on its way; later ones leave the finds before them in sight.
            if self.reading.error.is_none() {
                ui.add_space(ui.metrics().page);
                ui.vertical_centered(|ui| progress_busy(ui, &tr!(cx.tr, "intake-reading"), 160.0));
            }
            return;
        }
        let list = ui.interact(rect, list_id(), Sense::focusable_noninteractive());
        let name = tr!(cx.tr, "intake-finds");
        list.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, &name));
        if std::mem::take(&mut self.wants_list) {
            list.request_focus();
        }
        if list.has_focus() && self.correcting.is_none() {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            keep_keys(ui.ctx(), list.id, filter);
            if self.at.is_none() {
                self.step(true);
            }
            self.list_keys(ui, cx);
        }
        let has_focus = list.has_focus();
        let reveals = self.was_clicked() || self.shows;
        // What is below the last find is nothing that the keys could be at: it comes into sight with that one.
        let is_last = self.item_at().is_some_and(|at| self.found.items.last() == Some(&at));
        let shows_end = reveals && is_last && self.correcting.is_none();
        // Another text is looked through from its top.
        scroll_vertical(ui, ("intake-finds", self.found.round), |ui, area| {
            area.show(ui, |ui| {
                Frame::new().inner_margin(ui.direction().margin(20, 20, 16)).show(ui, |ui| {
                    ui.column(|ui| {
                        ui.spacing_mut().item_spacing.y = ui.metrics().small;
                        self.sections_ui(ui, cx, has_focus, reveals);
                        self.missing_ui(ui, cx);
                    });
                });
                if shows_end {
                    ui.scroll_to_cursor(None);
                }
            })
        });
    }

    /// What the screen is for, and the button that begins.
    fn empty_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (title, about) = (tr!(cx.tr, "intake-empty"), tr!(cx.tr, "intake-empty-about"));
        let paste = tr!(cx.tr, "intake-paste");
        let is_open = !cx.store.is_read_only();
        let mut is_wanted_back = false;
        if self.before.is_some() && is_open {
            ui.add_space(ui.metrics().large);
            ui.vertical_centered(|ui| {
                let back = tr!(cx.tr, "intake-bring-back");
                is_wanted_back = ui.add(Button::new(&back).icon(Icon::Undo)).clicked();
            });
        }
        if let Some(before) = self.before.take_if(|_| is_wanted_back) {
            self.editor.set_text(&before.text);
            self.decisions = before.decisions;
            ui.ctx().request_repaint();
        }
        if empty_state(ui, &title, &about, is_open.then_some(paste.as_str())) {
            ui.memory_mut(|memory| memory.request_focus(text_ui::widget()));
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
    }

    fn list_keys(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        for _ in 0..pressed(Key::ArrowDown) {
            self.step(true);
        }
        for _ in 0..pressed(Key::ArrowUp) {
            self.step(false);
        }
        if pressed(Key::Home) > 0
            && let Some(first) = self.found.items.first().copied()
        {
            self.go_to(first);
        }
        if pressed(Key::End) > 0
            && let Some(last) = self.found.items.last().copied()
        {
            self.go_to(last);
        }
        let (drops, opens) = (pressed(Key::Delete) + pressed(Key::Backspace), pressed(Key::Enter));
        let Some(item) = self.item_at() else { return };
        if drops % 2 == 1 {
            self.decisions.drop_or_bring_back(item, &self.found.intake);
        }
        if opens > 0 {
            self.open(item, cx);
        }
    }

    /// Enter: what is open or dropped goes in, and what goes in, or is missing, opens to be put right.
    fn open(&mut self, item: Item, cx: &Cx<'_>) {
        match self.decisions.standing(item, &self.found.intake) {
            Standing::Open | Standing::Dropped => self.decisions.accept(item, &self.found.intake),
            Standing::Accepted | Standing::Missing => self.begin_correcting(item, cx),
        }
    }

    fn sections_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, has_focus: bool, reveals: bool) {
        let (items, at) = (self.found.items.clone(), self.item_at());
        for items in items.chunk_by(|one, other| one.section() == other.section()) {
            let Some(section) = items.first().map(|item| item.section()) else { continue };
            ui.add_space(ui.metrics().small);
            ui.row_of(24.0, |ui| {
                section_heading(ui, &tr!(cx.tr, section.key()));
                if section != Section::Meeting {
                    let count = cx.tr.number(i64::try_from(items.len()).unwrap_or(i64::MAX));
                    ui.add(Line::new(&count).weak(ui));
                }
            });
            Card::new().show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        let rect = ui.available_rect_before_wrap();
                        ui.painter().hline(rect.x_range(), rect.top(), ui.tokens().hairline());
                    }
                    self.item_ui(ui, cx, *item, (at == Some(*item), has_focus, reveals));
                }
            });
        }
    }

    fn item_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, item: Item, (is_current, has_focus, reveals): (bool, bool, bool)) {
        let key = item.key(&self.found.intake);
        let room = (ui.scope_id().with(&key), ui.available_width());
        let is_corrected = self.correcting.as_ref().is_some_and(|open| open.key == key);
        let may_be_passed = !is_current && !is_corrected && self.found.items.len() > ALWAYS_DRAWN;
        if may_be_passed && is_passed(ui, room) {
            return;
        }
        let top = ui.cursor().top();
        let row = Row::of(item, &self.found.intake, &self.decisions, cx);
        let (response, pressed) = ui.push_id(&key, |ui| row.ui(ui, cx, is_current, has_focus)).inner;
        if is_current {
            ui.ctx().accesskit_node_builder(list_id(), |node| node.set_active_descendant(response.id.accesskit_id()));
            if reveals {
                ui.scroll_to_rect(response.rect.expand2(vec2(0.0, BESIDE)), None);
            }
        }
        if let Some(pressed) = pressed
            && self.finish_correcting(cx)
        {
            self.go_to(item);
            ui.memory_mut(|memory| memory.request_focus(list_id()));
            match pressed {
                Pressed::Row if is_current => self.open(item, cx),
                Pressed::Row => {}
                Pressed::Correct => self.begin_correcting(item, cx),
                Pressed::Drop => self.decisions.drop_or_bring_back(item, &self.found.intake),
                Pressed::Accept => self.decisions.accept(item, &self.found.intake),
            }
            ui.ctx().request_repaint();
        }
        ui.push_id((&key, "fields"), |ui| {
            ui.column(|ui| {
                ui.spacing_mut().item_spacing.y = ui.metrics().small;
                self.correcting_ui(ui, cx, item);
            });
        });
        if !is_corrected {
            let height = ui.cursor().top() - top;
            ui.data_mut(|data| data.insert_temp(room.0, (room.1, height)));
        }
    }

    /// What the text does not say and no row stands for.
    fn missing_ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let intake = &self.found.intake;
        let has_row = |missing: &Missing| Item::FACTS.into_iter().any(|item| item.missing() == Some(*missing));
        let is_in = |item: &Item| self.decisions.standing(*item, intake) == Standing::Accepted;
        let values = |item: &Item| self.decisions.values(*item, intake);
        let accepted = || self.found.items.iter().filter(|item| is_in(item));
        let is_filled = |missing: &Missing| match missing {
            Missing::Chair => {
                accepted().any(|item| matches!(item, Item::Person(_)) && values(item).presence == Presence::Chairs)
            }
            Missing::Hosts => accepted()
                .any(|item| matches!(item, Item::Body(_)) && values(item).code.as_deref() == Some(Side::Host.code())),
            Missing::Owner => accepted().all(|item| !matches!(item, Item::FollowUp(_)) || values(item).owner.is_some()),
            Missing::Due => accepted().all(|item| !matches!(item, Item::FollowUp(_)) || values(item).date.is_some()),
            Missing::Title
            | Missing::Date
            | Missing::Time
            | Missing::Place
            | Missing::People
            | Missing::Topics
            | Missing::Decisions
            | Missing::FollowUps => false,
        };
        let missing: Vec<String> = intake
            .missing
            .iter()
            .filter(|missing| !has_row(missing) && !is_filled(missing))
            .map(|missing| tr!(cx.tr, &format!("intake-{}", missing.code().replace('_', "-"))))
            .collect();
        if !missing.is_empty() {
            let words = tr!(cx.tr, "intake-missing-all", what = cx.tr.list(&missing));
            let ink = ui.tokens().tone(Tone::Red).ink;
            ui.add_space(ui.metrics().small);
            ui.add(crate::text::Label::new(words).size(12.0).line_height(20.0).color(ink).wrap());
        }
    }
}

/// Takes the room that a row of that name and width had when it was drawn last, if that is out of sight.
fn is_passed(ui: &mut Ui, (id, width): (Id, f32)) -> bool {
    let known = ui.data(|data| data.get_temp::<(f32, f32)>(id)).filter(|(wide, _)| *wide == width);
    let Some((_, height)) = known else { return false };
    let (top, clip) = (ui.cursor().top(), ui.clip_rect());
    let is_out_of_sight = top + height < clip.top() - AROUND || top > clip.bottom() + AROUND;
    if is_out_of_sight {
        ui.allocate_space(vec2(width, height));
    }
    is_out_of_sight
}

/// The button at a row's end.
pub(super) fn row_button<'a>(icon: Icon, name: &'a str) -> Button<'a> {
    // The list has keys for it: a stop of Tab at every row would be in the way.
    Button::icon_only(icon, name).small().passed_by_tab()
}
