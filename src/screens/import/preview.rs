//! Each row with its verdict, in its colour and its word, and why.

use crate::import::{ImportPlanned, Judged, Verdict};
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt, section_heading};
use egui::Ui;

/// So many rows are shown at first, and more each time.
const SHOWN: usize = 50;

/// How high a row's line is.
const ROW: f32 = 30.0;

/// What is looked at.
#[derive(Default)]
pub(super) struct Preview {
    only: Option<Verdict>,
    further: usize,
}

pub(super) const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Fine => Tone::Green,
        Verdict::Incomplete => Tone::Amber,
        Verdict::Refused => Tone::Red,
        Verdict::Duplicate => Tone::Blue,
    }
}

const fn icon(verdict: Verdict) -> Icon {
    match verdict {
        Verdict::Fine => Icon::Check,
        Verdict::Incomplete => Icon::Warning,
        Verdict::Refused => Icon::Close,
        Verdict::Duplicate => Icon::Document,
    }
}

impl Preview {
    pub(super) fn show(&mut self, ui: &mut Ui, tr: &Tr, planned: &ImportPlanned) {
        let plan = &planned.plan;
        section_heading(ui, &tr!(tr, "import-rows", count = plan.counts.rows));
        ui.row(|ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            for verdict in Verdict::ALL {
                let count = plan.counts.of(verdict);
                if count == 0 {
                    continue;
                }
                let words = tr!(tr, &format!("import-count-{}", verdict.code()), count = count);
                let is_only = self.only == Some(verdict);
                let chip = Chip::new(&words, tone(verdict)).icon(icon(verdict)).clickable().selected(is_only);
                if ui.add(chip).clicked() {
                    self.only = (!is_only).then_some(verdict);
                    self.further = 0;
                }
            }
        });
        let made = plan.counts;
        if made.bodies + made.people > 0 {
            let words = tr!(tr, "import-named", bodies = made.bodies, people = made.people);
            ui.add(Line::new(&words).size(Type::Caption).weak(ui).max_width(ui.available_width()));
        }
        let is_shown = |judged: &&Judged| self.only.is_none_or(|only| judged.verdict == only);
        let shown = SHOWN * (self.further + 1);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.spacing_mut().interact_size.y = ROW;
            for judged in plan.judged.iter().filter(is_shown).take(shown) {
                row_ui(ui, tr, judged, planned);
            }
        });
        let rest = plan.judged.iter().filter(is_shown).count().saturating_sub(shown);
        if rest > 0 && ui.add(Button::quiet(&tr!(tr, "import-more", count = rest))).clicked() {
            self.further += 1;
        }
    }
}

fn row_ui(ui: &mut Ui, tr: &Tr, judged: &Judged, planned: &ImportPlanned) {
    let verdict = tr!(tr, &format!("import-verdict-{}", judged.verdict.code()));
    ui.row(|ui| {
        ui.spacing_mut().item_spacing.x = ui.metrics().small;
        ui.add(Chip::new(&verdict, tone(judged.verdict)).icon(icon(judged.verdict)));
        let number = tr.number(i64::try_from(judged.row + 1).unwrap_or_default());
        ui.add(Line::new(&number).size(Type::Caption).weak(ui));
        let title = if judged.title.is_empty() { tr!(tr, "import-untitled") } else { judged.title.clone() };
        ui.add(Line::new(&title).max_width(ui.available_width()));
    });
    for words in judged.words(planned.asked.target, tr) {
        ui.add(Line::new(&words).size(Type::Caption).weak(ui).max_width(ui.available_width()));
    }
}
