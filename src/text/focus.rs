//! Whose the arrow keys are.
//!
//! egui leads an arrow to the nearest widget in that direction, unless what has the focus asks for the key; and what it asks
//! for counts only from the second frame in which it has the focus ([`egui::Memory::set_focus_lock_filter`]). An arrow that
//! comes before, because one types fast or the machine is slow, would be answered by the widget and lead away from it as well.

use egui::{Context, Event, EventFilter, FocusDirection, Id, Key, Ui};

/// Keeps keys for a widget while it has the focus, from the first frame on. Call it in every frame in which it has the focus.
pub fn keep_keys(ctx: &Context, id: Id, filter: EventFilter) {
    let is_ours = |event: &Event| {
        let is_arrow = matches!(
            event,
            Event::Key { key: Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight, pressed: true, .. }
        );
        is_arrow && filter.matches(event)
    };
    // The raw ones: whoever calls this may have taken the key already.
    let is_pressed = ctx.input(|input| input.raw.events.iter().any(is_ours));
    ctx.memory_mut(|memory| {
        memory.set_focus_lock_filter(id, filter);
        if is_pressed && memory.has_focus(id) {
            memory.move_focus(FocusDirection::None);
        }
    });
}

/// Can something here have the focus? Below what is open over the page, and for a frame after that has gone, egui takes it
/// from whatever asks for it, and in the frame of a press or a click from all that was not clicked: whoever is to have it waits.
pub fn can_take_focus(ui: &Ui) -> bool {
    let is_clicked = ui.input(|input| input.pointer.any_pressed() || input.pointer.any_click());
    if is_clicked {
        ui.ctx().request_repaint();
    }
    !is_clicked && ui.memory(|memory| memory.allows_interaction(ui.layer_id()))
}

/// Gives the focus to a widget because of a key, which leads nowhere else.
pub fn take_focus(ctx: &Context, id: Id) {
    ctx.memory_mut(|memory| {
        memory.request_focus(id);
        memory.move_focus(FocusDirection::None);
    });
}
