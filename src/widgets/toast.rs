//! Passing messages at the foot of the window, with one button at most, and gone by themselves.
//!
//! A screen reader hears each at once; one that failed interrupts it. F8 goes to the newest message's button and back again,
//! also when that has gone by itself meanwhile: whoever hears the page may be told of it only then. Tab walks on, and what had the focus has it again when the message is gone. Shown after everything else, they come last in
//! the order of Tab. As long as the pointer or the focus is on one, they all stay.
//!
//! ```no_run
//! use tansiq::widgets::Toasts;
//! fn messages_ui(ctx: &egui::Context, toasts: &mut Toasts<u32>, words: [&str; 3]) {
//!     toasts.say_with(words[0], words[1], 7);
//!     if toasts.show(ctx, words[2]) == Some(7) {
//!         println!("taken back");
//!     }
//! }
//! ```

use super::button::Button;
use super::direction::UiExt;
use super::icon::Icon;
use super::paint::{self, Line};
use super::theme::{RADIUS_CARD, Tone, Type};
use crate::text::{Weight, give_way};
use egui::accesskit::Live;
use egui::{
    Align2, Area, Context, Event, Frame, Id, Key, Margin, Modifiers, Order, Response, Role, Ui, WidgetInfo, vec2,
};
use std::time::Duration;

/// How long a message stays; one that failed stays longer.
const STAYS_SECONDS: f64 = 6.0;
const FAILED_STAYS_SECONDS: f64 = 20.0;
/// A longer message is shortened; the whole is in its tooltip. Beside it stay a button and some of the page.
const MOST_WORDS: f32 = 1_040.0;
const LEAST_WORDS: f32 = 320.0;
const BESIDE_WORDS: f32 = 300.0;
/// The key that leads to the newest message and back.
const KEY: Key = Key::F8;
/// The width of the cross.
const CROSS: f32 = 26.0;
/// Above the buttons of a sheet, and above what a page asks to be kept free.
const ABOVE_FOOT: f32 = 28.0;
const ABOVE_KEPT: f32 = 8.0;
/// How high one is, with the space below it.
const HEIGHT: f32 = 52.0;

/// The page has something at its foot that is pressed while messages are on show: they stand above it. Said in every frame.
pub fn keep_foot_free(ctx: &Context, top: f32) {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(foot_id(), (pass, top)));
}

fn foot_id() -> Id {
    Id::unique("kept-free-of-toasts")
}

/// How far above the foot of the window they stand.
fn above_foot(ctx: &Context) -> f32 {
    let kept = ctx.data(|data| data.get_temp::<(u64, f32)>(foot_id()));
    let kept = kept.filter(|(pass, _)| *pass == ctx.cumulative_pass_nr());
    kept.map_or(ABOVE_FOOT, |(_, top)| (ctx.content_rect().bottom() - top + ABOVE_KEPT - HEIGHT).max(ABOVE_FOOT))
}

struct Toast<A> {
    /// So that a message keeps its place in the order of Tab when one above it goes.
    number: u64,
    text: String,
    /// As it is announced: with its button, and the key that leads there.
    heard: String,
    tone: Tone,
    button: Option<(String, A)>,
    /// How long it still stays.
    left_seconds: f64,
    /// Nobody has seen it yet: its time begins with the next frame.
    is_new: bool,
    /// The pointer came to it, and is there still. One that appears below a resting pointer is not meant by it.
    is_pointed_at: bool,
}

impl<A> Toast<A> {
    fn has_failed(&self) -> bool {
        self.tone == Tone::Red
    }

    /// How long it stays, in seconds.
    fn stays(&self) -> f64 {
        if self.has_failed() { FAILED_STAYS_SECONDS } else { STAYS_SECONDS }
    }

    fn offers(&self, what: impl Fn(&A) -> bool) -> bool {
        self.button.as_ref().is_some_and(|(_, action)| what(action))
    }
}

/// The messages on show, newest below. `A` is what a button asks for.
pub struct Toasts<A> {
    shown: Vec<Toast<A>>,
    /// The last that has gone by itself, while what its button offers is true.
    gone: Option<Toast<A>>,
    count: u64,
    /// The newest that was shown before.
    told: u64,
    /// When they were shown last.
    seen_at: f64,
    /// The pointer or the focus is on one of them.
    is_held: bool,
    /// The focus is on one of them.
    has_focus: bool,
    /// The focus is to go to the newest, or back.
    is_asked: bool,
    /// What had the focus before a key led here.
    before: Option<Id>,
}

impl<A> Default for Toasts<A> {
    fn default() -> Self {
        Self {
            shown: Vec::new(),
            gone: None,
            count: 0,
            told: 0,
            seen_at: f64::NAN,
            is_held: false,
            has_focus: false,
            is_asked: false,
            before: None,
        }
    }
}

impl<A: Clone> Toasts<A> {
    /// Says something.
    pub fn say(&mut self, text: impl Into<String>) {
        self.push(text.into(), Tone::Neutral, None);
    }

    /// Says something that a button can answer.
    pub fn say_with(&mut self, text: impl Into<String>, button: impl Into<String>, action: A) {
        self.push(text.into(), Tone::Neutral, Some((button.into(), action)));
    }

    /// Says what went wrong and the way out.
    pub fn fail(&mut self, text: impl Into<String>) {
        self.push(text.into(), Tone::Red, None);
    }

    /// Says what went wrong, with a button that leads to where it can be put right.
    pub fn fail_with(&mut self, text: impl Into<String>, button: impl Into<String>, action: A) {
        self.push(text.into(), Tone::Red, Some((button.into(), action)));
    }

    /// Lets go of every message whose button offers what is no longer true.
    pub fn drop_offers(&mut self, is_untrue: impl Fn(&A) -> bool) {
        self.gone.take_if(|toast| toast.offers(&is_untrue));
        self.shown.retain(|toast| !toast.offers(&is_untrue));
    }

    /// Lets go of a message of what was going on: it is over.
    pub fn let_go(&mut self, text: &str) {
        self.shown.retain(|toast| toast.text != text);
    }

    /// Takes the button from every message whose words stay true while what it offers does not.
    pub fn take_buttons(&mut self, is_untrue: impl Fn(&A) -> bool) {
        self.gone.take_if(|toast| toast.offers(&is_untrue));
        for toast in self.shown.iter_mut().filter(|toast| toast.offers(&is_untrue)) {
            toast.button = None;
        }
    }

    /// Is none on show?
    pub const fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The newest one's button gets the focus when they are shown next, as if its key had been pressed; one that has gone comes
    /// back for that. Answers whether there is one.
    pub fn go_to_newest(&mut self) -> bool {
        if self.shown.is_empty()
            && let Some(gone) = self.gone.take()
        {
            self.count += 1;
            let left_seconds = gone.stays();
            self.shown.push(Toast { number: self.count, left_seconds, is_new: true, is_pointed_at: false, ..gone });
        }
        self.is_asked = !self.shown.is_empty();
        self.is_asked
    }

    fn push(&mut self, text: String, tone: Tone, button: Option<(String, A)>) {
        self.gone = None;
        self.shown.retain(|toast| toast.text != text);
        // Three at once are as many as one can read.
        if self.shown.len() >= 3 {
            self.shown.remove(0);
        }
        self.count += 1;
        let heard = match &button {
            Some((words, _)) => format!("{text} ({}: {words})", KEY.name()),
            None => text.clone(),
        };
        let (number, left_seconds) = (self.count, 0.0);
        let toast = Toast { number, text, heard, tone, button, left_seconds, is_new: true, is_pointed_at: false };
        self.shown.push(Toast { left_seconds: toast.stays(), ..toast });
    }

    /// Shows them; answers the button that was pressed. `close` is the word for the cross.
    pub fn show(&mut self, ctx: &Context, close: &str) -> Option<A> {
        self.pass_time(ctx);
        if self.shown.is_empty() {
            self.is_asked = false;
            return None;
        }
        let is_pressed = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, KEY));
        let mut is_asked = std::mem::take(&mut self.is_asked) || is_pressed;
        if is_asked && self.has_focus {
            is_asked = false;
            self.go_back(ctx);
        } else if is_asked {
            self.before = ctx.memory(|memory| memory.focused());
        }
        let mut pressed = None;
        let mut closed = None;
        (self.is_held, self.has_focus) = (false, false);
        let (count, above) = (self.shown.len(), above_foot(ctx));
        if self.shown.iter().any(|toast| toast.number > self.told) {
            self.told = self.count;
            give_way(ctx);
        }
        for (index, toast) in self.shown.iter_mut().enumerate() {
            let from_below = (count - index) as f32;
            let area = Area::new(Id::unique(("toast", toast.number)))
                .order(Order::Tooltip)
                .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -above - HEIGHT * from_below))
                .accessible_name(&toast.heard)
                .role(if toast.has_failed() { Role::Alert } else { Role::Status })
                .interactable(true);
            let keys = if index + 1 == count { KEY.name() } else { "" };
            let shown = area.show(ctx, |ui| toast_ui(ui, toast, close, keys));
            let buttons = shown.inner;
            if is_asked && index + 1 == count {
                buttons.action.as_ref().unwrap_or(&buttons.cross).request_focus();
            }
            let has_pointer =
                ctx.input(|input| input.pointer.hover_pos()).is_some_and(|at| shown.response.rect.contains(at));
            let is_moved = ctx.input(|input| input.events.iter().any(is_of_pointer));
            toast.is_pointed_at = has_pointer && (toast.is_pointed_at || is_moved);
            self.has_focus |= buttons.all().any(Response::has_focus);
            self.is_held |= toast.is_pointed_at || self.has_focus;
            if buttons.all().any(Response::clicked) {
                closed = Some(index);
                let is_action = buttons.action.is_some_and(|button| button.clicked());
                pressed = toast.button.as_ref().filter(|_| is_action).map(|(_, action)| action.clone());
            }
        }
        if let Some(index) = closed {
            self.shown.remove(index);
            (self.is_held, self.has_focus) = (false, false);
            self.go_back(ctx);
        }
        pressed
    }

    /// What had the focus before has it again.
    fn go_back(&mut self, ctx: &Context) {
        if let Some(before) = self.before.take() {
            ctx.memory_mut(|memory| memory.request_focus(before));
        } else if let Some(focused) = ctx.memory(|memory| memory.focused()).filter(|_| self.has_focus) {
            ctx.memory_mut(|memory| memory.surrender_focus(focused));
        }
    }

    /// Lets those go that have stayed long enough, and wakes the window when the next one has.
    fn pass_time(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        let passed = if self.is_held || self.seen_at.is_nan() { 0.0 } else { now - self.seen_at };
        self.seen_at = if self.shown.is_empty() { f64::NAN } else { now };
        for toast in &mut self.shown {
            toast.left_seconds -= if std::mem::take(&mut toast.is_new) { 0.0 } else { passed };
        }
        let over = self.shown.extract_if(.., |toast| toast.left_seconds <= 0.0);
        self.gone = over.filter(|toast| toast.button.is_some()).last().or_else(|| self.gone.take());
        let next = self.shown.iter().map(|toast| toast.left_seconds).fold(f64::INFINITY, f64::min);
        if next.is_finite() && !self.is_held {
            ctx.request_repaint_after(Duration::from_secs_f64(next + 0.01));
        }
    }
}

/// Does it tell that the pointer went somewhere, or was pressed?
const fn is_of_pointer(event: &Event) -> bool {
    matches!(event, Event::PointerMoved(_) | Event::PointerButton { .. })
}

/// The buttons of a message.
struct Buttons {
    action: Option<Response>,
    cross: Response,
}

impl Buttons {
    fn all(&self) -> impl Iterator<Item = &Response> {
        self.action.iter().chain([&self.cross])
    }
}

/// `keys` lead to its first button.
fn toast_ui<A>(ui: &mut Ui, toast: &Toast<A>, close: &str, keys: &str) -> Buttons {
    let tokens = ui.tokens();
    let has_failed = toast.has_failed();
    // The whole message is what is announced, and once: what stands in it is silent, and there to be read.
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_live(if has_failed { Live::Assertive } else { Live::Polite });
    });
    // The other way around than the page: it stands out in both themes.
    let (ground, ink) = (if has_failed { tokens.tone(Tone::Red).ink } else { tokens.ink_soft }, tokens.surface);
    let frame = Frame::popup(ui.style())
        .fill(ground)
        .stroke(egui::Stroke::NONE)
        .corner_radius(RADIUS_CARD)
        .inner_margin(Margin::symmetric(14, 6));
    // Known beforehand, so that the anchor centres what will be there and not what was.
    let most = (ui.ctx().content_rect().width() - BESIDE_WORDS).clamp(LEAST_WORDS, MOST_WORDS);
    let words_width = paint::width_of(ui, &toast.text, Type::Interface, Weight::Regular).min(most);
    let gap = ui.metrics().medium;
    let button_width = toast
        .button
        .as_ref()
        .map_or(0.0, |(text, _)| paint::width_of(ui, text, Type::Caption, Weight::SemiBold) + 16.0 + gap);
    let width = words_width + button_width + gap + CROSS + 1.0;
    let shown = frame.show(ui, |ui| {
        let layout = ui.direction().row();
        ui.allocate_ui_with_layout(vec2(width, 32.0), layout, |ui| {
            ui.set_min_size(vec2(width, 32.0));
            ui.spacing_mut().item_spacing.x = gap;
            let words = ui.add(Line::new(&toast.text).color(ink).max_width(most));
            words.widget_info(|| WidgetInfo::labeled(Role::Label, true, &toast.text));
            let action = toast.button.as_ref().map(|(text, _)| ui.add(Button::new(text).small().keys(keys)));
            let keys = if action.is_some() { "" } else { keys };
            let cross = Button::icon_only(Icon::Close, close).small().inverse().keys(keys);
            let buttons = Buttons { action, cross: ui.add(cross) };
            for id in buttons.all().map(|button| button.id).chain([words.id]) {
                ui.ctx().accesskit_node_builder(id, |node| node.set_live(Live::Off));
            }
            buttons
        })
        .inner
    });
    shown.inner
}
