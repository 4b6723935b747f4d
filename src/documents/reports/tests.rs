//! What the reports say, and what they say where there is nothing.

use super::*;
use crate::arabic::Digits;
use crate::arabic::isolate::without_isolates;
use crate::calendar::{Calendars, Date};
use crate::documents::minutes::{Outcome, Person};
use crate::documents::sheet::{SheetKind, SheetValue};
use crate::documents::{Block, Document, Letterhead, pdf, text};
use crate::domain::*;
use crate::strings::{Language, Tr};

fn day(iso: &str) -> Date {
    Date::from_iso(iso).expect("a day")
}

fn arabic() -> Tr {
    Tr::new(Language::Arabic, Digits::Latin)
}

fn head() -> ReportHead {
    ReportHead {
        letterhead: Letterhead { lines: vec!["أمانة الواحة".into()], ..Letterhead::default() },
        today: day("2026-11-23"),
    }
}

fn outcome(kind: OutcomeKind, body: &str, text: &str, status: OutcomeStatus, due: Option<&str>) -> Outcome {
    Outcome {
        kind,
        number: "ت-1448-004-07".into(),
        text: text.into(),
        details: String::new(),
        person: None,
        organisation: body.into(),
        area: String::new(),
        goals: Vec::new(),
        due: due.map(day),
        status,
        priority: None,
        percent: None,
        meeting_number: String::new(),
        done_on: None,
        last_action: String::new(),
        carried: 0,
        reservations: Vec::new(),
    }
}

fn bare_profile() -> ProfileFacts {
    ProfileFacts {
        head: head(),
        name: "جمعية بيئة".into(),
        is_licensed: false,
        fields: Vec::new(),
        names: Vec::new(),
        people: Vec::new(),
        units: Vec::new(),
        theirs: Told::default(),
        ours: Told::default(),
        partnerships: Vec::new(),
        meetings: Vec::new(),
        meetings_left: 0,
        proposals: Told::default(),
        challenges: Told::default(),
        documents: Vec::new(),
    }
}

fn bare_partnership() -> PartnershipFacts {
    PartnershipFacts {
        head: head(),
        title: "حدائق الأحياء".into(),
        number: "ش-1447-001".into(),
        agreement: String::new(),
        status: None,
        purpose: String::new(),
        from: None,
        until: None,
        renews_itself: None,
        notice_days: None,
        fields: Vec::new(),
        parties: Vec::new(),
        obligations: Vec::new(),
        team: Vec::new(),
        goals: Vec::new(),
        progress: Vec::new(),
        documents: Vec::new(),
    }
}

fn bare_period() -> PeriodFacts {
    PeriodFacts {
        head: head(),
        from: day("2026-10-01"),
        until: day("2026-10-31"),
        body: String::new(),
        meetings: Vec::new(),
        undated: 0,
        bodies: 0,
        outcomes: Vec::new(),
        done: Told::default(),
        overdue: Told::default(),
        partnerships: Vec::new(),
        regulations: Vec::new(),
    }
}

#[track_caller]
fn check(document: &Document, expected: &[&str]) {
    let told = without_isolates(&text::write(document));
    for words in expected {
        assert!(told.contains(words), "«{words}» in:\n{told}");
    }
}

#[test]
fn a_profile_says_what_nobody_knows_of_a_licence_and_what_runs_out() {
    let field = |name, kind, value| KnownField { name, kind, value };
    let facts = ProfileFacts {
        is_licensed: true,
        fields: vec![
            field("city", SheetKind::Text, SheetValue::text("الدمام")),
            field("phone", SheetKind::Code, SheetValue::Empty),
            field("licence", SheetKind::Code, SheetValue::text("0013")),
            field("licence_ends_on", SheetKind::Day, SheetValue::Day(day("2026-12-03"))),
            field("supervisor", SheetKind::Text, SheetValue::Empty),
        ],
        names: vec![OtherName {
            name: "جمعية حماية البيئة".into(),
            kind: Some(AliasKind::Former),
            from: None,
            until: Some(day("2024-01-30")),
        }],
        people: vec![Holder {
            person: Person {
                name: "نورة العتيبي".into(), post: "رئيسة المجلس".into(), ..Person::default()
            },
            is_present: true,
            phone: "+966501234567".into(),
            ..Holder::default()
        }],
        theirs: Told {
            rows: vec![outcome(
                OutcomeKind::FollowUp,
                "جمعية بيئة",
                "تزويد الأمانة بالقوائم",
                OutcomeStatus::InProgress,
                Some("2026-11-18"),
            )],
            left: 3,
        },
        ..bare_profile()
    };
    let document = profile(&facts, &arabic(), Calendars::HijriFirst);
    check(
        &document,
        &[
            "ملف الجهة",
            "0013",
            "تنتهي بعد 10 أيام",
            "جمعية حماية البيئة",
            "اسم سابق",
            "إلى 18/07/1445هـ",
            "+966 50 123 4567",
            "متأخرة 5 أيام",
            "وبقي 3 أخرى مدوّنة في السجلات.",
            "لا متابعات ولا التزامات لها على غيرها.",
            "لا مستندات محفوظة لها.",
        ],
    );
    let unknown = |section: &str| -> Vec<String> {
        let section = document.sections.iter().find(|one| one.key == section).expect("the section");
        let Some(Block::Facts(facts)) = section.blocks.first() else { panic!("facts") };
        facts.iter().filter(|fact| fact.value.unknown).map(|fact| fact.label.clone()).collect()
    };
    assert_eq!(unknown("licence"), ["جهة الإشراف الفني"]);
    assert!(unknown("facts").is_empty(), "what nobody knows is no gap outside of the licence");
    let plain = text::write(&profile(&bare_profile(), &arabic(), Calendars::HijriFirst));
    assert!(!plain.contains("الترخيص والإشراف"), "a body that has no licence: {plain}");
}

#[test]
fn a_partnership_tells_what_each_side_took_on_and_when_it_ends() {
    let party = |name: &str, side| Agreeing { name: name.into(), side: Some(side), ..Agreeing::default() };
    let owed =
        |body: &str, text: &str, status| outcome(OutcomeKind::Obligation, body, text, status, Some("2026-11-01"));
    let facts = PartnershipFacts {
        agreement: "مذكرة تفاهم".into(),
        status: Some(OutcomeStatus::Active),
        from: Some(day("2026-01-12")),
        until: Some(day("2027-01-12")),
        renews_itself: Some(false),
        notice_days: Some(30),
        parties: vec![
            Agreeing {
                signatory: Some(Person {
                    name: "سالم الغافي".into(), post: "وكيل الأمين".into(), ..Person::default()
                }),
                ..party("أمانة الواحة", Side::First)
            },
            party("جمعية بيئة", Side::Other),
            party("مصرف الواحة", Side::Sponsor),
        ],
        obligations: vec![
            owed("جمعية بيئة", "زراعة ألف شتلة", OutcomeStatus::Done),
            owed("أمانة الواحة", "تخصيص المواقع", OutcomeStatus::InProgress),
            owed("شركة المياه", "مد الشبكة", OutcomeStatus::NotStarted),
        ],
        ..bare_partnership()
    };
    let document = partnership_record(&facts, &arabic(), Calendars::Gregorian);
    check(
        &document,
        &[
            "مذكرة تفاهم",
            "رقم (ش-1447-001)",
            "التزامات الطرف الأول: أمانة الواحة",
            "التزامات الطرف الثاني: جمعية بيئة",
            "التزامات على غير الأطراف",
            "الالتزامات: 3، المنجز منها: 1، المتأخر: 2.",
            "ولا تتجدد تلقائيًا.",
            "ويُشعَر بإنهائها قبل 30 يومًا، وآخر موعد للإشعار الأحد 13 ديسمبر 2026م.",
            "وبقي منها 50 يومًا.",
            "لم يُسمَّ لها مسؤول ولا ضابط اتصال.",
        ],
    );
    let told = without_isolates(&text::write(&document));
    assert!(!told.contains("زراعة ألف شتلة – جمعية بيئة"), "the heading names it: {told}");
    assert!(told.contains("مد الشبكة – شركة المياه"), "who is no party is named: {told}");
    let signatures = document.sections.iter().flat_map(|section| &section.blocks).find_map(|block| {
        if let Block::Signatures(signatures) = block { Some(signatures.signatories.clone()) } else { None }
    });
    let roles: Vec<String> = signatures.expect("who signs").into_iter().map(|one| one.role).collect();
    assert_eq!(roles, ["الطرف الأول: أمانة الواحة", "الطرف الثاني: جمعية بيئة"], "a sponsor does not sign");
}

#[test]
fn a_period_counts_what_was_held_and_how_what_came_of_it_stands() {
    let met = |title: &str, status| Met {
        title: title.into(),
        status: Some(status),
        date: Some(day("2026-10-05")),
        attended: 4,
        listed: 5,
        ..Met::default()
    };
    let came = |kind, status| outcome(kind, "جمعية بيئة", "نص", status, Some("2026-10-20"));
    let facts = PeriodFacts {
        meetings: vec![
            met("الأول", MeetingStatus::Held),
            met("الثاني", MeetingStatus::Held),
            met("الملغى", MeetingStatus::Cancelled),
        ],
        bodies: 3,
        outcomes: vec![
            came(OutcomeKind::Decision, OutcomeStatus::Done),
            came(OutcomeKind::Decision, OutcomeStatus::NotStarted),
            came(OutcomeKind::Recommendation, OutcomeStatus::Stalled),
            came(OutcomeKind::Initiative, OutcomeStatus::UnderStudy),
        ],
        ..bare_period()
    };
    let document = period_report(&facts, &arabic(), Calendars::Gregorian);
    check(
        &document,
        &[
            "من الخميس 1 أكتوبر 2026م\nإلى السبت 31 أكتوبر 2026م",
            "عُقد في هذه الفترة اجتماعان. وبلغ الحضور 8 من 10. وشاركت فيهما 3 جهات.",
            "ونتج عنهما أو سُجّل في الفترة: قراران، وتوصية واحدة، ومبادرة واحدة.",
            "ولا متأخر عن موعده حتى الاثنين 23 نوفمبر 2026م، من هذه الفترة وما قبلها.",
            "الملغى",
        ],
    );
    let rows = document.sections.iter().find(|section| section.key == "decisions").and_then(|section| {
        let table =
            section.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
        table.map(|table| table.rows.clone())
    });
    let rows: Vec<Vec<String>> =
        rows.expect("a table").into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect();
    // Kind, all; not started, in progress, stopped, done, cancelled; late.
    assert_eq!(rows[0], ["1", "قرار", "2", "1", "0", "0", "1", "0", "1"]);
    assert_eq!(rows[1], ["2", "توصية", "1", "0", "0", "1", "0", "0", "1"]);
    check(&period_report(&bare_period(), &arabic(), Calendars::Gregorian), &["لم يُعقد اجتماع في هذه الفترة."]);
}

fn serving(sort: ServingSort) -> Serving {
    Serving { sort, number: "ش-1447-001".into(), name: "حدائق".into(), status_key: None }
}

fn goals() -> GoalsFacts {
    let goal = |name: &str, parent: &str, sorts: &[ServingSort]| GoalServed {
        name: name.into(),
        parent: parent.into(),
        records: sorts.iter().copied().map(serving).collect(),
    };
    GoalsFacts {
        head: head(),
        goals: vec![
            goal("مجتمع حيوي", "", &[]),
            goal("جودة الحياة", "مجتمع حيوي", &[ServingSort::Meeting, ServingSort::Partnership, ServingSort::Meeting]),
            goal("التطوع", "", &[]),
        ],
    }
}

#[test]
fn a_theme_counts_a_record_that_serves_two_of_its_goals_once() {
    let mut facts = goals();
    facts.goals[2] = GoalServed { parent: "مجتمع حيوي".into(), ..facts.goals[1].clone() };
    facts.goals[2].name = "التطوع".into();
    let sheet = goals_sheet(&facts, &arabic());
    assert_eq!(sheet.rows[0].last(), Some(&SheetValue::Number(3)));
}

#[test]
fn nobody_is_counted_at_a_meeting_that_is_still_to_come() {
    let met = |title: &str, status, attended| Met {
        title: title.into(),
        status: Some(status),
        attended,
        listed: 6,
        ..Met::default()
    };
    let meetings = vec![met("ما كان", MeetingStatus::Held, 5), met("ما سيكون", MeetingStatus::Invited, 0)];
    let report = period_report(&PeriodFacts { meetings, ..bare_period() }, &arabic(), Calendars::HijriFirst);
    check(&report, &["5 من 6"]);
    assert!(!text::write(&report).contains("0 من 6"), "{report:?}");
}

#[test]
fn the_matrix_counts_each_sort_and_names_what_nothing_serves() {
    let document = goals_report(&goals(), &arabic(), Calendars::Gregorian);
    check(&document, &["هدف واحد: التطوع.", "1. جودة الحياة (مجتمع حيوي) – اجتماعات: 2 – شراكات: 1 – المجموع: 3"]);
    let told = text::write(&document);
    assert!(!told.contains("مبادرات"), "no column without a count: {told}");
    let sheet = goals_sheet(&goals(), &arabic());
    assert_eq!((sheet.rows.len(), sheet.columns.len()), (3, 2 + ServingSort::ALL.len() + 1));
    assert_eq!(sheet.rows[1][2], SheetValue::Number(2));
    assert_eq!(sheet.rows[1].last(), Some(&SheetValue::Number(3)));
    assert_eq!(sheet.rows[0].last(), Some(&SheetValue::Number(3)), "a theme counts what serves its goals");
    assert_eq!(sheet.rows[2].last(), Some(&SheetValue::Number(0)));
    let bare = GoalsFacts { goals: Vec::new(), ..goals() };
    check(&goals_report(&bare, &arabic(), Calendars::Gregorian), &["لم يُربط بأي هدف شيء بعد."]);
}

#[test]
fn every_report_is_laid_out_in_both_languages_and_each_section_has_its_own_name() {
    for language in [Language::Arabic, Language::English] {
        let tr = Tr::new(language, Digits::Latin);
        let papers = [
            profile(&bare_profile(), &tr, Calendars::HijriFirst),
            partnership_record(&bare_partnership(), &tr, Calendars::HijriFirst),
            period_report(&bare_period(), &tr, Calendars::HijriFirst),
            goals_report(&goals(), &tr, Calendars::HijriFirst),
        ];
        for paper in papers {
            let mut keys: Vec<&str> = paper.sections.iter().map(|section| section.key).collect();
            let all = keys.len();
            assert!(keys.iter().all(|key| !key.is_empty()), "{keys:?}");
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), all, "two sections of one name in «{}»", paper.title);
            let pdf = pdf::write(&paper).expect("a PDF");
            assert!(pdf.windows(7).any(|bytes| bytes == b"pdfuaid"), "«{}» conforms to PDF/UA", paper.title);
        }
    }
}

#[test]
fn the_term_of_a_partnership_is_told_as_it_stands_on_the_day_of_the_paper() {
    let check = |from: &str, until: &str, status, expected: &str| {
        let facts = PartnershipFacts {
            from: Some(day(from)),
            until: Some(day(until)),
            status: Some(status),
            renews_itself: Some(false),
            ..bare_partnership()
        };
        let document = partnership_record(&facts, &arabic(), Calendars::Gregorian);
        let term = document.sections.iter().find(|section| section.key == "term").expect("its term");
        let [Block::Paragraph(term)] = term.blocks.as_slice() else { panic!("sentences: {term:?}") };
        assert_eq!(without_isolates(term), expected);
    };
    use OutcomeStatus::{Active, Drafted, Expired};
    check(
        "2026-12-29",
        "2028-12-29",
        Drafted,
        "تبدأ يوم الثلاثاء 29 ديسمبر 2026م وتنتهي يوم الجمعة 29 ديسمبر 2028م. ولا تتجدد تلقائيًا. ولم تبدأ بعد.",
    );
    check(
        "2026-01-12",
        "2026-11-24",
        Active,
        "بدأت يوم الاثنين 12 يناير 2026م وتنتهي يوم الثلاثاء 24 نوفمبر 2026م. ولا تتجدد تلقائيًا. وبقي منها يوم واحد.",
    );
    check(
        "2025-09-20",
        "2026-09-20",
        Active,
        "بدأت يوم السبت 20 سبتمبر 2025م وانتهت يوم الأحد 20 سبتمبر 2026م. وقد انقضت مدتها.",
    );
    check("2025-09-20", "2026-09-20", Expired, "بدأت يوم السبت 20 سبتمبر 2025م وانتهت يوم الأحد 20 سبتمبر 2026م.");
    check(
        "2025-09-20",
        "2027-09-20",
        Expired,
        "بدأت يوم السبت 20 سبتمبر 2025م، وكان مقررًا أن تنتهي يوم الاثنين 20 سبتمبر 2027م.",
    );
}

#[test]
fn a_report_counts_obligations_as_what_they_are_and_says_what_it_can_not_count() {
    let obligation = outcome(OutcomeKind::Obligation, "جمعية بيئة", "تدريب", OutcomeStatus::Done, Some("2026-10-20"));
    let facts = PeriodFacts {
        outcomes: vec![obligation.clone()],
        done: Told { rows: vec![obligation], left: 0 },
        undated: 1,
        ..bare_period()
    };
    let document = period_report(&facts, &arabic(), Calendars::Gregorian);
    check(
        &document,
        &[
            "وسُجّل في الفترة: التزام واحد.",
            "وأُنجز في الفترة بند واحد من القرارات والتوصيات والمتابعات والالتزامات.",
            "وانعقد اجتماع واحد لم يُسجَّل تاريخه، فلا يدخل في الحساب.",
        ],
    );
    let told = without_isolates(&text::write(&document));
    assert!(!told.contains("متابعة واحدة"), "an obligation is no follow-up: {told}");
}

#[test]
fn what_is_late_is_said_of_all_periods_and_what_has_no_day_of_completion_is_named() {
    let late = outcome(OutcomeKind::FollowUp, "جمعية بيئة", "حصر", OutcomeStatus::NotStarted, Some("2024-01-10"));
    let done = outcome(OutcomeKind::Decision, "جمعية بيئة", "اعتماد", OutcomeStatus::Done, None);
    let facts = PeriodFacts { outcomes: vec![done], overdue: Told { rows: vec![late], left: 12 }, ..bare_period() };
    let report = |language| period_report(&facts, &Tr::new(language, Digits::Latin), Calendars::Gregorian);
    check(
        &report(Language::Arabic),
        &["، من هذه الفترة وما قبلها، 13 بندًا.", "ومن المنجز بند واحد لم يُسجَّل يوم إنجازه"],
    );
    let english = without_isolates(&text::write(&report(Language::English)));
    assert!(english.contains("Of this period and before it, 13 items are overdue on"), "{english}");
    assert!(!english.contains("of them are overdue"), "{english}");
    assert!(english.contains("1 item that is done has no day of completion"), "{english}");
    let told = Told { rows: facts.outcomes.clone(), left: 0 };
    let counted = period_report(&PeriodFacts { done: told, ..facts.clone() }, &arabic(), Calendars::Gregorian);
    assert!(!text::write(&counted).contains("لم يُسجَّل يوم إنجازه"), "it is counted by the day on which it was closed");
}

#[test]
fn what_is_said_of_meetings_agrees_with_their_number() {
    let meeting = |date: &str| Met { date: Some(day(date)), status: Some(MeetingStatus::Held), ..Met::default() };
    let told = |days: &[&str], body: &str| {
        let facts = PeriodFacts {
            meetings: days.iter().map(|iso| meeting(iso)).collect(),
            bodies: 6,
            body: body.into(),
            outcomes: vec![outcome(OutcomeKind::Decision, "", "اعتماد", OutcomeStatus::InProgress, None)],
            ..bare_period()
        };
        without_isolates(&text::write(&period_report(&facts, &arabic(), Calendars::Gregorian)))
    };
    let one = told(&["2026-10-05"], "");
    assert!(one.contains("وشاركت فيه 6 جهات. ونتج عنه أو سُجّل"), "{one}");
    let several = told(&["2026-10-05", "2026-10-06", "2026-10-07"], "");
    assert!(several.contains("وشاركت فيها 6 جهات. ونتج عنها أو سُجّل"), "{several}");
    let none = told(&[], "جمعية بيئة");
    assert!(none.contains("لم يُعقد مع هذه الجهة اجتماع في هذه الفترة. وسُجّل في الفترة: قرار واحد."), "{none}");
}

#[test]
fn a_profile_tells_what_is_open_apart_from_what_is_done() {
    let owed = |text: &str, status| outcome(OutcomeKind::Obligation, "جمعية بيئة", text, status, Some("2026-10-20"));
    let rows = vec![owed("تدريب", OutcomeStatus::Done), owed("تجهيز", OutcomeStatus::InProgress)];
    let facts = ProfileFacts { theirs: Told { rows, left: 2 }, ..bare_profile() };
    let told = without_isolates(&text::write(&profile(&facts, &arabic(), Calendars::Gregorian)));
    let place = |words: &str| told.find(words).unwrap_or_else(|| panic!("«{words}» in:\n{told}"));
    let order = ["ما على الجهة", "تجهيز", "ما أوفت به وما أُلغي", "تدريب", "وبقي اثنان"].map(place);
    assert!(order.is_sorted(), "{told}");
    let rows = vec![owed("تدريب", OutcomeStatus::Done)];
    let facts = ProfileFacts { theirs: Told { rows, left: 0 }, ..bare_profile() };
    check(&profile(&facts, &arabic(), Calendars::Gregorian), &["لا شيء مفتوح."]);
}

#[test]
fn the_foot_of_a_partnership_says_what_it_is_in_the_papers_language() {
    let agreement = "مذكرة تفاهم";
    let label =
        (crate::strings::name_label(agreement), [agreement.to_owned(), "Memorandum of understanding".to_owned()]);
    let tr = Tr::new(Language::English, Digits::Latin).relabelled(&[label].into_iter().collect());
    let facts = PartnershipFacts { agreement: agreement.into(), ..bare_partnership() };
    let foot = |tr: &Tr| partnership_record(&facts, tr, Calendars::Gregorian).footer.text;
    assert_eq!(foot(&tr), "Memorandum of understanding");
    assert_eq!(foot(&tr.in_language(Language::Arabic)), agreement);
}

#[test]
fn a_report_of_one_body_says_of_that_body_what_there_is_nothing_of() {
    let told = |body: &str| {
        let facts = PeriodFacts { body: body.into(), ..bare_period() };
        without_isolates(&text::write(&period_report(&facts, &arabic(), Calendars::Gregorian)))
    };
    let (of_all, of_one) = (told(""), told("جمعية بيئة"));
    assert!(of_all.contains("ولا متابعة.") && !of_all.contains("هذه الجهة"), "{of_all}");
    assert!(of_one.contains("ولا متابعة على هذه الجهة.") && of_one.contains("لم تقدّم هذه الجهة"), "{of_one}");
}
