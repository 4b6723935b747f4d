//! The row that is looked at: its verdict and why, field by field what it says, and for a duplicate what is there already,
//! with the choice of what becomes of it.

use super::preview::{icon, told_words, tone, verdict_words};
use crate::domain::{Field, Record, Value, says_the_same};
use crate::import::{Duplicates, ImportAsked, ImportPlanned, Judged, Told, Twin};
use crate::screens::{Cx, shown};
use crate::store::Live;
use crate::store::query::{Cell, RecordPage};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::theme::RADIUS_CARD;
use crate::widgets::{Button, Chip, Icon, Line, Tone, UiExt, pick_list, scroll_vertical};
use egui::{Frame, Key, Modifiers, Popup, Ui};

/// Above a field.
const LABEL_ROOM: f32 = 22.0;

/// The row beside the table.
#[derive(Default)]
pub(super) struct Beside {
    page: Live<RecordPage>,
}

/// How what a row says stands to what is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    /// There is nothing it would be written onto.
    None,
    /// The field is empty so far.
    Fills,
    /// It says something else.
    Replaces,
    /// It says the same.
    Same,
}

impl Change {
    const fn key(self) -> Option<&'static str> {
        match self {
            Self::None => None,
            Self::Fills => Some("import-change-fills"),
            Self::Replaces => Some("import-change-replaces"),
            Self::Same => Some("import-change-same"),
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Fills => Tone::Green,
            Self::Replaces => Tone::Amber,
            Self::None | Self::Same => Tone::Neutral,
        }
    }
}

impl Beside {
    /// Shows it; `true` where the table is to have all the room again.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        planned: &ImportPlanned,
        judged: &Judged,
        asked: &mut ImportAsked,
    ) -> bool {
        let entity = planned.asked.target.entity();
        if let Some(Twin::Record(id)) = judged.twin {
            self.page.get(cx.store, RecordPage { record: Record { entity, id } });
        }
        let tokens = ui.tokens();
        let rect = ui.available_rect_before_wrap();
        ui.painter().rect_filled(rect, RADIUS_CARD, tokens.surface_sunken);
        let mut is_left = false;
        let inner = rect.shrink2(egui::vec2(ui.metrics().medium, ui.metrics().small));
        let (head, body) = inner.split_top_bottom_at_y(inner.top() + ui.metrics().small_control);
        ui.row_within(head, "head", |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            ui.add(Line::new(&tr!(cx.tr, "import-row-number", number = judged.row + 1)).weight(Weight::SemiBold));
            ui.at_end("leave", |ui| {
                let words = tr!(cx.tr, "import-beside-close");
                is_left = ui.add(Button::icon_only(Icon::Close, &words).small()).clicked();
            });
        });
        // Escape closes what was opened last: the row before the whole list.
        is_left |=
            !Popup::is_any_open(ui.ctx()) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        ui.within(body, "row", |ui| {
            scroll_vertical(ui, ("beside", judged.row), |ui, area| {
                area.show(ui, |ui| {
                    Frame::new().inner_margin(ui.direction().margin(0, 14, 4)).show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = ui.metrics().small;
                        ui.column(|ui| self.contents_ui(ui, cx, planned, judged, asked));
                    });
                })
            });
        });
        is_left
    }

    fn contents_ui(&self, ui: &mut Ui, cx: &Cx<'_>, planned: &ImportPlanned, judged: &Judged, asked: &mut ImportAsked) {
        let tr = cx.tr;
        let title = if judged.title.is_empty() { tr!(tr, "import-untitled") } else { judged.title.clone() };
        ui.add(Label::new(&title).size(16.0).line_height(24.0).wrap());
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            ui.add(Chip::new(&verdict_words(judged, cx), tone(judged.verdict)).icon(icon(judged.verdict)));
        });
        for words in judged.words(planned.asked.target, tr) {
            ui.add(Label::new(words).size(14.0).line_height(22.0).wrap());
        }
        if judged.twin.is_some() {
            choice_ui(ui, cx, judged, asked);
        }
        let known = match judged.twin {
            Some(Twin::Record(id)) => {
                let page = self.page.last().filter(|page| page.record.id == id);
                let Some(page) = page else { return };
                Known::Record(&page.cells)
            }
            Some(Twin::Row(row)) => match planned.plan.judged.iter().find(|other| other.row == row) {
                Some(other) => Known::Row(other),
                None => Known::Nothing,
            },
            None => Known::Nothing,
        };
        if judged.twin.is_some() && !judged.told.is_empty() {
            let heading = |key: &str| tr!(tr, key);
            let (there, here) = (heading("import-there"), heading("import-here"));
            let line = |ui: &mut Ui, words: &str| _ = ui.add(Line::new(words).weight(Weight::SemiBold).heading());
            pair_ui(ui, |ui| line(ui, &there), |ui| line(ui, &here));
        }
        // In the order of the form, whatever order the file's columns have.
        for field in planned.asked.target.fields() {
            if let Some(told) = judged.told(field.name) {
                field_ui(ui, cx, planned, (field, told), &known);
            }
        }
    }
}

/// What becomes of this row alone.
fn choice_ui(ui: &mut Ui, cx: &Cx<'_>, judged: &Judged, asked: &mut ImportAsked) {
    let tr = cx.tr;
    let mut words = vec![tr!(tr, "import-row-as-others")];
    words.extend(Duplicates::ALL.map(|choice| tr!(tr, &format!("import-row-{}", choice.code()))));
    let present = asked.by_row.get(&judged.row);
    let at = present.map_or(Some(0), |present| Duplicates::ALL.iter().position(|one| one == present).map(|at| at + 1));
    let width = ui.available_width();
    let label = tr!(tr, "import-this-row");
    ui.row_of(ui.metrics().control + LABEL_ROOM, |ui| {
        let Some(chosen) = pick_list(ui, &label, at, &words, width) else { return };
        match chosen.checked_sub(1).and_then(|at| Duplicates::ALL.get(at)) {
            Some(choice) => _ = asked.by_row.insert(judged.row, *choice),
            None => _ = asked.by_row.remove(&judged.row),
        }
    });
}

/// What a row is held against.
enum Known<'a> {
    Nothing,
    Record(&'a [(&'static str, Cell)]),
    Row(&'a Judged),
}

impl Known<'_> {
    /// What is there of a field, in words, and how the row's stands to it.
    fn of(&self, field: &Field, told: &Told, cx: &Cx<'_>) -> (Option<String>, Change) {
        match self {
            Self::Nothing => (None, Change::None),
            Self::Record(cells) => {
                let cell = cells.iter().find(|(name, _)| *name == field.name).map(|(_, cell)| cell);
                let Some(cell) = cell.filter(|cell| cell.value != Value::Empty) else { return (None, Change::Fills) };
                let is_same = match told {
                    Told::Value(value) => says_the_same(field, &cell.value, value),
                    Told::Name(_, id) => id.map(Value::Number).as_ref() == Some(&cell.value),
                };
                (shown::words(field, cell, cx), if is_same { Change::Same } else { Change::Replaces })
            }
            Self::Row(judged) => match judged.told(field.name) {
                None => (None, Change::Fills),
                Some(other) => {
                    let change = if other == told { Change::Same } else { Change::Replaces };
                    (Some(told_words(field, other, cx)), change)
                }
            },
        }
    }
}

/// A field: what is there, and beside it what the row says.
fn field_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    planned: &ImportPlanned,
    (field, told): (&'static Field, &Told),
    known: &Known<'_>,
) {
    let tr = cx.tr;
    let (before, change) = known.of(field, told, cx);
    let label = tr!(tr, &shown::field_key(planned.asked.target.entity(), field));
    let new = told_words(field, told, cx);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = ui.metrics().hair;
        ui.row_of(ui.metrics().chip, |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            ui.add(Line::new(&label).weak(ui));
            if let Some(key) = change.key() {
                ui.add(Chip::new(&tr!(tr, key), change.tone()));
            }
        });
        let value = |words: &str| Label::new(words).size(14.0).line_height(22.0).wrap();
        let Some(before) = before.filter(|_| change == Change::Replaces) else {
            ui.add(value(&new));
            return;
        };
        let weak = ui.tokens().ink_weak;
        pair_ui(ui, |ui| _ = ui.add(value(&before).color(weak)), |ui| _ = ui.add(value(&new)));
    });
}

/// What is there at the start, what the row says at the end.
fn pair_ui(ui: &mut Ui, start: impl FnOnce(&mut Ui), end: impl FnOnce(&mut Ui)) {
    let gap = ui.metrics().medium;
    let room = ui.available_rect_before_wrap();
    let width = (room.width() - gap) / 2.0;
    let direction = ui.direction();
    let mut rest = room;
    let first = direction.take_start(&mut rest, width);
    direction.take_start(&mut rest, gap);
    let mut side = |rect: egui::Rect, salt: &str, contents: &mut dyn FnMut(&mut Ui)| {
        ui.within(rect, salt, |ui| {
            contents(ui);
            ui.min_rect().height()
        })
    };
    let (mut start, mut end) = (Some(start), Some(end));
    let heights = [
        side(first, "start", &mut |ui| start.take().into_iter().for_each(|show| show(ui))),
        side(rest, "end", &mut |ui| end.take().into_iter().for_each(|show| show(ui))),
    ];
    let height = heights.into_iter().fold(0.0, f32::max);
    ui.allocate_space(egui::vec2(room.width(), height));
}
