//! The look of a paper: letters, size, margins, language; and its head and foot.

use super::draft::{usual_margin, usual_size};
use super::{TemplatesScreen, texts};
use crate::arabic::format_number;
use crate::domain::template::{MARGINS, TEXT_SIZES, check_heading, check_lines};
use crate::domain::{DocumentFont, LogoChoice, PaperLanguage};
use crate::screens::{Ask, Choice, Cx};
use crate::tr;
use crate::widgets::{Button, Field, Icon, Line, NumberField, TextArea, Type, UiExt, pick_list};
use egui::Ui;

/// Above a field, and below it where something is said.
const LABEL_ROOM: f32 = 22.0;
const HELP_ROOM: f32 = 24.0;

impl TemplatesScreen {
    pub(super) fn look_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.choices_ui(ui, cx);
        self.numbers_ui(ui, cx);
    }

    /// The letters and the language; of one sort of paper each may be as on all papers.
    fn choices_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let Some(draft) = &self.draft else { return };
        let is_common = draft.kind.is_none();
        let (font, language) = (draft.template.font, draft.template.language);
        let gap = ui.metrics().medium;
        let width = (ui.available_width() - gap) / 2.0;
        let as_common = tr!(tr, "template-as-common");
        ui.row_of(ui.metrics().control + LABEL_ROOM, |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let fonts = choices(&DocumentFont::ALL, is_common);
            let words: Vec<String> = fonts
                .iter()
                .map(|font| font.map_or_else(|| as_common.clone(), |font: DocumentFont| tr!(tr, font.label_key())))
                .collect();
            let now = if is_common { Some(font.unwrap_or_default()) } else { font };
            let at = fonts.iter().position(|font| *font == now);
            let chosen = pick_list(ui, &tr!(tr, "template-font"), at, &words, width);
            if let Some(font) = chosen.and_then(|at| fonts.get(at)).copied() {
                self.change(|draft| draft.template.font = font);
            }
            let languages = choices(&PaperLanguage::ALL, is_common);
            let words: Vec<String> = languages
                .iter()
                .map(|one| one.map_or_else(|| as_common.clone(), |one: PaperLanguage| tr!(tr, one.label_key())))
                .collect();
            let now = if is_common { Some(language.unwrap_or_default()) } else { language };
            let at = languages.iter().position(|language| *language == now);
            let chosen = pick_list(ui, &tr!(tr, "template-language"), at, &words, width);
            if let Some(language) = chosen.and_then(|at| languages.get(at)).copied() {
                self.change(|draft| draft.template.language = language);
            }
        });
    }

    fn numbers_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let tr = cx.tr;
        let gap = ui.metrics().medium;
        let width = (ui.available_width() - gap) / 2.0;
        let Some(draft) = &mut self.draft else { return };
        let papers = &cx.settings.papers;
        let usual = format_number(i64::from(usual_size(papers, draft.kind)), 1, tr.digits());
        let margin = tr.number(i64::from(usual_margin(papers, draft.kind)));
        let (size_label, margin_label) = (tr!(tr, "template-size"), tr!(tr, "template-margin"));
        let mut has_changed = false;
        ui.row_of(ui.metrics().control + LABEL_ROOM + HELP_ROOM, |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let field = NumberField::new(&mut draft.text_size, &size_label).decimals(1);
            let field = field.range(i64::from(*TEXT_SIZES.start()), i64::from(*TEXT_SIZES.end())).step(5);
            has_changed |= field.hint(&usual).width(width).show(ui, tr).changed;
            let field = NumberField::new(&mut draft.margin, &margin_label);
            let field = field.range(i64::from(*MARGINS.start()), i64::from(*MARGINS.end()));
            has_changed |= field.hint(&margin).width(width).show(ui, tr).changed;
        });
        if has_changed {
            self.change(super::TemplateDraft::take_numbers);
        }
    }

    /// The lines and the emblem at the head, and the words at the foot.
    pub(super) fn head_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let Some(draft) = &mut self.draft else { return };
        let common = cx.settings.papers.common.letterhead.clone().filter(|_| draft.kind.is_some()).unwrap_or_default();
        let mut has_changed = false;
        let labels = ["template-letterhead-ar", "template-letterhead-en"].map(|key| tr!(tr, key));
        let lines = texts(&mut draft.template.letterhead);
        for ((text, label), hint) in lines.iter_mut().zip(&labels).zip(&common) {
            let refused = check_lines(text).err().map(|refusal| refusal.words(tr));
            let area = TextArea::new(text, label).hint(hint).lines(2).most_lines(6).error(refused.as_deref());
            has_changed |= area.show(ui).changed;
        }
        if draft.kind.is_some() && lines.iter().all(|text| text.is_empty()) {
            // Nothing said is as on all papers.
            draft.template.letterhead = None;
        }
        let labels = ["template-footer-ar", "template-footer-en"].map(|key| tr!(tr, key));
        let common = cx.settings.papers.common.footer.clone().filter(|_| draft.kind.is_some()).unwrap_or_default();
        let footer = texts(&mut draft.template.footer);
        for ((text, label), hint) in footer.iter_mut().zip(&labels).zip(&common) {
            let refused = check_heading(text).err().map(|refusal| refusal.words(tr));
            has_changed |= Field::new(text, label).hint(hint).error(refused.as_deref()).show(ui).changed;
        }
        if footer.iter().all(|text| text.is_empty()) {
            draft.template.footer = None;
        }
        if has_changed {
            self.change(|_| ());
        }
        self.logo_ui(ui, cx);
    }

    fn logo_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let Some(draft) = &self.draft else { return };
        let (kind, logo) = (draft.kind, draft.template.logo.clone());
        let label = tr!(tr, "settings-logo");
        ui.add(Line::new(&label).size(Type::Caption));
        let shown = match &logo {
            LogoChoice::Own(name) => name.clone(),
            LogoChoice::Nothing => tr!(tr, "settings-logo-none"),
            LogoChoice::Common if kind.is_some() => tr!(tr, "template-as-common"),
            LogoChoice::Common => tr!(tr, "settings-logo-none"),
        };
        let mut chosen = None;
        ui.row(|ui| {
            let tokens = ui.tokens();
            Icon::Picture.show(ui, 16.0, tokens.ink_weak);
            ui.add(Line::new(&shown).color(tokens.ink_weak).max_width((ui.available_width() - 260.0).max(80.0)));
            let name = tr!(tr, "settings-change", what = &label);
            if ui.add(Button::new(&tr!(tr, "settings-choose")).small().name(&name)).clicked() {
                cx.ask(Ask::Choose(kind.map_or(Choice::Logo, Choice::PaperLogo)));
            }
            if kind.is_some() && logo != LogoChoice::Nothing {
                let words = tr!(tr, "template-logo-none");
                if ui.add(Button::quiet(&words).small()).clicked() {
                    chosen = Some(LogoChoice::Nothing);
                }
            }
            if kind.is_some() && logo != LogoChoice::Common {
                let words = tr!(tr, "template-logo-common");
                if ui.add(Button::quiet(&words).small()).clicked() {
                    chosen = Some(LogoChoice::Common);
                }
            }
            if kind.is_none() && matches!(logo, LogoChoice::Own(_)) {
                let name = tr!(tr, "settings-clear", what = &label);
                if ui.add(Button::icon_only(Icon::Close, &name).small()).clicked() {
                    cx.configure("logo", "");
                }
            }
        });
        if let Some(logo) = chosen {
            self.change(|draft| draft.template.logo = logo);
        }
    }
}

/// The choices; of one sort of paper, before them: as on all.
fn choices<T: Copy>(all: &[T], is_common: bool) -> Vec<Option<T>> {
    let as_common = (!is_common).then_some(None);
    as_common.into_iter().chain(all.iter().copied().map(Some)).collect()
}
