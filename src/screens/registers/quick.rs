//! Something new from anywhere: its kind is chosen by typing, then its short form stands over whatever screen is open.

use super::frame::new_form;
use super::kinds::{CHALLENGES, FOLLOW_UPS, ORGANISATIONS, PARTNERSHIPS, PEOPLE, PROPOSALS, REGULATIONS, Register};
use crate::arabic;
use crate::domain::{Entity, OutcomeKind, Record};
use crate::screens::form::{FormOutput, LeftForm, RecordForm};
use crate::screens::{Cx, parts};
use crate::store::{Changes, Reply};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::Tone;
use crate::widgets::palette::{Palette, PaletteItem, PaletteWords};
use egui::Context;

/// What can be added from anywhere.
#[derive(Clone, Copy, Debug)]
pub struct QuickKind {
    /// Where it will be listed; a meeting is in no register.
    register: Option<&'static Register>,
    kind: Option<OutcomeKind>,
}

/// The fields of the form of a new meeting.
const MEETING: [&str; 7] = ["title", "kind", "date", "start_time", "venue", "city", "series"];

impl QuickKind {
    /// All of them, the most frequent first.
    pub fn all() -> Vec<Self> {
        let outcome = |register: &'static Register, kind| Self { register: Some(register), kind: Some(kind) };
        let other = |register: &'static Register| Self { register: Some(register), kind: None };
        vec![
            outcome(&FOLLOW_UPS, OutcomeKind::FollowUp),
            outcome(&PROPOSALS, OutcomeKind::Proposal),
            Self { register: None, kind: None },
            other(&PEOPLE),
            other(&ORGANISATIONS),
            outcome(&FOLLOW_UPS, OutcomeKind::Recommendation),
            outcome(&FOLLOW_UPS, OutcomeKind::Decision),
            outcome(&PROPOSALS, OutcomeKind::Initiative),
            outcome(&CHALLENGES, OutcomeKind::Challenge),
            outcome(&CHALLENGES, OutcomeKind::Opportunity),
            other(&PARTNERSHIPS),
            other(&REGULATIONS),
        ]
    }

    /// «متابعة»
    pub fn label(self, tr: &Tr) -> String {
        match (self.kind, self.register) {
            (Some(kind), _) => tr!(tr, kind.label_key()),
            (None, Some(register)) => tr!(tr, &format!("entity-{}", register.entity.code())),
            (None, None) => tr!(tr, &format!("entity-{}", Entity::Meeting.code())),
        }
    }

    /// Its colour.
    pub fn tone(self) -> Tone {
        match (self.kind, self.register) {
            (Some(kind), _) => parts::kind_tone(kind),
            (None, None) => Tone::Green,
            (None, Some(_)) => Tone::Neutral,
        }
    }

    fn form(self, cx: &Cx<'_>) -> RecordForm {
        match self.register {
            Some(register) => new_form(register, self.kind, cx),
            None => RecordForm::add(tr!(cx.tr, "meetings-new"), Entity::Meeting, &MEETING, Vec::new(), cx),
        }
    }
}

/// How it was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuickOutput {
    /// It is still open.
    Open,
    /// It was left.
    Closed,
    /// A pasted text is to become records.
    FromText,
    /// It is there: which record, and what it is called.
    Added(Option<Record>, String),
}

/// What is open over the screen.
pub struct QuickAdd {
    palette: Palette,
    /// What is added, in a word, and its form.
    chosen: Option<(String, Box<RecordForm>)>,
}

impl Default for QuickAdd {
    fn default() -> Self {
        Self { palette: Palette::new(), chosen: None }
    }
}

impl QuickAdd {
    /// The form of a kind that was chosen elsewhere.
    pub fn of(kind: QuickKind, cx: &Cx<'_>) -> Self {
        Self { chosen: Some((kind.label(cx.tr), Box::new(kind.form(cx)))), ..Self::default() }
    }

    /// A form that was left.
    pub fn again(left: &LeftForm, cx: &Cx<'_>) -> Self {
        let what = tr!(cx.tr, &format!("entity-{}", left.entity.code()));
        Self { chosen: Some((what, Box::new(left.form(cx)))), ..Self::default() }
    }

    /// Tells its suggestions what an edit touched.
    pub fn note(&mut self, changes: Changes) {
        if let Some((_, form)) = &mut self.chosen {
            form.note(changes);
        }
    }

    /// Takes up the names that were added for it.
    pub fn on_reply(&mut self, reply: &Reply) {
        if let Some((_, form)) = &mut self.chosen {
            form.on_reply(reply);
        }
    }

    /// Sends what is typed: the program is left.
    pub fn flush(&mut self, cx: &Cx<'_>) {
        if let Some((_, form)) = &mut self.chosen {
            form.flush(cx);
        }
    }

    /// Shows it.
    pub fn show(&mut self, ctx: &Context, cx: &mut Cx<'_>) -> QuickOutput {
        let Some((what, form)) = &mut self.chosen else { return self.choose(ctx, cx) };
        match form.show(ctx, cx) {
            FormOutput::Open => QuickOutput::Open,
            FormOutput::Cancelled | FormOutput::Removed(_) => QuickOutput::Closed,
            FormOutput::Sent(_) => QuickOutput::Added(form.made(), what.clone()),
        }
    }

    fn choose(&mut self, ctx: &Context, cx: &Cx<'_>) -> QuickOutput {
        let tr = cx.tr;
        let typed = arabic::fold(&self.palette.text);
        let kinds: Vec<QuickKind> =
            QuickKind::all().into_iter().filter(|kind| arabic::fold(&kind.label(tr)).contains(&typed)).collect();
        let mut items: Vec<PaletteItem> = kinds.iter().map(|kind| kind.item(tr)).collect();
        let from_text = tr!(tr, "quick-from-text");
        if arabic::fold(&from_text).contains(&typed) {
            let kind = tr!(tr, "command-quick-add");
            items.push(PaletteItem { kind, tone: Tone::Green, title: from_text, ..PaletteItem::default() });
        }
        let nothing = tr!(tr, "quick-nothing");
        let words = PaletteWords {
            name: &tr!(tr, "quick-add"),
            hint: &tr!(tr, "quick-hint"),
            nothing: &nothing,
            count: "",
            heard: items.first().map_or(&nothing, |item| &item.title),
            keys: [
                ("\u{2191}\u{2193}", &tr!(tr, "shell-key-walk")),
                ("Enter", &tr!(tr, "shell-key-open")),
                ("Esc", &tr!(tr, "shell-key-close")),
            ],
            is_waiting: false,
        };
        let output = self.palette.show(ctx, &words, &items);
        match output.chosen.and_then(|at| kinds.get(at)) {
            Some(kind) => {
                self.chosen = Some((kind.label(tr), Box::new(kind.form(cx))));
                ctx.request_repaint();
                QuickOutput::Open
            }
            // What follows the kinds.
            None if output.chosen.is_some() => QuickOutput::FromText,
            None if output.is_closed => QuickOutput::Closed,
            None => QuickOutput::Open,
        }
    }
}

impl QuickKind {
    /// As the search and the list of kinds show it.
    pub fn item(self, tr: &Tr) -> PaletteItem {
        let label = self.label(tr);
        PaletteItem {
            kind: tr!(tr, "command-quick-add"),
            tone: self.tone(),
            title: tr!(tr, "quick-new", what = label),
            ..PaletteItem::default()
        }
    }
}
