//! What a list is of, by the names of its columns.

use super::*;

fn likely(stands_on: Target, heads: &[&str]) -> Target {
    let row: Vec<&str> = heads.iter().map(|_| "شيء").collect();
    likely_target(&[sheet(&[&["قائمة عام 1448هـ"], heads, &row])], stands_on, |_| Mapping::new(), &tr())
}

#[test]
fn the_names_of_its_columns_say_what_a_list_is_of_whatever_page_one_stands_on() {
    let lists: [(Target, &[&str]); 7] = [
        (Target::People, &["الاسم الكامل", "المنصب", "الجهة", "جوال", "البريد"]),
        (Target::Organisations, &["م", "اسم الجمعية", "رقم الترخيص", "المدينة", "الجوال", "اسم المسؤول"]),
        (Target::Meetings, &["عنوان الاجتماع", "التاريخ", "الوقت", "المكان"]),
        (Target::Register, &["رقم التوصية", "نص التوصية", "الجهة المسؤولة", "المسؤول", "الحالة"]),
        (Target::Register, &["القرار", "المسؤول", "تاريخ البداية", "المستفيدون"]),
        (Target::Proposals, &["اسم المبادرة", "الجهة المقدمة", "الحالة"]),
        (Target::People, &["Full name", "Job title", "Organisation", "Mobile"]),
    ];
    for (expected, heads) in lists {
        for stands_on in Target::ALL {
            assert_eq!(likely(stands_on, heads), expected, "{heads:?} from {stands_on:?}");
        }
    }
}

#[test]
fn the_page_decides_where_the_names_of_the_columns_do_not() {
    for stands_on in [Target::Organisations, Target::People] {
        assert_eq!(likely(stands_on, &["الاسم", "الجوال", "البريد"]), stands_on, "bodies and people have these");
    }
    for stands_on in [Target::Register, Target::Proposals] {
        assert_eq!(likely(stands_on, &["الموضوع", "الجهة", "المسؤول", "الأولوية"]), stands_on);
    }
    for stands_on in Target::ALL {
        assert_eq!(likely(stands_on, &["سر", "كود"]), stands_on, "nothing is known of it");
    }
}

#[test]
fn what_a_person_said_of_earlier_columns_tells_what_a_list_is_of() {
    let sheets = [sheet(&[&["من؟", "أين"], &["سالم", "أمانة"]])];
    let said = |target| {
        let columns = [("من؟", "name"), ("اين", "organisation")].map(|(column, field)| (column.into(), field.into()));
        if target == Target::People { Mapping::from(columns) } else { Mapping::new() }
    };
    assert_eq!(likely_target(&sheets, Target::Meetings, said, &tr()), Target::People);
}

#[test]
fn columns_that_are_taken_for_one_field_are_told_but_for_remarks() {
    let rows = sheet(&[&["اسم الجمعية", "الجوال", "ملاحظات", "الهاتف", "الملاحظات", "هاتف"]]);
    let words = Vocabulary::new(Target::Organisations, &tr());
    let columns = Columns::find(&rows, Target::Organisations, &words, &Mapping::new()).expect("columns");
    let shared: Vec<_> = columns.shared().into_iter().map(|(field, columns)| (field.name, columns)).collect();
    assert_eq!(shared, [("phone", vec![1, 3, 5])]);
}
