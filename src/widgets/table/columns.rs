//! A table's columns: which are shown, in what order, how wide, and by which one the rows stand.
//!
//! Apart and without a window: the layout is a value that a screen may save, and what it does can be tested by numbers.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// How a column gets its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// That many points.
    Points(f32),
    /// A share of what the others leave.
    Share(f32),
}

/// A column: its heading, its width, and what may be done with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column<'a> {
    /// The same for the same column in every language: a saved layout knows it by this.
    pub key: &'a str,
    /// The heading.
    pub title: &'a str,
    /// How wide, until someone drags its edge.
    pub width: Width,
    /// Can the rows stand by it?
    pub is_sortable: bool,
    /// It stays first, keeps its width and is always shown; its heading is only heard.
    pub is_fixed: bool,
    /// It does not give way where the room is narrow: what stands in it is read whole.
    pub is_firm: bool,
}

impl<'a> Column<'a> {
    /// A column that can be resized, moved and hidden.
    pub const fn new(key: &'a str, title: &'a str, width: Width) -> Self {
        Self { key, title, width, is_sortable: false, is_fixed: false, is_firm: false }
    }

    /// The rows can stand by it.
    #[must_use]
    pub const fn sortable(mut self) -> Self {
        self.is_sortable = true;
        self
    }

    /// It keeps its width where others give way; the table is wider than the room before it does.
    #[must_use]
    pub const fn firm(mut self) -> Self {
        self.is_firm = true;
        self
    }

    /// A narrow column of marks: it stays where it is and as wide as it is, and its heading is only heard.
    #[must_use]
    pub const fn fixed(mut self) -> Self {
        self.is_fixed = true;
        self
    }
}

/// By which column the rows stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// The column's key.
    pub column: String,
    /// The last first.
    pub is_descending: bool,
}

/// What a person made of the columns. A screen may save it; columns it does not know keep their place.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableLayout {
    order: Vec<String>,
    hidden: BTreeSet<String>,
    widths: BTreeMap<String, f32>,
    sort: Option<Sort>,
}

/// No column is narrower.
pub const LEAST_WIDTH: f32 = 40.0;
/// No column that shares what is left is narrower: beyond that the table scrolls along its columns.
pub const LEAST_SHARE: f32 = 104.0;
/// No column is dragged wider.
pub const MOST_WIDTH: f32 = 1200.0;
/// On a narrow window columns of fixed width give way down to this part before the table scrolls.
const LEAST_SQUEEZE: f32 = 0.8;
/// Before they give way, what shares the rest has at least this part of the room.
const SHARED_PART: f32 = 0.34;

impl TableLayout {
    /// By which column the rows stand; `None`: as the list comes.
    pub const fn sort(&self) -> Option<&Sort> {
        self.sort.as_ref()
    }

    /// Is it as the screen made it?
    pub fn is_untouched(&self) -> bool {
        *self == Self::default()
    }

    /// Sorts by a column; a second time turns it around, a third lets the rows stand as they come.
    pub fn turn_sort(&mut self, key: &str) {
        self.sort = match self.sort.take().filter(|sort| sort.column == key) {
            None => Some(Sort { column: key.to_owned(), is_descending: false }),
            Some(sort) if !sort.is_descending => Some(Sort { is_descending: true, ..sort }),
            Some(_) => None,
        };
    }

    /// Sorts by a column in one way.
    pub fn sort_by(&mut self, key: &str, is_descending: bool) {
        self.sort = Some(Sort { column: key.to_owned(), is_descending });
    }

    /// The rows stand as the list comes.
    pub fn unsort(&mut self) {
        self.sort = None;
    }

    /// The width someone gave a column.
    pub fn width(&self, key: &str) -> Option<f32> {
        self.widths.get(key).copied()
    }

    /// Gives a column a width, in points.
    pub fn set_width(&mut self, key: &str, width: f32) {
        if width.is_finite() {
            self.widths.insert(key.to_owned(), width.clamp(LEAST_WIDTH, MOST_WIDTH));
        }
    }

    /// Is a column hidden?
    pub fn is_hidden(&self, key: &str) -> bool {
        self.hidden.contains(key)
    }

    /// Hides a column, or shows it again. The last one that can be hidden stays.
    pub fn turn_hidden(&mut self, columns: &[Column<'_>], key: &str) {
        if self.hidden.remove(key) {
            return;
        }
        let left = columns.iter().filter(|column| !column.is_fixed && !self.is_hidden(column.key)).count();
        if left > 1 && columns.iter().any(|column| column.key == key && !column.is_fixed) {
            self.hidden.insert(key.to_owned());
        }
    }

    /// Puts a column where another one stands; those between move up.
    pub fn move_column(&mut self, columns: &[Column<'_>], key: &str, target: &str) {
        let may_move = |key: &str| columns.iter().any(|column| column.key == key && !column.is_fixed);
        if key == target || !may_move(key) || !may_move(target) {
            return;
        }
        let mut order = self.whole_order(columns);
        let place = |order: &[String], key: &str| order.iter().position(|other| other == key);
        if let (Some(from), Some(to)) = (place(&order, key), place(&order, target)) {
            let moved = order.remove(from);
            order.insert(to, moved);
            self.order = order;
        }
    }

    /// As it may be: what was saved by another hand may hold any width, and a column twice.
    #[must_use]
    pub(super) fn sound(mut self) -> Self {
        let mut seen = BTreeSet::new();
        self.order.retain(|key| seen.insert(key.clone()));
        self.widths.retain(|_, width| width.is_finite());
        for width in self.widths.values_mut() {
            *width = width.clamp(LEAST_WIDTH, MOST_WIDTH);
        }
        self
    }

    /// The columns as the screen made them, in its order and width.
    pub fn reset_columns(&mut self) {
        *self = Self { sort: self.sort.take(), ..Self::default() };
    }

    /// The shown columns in their order, as places in `columns`.
    pub fn shown(&self, columns: &[Column<'_>]) -> Vec<usize> {
        let mut shown = Vec::with_capacity(columns.len());
        shown.extend((0..columns.len()).filter(|&at| columns.get(at).is_some_and(|column| column.is_fixed)));
        // Where a saved layout hides all there are, there would be no heading left to show one by.
        let hides_all = columns.iter().all(|column| column.is_fixed || self.is_hidden(column.key));
        let free = |column: &Column<'_>| !column.is_fixed && (hides_all || !self.is_hidden(column.key));
        if self.order.is_empty() {
            shown.extend((0..columns.len()).filter(|&at| columns.get(at).is_some_and(free)));
        } else {
            let order = self.whole_order(columns);
            shown.extend(
                order.iter().filter_map(|key| columns.iter().position(|column| column.key == key && free(column))),
            );
        }
        shown
    }

    /// Every key in its order: those that were moved, and the others behind their neighbours.
    fn whole_order(&self, columns: &[Column<'_>]) -> Vec<String> {
        let mut order = self.order.clone();
        for (at, column) in columns.iter().enumerate() {
            if order.iter().any(|key| key == column.key) {
                continue;
            }
            let before = at.checked_sub(1).and_then(|before| columns.get(before));
            let place = before.and_then(|before| order.iter().position(|key| key == before.key));
            order.insert(place.map_or(0, |place| place + 1), column.key.to_owned());
        }
        order
    }

    /// How wide each shown column is, its margins within. Together they fill the room where one of them shares what the
    /// others leave, and are wider than it where all have become as narrow as they may.
    pub fn widths(&self, columns: &[Column<'_>], shown: &[usize], room: f32) -> Vec<f32> {
        let of = |at: &usize| columns.get(*at);
        let given = |column: &Column<'_>| if column.is_fixed { None } else { self.width(column.key) };
        let (mut dragged, mut points) = (0.0, 0.0);
        let mut shares = Vec::with_capacity(shown.len());
        for column in shown.iter().filter_map(of) {
            match (given(column), column.width) {
                (Some(width), _) => dragged += width,
                // No mark is narrower because of its neighbours.
                (None, Width::Points(width)) if column.is_fixed || column.is_firm => dragged += width,
                (None, Width::Points(width)) => points += width,
                (None, Width::Share(share)) => shares.push(share),
            }
        }
        let free = (room - dragged).max(0.0);
        let least = if shares.is_empty() { 0.0 } else { (free * SHARED_PART).max(shares.len() as f32 * LEAST_SHARE) };
        let squeeze = ((free - least) / points.max(1.0)).clamp(LEAST_SQUEEZE, 1.0);
        let share_width = share_width(&mut shares, (free - points * squeeze).max(0.0));
        let width_of = |column: &Column<'_>| match (given(column), column.width) {
            (Some(width), _) => width,
            (None, Width::Points(width)) if column.is_fixed || column.is_firm => width,
            (None, Width::Points(width)) => width * squeeze,
            (None, Width::Share(share)) => (share * share_width).max(LEAST_SHARE),
        };
        shown.iter().filter_map(of).map(width_of).collect()
    }
}

/// The width of one share: what is left after those too narrow got the least there is.
fn share_width(shares: &mut [f32], mut rest: f32) -> f32 {
    shares.sort_by(f32::total_cmp);
    let mut left: f32 = shares.iter().sum();
    for &share in shares.iter() {
        if share * rest >= LEAST_SHARE * left {
            return rest / left.max(f32::EPSILON);
        }
        rest = (rest - LEAST_SHARE).max(0.0);
        left -= share;
    }
    0.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEYS: [&str; 6] = ["mark", "number", "text", "person", "due", "status"];

    fn columns() -> [Column<'static>; 6] {
        let points = |key| Column::new(key, key, Width::Points(120.0));
        let share = |key, share| Column::new(key, key, Width::Share(share));
        [
            points("mark").fixed(),
            points("number"),
            share("text", 1.5),
            share("person", 1.0),
            points("due"),
            points("status"),
        ]
    }

    fn keys(layout: &TableLayout) -> Vec<&'static str> {
        let columns = columns();
        layout.shown(&columns).into_iter().map(|at| columns[at].key).collect()
    }

    #[derive(Clone, Debug)]
    enum Act {
        Move(usize, usize),
        Hide(usize),
        Width(usize, f32),
    }

    fn acts() -> impl Strategy<Value = Vec<Act>> {
        let act = prop_oneof![
            (0..6_usize, 0..6_usize).prop_map(|(from, to)| Act::Move(from, to)),
            (0..6_usize).prop_map(Act::Hide),
            (0..6_usize, 0.0..2000.0_f32).prop_map(|(at, width)| Act::Width(at, width)),
        ];
        proptest::collection::vec(act, 0..20)
    }

    fn done(acts: &[Act]) -> TableLayout {
        let columns = columns();
        let mut layout = TableLayout::default();
        for act in acts {
            match *act {
                Act::Move(from, to) => layout.move_column(&columns, KEYS[from], KEYS[to]),
                Act::Hide(at) => layout.turn_hidden(&columns, KEYS[at]),
                Act::Width(at, width) => layout.set_width(KEYS[at], width),
            }
        }
        layout
    }

    proptest! {
        #[test]
        fn columns_moved_about_are_still_each_there_once(acts in acts()) {
            let layout = done(&acts);
            let mut shown = keys(&layout);
            prop_assert_eq!(shown[0], "mark");
            prop_assert!(shown.len() > 1, "one column stays");
            shown.sort_unstable();
            let mut expected: Vec<&str> = KEYS.into_iter().filter(|key| !layout.is_hidden(key)).collect();
            expected.sort_unstable();
            prop_assert_eq!(shown, expected);
        }

        #[test]
        fn the_widths_fill_the_room_or_are_as_narrow_as_they_may_be(acts in acts(), room in 100.0..3000.0_f32) {
            let (layout, columns) = (done(&acts), columns());
            let shown = layout.shown(&columns);
            let widths = layout.widths(&columns, &shown, room);
            let sum: f32 = widths.iter().sum();
            let sharing: Vec<f32> = shown.iter().zip(&widths)
                .filter(|&(&at, _)| matches!(columns[at].width, Width::Share(_)) && layout.width(columns[at].key).is_none())
                .map(|(_, &width)| width)
                .collect();
            prop_assert!((widths[0] - 120.0).abs() < 0.01, "the marks stand as they are");
            let are_least = sharing.iter().all(|width| (width - LEAST_SHARE).abs() < 0.01);
            prop_assert!(sharing.iter().all(|&width| width >= LEAST_SHARE));
            if sharing.is_empty() || (are_least && sum > room) {
                prop_assert!(widths.iter().all(|&width| width >= LEAST_WIDTH));
            } else {
                prop_assert!((sum - room).abs() < 0.1, "{} of {}", sum, room);
            }
        }

        #[test]
        fn a_layout_that_was_saved_comes_back(acts in acts()) {
            let layout = done(&acts);
            let saved = serde_json::to_string(&layout).expect("it is written");
            prop_assert_eq!(serde_json::from_str::<TableLayout>(&saved).expect("it is read"), layout);
        }
    }

    #[test]
    fn a_firm_column_keeps_its_width_where_the_room_is_narrow() {
        let columns = [
            Column::new("phone", "phone", Width::Points(150.0)).firm(),
            Column::new("name", "name", Width::Points(200.0)),
        ];
        let widths = TableLayout::default().widths(&columns, &[0, 1], 240.0);
        assert_eq!(widths, [150.0, 160.0], "the other one gives way as far as it may");
    }

    #[test]
    fn a_column_takes_the_place_of_the_one_it_is_dropped_on() {
        let mut layout = TableLayout::default();
        layout.move_column(&columns(), "number", "person");
        assert_eq!(keys(&layout), ["mark", "text", "person", "number", "due", "status"]);
        layout.move_column(&columns(), "status", "text");
        assert_eq!(keys(&layout), ["mark", "status", "text", "person", "number", "due"]);
        layout.move_column(&columns(), "text", "mark");
        assert_eq!(keys(&layout), ["mark", "status", "text", "person", "number", "due"], "marks stay first");
    }

    #[test]
    fn a_column_that_a_saved_layout_does_not_know_stands_behind_its_neighbour() {
        let mut layout = TableLayout::default();
        let known: Vec<Column<'_>> = columns().into_iter().filter(|column| column.key != "due").collect();
        layout.move_column(&known, "person", "number");
        assert_eq!(keys(&layout), ["mark", "person", "due", "number", "text", "status"]);
    }

    #[test]
    fn a_saved_layout_that_makes_no_sense_still_shows_its_columns() {
        let check = |saved: &str, shown: &[&str]| {
            let layout = serde_json::from_str::<TableLayout>(saved).expect("it is read").sound();
            assert_eq!(keys(&layout), shown, "{saved}");
            let (columns, all) = (columns(), layout.shown(&columns()));
            let widths = layout.widths(&columns, &all, 900.0);
            assert!(widths.iter().all(|width| (LEAST_WIDTH..=MOST_WIDTH).contains(width)), "{saved}: {widths:?}");
        };
        let all = ["mark", "number", "text", "person", "due", "status"];
        check(r#"{"hidden":["number","text","person","due","status"]}"#, &all);
        check(r#"{"widths":{"text":-4,"due":1e30,"who":7},"order":["who","text","text"]}"#, &all);
        check(r#"{"sort":{"column":"who","is_descending":true},"colour":"red"}"#, &all);
    }

    #[test]
    fn a_sort_is_turned_around_and_then_given_up() {
        let mut layout = TableLayout::default();
        let mut turned = || {
            layout.turn_sort("due");
            layout.sort().map(|sort| sort.is_descending)
        };
        assert_eq!([turned(), turned(), turned()], [Some(false), Some(true), None]);
    }
}
