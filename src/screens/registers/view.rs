//! How a register is looked at: as what, narrowed to what, grouped by what, with which columns; and the views a person has
//! given a name. Values only, so that what is kept can be tested without a window.

use super::kinds::Register;
use super::ready::{Ready, day};
use crate::calendar::{Calendar, Date, MonthGrid, Weekday};
use crate::domain::{FieldKind, Value};
use crate::store::query::Condition;
use crate::widgets::TableLayout;
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;

/// As what a register is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Shape {
    #[default]
    Table,
    Board,
    /// Days of a month; meetings have them.
    Month,
}

/// One way to look at a register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct View {
    pub(super) shape: Shape,
    pub(super) ready: Option<Ready>,
    pub(super) sieves: Vec<Sieve>,
    /// The field whose contents head the groups.
    pub(super) group: Option<String>,
    pub(super) layout: TableLayout,
    /// The columns there were when it was kept: those that came since are hidden until somebody wants them.
    pub(super) known: Option<BTreeSet<String>>,
}

/// The columns that a view which was kept before views noted what they know does not know.
const CAME_LATER: [&str; 12] = [
    "meeting_series",
    "meeting_host",
    "agenda_item",
    "minutes_number",
    "met_on",
    "last_action",
    "updated_on",
    "days_late",
    "evidence",
    "obstacles",
    "support_needed",
    "details",
];

/// What one field has to hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Sieve {
    pub(super) field: String,
    pub(super) content: Content,
}

/// What a field has to hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Content {
    /// One of these; [`Value::Empty`] among them: or nothing.
    OneOf(Vec<Picked>),
    /// Anything at all.
    Given,
    /// From one to the other, both included; [`Value::Empty`] sets no bound.
    Between(Value, Value),
    /// A day of a stretch that moves with today.
    During(Period),
    /// A text with these letters in it.
    Containing(String),
}

/// A content that was picked, with what it was called then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Picked {
    pub(super) value: Value,
    #[serde(default)]
    pub(super) name: String,
}

/// A stretch of days that moves with today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Period {
    Past,
    Today,
    ThisWeek,
    ThisMonth,
    Next14,
    Next90,
}

impl Period {
    pub(super) const ALL: [Self; 6] =
        [Self::Past, Self::Today, Self::ThisWeek, Self::ThisMonth, Self::Next14, Self::Next90];

    /// The key of its words.
    pub(super) const fn label_key(self) -> &'static str {
        match self {
            Self::Past => "period-past",
            Self::Today => "period-today",
            Self::ThisWeek => "period-week",
            Self::ThisMonth => "period-month",
            Self::Next14 => "period-next-14",
            Self::Next90 => "period-next-90",
        }
    }

    /// Its first and its last day. A week begins on Sunday; a month is one of the calendar that comes first.
    pub(super) fn bounds(self, today: Date, calendar: Calendar) -> (Value, Value) {
        match self {
            Self::Past => (Value::Empty, day(today, -1)),
            Self::Today => (today.into(), today.into()),
            Self::ThisWeek => {
                let place = Weekday::ALL.iter().position(|weekday| *weekday == today.weekday());
                let since = place.and_then(|place| i64::try_from(place).ok()).unwrap_or_default();
                (day(today, -since), day(today, 6 - since))
            }
            Self::ThisMonth => month(calendar, today),
            Self::Next14 => (today.into(), day(today, 14)),
            Self::Next90 => (today.into(), day(today, 90)),
        }
    }
}

/// The first and the last day of the month a day stands in.
pub(super) fn month(calendar: Calendar, date: Date) -> (Value, Value) {
    let grid = MonthGrid::around(calendar, date);
    let days = || grid.weeks.iter().flatten().flatten().filter(|cell| cell.in_month).map(|cell| cell.date);
    (days().min().into(), days().max().into())
}

impl Sieve {
    /// As the store takes it; nothing for a field this program does not know.
    pub(super) fn condition(&self, register: &Register, today: Date, calendar: Calendar) -> Option<Condition> {
        let field = register.field(&self.field)?;
        Some(match &self.content {
            Content::OneOf(picked) => {
                let mut values: Vec<Value> = picked.iter().map(|one| one.value.clone()).collect();
                // Nothing said is no.
                if field.kind == FieldKind::Flag && values.contains(&false.into()) {
                    values.push(Value::Empty);
                }
                Condition::OneOf(field.name, values)
            }
            Content::Given => Condition::Within(field.name, Value::Empty, Value::Empty),
            Content::Between(from, until) => Condition::Within(field.name, from.clone(), until.clone()),
            Content::During(period) => {
                let (from, until) = period.bounds(today, calendar);
                Condition::Within(field.name, from, until)
            }
            Content::Containing(text) => Condition::Containing(field.name, text.clone()),
        })
    }
}

fn all_columns(register: &'static Register) -> BTreeSet<String> {
    register.columns().into_iter().map(|(field, _)| field.name.to_owned()).collect()
}

impl View {
    /// The register as nobody has touched it.
    pub(super) fn standard(register: &'static Register) -> Self {
        Self { layout: register.standard_layout(), known: Some(all_columns(register)), ..Self::default() }
    }

    /// Hides the columns that came since it was kept.
    fn meet(&mut self, register: &'static Register) {
        let all = all_columns(register);
        let known = self.known.take();
        let is_known = |name: &str| match &known {
            Some(known) => known.contains(name),
            None => !CAME_LATER.contains(&name),
        };
        for (field, _) in register.columns() {
            if !is_known(field.name) && !self.layout.is_hidden(field.name) {
                register.turn_hidden(&mut self.layout, field);
            }
        }
        self.known = Some(all);
    }

    /// What a field has to hold, if that is asked.
    pub(super) fn content(&self, field: &str) -> Option<&Content> {
        self.sieves.iter().find(|sieve| sieve.field == field).map(|sieve| &sieve.content)
    }

    /// Asks something of a field, or nothing any more.
    pub(super) fn sift(&mut self, field: &str, content: Option<Content>) {
        let at = self.sieves.iter().position(|sieve| sieve.field == field);
        match (at, content) {
            (Some(at), Some(content)) => {
                if let Some(sieve) = self.sieves.get_mut(at) {
                    sieve.content = content;
                }
            }
            (Some(at), None) => _ = self.sieves.remove(at),
            (None, Some(content)) => self.sieves.push(Sieve { field: field.to_owned(), content }),
            (None, None) => {}
        }
    }

    /// Is it narrowed to a part of the register?
    pub(super) const fn is_narrowed(&self) -> bool {
        self.ready.is_some() || !self.sieves.is_empty()
    }

    /// The whole register again; columns and groups stay.
    pub(super) fn widen(&mut self) {
        self.ready = None;
        self.sieves.clear();
    }

    /// As the store takes it.
    pub(super) fn conditions(&self, register: &Register, today: Date, calendar: Calendar) -> Vec<Condition> {
        let ready = self.ready.map(|ready| ready.conditions(today)).unwrap_or_default();
        let sieves = self.sieves.iter().filter_map(|sieve| sieve.condition(register, today, calendar));
        ready.into_iter().chain(sieves).collect()
    }
}

/// A view with a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct NamedView {
    pub(super) name: String,
    pub(super) view: View,
}

/// The views of a register: what is looked at now, and those that were given a name.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Views {
    #[serde(deserialize_with = "what_makes_sense")]
    pub(super) now: View,
    /// The name of the one that is looked at; none: the register itself.
    pub(super) at: Option<String>,
    #[serde(deserialize_with = "those_that_make_sense")]
    pub(super) named: Vec<NamedView>,
}

/// What a newer program kept may hold what this one does not know: that view is as nobody has touched it.
fn what_makes_sense<'de, D: Deserializer<'de>>(kept: D) -> Result<View, D::Error> {
    let kept = serde_json::Value::deserialize(kept)?;
    Ok(serde_json::from_value(kept).unwrap_or_default())
}

/// One view that makes no sense takes none of the others with it.
fn those_that_make_sense<'de, D: Deserializer<'de>>(kept: D) -> Result<Vec<NamedView>, D::Error> {
    let kept = Vec::<serde_json::Value>::deserialize(kept)?;
    Ok(kept.into_iter().filter_map(|view| serde_json::from_value(view).ok()).collect())
}

impl Views {
    /// Nothing but the register as it is.
    pub(super) fn new(register: &'static Register) -> Self {
        Self { now: View::standard(register), at: None, named: Vec::new() }
    }

    /// As it was kept. What another hand wrote may name a view that is not there.
    pub(super) fn sound(mut self, register: &'static Register) -> Self {
        let at = self.at.take();
        self.at = at.filter(|name| self.place(name).is_some());
        if self.now.layout.is_untouched() {
            self.now.layout = register.standard_layout();
        }
        std::iter::once(&mut self.now)
            .chain(self.named.iter_mut().map(|named| &mut named.view))
            .for_each(|view| view.meet(register));
        if !register.shapes.iter().any(|(shape, _)| *shape == self.now.shape) {
            self.now.shape = Shape::Table;
        }
        self
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.named.iter().position(|one| one.name == name)
    }

    fn present(&mut self) -> Option<&mut NamedView> {
        let at = self.at.clone()?;
        self.named.iter_mut().find(|one| one.name == at)
    }

    /// The view that is looked at, as it was kept.
    pub(super) fn original(&self, register: &'static Register) -> View {
        let kept = self.at.as_deref().and_then(|name| self.named.iter().find(|one| one.name == name));
        kept.map_or_else(|| View::standard(register), |one| one.view.clone())
    }

    /// Is it looked at otherwise than it was kept?
    pub(super) fn is_changed(&self, register: &'static Register) -> bool {
        self.now != self.original(register)
    }

    /// Looks at a view by its name, or at the register itself.
    pub(super) fn choose(&mut self, name: Option<&str>, register: &'static Register) {
        self.at = name.filter(|name| self.place(name).is_some()).map(str::to_owned);
        self.now = self.original(register);
    }

    /// Gives what is looked at a name; one that is there already is that view from now on.
    pub(super) fn keep_as(&mut self, name: &str) {
        let view = self.now.clone();
        match self.named.iter_mut().find(|one| one.name == name) {
            Some(one) => one.view = view,
            None => self.named.push(NamedView { name: name.to_owned(), view }),
        }
        self.at = Some(name.to_owned());
    }

    /// The view is from now on what is looked at.
    pub(super) fn keep_changes(&mut self) {
        let now = self.now.clone();
        if let Some(one) = self.present() {
            one.view = now;
        }
    }

    /// Another name for the view that is looked at; one that is taken is refused.
    pub(super) fn rename(&mut self, name: &str) -> bool {
        if self.place(name).is_some() {
            return false;
        }
        if let Some(one) = self.present() {
            one.name = name.to_owned();
            self.at = Some(name.to_owned());
        }
        true
    }

    /// Away with the view that is looked at.
    pub(super) fn remove(&mut self, register: &'static Register) {
        if let Some(place) = self.at.clone().and_then(|name| self.place(&name)) {
            self.named.remove(place);
        }
        self.choose(None, register);
    }

    /// The view as it was kept.
    pub(super) fn reset(&mut self, register: &'static Register) {
        self.now = self.original(register);
    }
}

#[cfg(test)]
mod tests {
    use super::super::kinds::FOLLOW_UPS;
    use super::*;

    fn narrowed() -> Views {
        let mut views = Views::new(&FOLLOW_UPS);
        views.now.ready = Some(Ready::Overdue);
        views.now.group = Some("organisation".to_owned());
        views
            .now
            .sift("person", Some(Content::OneOf(vec![Picked { value: Value::Number(7), name: "م. سالم".into() }])));
        views
    }

    #[test]
    fn a_view_that_was_kept_is_there_after_a_restart_as_it_was() {
        let mut views = narrowed();
        views.keep_as("متأخرات م. سالم");
        let written = serde_json::to_string(&views).unwrap();
        let read: Views = serde_json::from_str(&written).unwrap();
        assert_eq!(read.sound(&FOLLOW_UPS), views);
    }

    #[test]
    fn a_view_that_makes_no_sense_takes_none_of_the_others_with_it() {
        let mut views = narrowed();
        views.keep_as("أولى");
        views.keep_as("ثانية");
        let written = serde_json::to_string(&views).unwrap();
        let broken = written.replacen("\"overdue\"", "\"of a newer program\"", 2);
        let read: Views = serde_json::from_str(&broken).unwrap();
        let read = read.sound(&FOLLOW_UPS);
        assert_eq!(read.named.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["ثانية"]);
        assert_eq!(read.now, View::standard(&FOLLOW_UPS));
    }

    #[test]
    fn columns_that_came_since_a_view_was_kept_stay_hidden_until_they_are_wanted() {
        let check = |written: &str| {
            let views: Views = serde_json::from_str(written).unwrap();
            let views = views.sound(&FOLLOW_UPS);
            let is_shown = |view: &View, name: &str| !view.layout.is_hidden(name);
            for view in [&views.now, &views.named[0].view] {
                assert!(is_shown(view, "priority") && is_shown(view, "number"), "{written}");
                assert!(!is_shown(view, "days_late") && !is_shown(view, "last_action"), "{written}");
            }
        };
        // As it was kept before views noted what they know: everything is shown but one.
        let old = r#"{"layout":{"hidden":["cost"]}}"#;
        check(&format!(r#"{{"now":{old},"at":null,"named":[{{"name":"قديم","view":{old}}}]}}"#));
        let newer = r#"{"layout":{"hidden":["cost"]},"known":["number","text","priority"]}"#;
        check(&format!(r#"{{"now":{newer},"at":null,"named":[{{"name":"أحدث","view":{newer}}}]}}"#));
        // What was shown since stays so.
        let mut views = narrowed();
        FOLLOW_UPS.turn_hidden(&mut views.now.layout, FOLLOW_UPS.field("days_late").unwrap());
        let read: Views = serde_json::from_str(&serde_json::to_string(&views).unwrap()).unwrap();
        assert!(!read.sound(&FOLLOW_UPS).now.layout.is_hidden("days_late"));
    }

    #[test]
    fn a_change_of_a_view_is_kept_or_given_up() {
        let mut views = narrowed();
        views.keep_as("متأخرات");
        assert!(!views.is_changed(&FOLLOW_UPS));
        views.now.widen();
        assert!(views.is_changed(&FOLLOW_UPS));
        views.reset(&FOLLOW_UPS);
        assert_eq!(views.now.ready, Some(Ready::Overdue));
        views.now.widen();
        views.keep_changes();
        views.choose(None, &FOLLOW_UPS);
        views.choose(Some("متأخرات"), &FOLLOW_UPS);
        assert!(!views.now.is_narrowed());
    }

    #[test]
    fn two_views_never_share_a_name() {
        let mut views = narrowed();
        views.keep_as("أولى");
        views.keep_as("ثانية");
        assert!(!views.rename("أولى"));
        assert!(views.rename("ثالثة"));
        assert_eq!(views.named.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["أولى", "ثالثة"]);
        views.remove(&FOLLOW_UPS);
        assert_eq!((views.at, views.named.len()), (None, 1));
    }

    #[test]
    fn a_week_begins_on_sunday_and_a_month_is_one_of_either_calendar() {
        let today = Date::from_iso("2026-11-23").unwrap();
        let check = |period: Period, calendar: Calendar, from: &str, until: &str| {
            assert_eq!(period.bounds(today, calendar), (from.into(), until.into()), "{period:?}");
        };
        check(Period::ThisWeek, Calendar::Hijri, "2026-11-22", "2026-11-28");
        check(Period::ThisMonth, Calendar::Gregorian, "2026-11-01", "2026-11-30");
        check(Period::ThisMonth, Calendar::Hijri, "2026-11-11", "2026-12-09");
        check(Period::Past, Calendar::Hijri, "", "2026-11-22");
        check(Period::Next14, Calendar::Hijri, "2026-11-23", "2026-12-07");
    }

    #[test]
    fn a_filter_of_a_field_nobody_knows_asks_for_nothing() {
        let sieve = Sieve { field: "nobody".to_owned(), content: Content::Given };
        let today = Date::from_iso("2026-11-23").unwrap();
        assert_eq!(sieve.condition(&FOLLOW_UPS, today, Calendar::Hijri), None);
    }
}
