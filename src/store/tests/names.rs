//! Other names of bodies and of people: with their sort and their days; what finds them, and what becomes of them.

use super::*;
use crate::domain::{AliasKind, LinkKind, OrganisationId, PersonId};
use crate::store::migrate::MIGRATIONS;
use crate::store::query::{History, LikelyTwins, Named, NamedIn, Names, Search};

impl Tried {
    fn person(&self, name: &str) -> Record {
        self.apply(Edit::Add { entity: Entity::Person, values: vec![("name", name.into())] }).record.unwrap()
    }

    fn name(&self, values: Vec<FieldValue>) -> Record {
        self.apply(Edit::Add { entity: Entity::Alias, values }).record.unwrap()
    }

    fn named(&self, entity: Entity, containing: &str) -> Vec<Named> {
        self.store.read(Names { entity, list: None, containing: containing.to_owned() }).unwrap()
    }

    fn is_called(&self, person: Record, name: &str) -> bool {
        let is_named = self.named(Entity::Person, name).iter().any(|named| named.record == person);
        let likely = self.store.read(LikelyTwins::of_name(Entity::Person, name)).unwrap();
        let found = self.store.read(Search::new(name, 10)).unwrap().hits;
        let is_likely = likely.iter().any(|row| row.named.record == person);
        assert_eq!(is_named, is_likely, "{name} as a twin");
        assert_eq!(is_named, found.iter().any(|hit| hit.page == person), "{name} in the search");
        is_named
    }
}

#[test]
fn a_person_goes_by_names_of_a_time_and_of_a_sort() {
    let tried = Tried::new();
    let person = tried.person("إبراهيم القصيبي");
    let before = tried.content();
    tried.name(vec![
        ("person", Value::Number(person.id)),
        ("name", "أبو خالد".into()),
        ("kind", AliasKind::Former.into()),
        ("starts_on", "2010-01-01".into()),
        ("ends_on", "2019-12-31".into()),
    ]);
    assert!(tried.is_called(person, "ابو خالد"));
    assert_eq!(tried.named(Entity::Person, "أبو خالد")[0].also, "أبو خالد");
    tried.apply(Edit::Remove(person));
    assert!(!tried.is_called(person, "أبو خالد"), "the name went with the person");
    tried.apply(Edit::Restore(person));
    assert!(tried.is_called(person, "أبو خالد"));
    for _ in 0..3 {
        tried.apply(Edit::Undo);
    }
    assert_eq!(tried.content(), before);
    assert!(!tried.is_called(person, "أبو خالد"));
}

#[test]
fn the_same_name_of_the_same_owner_is_kept_once_with_what_is_known_last() {
    let tried = Tried::new();
    let body =
        tried.apply(Edit::Add { entity: Entity::Organisation, values: vec![("name", "جمعية بيئة".into())] });
    let id = OrganisationId(body.record.unwrap().id);
    let of = |more: Vec<FieldValue>| {
        tried.name([vec![("organisation", id.into()), ("name", "أصدقاء البيئة".into())], more].concat())
    };
    let first = of(Vec::new());
    let again = of(vec![("kind", AliasKind::Former.into()), ("ends_on", "2026-11-22".into())]);
    assert_eq!(first, again);
    let kept = "SELECT count(*) FROM alias WHERE deleted = 0 AND kind = 'former' AND ends_on = '2026-11-22'";
    assert_eq!(tried.count(kept), 1);
}

#[test]
fn names_go_over_when_two_become_one() {
    let tried = Tried::new();
    let (keep, other) = (tried.person("إبراهيم القصيبي"), tried.person("أبو خالد المهندس"));
    tried.name(vec![("person", Value::Number(other.id)), ("name", "أبو ماجد الشمري".into())]);
    let before = tried.content();
    tried.apply(Edit::Merge { keep, other, values: Vec::new() });
    assert!(tried.is_called(keep, "أبو ماجد الشمري") && tried.is_called(keep, "أبو خالد المهندس"));
    tried.apply(Edit::Undo);
    assert_eq!(tried.content(), before);
    assert!(tried.is_called(other, "أبو ماجد الشمري") && !tried.is_called(keep, "أبو ماجد الشمري"));
}

/// What takes back that a migration made triggers, indexes and columns: each stands on a line of its own.
fn taken_back(sql: &str) -> String {
    let made = |what: &str| -> Vec<&str> { sql.lines().filter_map(|line| line.strip_prefix(what)).collect() };
    let first = |line: &str| line.split_whitespace().next().unwrap().to_owned();
    let triggers = made("CREATE TRIGGER ").into_iter().map(|line| format!("DROP TRIGGER {};", first(line)));
    let indexes = made("CREATE INDEX ").into_iter().map(|line| format!("DROP INDEX {};", first(line)));
    let columns = made("ALTER TABLE ").into_iter().filter_map(|line| {
        let (table, column) = line.split_once(" ADD COLUMN ")?;
        Some(format!("ALTER TABLE {table} DROP COLUMN {};", first(column.trim_end_matches(';'))))
    });
    let tables = made("CREATE TABLE ").into_iter().map(|line| format!("DROP TABLE {};", first(line)));
    triggers.chain(indexes).chain(columns).chain(tables).collect()
}

/// A store as the version before left it: somebody's other name is a tie of theirs to themselves.
fn with_a_tie_for_a_name() -> (Tried, Record) {
    let tried = Tried::new();
    let person = tried.person("إبراهيم القصيبي");
    let values = vec![("source", person.into()), ("target", person.into()), ("note", "أبو فهد".into())];
    let tie = tried.apply(Edit::Add { entity: Entity::Link, values }).record.unwrap();
    tried.apply(set(tie, vec![("note", "أبو خالد".into())]));
    let Tried { store, clock_ms, folder } = tried;
    store.close().unwrap();
    let file = rusqlite::Connection::open(folder.path().join(folder::DATABASE)).unwrap();
    for migration in MIGRATIONS.iter().rev().filter(|migration| migration.version > 12) {
        file.execute_batch(&taken_back(migration.sql)).unwrap();
    }
    file.execute_batch(
        "UPDATE link SET kind = 'also-called'; DELETE FROM field_version WHERE field = 'kind';
         DROP INDEX alias_by_person; ALTER TABLE alias DROP COLUMN person;
         ALTER TABLE organisation DROP COLUMN amana;
         DROP INDEX block_by_speaker; ALTER TABLE block DROP COLUMN kind; ALTER TABLE block DROP COLUMN speaker;
         ALTER TABLE block DROP COLUMN may_be_published; PRAGMA user_version = 10;",
    )
    .unwrap();
    drop(file);
    (Tried::open(folder, clock_ms), person)
}

#[test]
fn ties_that_were_names_become_names_with_their_history_and_their_undo() {
    let (tried, person) = with_a_tie_for_a_name();
    let name = Record { entity: Entity::Alias, id: tried.count("SELECT id FROM alias") };
    assert_eq!(tried.count("SELECT count(*) FROM link"), 0);
    let called = || tried.named(Entity::Person, "القصيبي")[0].also.clone();
    assert_eq!(called(), "أبو خالد");
    tried.apply(set(name, vec![("name", "أبو ماجد".into()), ("kind", AliasKind::Former.into())]));
    tried.apply(Edit::Undo);
    assert_eq!((called().as_str(), tried.count("SELECT kind = 'spelling' FROM alias")), ("أبو خالد", 1));
    // What was done to the tie is taken back from the name.
    tried.apply(Edit::Undo);
    assert_eq!(called(), "أبو فهد");
    tried.apply(Edit::Undo);
    assert_eq!(called(), "");
    tried.apply(Edit::Redo);
    tried.apply(Edit::Redo);
    assert_eq!(called(), "أبو خالد");
    assert!(tried.is_called(person, "أبو خالد"));
    assert!(!tried.store.read(History { record: name, limit: 10 }).unwrap().is_empty());
}

#[test]
fn whom_notes_name_is_known_by_the_ties_of_the_meeting_and_its_outcomes() {
    let tried = Tried::new();
    let (meeting, _, block) = tried.meeting();
    let made = tried.apply(Edit::Capture {
        block,
        kind: OutcomeKind::FollowUp,
        before: String::new(),
        text: "يعد الدراسة".to_owned(),
        after: String::new(),
        values: Vec::new(),
    });
    let (first, second) = (tried.person("عبد الرحمن الوادعي"), tried.person("نورة بنت سعد"));
    for (source, target) in [(meeting.record(), first), (made.record.unwrap(), second), (meeting.record(), second)] {
        let values = vec![("source", source.into()), ("target", target.into()), ("kind", LinkKind::Related.into())];
        tried.apply(Edit::Add { entity: Entity::Link, values });
    }
    let named =
        || tried.store.read(NamedIn { meeting }).unwrap().into_iter().map(|named| named.name).collect::<Vec<_>>();
    assert_eq!(named(), ["عبد الرحمن الوادعي", "نورة بنت سعد"]);
    tried.apply(Edit::Remove(PersonId(first.id).record()));
    assert_eq!(named(), ["نورة بنت سعد"]);
}

#[test]
fn a_body_is_found_under_a_short_name_with_a_town_and_not_as_its_like_of_another_town() {
    let tried = Tried::new();
    let body =
        |values: Vec<FieldValue>| tried.apply(Edit::Add { entity: Entity::Organisation, values }).record.unwrap().id;
    let amana = body(vec![("name", "أمانة المنطقة الشرقية".into())]);
    let riyadh = body(vec![("name", "أمانة منطقة الرياض".into())]);
    let dammam = body(vec![("name", "جمعية البر بالدمام".into())]);
    let khobar = body(vec![("name", "جمعية البر بالخبر".into())]);
    let cancer = body(vec![("name", "الجمعية السعودية الخيرية لمكافحة السرطان".into())]);
    let ministry = body(vec![("name", "وزارة البلديات والإسكان".into()), ("short_name", "وزارة المدن".into())]);
    let check = |typed: &str, expected: &[i64]| {
        let likely = tried.store.read(LikelyTwins::of_name(Entity::Organisation, typed)).unwrap();
        let found: Vec<i64> = likely.iter().map(|row| row.named.record.id).collect();
        assert_eq!(found, expected, "{typed}");
    };
    check("أمانة الشرقية بالدمام", &[amana]);
    check("أمانة الرياض", &[riyadh]);
    check("أمانة", &[]);
    check("جمعية البر الخيرية بالخبر", &[khobar]);
    check("جمعية البر", &[dammam, khobar]);
    check("جمعية البر بجدة", &[]);
    check("جمعية مكافحة السرطان", &[cancer]);
    check("وزارة المدن بالرياض", &[ministry]);
    check("وزارة الصحة", &[]);
}

#[test]
fn the_review_list_has_a_short_name_beside_the_whole_one_and_leaves_two_towns_apart() {
    let tried = Tried::new();
    let names = [
        "أمانة المنطقة الشرقية",
        "أمانة الشرقية بالدمام",
        "أمانة منطقة الرياض",
        "جمعية البر بالدمام",
        "جمعية البر بالخبر",
        "جمعية مكافحة السرطان",
        "الجمعية السعودية لمكافحة السرطان",
    ];
    for name in names {
        tried.apply(Edit::Add { entity: Entity::Organisation, values: vec![("name", name.into())] });
    }
    let twins = || -> Vec<Vec<String>> {
        let found = tried.store.read(query::Twins { entity: Entity::Organisation, known: Arc::default() }).unwrap();
        found.into_iter().map(|row| row.records.into_iter().map(|named| named.name).collect()).collect()
    };
    assert_eq!(twins(), [[names[0], names[1]], [names[5], names[6]]]);
    // What names no town may be either.
    tried.apply(Edit::Add { entity: Entity::Organisation, values: vec![("name", "جمعية البر".into())] });
    assert!(twins().contains(&vec![names[3].to_owned(), "جمعية البر".to_owned()]));
    assert!(twins().contains(&vec![names[4].to_owned(), "جمعية البر".to_owned()]));
}

#[test]
fn a_body_under_its_former_name_is_told_of_as_the_same() {
    let tried = Tried::new();
    let names = ["وزارة الزراعة", "وزارة البيئة والمياه والزراعة", "وزارة الصحة"];
    for name in names {
        tried.apply(Edit::Add { entity: Entity::Organisation, values: vec![("name", name.into())] });
    }
    let known = [vec![names[1].to_owned(), names[0].to_owned()], vec![names[2].to_owned()]];
    let twins = query::Twins { entity: Entity::Organisation, known: Arc::from(known) };
    let found = tried.store.read(twins).unwrap();
    let told = |row: &query::TwinRow| row.records.iter().map(|named| named.name.clone()).collect::<Vec<_>>();
    assert_eq!(found.iter().map(told).collect::<Vec<_>>(), [[names[0], names[1]]]);
    let typed = LikelyTwins {
        also: vec![names[0].to_owned()],
        ..LikelyTwins::of_name(Entity::Organisation, "وزارة الفلاحة")
    };
    let likely = tried.store.read(typed).unwrap();
    assert_eq!(
        likely.iter().map(|row| (row.named.name.as_str(), row.reason)).collect::<Vec<_>>(),
        [(names[0], query::Likeness::Known)]
    );
}
