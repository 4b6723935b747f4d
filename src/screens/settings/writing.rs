//! How numbers are written, and how documents name people.

use super::TextDraft;
use crate::domain::numbering::{DIGITS_KEY, PATTERN_KEY, SchemeRefusal, check_code, check_pattern};
use crate::domain::{Address, Honorific, Naming, Numbered};
use crate::screens::Cx;
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Button, Field, Icon, Line, UiExt, pick_list, section_heading};
use egui::Ui;
use std::collections::BTreeMap;

const WIDE: f32 = 300.0;
const CODE: f32 = 140.0;
/// The parts of a pattern, as they are stored and by the key of how they are shown.
const PARTS: [(&str, &str); 3] =
    [("code", "numbering-part-code"), ("year", "numbering-part-year"), ("seq", "numbering-part-seq")];
/// The sequence of the example.
const EXAMPLE: i64 = 4;

/// The page.
#[derive(Default)]
pub(super) struct WritingPage {
    pattern: TextDraft,
    codes: BTreeMap<Numbered, TextDraft>,
}

impl WritingPage {
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        section_heading(ui, &tr!(cx.tr, "numbering-title"));
        self.numbers_ui(ui, cx);
        ui.add_space(ui.metrics().large);
        section_heading(ui, &tr!(cx.tr, "address-title"));
        addresses_ui(ui, cx);
    }

    fn numbers_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let scheme = &cx.settings.numbering;
        let shown = in_words(scheme.pattern(), tr);
        let text = self.pattern.shown(&shown);
        let refused = check_pattern(&as_stored(text, tr)).err().map(|refusal| tr!(tr, refusal_key(refusal)));
        let (label, help) = (tr!(tr, "numbering-pattern"), tr!(tr, "numbering-pattern-help"));
        let field = Field::new(text, &label).help(Some(&help)).error(refused.as_deref()).width(WIDE);
        let output = field.show(ui);
        let is_left = self.pattern.is_left(ui, &output);
        if refused.is_some() {
            restore_ui(ui, cx, &label, &mut self.pattern);
        } else if is_left && let Some(text) = self.pattern.take(&shown) {
            cx.configure(PATTERN_KEY, as_stored(&text, tr));
        }
        let digits: Vec<String> = (1..=6).map(|digits| tr.number(digits)).collect();
        let at = scheme.digits().checked_sub(1);
        if let Some(chosen) = pick_list(ui, &tr!(tr, "numbering-digits"), at, &digits, CODE) {
            cx.configure(DIGITS_KEY, (chosen + 1).to_string());
        }
        let year = cx.today.hijri().year;
        let examples = [Numbered::Meeting, Numbered::Minutes, Numbered::Proposal]
            .map(|kind| tr.code(&scheme.number(kind, year, EXAMPLE)));
        ui.add(Line::new(&tr!(tr, "numbering-example", numbers = examples.join(" · "))).weak(ui));
        ui.add(Line::new(&tr!(tr, "numbering-about")).weak(ui).max_width(ui.available_width()));
        let codes: Vec<(Numbered, String)> =
            Numbered::ALL.iter().map(|(kind, _)| (*kind, scheme.code(*kind).to_owned())).collect();
        for pair in codes.chunks(3) {
            ui.row_of(ui.metrics().control + 26.0, |ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().medium;
                for (kind, stored) in pair {
                    self.code_ui(ui, cx, *kind, stored);
                }
            });
            for (kind, _) in pair {
                if let Some(draft) = self.codes.get_mut(kind).filter(|draft| check_code(&draft.text).is_err()) {
                    restore_ui(ui, cx, &tr!(tr, kind.key()), draft);
                }
            }
        }
    }

    fn code_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, kind: Numbered, stored: &str) {
        let draft = self.codes.entry(kind).or_default();
        let text = draft.shown(stored);
        let refused = check_code(text).err().map(|refusal| tr!(cx.tr, refusal_key(refusal)));
        let label = tr!(cx.tr, kind.key());
        let output = Field::new(text, &label).error(refused.as_deref()).width(CODE).show(ui);
        if draft.is_left(ui, &output)
            && refused.is_none()
            && let Some(code) = draft.take(stored)
        {
            cx.configure(kind.key(), code);
        }
    }

    /// Sends what is typed, where it can stand.
    pub(super) fn flush(&mut self, cx: &Cx<'_>) {
        let shown = in_words(cx.settings.numbering.pattern(), cx.tr);
        if let Some(text) = self.pattern.take(&shown).map(|text| as_stored(&text, cx.tr))
            && check_pattern(&text).is_ok()
        {
            cx.configure(PATTERN_KEY, text);
        }
        for (kind, draft) in &mut self.codes {
            let stored = cx.settings.numbering.code(*kind);
            if let Some(code) = draft.take(stored).filter(|code| check_code(code).is_ok()) {
                cx.configure(kind.key(), code);
            }
        }
    }
}

/// The way back from what is refused to what held before.
fn restore_ui(ui: &mut Ui, cx: &Cx<'_>, label: &str, draft: &mut TextDraft) {
    let (words, name) = (tr!(cx.tr, "settings-restore"), tr!(cx.tr, "settings-restore-name", what = label));
    if ui.add(Button::quiet(&words).small().icon(Icon::Undo).name(&name).tooltip(name.clone())).clicked() {
        draft.restore();
    }
}

/// A pattern as people read it: its parts in their language.
fn in_words(pattern: &str, tr: &Tr) -> String {
    PARTS.iter().fold(pattern.to_owned(), |words, (part, key)| words.replace(&braced(part), &braced(&tr!(tr, key))))
}

/// A pattern as it is stored, from either language's parts.
fn as_stored(typed: &str, tr: &Tr) -> String {
    PARTS
        .iter()
        .fold(typed.trim().to_owned(), |pattern, (part, key)| pattern.replace(&braced(&tr!(tr, key)), &braced(part)))
}

fn braced(part: &str) -> String {
    ["{", part, "}"].concat()
}

const fn refusal_key(refusal: SchemeRefusal) -> &'static str {
    match refusal {
        SchemeRefusal::Parts => "numbering-refused-parts",
        SchemeRefusal::Letters => "numbering-refused-letters",
        SchemeRefusal::Empty => "register-needed",
    }
}

fn addresses_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let tr = cx.tr;
    let ways = Address::ALL.map(|address| tr!(tr, address.label_key()));
    for naming in Naming::ALL {
        let present = cx.settings.address(naming);
        let at = Address::ALL.iter().position(|address| *address == present);
        let chosen = pick_list(ui, &tr!(tr, naming.key()), at, &ways, WIDE);
        if let Some(address) = chosen.and_then(|chosen| Address::ALL.get(chosen)) {
            cx.configure(naming.key(), address.code());
        }
        let (rank, post, name) =
            (tr!(tr, "address-rank"), tr!(tr, "address-sample-post"), tr!(tr, "address-sample-name"));
        let sample = present.written(&rank, &post, Honorific::from_code("mr"), &name);
        ui.add(Line::new(&tr!(tr, "address-sample", sample = sample)).weak(ui));
    }
}
