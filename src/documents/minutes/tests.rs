//! What the minutes say, read from the document before any writer draws it.

use super::*;
use crate::arabic::Digits;
use crate::calendar::{Date, Time};
use crate::documents::Keep;
use crate::documents::{Occasion, Table};
use crate::domain::{AgendaState, AttendanceStatus, Honorific, OutcomeKind, OutcomeStatus};
use crate::strings::Language;

fn arabic() -> Tr {
    Tr::new(Language::Arabic, Digits::Latin)
}

fn chair(honorific: &str) -> Person {
    Person {
        gender: None,
        honorific: Honorific::from_code(honorific),
        name: "أمل الواحي".to_owned(),
        post: "وكيل الأمين".to_owned(),
        organisation: "الأمانة".to_owned(),
    }
}

fn blocks_under(document: &Document, heading: &str) -> Vec<Block> {
    let section = document.sections.iter().find(|section| section.heading.contains(heading));
    section.map(|section| section.blocks.clone()).unwrap_or_default()
}

fn tables_under(document: &Document, heading: &str) -> Vec<Table> {
    let tables = blocks_under(document, heading)
        .into_iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    tables.collect()
}

/// Without the marks that only order it.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect()
}

fn check_opening(facts: &Facts, tr: &Tr, expected: &str) {
    let document = build(facts, tr, Calendars::HijriFirst);
    let section =
        document.sections.iter().find(|section| section.heading.contains(&tr!(tr, "minutes-heading-discussion")));
    let Some(Block::Paragraph(opening)) = section.and_then(|section| section.blocks.first()) else {
        panic!("no opening sentence");
    };
    assert_eq!(plain(opening), expected);
}

#[test]
fn the_opening_names_post_title_and_name_and_leaves_out_what_is_unknown() {
    let at_ten = Facts {
        occasion: Occasion { start: Time::new(10, 0), ..Occasion::default() },
        chair: Some(chair("mr")),
        ..Facts::default()
    };
    check_opening(
        &at_ten,
        &arabic(),
        "افتتح وكيل الأمين الأستاذ أمل الواحي الاجتماع في تمام الساعة 10:00 ص مرحبًا بالحضور.",
    );
    let her = Facts { chair: Some(chair("eng-f")), ..Facts::default() };
    check_opening(&her, &arabic(), "افتتحت وكيل الأمين المهندسة أمل الواحي الاجتماع مرحبةً بالحضور.");
    check_opening(&Facts::default(), &arabic(), "افتُتح الاجتماع بالترحيب بالحضور.");
    let english = Tr::new(Language::English, Digits::Latin);
    check_opening(&Facts::default(), &english, "The meeting opened with a welcome to those present.");
}

#[test]
fn a_group_is_named_once_and_counted_when_its_number_is_known() {
    let group =
        |name: &str, count| Attendee::new(Who::Group { name: name.to_owned(), count }, AttendanceStatus::Present);
    let facts = Facts {
        attendance: vec![
            group("ممثلو جمعيات الواحة", Some(7)),
            group("عدد من الجمعيات", None),
            group("متطوعو فريق أثر", Some(8)),
        ],
        ..Facts::default()
    };
    let document = build(&facts, &arabic(), Calendars::HijriFirst);
    let tables = tables_under(&document, "الحضور");
    let cells: Vec<&str> = tables[0].rows.iter().flat_map(|row| [row[1].text.as_str(), row[2].text.as_str()]).collect();
    assert_eq!(
        cells,
        ["ممثلو جمعيات الواحة", "العدد: 7", "ممثلو عدد من الجمعيات", "العدد غير محدد", "متطوعو فريق أثر", "العدد: 8"]
    );
    let Some(Block::Remark(summary)) = blocks_under(&document, "الحضور").pop() else { panic!("no summary") };
    assert_eq!(summary, "الحضور 15 من 15، وعدد الجهات 0، إضافة إلى ممثلين لم يُحدَّد عددهم");
}

#[test]
fn who_came_and_who_did_not_stand_apart() {
    let line = |status| Attendee::new(Who::Person(chair("dr")), status);
    let facts = Facts { attendance: AttendanceStatus::ALL.iter().copied().map(line).collect(), ..Facts::default() };
    let document = build(&facts, &arabic(), Calendars::HijriFirst);
    let subheadings: Vec<Block> =
        blocks_under(&document, "الحضور").into_iter().filter(|block| matches!(block, Block::Subheading(_))).collect();
    let expected =
        ["الحاضرون", "المدعوون", "المعتذرون", "الغائبون"].map(|heading| Block::Subheading(heading.to_owned()));
    assert_eq!(subheadings, expected);
    let rows: Vec<usize> = tables_under(&document, "الحضور").iter().map(|table| table.rows.len()).collect();
    assert_eq!(rows, [4, 2, 2, 1]);
}

#[test]
fn who_deputises_for_whom_and_who_leads_and_writes_is_told_in_the_list() {
    let named = |name: &str, post: &str| Person { name: name.to_owned(), post: post.to_owned(), ..chair("mr") };
    let line = |person: Person, status| Attendee::new(Who::Person(person), status);
    let absent = || named("سامي البحر", "مدير عام");
    let deputy = || named("عمر النهر", "");
    let facts = Facts {
        attendance: vec![
            Attendee {
                capacity: Some(Capacity::Chair), ..line(named("أ", "وكيل الأمين"), AttendanceStatus::Present)
            },
            Attendee {
                capacity: Some(Capacity::Listed(crate::domain::Role::Presenter)),
                deputises: Some(absent()),
                ..line(deputy(), AttendanceStatus::Present)
            },
            Attendee { deputy: Some(deputy()), ..line(absent(), AttendanceStatus::Deputised) },
            Attendee { excuse: "سفر".to_owned(), ..line(absent(), AttendanceStatus::Apology) },
            Attendee { excuse: "مهمة رسمية".to_owned(), ..line(absent(), AttendanceStatus::Absent) },
        ],
        ..Facts::default()
    };
    let tables = tables_under(&build(&facts, &arabic(), Calendars::HijriFirst), "الحضور");
    let cell = |table: usize, row: usize, column: usize| {
        let cell = &tables[table].rows[row][column];
        (plain(&cell.text), plain(&cell.note))
    };
    let check = |found: (String, String), text: &str, note: &str| {
        assert_eq!((found.0.as_str(), found.1.as_str()), (text, note));
    };
    check(cell(0, 0, 2), "وكيل الأمين", "رئيس الاجتماع");
    let her = Attendee { capacity: Some(Capacity::Chair), ..line(chair("mrs"), AttendanceStatus::Present) };
    let hers = tables_under(
        &build(&Facts { attendance: vec![her], ..Facts::default() }, &arabic(), Calendars::HijriFirst),
        "الحضور",
    );
    assert_eq!(hers[0].rows[0][2].note, "رئيسة الاجتماع");
    check(cell(0, 1, 1), "الأستاذ عمر النهر", "نيابةً عن الأستاذ سامي البحر");
    check(cell(0, 1, 2), "مقدّم", "");
    check(cell(1, 0, 4), "بالإنابة: الأستاذ عمر النهر", "");
    check(cell(1, 1, 4), "سفر", "");
    check(cell(2, 0, 4), "مهمة رسمية", "");
    let absent = vec![line(absent(), AttendanceStatus::Absent)];
    let silent = Facts { attendance: absent, ..Facts::default() };
    let silent = tables_under(&build(&silent, &arabic(), Calendars::HijriFirst), "الحضور");
    assert_eq!(silent[0].columns.len(), 4, "where nobody wrote down why, nothing is missing");
}

#[test]
fn what_changed_in_regulations_has_a_section_of_its_own_between_discussion_and_proposals() {
    let facts = Facts {
        regulations: vec![Regulation {
            title: "لائحة المواقع العامة".to_owned(),
            instrument: "قرار وزاري".to_owned(),
            instrument_number: "4501".to_owned(),
            effective_on: Date::from_iso("2026-12-01").ok(),
            impact: String::new(),
            required_action: "تحديث الطلبات".to_owned(),
            due: Date::from_iso("2027-01-15").ok(),
        }],
        ..Facts::default()
    };
    let document = build(&facts, &arabic(), Calendars::GregorianFirst);
    let headings: Vec<&str> = document.sections.iter().map(|section| section.heading.as_str()).collect();
    let place = |words: &str| headings.iter().position(|heading| heading.contains(words));
    assert_eq!(place("مستجدات الأنظمة والتشريعات"), place("وقائع").map(|place| place + 1), "{headings:?}");
    let [table] = tables_under(&document, "مستجدات الأنظمة").try_into().expect("one table");
    let [row] = table.rows.as_slice() else { panic!("one row") };
    let texts: Vec<String> = row.iter().map(|cell| plain(&cell.text)).collect();
    assert_eq!(texts, ["1", "لائحة المواقع العامة", "قرار وزاري", "01/12/2026م", "غير محدد", "تحديث الطلبات"]);
    assert_eq!(row[2].note, "4501");
    assert!(row[5].note.contains("15/01/2027"), "{}", row[5].note);
    assert!(
        row[4].unknown
            && !build(&Facts::default(), &arabic(), Calendars::HijriFirst)
                .sections
                .iter()
                .any(|section| section.heading.contains("مستجدات"))
    );
}

#[test]
fn decisions_have_columns_for_owner_and_day_only_where_somebody_gave_them() {
    let decision = Outcome {
        kind: OutcomeKind::Decision,
        number: "ق-1".to_owned(),
        text: "نص".to_owned(),
        details: String::new(),
        person: None,
        organisation: String::new(),
        area: String::new(),
        due: None,
        status: OutcomeStatus::NotStarted,
        priority: None,
        percent: None,
        meeting_number: String::new(),
        done_on: None,
        last_action: String::new(),
        carried: 0,
        goals: Vec::new(),
        reservations: Vec::new(),
    };
    let columns = |decision: Outcome| {
        let facts = Facts { outcomes: vec![decision], ..Facts::default() };
        tables_under(&build(&facts, &arabic(), Calendars::HijriFirst), "القرارات")[0].columns.len()
    };
    assert_eq!(columns(decision.clone()), 4);
    assert_eq!(columns(Outcome { organisation: "الأمانة".to_owned(), ..decision.clone() }), 5);
    assert_eq!(columns(Outcome { due: Date::from_iso("2026-12-01").ok(), person: Some(chair("")), ..decision }), 6);
}

#[test]
fn a_challenge_that_no_note_shows_is_still_told() {
    let challenge = |text: &str| Outcome {
        kind: OutcomeKind::Challenge,
        number: "تح-1".to_owned(),
        text: text.to_owned(),
        details: String::new(),
        person: None,
        organisation: String::new(),
        area: String::new(),
        due: None,
        status: OutcomeStatus::NotStarted,
        priority: None,
        percent: None,
        meeting_number: String::new(),
        done_on: None,
        last_action: String::new(),
        carried: 0,
        goals: Vec::new(),
        reservations: Vec::new(),
    };
    let facts = Facts { outcomes: vec![challenge("بطء الإجراءات")], ..Facts::default() };
    let told = blocks_under(&build(&facts, &arabic(), Calendars::HijriFirst), "وقائع");
    assert!(told.iter().any(|block| matches!(block, Block::Marked { text, .. } if text == "بطء الإجراءات")), "{told:?}");
}

#[test]
fn the_calendars_shown_are_the_ones_asked_for() {
    let facts = Facts {
        occasion: Occasion {
            date: Date::from_iso("2026-11-23").ok(),
            number: "تن-1".to_owned(),
            ..Occasion::default()
        },
        ..Facts::default()
    };
    let reference = |calendars| {
        let document = build(&facts, &arabic(), calendars);
        document
            .reference
            .iter()
            .skip(1)
            .map(|fact| fact.value.text.replace(['\u{2066}', '\u{2069}'], ""))
            .collect::<Vec<_>>()
    };
    assert_eq!(reference(Calendars::HijriFirst)[..2], ["13/06/1448هـ", "23/11/2026م"]);
    assert_eq!(reference(Calendars::GregorianFirst)[..2], ["23/11/2026م", "13/06/1448هـ"]);
    assert_eq!(reference(Calendars::Hijri)[..2], ["13/06/1448هـ", "غير محدد"]);
    assert_eq!(build(&facts, &arabic(), Calendars::Gregorian).number_line, "رقم (تن-1) لعام 2026م");
}

#[test]
fn signatures_leave_room_for_what_is_not_known() {
    let facts = Facts { chair: Some(chair("mr")), approved_on: Date::from_iso("2026-11-25").ok(), ..Facts::default() };
    let document = build(&facts, &arabic(), Calendars::HijriFirst);
    let Some(Block::Signatures(signatures)) = blocks_under(&document, "الاعتماد").pop() else {
        panic!("no signatures")
    };
    let [prepared, reviewed, approved] = signatures.signatories.as_slice() else { panic!("three sign") };
    assert_eq!([&prepared.name, &reviewed.name, &prepared.date], ["", "", ""]);
    assert_eq!(approved.name, "الأستاذ أمل الواحي");
    assert_eq!(plain(&approved.date), "15/06/1448هـ\n25/11/2026م");
}

fn headings(document: &Document) -> Vec<String> {
    document.sections.iter().map(|section| section.heading.clone()).collect()
}

#[test]
fn parts_stand_in_their_order_and_are_counted_as_they_stand() {
    let mut layout = crate::domain::MinutesLayout::default();
    layout.move_to(MinutesPart::Decisions, 0);
    layout.set_words(MinutesPart::Decisions, "لم يُتخذ قرار.");
    for part in [MinutesPart::Facts, MinutesPart::Purpose, MinutesPart::Agenda, MinutesPart::Next] {
        layout.set_has(part, false);
    }
    let facts = Facts { layout, ..Facts::default() };
    let document = build(&facts, &arabic(), Calendars::HijriFirst);
    let expected =
        ["أولًا: القرارات والتوصيات", "ثانيًا: الحضور", "ثالثًا: وقائع الاجتماع والمناقشات", "", "رابعًا: الاعتماد والتواقيع"];
    assert_eq!(headings(&document), expected);
    let own = blocks_under(&document, "القرارات");
    assert_eq!(own, [Block::Paragraph("لم يُتخذ قرار.".to_owned())]);
    let keeps: Vec<Keep> = document.sections.iter().map(|section| section.keep).collect();
    assert_eq!(keeps, [Keep::Free, Keep::Free, Keep::Free, Keep::WithNext, Keep::Together], "none signs an empty page");
}

#[test]
fn words_of_ones_own_stand_for_opening_closing_and_notes_and_records_stay() {
    let mut layout = crate::domain::MinutesLayout::default();
    layout.set_words(MinutesPart::Closing, "والله الموفق.");
    layout.set_has(MinutesPart::Opening, false);
    let captured =
        Note::Captured { kind: OutcomeKind::Decision, number: "ق-1".to_owned(), text: "قرار".to_owned() };
    let item = AgendaItem {
        title: "بند".to_owned(),
        presenter: None,
        planned_minutes: None,
        state: AgendaState::Discussed,
        notes: vec![Note::Text("ملاحظة".to_owned()), captured, Note::Text("أخرى".to_owned())],
        wording: String::new(),
    };
    let facts = Facts { layout, agenda: vec![item], ..Facts::default() };
    let composed = composed(&facts, &arabic(), Calendars::HijriFirst);
    assert_eq!(composed.items, ["ملاحظة\nأخرى"]);
    assert!(composed.parts[&MinutesPart::Closing].contains("اختُتم"), "what was composed is known all the same");
    let mut own = facts;
    own.agenda[0].wording = "صيغة المحضر".to_owned();
    let document = build(&own, &arabic(), Calendars::HijriFirst);
    let blocks = blocks_under(&document, "وقائع");
    let [Block::Subheading(_), Block::Paragraph(words), Block::Marked { text, .. }] = blocks.as_slice() else {
        panic!("{blocks:?}")
    };
    assert_eq!((words.as_str(), text.as_str()), ("صيغة المحضر", "قرار"));
    let closing = document.sections.iter().find(|section| section.heading.is_empty()).expect("the closing");
    assert_eq!(closing.blocks, [Block::Paragraph("والله الموفق.".to_owned())]);
}

#[test]
fn a_reservation_stands_below_its_decision() {
    let reservation = Reservation { person: Some(chair("mr")), text: "لم تُدرس التكلفة".to_owned() };
    let decision = Outcome {
        kind: OutcomeKind::Decision,
        number: "ق-1".to_owned(),
        text: "اعتماد الدليل".to_owned(),
        details: "تفصيل".to_owned(),
        person: None,
        organisation: String::new(),
        area: String::new(),
        due: None,
        status: OutcomeStatus::NotStarted,
        priority: None,
        percent: None,
        meeting_number: String::new(),
        done_on: None,
        last_action: String::new(),
        carried: 0,
        goals: Vec::new(),
        reservations: vec![reservation],
    };
    let facts = Facts { outcomes: vec![decision], ..Facts::default() };
    let table = tables_under(&build(&facts, &arabic(), Calendars::HijriFirst), "القرارات").remove(0);
    let cell = &table.rows[0][3];
    assert_eq!(cell.text, "اعتماد الدليل");
    assert_eq!(plain(&cell.note), "تفصيل\nتحفّظ الأستاذ أمل الواحي: لم تُدرس التكلفة");
}

#[test]
fn an_addendum_names_the_minutes_that_it_adds_to() {
    let facts = Facts {
        occasion: Occasion { title: "الاجتماع التنسيقي".to_owned(), ..Occasion::default() },
        minutes_number: "مح-1448-004".to_owned(),
        approved_on: Date::from_iso("2026-11-23").ok(),
        ..Facts::default()
    };
    let addendum = |kind, number: &str, approved_on| AddendumFacts {
        kind,
        number: number.to_owned(),
        approved_on,
        text: "يُصحَّح رقم القرار".to_owned(),
    };
    let draft = addendum(crate::domain::AddendumKind::Correction, "", None);
    let document = build_addendum(&facts, &draft, &arabic(), Calendars::HijriFirst);
    assert_eq!(document.title, "محضر تصويبي");
    assert_eq!(plain(&document.number_line), "للمحضر رقم (مح-1448-004)");
    assert!(document.banner.is_some(), "a draft says so though its minutes are approved");
    let approved = addendum(crate::domain::AddendumKind::Addendum, "مح-1448-004/م1", Date::from_iso("2026-11-30").ok());
    let document = build_addendum(&facts, &approved, &arabic(), Calendars::HijriFirst);
    assert_eq!((document.title.as_str(), document.issued_on.as_str()), ("محضر ملحق", "2026-11-30"));
    assert_eq!((document.banner, document.keywords), (None, vec!["مح-1448-004/م1".to_owned()]));
    assert_eq!(document.reference[0].value.text, "مح-1448-004/م1");
}

#[test]
fn goals_of_the_vision_stand_below_the_purpose_and_in_a_column_of_the_proposals_where_there_are_any() {
    let proposal = |goals: Vec<String>| Outcome {
        kind: OutcomeKind::Proposal,
        number: "مب-1".to_owned(),
        text: "حديقة الحي".to_owned(),
        details: String::new(),
        person: None,
        organisation: String::new(),
        area: String::new(),
        goals,
        due: None,
        status: OutcomeStatus::NotStarted,
        priority: None,
        percent: None,
        meeting_number: String::new(),
        done_on: None,
        last_action: String::new(),
        carried: 0,
        reservations: Vec::new(),
    };
    let goals = vec!["جودة الحياة".to_owned(), "الخدمات البلدية".to_owned()];
    let facts =
        Facts { goals: goals.clone(), outcomes: vec![proposal(goals), proposal(Vec::new())], ..Facts::default() };
    let built = build(&facts, &arabic(), Calendars::HijriFirst);
    let purpose = blocks_under(&built, "الهدف");
    // Of a meeting of which no other purpose is known they are one, and need no words before them.
    let [Block::Paragraph(serves)] = purpose.as_slice() else { panic!("{purpose:?}") };
    assert_eq!(plain(serves), "يخدم الاجتماع مستهدفات رؤية السعودية 2030 في جودة الحياة، والخدمات البلدية.");
    let occasion =
        crate::documents::Occasion { purpose: "توحيد الإجراءات".into(), ..facts.occasion.clone() };
    let purposeful = build(&Facts { occasion, ..facts.clone() }, &arabic(), Calendars::HijriFirst);
    let purpose = blocks_under(&purposeful, "الهدف");
    let [Block::Paragraph(_), Block::Paragraph(serves)] = purpose.as_slice() else { panic!("{purpose:?}") };
    assert_eq!(plain(serves), "بما يخدم مستهدفات رؤية السعودية 2030 في جودة الحياة، والخدمات البلدية.");
    let table = tables_under(&built, "المبادرات")[0].clone();
    let column = table.columns.iter().position(|column| column.header == "هدف رؤية 2030").expect("the column");
    assert_eq!(plain(&table.rows[0][column].text), "جودة الحياة، والخدمات البلدية");
    assert!(table.rows[1][column].unknown);
    let without = Facts { outcomes: vec![proposal(Vec::new())], ..Facts::default() };
    let built = build(&without, &arabic(), Calendars::HijriFirst);
    assert_eq!(blocks_under(&built, "الهدف").len(), 1);
    assert_eq!(tables_under(&built, "المبادرات")[0].columns.len(), 6);
}

#[test]
fn minutes_of_a_meeting_that_has_not_been_held_tell_nothing_of_what_happened_there() {
    let item = AgendaItem {
        title: "تصاريح الترميم".to_owned(),
        presenter: None,
        planned_minutes: Some(25),
        state: AgendaState::Listed,
        notes: vec![Note::Text("مراجعة المتطلبات".to_owned())],
        wording: String::new(),
    };
    let line = |status| Attendee::new(Who::Person(chair("mr")), status);
    let held = Facts {
        occasion: Occasion { start: Time::new(11, 0), ..Occasion::default() },
        chair: Some(chair("mr")),
        agenda: vec![item],
        attendance: vec![line(AttendanceStatus::Confirmed), line(AttendanceStatus::Present)],
        other_business: "طُرح موضوع الحدائق".to_owned(),
        ..Facts::default()
    };
    let told = |awaited, language| {
        let facts = Facts { awaited, ..held.clone() };
        let tr = Tr::new(language, Digits::Latin);
        plain(&crate::documents::text::write(&build(&facts, &tr, Calendars::HijriFirst)))
    };
    let claims = ["افتتح", "واختُتم", "وقائع", "مراجعة المتطلبات", "الحضور", "حاضر", "طُرح"];
    let after = told(None, Language::Arabic);
    for claim in claims {
        assert!(after.contains(claim), "«{claim}» in {after}");
    }
    use crate::domain::MeetingStatus::{Cancelled, Draft, Invited, Postponed};
    for (status, said) in [
        (Draft, "لم يُعقد الاجتماع بعد"),
        (Invited, "لم يُعقد الاجتماع بعد"),
        (Postponed, "أُجّل الاجتماع"),
        (Cancelled, "أُلغي الاجتماع"),
    ] {
        let ahead = told(Some(status), Language::Arabic).replace("أكّد الحضور", "");
        assert!(ahead.contains(said) && ahead.contains("تصاريح الترميم") && ahead.contains("المدعوون"), "{ahead}");
        for claim in claims {
            assert!(!ahead.contains(claim), "«{claim}» in {ahead}");
        }
    }
    let english = told(Some(Invited), Language::English);
    assert!(english.contains("has not been held yet") && !english.contains("opened"), "{english}");
    let facts = Facts { awaited: Some(Invited), ..held.clone() };
    let composed = composed(&facts, &arabic(), Calendars::HijriFirst);
    assert!(composed.parts.iter().all(|(_, text)| text.is_empty()), "{composed:?}");
}

#[test]
fn what_was_written_to_prepare_for_a_meeting_is_none_of_its_discussion() {
    let item = AgendaItem {
        title: "التصاريح".to_owned(),
        presenter: None,
        planned_minutes: None,
        state: AgendaState::Discussed,
        notes: vec![
            Note::Text("للتحضير: مراجعة المتطلبات.\nاتفق الحاضرون على المهلة.".to_owned()),
            Note::Text("For preparation: ask for the list.".to_owned()),
        ],
        wording: String::new(),
    };
    let facts = Facts { agenda: vec![item], ..Facts::default() };
    for language in [Language::Arabic, Language::English] {
        let document = build(&facts, &Tr::new(language, Digits::Latin), Calendars::HijriFirst);
        let told = crate::documents::text::write(&document);
        assert!(told.contains("اتفق الحاضرون"), "{told}");
        assert!(!told.contains("مراجعة المتطلبات") && !told.contains("ask for the list"), "{told}");
    }
}

#[test]
fn what_earlier_meetings_left_open_gives_its_text_the_most_room() {
    let open = |last_action: &str| Outcome {
        kind: OutcomeKind::Recommendation,
        number: "ت-1".to_owned(),
        text: "حصر المرافق البلدية غير المستغلة".to_owned(),
        details: String::new(),
        person: None,
        organisation: "الأمانة".to_owned(),
        area: String::new(),
        due: Date::from_iso("2026-11-09").ok(),
        status: OutcomeStatus::InProgress,
        priority: None,
        percent: Some(60),
        meeting_number: "تن-1".to_owned(),
        done_on: None,
        last_action: last_action.to_owned(),
        carried: 2,
        goals: Vec::new(),
        reservations: Vec::new(),
    };
    let table = |last_action| {
        let facts = Facts { earlier: vec![open(last_action)], ..Facts::default() };
        tables_under(&build(&facts, &arabic(), Calendars::HijriFirst), "السابقة").remove(0)
    };
    let bare = table("");
    let weights: Vec<u16> = bare.columns.iter().map(|column| column.weight).collect();
    assert_eq!(weights.iter().max(), weights.get(2), "{weights:?}");
    assert_eq!(weights.len(), 6, "no column of blanks");
    assert_eq!(
        (bare.rows[0][5].text.as_str(), plain(&bare.rows[0][5].note).as_str()),
        ("قيد التنفيذ", "60%\nرُحّلت مرتين")
    );
    // What was done last stands below the text.
    assert_eq!(plain(&table("زيارة الموقع").rows[0][2].note), "آخر إجراء: زيارة الموقع");
}

#[test]
fn words_agree_with_whom_they_are_said_of() {
    use crate::domain::Gender;
    let someone = |gender| Person { gender, ..chair("dr") };
    let line = |who, status| Attendee::new(who, status);
    let group = Who::Group { name: "ممثلو الجمعيات".to_owned(), count: Some(4) };
    let her = someone(Some(Gender::Female));
    let facts = Facts {
        chair: Some(her.clone()),
        secretary: Some(chair("mrs")),
        attendance: vec![
            line(Who::Person(her.clone()), AttendanceStatus::Present),
            line(Who::Person(someone(None)), AttendanceStatus::Late),
            line(group, AttendanceStatus::Present),
            line(Who::Person(her), AttendanceStatus::Invited),
        ],
        ..Facts::default()
    };
    let document = build(&facts, &arabic(), Calendars::HijriFirst);
    let tables = tables_under(&document, "الحضور");
    let said: Vec<&str> = tables[0].rows.iter().map(|row| row[4].text.as_str()).collect();
    assert_eq!(said, ["حاضرة", "متأخر", "حاضرون"]);
    assert_eq!(tables[1].rows[0][4].text, "مدعوة");
    let told = plain(&crate::documents::text::write(&document));
    for words in
        ["رئيسة الاجتماع:", "أمينة الاجتماع (مقررة):", "أعدّته (أمينة الاجتماع)", "اعتمدته (رئيسة الاجتماع)", "افتتحت"]
    {
        assert!(told.contains(words), "«{words}» in {told}");
    }
    assert!(!told.contains("))"), "no brackets in brackets: {told}");
    let him = Facts { chair: Some(Person { gender: Some(Gender::Male), ..chair("mrs") }), ..Facts::default() };
    let told = crate::documents::text::write(&build(&him, &arabic(), Calendars::HijriFirst));
    assert!(told.contains("افتتح وكيل"), "what somebody said of a person goes before the title: {told}");
}

#[test]
fn a_meeting_of_which_nothing_was_noted_says_so_once() {
    let item = |state| AgendaItem {
        title: "التصاريح".to_owned(),
        presenter: None,
        planned_minutes: None,
        state,
        notes: Vec::new(),
        wording: String::new(),
    };
    let told = |states: &[AgendaState]| {
        let facts = Facts { agenda: states.iter().copied().map(item).collect(), ..Facts::default() };
        plain(&crate::documents::text::write(&build(&facts, &arabic(), Calendars::HijriFirst)))
    };
    let none = told(&[AgendaState::Discussed; 3]);
    assert!(none.contains("لم تُدوَّن مناقشات البنود.") && !none.contains("ونوقشت البنود"), "{none}");
    assert!(!none.contains("في هذا البند"), "{none}");
    let some = told(&[AgendaState::Discussed, AgendaState::Deferred]);
    assert!(some.contains("ونوقشت البنود على النحو الآتي") && some.contains("أُجّل هذا البند."), "{some}");
}
