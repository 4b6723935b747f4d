//! A paper page by page, before it is printed, copied or written: over whatever screen is open.
//!
//! # Keyboard
//! Page Up, Page Down, Home and End wherever the focus is, arrows in the pages; Ctrl+P prints, Ctrl+S writes a file, Ctrl+C copies, the signs of
//! plus and minus with Ctrl make pages larger and smaller, Escape leaves.

use super::paper_pane::PaperPane;
use super::{Ask, Choice, Cx, PagesFor, PagesShown, PaperSubject};
use crate::arabic::percent;
use crate::domain::{MeetingId, Paper, PaperFormat, PaperKind, TemplateKind};
use crate::store::Changes;
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Button, Icon, Line, MenuEntry, Type, UiExt, Zoom, dialog, menu_below, paint};
use egui::{Context, Event, Key, Modifiers, Response, Ui, vec2};

/// Around the window, in points.
const AROUND: f32 = 40.0;
/// What the dialog has around its content, and the least of its pages.
const FRAME: f32 = 48.0;
const LEAST: f32 = 120.0;
/// How large pages are at first, against paper.
const AT_FIRST: f32 = 1.25;
/// What a step makes larger, and between what.
const STEP: f32 = 1.25;
const ZOOM: std::ops::RangeInclusive<f32> = 0.25..=2.5;

/// The open dialog.
pub struct PaperView {
    subject: PaperSubject,
    pane: PaperPane,
}

/// What a key or a button asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Act {
    Print,
    Copy,
    Save(PaperFormat),
    Page(usize),
    Zoom(Zoom),
    Leave,
}

impl PaperView {
    /// Shows that paper.
    pub fn new(subject: PaperSubject) -> Self {
        let mut pane = PaperPane::new(PagesFor::Viewer);
        pane.state().set_zoom(Zoom::Times(AT_FIRST), 0);
        pane.state().set_alone();
        Self { subject, pane }
    }

    /// The paper that is shown.
    pub const fn subject(&self) -> &PaperSubject {
        &self.subject
    }

    /// Takes up the pages that were asked for.
    pub fn take_pages(&mut self, shown: PagesShown) {
        self.pane.take(shown);
    }

    /// Hears what an edit of anybody touched.
    pub const fn note(&mut self, changes: Changes) {
        self.pane.note(changes);
    }

    /// Shows it; `true` once it is left.
    pub fn show(&mut self, ctx: &Context, cx: &mut Cx<'_>) -> bool {
        let window = ctx.content_rect();
        let (width, height) = (window.width() - AROUND - FRAME, window.height() - AROUND - FRAME);
        let title = tr!(cx.tr, "paper-view");
        let mut acts = Vec::new();
        let left = dialog(ctx, "paper-view", &title, width, |ui| {
            acts.extend(keys(ui, &self.pane));
            self.bar_ui(ui, cx, &mut acts);
            // What the title and the buttons have left of the dialog.
            let above = ui.cursor().top() - ui.max_rect().top();
            let size = vec2(ui.available_width(), (height - above).max(LEAST));
            let room = egui::Rect::from_min_size(ui.available_rect_before_wrap().min, size);
            ui.allocate_rect(room, egui::Sense::hover());
            ui.within(room, "paper-pages", |ui| self.pane.ui(ui, cx.tr));
        });
        self.pane.ask(cx, &self.subject);
        let mut is_left = left.is_closed;
        for act in acts {
            is_left |= self.carry_out(cx, act);
        }
        is_left
    }

    /// Does it; `true` where that leaves the dialog.
    fn carry_out(&mut self, cx: &mut Cx<'_>, act: Act) -> bool {
        match act {
            Act::Leave => return true,
            Act::Print => cx.ask(Ask::Print(self.subject.clone())),
            Act::Copy => cx.ask(Ask::CopyPaper(self.subject.clone())),
            Act::Save(format) => cx.ask(Ask::Choose(Choice::PaperFile(format))),
            Act::Page(page) => self.pane.state().go_to(page),
            Act::Zoom(zoom) => {
                let reading = self.pane.reading();
                self.pane.state().set_zoom(zoom, reading);
            }
        }
        false
    }

    fn bar_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, acts: &mut Vec<Act>) {
        let layout = ui.direction().wrapping_row();
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(ui.metrics().small);
            self.acts_ui(ui, cx, acts);
            self.which_ui(ui, cx);
            if ui.add(Button::quiet(&tr!(cx.tr, "shell-close")).keys("Esc")).clicked() {
                acts.push(Act::Leave);
            }
        });
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(ui.metrics().small);
            self.turning_ui(ui, cx, acts);
            ui.add_space(ui.metrics().medium);
            self.zoom_ui(ui, cx, acts);
        });
    }

    fn acts_ui(&self, ui: &mut Ui, cx: &Cx<'_>, acts: &mut Vec<Act>) {
        let tr = cx.tr;
        let is_made = self.pane.error().is_none();
        let words = tr!(tr, "paper-print");
        let print = Button::primary(&words).keys("Ctrl P").enabled(is_made);
        if ui.add(print).clicked() {
            acts.push(Act::Print);
        }
        let save = tr!(tr, "paper-save");
        let button = ui.add(Button::new(&save).icon(Icon::Document).keys("Ctrl S").enabled(is_made));
        let formats = PaperFormat::OF_PAPERS;
        let entries = formats.map(|format| MenuEntry::new(tr!(tr, format.label_key())));
        if let Some(format) = menu_below(ui, &button, &save, &entries).and_then(|at| formats.get(at)) {
            acts.push(Act::Save(*format));
        }
        let words = tr!(tr, "paper-copy");
        let copy = Button::new(&words).tooltip(tr!(tr, "paper-copy-tooltip")).keys("Ctrl C");
        if ui.add(copy.enabled(is_made)).clicked() {
            acts.push(Act::Copy);
        }
    }

    /// «صفحة 2 من 5», and from page to page.
    fn turning_ui(&self, ui: &mut Ui, cx: &Cx<'_>, acts: &mut Vec<Act>) {
        let tr = cx.tr;
        let (reading, count) = (self.pane.reading(), self.pane.count());
        let words = tr!(tr, "paper-page-before");
        let before = Button::icon_only(Icon::Up, &words).enabled(reading > 0);
        if ui.add(before).clicked() {
            acts.push(Act::Page(reading.saturating_sub(1)));
        }
        let words = tr!(tr, "paper-page-next");
        let next = Button::icon_only(Icon::Down, &words).enabled(reading + 1 < count);
        if ui.add(next).clicked() {
            acts.push(Act::Page(reading + 1));
        }
        let words = if count == 0 {
            tr!(tr, "minutes-page-making")
        } else {
            tr!(tr, "documents-page-of", page = reading + 1, pages = count)
        };
        let told = in_row(ui, &words);
        ui.ctx().accesskit_node_builder(told.id, |node| node.set_live(egui::accesskit::Live::Polite));
    }

    fn zoom_ui(&self, ui: &mut Ui, cx: &Cx<'_>, acts: &mut Vec<Act>) {
        let tr = cx.tr;
        let scale = self.pane.scale();
        let zoom = self.pane.zoom();
        for (wanted, key) in [(Zoom::Width, "paper-zoom-width"), (Zoom::Page, "paper-zoom-page")] {
            if ui.add(Button::quiet(&tr!(tr, key)).selected(zoom == wanted)).clicked() {
                acts.push(Act::Zoom(wanted));
            }
        }
        for (key, sign, factor) in
            [("paper-zoom-smaller", "paper-zoom-minus", 1.0 / STEP), ("paper-zoom-larger", "paper-zoom-plus", STEP)]
        {
            let (name, sign) = (tr!(tr, key), tr!(tr, sign));
            if ui.add(Button::quiet(&sign).name(&name).tooltip(name.clone())).clicked() {
                acts.push(Act::Zoom(times(scale * factor)));
            }
        }
        let percent = percent((scale * 100.0).round() as i64, tr.digits());
        in_row(ui, &percent);
    }

    /// The other papers of the same meeting.
    fn which_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let Some(meeting) = self.meeting() else { return };
        let papers = papers_of(meeting);
        let names: Vec<String> = papers.iter().map(|(kind, _)| tr!(cx.tr, kind.label_key())).collect();
        let at = papers.iter().position(|(_, subject)| is_alike(subject, &self.subject));
        let label = tr!(cx.tr, "paper-which");
        let now = at.and_then(|at| names.get(at)).unwrap_or(&label);
        let button = ui.add(Button::new(now).icon(Icon::Down).name(&label).tooltip(label.clone()));
        let entry = |(place, name): (usize, &String)| MenuEntry::new(name.as_str()).current(at == Some(place));
        let entries: Vec<MenuEntry> = names.iter().enumerate().map(entry).collect();
        let chosen = menu_below(ui, &button, &label, &entries);
        if let Some((_, subject)) = chosen.and_then(|at| papers.into_iter().nth(at)) {
            self.subject = subject;
            self.pane.begin_again();
        }
    }

    const fn meeting(&self) -> Option<MeetingId> {
        match &self.subject {
            PaperSubject::Minutes(meeting) | PaperSubject::Press(meeting) => Some(*meeting),
            PaperSubject::Paper(paper) => Some(paper.meeting),
            PaperSubject::Addendum(..)
            | PaperSubject::Report(_)
            | PaperSubject::Letter(_)
            | PaperSubject::Register(_)
            | PaperSubject::Sample(..) => None,
        }
    }
}

/// A line between buttons, in their middle.
fn in_row(ui: &mut Ui, words: &str) -> Response {
    let width = paint::width_of(ui, words, Type::Caption, Weight::Regular) + ui.metrics().small;
    let size = vec2(width, ui.metrics().control);
    let layout = ui.direction().row();
    let shown = ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_size(size);
        ui.add(Line::new(words).weak(ui))
    });
    shown.inner
}

fn times(scale: f32) -> Zoom {
    Zoom::Times(scale.clamp(*ZOOM.start(), *ZOOM.end()))
}

/// The papers that a meeting has.
fn papers_of(meeting: MeetingId) -> Vec<(TemplateKind, PaperSubject)> {
    let paper = |kind| PaperSubject::Paper(Paper { kind, format: PaperFormat::Pdf, meeting, whom: Vec::new() });
    vec![
        (TemplateKind::Minutes, PaperSubject::Minutes(meeting)),
        (TemplateKind::Agenda, paper(PaperKind::Agenda)),
        (TemplateKind::Invitation, paper(PaperKind::Invitations)),
        (TemplateKind::SigningSheet, paper(PaperKind::SigningSheet)),
        (TemplateKind::Preparation, paper(PaperKind::Preparation)),
        (TemplateKind::PressItem, PaperSubject::Press(meeting)),
    ]
}

/// The same sort of paper, for whomever it is.
fn is_alike(one: &PaperSubject, other: &PaperSubject) -> bool {
    match (one, other) {
        (PaperSubject::Paper(one), PaperSubject::Paper(other)) => {
            let sort = |kind| if kind == PaperKind::Invitation { PaperKind::Invitations } else { kind };
            sort(one.kind) == sort(other.kind)
        }
        (one, other) => one == other,
    }
}

/// The keys of the dialog; nothing behind it hears them.
fn keys(ui: &Ui, pane: &PaperPane) -> Vec<Act> {
    let scale = pane.scale();
    ui.input_mut(|input| {
        let mut acts = Vec::new();
        let mut on = |modifiers: Modifiers, key: Key, act: Act| {
            if input.consume_key(modifiers, key) {
                acts.push(act);
            }
        };
        on(Modifiers::COMMAND, Key::P, Act::Print);
        on(Modifiers::COMMAND, Key::S, Act::Save(PaperFormat::Pdf));
        on(Modifiers::COMMAND, Key::Plus, Act::Zoom(times(scale * STEP)));
        on(Modifiers::COMMAND, Key::Equals, Act::Zoom(times(scale * STEP)));
        on(Modifiers::COMMAND, Key::Minus, Act::Zoom(times(scale / STEP)));
        on(Modifiers::COMMAND, Key::Num0, Act::Zoom(Zoom::Width));
        // The system's own keys for copying come as one event.
        let before = input.events.len();
        input.events.retain(|event| !matches!(event, Event::Copy));
        acts.extend((input.events.len() < before).then_some(Act::Copy));
        acts
    })
}
