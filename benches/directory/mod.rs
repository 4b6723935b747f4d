//! A directory of any size: bodies and people whose names are there many times, as names are.

use tansiq::domain::{Entity, OrganisationKind, Value};
use tansiq::store::{Edit, Store};

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

/// Bodies, then people of them: every name is there many times, as names are.
pub fn fill(store: &Store, people: usize) {
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

fn add(store: &Store, entity: Entity, count: usize, values: impl Fn(usize) -> Vec<(&'static str, Value)>) {
    for first in (0..count).step_by(BATCH) {
        let edits = (first..count.min(first + BATCH)).map(|number| Edit::Add { entity, values: values(number) });
        store.apply(Edit::Together(edits.collect())).unwrap();
    }
}
