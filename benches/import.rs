//! A list of 20,000 rows: read, held against a store, written in one step, taken back.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a bench says what it measured, and stops where it can't")]

use std::sync::Arc;
use std::time::Instant;
use tansiq::arabic::Digits;
use tansiq::import::{Duplicates, ImportAsked, Target};
use tansiq::jobs;
use tansiq::store::{Edit, ImportWatch, Store};
use tansiq::strings::{Language, Tr};

const ROWS: usize = 20_000;

fn told(what: &str, since: Instant) {
    println!("{what}: {:.2} s", since.elapsed().as_secs_f64());
}

fn charities() -> String {
    let mut text = String::from(
        "قائمة الجمعيات\n\nم,اسم الجمعية,رقم الترخيص,المحافظة,رئيس مجلس الإدارة,الجوال,تاريخ انتهاء الترخيص,ملاحظات\n",
    );
    for row in 0..ROWS {
        text.push_str(&format!(
            "{row},جمعية التنمية {row} بالخبر,L{row},الخبر,سالم العمري {row},05{:08},{:02}/06/1449هـ,سطر من الملاحظات {row}\n",
            10_000_000 + row,
            row % 28 + 1,
        ));
    }
    text
}

fn register() -> String {
    let mut text = String::from("رقم التوصية,نص التوصية,الجهة المسؤولة,المسؤول,الحالة,نسبة الإنجاز,تاريخ الاستحقاق\n");
    for row in 0..ROWS {
        text.push_str(&format!(
            "ق-{row},متابعة تنفيذ التوصية رقم {row} مع الجهات,جمعية التنمية {} بالخبر,سعد الغامدي {},قيد التنفيذ,{}%,2027-0{}-15\n",
            row % 500,
            row % 300,
            row % 100,
            row % 9 + 1,
        ));
    }
    text
}

fn main() {
    let place = tempfile::tempdir().expect("a folder");
    let store = Store::open(place.path(), Arc::new(|| ())).expect("a store");
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    for (target, text) in [(Target::Organisations, charities()), (Target::Register, register())] {
        println!("{} of {ROWS} rows", target.code());
        let file = place.path().join("list.csv");
        std::fs::write(&file, text).expect("written");
        let all = Instant::now();
        let since = Instant::now();
        let sheets = jobs::read_list(&file).expect("a list");
        told("  read", since);
        let asked = ImportAsked { duplicates: Duplicates::Skip, ..ImportAsked::new(target) };
        let since = Instant::now();
        let planned = jobs::plan_import(&store, &sheets, &asked, &tr).expect("a plan");
        told("  judged", since);
        assert_eq!(planned.plan.counts.new, ROWS);
        let since = Instant::now();
        jobs::write_import(&store, &planned, &ImportWatch::default()).expect("written");
        told("  written", since);
        told("  all", all);
        let since = Instant::now();
        let again = jobs::plan_import(&store, &sheets, &asked, &tr).expect("a plan");
        assert_eq!(again.plan.counts.skipped, ROWS);
        told("  judged against itself", since);
        let since = Instant::now();
        store.apply(Edit::Undo).expect("taken back");
        told("  taken back", since);
        store.apply(Edit::Redo).expect("brought back");
    }
}
