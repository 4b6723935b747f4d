//! The agenda at the start side: what is discussed, what has been, and the item whose notes are open.

use super::pasted::pasted_list;
use super::{Arrival, MeetingScreen, Open};
use crate::arabic;
use crate::domain::{AgendaItemId, AgendaState, Entity, MeetingStatus, Value};
use crate::screens::{Cx, Screen};
use crate::store::query::{AgendaView, MeetingView};
use crate::store::{Edit, Ticket, position};
use crate::text::{Label, Weight, say, take_focus};
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::menu::is_menu_near;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{
    Field, Icon, MenuEntry, Tone, Type, UiExt, context_menu, greet, menu_below, paint, section_heading, tell_list,
};
use egui::{Id, Key, Modifiers, Rect, Role, Sense, Ui, Vec2, WidgetInfo, vec2};
use std::time::Duration;

/// What the menu of an item offers.
#[derive(Clone, Copy)]
enum ItemAct {
    Edit,
    /// The discussion moves to it.
    Discuss,
    State(AgendaState),
    Up,
    Down,
    Remove,
}

/// What stands around an item's title, in points: margins, the number.
const AROUND_TITLE: f32 = 44.0;
/// The button of its menu.
const MENU: f32 = 28.0;
/// A title that has less room than this leaves its line to no minutes beside it.
const LEAST_TITLE: f32 = 110.0;
/// A longer title is shortened.
const TITLE_LINES: usize = 3;

impl MeetingScreen {
    /// The list of items and the field for a new one.
    pub(super) fn agenda_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let title = tr!(cx.tr, "agenda-title");
        section_heading(ui, &title);
        ui.add_space(ui.metrics().hair);
        ui.spacing_mut().item_spacing.y = 2.0;
        self.items_heard.follow(cx, view, self.page_facts.0, self.active);
        // The field below is none of them: who comes back to it would hear the like of it counted.
        ui.scope(|ui| {
            tell_list(ui, &title, view.agenda.len());
            for (index, item) in view.agenda.iter().enumerate() {
                self.item_ui(ui, cx, view, index, item);
            }
        });
        if view.meeting.approved_on.is_some() {
            return;
        }
        ui.add_space(ui.metrics().hair);
        let name = tr!(cx.tr, "agenda-new");
        let hint = tr!(cx.tr, "agenda-new-hint");
        let field = Field::new(&mut self.new_item, &name).bare().hint(&hint).icon(Icon::Plus);
        let editor = field.editor(ui);
        if let Some(titles) = pasted_list(ui, editor, field.text()) {
            add_items(cx, view, &titles);
            self.new_item.clear();
        }
        let field = Field::new(&mut self.new_item, &name).bare().hint(&hint).icon(Icon::Plus).show(ui);
        // The Enter that led here, held down for a moment, is not meant for the field: in an empty agenda it would ask for
        // an item for everything.
        let is_led = ui.input(|input| input.key_down(Key::Enter) || input.key_pressed(Key::Enter));
        let arrives = view.agenda.is_empty() && !is_led;
        let is_emptied = view.agenda.is_empty() && std::mem::take(&mut self.wants_new_item);
        if is_emptied || arrives && self.arrival.take_if(|arrival| *arrival == Arrival::Opened).is_some() {
            field.response.request_focus();
        }
        if !field.submitted {
            return;
        }
        if self.new_item.trim().is_empty() {
            // The agenda is done with.
            self.write_notes(cx, view);
        } else {
            let title = std::mem::take(&mut self.new_item);
            add_item(cx, view, title.trim());
            field.response.request_focus();
        }
    }

    /// The caret goes to the notes. Who is in a hurry and has no agenda gets one item for everything.
    pub(super) fn write_notes(&mut self, cx: &Cx<'_>, view: &MeetingView) {
        if view.agenda.is_empty() {
            add_item(cx, view, &tr!(cx.tr, "agenda-general"));
        }
        self.arrival = Some(Arrival::Notes);
    }

    fn item_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView, index: usize, item: &AgendaView) {
        let is_active = self.active == Some(item.id);
        let is_new_here = is_active && self.seen_item != self.active;
        let weight = if is_active { Weight::SemiBold } else { Weight::Regular };
        let has_menu = is_active && view.meeting.approved_on.is_none();
        let (aside, is_over) = aside(ui, cx, item);
        let words = (Type::Caption, if is_over { Weight::SemiBold } else { Weight::Regular });
        let is_told = !aside.is_empty() && (!has_menu || item.state == AgendaState::Discussing);
        let aside_width = if is_told { paint::width_of(ui, &aside, words.0, words.1) + 6.0 } else { 0.0 };
        let room = ui.available_width() - AROUND_TITLE - if has_menu { MENU } else { 0.0 } - aside_width;
        // Where a title would lose nearly all its letters to the minutes, these stand below it.
        let line = paint::fit(ui, &item.title, Type::Interface, weight, f32::INFINITY);
        let is_long = room < line.size().x;
        let is_below = is_told && is_long && room < LEAST_TITLE;
        let room = if is_below { room + aside_width } else { room };
        let title = is_long.then(|| {
            let title = Label::new(item.title.as_str()).size(Type::Interface.size()).weight(weight).wrap();
            title.line_height(Type::Interface.line_height()).most_lines(TITLE_LINES)
        });
        let title_height =
            title.as_ref().map_or(Type::Interface.line_height(), |title| title.height_in(ui.ctx(), room));
        let words_height = if is_below { title_height + Type::Caption.line_height() } else { title_height };
        let tall = ui.metrics().entry.max(words_height + ui.metrics().entry - Type::Interface.line_height());
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), tall), Sense::hover());
        let response = ui.interact(rect, item_id(item.id), Sense::click());
        if is_new_here {
            // With the rows around it, so that one sees what is next.
            ui.scroll_to_rect(rect.expand2(vec2(0.0, ui.metrics().entry)), None);
            self.seen_item = self.active;
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        // Whoever comes to a meeting that is going on writes; to another one, looks what was on the agenda.
        if is_active && view.meeting.status != MeetingStatus::InProgress {
            greet(ui.ctx(), response.id);
        }
        let number = arabic::to_digits(&(index + 1).to_string(), cx.tr.digits());
        response.widget_info(|| {
            let name = tr!(cx.tr, "agenda-item-name", number = number.clone(), title = item.title.clone());
            // Not as one that is chosen among others: of those it would be said that they are not, before whether they were
            // discussed. Whose notes are open is said behind.
            WidgetInfo::labeled(Role::ListItem, true, name)
        });
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(self.items_heard.at(index)));
        let tokens = ui.tokens();
        let direction = ui.direction();
        if is_active || response.hovered() {
            let fill = if is_active { tokens.accent_wash } else { tokens.surface_hover };
            ui.painter().rect_filled(rect, RADIUS_CONTROL, fill);
        }
        let mut content = rect.shrink2(vec2(10.0, 0.0));
        let mark = direction.take_start(&mut content, 18.0);
        let ink = if is_active { tokens.accent_ink } else { tokens.ink_soft };
        match item.state {
            AgendaState::Discussed => {
                let place = Rect::from_center_size(mark.center(), Vec2::splat(13.0));
                Icon::Check.paint(ui.painter(), place, tokens.accent_stroke, false);
            }
            AgendaState::Listed | AgendaState::Discussing | AgendaState::Deferred | AgendaState::Withdrawn => {
                paint::line_in(ui, mark, direction.start_center(), &number, (Type::Interface, weight), ink);
            }
        }
        direction.take_start(&mut content, 6.0);
        if has_menu {
            let end = direction.take_end(&mut content, MENU);
            self.item_menu(ui, cx, view, index, item, end);
        }
        let aside_ink = if is_over { tokens.tone(Tone::Amber).ink } else { tokens.ink_weak };
        if is_below {
            let spare = (content.height() - words_height) / 2.0;
            let (upper, lower) = content.split_top_bottom_at_y(content.top() + spare + title_height);
            let lower = lower.with_max_y(lower.top() + Type::Caption.line_height());
            paint::line_in(ui, lower, direction.start_center(), &aside, words, aside_ink);
            content = upper.with_min_y(upper.top() + spare);
        } else if is_told {
            let end = direction.take_end(&mut content, aside_width);
            paint::line_in(ui, end, direction.end_center(), &aside, words, aside_ink);
        }
        if let Some(title) = title {
            let place = Rect::from_center_size(content.center(), vec2(content.width(), title_height));
            let title = ui.within(place, ("agenda-title", item.id), |ui| ui.add(title.color(ink)));
            // The item itself is named by it.
            ui.ctx().accesskit_node_builder(title.id, |node| node.set_hidden());
        } else {
            paint::galley_at(ui, content, direction.start_center(), &line, ink);
        }
        focus_ring(ui, &response, RADIUS_CONTROL);
        if response.clicked() {
            self.activate(cx, item.id);
            // Beside the list, where the focus does not go.
            say(ui.ctx(), &tr!(cx.tr, "notes-opened", title = item.title.as_str()));
        }
        let is_open = view.meeting.approved_on.is_none() && !cx.store.is_read_only();
        if is_open && response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Delete)) {
            self.act_on_item(cx, view, (index, item), ItemAct::Remove);
            match beside(view, index) {
                Some(beside) => take_focus(ui.ctx(), item_id(beside)),
                None => self.wants_new_item = true,
            }
        }
        if view.meeting.approved_on.is_none() && is_menu_near(ui, &response) {
            let acts = item_acts(view, index, item);
            let name = tr!(cx.tr, "agenda-item-menu", title = item.title.clone());
            let entries = || acts.iter().map(|act| act_entry(cx, *act)).collect();
            let chosen = context_menu(ui, &response, &name, entries).and_then(|chosen| acts.get(chosen.entry).copied());
            if let Some(act) = chosen {
                self.act_on_item(cx, view, (index, item), act);
            }
        }
    }

    fn item_menu(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        view: &MeetingView,
        index: usize,
        item: &AgendaView,
        place: Rect,
    ) {
        let name = tr!(cx.tr, "agenda-item-menu", title = item.title.clone());
        let button = ui.row_within(place, ("agenda-menu", item.id), |ui| {
            ui.add(crate::widgets::Button::icon_only(Icon::Dots, &name).small())
        });
        let acts = item_acts(view, index, item);
        let entries: Vec<MenuEntry> = acts.iter().map(|act| act_entry(cx, *act)).collect();
        if let Some(act) = menu_below(ui, &button, &name, &entries).and_then(|chosen| acts.get(chosen).copied()) {
            self.act_on_item(cx, view, (index, item), act);
        }
    }

    fn act_on_item(&mut self, cx: &mut Cx<'_>, view: &MeetingView, (index, item): (usize, &AgendaView), act: ItemAct) {
        match act {
            ItemAct::Edit => self.open = Some(Open::Form(Box::new(super::forms::agenda_item(cx, item)))),
            ItemAct::Discuss => _ = discuss(cx, view, item.id, false),
            ItemAct::State(state) => {
                cx.store.send(state_edit(item.id, state));
            }
            ItemAct::Up => self.move_item(cx, view, index, true),
            ItemAct::Down => self.move_item(cx, view, index, false),
            ItemAct::Remove => {
                self.flush(cx);
                let ticket = cx.store.send(Edit::Remove(item.id.record()));
                cx.say_removed(ticket, "agenda-removed", 1);
                if self.active == Some(item.id) {
                    self.active = beside(view, index).or(self.active);
                }
            }
        }
    }

    /// One place up or down among its neighbours.
    fn move_item(&mut self, cx: &Cx<'_>, view: &MeetingView, index: usize, up: bool) {
        let place = |at: Option<usize>| at.and_then(|at| view.agenda.get(at)).map(|item| item.position.as_str());
        let (before, after) = if up {
            (place(index.checked_sub(2)), place(index.checked_sub(1)))
        } else {
            (place(Some(index + 1)), place(Some(index + 2)))
        };
        let Some(item) = view.agenda.get(index) else { return };
        let values = vec![("position", Value::from(position::between(before, after)))];
        cx.store.send(Edit::Set { record: item.id.record(), values, session: None, based_on: None });
    }

    /// Opens an item's notes; what was typed in the one before is on its way to disk first.
    pub(super) fn activate(&mut self, cx: &mut Cx<'_>, item: AgendaItemId) {
        // A narrow window shows the notes that were asked for.
        self.part = super::Part::Notes;
        if self.active != Some(item) {
            self.flush(cx);
            self.active = Some(item);
        }
    }

    /// Ctrl+↓ and Ctrl+↑: the item beside this one. In a running meeting the discussion goes there with its clock, and going
    /// on marks the present one as discussed.
    pub(super) fn step_item(&mut self, ui: &Ui, cx: &mut Cx<'_>, view: &MeetingView, forward: bool) {
        let Some(index) = view.agenda.iter().position(|item| Some(item.id) == self.active) else { return };
        let next = if forward { index.checked_add(1) } else { index.checked_sub(1) };
        let Some(target) = next.and_then(|next| view.agenda.get(next)) else {
            return say(ui.ctx(), &tr!(cx.tr, if forward { "agenda-no-next" } else { "agenda-no-previous" }));
        };
        if view.meeting.status == MeetingStatus::InProgress {
            let ticket = discuss(cx, view, target.id, forward);
            self.told.step(target.id, ticket);
        }
        self.activate(cx, target.id);
        self.notes.focus_end_of(target);
    }
}

/// The item below one, or above the last.
fn beside(view: &MeetingView, index: usize) -> Option<AgendaItemId> {
    let above = || view.agenda.get(index.checked_sub(1)?);
    view.agenda.get(index + 1).or_else(above).map(|item| item.id)
}

/// The same in every frame.
fn item_id(item: AgendaItemId) -> Id {
    Id::unique(("agenda-item", item))
}

/// What the menu of an item offers now.
fn item_acts(view: &MeetingView, index: usize, item: &AgendaView) -> Vec<ItemAct> {
    let is_running = view.meeting.status == MeetingStatus::InProgress;
    let mut acts = vec![ItemAct::Edit];
    if is_running && item.state != AgendaState::Discussing {
        acts.insert(0, ItemAct::Discuss);
    }
    let states = [AgendaState::Discussed, AgendaState::Listed, AgendaState::Deferred, AgendaState::Withdrawn];
    acts.extend(states.into_iter().filter(|state| *state != item.state).map(ItemAct::State));
    if index > 0 {
        acts.push(ItemAct::Up);
    }
    if index + 1 < view.agenda.len() {
        acts.push(ItemAct::Down);
    }
    acts.push(ItemAct::Remove);
    acts
}

/// A new item at the end.
fn add_item(cx: &Cx<'_>, view: &MeetingView, title: &str) {
    let last = view.agenda.last().map(|item| item.position.as_str());
    cx.store.send(new_item(view, title, &position::between(last, None)));
}

/// Several new items at the end, as one step.
fn add_items(cx: &Cx<'_>, view: &MeetingView, titles: &[String]) {
    let last = view.agenda.last().map(|item| item.position.clone());
    cx.store.send(Edit::Together(new_items(view, titles, last, None)));
}

/// New items between two places, in this order.
pub(super) fn new_items(
    view: &MeetingView,
    titles: &[String],
    mut above: Option<String>,
    below: Option<&str>,
) -> Vec<Edit> {
    let mut edits = Vec::with_capacity(titles.len());
    for title in titles {
        let place = position::between(above.as_deref(), below);
        edits.push(new_item(view, title, &place));
        above = Some(place);
    }
    edits
}

/// A new item at that place.
fn new_item(view: &MeetingView, title: &str, place: &str) -> Edit {
    let values = vec![
        ("meeting", view.meeting.id.into()),
        ("title", title.into()),
        ("position", place.into()),
        ("state", AgendaState::Listed.into()),
    ];
    Edit::Add { entity: Entity::AgendaItem, values }
}

/// The discussion moves to an item.
pub(super) fn discuss(cx: &Cx<'_>, view: &MeetingView, item: AgendaItemId, is_done: bool) -> Ticket {
    cx.store.send(Edit::Discuss { meeting: view.meeting.id, item: Some(item), is_done })
}

/// What stands behind an item: how long it has been discussed of how long it may be, and whether that is over. Draws again
/// when the next minute begins.
pub(super) fn aside(ui: &Ui, cx: &Cx<'_>, item: &AgendaView) -> (String, bool) {
    let ran = item.ran_seconds + item.running_since.map_or(0, |since| (cx.now - since).max(0));
    if item.running_since.is_some() {
        let rest = u64::try_from(60 - ran.rem_euclid(60)).unwrap_or(60);
        ui.ctx().request_repaint_after(Duration::from_secs(rest));
    }
    let minutes = ran / 60;
    let is_over = item.planned_minutes.is_some_and(|planned| planned > 0 && minutes > planned);
    match (item.state, item.planned_minutes) {
        (AgendaState::Deferred | AgendaState::Withdrawn, _) => (cx.tr.text(item.state.label_key(), &[]), false),
        (AgendaState::Discussing, Some(planned)) => {
            (tr!(cx.tr, "minutes-of-planned", count = minutes, planned = planned), is_over)
        }
        (AgendaState::Discussing, None) => (tr!(cx.tr, "minutes-short", count = minutes), false),
        (AgendaState::Discussed, _) if minutes > 0 => (tr!(cx.tr, "minutes-short", count = minutes), is_over),
        (AgendaState::Listed | AgendaState::Discussed, Some(planned)) => {
            (tr!(cx.tr, "minutes-short", count = planned), false)
        }
        (AgendaState::Listed | AgendaState::Discussed, None) => (String::new(), false),
    }
}

/// An item stands somewhere else from now on.
pub(super) fn state_edit(item: AgendaItemId, state: AgendaState) -> Edit {
    let values = vec![("state", Value::from(state))];
    Edit::Set { record: item.record(), values, session: None, based_on: None }
}

fn act_entry(cx: &Cx<'_>, act: ItemAct) -> MenuEntry {
    match act {
        ItemAct::Edit => MenuEntry::new(tr!(cx.tr, "agenda-edit")),
        ItemAct::Discuss => MenuEntry::new(tr!(cx.tr, "agenda-discuss")),
        ItemAct::State(state) => MenuEntry::new(cx.tr.text(state.label_key(), &[])),
        ItemAct::Up => MenuEntry::new(tr!(cx.tr, "agenda-up")),
        ItemAct::Down => MenuEntry::new(tr!(cx.tr, "agenda-down")),
        ItemAct::Remove => MenuEntry { is_danger: true, ..MenuEntry::new(tr!(cx.tr, "agenda-remove")) },
    }
}
