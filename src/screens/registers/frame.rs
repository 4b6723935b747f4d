//! What stands around every register: heading, empty states, the form of something new, the question why, the footer.

use super::Register;
use crate::domain::{FieldValue, OutcomeKind, Record};
use crate::screens::Cx;
use crate::screens::form::{FormOutput, RecordForm};
use crate::screens::reason::{Move, ReasonForm, send_moves};
use crate::store::{Changes, Reply, Ticket};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::theme::is_narrow;
use crate::widgets::{Button, Field, Icon, KeyHint, Skeleton, UiExt, empty_state, key_footer, page_heading};
use egui::Ui;

/// A register without its rows.
pub(super) struct RegisterFrame {
    register: &'static Register,
    words: String,
    form: Option<RecordForm>,
    /// What was added by the form, until it is shown among the others.
    pub(super) made: Option<Record>,
    reason: Option<ReasonForm>,
    /// Moves that were to say why were called off instead.
    is_called_off: bool,
}

impl RegisterFrame {
    pub(super) const fn new(register: &'static Register) -> Self {
        Self { register, words: String::new(), form: None, made: None, reason: None, is_called_off: false }
    }

    /// One of the register's messages.
    pub(super) fn key(&self, rest: &str) -> String {
        format!("{}-{rest}", self.register.words)
    }

    pub(super) fn title(&self, tr: &Tr) -> String {
        tr!(tr, &self.title_key())
    }

    /// The key of its title.
    pub(super) fn title_key(&self) -> String {
        format!("screen-{}", self.register.words)
    }

    /// What the rows have to hold.
    pub(super) fn containing(&self) -> &str {
        self.words.trim()
    }

    /// They have to hold no words any more.
    pub(super) fn clear_words(&mut self) {
        self.words.clear();
    }

    /// The heading; behind what stands `before` them, its buttons open the form of something new.
    pub(super) fn heading_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, about: &str, before: impl FnOnce(&mut Ui)) {
        let mut asked = None;
        page_heading(ui, &self.title(cx.tr), about, |ui| {
            before(ui);
            // A narrow window has no room for it; what is new from anywhere has all kinds.
            if let Some(kind) = self.register.also_added.filter(|_| !is_narrow(ui.ctx())) {
                let words = tr!(cx.tr, kind.label_key());
                let button = Button::new(&words).icon(Icon::Plus);
                if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
                    asked = Some(Some(kind));
                }
            }
            let add = tr!(cx.tr, &self.key("add"));
            let button = Button::primary(&add).icon(Icon::Plus);
            if ui.add(button.enabled(!cx.store.is_read_only())).clicked() {
                asked = Some(self.register.added);
            }
        });
        if let Some(kind) = asked {
            self.open(kind, cx);
        }
    }

    /// The field of words, which leaves so much room beside it; says whether they are others now.
    pub(super) fn words_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, beside: f32) -> bool {
        let label = tr!(cx.tr, "register-filter");
        let clear = tr!(cx.tr, "widgets-clear", label = &label);
        let width = (ui.available_width() - beside).clamp(120.0, 240.0);
        Field::search(&mut self.words, &label, &clear).width(width).show(ui).changed
    }

    /// In the place of rows that are still on their way.
    pub(super) fn loading_ui(ui: &mut Ui, cx: &Cx<'_>) {
        Skeleton::rows(&tr!(cx.tr, "register-loading"), ui.metrics().table_row).show(ui);
    }

    /// In the place of an empty table; says whether a new record is asked for.
    pub(super) fn empty_ui(&self, ui: &mut Ui, cx: &Cx<'_>, is_narrowed: bool) -> bool {
        let tr = cx.tr;
        if is_narrowed {
            let by_words = !self.containing().is_empty();
            if by_words && cx.store.is_indexing() {
                return empty_state(ui, &tr!(tr, "search-is-building"), &tr!(tr, "search-is-building-about"), None);
            }
            let key = if by_words { "register-nothing" } else { "register-none-such" };
            empty_state(ui, &tr!(tr, key), &tr!(tr, &format!("{key}-about")), None)
        } else {
            let (title, about) = (tr!(tr, &self.key("empty")), tr!(tr, &self.key("empty-about")));
            let add = tr!(tr, &self.key("add"));
            empty_state(ui, &title, &about, (!cx.store.is_read_only()).then_some(add.as_str()))
        }
    }

    /// Opens the form of something new; what is being typed in an open one is not thrown away.
    pub(super) fn show_new(&mut self, cx: &Cx<'_>) {
        self.open(self.register.added, cx);
    }

    fn open(&mut self, kind: Option<OutcomeKind>, cx: &Cx<'_>) {
        if self.form.is_none() {
            self.form = Some(new_form(self.register, kind, cx));
        }
    }

    /// Sends the moves of one choice; asks for the reason first where one is wanted.
    pub(super) fn move_all(&mut self, moves: Vec<Move>, cx: &mut Cx<'_>) {
        if !moves.is_empty() {
            self.reason = send_moves(moves, cx);
        }
    }

    /// Is something open over the page?
    pub(super) const fn is_covered(&self) -> bool {
        self.form.is_some() || self.reason.is_some()
    }

    /// Were moves called off just now?
    pub(super) const fn take_called_off(&mut self) -> bool {
        std::mem::replace(&mut self.is_called_off, false)
    }

    /// What is open over the page.
    pub(super) fn forms_ui(&mut self, ui: &Ui, cx: &mut Cx<'_>) {
        if let Some(reason) = self.reason.take_if(|reason| reason.show(ui.ctx(), cx)) {
            self.is_called_off = !reason.is_given();
        }
        let Some(form) = &mut self.form else { return };
        match form.show(ui.ctx(), cx) {
            FormOutput::Open => return,
            FormOutput::Cancelled => {}
            FormOutput::Sent(_) => self.made = form.made(),
            FormOutput::Removed(ticket) => cx.say_removed(ticket, self.key("removed"), 1),
        }
        self.form = None;
    }

    pub(super) fn on_reply(&mut self, reply: &Reply) {
        if let Some(form) = &mut self.form {
            form.on_reply(reply);
        }
    }

    pub(super) fn note(&mut self, changes: Changes) {
        if let Some(form) = &mut self.form {
            form.note(changes);
        }
    }

    /// Does the form hold what the writer refused under that ticket?
    pub(super) fn holds_refused(&self, ticket: Ticket) -> bool {
        self.form.as_ref().is_some_and(|form| form.was_refused(ticket))
    }

    pub(super) fn flush(&mut self, cx: &mut Cx<'_>) {
        if self.form.as_mut().is_some_and(|form| form.flush(cx)) {
            self.form = None;
        }
    }

    /// The bar below the rows: how many there are, and the keys.
    pub(super) fn footer(&self, ui: &mut Ui, cx: &Cx<'_>, about: &str, is_board: bool, is_grouped: bool) {
        let tr = cx.tr;
        let (walk, open) = (tr!(tr, "register-key-walk"), tr!(tr, "register-menu-open"));
        let (done, on, range) =
            (tr!(tr, "register-key-done"), tr!(tr, "register-key-move"), tr!(tr, "register-key-range"));
        let (fold, new) = (tr!(tr, "register-key-fold"), tr!(tr, &self.key("new")));
        let remove = tr!(tr, "register-remove");
        let forward = if tr.is_rtl() { "\u{2190}" } else { "\u{2192}" };
        let mut hints = Vec::new();
        if is_board {
            hints.push(KeyHint { keys: &["\u{2191}", "\u{2193}"], words: &walk });
        } else {
            hints.push(KeyHint { keys: &["J", "K"], words: &walk });
        }
        let moves = ["Ctrl", forward];
        if is_board {
            hints.push(KeyHint { keys: &moves, words: &on });
        } else {
            if self.register.has_marks {
                hints.push(KeyHint { keys: &["Space"], words: &done });
            }
            hints.push(KeyHint { keys: &["Shift", "\u{2193}"], words: &range });
            hints.push(KeyHint { keys: &["Ctrl N"], words: &new });
        }
        if !cx.store.is_read_only() {
            hints.push(KeyHint { keys: &["Delete"], words: &remove });
        }
        let arrows = ["\u{2190}", "\u{2192}"];
        if is_grouped && !is_board {
            hints.push(KeyHint { keys: &arrows, words: &fold });
        }
        hints.push(KeyHint { keys: &["Enter"], words: &open });
        key_footer(ui, about, &hints);
    }
}

/// The form of something new in a register, of a kind where kinds differ.
pub(super) fn new_form(register: &'static Register, kind: Option<OutcomeKind>, cx: &Cx<'_>) -> RecordForm {
    let fixed: Vec<FieldValue> = kind.map(|kind| ("kind", kind.into())).into_iter().collect();
    let title = match kind.filter(|kind| Some(*kind) != register.added) {
        Some(kind) => tr!(cx.tr, &format!("kind-new-{}", kind.code())),
        None => tr!(cx.tr, &format!("{}-new", register.words)),
    };
    RecordForm::add(title, register.entity, &register.short(kind), fixed, cx)
}
