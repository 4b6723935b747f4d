//! Where the focus goes when something opens over a screen, and where it returns to when that closes; and whose Ctrl+Enter
//! is.
//!
//! A button takes no focus from what one writes in when it is clicked. What it opened gives the focus to it all the same when
//! a key closes that and nothing had the focus before: whoever goes on with keys goes on from there.
//!
//! Apart because whoever opened a dialog also stops showing it, at any moment: only the next frame can see that it has gone.

use super::arrival::{arrive_first, give_up, is_awaited};
use crate::text::await_focus;
use egui::{Context, Event, FocusDirection, FullOutput, Id, Key, Modifiers, Plugin, RawInput, Ui};

/// What is open over the screen, and what had the focus before.
#[derive(Clone, Copy, Debug)]
struct Opened {
    id: Id,
    opener: Option<Id>,
    /// The opener was clicked, and nothing had the focus.
    is_clicked: bool,
    /// The frame in which it opened.
    since: u64,
    /// The frame in which it was shown last.
    shown: u64,
    /// Something in it has had the focus.
    is_entered: bool,
    /// What in it asked for the focus as it opened.
    wanted: Option<Id>,
}

/// What asked for the focus as something opened has it again within so many frames: the click that opened it was elsewhere,
/// and where that frame is drawn a second time egui takes the focus away for it.
const SETTLES_WITHIN: u64 = 4;

fn list() -> Id {
    Id::unique("widgets-focus-opened")
}

fn clicked() -> Id {
    Id::unique("widgets-focus-clicked")
}

/// What was clicked opens something within so many frames: a command goes through the window's queue first.
const OPENS_WITHIN: u64 = 8;

/// Begins to remember what is clicked.
pub(super) fn install(ctx: &Context) {
    ctx.add_plugin(FocusReturn::default());
}

/// What was clicked just now, where it can have the focus.
fn clicked_just_now(ctx: &Context) -> Option<Id> {
    let (id, frame): (Id, u64) = ctx.data(|data| data.get_temp(clicked()))?;
    let is_new = ctx.cumulative_frame_nr() <= frame + OPENS_WITHIN;
    let response = ctx.read_response(id).filter(|_| is_new)?;
    response.sense.is_focusable().then_some(id)
}

/// Call it when a dialog or a sheet is shown, before its contents. The first time, what has the focus gives it up to the first
/// thing in the dialog, and gets it back when the dialog is no longer shown.
pub(super) fn enter(ctx: &Context, id: Id) {
    install(ctx);
    let shown = ctx.cumulative_frame_nr();
    let mut opened: Vec<Opened> = ctx.data(|data| data.get_temp(list())).unwrap_or_default();
    let at = opened.iter().position(|opened| opened.id == id).unwrap_or_else(|| {
        let focused = ctx.memory(|memory| memory.focused());
        if let Some(focused) = focused {
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
        await_focus(ctx);
        // What led here may have been open itself, and have gone before it gave the focus back: as the search does.
        let gone = opened.iter().rposition(|opened| opened.shown + 1 < shown).filter(|_| focused.is_none());
        let (opener, is_clicked) = match gone.map(|gone| opened.remove(gone)) {
            Some(gone) => (gone.opener, gone.is_clicked),
            None => (focused.or_else(|| clicked_just_now(ctx)), focused.is_none()),
        };
        opened.push(Opened { id, opener, is_clicked, since: shown, shown, is_entered: false, wanted: None });
        opened.len() - 1
    });
    if let Some(known) = opened.get_mut(at) {
        known.shown = shown;
        let focused = ctx.memory(|memory| memory.focused());
        if let Some(wanted) = known.wanted.filter(|_| focused.is_none() && shown <= known.since + SETTLES_WITHIN) {
            ctx.memory_mut(|memory| memory.request_focus(wanted));
        }
        known.is_entered |= focused.is_some() || known.wanted.is_some();
        // What is measured first is not there yet and takes no focus: it is offered until something takes it. Not at once:
        // the Enter that opened it would press what has the focus in the same frame.
        if !known.is_entered && shown > known.since {
            ctx.memory_mut(|memory| memory.move_focus(FocusDirection::Next));
        } else if !known.is_entered {
            ctx.request_repaint();
        }
    }
    ctx.data_mut(|data| data.insert_temp(list(), opened));
}

fn confirmed() -> Id {
    Id::unique("widgets-focus-confirmed")
}

/// Does nothing have the focus, and is nothing open over the page? Then the list that a page is about answers the keys.
pub(super) fn is_idle(ctx: &Context) -> bool {
    // A menu that is open has the keys, whatever has the focus.
    !egui::Popup::is_any_open(ctx)
        && ctx.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none())
}

/// Was a key used last, and not the pointer?
pub(super) fn is_by_key(ctx: &Context) -> bool {
    ctx.with_plugin(|plugin: &mut FocusReturn| plugin.is_by_key).unwrap_or_default()
}

/// Who had the focus before this frame's keys, while nothing is open over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// Nobody.
    Nowhere,
    /// This one.
    At(Id),
}

/// Who had the focus when the last frame ended. Escape takes the focus away before anything is drawn: whoever means
/// something else by it asks here. `None` where something was open over the page, and Escape is that one's.
pub(super) fn stood(ctx: &Context) -> Option<Stand> {
    ctx.with_plugin(|plugin: &mut FocusReturn| plugin.stood).flatten()
}

/// Was Ctrl+Enter pressed for this one, which is open over everything else? Says it once.
///
/// It is taken out of the frame before anything is drawn: a focused button hears every Enter, and would be pressed as well,
/// or instead; and the page behind has no part in it.
pub(super) fn is_confirmed(ctx: &Context, id: Id) -> bool {
    let is_meant = ctx.data(|data| data.get_temp(confirmed())) == Some(id);
    if is_meant {
        ctx.data_mut(|data| data.remove::<Id>(confirmed()));
    }
    is_meant
}

/// Takes Ctrl+Enter for what is open on top.
fn take_confirmation(ctx: &Context, top: Option<&Opened>, input: &mut RawInput) {
    let is_asked = |event: &Event| {
        matches!(event, Event::Key { key: Key::Enter, pressed: true, modifiers, .. }
            if modifiers.matches_logically(Modifiers::COMMAND))
    };
    ctx.data_mut(|data| data.remove::<Id>(confirmed()));
    if let Some(top) = top
        && input.events.iter().any(is_asked)
    {
        input.events.retain(|event| !is_asked(event));
        ctx.data_mut(|data| data.insert_temp(confirmed(), top.id));
    }
}

/// Gives the focus back to whatever had it before what is gone was opened. What is typed while something opens waits until
/// something in it has the focus: whoever presses a button and types on means the field that comes.
#[derive(Default)]
struct FocusReturn {
    held: Vec<Event>,
    /// So many frames it has waited.
    waited: usize,
    /// A key was used last, and not the pointer.
    is_by_key: bool,
    /// Something had the focus when this pass began.
    had_focus: bool,
    /// What had the focus when the last pass ended; `None` where something was open over the page.
    stood: Option<Stand>,
    /// For so many frames what the page is about may take the focus that Escape took.
    leads_on: Option<u8>,
}

/// So many frames a button that has gone may still have the focus.
const PRESSED_STAYS: u64 = 2;

/// Within so many frames a page takes the focus that Escape took from something on it.
const LEADS_WITHIN: u8 = 4;

/// It waits no longer than this: something without anything to type in.
const LONGEST_WAIT: usize = 8;

impl FocusReturn {
    /// Escape takes the focus from what has it before anything is drawn. Where that meant nothing to anybody, the focus was
    /// lost with it: who goes on with Tab would begin at the top, and who hears the page would not know where. So it leads to
    /// what the page is about, which has the keys from there on.
    fn lead_on_escaped(&mut self, ctx: &Context) {
        let is_free = ctx.memory(|memory| memory.focused()).is_none();
        if let Some(frames) = self.leads_on.take().filter(|_| is_free) {
            self.leads_on = frames.checked_sub(1);
            if self.leads_on.is_none() {
                give_up(ctx);
            }
        }
        let is_pressed = ctx.input(|input| input.key_pressed(Key::Escape));
        let had_focus = matches!(self.stood, Some(Stand::At(_)));
        if is_pressed && had_focus && is_free && !is_awaited(ctx) {
            self.leads_on = Some(LEADS_WITHIN);
            arrive_first(ctx);
        }
    }

    /// Tab from the last stop gives the focus to nothing for a frame, and to the first stop only with the next: a screen reader
    /// would be led to the window in between. That frame is drawn again before anybody sees or hears it.
    fn go_round(&self, ctx: &Context) {
        let is_left = self.had_focus && ctx.memory(|memory| memory.focused()).is_none();
        if is_left && ctx.input(|input| input.key_pressed(Key::Tab)) {
            ctx.request_discard("the focus goes round");
        }
    }
}

impl Plugin for FocusReturn {
    fn debug_name(&self) -> &'static str {
        "focus-return"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let opened: Vec<Opened> = ctx.data(|data| data.get_temp(list())).unwrap_or_default();
        let is_opening = opened.last().is_some_and(|opened| !opened.is_entered);
        let waits = is_opening && ctx.memory(|memory| memory.focused()).is_none() && self.waited < LONGEST_WAIT;
        if waits {
            let at =
                input.events.iter().position(|event| matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_)));
            if !self.held.is_empty() || at.is_some() {
                let from = if self.held.is_empty() { at.unwrap_or_default() } else { 0 };
                self.held.extend(input.events.split_off(from));
                self.waited += 1;
            }
        } else {
            self.waited = 0;
            input.events.splice(0..0, self.held.drain(..));
        }
        for event in &input.events {
            if let Event::Key { pressed: true, .. } = event {
                self.is_by_key = true;
            } else if let Event::PointerButton { .. } = event {
                self.is_by_key = false;
                give_up(ctx);
            }
        }
        take_confirmation(ctx, opened.last(), input);
    }

    fn on_begin_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx();
        self.had_focus = ctx.memory(|memory| memory.focused()).is_some();
        if let Some(id) = ctx.interaction_snapshot(|snapshot| snapshot.clicked) {
            let now = ctx.cumulative_frame_nr();
            ctx.data_mut(|data| data.insert_temp(clicked(), (id, now)));
        }
    }

    fn output_hook(&mut self, ctx: &Context, _output: &mut FullOutput) {
        if !self.held.is_empty() {
            ctx.request_repaint();
        }
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx();
        self.go_round(ctx);
        self.lead_on_escaped(ctx);
        let focused = ctx.memory(|memory| memory.focused());
        if focused.is_some() {
            give_up(ctx);
        }
        let is_covered = egui::Popup::is_any_open(ctx) || ctx.memory(|memory| memory.top_modal_layer().is_some());
        self.stood = (!is_covered).then(|| focused.map_or(Stand::Nowhere, Stand::At));
        let now = ctx.cumulative_frame_nr();
        let Some(mut opened) = ctx.data(|data| data.get_temp::<Vec<Opened>>(list())) else { return };
        if let Some(newest) = opened.last_mut().filter(|opened| opened.since == now) {
            newest.wanted = focused.or(newest.wanted);
            ctx.data_mut(|data| data.insert_temp(list(), opened.clone()));
        }
        let (here, gone): (Vec<Opened>, Vec<Opened>) = opened.iter().partition(|opened| opened.shown >= now);
        let Some(first) = gone.first() else { return };
        let is_free = ctx.memory(|memory| memory.focused()).is_none();
        if is_free && self.is_by_key {
            await_focus(ctx);
        }
        // What was pressed in it, and closed it, has the focus until egui sees that it has gone.
        if !is_free && now <= first.shown + PRESSED_STAYS {
            return ctx.request_repaint();
        }
        // On another page the opener is gone, though egui may not know it yet.
        let returns = is_free && !is_awaited(ctx) && (!first.is_clicked || self.is_by_key);
        if let Some(opener) = first.opener.filter(|opener| returns && ctx.read_response(*opener).is_some()) {
            ctx.memory_mut(|memory| memory.request_focus(opener));
            ctx.request_repaint();
        }
        ctx.data_mut(|data| data.insert_temp(list(), here));
    }
}
