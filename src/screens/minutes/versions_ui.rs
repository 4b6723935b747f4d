//! What the minutes said at each step of their review, two of them beside each other with the words that differ marked.

use super::MinutesScreen;
use crate::domain::{ComparedRow, MarkedText, MeetingId, MinutesVersion};
use crate::screens::{Ask, CompareAsk, Cx, parts};
use crate::store::query::{MinutesVersions, VersionRow};
use crate::store::{Changes, Live};
use crate::text::{Editor, EditorView, Label, RangeKind, RangeLook, TextRange, Weight};
use crate::tr;
use crate::widgets::{Line, Sheet, Tone, Type, UiExt, check_box, pick_list};
use egui::{Align, Context, Id, Layout, Ui, vec2};

/// Words that the other version does not have.
const CHANGED: RangeKind = RangeKind::new(0);
/// As wide as two columns of text need, in points.
const WIDTH: f32 = 1080.0;
/// Between the columns.
const GAP: f32 = 24.0;

/// The open sheet.
#[derive(Default)]
pub(super) struct Versions {
    list: Live<MinutesVersions>,
    /// The earlier and the later one, as places in the list: the first is what they are now.
    chosen: Option<[usize; 2]>,
    asked: Option<CompareAsk>,
    rows: Option<Vec<Row>>,
    shows_all: bool,
}

/// A row as it is shown.
struct Row {
    is_same: bool,
    sides: [Option<Editor>; 2],
}

impl Versions {
    pub fn note(&mut self, changes: Changes) {
        self.list.note(changes);
    }

    /// Takes up what was compared, if it is what was asked last.
    pub fn take(&mut self, ask: &CompareAsk, rows: &[ComparedRow]) {
        if self.asked.as_ref() != Some(ask) {
            return;
        }
        let row = |row: &ComparedRow| Row {
            is_same: row.is_same(),
            sides: [row.earlier.as_ref(), row.later.as_ref()].map(|side| side.map(editor)),
        };
        self.rows = Some(rows.iter().map(row).collect());
    }

    /// Asks for the two that are chosen, once.
    fn ask(&mut self, cx: &mut Cx<'_>, meeting: MeetingId, versions: &[MinutesVersion]) {
        let Some([earlier, later]) = self.chosen else { return };
        let (Some(earlier), Some(later)) = (versions.get(earlier), versions.get(later)) else { return };
        let ask = CompareAsk { meeting, earlier: earlier.clone(), later: later.clone() };
        if self.asked.as_ref() != Some(&ask) {
            self.rows = None;
            self.asked = Some(ask.clone());
            cx.ask(Ask::Compare(ask));
        }
    }
}

/// A text to be read, its changed words marked.
fn editor(marked: &MarkedText) -> Editor {
    let mut editor = Editor::new(&marked.text);
    for bytes in &marked.changed {
        editor.mark(0, bytes.clone(), TextRange { kind: CHANGED, ..TextRange::default() });
    }
    editor
}

impl MinutesScreen {
    pub(super) fn versions_ui(&mut self, ctx: &Context, cx: &mut Cx<'_>) {
        let meeting = self.id;
        let Some(versions) = &mut self.versions else { return };
        let subject = meeting.record();
        versions.list.get(cx.store, MinutesVersions { subject });
        let (title, close) = (tr!(cx.tr, "versions-title"), tr!(cx.tr, "shell-close"));
        let kept: Vec<VersionRow> = versions.list.last().cloned().unwrap_or_default();
        let mut all = vec![MinutesVersion::Now];
        all.extend(kept.iter().map(|row| MinutesVersion::Kept(row.content.clone())));
        if !kept.is_empty() {
            versions.chosen.get_or_insert([1, 0]);
        }
        let output = Sheet::new("versions", &title, &close).width(WIDTH).show(
            ctx,
            |ui| versions.fields_ui(ui, cx, &kept),
            |_| (),
        );
        versions.ask(cx, meeting, &all);
        if output.is_closed || output.is_confirmed {
            self.versions = None;
        }
    }
}

impl Versions {
    fn fields_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, kept: &[VersionRow]) {
        if kept.is_empty() {
            let weak = ui.tokens().ink_weak;
            ui.add(Label::new(tr!(cx.tr, "versions-none")).color(weak).wrap());
            return;
        }
        let mut names = vec![tr!(cx.tr, "versions-now")];
        names.extend(kept.iter().map(|row| name_of(cx, row)));
        let half = (ui.available_width() - GAP) / 2.0;
        if let Some(chosen) = &mut self.chosen {
            ui.row_of(ui.metrics().control + 22.0, |ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for (side, key) in chosen.iter_mut().zip(["versions-earlier", "versions-later"]) {
                    if let Some(at) = pick_list(ui, &tr!(cx.tr, key), Some(*side), &names, half) {
                        *side = at;
                    }
                }
            });
        }
        let words = tr!(cx.tr, "versions-show-all");
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            if check_box(ui, &words, self.shows_all).clicked() {
                self.shows_all = !self.shows_all;
            }
            ui.add(Line::new(&words));
        });
        let Some(rows) = &mut self.rows else {
            ui.add(Line::new(&tr!(cx.tr, "versions-comparing")).weak(ui));
            return;
        };
        let changed = rows.iter().filter(|row| !row.is_same).count();
        let sum = tr!(cx.tr, "versions-changed", count = changed);
        ui.add(Line::new(&sum).weight(Weight::SemiBold));
        for (index, row) in rows.iter_mut().enumerate() {
            if row.is_same && !self.shows_all {
                continue;
            }
            ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top() - 4.0, ui.tokens().hairline());
            row_ui(ui, cx, index, row, half);
        }
    }
}

/// A paragraph of each version beside the other.
fn row_ui(ui: &mut Ui, cx: &Cx<'_>, index: usize, row: &mut Row, half: f32) {
    let layout =
        if ui.direction().is_rtl() { Layout::right_to_left(Align::Min) } else { Layout::left_to_right(Align::Min) };
    let tokens = ui.tokens();
    let tones = [tokens.tone(Tone::Red), tokens.tone(Tone::Green)];
    let ink = if row.is_same { tokens.ink_weak } else { tokens.ink };
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), layout, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for ((side, tone), key) in row.sides.iter_mut().zip(tones).zip(["versions-earlier", "versions-later"]) {
            let column = ui.direction().column();
            ui.allocate_ui_with_layout(vec2(half, 0.0), column, |ui| {
                ui.set_width(half);
                // Underlined as well: colour alone says nothing to some.
                let look = |_: RangeKind| RangeLook {
                    background: Some(tone.wash),
                    color: Some(tone.ink),
                    underline: true,
                    ..RangeLook::default()
                };
                match side {
                    Some(editor) => {
                        let id = Id::unique(("version", key, index));
                        let size = Type::Interface;
                        EditorView::new(editor, id)
                            .label(tr!(cx.tr, key))
                            .font_size(size.size())
                            .line_height(size.line_height())
                            .color(ink)
                            .width(half)
                            .read_only(true)
                            .ranges(&look)
                            .show(ui);
                    }
                    None => _ = ui.add(Line::new(&tr!(cx.tr, "versions-nothing")).weak(ui)),
                }
            });
        }
    });
}

/// «أُرسل للمراجعة · 13 جمادى الآخرة · قبل ساعتين».
fn name_of(cx: &Cx<'_>, row: &VersionRow) -> String {
    let state = cx.tr.text(row.state.label_key(), &[]);
    let day = row.day.map(|day| parts::day(day, cx.tr, cx.settings.calendars)).unwrap_or_default();
    let age = parts::age(cx.now - row.at, cx.tr);
    tr!(cx.tr, "versions-name", state = state, day = day, age = age)
}
