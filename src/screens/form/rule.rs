//! When the meetings of a series come again, as a form asks for it and as it is said: «كل أسبوعين يوم الاثنين».

use crate::calendar::Weekday;
use crate::domain::{Beat, LAST, Rule, Value};
use crate::screens::Cx;
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Line, NumberDraft, NumberField, Type, UiExt, pick_list};
use egui::{Response, Ui};

/// So many coming days are shown as an example.
const EXAMPLES: usize = 3;
const WIDE: f32 = 120.0;

/// A rule being chosen.
pub(super) struct RuleDraft {
    /// 0: none, 1: weeks, 2: months.
    beat: usize,
    every: NumberDraft,
    weekday: usize,
    /// Which weekday of the month, from 0.
    place: usize,
}

impl RuleDraft {
    pub(super) fn new(stored: &str) -> Self {
        let rule = Rule::parse(stored);
        let weekday = rule.map_or(Weekday::Sunday, |rule| rule.weekday);
        let (beat, place) = match rule.map(|rule| rule.beat) {
            None => (0, 0),
            Some(Beat::Weeks) => (1, 0),
            Some(Beat::Months(place)) => (2, usize::from(place.saturating_sub(1))),
        };
        Self {
            beat,
            every: NumberDraft::new(Some(rule.map_or(1, |rule| i64::from(rule.every)))),
            weekday: Weekday::ALL.iter().position(|day| *day == weekday).unwrap_or(0),
            place,
        }
    }

    pub(super) fn is_wrong(&self) -> bool {
        self.beat > 0 && self.every.is_outside(1, i64::from(Rule::MOST))
    }

    pub(super) fn value(&self) -> Value {
        self.rule().map_or(Value::Empty, |rule| rule.stored().into())
    }

    fn rule(&self) -> Option<Rule> {
        let place = u8::try_from(self.place + 1).unwrap_or(LAST);
        let beat = match self.beat {
            1 => Beat::Weeks,
            2 => Beat::Months(place),
            _ => return None,
        };
        let every = self.every.number().and_then(|every| u8::try_from(every).ok()).unwrap_or(1);
        Some(Rule { every, beat, weekday: Weekday::ALL.get(self.weekday).copied()? })
    }

    /// Shows it; answers what may have the focus once it is wrong.
    pub(super) fn show(&mut self, ui: &mut Ui, label: &str, cx: &Cx<'_>) -> Option<Response> {
        let tr = cx.tr;
        let beats = ["not-given", "rule-by-weeks", "rule-by-months"].map(|key| tr!(tr, key));
        if let Some(beat) = pick_list(ui, label, Some(self.beat), &beats, ui.available_width().min(2.0 * WIDE)) {
            self.beat = beat;
        }
        if self.beat == 0 {
            return None;
        }
        let number = ui.row_of(ui.metrics().control + 22.0, |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            let every = tr!(tr, "rule-every");
            let every = NumberField::new(&mut self.every, &every).range(1, i64::from(Rule::MOST)).width(WIDE);
            let number = every.show(ui, tr).response;
            if self.beat == 2 {
                let places = ["1", "2", "3", "4", "5"].map(|place| tr!(tr, &format!("rule-place-{place}")));
                if let Some(place) = pick_list(ui, &tr!(tr, "rule-place"), Some(self.place), &places, WIDE) {
                    self.place = place;
                }
            }
            let days = Weekday::ALL.map(|day| tr!(tr, day.label_key()));
            if let Some(day) = pick_list(ui, &tr!(tr, "rule-day"), Some(self.weekday), &days, WIDE) {
                self.weekday = day;
            }
            number
        });
        if let Some(rule) = self.rule() {
            ui.add(Line::new(&words(rule, tr)).size(Type::Caption).color(ui.tokens().ink_soft));
            let coming = tr!(tr, "rule-coming", days = tr.list(&coming(rule, cx)));
            ui.add(Line::new(&coming).weak(ui).max_width(ui.available_width()));
        }
        Some(number.inner)
    }
}

/// The next days of a rule, in words.
fn coming(rule: Rule, cx: &Cx<'_>) -> Vec<String> {
    let mut last = None;
    let mut days = Vec::new();
    while days.len() < EXAMPLES {
        let Some(day) = rule.next(last, cx.today) else { break };
        days.push(crate::screens::parts::day(day, cx.tr, cx.settings.calendars));
        last = Some(day);
    }
    days
}

/// A rule in words: «أول أحد من كل شهر».
pub fn words(rule: Rule, tr: &Tr) -> String {
    let day = tr!(tr, rule.weekday.label_key());
    match rule.beat {
        Beat::Weeks => tr!(tr, "rule-weeks", every = rule.every, day = day),
        Beat::Months(place) => {
            let short = tr!(tr, rule.weekday.short_label_key());
            let which = tr!(tr, &format!("rule-place-{place}"));
            tr!(tr, "rule-months", every = rule.every, which = which, day = short)
        }
    }
}
