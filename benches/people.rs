//! A directory of a hundred thousand people: the lists behind `@` and a link's field, and likely twins while a name is typed.
//!
//! `cargo bench --bench people [-- PEOPLE | FOLDER]`; a folder is a store that is there already.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement: it fails loudly and prints its figures")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tansiq::calendar::Date;
use tansiq::domain::{Entity, OrganisationKind};
use tansiq::store::query::{Counts, LikelyTwins, Names, RecordList, Search, Sort, Which};
use tansiq::store::{Edit, Query, Store};

const ROUNDS: usize = 21;
/// A body for so many people.
const PEOPLE_OF_A_BODY: usize = 20;
/// Records in one transaction.
const BATCH: usize = 2000;

const FIRST: [&str; 20] = [
    "محمد",
    "عبد الله",
    "أحمد",
    "سعد",
    "خالد",
    "فهد",
    "عبد الرحمن",
    "إبراهيم",
    "يوسف",
    "سلطان",
    "ماجد",
    "تركي",
    "نورة",
    "سارة",
    "هند",
    "ريم",
    "لطيفة",
    "منيرة",
    "أمل",
    "ياسر",
];
const FATHERS: [&str; 17] = [
    "سالم",
    "ناصر",
    "راشد",
    "مبارك",
    "حمد",
    "عيسى",
    "جابر",
    "مساعد",
    "عوض",
    "ثامر",
    "فرحان",
    "زيد",
    "غانم",
    "هلال",
    "مشعل",
    "دخيل",
    "ياسين",
];
const FAMILIES: [&str; 23] = [
    "الراسي",
    "السدري",
    "النخيلي",
    "الوادعي",
    "الهضبي",
    "المرجاني",
    "الساحلي",
    "الغافي",
    "الرملي",
    "العرعري",
    "الطلحي",
    "البحيري",
    "السروي",
    "الدهناوي",
    "القيصومي",
    "النفودي",
    "الصماني",
    "العقيقي",
    "الخزامي",
    "الشيحي",
    "يماني",
    "يزيدي",
    "ياقوت",
];
const POSTS: [&str; 4] = ["مدير إدارة الشراكات", "المدير التنفيذي", "رئيس قسم التراخيص", "مسؤول التطوع"];
const HEADS: [&str; 4] = ["جمعية", "مؤسسة", "بلدية", "لجنة"];

fn main() {
    let word = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let given = word.as_ref().map(PathBuf::from).filter(|path| path.is_dir());
    let made = tempfile::tempdir().unwrap();
    let folder: &Path = given.as_deref().unwrap_or(made.path());
    let store = Store::open(folder, Arc::new(|| {})).unwrap();
    store.wait_for_index();
    let today = Date::from_iso("2026-11-22").unwrap();
    if store.read(Counts { today }).unwrap().people == 0 {
        let people = word.and_then(|word| word.parse().ok()).unwrap_or(100_000);
        let begun = Instant::now();
        fill(&store, people);
        println!("{people} people in {:.1} s", begun.elapsed().as_secs_f64());
    }
    let names = |entity, containing: &str| Names { entity, list: None, containing: containing.to_owned() };
    for typed in ["", "ا", "م", "ي", "سا", "يا", "محمد", "محمد سالم", "محمد سالم الراسي", "الراسي", "مستودع", "مدير ا"]
    {
        ask(&store, &format!("people «{typed}»"), names(Entity::Person, typed));
    }
    for typed in ["", "ج", "جمعية", "جمعية الراسي", "مؤسسة ي"] {
        ask(&store, &format!("bodies «{typed}»"), names(Entity::Organisation, typed));
    }
    for typed in ["محمد", "محمد بن سالم الراسي", "عبد الرحمن", "ياسر ياقوت", "غريب تماما"]
    {
        ask(&store, &format!("twins of «{typed}»"), LikelyTwins::of_name(Entity::Person, typed));
    }
    for typed in ["جمعية", "جمعية الراسي 17", "مؤسسة يماني"] {
        ask(&store, &format!("twins of body «{typed}»"), LikelyTwins::of_name(Entity::Organisation, typed));
    }
    for typed in ["ا", "محمد", "محمد الراسي"] {
        ask(&store, &format!("search «{typed}»"), Search { text: typed.to_owned(), limit: 50 });
    }
    for (field, containing) in
        [("name", ""), ("organisation", ""), ("post", ""), ("meetings", ""), ("name", "محمد"), ("name", "ا")]
    {
        let which = Which {
            entity: Entity::Person,
            kinds: Vec::new(),
            conditions: Vec::new(),
            containing: containing.to_owned(),
            order: vec![Sort { field, is_descending: false }],
            today,
        };
        let columns = vec!["name", "organisation", "phone", "email", "meetings"];
        ask(
            &store,
            &format!("register by {field} «{containing}»"),
            RecordList { which, columns, first: 0, count: 200 },
        );
    }
    store.close().unwrap();
}

/// Bodies, then people of them: every name is there many times, as names are.
fn fill(store: &Store, people: usize) {
    let bodies = people / PEOPLE_OF_A_BODY;
    let body = |number: usize| {
        let name = format!("{} {} {number}", pick(&HEADS, number, 7), pick(&FAMILIES, number, 3));
        vec![("name", name.into()), ("kind", OrganisationKind::Ngo.into()), ("city", pick(&FIRST, number, 5).into())]
    };
    add(store, Entity::Organisation, bodies, body);
    add(store, Entity::Person, people, |number| {
        let name = format!(
            "{} بن {} {}",
            pick(&FIRST, number, 1),
            pick(&FATHERS, number, FIRST.len()),
            pick(&FAMILIES, number, FIRST.len() * FATHERS.len())
        );
        let of = i64::try_from(number % bodies.max(1) + 1).unwrap();
        let phone = format!("+9665{number:08}");
        vec![
            ("name", name.into()),
            ("post", pick(&POSTS, number, 3).into()),
            ("organisation", of.into()),
            ("phone", phone.into()),
        ]
    });
}

fn pick(list: &[&'static str], number: usize, every: usize) -> &'static str {
    list.get(number / every % list.len()).copied().unwrap_or_default()
}

fn add(
    store: &Store,
    entity: Entity,
    count: usize,
    values: impl Fn(usize) -> Vec<(&'static str, tansiq::domain::Value)>,
) {
    for first in (0..count).step_by(BATCH) {
        let edits = (first..count.min(first + BATCH)).map(|number| Edit::Add { entity, values: values(number) });
        store.apply(Edit::Together(edits.collect())).unwrap();
    }
}

fn ask<Q: Query>(store: &Store, name: &str, query: Q) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(store.read(query.clone()).unwrap());
            begun.elapsed()
        })
        .collect();
    let first = times.first().copied().unwrap_or_default();
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let at = |place: usize| ms(times.get(place).copied().unwrap_or_default());
    println!("{name:34} first {:9.2} ms   median {:9.2} ms   p99 {:9.2} ms", ms(first), at(ROUNDS / 2), at(ROUNDS - 1));
}
