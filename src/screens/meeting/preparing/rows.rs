//! The items of the agenda as rows that are moved, changed and removed, by hand and by keys, and the field for a new one.

use super::editor::{ItemEditor, Left};
use crate::arabic;
use crate::calendar::Time;
use crate::domain::{AgendaState, Entity};
use crate::screens::meeting::MeetingScreen;
use crate::screens::meeting::agenda::new_items;
use crate::screens::meeting::pasted::pasted_list;
use crate::screens::{Cx, parts, shown};
use crate::store::query::{AgendaView, ItemLink, MeetingView};
use crate::store::{Edit, position};
use crate::text::Weight;
use crate::text::keep_keys;
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Button, Chip, Field, Icon, Type, UiExt, paint};
use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, WidgetInfo, vec2};

/// What the parts of a row take, in points.
const NUMBER: f32 = 24.0;
const CLOCK: f32 = 72.0;
const MINUTES: f32 = 56.0;
/// So near to the edge of what one sees a dragged row scrolls it.
const SCROLLS_NEAR: f32 = 28.0;
const SCROLL_STEP: f32 = 10.0;

/// What is to be done with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Edit,
    Remove,
    Up,
    Down,
    /// The focus goes to the row above, or below.
    Above,
    Below,
}

impl MeetingScreen {
    pub(super) fn rows_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut places: Vec<Rect> = Vec::with_capacity(view.agenda.len());
        let mut wish = None;
        let mut begins = view.meeting.start;
        for (index, item) in view.agenda.iter().enumerate() {
            let starts = begins;
            begins = begins.zip(item.planned_minutes).map(|(time, minutes)| time.plus(minutes));
            let top = ui.cursor().top();
            if self.preparing.editor.as_ref().is_some_and(|editor| editor.item == item.id) {
                self.editor_ui(ui, cx, view, item);
            } else {
                let (response, act) = self.row_ui(ui, cx, index, item, starts);
                wish = wish.or(act.map(|act| (index, act)));
                if self.preparing.wants_row == Some(item.id) {
                    response.request_focus();
                    response.scroll_to_me(None);
                    self.preparing.wants_row = None;
                }
                links_ui(ui, cx, item);
            }
            places.push(Rect::from_min_max(
                egui::pos2(ui.max_rect().left(), top),
                egui::pos2(ui.max_rect().right(), ui.cursor().top()),
            ));
            if self.preparing.new_after == Some(item.id) {
                self.new_item_ui(ui, cx, view);
            }
        }
        if self.preparing.new_after.is_none() {
            self.new_item_ui(ui, cx, view);
        }
        self.drag_ui(ui, cx, view, &places);
        if let Some((index, act)) = wish {
            self.carry_out_item(cx, view, index, act);
        }
    }

    fn editor_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView, item: &AgendaView) {
        let Some(mut editor) = self.preparing.editor.take() else { return };
        let left = editor.show(ui, cx, view.meeting.id);
        links_ui(ui, cx, item);
        match left {
            Left::Not => {
                self.preparing.editor = Some(editor);
                return;
            }
            Left::Dropped => {}
            Left::Kept | Left::KeptForNext => editor.keep(cx, item),
        }
        if left == Left::KeptForNext {
            let is_last = view.agenda.last().is_some_and(|last| last.id == item.id);
            self.preparing.new_after = (!is_last).then_some(item.id);
            self.preparing.wants_new = true;
        } else {
            self.preparing.wants_row = Some(item.id);
        }
    }

    /// What is typed in an open editor is kept: the person goes elsewhere.
    pub(in crate::screens::meeting) fn close_editor(&mut self, cx: &Cx<'_>) {
        let Some(editor) = self.preparing.editor.take() else { return };
        let item = self.page.last().and_then(|view| view.agenda.iter().find(|item| item.id == editor.item));
        if let Some(item) = item {
            editor.keep(cx, item);
        }
    }

    fn row_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        index: usize,
        item: &AgendaView,
        starts: Option<Time>,
    ) -> (Response, Option<Act>) {
        let tokens = ui.tokens();
        let direction = ui.direction();
        let has_presenter = item.presenter.is_some();
        let height = ui.metrics().entry + if has_presenter { Type::Caption.line_height() } else { 0.0 };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let response = ui.interact(rect, Id::unique(("plan-item", item.id)), Sense::click_and_drag());
        let number = arabic::to_digits(&(index + 1).to_string(), cx.tr.digits());
        let presenter = item
            .presenter
            .as_ref()
            .map(|person| parts::person_short(person.honorific, &person.name))
            .unwrap_or_default();
        let minutes =
            item.planned_minutes.map(|minutes| tr!(cx.tr, "minutes-short", count = minutes)).unwrap_or_default();
        let clock = starts.map(|time| time.text(cx.tr)).unwrap_or_default();
        response.widget_info(|| {
            let name = tr!(cx.tr, "agenda-item-name", number = number.clone(), title = item.title.clone());
            let more = [&clock, &minutes, &presenter].map(String::as_str);
            let known: Vec<&str> = more.into_iter().filter(|text| !text.is_empty()).collect();
            let name = if known.is_empty() { name } else { format!("{name} · {}", known.join(" · ")) };
            WidgetInfo::labeled(Role::ListItem, true, name)
        });
        let is_dragged = self.preparing.dragged == Some(item.id);
        if is_dragged || response.hovered() {
            ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.surface_hover);
        }
        let mut content = rect.shrink2(vec2(8.0, 0.0));
        let place = direction.take_start(&mut content, NUMBER);
        paint::line_in(
            ui,
            place,
            direction.start_center(),
            &number,
            (Type::Interface, Weight::Regular),
            tokens.ink_weak,
        );
        if starts.is_some() {
            let place = direction.take_start(&mut content, CLOCK);
            paint::line_in(
                ui,
                place,
                direction.start_center(),
                &clock,
                (Type::Caption, Weight::Regular),
                tokens.ink_weak,
            );
        }
        let mut end = direction.take_end(&mut content, MINUTES + 28.0);
        let cross = direction.take_end(&mut end, 28.0);
        paint::line_in(ui, end, direction.end_center(), &minutes, (Type::Caption, Weight::Regular), tokens.ink_soft);
        let ink = if item.state == AgendaState::Withdrawn { tokens.ink_weak } else { tokens.ink };
        let title = if has_presenter { content.with_max_y(rect.top() + ui.metrics().entry) } else { content };
        paint::line_in(ui, title, direction.start_center(), &item.title, (Type::Interface, Weight::Medium), ink);
        if has_presenter {
            let below = content.with_min_y(rect.top() + ui.metrics().entry - 8.0);
            paint::line_in(
                ui,
                below,
                direction.start_center(),
                &presenter,
                (Type::Caption, Weight::Regular),
                tokens.ink_weak,
            );
        }
        focus_ring(ui, &response, RADIUS_CONTROL);
        let remove = tr!(cx.tr, "agenda-remove-name", title = item.title.clone());
        let is_removed = ui
            .row_within(cross, ("plan-remove", item.id), |ui| ui.add(Button::icon_only(Icon::Close, &remove).small()))
            .clicked();
        if response.drag_started() {
            self.preparing.dragged = Some(item.id);
        }
        let act = if is_removed { Some(Act::Remove) } else { keys(ui, &response) };
        (response.clone(), act.or(response.clicked().then_some(Act::Edit)))
    }

    /// Where a dragged item would come to stand, and what becomes of it where it is dropped.
    fn drag_ui(&mut self, ui: &Ui, cx: &Cx<'_>, view: &MeetingView, places: &[Rect]) {
        let Some(dragged) = self.preparing.dragged else { return };
        let Some(from) = view.agenda.iter().position(|item| item.id == dragged) else {
            self.preparing.dragged = None;
            return;
        };
        let pointer = ui.ctx().pointer_latest_pos();
        let to = pointer.map_or(from, |at| places.iter().filter(|place| place.center().y < at.y).count());
        let clip = ui.clip_rect();
        if let Some(at) = pointer {
            let step = if at.y < clip.top() + SCROLLS_NEAR {
                SCROLL_STEP
            } else if at.y > clip.bottom() - SCROLLS_NEAR {
                -SCROLL_STEP
            } else {
                0.0
            };
            if step != 0.0 {
                ui.scroll_with_delta(vec2(0.0, step));
                ui.ctx().request_repaint();
            }
        }
        let edge = places.get(to).map(|place| place.top()).or(places.last().map(|place| place.bottom()));
        if let Some(y) = edge.filter(|_| to != from && to != from + 1) {
            let line = egui::Stroke::new(2.0, ui.tokens().accent);
            ui.painter().hline(ui.max_rect().x_range(), y - 1.0, line);
        }
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.preparing.dragged = None;
        } else if ui.input(|input| input.pointer.any_released()) {
            self.preparing.dragged = None;
            // Taken out, what stood below it has moved up.
            let to = if to > from { to - 1 } else { to };
            place_item(cx, view, from, to);
        }
    }

    fn carry_out_item(&mut self, cx: &Cx<'_>, view: &MeetingView, index: usize, act: Act) {
        let Some(item) = view.agenda.get(index) else { return };
        let id_at = |at: Option<usize>| at.and_then(|at| view.agenda.get(at)).map(|item| item.id);
        match act {
            Act::Edit => {
                self.close_editor(cx);
                self.preparing.editor = Some(ItemEditor::new(item));
            }
            Act::Remove => {
                cx.store.send(Edit::Remove(item.id.record()));
                self.preparing.wants_row = id_at(Some(index + 1)).or_else(|| id_at(index.checked_sub(1)));
                self.preparing.wants_new = view.agenda.len() == 1;
            }
            Act::Up => {
                if let Some(to) = index.checked_sub(1) {
                    place_item(cx, view, index, to);
                }
            }
            Act::Down if index + 1 < view.agenda.len() => place_item(cx, view, index, index + 1),
            Act::Down => {}
            Act::Above => self.preparing.wants_row = id_at(index.checked_sub(1)),
            Act::Below => match id_at(Some(index + 1)) {
                Some(next) => self.preparing.wants_row = Some(next),
                None => self.preparing.wants_new = true,
            },
        }
    }

    /// The field for the next item. Enter adds it and waits for another.
    fn new_item_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
        let (name, hint) = (tr!(cx.tr, "agenda-new"), tr!(cx.tr, "agenda-new-hint"));
        let state = &mut self.preparing;
        let at = state.new_after.and_then(|id| view.agenda.iter().position(|item| item.id == id));
        let place = |at: Option<usize>| at.and_then(|at| view.agenda.get(at)).map(|item| item.position.as_str());
        let last = view.agenda.len().checked_sub(1);
        let (above, below) = (place(at.or(last)), place(at.map(|at| at + 1)));
        let field = Field::new(&mut state.new_item, &name).bare().hint(&hint).icon(Icon::Plus);
        let editor = field.editor(ui);
        let list = pasted_list(ui, editor, field.text());
        if let Some(titles) = &list {
            cx.store.send(Edit::Together(new_items(view, titles, above.map(str::to_owned), below)));
            state.new_item.clear();
        }
        // Before the field hears the keys of this frame: what was typed for it already is not lost.
        let takes_focus = std::mem::take(&mut state.wants_new);
        if takes_focus {
            ui.memory_mut(|memory| memory.request_focus(editor));
        }
        let field = Field::new(&mut state.new_item, &name).bare().hint(&hint).icon(Icon::Plus).show(ui);
        // Also in the frame after: what the page was opened with was not its size yet.
        if takes_focus || field.response.gained_focus() {
            field.response.scroll_to_me(None);
        }
        if field.response.has_focus() || field.response.lost_focus() {
            let is_escaped = ui.input(|input| input.key_pressed(Key::Escape));
            let is_up = state.new_item.is_empty() && ui.input(|input| input.key_pressed(Key::ArrowUp));
            if is_escaped || is_up {
                let above = state.new_after.take().or(view.agenda.last().map(|item| item.id));
                state.wants_row = above;
            }
        }
        if !field.submitted || state.new_item.trim().is_empty() {
            return;
        }
        let title = std::mem::take(&mut state.new_item);
        let place = position::between(above, below);
        let values = vec![
            ("meeting", view.meeting.id.into()),
            ("title", title.trim().into()),
            ("position", place.into()),
            ("state", AgendaState::Listed.into()),
        ];
        state.added = Some(cx.store.send(Edit::Add { entity: Entity::AgendaItem, values }));
        field.response.request_focus();
    }
}

/// The keys of a row that has the focus.
fn keys(ui: &Ui, response: &Response) -> Option<Act> {
    if !response.has_focus() {
        return None;
    }
    // The arrows walk the rows here, instead of going to whatever stands in that direction.
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    keep_keys(ui.ctx(), response.id, filter);
    let keys = [
        (Modifiers::ALT, Key::ArrowUp, Act::Up),
        (Modifiers::ALT, Key::ArrowDown, Act::Down),
        (Modifiers::NONE, Key::ArrowUp, Act::Above),
        (Modifiers::NONE, Key::ArrowDown, Act::Below),
        (Modifiers::NONE, Key::F2, Act::Edit),
        (Modifiers::NONE, Key::Delete, Act::Remove),
    ];
    let pressed = |(modifiers, key, act): (Modifiers, Key, Act)| {
        ui.input_mut(|input| input.consume_key(modifiers, key)).then_some(act)
    };
    keys.into_iter().find_map(pressed)
}

/// Moves an item to another place among its like.
fn place_item(cx: &Cx<'_>, view: &MeetingView, from: usize, to: usize) {
    if from == to {
        return;
    }
    let Some(item) = view.agenda.get(from) else { return };
    let others: Vec<&str> =
        view.agenda.iter().filter(|other| other.id != item.id).map(|other| other.position.as_str()).collect();
    let before = to.checked_sub(1).and_then(|at| others.get(at)).copied();
    let values = vec![("position", position::between(before, others.get(to).copied()).into())];
    cx.store.send(Edit::Set { record: item.id.record(), values, session: None, based_on: None });
}

/// What an item is about: each with the way to it, and a cross that takes it off.
fn links_ui(ui: &mut Ui, cx: &mut Cx<'_>, item: &AgendaView) {
    if item.links.is_empty() {
        return;
    }
    let indent = NUMBER + 8.0;
    let layout = ui.direction().wrapping_row();
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for link in &item.links {
            ui.add_space(if link.link == item.links.first().map_or(link.link, |first| first.link) {
                indent
            } else {
                4.0
            });
            link_ui(ui, cx, link);
        }
    });
    ui.add_space(4.0);
}

/// The most of a name that a chip shows, in letters.
const CHIP_LETTERS: usize = 42;

fn link_ui(ui: &mut Ui, cx: &mut Cx<'_>, link: &ItemLink) {
    let named = &link.named;
    let number = if named.detail.is_empty() { String::new() } else { cx.tr.code(&named.detail) };
    let short: String = named.name.chars().take(CHIP_LETTERS).collect();
    let short = if short.len() < named.name.len() { tr!(cx.tr, "agenda-link-short", text = short) } else { short };
    let known: Vec<&str> = [number.as_str(), short.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    let words = known.join(" · ");
    let tone = shown::record_tone(named.record, &link.kind);
    let open = tr!(cx.tr, "record-open", name = &named.name);
    if ui.add(Chip::new(&words, tone).clickable().name(&open)).clicked() {
        cx.go(shown::route_of(named.record));
    }
    let cut = tr!(cx.tr, "record-cut-tie", name = &named.name);
    if ui.add(Button::icon_only(Icon::Close, &cut).small()).clicked() {
        cx.store.send(Edit::Remove(link.link.record()));
    }
}
