//! Columns, cells and verdicts.

use super::*;
use crate::domain::{Entity, ImportTo, ImportedRef, KnownBody, KnownMeeting, KnownOutcome, KnownPerson, Value};
use crate::import::values;

fn value<'p>(plan: &'p Plan, row: usize, field: &str) -> Option<&'p Value> {
    plan.imported.rows[row].values.iter().rev().find(|(name, _)| *name == field).map(|(_, value)| value)
}

fn text(plan: &Plan, row: usize, field: &str) -> String {
    match value(plan, row, field) {
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::Empty) | None => String::new(),
    }
}

fn keys(plan: &Plan, row: usize) -> Vec<&'static str> {
    plan.judged[row].notes.iter().map(|note| note.key).collect()
}

#[test]
fn columns_are_known_by_their_labels_in_both_languages_and_by_what_people_call_them() {
    let check = |target: Target, column: &str, field: Option<&str>| {
        let words = Vocabulary::new(target, &tr());
        assert_eq!(words.field_of(column).map(|field| field.name), field, "{column}");
    };
    for (column, field) in [
        ("اسم الجمعية*", "name"),
        ("رقم الترخيص", "licence"),
        ("تاريخ الترخيص", "licensed_on"),
        ("تاريخ انتهاء الترخيص (هجري)", "licence_ends_on"),
        ("الجوال", "phone"),
        ("رقم  الجــوال :", "phone"),
        ("البريد الالكترونى", "email"),
        ("رئيس مجلس الإدارة", "chair"),
        ("اسم رئيس مجلس الادارة", "chair"),
        ("اسم المسؤول", "contact"),
        ("مسؤول الجمعية", "contact"),
        ("جهة الإشراف الفني", "supervisor"),
        ("المحافظة", "governorate"),
        ("Licence number", "licence"),
        ("governance_percent", "governance_percent"),
    ] {
        check(Target::Organisations, column, Some(field));
    }
    check(Target::Organisations, "جوال رئيس مجلس الإدارة", None);
    check(Target::Organisations, "جوال المسؤول", None);
    check(Target::Organisations, "م", None);
    for (column, field) in [
        ("رقم التوصية", "number"),
        ("نص التوصية/القرار", "text"),
        ("الجهة المسؤولة", "organisation"),
        ("المسؤول", "person"),
        ("الجهة المساندة", "support"),
        ("تاريخ الاستحقاق", "due"),
        ("تاريخ الإنجاز الفعلي", "done_on"),
        ("نسبة الإنجاز %", "percent"),
        ("رقم المحضر", "meeting"),
        ("المعوقات", "obstacles"),
        ("الدعم المطلوب", "support_needed"),
        ("التكليف", "text"),
    ] {
        check(Target::Register, column, Some(field));
    }
    check(Target::Meetings, "العنوان", Some("title"));
}

#[test]
fn every_declared_field_can_be_a_column_under_its_label() {
    for target in Target::ALL {
        let words = Vocabulary::new(target, &tr());
        for field in target.fields() {
            let found = words.field_of(field.name).map(|found| found.name);
            assert_eq!(found, Some(field.name), "{target:?}");
        }
    }
}

#[test]
fn the_columns_are_found_below_the_titles_of_the_list() {
    let rows = sheet(&[
        &["المملكة العربية السعودية"],
        &["قائمة الجمعيات الأهلية لعام 1447هـ", ""],
        &[],
        &["م", "اسم الجمعية*", "رقم الترخيص", "الجوال"],
        &["1", "جمعية البر", "123", "0551234567"],
    ]);
    let words = Vocabulary::new(Target::Organisations, &tr());
    let columns = Columns::find(&rows, Target::Organisations, &words, &Mapping::new()).expect("columns");
    assert_eq!(columns.header, 3);
    let names: Vec<_> = columns.fields.iter().map(|field| field.map(|field| field.name)).collect();
    assert_eq!(names, [None, Some("name"), Some("licence"), Some("phone")]);
    let none = sheet(&[&["1", "2"], &["تقرير", "يومي"]]);
    let error = Columns::find(&none, Target::Organisations, &words, &Mapping::new()).expect_err("no columns");
    assert!(error.message(&tr()).contains("أسماء أعمدة"), "{}", error.message(&tr()));
}

#[test]
fn what_a_person_said_of_a_column_goes_before_what_its_name_says() {
    let rows = sheet(&[&["Col1", "الجوال"], &["جمعية البر", "x"]]);
    let words = Vocabulary::new(Target::Organisations, &tr());
    let said = |column: &str, field: &str| (column.to_owned(), field.to_owned());
    let mapping = Mapping::from([said("a", "name"), said("الجوال", "")]);
    let columns = Columns::find(&rows, Target::Organisations, &words, &mapping).expect("columns");
    let names: Vec<_> = columns.fields.iter().map(|field| field.map(|field| field.name)).collect();
    assert_eq!(names, [Some("name"), None]);
    let wrong = Mapping::from([said("a", "colour")]);
    assert!(Columns::find(&rows, Target::Organisations, &words, &wrong).is_err());
}

#[test]
fn days_are_read_in_both_calendars_and_as_excel_counts_them() {
    let check = |typed: &str, iso: Option<&str>| {
        let read = values::day(typed, today()).map(|day| day.iso());
        assert_eq!(read.as_deref(), iso, "{typed}");
    };
    for typed in [
        "2025-12-03",
        "2025-12-03 00:00:00",
        "2025-12-03T10:30:00",
        "03/12/2025",
        "3-12-2025م",
        "12/06/1447",
        "12/06/1447هـ",
        "١٢/٠٦/١٤٤٧هـ",
        "1447-06-12",
        "12 جمادى الآخرة 1447",
        "45994",
        "45994.0",
        "45994.4375",
        "20251203",
        "12/06/1447هـ – 03/12/2025م",
        "الأربعاء 12 جمادى الآخرة 1447هـ الموافق 3 ديسمبر 2025م",
    ] {
        check(typed, Some("2025-12-03"));
    }
    check("30/05/1446هـ", None);
    check("قريبًا جدًا", None);
    check("2025", None);
    check("12", None);
}

#[test]
fn a_row_of_a_charity_is_read_cell_by_cell() {
    let rows: &[&[&str]] = &[
        &[
            "اسم الجمعية",
            "النوع",
            "رقم الترخيص",
            "تاريخ انتهاء الترخيص",
            "الجوال",
            "درجة الحوكمة",
            "لديها مقر",
            "رئيس مجلس الإدارة",
            "ملاحظات",
        ],
        &[
            "جمعية  البيئة\nبالدمام",
            "جمعية خيرية",
            "٤٥٦",
            "45994",
            "٠٥٥ ١٢٣ ٤٥٦٧ / 0557654321",
            "85٪",
            "نعم",
            "د. سالم العمري",
            "سطر\nآخر",
        ],
    ];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    assert_eq!(plan.judged[0].verdict, Verdict::Fine, "{:?}", plan.judged[0].notes);
    for (field, expected) in [
        ("name", "جمعية البيئة بالدمام"),
        ("kind", "ngo"),
        ("licence", "456"),
        ("licence_ends_on", "2025-12-03"),
        ("phone", "+966551234567"),
        ("governance_percent", "85"),
        ("has_premises", "1"),
        ("notes", "سطر\nآخر\nالجوال: +966557654321"),
    ] {
        assert_eq!(text(&plan, 0, field), expected, "{field}");
    }
    assert_eq!(plan.imported.rows[0].links, [("chair", ImportedRef::Name(0))]);
    assert_eq!(plan.imported.rows[0].staff, [0]);
    assert_eq!((plan.counts.bodies, plan.counts.people), (0, 1));
}

#[test]
fn the_person_whom_a_list_names_for_a_body_comes_in_as_one_of_its_own() {
    let rows: &[&[&str]] = &[&["اسم الجمعية", "اسم المسؤول"], &["جمعية النخيل", "سالم العمري"]];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    assert_eq!(plan.imported.rows[0].links, [("contact", ImportedRef::Name(0))]);
    assert_eq!((plan.imported.rows[0].staff.as_slice(), plan.counts.people), ([0].as_slice(), 1));
}

#[test]
fn a_column_of_shares_of_one_is_one_of_percent() {
    let rows: &[&[&str]] = &[&["نص التوصية", "نسبة الإنجاز"], &["أ", "0.5"], &["ب", "1"], &["ج", "0"]];
    let plan = planned(Target::Register, rows, &Known::default(), Duplicates::Skip);
    let shares: Vec<_> = (0..3).map(|row| text(&plan, row, "percent")).collect();
    assert_eq!(shares, ["50", "100", "0"]);
    let rows: &[&[&str]] = &[&["نص التوصية", "نسبة الإنجاز"], &["أ", "50%"], &["ب", "1"], &["ج", "٧٥ ٪"]];
    let plan = planned(Target::Register, rows, &Known::default(), Duplicates::Skip);
    let shares: Vec<_> = (0..3).map(|row| text(&plan, row, "percent")).collect();
    assert_eq!(shares, ["50", "1", "75"]);
}

#[test]
fn an_old_register_comes_in_with_its_statuses_and_owners() {
    let known = Known {
        bodies: vec![KnownBody {
            id: 7,
            names: vec!["أمانة المنطقة الشرقية".into(), "أمانة الشرقية".into()],
            licence: String::new(),
        }],
        meetings: vec![
            KnownMeeting {
                id: 3,
                number: "تن-1445-003".into(),
                minutes_number: "مح-1445-003".into(),
                ..KnownMeeting::default()
            },
            KnownMeeting { id: 4, number: "تن-1445-004".into(), is_approved: true, ..KnownMeeting::default() },
        ],
        ..Known::default()
    };
    let rows: &[&[&str]] = &[
        &[
            "رقم التوصية",
            "نص التوصية/القرار",
            "النوع",
            "رقم المحضر",
            "الجهة المسؤولة",
            "المسؤول",
            "الحالة",
            "تاريخ الاستحقاق",
            "آخر إجراء",
        ],
        &[
            "ت-1",
            "رفع تقرير",
            "توصية",
            "مح-1445-003",
            "امانة الشرقيه",
            "م. خالد الغافي",
            "مكتملة",
            "12/06/1447هـ",
            "رُفع",
        ],
        &["ت-2", "تشكيل لجنة", "قرار", "تن-1445-004", "جمعية البر", "خالد الغافي", "قيد التنفيذ", "غير محدد", ""],
        &["ت-3", "زيارة الموقع", "تكليف", "مح-9", "", "إدارة الحدائق", "عجيب", "", ""],
    ];
    let plan = planned(Target::Register, rows, &known, Duplicates::Skip);
    assert_eq!(text(&plan, 0, "organisation"), "7", "by its other name");
    assert_eq!(text(&plan, 0, "meeting"), "3", "by the number of its minutes");
    assert_eq!((text(&plan, 0, "status"), text(&plan, 0, "percent")), ("done".into(), "100".into()));
    assert_eq!(text(&plan, 0, "details"), "رُفع");
    assert_eq!(text(&plan, 1, "kind"), "decision");
    assert_eq!(keys(&plan, 1), ["import-note-approved-meeting"]);
    assert_eq!(text(&plan, 1, "details"), "رقم المحضر: تن-1445-004");
    assert_eq!(text(&plan, 2, "kind"), "follow-up");
    assert_eq!(keys(&plan, 2), ["import-note-unread", "import-note-no-record"]);
    assert!(plan.imported.rows[2].links.iter().any(|(field, _)| *field == "organisation"), "a department is no person");
    assert_eq!((plan.counts.bodies, plan.counts.people), (2, 2), "the same name in another body is somebody else");
}

#[test]
fn each_row_has_its_verdict() {
    let known = Known {
        bodies: vec![KnownBody {
            id: 9, names: vec!["جمعية البر الخيرية بالدمام".into()], licence: "11".into()
        }],
        ..Known::default()
    };
    let long = "ط".repeat(600);
    let rows: &[&[&str]] = &[
        &["الاسم", "رقم الترخيص", "تاريخ الترخيص", "الجوال"],
        &["جمعية النور", "20", "1/1/1440هـ", "0551234567"],
        &["جمعية الضياء", "21", "30/05/1446هـ", "لا أعرف"],
        &["", "22", "", ""],
        &[&long, "23", "", ""],
        &["جمعية البر بالدمام", "", "", ""],
        &["جمعية البر بالخبر", "", "", ""],
        &["اسم آخر للبر", "١١", "", ""],
        &["جمعيه النور", "", "", ""],
        &["جمعية البر بالدمام", "99", "", ""],
    ];
    let plan = planned(Target::Organisations, rows, &known, Duplicates::Skip);
    let verdicts: Vec<_> = plan.judged.iter().map(|judged| judged.verdict).collect();
    use Verdict::{Duplicate, Fine, Incomplete, Refused};
    assert_eq!(verdicts, [Fine, Incomplete, Refused, Refused, Duplicate, Fine, Duplicate, Duplicate, Fine]);
    assert_eq!(
        keys(&plan, 1),
        ["import-note-no-day", "import-note-doubtful"].iter().rev().copied().collect::<Vec<_>>()
    );
    assert_eq!(keys(&plan, 2), ["import-note-no-title"]);
    assert_eq!(keys(&plan, 3), ["import-note-too-long"]);
    assert_eq!(keys(&plan, 4), ["import-note-twin"]);
    assert_eq!(keys(&plan, 6), ["import-note-same-licence"], "two names under one number are no sure twins");
    assert_eq!(keys(&plan, 7), ["import-note-twin-row"]);
    assert_eq!(plan.judged[7].notes[0].number, 2, "the row as a person counts it");
    assert_eq!(plan.counts.of(Fine), 3);
    assert_eq!((plan.counts.new, plan.counts.skipped), (4, 3));
}

#[test]
fn duplicates_are_skipped_or_written_onto_what_is_there_or_made_anew() {
    let known = Known {
        people: vec![KnownPerson {
            id: 5,
            names: vec!["عبد الرحمن بن علي الشهيل".into()],
            organisation: Some(1),
            phone: "+966551234567".into(),
            ..KnownPerson::default()
        }],
        ..Known::default()
    };
    let rows: &[&[&str]] = &[
        &["الاسم", "الجهة", "الجوال", "المنصب"],
        &["د. عبدالرحمن علي الشهيل", "أمانة الشرقية", "", "وكيل"],
        &["عبدالرحمن الشهيل", "أمانة الشرقية", "055 123 4567", "وكيل"],
        &["سارة الشهيل", "أمانة الشرقية", "055 123 4567", "وكيلة"],
    ];
    let skipped = planned(Target::People, rows, &known, Duplicates::Skip);
    let actions = |plan: &Plan| plan.judged.iter().map(|judged| judged.action).collect::<Vec<_>>();
    assert_eq!(actions(&skipped), [Action::New, Action::Skip, Action::New], "another body is somebody else");
    let updated = planned(Target::People, rows, &known, Duplicates::Update);
    assert_eq!(updated.imported.rows[1].to, ImportTo::Record(5));
    assert_eq!(actions(&updated), [Action::New, Action::Update, Action::New], "a shared phone is not a shared name");
    let anew = planned(Target::People, rows, &known, Duplicates::New);
    assert!(anew.imported.rows.iter().all(|row| row.to == ImportTo::New));
    assert_eq!(text(&anew, 0, "name"), "عبدالرحمن علي الشهيل");
    assert_eq!(text(&anew, 0, "honorific"), "dr");
}

#[test]
fn a_number_finds_its_record_and_one_in_the_bin_takes_its_record_out() {
    let known = Known {
        outcomes: vec![
            KnownOutcome { id: 1, number: "ت-1".into(), text: "أول".into(), ..KnownOutcome::default() },
            KnownOutcome { id: 2, number: "ت-2".into(), is_deleted: true, ..KnownOutcome::default() },
            KnownOutcome { id: 3, number: "ت-3".into(), is_approved: true, ..KnownOutcome::default() },
        ],
        ..Known::default()
    };
    let rows: &[&[&str]] =
        &[&["رقم التوصية", "نص التوصية"], &["ت-١", "غيره"], &["ت-2", "ثانٍ"], &["ت-3", "ثالث"], &["", "أول"]];
    let plan = planned(Target::Register, rows, &known, Duplicates::Update);
    let to: Vec<_> = plan.imported.rows.iter().map(|row| row.to).collect();
    assert_eq!(to, [ImportTo::Record(1), ImportTo::Record(2)], "the last is the first once more");
    let actions: Vec<_> = plan.judged.iter().map(|judged| judged.action).collect();
    assert_eq!(actions, [Action::Update, Action::New, Action::Refuse, Action::Skip]);
    let anew = planned(Target::Register, rows, &known, Duplicates::New);
    assert_eq!(text(&anew, 0, "number"), "", "its number is taken");
}

#[test]
fn a_body_that_is_named_before_its_own_row_is_that_row() {
    let rows: &[&[&str]] =
        &[&["اسم الجهة", "تتبع", "رقم الترخيص"], &["إدارة الحدائق", "أمانة الواحة", ""], &["أمانة الواحة", "", "5"]];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    assert_eq!(plan.imported.rows[1].to, ImportTo::Made(ImportedRef::Name(0)));
    assert_eq!(plan.judged[1].verdict, Verdict::Fine);
    assert_eq!((plan.counts.new, plan.counts.bodies), (2, 0));
    assert_eq!(plan.imported.entity, Entity::Organisation);
}

#[test]
fn names_of_columns_that_come_again_are_no_rows_and_blank_rows_are_none() {
    let rows: &[&[&str]] = &[&["الاسم", "الجهة"], &["سالم", "أ"], &["", ""], &["الاسم", "الجهة"], &["علي", "أ"]];
    let plan = planned(Target::People, rows, &Known::default(), Duplicates::Skip);
    assert_eq!(plan.judged.iter().map(|judged| judged.row).collect::<Vec<_>>(), [1, 4]);
}

#[test]
fn every_note_and_verdict_has_words_in_both_languages() {
    let notes = [
        "no-title",
        "oversized",
        "too-long",
        "unread",
        "no-day",
        "doubtful",
        "doubtful-email",
        "before-start",
        "missing",
        "no-entry",
        "no-record",
        "approved-meeting",
        "approved",
        "twin",
        "same-licence",
        "twin-row",
    ];
    for language in [Language::Arabic, Language::English] {
        let tr = Tr::new(language, Digits::Latin);
        for note in notes {
            assert!(tr.key_exists(&format!("import-note-{note}")), "{note}");
        }
        for verdict in Verdict::ALL {
            assert!(tr.key_exists(&format!("import-verdict-{}", verdict.code())));
        }
    }
}

#[test]
fn what_becomes_of_a_single_duplicate_is_said_of_it_alone() {
    let known = Known {
        bodies: vec![
            KnownBody { id: 7, names: vec!["جمعية النخيل".to_owned()], ..KnownBody::default() },
            KnownBody { id: 8, names: vec!["جمعية الينابيع".to_owned()], ..KnownBody::default() },
        ],
        ..Known::default()
    };
    let rows: &[&[&str]] = &[
        &["اسم الجمعية", "المدينة"],
        &["جمعية النخيل", "الخبر"],
        &["جمعية الينابيع", "الدمام"],
        &["جمعية النخيل", ""],
    ];
    let by_row = [(1, Duplicates::Update), (3, Duplicates::New)];
    let plan = planned_by_row(Target::Organisations, rows, &known, &by_row);
    let actions: Vec<_> = plan.judged.iter().map(|judged| (judged.action, judged.twin)).collect();
    assert_eq!(
        actions,
        [
            (Action::Update, Some(Twin::Record(7))),
            (Action::Skip, Some(Twin::Record(8))),
            (Action::New, Some(Twin::Row(1)))
        ]
    );
}

#[test]
fn a_row_tells_what_was_read_of_it_and_which_record_a_name_is() {
    let known = Known {
        bodies: vec![KnownBody { id: 7, names: vec!["أمانة الواحة".to_owned()], ..KnownBody::default() }],
        ..Known::default()
    };
    let rows: &[&[&str]] = &[
        &["الاسم", "الجهة", "الجوال"],
        &["سالم العمري", "امانه الواحه", "٠٥٥١٢٣٤٥٦٧"],
        &["نورة الغافي", "جمعية لا تُعرف", ""],
    ];
    let plan = planned(Target::People, rows, &known, Duplicates::Skip);
    let told = |row: usize, field: &str| plan.judged[row].told(field).cloned();
    assert_eq!(told(0, "phone"), Some(Told::Value("+966551234567".into())));
    assert_eq!(told(0, "organisation"), Some(Told::Name("امانه الواحه".to_owned(), Some(7))));
    assert_eq!(told(1, "organisation"), Some(Told::Name("جمعية لا تُعرف".to_owned(), None)));
    assert_eq!(told(1, "phone"), None);
}

#[test]
fn a_row_that_sums_up_what_stands_above_it_is_no_record() {
    let rows: &[&[&str]] = &[
        &["م", "اسم الجمعية", "عدد المستفيدين"],
        &["1", "جمعية النخيل", "20"],
        &["الإجمالي", "", "20"],
        &["", "المجموع", "20"],
        &["الإجمالي", "2 جمعية", ""],
        &["2", "جمعية مجموع الخير", "5"],
    ];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    let titles: Vec<&str> = plan.judged.iter().map(|judged| judged.title.as_str()).collect();
    assert_eq!(titles, ["جمعية النخيل", "جمعية مجموع الخير"]);
    assert_eq!((plan.counts.rows, plan.counts.sums), (2, 3), "what was left out is counted");
}

#[test]
fn a_day_that_no_calendar_has_is_told_as_that() {
    let rows: &[&[&str]] =
        &[&["اسم الجمعية", "تاريخ الترخيص"], &["جمعية النخيل", "30/02/1447"], &["جمعية الينابيع", "قريبًا"]];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    assert_eq!((keys(&plan, 0), keys(&plan, 1)), (vec!["import-note-no-day"], vec!["import-note-unread"]));
    let remarks = ["تاريخ الترخيص: 30/02/1447", "تاريخ الترخيص: قريبًا"];
    assert_eq!([text(&plan, 0, "notes"), text(&plan, 1, "notes")], remarks, "what could not be read is kept");
    assert_eq!(plan.counts.set_aside, 2, "and told after the import");
}

#[test]
fn strokes_that_fill_a_cell_are_no_letters_and_hyphens_part_no_number() {
    let rows: &[&[&str]] =
        &[&["اسم الجمعية", "الجوال", "تاريخ الترخيص"], &["جمعيـــة  النخيـل", "055-222-3344 / 013-888-1234", "1447هـ"]];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    assert_eq!((text(&plan, 0, "name").as_str(), text(&plan, 0, "phone").as_str()), ("جمعية النخيل", "+966552223344"));
    assert!(keys(&plan, 0).contains(&"import-note-first-phone"), "the second one is told: {:?}", keys(&plan, 0));
    assert!(text(&plan, 0, "notes").contains("الجوال: +966138881234"), "and kept: {}", text(&plan, 0, "notes"));
}

#[test]
fn the_title_of_somebody_that_a_body_names_is_no_part_of_the_name() {
    let rows: &[&[&str]] = &[
        &["اسم الجمعية", "رئيس المجلس"],
        &["جمعية النخيل", "د. منى الشراري"],
        &["جمعية الينابيع", "الدكتورة منى الشراري"],
    ];
    let plan = planned(Target::Organisations, rows, &Known::default(), Duplicates::Skip);
    let [person] = plan.imported.names.as_slice() else { panic!("one person: {:?}", plan.imported.names) };
    assert_eq!(person.values, [("name", "منى الشراري".into()), ("honorific", "dr".into())]);
}

#[test]
fn statuses_are_read_by_the_words_of_before_and_of_now() {
    let check = |said: &[&str], status: &str| {
        for said in said {
            let rows: &[&[&str]] = &[&["المقترح", "الحالة"], &["مشروع الساحات", said]];
            let plan = planned(Target::Proposals, rows, &Known::default(), Duplicates::Skip);
            assert_eq!(text(&plan, 0, "status"), status, "{said}");
        }
    };
    check(&["مقدّمة", "تم التقديم"], "submitted");
    check(&["تحتاج استكمال", "بحاجة إلى استكمال"], "needs-info");
    check(&["معتمدة", "تم الاعتماد"], "approved");
    check(&["مكتملة", "اكتمل التنفيذ"], "completed");
    check(&["معتذر عنها", "تم الاعتذار"], "declined");
    check(&["مؤرشفة", "في الأرشيف"], "archived");
    check(&["معلّقة", "قيد التعليق"], "on-hold");
}
