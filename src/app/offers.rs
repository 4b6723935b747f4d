//! What is said of an edit once the writer has done it, and what its button offers: for as long as that is true.
//!
//! Apart because a message outlives its edit: as soon as another step follows, or the step is taken back, its button would
//! do something else than its words say.

use super::{App, Step, ToastAction};
use crate::screens::{Ask, LeftForm, Route, along_words};
use crate::store::{Applied, Changes, Reply, Ticket};
use crate::tr;

/// What is said of an edit that is on its way to the writer.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    /// These words.
    Words(String),
    /// That so many went into the bin, and what went along.
    Removed(String, usize),
}

/// The edits of which something is to be said.
#[derive(Debug, Default)]
pub(super) struct Offers {
    waiting: Vec<(Ticket, Said)>,
    /// The last edit that was answered.
    answered: Option<Ticket>,
    /// The last that changed something: undo takes it back first.
    newest: Option<Ticket>,
}

impl App {
    /// Takes what screens want to have said off the list, before the writer's answers are heard.
    pub(super) fn take_offers(&mut self) {
        let is_offer = |ask: &Ask| matches!(ask, Ask::ToastUndo(..) | Ask::ToastRemoved { .. });
        let (offers, others): (Vec<Ask>, Vec<Ask>) = std::mem::take(&mut self.asks).into_iter().partition(is_offer);
        self.asks = others;
        for ask in offers {
            if let Ask::ToastUndo(ticket, words) = ask {
                self.say_done(ticket, words);
            } else if let Ask::ToastRemoved { ticket, key, count } = ask {
                self.offer(ticket, Said::Removed(key, count));
            }
        }
    }

    /// Says so once an edit is done, with a button that takes it back.
    pub(super) fn say_done(&mut self, ticket: Ticket, words: String) {
        self.offer(ticket, Said::Words(words));
    }

    fn offer(&mut self, ticket: Ticket, said: Said) {
        if self.offers.answered.is_some_and(|answered| answered >= ticket) {
            self.say_said(ticket, &said, None);
        } else {
            self.offers.waiting.push((ticket, said));
        }
    }

    fn say_said(&mut self, ticket: Ticket, said: &Said, applied: Option<&Applied>) {
        let along = applied.map(|applied| applied.along.as_slice()).unwrap_or_default();
        let words = match said {
            Said::Words(words) => words.clone(),
            Said::Removed(key, count) if along.is_empty() => tr!(self.tr, key, count = *count),
            Said::Removed(key, count) => {
                tr!(self.tr, &format!("{key}-with"), count = *count, along = along_words(along, &self.tr))
            }
        };
        if self.offers.newest.is_some_and(|newest| newest > ticket) {
            self.toasts.say(words);
        } else {
            self.toasts.say_with(words, tr!(self.tr, "command-undo"), ToastAction::Undo(ticket));
        }
    }

    /// The writer has done something: says what was to be said of it, and lets go of what it makes untrue.
    pub(super) fn say_answered(&mut self, reply: &Reply, step: Option<Step>) {
        let ticket = reply.ticket;
        self.offers.answered = self.offers.answered.max(Some(ticket));
        let place = self.offers.waiting.iter().position(|(waiting, _)| *waiting == ticket);
        let said = place.map(|place| self.offers.waiting.swap_remove(place).1);
        let Ok(applied) = &reply.result else { return };
        if step.is_some() {
            self.toasts.drop_offers(is_of_steps);
        } else if applied.changes != Changes::NONE {
            self.offers.newest = self.offers.newest.max(Some(ticket));
            self.toasts.take_buttons(|action| match action {
                ToastAction::Undo(of) | ToastAction::Redo(of) => *of < ticket,
                ToastAction::Reveal(_)
                | ToastAction::Open(_)
                | ToastAction::Go(_)
                | ToastAction::KeepFormerName(..)
                | ToastAction::BackToForm(_)
                | ToastAction::SaveLeftOut(_)
                | ToastAction::BackToNewMeeting => false,
            });
        }
        if let Some(said) = said {
            self.say_said(ticket, &said, Some(applied));
        }
        let label = || tr!(self.tr, applied.label_key, count = applied.count);
        match step {
            Some(Step::Back) => {
                let words = tr!(self.tr, "shell-undone", what = label());
                self.toasts.say_with(words, tr!(self.tr, "command-redo"), ToastAction::Redo(ticket));
            }
            Some(Step::Again) => {
                let words = tr!(self.tr, "shell-redone", what = label());
                self.toasts.say_with(words, tr!(self.tr, "command-undo"), ToastAction::Undo(ticket));
            }
            None => {}
        }
    }

    /// A form that was left is open again: the way back to it is no longer offered.
    pub(super) fn drop_way_back(&mut self, form: &LeftForm) {
        self.toasts.drop_offers(|action| matches!(action, ToastAction::BackToForm(left) if left.is_same_form(form)));
    }

    /// The form of a new meeting is open again.
    pub(super) fn drop_way_to_new_meeting(&mut self) {
        self.toasts.drop_offers(|action| *action == ToastAction::BackToNewMeeting);
    }

    /// The screen is open to which a message leads.
    pub(super) fn drop_ways_to(&mut self, route: Route) {
        self.toasts.drop_offers(|action| *action == ToastAction::Go(route));
    }
}

/// Does it offer something that is another thing, or nothing, once a step was taken back or brought back?
const fn is_of_steps(action: &ToastAction) -> bool {
    match action {
        ToastAction::Undo(_)
        | ToastAction::Redo(_)
        | ToastAction::Open(_)
        | ToastAction::SaveLeftOut(_)
        | ToastAction::KeepFormerName(..) => true,
        ToastAction::Reveal(_) | ToastAction::Go(_) | ToastAction::BackToForm(_) | ToastAction::BackToNewMeeting => {
            false
        }
    }
}
