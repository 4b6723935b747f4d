//! Whatever way a register takes to its first rows: the same rows in the same order as sorting all of them one by one.

use super::*;
use crate::arabic::Collator;
use crate::calendar::Date;
use crate::domain::{Field, FieldKind, MeetingStatus, OutcomeStatus, Priority, Severity, lifecycle};
use crate::store::query::{
    Condition, IS_CLOSED, MeetingColumn, MeetingList, Names, Reach, RecordGroups, RecordList, Sort, Which,
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
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit).unwrap()).unwrap()
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// Outcomes of every kind in every status, with much in common and much not given, some of them in the bin.
fn filled(random: &mut Random) -> Tried {
    let tried = Tried::new();
    let add = |entity, values: Vec<FieldValue>| tried.apply(Edit::Add { entity, values }).record.unwrap();
    let bodies: Vec<Record> = ["جمعية بيئة", "أمانة النخيل", "جمعية بيئة", "وزارة البلديات"]
        .map(|name| add(Entity::Organisation, vec![("name", name.into())]))
        .to_vec();
    let people: Vec<Record> =
        ["سالم", "أحمد", "سالم", ""].map(|name| add(Entity::Person, vec![("name", name.into())])).to_vec();
    let meetings: Vec<Record> =
        ["لقاء", "ورشة", "لقاء"].map(|title| add(Entity::Meeting, vec![("title", title.into())])).to_vec();
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
                reference.rows.push((id, named().collect()));
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
        let field = Entity::Outcome.field(sort.field).unwrap();
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
    Entity::Outcome.fields().iter().filter(can).map(|field| field.name).chain([IS_CLOSED]).collect()
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
            let kinds = random.pick(&kinds()).clone();
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
                let (mut first, are_all) = groups(Reach::First { count: 2, is_descending });
                assert!(are_all, "a register of few records is grouped as a whole");
                let target = Entity::Outcome.field(field).and_then(|field| field.kind.target());
                if let Some(target) = target.filter(|target| order::is_kept(*target)) {
                    let place =
                        |value: &Value| number(value).map(|id| reference.titles.get(&(target, id)).cloned().flatten());
                    let places: Vec<_> = first.iter().filter_map(|(value, _)| place(value)?).collect();
                    let sorted =
                        |one: &Vec<u8>, other: &Vec<u8>| if is_descending { one >= other } else { one <= other };
                    assert!(places.is_sorted_by(sorted), "{field}");
                    assert!(
                        first.iter().rev().skip(1).all(|(value, _)| *value != Value::Empty),
                        "what is not given is last"
                    );
                }
                first.sort_by(|(one, _), (other, _)| plain(one, other));
                assert_eq!(first, expected, "{field} {which:?}");
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

/// Whatever may move a figure: who takes part, who is owed what, what goes into the bin and comes back, what is taken back,
/// two records that become one.
#[test]
fn kept_figures_follow_every_change_and_its_undoing() {
    for seed in [23, 29, 31] {
        let mut random = Random(seed);
        let tried = Tried::new();
        let add = |entity, values: Vec<FieldValue>| tried.apply(Edit::Add { entity, values }).record.unwrap();
        let mut bodies: Vec<Record> =
            (0..5).map(|at| add(Entity::Organisation, vec![("name", format!("جهة {at}").into())])).collect();
        let mut people: Vec<Record> =
            (0..5).map(|at| add(Entity::Person, vec![("name", format!("شخص {at}").into())])).collect();
        let meetings: Vec<Record> =
            (0..4).map(|at| add(Entity::Meeting, vec![("title", format!("لقاء {at}").into())])).collect();
        let mut lines: Vec<Record> = Vec::new();
        for step in 0..260 {
            let or_none = |random: &mut Random, of: &[Record]| match random.below(6) {
                0 => Value::Empty,
                _ => Value::Number(random.pick(of).id),
            };
            let values = |entity: Entity, random: &mut Random| -> Vec<FieldValue> {
                let (meeting, organisation) = (or_none(random, &meetings), or_none(random, &bodies));
                match entity {
                    Entity::Party => vec![
                        ("meeting", meeting),
                        ("organisation", organisation),
                        ("side", (*random.pick(&[Side::Host, Side::Invited])).into()),
                        ("position", format!("a{}", random.below(9)).into()),
                    ],
                    Entity::Attendance => vec![
                        ("meeting", meeting),
                        ("organisation", organisation),
                        ("person", or_none(random, &people)),
                        ("status", (*random.pick(AttendanceStatus::ALL)).into()),
                        ("group_count", i64::try_from(random.below(4)).unwrap().into()),
                    ],
                    Entity::Person => vec![("organisation", organisation)],
                    _ => vec![
                        ("meeting", meeting),
                        ("organisation", organisation),
                        ("person", or_none(random, &people)),
                        ("kind", (*random.pick(OutcomeKind::ALL)).into()),
                        ("status", (*random.pick(OutcomeStatus::ALL)).into()),
                    ],
                }
            };
            let entity = *random.pick(&[Entity::Party, Entity::Attendance, Entity::Outcome]);
            // What approved minutes or another record forbids is refused, and that moves nothing.
            let edit = match random.below(12) {
                0..=3 => Edit::Add { entity, values: values(entity, &mut random) },
                4 | 5 if !lines.is_empty() => {
                    let line = *random.pick(&lines);
                    set(line, values(line.entity, &mut random))
                }
                6 => set(*random.pick(&people), values(Entity::Person, &mut random)),
                7 if !lines.is_empty() => Edit::Remove(*random.pick(&lines)),
                8 => Edit::Remove(*random.pick(&meetings)),
                9 => Edit::Restore(*random.pick(if lines.is_empty() { &meetings } else { &lines })),
                10 if random.below(2) == 0 => Edit::Undo,
                10 => Edit::Redo,
                _ => {
                    let of = if random.below(2) == 0 { &mut bodies } else { &mut people };
                    if of.len() < 3 {
                        continue;
                    }
                    let other = of.swap_remove(random.below(of.len()));
                    Edit::Merge { keep: of[0], other, values: Vec::new() }
                }
            };
            let name = edit.label_key();
            if let Ok(applied) = tried.store.apply(edit)
                && let Some(record) = applied.record
                && [Entity::Party, Entity::Attendance, Entity::Outcome].contains(&record.entity)
                && !lines.contains(&record)
            {
                lines.push(record);
            }
            let off = query::figures::off(&tried.sql()).unwrap();
            assert!(off.is_empty(), "{seed}, step {step}, {name}: {off:?}");
        }
        assert!(tried.count("SELECT sum(meetings) + sum(open_tasks) FROM person") > 0);
        assert!(tried.store.check().unwrap().is_sound());
        let writer = rusqlite::Connection::open(tried.folder.path().join(folder::DATABASE)).unwrap();
        let id = bodies[0].id;
        writer.execute("UPDATE organisation SET took_part = took_part + 1 WHERE id = ?1", [id]).unwrap();
        assert_eq!(
            tried.store.check().unwrap().faults,
            [format!("index: organisation {id} took_part is not as counted")]
        );
    }
}

#[test]
fn people_and_bodies_stand_by_their_figures_as_if_all_were_sorted() {
    let tried = Tried::new();
    sample::generate(&tried.store, 60, 5, today()).unwrap();
    let sql = tried.sql();
    let by = |field, is_descending| Sort { field, is_descending };
    for (entity, figures) in [
        (Entity::Person, &["meetings", "open_tasks"][..]),
        (Entity::Organisation, &["people", "meetings", "open_tasks"]),
    ] {
        let table = entity.code();
        for (figure, is_descending) in figures.iter().flat_map(|figure| [(*figure, false), (*figure, true)]) {
            for rest in [vec![], vec![by("name", false)], vec![by("name", true)]] {
                let way = if is_descending { "DESC" } else { "ASC" };
                let then = rest.first().map_or(String::new(), |sort| {
                    format!("title_order {} NULLS LAST,", if sort.is_descending { "DESC" } else { "ASC" })
                });
                let select =
                    format!("SELECT id FROM {table} WHERE deleted = 0 ORDER BY +{figure} {way}, {then} id DESC");
                let mut statement = sql.prepare(&select).unwrap();
                let expected: Vec<i64> =
                    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
                let order: Vec<Sort> = [by(figure, is_descending)].into_iter().chain(rest).collect();
                for (first, count) in [(0, 5), (0, 1000), (7, 4), (1000, 3)] {
                    let which = Which {
                        entity,
                        kinds: Vec::new(),
                        conditions: Vec::new(),
                        containing: String::new(),
                        order: order.clone(),
                        today: today(),
                    };
                    let found = tried.store.read(RecordList { which, columns: vec![figure], first, count }).unwrap();
                    let ids: Vec<i64> = found.rows.iter().map(|row| row.record.id).collect();
                    let window: Vec<i64> = expected.iter().copied().skip(first).take(count).collect();
                    assert_eq!((ids, found.total), (window, expected.len()), "{table} {order:?} from {first}");
                }
            }
        }
    }
}

#[test]
fn meetings_stand_by_each_column_as_if_all_were_sorted() {
    use MeetingColumn::{Attendance, Date, Host, Number, Outcomes, Status, Title, Venue};
    let tried = Tried::new();
    sample::generate(&tried.store, 60, 5, today()).unwrap();
    tried.apply(Edit::Add { entity: Entity::Meeting, values: vec![("title", "لقاء بلا يوم".into())] });
    let rows = |containing: &str, by, count| {
        tried.store.read(MeetingList { containing: containing.to_owned(), by, count }).unwrap()
    };
    let all = rows("", None, usize::MAX);
    assert_eq!((all.rows.len(), all.total), (61, 61));
    assert_eq!(all.rows[0].date, None, "what has no day yet is first");
    assert!(all.rows[1..].is_sorted_by(|one, other| (one.date, one.start) >= (other.date, other.start)));
    let collator = Collator::new();
    for column in [Date, Number, Title, Host, Venue, Status, Attendance, Outcomes] {
        for is_descending in [false, true] {
            let found = rows("", Some((column, is_descending)), usize::MAX).rows;
            let turned = |order: Order| if is_descending { order.reverse() } else { order };
            let texts = |one: &str, other: &str| {
                one.is_empty().cmp(&other.is_empty()).then_with(|| turned(collator.compare(one, other)))
            };
            let place = |status| MeetingStatus::ALL.iter().position(|one| *one == status);
            let is_sorted = found.is_sorted_by(|one, other| {
                let order = match column {
                    Date => one.date.is_none().cmp(&other.date.is_none()).then(turned(one.date.cmp(&other.date))),
                    Number => texts(&one.number, &other.number),
                    Title => texts(&one.title, &other.title),
                    Host => texts(&one.host, &other.host),
                    Venue => texts(&one.venue, &other.venue),
                    Status => turned((one.approved, place(one.status)).cmp(&(other.approved, place(other.status)))),
                    Attendance => turned(one.attended.cmp(&other.attended)),
                    Outcomes => {
                        let sum = |row: &query::MeetingRow| row.proposals + row.follow_ups + row.decisions;
                        turned(sum(one).cmp(&sum(other)))
                    }
                };
                order.then(other.date.cmp(&one.date)) != Order::Greater
            });
            assert!(is_sorted && found.len() == 61, "{column:?} {is_descending}");
            // The first of them, and what a word that all hold finds by another way.
            let first = rows("", Some((column, is_descending)), 9);
            assert_eq!((first.rows.as_slice(), first.total), (&found[..9], 61), "{column:?} {is_descending}");
            let with_word = rows("لقاء اجتماع ورشة", Some((column, is_descending)), 9);
            assert!(with_word.rows.len() <= with_word.total);
            let ids: Vec<i64> =
                rows("أمانة", Some((column, is_descending)), usize::MAX).rows.iter().map(|row| row.id.0).collect();
            let expected: Vec<i64> = found.iter().map(|row| row.id.0).filter(|id| ids.contains(id)).collect();
            assert!(!ids.is_empty());
            assert_eq!(ids, expected, "{column:?} {is_descending}");
        }
    }
}
