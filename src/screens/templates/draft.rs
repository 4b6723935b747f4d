//! A template between the keyboard and the store: what is typed, what of it can stand, and when it is sent.

use crate::domain::template::{
    Bilingual, MARGINS, TEXT_SIZES, USUAL_MARGIN, USUAL_TEXT_SIZE, WordSlot, WordingRefusal, check_heading,
    check_lines, check_words,
};
use crate::domain::{PaperTemplate, PaperTemplates, TemplateKind};
use crate::screens::Cx;
use crate::store::{Edit, Ticket};
use crate::strings::{Language, Tr};
use crate::widgets::NumberDraft;

/// So long without a key, and what was typed is sent.
const QUIET_MS: u64 = 700;

/// A template that is being changed.
pub(super) struct TemplateDraft {
    /// Of which sort; nothing: of all papers.
    pub kind: Option<TemplateKind>,
    /// As it stands on the screen.
    pub template: PaperTemplate,
    /// The text size, as typed.
    pub text_size: NumberDraft,
    /// The margin, as typed.
    pub margin: NumberDraft,
    /// What the store held when it was last looked at.
    base: PaperTemplate,
    last_key_ms: Option<u64>,
}

/// Both languages' words, to hold sentences against them.
pub(super) struct Words {
    pub arabic: Tr,
    pub english: Tr,
}

impl Words {
    pub fn new(tr: &Tr) -> Self {
        Self { arabic: tr.in_language(Language::Arabic), english: tr.in_language(Language::English) }
    }
}

impl TemplateDraft {
    pub fn new(kind: Option<TemplateKind>, papers: &PaperTemplates) -> Self {
        let template = papers.said(kind);
        let mut draft = Self {
            kind,
            text_size: NumberDraft::default(),
            margin: NumberDraft::default(),
            base: template.clone(),
            template,
            last_key_ms: None,
        };
        draft.fill_numbers();
        draft
    }

    fn fill_numbers(&mut self) {
        let (size, margin) = (self.template.text_size, self.template.margin);
        self.text_size = size.map_or_else(NumberDraft::default, |size| NumberDraft::with_decimals(i64::from(size), 1));
        self.margin = NumberDraft::new(margin.map(i64::from));
    }

    /// Is something typed that is not on its way to the store?
    pub const fn is_dirty(&self) -> bool {
        self.last_key_ms.is_some()
    }

    /// What the store holds now is shown, unless somebody is typing.
    pub fn follow(&mut self, papers: &PaperTemplates) {
        let stored = papers.said(self.kind);
        if stored == self.base {
            return;
        }
        self.base = stored;
        if !self.is_dirty() && self.sound_is_other() {
            self.template = self.base.clone();
            self.fill_numbers();
        }
    }

    fn sound_is_other(&self) -> bool {
        self.template.stored() != self.base.stored()
            || self.template.letterhead != self.base.letterhead
            || self.template.logo != self.base.logo
    }

    /// Something was changed just now.
    pub const fn changed(&mut self, now_ms: u64) {
        self.last_key_ms = Some(now_ms);
    }

    /// What is typed in the number fields is the template's.
    pub fn take_numbers(&mut self) {
        let within = |number: Option<i64>, range: std::ops::RangeInclusive<u16>| {
            number.and_then(|number| u16::try_from(number).ok()).filter(|number| range.contains(number))
        };
        if self.text_size.is_empty() {
            self.template.text_size = None;
        } else if let Some(size) = within(self.text_size.scaled(1), TEXT_SIZES) {
            self.template.text_size = Some(size);
        }
        if self.margin.is_empty() {
            self.template.margin = None;
        } else if let Some(margin) = within(self.margin.number(), MARGINS) {
            self.template.margin = Some(margin);
        }
    }

    /// What of it can stand: where something is refused, what the store has.
    pub fn sound(&self, words: &Words) -> PaperTemplate {
        let mut sound = self.template.clone();
        let lines = |text: &String| check_lines(text).is_ok();
        sound.letterhead = kept(sound.letterhead, self.base.letterhead.as_ref(), [&lines, &lines]);
        let line = |text: &String| check_heading(text).is_ok();
        sound.footer = kept(sound.footer, self.base.footer.as_ref(), [&line, &line]);
        for (key, heading) in &mut sound.headings {
            let own = kept(Some(heading.clone()), self.base.headings.get(key), [&line, &line]);
            *heading = own.unwrap_or_default();
        }
        for slot in self.kind.map(TemplateKind::words).unwrap_or_default() {
            let Some(own) = sound.words.get_mut(slot.key) else { continue };
            let arabic = |text: &String| check_words(&slot, text, &words.arabic).is_ok();
            let english = |text: &String| check_words(&slot, text, &words.english).is_ok();
            *own = kept(Some(own.clone()), self.base.words.get(slot.key), [&arabic, &english]).unwrap_or_default();
        }
        sound
    }

    /// All templates with this one as it stands on the screen.
    pub fn among(&self, papers: &PaperTemplates, words: &Words) -> PaperTemplates {
        let mut papers = papers.clone();
        papers.set(self.kind, self.sound(words));
        papers
    }

    /// Sends what was quiet for long enough; answers after how many milliseconds to look again.
    pub fn send_due(&mut self, cx: &Cx<'_>, words: &Words, now_ms: u64) -> Option<u64> {
        let since = now_ms.saturating_sub(self.last_key_ms?);
        if since < QUIET_MS {
            return Some(QUIET_MS - since);
        }
        self.send(cx, words);
        None
    }

    /// Sends what is not on its way yet: one step, whatever settings it takes.
    pub fn send(&mut self, cx: &Cx<'_>, words: &Words) -> Option<Ticket> {
        self.last_key_ms.take()?;
        let sound = self.sound(words);
        let configure = |key: String, value: String| Edit::Configure { key, value };
        let mut edits = Vec::new();
        let mut stored = sound.clone();
        if self.kind.is_none() {
            // The letterhead and the emblem of all papers are settings of their own.
            let [arabic, english] = sound.letterhead.clone().unwrap_or_default();
            let [arabic_before, english_before] = self.base.letterhead.clone().unwrap_or_default();
            if arabic != arabic_before {
                edits.push(configure("letterhead".to_owned(), arabic));
            }
            if english != english_before {
                edits.push(configure(PaperTemplates::LETTERHEAD_ENGLISH.to_owned(), english));
            }
            (stored.letterhead, stored.logo) = (None, crate::domain::LogoChoice::Common);
        }
        let before = PaperTemplate {
            letterhead: self.base.letterhead.clone().filter(|_| self.kind.is_some()),
            logo: if self.kind.is_some() { self.base.logo.clone() } else { crate::domain::LogoChoice::Common },
            ..self.base.clone()
        };
        if stored.stored() != before.stored() {
            edits.push(configure(PaperTemplates::key(self.kind), stored.stored()));
        }
        match edits.len() {
            0 => None,
            1 => edits.pop().map(|edit| cx.store.send(edit)),
            _ => Some(cx.store.send(Edit::Together(edits))),
        }
    }

    /// Is anything another than what ships?
    pub fn is_own(&self) -> bool {
        let said = PaperTemplate {
            letterhead: self.template.letterhead.clone().filter(|_| self.kind.is_some()),
            logo: if self.kind.is_some() { self.template.logo.clone() } else { crate::domain::LogoChoice::Common },
            ..self.template.clone()
        };
        !said.stored().is_empty()
    }

    /// Everything is as it ships again; the letterhead of all papers stays, for nothing ships there.
    pub fn reset(&mut self) {
        let kept = self.kind.is_none();
        self.template = PaperTemplate {
            letterhead: self.template.letterhead.clone().filter(|_| kept),
            logo: if kept { self.template.logo.clone() } else { crate::domain::LogoChoice::Common },
            ..PaperTemplate::default()
        };
        self.fill_numbers();
    }

    /// The texts that stand nowhere but here.
    pub fn unsent(&self) -> Vec<String> {
        if !self.is_dirty() {
            return Vec::new();
        }
        let template = &self.template;
        let all = template.letterhead.iter().chain(&template.footer);
        let all = all.chain(template.headings.values()).chain(template.words.values());
        all.flatten().filter(|text| !text.trim().is_empty()).cloned().collect()
    }
}

/// What is refused gives way to what the store has.
fn kept(own: Option<Bilingual>, base: Option<&Bilingual>, can: [&dyn Fn(&String) -> bool; 2]) -> Option<Bilingual> {
    let [arabic, english] = own?;
    let [base_arabic, base_english] = base.cloned().unwrap_or_default();
    let [can_arabic, can_english] = can;
    Some([
        if can_arabic(&arabic) { arabic } else { base_arabic },
        if can_english(&english) { english } else { base_english },
    ])
}

/// What is wrong with a sentence in one of its languages.
pub(super) fn refused(slot: &WordSlot, text: &str, of: &Tr, tr: &Tr) -> Option<String> {
    check_words(slot, text, of).err().map(|refusal| match &refusal {
        // The parts are called as in the language of the sentence.
        WordingRefusal::UnknownPart(_) => refusal.words(of),
        WordingRefusal::TooLong(_) | WordingRefusal::TooManyLines(_) | WordingRefusal::SeveralLines => {
            refusal.words(tr)
        }
    })
}

/// What ships where the template says nothing.
pub(super) const fn usual_size(papers: &PaperTemplates, kind: Option<TemplateKind>) -> u16 {
    match (kind, papers.common.text_size) {
        (Some(_), Some(common)) => common,
        _ => USUAL_TEXT_SIZE,
    }
}

/// The same of the margin.
pub(super) const fn usual_margin(papers: &PaperTemplates, kind: Option<TemplateKind>) -> u16 {
    match (kind, papers.common.margin) {
        (Some(_), Some(common)) => common,
        _ => USUAL_MARGIN,
    }
}
