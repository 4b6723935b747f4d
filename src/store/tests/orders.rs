//! Whatever way a register takes to its first rows: the same rows in the same order as sorting all of them one by one.

use super::*;
use crate::arabic::Collator;
use crate::calendar::Date;
use crate::domain::{Field, FieldKind, OutcomeStatus, Priority, Severity, lifecycle};
use crate::store::query::{
    Condition, IS_CLOSED, MEETING_HOST, MEETING_SERIES, Names, Reach, RecordGroups, RecordList, Sort, Which,
    field_or_figure,
};
use crate::store::search::feed::Memo;
use crate::store::search::order;
use std::cmp::Ordering as Order;
use std::collections::HashMap;

const RECORDS: usize = 160;
const QUESTIONS: usize = 600;

fn today() -> Date {
    Date::from_iso("2026-11-22").unwrap()
}

/// The same numbers every time (splitmix64).
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit).unwrap()).unwrap()
    }

    pub(super) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// Outcomes of every kind in every status, with much in common and much not given, some of them in the bin.
fn filled(random: &mut Random) -> Tried {
    let tried = Tried::new();
    let add = |entity, values: Vec<FieldValue>| tried.apply(Edit::Add { entity, values }).record.unwrap();
    let bodies: Vec<Record> = ["جمعية بيئة", "أمانة النخيل", "جمعية بيئة", "وزارة البلديات", ""]
        .map(|name| add(Entity::Organisation, vec![("name", name.into())]))
        .to_vec();
    let people: Vec<Record> =
        ["سالم", "أحمد", "سالم", ""].map(|name| add(Entity::Person, vec![("name", name.into())])).to_vec();
    let series = ["دورية", "شهرية"].map(|title| add(Entity::Series, vec![("title", title.into())]));
    let meetings: Vec<Record> = ["لقاء", "ورشة", "لقاء", "زيارة", "لجنة"]
        .into_iter()
        .zip([Some(0), None, Some(1), Some(0), None])
        .map(|(title, of)| {
            let of = of.map(|place: usize| ("series", series[place].id.into()));
            add(Entity::Meeting, [("title", title.into())].into_iter().chain(of).collect())
        })
        .collect();
    // Of two bodies of the same name, one without any, and one meeting that nobody invited to.
    for (meeting, body) in meetings.iter().zip([0, 2, 1, 4]) {
        let values: Vec<FieldValue> =
            vec![("meeting", meeting.id.into()), ("organisation", bodies[body].id.into()), ("side", Side::Host.into())];
        add(Entity::Party, values);
    }
    let agreed: Vec<Record> =
        ["مذكرة", "اتفاقية"].map(|title| add(Entity::Partnership, vec![("title", title.into())])).to_vec();
    let entries = tried.count("SELECT min(id) FROM entry WHERE list = 'challenge-class'").max(1);
    let days = ["2026-01-05", "2026-11-01", "2026-11-22", "2026-12-09"];
    let mut made = Vec::new();
    for number in 0..RECORDS {
        let mut values: Vec<FieldValue> = vec![
            ("kind", (*random.pick(OutcomeKind::ALL)).into()),
            ("text", (*random.pick(&["حصر المقرات", "دراسة", "أرض", "تراخيص الحدائق", "Q4"])).into()),
            ("status", (*random.pick(OutcomeStatus::ALL)).into()),
        ];
        if random.below(3) > 0 {
            values.push(("number", format!("{}-{number:03}", random.pick(&["ت", "م", "ق"])).into()));
        }
        let links = [("organisation", &bodies), ("person", &people), ("meeting", &meetings), ("support", &bodies)];
        for (field, of) in links.into_iter().chain([("partnership", &agreed), ("escalated_to", &bodies)]) {
            if random.below(3) > 0 {
                values.push((field, random.pick(of).id.into()));
            }
        }
        for field in ["due", "done_on", "starts_on"] {
            if random.below(3) > 0 {
                values.push((field, (*random.pick(&days)).into()));
            }
        }
        // What begins does not begin after it is due.
        let day =
            |name| values.iter().find(|(field, _)| *field == name).map(|(_, day)| day.clone()).unwrap_or_default();
        if crate::domain::is_reversed(&day("starts_on"), &day("due")) {
            values.retain(|(field, _)| *field != "starts_on");
        }
        let choices: [(&'static str, Value); 8] = [
            ("priority", (*random.pick(Priority::ALL)).into()),
            ("severity", (*random.pick(Severity::ALL)).into()),
            ("percent", (*random.pick(&[0_i64, 40, 100])).into()),
            ("may_be_published", (random.below(2) == 0).into()),
            ("cost", (*random.pick(&[0_i64, 5_000, 70])).into()),
            ("area", (*random.pick(&["البيئة", "الإسكان", "أخرى"])).into()),
            ("carried", (*random.pick(&[1_i64, 2])).into()),
            ("challenge_class", (entries + i64::try_from(random.below(3)).unwrap()).into()),
        ];
        values.extend(choices.into_iter().filter(|_| random.below(2) == 0));
        made.push(tried.apply(Edit::Add { entity: Entity::Outcome, values }).record.unwrap());
    }
    for record in &made {
        match random.below(12) {
            0 => drop(tried.apply(Edit::Remove(*record))),
            1 => drop(tried.apply(set(*record, vec![("status", Value::Empty)]))),
            2 => drop(tried.apply(set(*record, vec![("priority", Priority::Low.into())]))),
            3 => {
                tried.apply(Edit::Remove(*record));
                tried.apply(Edit::Undo);
            }
            _ => {}
        }
    }
    tried
}

/// All rows, as a person would sort them by hand.
struct Reference {
    rows: Vec<(i64, HashMap<&'static str, Value>)>,
    titles: HashMap<(Entity, i64), Option<Vec<u8>>>,
    positions: HashMap<i64, Value>,
    collator: Collator,
}

impl Reference {
    fn read(tried: &Tried) -> Self {
        let memo = Memo::default();
        let mut reference =
            Self { rows: Vec::new(), titles: HashMap::new(), positions: HashMap::new(), collator: Collator::new() };
        for ((entity, id), values) in tried.content() {
            let named = || entity.fields().iter().map(|field| field.name).zip(values.clone());
            if let Some(title) = entity.title_field() {
                let title = named().find(|(name, _)| *name == title.name).and_then(|(_, value)| text(&value));
                reference.titles.insert((entity, id), order::key(&memo, title.as_deref()));
            }
            if entity == Entity::Outcome {
                let mut row: HashMap<&'static str, Value> = named().collect();
                for (figure, column) in [(MEETING_HOST, "host"), (MEETING_SERIES, "series")] {
                    let led = tried.count(&format!(
                        "SELECT coalesce((SELECT {column} FROM meeting WHERE id = outcome.meeting), 0)
                         FROM outcome WHERE id = {id}"
                    ));
                    row.insert(figure, if led == 0 { Value::Empty } else { led.into() });
                }
                reference.rows.push((id, row));
            }
            if entity == Entity::Entry {
                reference.positions.insert(id, named().find(|(name, _)| *name == "position").unwrap().1);
            }
        }
        reference
    }

    fn holds(&self, row: &HashMap<&'static str, Value>, condition: &Condition) -> bool {
        let closed = is_closed(&row["status"]);
        match condition {
            Condition::OneOf(name, values) => values.contains(&row[name]),
            Condition::Within(name, from, until) => {
                let value = &row[name];
                *value != Value::Empty
                    && (*from == Value::Empty || plain(value, from) != Order::Less)
                    && (*until == Value::Empty || plain(value, until) != Order::Greater)
            }
            Condition::Containing(name, letters) => {
                text(&row[name]).is_some_and(|text| crate::arabic::fold(&text).contains(&crate::arabic::fold(letters)))
            }
            Condition::Open => closed == Some(false),
            Condition::Overdue => closed == Some(false) && text(&row["due"]).is_some_and(|due| due < today().iso()),
            Condition::TiedTo(_) => unreachable!(),
        }
    }

    fn found(&self, which: &Which) -> Vec<i64> {
        let kinds: Vec<Value> = which.kinds.iter().map(|kind| (*kind).into()).collect();
        let mut found: Vec<&(i64, HashMap<&'static str, Value>)> = self
            .rows
            .iter()
            .filter(|(_, row)| kinds.is_empty() || kinds.contains(&row["kind"]))
            .filter(|(_, row)| which.conditions.iter().all(|condition| self.holds(row, condition)))
            .collect();
        found.sort_by(|(id, row), (other_id, other)| {
            which
                .order
                .iter()
                .fold(Order::Equal, |before, sort| before.then_with(|| self.compare(which, sort, row, other)))
                .then(other_id.cmp(id))
        });
        found.into_iter().map(|(id, _)| *id).collect()
    }

    fn compare(
        &self,
        which: &Which,
        sort: &Sort,
        one: &HashMap<&'static str, Value>,
        other: &HashMap<&'static str, Value>,
    ) -> Order {
        let turned = |order: Order| if sort.is_descending { order.reverse() } else { order };
        if sort.field == IS_CLOSED {
            let [one, other] = [one, other].map(|row| is_closed(&row["status"]));
            return one.is_none().cmp(&other.is_none()).then(turned(one.cmp(&other)));
        }
        let field = field_or_figure(Entity::Outcome, sort.field).unwrap();
        let [one, other] = [one, other].map(|row| &row[sort.field]);
        let given = (*one == Value::Empty).cmp(&(*other == Value::Empty));
        given.then_with(|| if *one == Value::Empty { Order::Equal } else { turned(self.by(which, field, one, other)) })
    }

    fn by(&self, which: &Which, field: &Field, one: &Value, other: &Value) -> Order {
        match field.kind {
            FieldKind::Choice(choices) => {
                let codes: Vec<&str> = match which.kinds.first().filter(|_| field.name == "status") {
                    Some(kind) => {
                        let cycle = lifecycle::cycle(OutcomeKind::from_code(kind).unwrap());
                        lifecycle::statuses_of(cycle).map(OutcomeStatus::code).collect()
                    }
                    None => choices.codes.to_vec(),
                };
                let [one, other] =
                    [one, other].map(|value| codes.iter().position(|code| text(value).as_deref() == Some(*code)));
                one.cmp(&other)
            }
            FieldKind::Link(target) => {
                let [one, other] = [one, other]
                    .map(|value| number(value).and_then(|id| self.titles.get(&(target, id)).cloned().flatten()));
                one.cmp(&other)
            }
            FieldKind::Entry(_) => {
                let [one, other] = [one, other].map(|value| &self.positions[&number(value).unwrap()]);
                plain(one, other)
            }
            FieldKind::Line | FieldKind::Prose => self.collator.compare(&text(one).unwrap(), &text(other).unwrap()),
            FieldKind::Code
            | FieldKind::Phone
            | FieldKind::Date
            | FieldKind::Time
            | FieldKind::Number
            | FieldKind::Percent
            | FieldKind::Flag
            | FieldKind::Any
            | FieldKind::Position => plain(one, other),
        }
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_text().map(str::to_owned)
}

fn number(value: &Value) -> Option<i64> {
    value.as_number()
}

fn plain(one: &Value, other: &Value) -> Order {
    number(one).cmp(&number(other)).then_with(|| text(one).cmp(&text(other)))
}

fn is_closed(status: &Value) -> Option<bool> {
    text(status).map(|code| lifecycle::is_closed(OutcomeStatus::from_code(&code).unwrap()))
}

fn sortable() -> Vec<&'static str> {
    let can = |field: &&Field| !matches!(field.kind, FieldKind::Prose) && field.name != "agenda_item";
    Entity::Outcome
        .fields()
        .iter()
        .filter(can)
        .map(|field| field.name)
        .chain([IS_CLOSED, MEETING_HOST, MEETING_SERIES])
        .collect()
}

fn conditions(tried: &Tried) -> Vec<Vec<Condition>> {
    let body = tried.count("SELECT min(id) FROM organisation");
    let statuses = |codes: &[OutcomeStatus]| codes.iter().map(|status| (*status).into()).collect::<Vec<Value>>();
    let mut or_none = statuses(&[OutcomeStatus::Done]);
    or_none.push(Value::Empty);
    vec![
        Vec::new(),
        Vec::new(),
        vec![Condition::Open],
        vec![Condition::Overdue],
        vec![Condition::OneOf("status", statuses(&[OutcomeStatus::Done, OutcomeStatus::InProgress]))],
        vec![Condition::OneOf("status", or_none), Condition::OneOf("kind", vec![OutcomeKind::Decision.into()])],
        vec![Condition::Open, Condition::Within("due", "2026-11-01".into(), "2026-12-01".into())],
        vec![Condition::Within("due", "2026-11-01".into(), Value::Empty)],
        vec![Condition::OneOf("priority", vec![Priority::High.into(), Value::Empty])],
        vec![Condition::Open, Condition::OneOf("organisation", vec![body.into()])],
        vec![Condition::Containing("text", "ارض".to_owned())],
    ]
}

fn kinds() -> [Vec<&'static str>; 5] {
    use OutcomeKind::{Challenge, Decision, FollowUp, Obligation, Opportunity, Recommendation};
    let codes = |kinds: &[OutcomeKind]| kinds.iter().map(|kind| kind.code()).collect();
    [
        Vec::new(),
        codes(&[FollowUp]),
        codes(&[FollowUp, Recommendation, Decision, Obligation]),
        codes(&[Challenge, Opportunity]),
        codes(&[Opportunity]),
    ]
}

#[test]
fn any_order_and_any_filter_answer_what_sorting_all_rows_would() {
    let mut random = Random(7);
    let tried = filled(&mut random);
    let reference = Reference::read(&tried);
    let (fields, conditions, kinds) = (sortable(), conditions(&tried), kinds());
    let down = |field| Sort { field, is_descending: true };
    let up = |field| Sort { field, is_descending: false };
    for question in 0..QUESTIONS {
        // Each field in turn, whatever chance does with the rest.
        let field = fields[question % fields.len()];
        let first = if random.below(2) == 0 { up(field) } else { down(field) };
        let order = match random.below(4) {
            0 => vec![first],
            1 | 2 => vec![first, up(IS_CLOSED), up("due")],
            _ => vec![first, down(*random.pick(fields.as_slice())), up("due")],
        };
        let which = Which {
            entity: Entity::Outcome,
            kinds: random.pick(&kinds).clone(),
            conditions: random.pick(&conditions).clone(),
            containing: String::new(),
            order: if question % 50 == 0 { Vec::new() } else { order },
            today: today(),
        };
        let expected = reference.found(&which);
        let (first, count) = *random.pick(&[(0, 5), (0, 1000), (4, 30), (90, 20), (1000, 5), (0, 0)]);
        let found = tried.store.read(RecordList { which: which.clone(), columns: Vec::new(), first, count }).unwrap();
        let window: Vec<i64> = expected.iter().copied().skip(first).take(count).collect();
        let ids: Vec<i64> = found.rows.iter().map(|row| row.record.id).collect();
        assert_eq!(ids, window, "{which:?} from {first}, {count}");
        assert_eq!(found.total, expected.len(), "{which:?}");
    }
}

#[test]
fn any_group_counts_what_counting_all_rows_would() {
    let mut random = Random(11);
    let tried = filled(&mut random);
    let reference = Reference::read(&tried);
    for field in sortable().into_iter().filter(|field| *field != IS_CLOSED) {
        for conditions in conditions(&tried) {
            let is_walked = field == "meeting" && conditions.is_empty();
            let kinds = if is_walked { Vec::new() } else { random.pick(&kinds()).clone() };
            let (containing, order) = (String::new(), Vec::new());
            let which = Which { entity: Entity::Outcome, kinds, conditions, containing, order, today: today() };
            let mut expected: Vec<(Value, usize)> = Vec::new();
            for id in reference.found(&which) {
                let value = &reference.rows.iter().find(|(other, _)| *other == id).unwrap().1[field];
                match expected.iter_mut().find(|(other, _)| other == value) {
                    Some((_, count)) => *count += 1,
                    None => expected.push((value.clone(), 1)),
                }
            }
            expected.sort_by(|(one, _), (other, _)| plain(one, other));
            let groups = |reach: Reach| {
                let groups = tried.store.read(RecordGroups { which: which.clone(), by: field, reach }).unwrap();
                assert_eq!(groups.total, expected.iter().map(|(_, count)| count).sum::<usize>(), "{field} {which:?}");
                let found = groups.found.into_iter().map(|group| (group.value, group.count));
                (found.collect::<Vec<(Value, usize)>>(), groups.are_all)
            };
            assert_eq!(groups(Reach::All), (expected.clone(), true), "{field} {which:?}");
            let (most, _) = groups(Reach::Most(2));
            let least = most.iter().filter(|(value, _)| *value != Value::Empty).map(|(_, count)| *count).min();
            for (value, count) in &expected {
                let is_among = most.contains(&(value.clone(), *count));
                assert!(is_among || (*value != Value::Empty && Some(*count) <= least), "{field} {most:?} {expected:?}");
            }
            for is_descending in [false, true] {
                let mut by_name = expected.clone();
                let target = field_or_figure(Entity::Outcome, field).and_then(|field| field.kind.target());
                if let Some(target) = target.filter(|target| order::is_kept(*target)) {
                    let place = |value: &Value| reference.titles[&(target, number(value).unwrap())].clone();
                    by_name.sort_by(|(one, _), (other, _)| {
                        let is_empty = |value: &Value| *value == Value::Empty;
                        is_empty(one).cmp(&is_empty(other)).then_with(|| {
                            if is_empty(one) {
                                return Order::Equal;
                            }
                            let (one, other) = (place(one), place(other));
                            let turned = if is_descending { other.cmp(&one) } else { one.cmp(&other) };
                            one.is_none().cmp(&other.is_none()).then(turned)
                        })
                    });
                }
                let all = groups(Reach::First { count: 1000, is_descending });
                assert_eq!(all, (by_name.clone(), true), "{field} {which:?}");
                let (first, are_all) = groups(Reach::First { count: 2, is_descending });
                // A long register is grouped name by name.
                assert_eq!(are_all, !is_walked, "{field} {which:?}");
                assert_eq!(first, by_name[..if are_all { by_name.len() } else { 2 }], "{field} {which:?}");
            }
        }
    }
}

#[test]
fn words_find_the_same_rows_in_every_order() {
    let mut random = Random(13);
    let tried = filled(&mut random);
    let reference = Reference::read(&tried);
    let which = |containing: &str, order: Vec<Sort>| Which {
        entity: Entity::Outcome,
        kinds: Vec::new(),
        conditions: vec![Condition::Open],
        containing: containing.to_owned(),
        order,
        today: today(),
    };
    let ids = |which: Which| -> Vec<i64> {
        let found = tried.store.read(RecordList { which, columns: Vec::new(), first: 0, count: 1000 }).unwrap();
        assert_eq!(found.total, found.rows.len());
        found.rows.into_iter().map(|row| row.record.id).collect()
    };
    let named = |entity, title: &str| -> Vec<i64> {
        let names = Names { entity, list: None, containing: title.to_owned() };
        tried.store.read(names).unwrap().into_iter().map(|named| named.record.id).collect()
    };
    for word in ["دراسه", "بيئة", "سالم", "ارض بيئة", "ل", "غريب"] {
        let hits = ids(which(word, Vec::new()));
        let parts: Vec<&str> = word.split(' ').collect();
        let expected: Vec<i64> = reference
            .found(&which("", Vec::new()))
            .into_iter()
            .filter(|id| {
                let row = &reference.rows.iter().find(|(other, _)| other == id).unwrap().1;
                parts.iter().all(|part| {
                    let own = crate::arabic::analyse(
                        &["text", "number", "area"].map(|field| text(&row[field]).unwrap_or_default()).join(" "),
                    );
                    let is_own = crate::arabic::matches(&crate::arabic::query(part), &own).is_some();
                    let links = [
                        ("organisation", Entity::Organisation),
                        ("person", Entity::Person),
                        ("meeting", Entity::Meeting),
                    ];
                    let is_linked = |(field, entity): &(&str, Entity)| {
                        number(&row[field]).is_some_and(|id| named(*entity, part).contains(&id))
                    };
                    is_own || links.iter().any(is_linked)
                })
            })
            .collect();
        assert_eq!(hits, expected, "{word}");
        for field in sortable() {
            let order = vec![Sort { field, is_descending: random.below(2) == 0 }];
            let mut expected = reference.found(&which("", order.clone()));
            expected.retain(|id| hits.contains(id));
            assert_eq!(ids(which(word, order)), expected, "{word} by {field}");
        }
    }
}

#[test]
fn names_for_a_link_are_the_first_by_name_however_little_is_typed() {
    let tried = Tried::new();
    let mut random = Random(17);
    for _ in 0..140 {
        let name = format!(
            "{} {} {}",
            random.pick(&["سالم", "أحمد", "عبد الله", "ياسر", "Ali"]),
            random.pick(&["السالم", "محمد", "وليد"]),
            random.pick(&["الراسي", "يماني", "الساحلي"])
        );
        let post = *random.pick(&["مدير", "سائق", ""]);
        tried.apply(Edit::Add { entity: Entity::Person, values: vec![("name", name.into()), ("post", post.into())] });
    }
    let sql = tried.sql();
    for typed in ["", "س", "سا", "ا", "ي", "يا", "و", "ب", "al", "مدير س", "احمد ي", "سالم الراسي", "سالم السالم"]
    {
        let mut statement = sql.prepare("SELECT id, name, post FROM person ORDER BY title_order, id").unwrap();
        let people = statement.query_map([], |row| {
            let texts: [Option<String>; 2] = [row.get(1)?, row.get(2)?];
            Ok((row.get::<_, i64>(0)?, texts.map(Option::unwrap_or_default).join(" ")))
        });
        let asked = crate::arabic::query(typed);
        let expected: Vec<i64> = people
            .unwrap()
            .map(Result::unwrap)
            .filter(|(_, text)| crate::arabic::matches(&asked, &crate::arabic::analyse(text)).is_some())
            .map(|(id, _)| id)
            .take(40)
            .collect();
        let names = Names { entity: Entity::Person, list: None, containing: typed.to_owned() };
        let found: Vec<i64> = tried.store.read(names).unwrap().into_iter().map(|named| named.record.id).collect();
        assert_eq!(found, expected, "{typed}");
    }
}

#[test]
fn counts_follow_every_change_and_its_undoing() {
    let mut random = Random(19);
    let tried = filled(&mut random);
    let check = |after: &str| {
        let report = tried.store.check().unwrap();
        assert!(report.is_sound(), "{after}: {:?}", report.faults);
    };
    check("filling");
    let id = tried.count("SELECT min(id) FROM outcome WHERE deleted = 0 AND status = 'in-progress'");
    let one = Record { entity: Entity::Outcome, id };
    for edit in [
        set(one, vec![("status", Value::Empty)]),
        set(one, vec![("kind", OutcomeKind::Decision.into())]),
        Edit::Remove(one),
    ] {
        let name = edit.label_key();
        tried.apply(edit);
        check(name);
        tried.apply(Edit::Undo);
        check("undo");
    }
    let writer = rusqlite::Connection::open(tried.folder.path().join(folder::DATABASE)).unwrap();
    writer.execute("UPDATE tally SET count = count + 1 WHERE entity = 'person'", []).unwrap();
    assert_eq!(tried.store.check().unwrap().faults, ["index: person are not as many as counted"]);
}
