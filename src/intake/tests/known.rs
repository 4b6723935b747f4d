//! What a store knows by name is recognised, under whatever of its names.

use super::*;
use crate::domain::{AliasKind, Entity, Record};

fn record(entity: Entity, id: i64) -> Record {
    Record { entity, id }
}

fn known() -> Gazetteer {
    let alias = Alias { kind: AliasKind::Former, ..Alias::named("لجنة أصدقاء الحي") };
    let body = KnownBody {
        name: "جمعية جيرة".to_owned(),
        aliases: vec![alias],
        record: Some(record(Entity::Organisation, 7)),
    };
    let ministry = KnownBody {
        name: "وزارة البلديات والإسكان".to_owned(),
        aliases: Vec::new(),
        record: Some(record(Entity::Organisation, 8)),
    };
    let person = KnownPerson {
        name: "عبدالرحمن بن علي الواحي".to_owned(), record: record(Entity::Person, 3)
    };
    let goal = KnownGoal { name: "جودة الحياة".to_owned(), record: Some(record(Entity::Entry, 5)) };
    Gazetteer::shipped().with(vec![body, ministry], vec![person], vec![goal])
}

#[test]
fn bodies_people_and_goals_of_the_store_are_recognised() {
    let text = "نظمت لجنة أصدقاء الحي مع وزارة الشؤون البلدية والقروية لقاءً لتحسين جودة الحياة، بحضور الدكتور عبد الرحمن علي الواحي.";
    let intake = read(text, &known(), today());
    let found: Vec<(&str, Option<i64>)> =
        intake.bodies.iter().map(|body| (body.name.as_str(), body.known.map(|record| record.id))).collect();
    assert_eq!(found, [("جمعية جيرة", Some(7)), ("وزارة البلديات والإسكان", Some(8))]);
    assert_eq!(intake.people.first().and_then(|person| person.known), Some(record(Entity::Person, 3)));
    assert_eq!(intake.goals.first().and_then(|goal| goal.known), Some(record(Entity::Entry, 5)));
    let former = intake.bodies.get(1).and_then(|body| body.aliases.first()).expect("the name in the text");
    assert_eq!((former.name.as_str(), former.kind), ("وزارة الشؤون البلدية والقروية", AliasKind::Former));
    assert_eq!(former.ends.map(Date::iso).as_deref(), Some("2021-01-24"));
}

#[test]
fn a_short_name_is_that_of_the_body_that_the_text_names() {
    let alias = Alias { kind: AliasKind::Short, ..Alias::named("الأمانة") };
    let own = KnownBody {
        name: "أمانة منطقة الواحة".to_owned(),
        aliases: vec![alias],
        record: Some(record(Entity::Organisation, 9)),
    };
    let gazetteer = Gazetteer::shipped().with(vec![own], Vec::new(), Vec::new());
    let owner = |text: &str| {
        let intake = read(text, &gazetteer, today());
        tasks(&intake).first().map(|task| task.split(" | ").nth(1).unwrap_or_default().to_owned()).unwrap_or_default()
    };
    let task = "المهام:\n- تجهيز الحدائق، المسؤول: الأمانة، قبل 20/12/2026";
    assert_eq!(owner(&format!("عقدت أمانة منطقة تبوك لقاءً.\n{task}")), "أمانة منطقة تبوك");
    assert_eq!(owner(&format!("عُقد لقاء مع الجمعيات.\n{task}")), "أمانة منطقة الواحة", "no other one is named");
}
