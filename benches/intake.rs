//! A pasted text of two pages becomes finds: wanted in under 100 ms, what is known by name included.
//!
//! `cargo bench --bench intake [-- FILE]`

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement: it fails loudly and prints its figures")]

use std::time::{Duration, Instant};
use tansiq::calendar::Date;
use tansiq::domain::{Entity, Record};
use tansiq::intake::{Gazetteer, KnownBody, KnownPerson, read};

const ROUNDS: usize = 51;

/// A page of a press item, some 1,700 letters.
const PAGE: &str = "\
أمانة الأحساء تبحث مع الجمعيات الأهلية تطوير الحدائق العامة
الأحساء - الواحة اليوم
نظّمت أمانة الأحساء لقاءً تعريفيًا مع 12 جمعية أهلية في قاعة النخيل بمقر الأمانة، بالشراكة مع جمعية أصدقاء البيئة ومركز التنمية الاجتماعية بالهفوف، وذلك يوم الأربعاء 12 جمادى الآخرة 1447هـ الموافق 3 ديسمبر 2025م.
وترأس اللقاء أمين الأحساء المهندس عصام بن عبداللطيف الواحي، بحضور وكيل الأمانة للخدمات الدكتور فهد الجبري، ومديرة إدارة المشاركة المجتمعية بالأمانة الأستاذة نورة العتيبي، ورئيس مجلس إدارة جمعية أصدقاء البيئة الأستاذ سعد بن ناصر القحطاني.
وناقش اللقاء سبل إشراك المتطوعين في صيانة الحدائق، وآلية استلام المواقع، ومعايير السلامة، بما يخدم مستهدفات رؤية السعودية 2030 في تحسين جودة الحياة والخدمات البلدية.
وأوصى اللقاء بتشكيل فريق عمل مشترك، وبإعداد دليل موحد لتشغيل الحدائق، وعلى جمعية أصدقاء البيئة أن ترسل قائمة المتطوعين قبل 1 رجب 1447هـ.
وقرر المجتمعون اعتماد خمس حدائق للمرحلة الأولى، وتكليف المهندس خالد الشمري بإعداد مخططات المواقع خلال أسبوعين.
وأكد ممثلو الأمانة والجمعيات أهمية هذه اللقاءات في توثيق الشراكات وفهم الأنظمة، وما تتيحه من فرص للعمل التطوعي في الأحياء.
";

fn main() {
    let today = Date::from_iso("2026-11-23").unwrap();
    let given = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let other = PAGE.replace("الأحساء", "الرياض").replace("الحدائق", "الممرات");
    let text = given.map_or_else(|| format!("{PAGE}\n{other}"), |file| std::fs::read_to_string(file).unwrap());
    println!("{} letters", text.chars().count());
    say("what ships, read from its files", || {
        Gazetteer::shipped();
    });
    let shipped = Gazetteer::shipped();
    say("the text, by what ships", || {
        read(&text, &shipped, today);
    });
    let record = |entity, id| Record { entity, id };
    let body = |id: i64| KnownBody {
        name: format!("جمعية الحي {id} للتنمية"),
        aliases: Vec::new(),
        record: Some(record(Entity::Organisation, id)),
    };
    let person = |id: i64| KnownPerson {
        name: format!("محمد بن سالم الراسي {id}"),
        record: record(Entity::Person, id),
    };
    let known =
        Gazetteer::shipped().with((0..10_000).map(body).collect(), (0..10_000).map(person).collect(), Vec::new());
    say("the text, by 10,000 bodies and people more", || {
        read(&text, &known, today);
    });
    let megabyte: String = (0..600).map(|at| PAGE.replace("12", &at.to_string())).collect();
    let begun = Instant::now();
    read(&megabyte, &shipped, today);
    println!("{:46} {:8.1} ms", format!("{} bytes", megabyte.len()), ms(begun.elapsed()));
}

fn say(what: &str, job: impl Fn()) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            job();
            begun.elapsed()
        })
        .collect();
    times.sort_unstable();
    let middle = times.get(ROUNDS / 2).copied().unwrap_or_default();
    let slowest = times.last().copied().unwrap_or_default();
    println!("{what:46} {:8.2} ms, the slowest {:.2}", ms(middle), ms(slowest));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
