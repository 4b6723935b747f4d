//! The form of a letter to a body or to somebody. What is typed in it outlives the form, the program and a crash until the
//! letter is written or given up.

use crate::domain::{Letter, PaperFormat, Record};
use crate::screens::form::kept::{self, KeptForm};
use crate::screens::{Ask, Cx, LetterAsk, PaperSubject};
use crate::store::query::PeopleList;
use crate::store::{Changes, Live};
use crate::tr;
use crate::widgets::{
    Button, ComboField, DateDraft, Field, Line, Sheet, Suggestion, TextArea, UiExt, check_box, pick_list,
};
use egui::{Context, Ui};
use serde::{Deserialize, Serialize};

/// So many people are offered to sign.
const OFFERED: usize = 40;
/// The most letters of what it says.
const MOST_LETTERS: usize = 20_000;

/// What stands in the form, as it is written down.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Words {
    subject: String,
    text: String,
    number: String,
    /// In ISO form; empty: today.
    date: String,
    attachments: String,
    signatory: String,
    signatory_post: String,
}

/// The open form.
pub(super) struct LetterForm {
    to: Record,
    name: String,
    words: Words,
    /// What stands in it when it is opened anew.
    fresh: Words,
    date: DateDraft,
    people: Live<PeopleList>,
    format: usize,
    keeps_copy: bool,
    kept: KeptForm,
    /// What stands in it was typed before.
    is_returned: bool,
    is_first_frame: bool,
    /// It was to be written, and lacked something.
    is_tried: bool,
}

/// Under which name what is typed is kept: the same at the next start.
fn name_of(to: Record) -> String {
    format!("letter/{}", to.key())
}

impl LetterForm {
    /// The form of a letter to that body, or to that person.
    pub(super) fn new(to: Record, name: String, cx: &Cx<'_>) -> Self {
        let fresh = Words { signatory: cx.settings.coordinator.trim().to_owned(), ..Words::default() };
        Self {
            to,
            name,
            words: fresh.clone(),
            fresh,
            date: DateDraft::new(Some(cx.today), cx.dates()),
            people: Live::default(),
            // Letters are mostly gone on with in Word.
            format: PaperFormat::OF_PAPERS.iter().position(|format| *format == PaperFormat::Docx).unwrap_or_default(),
            keeps_copy: true,
            kept: KeptForm::new(name_of(to), cx),
            is_returned: false,
            is_first_frame: true,
            is_tried: false,
        }
    }

    /// Tells its list what an edit touched.
    pub(super) const fn note(&mut self, changes: Changes) {
        self.people.note(changes);
    }

    /// Was anything typed in it?
    pub(super) fn is_begun(&self) -> bool {
        self.words != self.fresh
    }

    /// Writes down what is typed: the program, or the page, is left.
    pub(super) fn keep_now(&mut self) {
        let words = self.is_begun().then(|| self.words.clone());
        self.kept.write_now(words.as_ref());
    }

    /// Takes up what was typed before.
    fn take_left(&mut self, ctx: &Context, cx: &Cx<'_>) {
        let Some(words) = self.kept.take::<Words>(ctx) else { return };
        if let Ok(day) = crate::calendar::Date::from_iso(&words.date) {
            self.date = DateDraft::new(Some(day), cx.dates());
        }
        self.words = words;
        self.is_returned = true;
    }

    /// Shows it; `true` once the letter was asked for, or the form was left. What stands in it waits until it is written.
    pub(super) fn show(&mut self, ctx: &Context, cx: &mut Cx<'_>) -> bool {
        let tr = cx.tr;
        let is_first = std::mem::take(&mut self.is_first_frame);
        if is_first {
            self.take_left(ctx, cx);
        }
        let (title, close) = (tr!(tr, "letter-form-title", name = self.name.as_str()), tr!(tr, "shell-close"));
        let (mut is_written, mut is_seen, mut is_left) = (false, false, false);
        let form = &mut *self;
        let mut can = false;
        let output = Sheet::new("letter", &title, &close).width(560.0).show(
            ctx,
            |ui| {
                form.returned_ui(ui, cx);
                form.fields_ui(ui, cx, is_first);
                can = form.can_be_written();
            },
            |ui| {
                let write = tr!(tr, "letter-form-write");
                // The fields are drawn first: they say whether it can be written.
                is_written = ui.add(Button::primary(&write).keys("Ctrl Enter")).clicked();
                is_seen = ui.add(Button::new(&tr!(tr, "paper-see"))).clicked();
                is_left = ui.add(Button::new(&tr!(tr, "shell-cancel"))).clicked();
            },
        );
        let words = self.is_begun().then(|| self.words.clone());
        self.kept.typed(ctx, words.as_ref());
        let is_meant = is_written || output.is_confirmed;
        self.is_tried |= is_meant || is_seen;
        if is_seen && can {
            let letter = self.asked(cx).letter;
            cx.ask(Ask::ShowPaper(PaperSubject::Letter(Box::new(letter))));
        }
        let asks = is_meant && can;
        if asks {
            cx.ask(Ask::Letter(Box::new(self.asked(cx))));
        }
        let is_done = asks || is_left || output.is_closed;
        if is_done {
            self.keep_now();
            if let Some(words) = words {
                kept::put(ctx, &name_of(self.to), &words);
            }
        }
        is_done
    }

    fn can_be_written(&self) -> bool {
        !self.words.subject.trim().is_empty() && !self.words.text.trim().is_empty() && !self.date.is_wrong()
    }

    fn asked(&self, cx: &Cx<'_>) -> LetterAsk {
        let Words { subject, text, number, date: _, attachments, signatory, signatory_post } = self.words.clone();
        let letter = Letter {
            to: self.to,
            number,
            date: self.date.date(),
            attachments,
            subject,
            text,
            signatory,
            signatory_post,
            format: PaperFormat::OF_PAPERS.get(self.format).copied().unwrap_or(PaperFormat::Docx),
        };
        let keeps_copy = self.keeps_copy && !cx.store.is_read_only();
        LetterAsk { letter, keeps_copy, waits_as: name_of(self.to) }
    }

    /// Says that what stands here was typed before, with a button that empties the form.
    fn returned_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        if !self.is_returned {
            return;
        }
        let mut is_emptied = false;
        ui.start_end(
            |ui| _ = ui.add(Line::new(&tr!(cx.tr, "letter-form-left")).weak(ui)),
            |ui| is_emptied = ui.add(Button::quiet(&tr!(cx.tr, "letter-form-anew")).small()).clicked(),
        );
        if is_emptied {
            self.kept.forget();
            self.words = self.fresh.clone();
            self.date = DateDraft::new(Some(cx.today), cx.dates());
            self.is_returned = false;
        }
    }

    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, is_first: bool) {
        let tr = cx.tr;
        let missing = |text: &str| (self.is_tried && text.trim().is_empty()).then(|| tr!(tr, "letter-form-missing"));
        let (no_subject, no_text) = (missing(&self.words.subject), missing(&self.words.text));
        let subject =
            Field::new(&mut self.words.subject, &tr!(tr, "letter-form-subject")).error(no_subject.as_deref()).show(ui);
        if is_first {
            subject.response.request_focus();
        }
        let count = |used: usize, most: usize| tr!(tr, "reason-letters", used = used, most = most);
        TextArea::new(&mut self.words.text, &tr!(tr, "letter-form-text"))
            .lines(9)
            .most_lines(16)
            .hint(&tr!(tr, "letter-form-text-hint"))
            .error(no_text.as_deref())
            .limit(MOST_LETTERS, &count)
            .show(ui);
        self.signatory_ui(ui, cx);
        Field::new(&mut self.words.signatory_post, &tr!(tr, "letter-form-signatory-post")).show(ui);
        Field::new(&mut self.words.number, &tr!(tr, "letter-form-number")).show(ui);
        self.date.show(ui, &tr!(tr, "letter-form-date"), f32::INFINITY, cx.dates());
        let given = self.date.date().filter(|day| *day != cx.today);
        self.words.date = given.map(crate::calendar::Date::iso).unwrap_or_default();
        Field::new(&mut self.words.attachments, &tr!(tr, "letter-form-attachments"))
            .hint(&tr!(tr, "minutes-none"))
            .show(ui);
        let names = PaperFormat::OF_PAPERS.map(|format| tr!(tr, format.label_key()));
        let width = ui.available_width();
        if let Some(at) = pick_list(ui, &tr!(tr, "paper-format"), Some(self.format), &names, width) {
            self.format = at;
        }
        if !cx.store.is_read_only() {
            let keep = tr!(tr, "letter-form-keep", name = self.name.as_str());
            ui.row(|ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().small;
                if check_box(ui, &keep, self.keeps_copy).clicked() {
                    self.keeps_copy = !self.keeps_copy;
                }
                ui.add(Line::new(&keep).max_width(ui.available_width()));
            });
        }
    }

    /// Who signs: somebody of the register, whose post comes with them, or a name that is typed.
    fn signatory_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let asked = PeopleList { containing: self.words.signatory.trim().to_owned() };
        let people = self.people.get(cx.store, asked).map(Vec::as_slice).unwrap_or_default();
        let offered = people.get(..people.len().min(OFFERED)).unwrap_or_default();
        let suggestions: Vec<Suggestion> = offered
            .iter()
            .map(|row| Suggestion { text: row.name.clone(), detail: row.post.clone(), ..Suggestion::default() })
            .collect();
        let label = tr!(cx.tr, "letter-form-signatory");
        let field = ComboField::new(&mut self.words.signatory, &label, &suggestions).width(f32::INFINITY);
        let output = field.show(ui);
        if let Some(row) = output.picked.and_then(|place| offered.get(place)) {
            self.words.signatory = crate::domain::person_line(row.honorific, &row.name);
            self.words.signatory_post.clone_from(&row.post);
        }
    }
}
