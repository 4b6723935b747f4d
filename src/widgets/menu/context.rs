//! The menu of a thing: what can be done with a row, a card, a heading.
//!
//! It opens where the pointer was pressed, or below the thing itself when a key asked for it, and grows towards where
//! lines end. Keys: the Menu key or Shift+F10 opens it; arrows, Home, End and first letters walk, and the first arrow
//! comes to one that the pointer opened; the arrow that goes onwards opens further entries and the other one closes them;
//! Enter chooses; Escape closes one level and gives the focus back to the thing.

use super::MenuEntry;
use super::entries::{entries_ui, walk, wide};
use crate::widgets::direction::UiExt;
use egui::{
    Area, Id, Key, Modifiers, Order, Popup, PopupAnchor, PopupCloseBehavior, PopupKind, Pos2, Rect, RectAlign,
    Response, Role, SetOpenCommand, Ui, pos2, vec2,
};
use std::time::Duration;

/// What was chosen from a menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The entry, from the top.
    pub entry: usize,
    /// The entry among its children, where it has any.
    pub child: Option<usize>,
}

/// How long the pointer rests on another entry before its further entries are shown: on the way to those that are open it
/// crosses others.
const REST_SECONDS: f64 = 0.2;

/// A menu while it is open.
#[derive(Clone, Copy, Debug)]
struct Open {
    at: Pos2,
    /// It was opened in this frame.
    is_new: bool,
    /// It was asked for by a key: the first entry has the focus.
    by_key: bool,
    child: Option<usize>,
    child_by_key: bool,
    rests: Option<(usize, f64)>,
}

/// The menu of `response`: right click, the Menu key or Shift+F10. `entries` is asked only while the menu is open.
///
/// ```no_run
/// use tansiq::widgets::{MenuEntry, context_menu};
/// fn card_ui(ui: &mut egui::Ui, card: &egui::Response, words: [&str; 2]) {
///     let entries = || words.map(MenuEntry::new).to_vec();
///     if let Some(chosen) = context_menu(ui, card, "card", entries) {
///         println!("{}", chosen.entry);
///     }
/// }
/// ```
pub fn context_menu(
    ui: &Ui,
    response: &Response,
    name: &str,
    entries: impl FnOnce() -> Vec<MenuEntry>,
) -> Option<Chosen> {
    let id = menu_id(response);
    if response.secondary_clicked() {
        let at = ui.ctx().pointer_interact_pos().unwrap_or_else(|| response.rect.center());
        open_menu(ui, id, at, false);
    } else if response.has_focus() && is_asked_by_key(ui) {
        open_menu(ui, id, below(ui, response.rect), true);
    }
    menu_at(ui, id, response.id, name, entries)
}

fn menu_id(response: &Response) -> Id {
    response.id.with("context-menu")
}

/// Is the menu of `response` open, or can it be opened in this frame? Where it is neither, a list need not make the name and
/// the entries that [`context_menu`] takes, for each row in each frame.
pub fn is_menu_near(ui: &Ui, response: &Response) -> bool {
    response.has_focus() || response.secondary_clicked() || Popup::is_id_open(ui.ctx(), menu_id(response))
}

/// Was the Menu key pressed, or Shift+F10?
pub fn is_asked_by_key(ui: &Ui) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10))
}

/// Where the menu of a thing opens that has no pointer on it.
pub(crate) fn below(ui: &Ui, rect: Rect) -> Pos2 {
    let direction = ui.direction();
    pos2(direction.start_x(rect) + direction.forward(12.0), rect.bottom() - 4.0)
}

/// Opens the menu `id` at a place; it is drawn by [`menu_at`].
pub(crate) fn open_menu(ui: &Ui, id: Id, at: Pos2, by_key: bool) {
    let open = Open { at, is_new: true, by_key, child: None, child_by_key: false, rests: None };
    ui.ctx().data_mut(|data| data.insert_temp(id, open));
}

/// Draws the menu `id` while it is open, and answers what was chosen. `opener` gets the focus back.
pub(crate) fn menu_at(
    ui: &Ui,
    id: Id,
    opener: Id,
    name: &str,
    entries: impl FnOnce() -> Vec<MenuEntry>,
) -> Option<Chosen> {
    let mut open: Open = ui.ctx().data(|data| data.get_temp(id))?;
    let entries = entries();
    if entries.is_empty() {
        ui.ctx().data_mut(|data| data.remove::<Open>(id));
        return None;
    }
    let is_new = std::mem::take(&mut open.is_new);
    let align = if ui.direction().is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    let wide = wide(ui, &entries);
    let popup = Popup::new(id, ui.ctx().clone(), PopupAnchor::Position(open.at), ui.layer_id())
        .kind(PopupKind::Menu)
        .align(align)
        .anchor_widget(opener)
        .accessible_name(name)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .open_memory(is_new.then_some(SetOpenCommand::Bool(true)))
        .width(wide + 12.0);
    let mut children_rect = Rect::NOTHING;
    let shown = popup.show(|ui| {
        ui.set_width(wide);
        let responses = entries_ui(ui, &entries, open.child);
        let first = (is_new && open.by_key).then(|| first_enabled(&entries));
        let is_walked = open.child.is_some() || responses.iter().any(Response::has_focus);
        let first = first.or_else(|| if is_walked { None } else { entered(ui, &entries) });
        walk(ui, &entries, &responses, first);
        turn_children(ui, &entries, &responses, &mut open);
        let chosen = responses.iter().position(Response::clicked);
        let parent = open.child.and_then(|at| Some((at, entries.get(at)?, responses.get(at)?)));
        let child = parent.and_then(|(at, entry, response)| {
            let (rect, child) = children_ui(ui, id, entry, response, &mut open);
            children_rect = rect;
            child.map(|child| Chosen { entry: at, child: Some(child) })
        });
        let is_leaf = |at: &usize| entries.get(*at).is_some_and(|entry| entry.children.is_empty());
        child.or_else(|| chosen.filter(is_leaf).map(|entry| Chosen { entry, child: None }))
    });
    let Some(shown) = shown else {
        ui.ctx().data_mut(|data| data.remove::<Open>(id));
        return None;
    };
    let pressed = ui.input(|input| input.pointer.any_pressed().then(|| input.pointer.interact_pos()).flatten());
    let is_outside =
        |at: Pos2| !shown.response.rect.expand(6.0).contains(at) && !children_rect.expand(6.0).contains(at);
    let is_left = !is_new && pressed.is_some_and(is_outside);
    let is_still_open = Popup::is_id_open(ui.ctx(), id) && shown.inner.is_none() && !is_left;
    if is_still_open {
        ui.ctx().data_mut(|data| data.insert_temp(id, open));
    } else {
        Popup::close_id(ui.ctx(), id);
        ui.ctx().data_mut(|data| data.remove::<Open>(id));
        // Where the pointer was pressed elsewhere, that takes the focus.
        if !is_left {
            ui.memory_mut(|memory| memory.request_focus(opener));
        }
        ui.ctx().request_repaint();
    }
    shown.inner
}

/// The pointer opened it, and the keys come to it: the entry they begin at.
fn entered(ui: &Ui, entries: &[MenuEntry]) -> Option<usize> {
    let pressed =
        |keys: [Key; 2]| ui.input_mut(|input| keys.into_iter().any(|key| input.consume_key(Modifiers::NONE, key)));
    if pressed([Key::ArrowDown, Key::Home]) {
        Some(first_enabled(entries))
    } else if pressed([Key::ArrowUp, Key::End]) {
        entries.iter().rposition(|entry| entry.is_enabled)
    } else {
        None
    }
}

fn first_enabled(entries: &[MenuEntry]) -> usize {
    entries.iter().position(|entry| entry.is_enabled).unwrap_or(0)
}

/// Opens and closes further entries: by pointer, click, or the arrows along the line.
fn turn_children(ui: &Ui, entries: &[MenuEntry], responses: &[Response], open: &mut Open) {
    let has_children = |at: usize| entries.get(at).is_some_and(|entry| entry.is_enabled && !entry.children.is_empty());
    let direction = ui.direction();
    if let Some(at) = responses.iter().position(Response::has_focus).filter(|&at| has_children(at)) {
        let keys = [direction.forward_key(), Key::Enter, Key::Space];
        if ui.input_mut(|input| keys.iter().any(|&key| input.consume_key(Modifiers::NONE, key))) {
            (open.child, open.child_by_key) = (Some(at), true);
            return;
        }
    }
    if let Some(at) = responses.iter().position(Response::clicked).filter(|&at| has_children(at)) {
        (open.child, open.child_by_key) = (Some(at), false);
    }
    let now = ui.input(|input| input.time);
    let hovered = responses.iter().position(Response::hovered).filter(|&at| Some(at) != open.child);
    open.rests = hovered.map(|at| match open.rests {
        Some((before, since)) if before == at => (at, since),
        _ => (at, now),
    });
    let Some((at, since)) = open.rests.filter(|&(at, _)| open.child.is_some() || has_children(at)) else { return };
    let rested = now - since;
    if rested >= REST_SECONDS {
        open.child = has_children(at).then_some(at);
        open.child_by_key = false;
    } else {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(REST_SECONDS - rested + 0.01));
    }
}

/// The further entries of one, beside it.
fn children_ui(ui: &Ui, id: Id, parent: &MenuEntry, beside: &Response, open: &mut Open) -> (Rect, Option<usize>) {
    let wide = wide(ui, &parent.children);
    let id = id.with("children");
    let align = if ui.direction().is_rtl() {
        [RectAlign::LEFT_START, RectAlign::RIGHT_START]
    } else {
        [RectAlign::RIGHT_START, RectAlign::LEFT_START]
    };
    let size = vec2(wide + 14.0, (ui.metrics().entry + 2.0) * parent.children.len() as f32 + 14.0);
    let align = RectAlign::find_best_align(align.into_iter(), ui.ctx().content_rect(), beside.rect, 8.0, size);
    let place = align.unwrap_or_default().align_rect(&beside.rect, size, 8.0);
    let back = ui.direction().back_key();
    let area = Area::new(id).order(Order::Tooltip).fixed_pos(place.min - vec2(0.0, 6.0)).accessible_name(&parent.text);
    let area = area.role(Role::Menu).accessibility_parent(beside.id).default_width(wide);
    let by_key = std::mem::take(&mut open.child_by_key);
    let shown = area.show(ui.ctx(), |ui| {
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            ui.set_width(wide);
            let responses = entries_ui(ui, &parent.children, None);
            walk(ui, &parent.children, &responses, by_key.then(|| first_enabled(&parent.children)));
            let is_inside = responses.iter().any(Response::has_focus);
            let is_closed = is_inside
                && ui.input_mut(|input| {
                    input.consume_key(Modifiers::NONE, back) || input.consume_key(Modifiers::NONE, Key::Escape)
                });
            (responses.iter().position(Response::clicked), is_closed)
        })
    });
    let (chosen, is_closed) = shown.inner.inner;
    if is_closed {
        open.child = None;
        beside.request_focus();
    }
    (shown.response.rect, chosen)
}
