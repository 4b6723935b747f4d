//! «قوالب الأوراق»: how papers look and what stands in them. The template at the start side, beside it the very pages that it
//! makes, of the last meeting of the store.

mod draft;
mod look_ui;
mod sections_ui;
mod words_ui;

use crate::domain::template::Bilingual;
use crate::domain::{LogoChoice, TemplateKind};
use crate::screens::panes::{TEMPLATES, panes_ui};
use crate::screens::paper_pane::PaperPane;
use crate::screens::{Ask, Cx, PagesFor, PagesShown, PaperSubject, Route, Screen};
use crate::store::Changes;
use crate::tr;
use crate::widgets::{Button, Icon, Tone, UiExt, notice_bar, page_heading, pick_list, scroll_page, section_heading};
use draft::{TemplateDraft, Words};
use egui::{Frame, Margin, Ui};
use std::collections::BTreeSet;
use std::time::Duration;

/// The editor's share of the room.
const EDITOR: f32 = 0.5;
/// How wide the list of the sorts is.
const KIND: f32 = 260.0;
/// What the editor's content takes at most.
const WIDEST: f32 = 640.0;

/// The screen.
pub struct TemplatesScreen {
    draft: Option<TemplateDraft>,
    words: Option<Words>,
    pane: PaperPane,
    /// The sections whose headings are shown.
    open: BTreeSet<String>,
    /// The section that is being dragged, and the one that is to have the focus.
    dragged: Option<String>,
    focus: Option<String>,
    now_ms: u64,
}

impl Default for TemplatesScreen {
    fn default() -> Self {
        Self {
            draft: None,
            words: None,
            pane: PaperPane::new(PagesFor::Template),
            open: BTreeSet::new(),
            dragged: None,
            focus: None,
            now_ms: 0,
        }
    }
}

impl TemplatesScreen {
    /// Takes up the pages that were asked for.
    pub fn take_pages(&mut self, shown: PagesShown) {
        self.pane.take(shown);
    }

    /// The template of that sort.
    pub fn show_kind(&mut self, cx: &Cx<'_>, kind: Option<TemplateKind>) {
        self.send(cx);
        self.draft = Some(TemplateDraft::new(kind, &cx.settings.papers));
        self.open.clear();
        self.pane.begin_again();
    }

    fn send(&mut self, cx: &Cx<'_>) {
        if let (Some(draft), Some(words)) = (&mut self.draft, &self.words) {
            draft.send(cx, words);
        }
    }

    /// What can be written is written, and what is typed holds.
    fn change(&mut self, change: impl FnOnce(&mut TemplateDraft)) {
        let now_ms = self.now_ms;
        if let Some(draft) = &mut self.draft {
            change(draft);
            draft.changed(now_ms);
        }
    }

    fn heading_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let is_own = self.draft.as_ref().is_some_and(TemplateDraft::is_own);
        page_heading(ui, &tr!(tr, "screen-templates"), "", |ui| {
            let reset = tr!(tr, "template-reset");
            let button = Button::new(&reset).icon(Icon::Undo).tooltip(tr!(tr, "template-reset-tooltip"));
            if ui.add(button.enabled(is_own && !cx.store.is_read_only())).clicked() {
                self.reset(cx);
            }
            if ui.add(Button::quiet(&tr!(tr, "screen-settings")).icon(Icon::Back)).clicked() {
                cx.go(Route::Settings);
            }
        });
    }

    /// Everything as it ships, in one step that can be taken back.
    fn reset(&mut self, cx: &mut Cx<'_>) {
        self.send(cx);
        self.change(TemplateDraft::reset);
        if let (Some(draft), Some(words)) = (&mut self.draft, &self.words)
            && let Some(ticket) = draft.send(cx, words)
        {
            let name = tr!(cx.tr, draft.kind.map_or("template-kind-common", TemplateKind::label_key));
            cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "template-reset-done", name = name)));
        }
    }

    fn editor_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let page = ui.metrics().page;
        scroll_page(ui, "template-editor", &tr!(cx.tr, "template-editor"), |ui, area| {
            area.show(ui, |ui| {
                Frame::new().inner_margin(Margin::symmetric(page as i8, 16)).show(ui, |ui| {
                    ui.column(|ui| {
                        ui.set_width(ui.available_width().min(WIDEST));
                        ui.spacing_mut().item_spacing.y = ui.metrics().medium;
                        self.kind_ui(ui, cx);
                        if cx.store.is_read_only() {
                            ui.disable();
                        }
                        section_heading(ui, &tr!(cx.tr, "template-look"));
                        self.look_ui(ui, cx);
                        section_heading(ui, &tr!(cx.tr, "template-head"));
                        self.head_ui(ui, cx);
                        self.words_ui(ui, cx);
                        self.sections_ui(ui, cx);
                        ui.add_space(ui.metrics().page);
                    });
                });
            })
        });
    }

    /// Which sort of paper is being changed.
    fn kind_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        let tr = cx.tr;
        let now = self.draft.as_ref().and_then(|draft| draft.kind);
        let kinds: Vec<Option<TemplateKind>> =
            std::iter::once(None).chain(TemplateKind::ALL.into_iter().map(Some)).collect();
        let names: Vec<String> =
            kinds.iter().map(|kind| tr!(tr, kind.map_or("template-kind-common", TemplateKind::label_key))).collect();
        let at = kinds.iter().position(|kind| *kind == now);
        if let Some(kind) = pick_list(ui, &tr!(tr, "template-kind"), at, &names, KIND).and_then(|at| kinds.get(at)) {
            self.show_kind(cx, *kind);
        }
        let about = if now.is_none() { "template-about-common" } else { "template-about-own" };
        let weak = ui.tokens().ink_weak;
        ui.add(crate::text::Label::new(tr!(tr, about)).size(12.0).color(weak).wrap());
    }

    fn preview_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let margin = Margin::symmetric(ui.metrics().large as i8, ui.metrics().hair as i8);
        Frame::new().fill(ui.tokens().surface).inner_margin(margin).show(ui, |ui| {
            ui.row(|ui| self.pane.head_ui(ui, cx.tr));
        });
        self.pane.ui(ui, cx.tr);
    }

    fn ask_pages(&mut self, cx: &mut Cx<'_>) {
        let (Some(draft), Some(words)) = (&self.draft, &self.words) else { return };
        let papers = draft.among(&cx.settings.papers, words);
        let subject = PaperSubject::Sample(draft.kind.unwrap_or(TemplateKind::Minutes), Box::new(papers));
        self.pane.ask(cx, &subject);
    }

    /// The emblem of the sort that is shown.
    pub fn set_logo(&mut self, cx: &Cx<'_>, kind: TemplateKind, name: String) {
        if self.draft.as_ref().is_none_or(|draft| draft.kind != Some(kind)) {
            self.show_kind(cx, Some(kind));
        }
        self.change(|draft| draft.template.logo = LogoChoice::Own(name));
        self.send(cx);
    }
}

/// Lends out a text of both languages, to be typed in.
fn texts(texts: &mut Option<Bilingual>) -> &mut Bilingual {
    texts.get_or_insert_with(Bilingual::default)
}

impl Screen for TemplatesScreen {
    fn ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.now_ms = ui.input(|input| (input.time * 1000.0) as u64);
        self.words.get_or_insert_with(|| Words::new(cx.tr));
        let draft = self.draft.get_or_insert_with(|| TemplateDraft::new(None, &cx.settings.papers));
        draft.follow(&cx.settings.papers);
        self.heading_ui(ui, cx);
        if cx.store.is_read_only() {
            notice_bar(ui, &tr!(cx.tr, "settings-read-only"), Tone::Amber);
        }
        let frame = Frame::new().fill(ui.tokens().surface);
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            let label = tr!(cx.tr, "minutes-page-edge");
            let shared = std::cell::RefCell::new((&mut *self, &mut *cx));
            // Both halves are drawn by the screen, one after the other.
            let Cx { store, tr, settings, today, now, .. } = *shared.borrow().1;
            let mut none = Vec::new();
            let frame = Cx { store, tr, settings, today, now, asks: &mut none };
            panes_ui(
                ui,
                &frame,
                (TEMPLATES, &label, EDITOR),
                |ui| {
                    let (screen, cx) = &mut *shared.borrow_mut();
                    screen.editor_ui(ui, cx);
                },
                |ui| {
                    let (screen, cx) = &mut *shared.borrow_mut();
                    screen.preview_ui(ui, cx);
                },
            );
        });
        self.ask_pages(cx);
        let now_ms = self.now_ms;
        if let (Some(draft), Some(words)) = (&mut self.draft, &self.words)
            && let Some(wait_ms) = draft.send_due(cx, words, now_ms)
        {
            ui.ctx().request_repaint_after(Duration::from_millis(wait_ms));
        }
    }

    fn note(&mut self, changes: Changes) {
        self.pane.note(changes);
    }

    fn flush(&mut self, cx: &mut Cx<'_>) {
        self.send(cx);
    }

    fn unsent(&self) -> Vec<String> {
        self.draft.as_ref().map(TemplateDraft::unsent).unwrap_or_default()
    }
}
