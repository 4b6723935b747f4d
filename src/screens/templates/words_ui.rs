//! The sentences of a paper: each in both languages, what ships in pale where nothing else is said.

use super::TemplatesScreen;
use super::draft::refused;
use crate::domain::template::{Bilingual, WordSlot, part_names};
use crate::domain::{PaperTemplate, TemplateKind};
use crate::screens::Cx;
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{TextArea, UiExt, section_heading};
use egui::Ui;

impl TemplatesScreen {
    pub(super) fn words_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let (Some(draft), Some(words)) = (&mut self.draft, &self.words) else { return };
        let slots = draft.kind.map(TemplateKind::words).unwrap_or_default();
        if slots.is_empty() {
            return;
        }
        section_heading(ui, &tr!(tr, "template-words"));
        let mut has_changed = false;
        for slot in &slots {
            let label = tr!(tr, slot.label_key);
            let texts = lent(&mut draft.template, slot);
            let languages = [(&words.arabic, "template-in-arabic"), (&words.english, "template-in-english")];
            for (text, (of, name)) in texts.iter_mut().zip(languages) {
                let name = tr!(tr, name, label = label.as_str());
                let hint = shipped(slot, of);
                let help = slot.has_parts.then(|| tr!(tr, "template-parts", parts = part_names(of)));
                let wrong = refused(slot, text, of, tr);
                let area = TextArea::new(text, &name).hint(&hint).lines(1).most_lines(5);
                has_changed |= area.help(help.as_deref()).error(wrong.as_deref()).show(ui).changed;
            }
            ui.add_space(ui.metrics().hair);
        }
        for slot in &slots {
            let is_empty = |texts: &Bilingual| texts.iter().all(String::is_empty);
            if draft.template.words.get(slot.key).is_some_and(is_empty) {
                draft.template.words.remove(slot.key);
            }
        }
        if has_changed {
            self.change(|_| ());
        }
    }
}

fn lent<'t>(template: &'t mut PaperTemplate, slot: &WordSlot) -> &'t mut Bilingual {
    template.words.entry(slot.key.to_owned()).or_default()
}

/// What stands there where the template says nothing.
fn shipped(slot: &WordSlot, tr: &Tr) -> String {
    if slot.is_message() { tr.shipped(slot.key) } else { tr!(tr, "template-as-composed") }
}
