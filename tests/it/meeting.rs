//! The meeting's workspace, driven by accessible names: notes, capture, attendance, undo, both languages.

use crate::support::{self, Setup, TODAY, Window, open};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::domain::{AttendanceStatus, Entity, MeetingId, MeetingStatus, OutcomeKind, Side, Value};
use tansiq::screens::Route;
use tansiq::store::query::{MeetingPage, MeetingView};
use tansiq::store::{Attendee, Edit, Store};
use tansiq::strings::Language;

mod clock_here;
mod closing;
mod composing;
mod finding;
mod head;
mod heard;
mod joining;
mod line_times;
mod narrow;
mod one_text;
mod pasting;
mod pictures;
mod private_words;
mod regulations;
mod review;
mod room;
mod set_apart;
mod signs;
mod tab_order;

const TITLE: &str = "الاجتماع التنسيقي مع جمعيات الأحياء";

/// A store with one meeting of three items, and two people in the directory.
fn with_meeting(store: &Store) {
    let person = |name: &str, post: &str| {
        let values = vec![("name", Value::from(name)), ("post", Value::from(post))];
        store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person");
    };
    person("ماجد بن سعد الدوسري", "وكيل الخدمات");
    person("سارة العنزي", "مديرة الشراكات");
    let values = vec![("title", TITLE.into()), ("date", TODAY.into()), ("venue", "مقر الأمانة".into())];
    let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
    let agenda = ["الافتتاح", "المبادرات والمقترحات", "التوصيات"].map(|title| (title.to_owned(), Some(15))).to_vec();
    store.apply(Edit::NewMeeting { values, parties, agenda }).expect("a meeting");
}

/// A window on that meeting.
fn workspace(language: Language) -> Window {
    workspace_of(&Setup { language, ..Setup::default() })
}

fn workspace_of(setup: &Setup) -> Window {
    let mut window = open(setup, with_meeting);
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    assert!(matches!(window.state().route(), Route::Meeting(_)), "the meeting is open");
    window
}

/// What the store holds of the meeting.
fn stored(window: &Window) -> MeetingView {
    let Route::Meeting(id) = window.state().route() else { panic!("no meeting is open") };
    read(window.state().store(), id)
}

fn read(store: &Store, id: MeetingId) -> MeetingView {
    store.read(MeetingPage { id }).expect("the meeting is stored")
}

/// The texts of an item's blocks, captured lines as `[kind] text`.
fn notes(view: &MeetingView, item: usize) -> Vec<String> {
    let outcome = |id| view.outcomes.iter().find(|row| row.id == id).expect("the block's outcome");
    view.agenda[item]
        .blocks
        .iter()
        .map(|block| match (block.outcome.map(outcome), block.regulation) {
            (Some(row), _) => format!("[{}] {}", row.kind.code(), row.text),
            (None, Some(id)) => {
                let row = view.regulations.iter().find(|row| row.id == id).expect("the block's regulation");
                format!("[regulation] {}", row.title)
            }
            (None, None) => block.body.clone(),
        })
        .collect()
}

const NOTES: &str = "ملاحظات: الافتتاح";

/// Lets the pause pass after which a draft is saved.
fn pause(window: &mut Window) {
    for _ in 0..40 {
        window.step();
    }
    window.settle();
}

#[test]
fn a_note_is_stored_without_anybody_asking() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "رحّب الرئيس بالحضور (Welcome) عند 10:30");
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["رحّب الرئيس بالحضور (Welcome) عند 10:30"]);
}

#[test]
fn the_shortcut_captures_the_line_and_typing_goes_on_below() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "مقدمة");
    window.press(Key::Enter);
    window.field(NOTES).type_text("تشجير 12 حديقة حي");
    window.settle();
    window.press_ctrl(Key::I);
    pause(&mut window);
    window.get_all_by_label(NOTES).last().expect("the block below").type_text("وبعده نقاش");
    window.settle();
    pause(&mut window);
    let view = stored(&window);
    assert_eq!(notes(&view, 0), ["مقدمة", "[proposal] تشجير 12 حديقة حي", "وبعده نقاش"]);
    assert!(window.shows("تشجير 12 حديقة حي"));
}

#[test]
fn the_same_shortcut_again_goes_on_below_and_another_explains_itself() {
    let mut window = workspace(Language::Arabic);
    window.click(NOTES);
    window.press_ctrl(Key::T);
    pause(&mut window);
    window.event(Event::Text("إعداد دليل".to_owned()));
    window.settle();
    window.press_ctrl(Key::I);
    assert!(window.shows("هذا السطر ملتقط من قبل"));
    window.press_ctrl(Key::T);
    window.event(Event::Text("نقاش بعده".to_owned()));
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["[follow-up] إعداد دليل", "نقاش بعده"]);
}

#[test]
fn a_meeting_made_in_a_hurry_is_written_at_once() {
    let mut window = support::empty(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "اجتماع عاجل");
    window.press(Key::Enter);
    // The caret waits for the agenda; Enter without a word goes on to the notes.
    window.press(Key::Enter);
    pause(&mut window);
    window.event(Event::Text("أول كلمة".to_owned()));
    pause(&mut window);
    let view = stored(&window);
    assert_eq!(view.agenda[0].title, "نقاش عام");
    assert_eq!(notes(&view, 0), ["أول كلمة"]);
}

#[test]
fn with_an_agenda_the_caret_waits_in_the_notes() {
    let mut window = support::empty(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "اجتماع");
    window.type_into("البند 1", "الافتتاح");
    window.press_ctrl(Key::Enter);
    window.event(Event::Text("رحّب الرئيس".to_owned()));
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["رحّب الرئيس"]);
}

#[test]
fn a_click_on_the_paper_below_the_notes_writes_on() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "تشجير");
    window.press_ctrl(Key::I);
    pause(&mut window);
    let below = window.get_all_by_label(NOTES).last().expect("the notes").rect().center_bottom() + vec2(0.0, 120.0);
    window.event(Event::PointerMoved(below));
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        window.event(Event::PointerButton { pos: below, button, pressed, modifiers: Modifiers::NONE });
        window.settle();
    }
    window.event(Event::Text("تتمة".to_owned()));
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["[proposal] تشجير", "تتمة"]);
}

#[test]
fn lines_typed_one_after_another_all_stay() {
    let mut window = workspace(Language::Arabic);
    window.click(NOTES);
    for line in ["أول سطر", "ثاني سطر", "ثالث سطر"] {
        last_notes(&window).type_text(line);
        window.settle();
        window.press(Key::Enter);
    }
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["أول سطر\nثاني سطر\nثالث سطر\n"]);
}

#[test]
fn a_text_changed_elsewhere_while_it_is_typed_is_offered_beside_it() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "الأول");
    pause(&mut window);
    let block = stored(&window).agenda[0].blocks[0].id;
    window.field(NOTES).type_text(" وبقيته");
    window.step();
    // Another edit comes in between, as an undo in another place would.
    let values = vec![("body", "من مكان آخر".into())];
    let other = Edit::Set { record: block.record(), values, session: None, based_on: None };
    window.state().store().apply(other).expect("the other edit");
    pause(&mut window);
    assert_eq!(window.query_all_by_value("من مكان آخر").count(), 1, "the other text stands beside the typed one");
    window.click("إبقاء ما كتبت");
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["الأول وبقيته"]);
}

#[test]
fn each_kind_has_its_shortcut() {
    let keys = [
        (Key::I, OutcomeKind::Proposal),
        (Key::T, OutcomeKind::FollowUp),
        (Key::D, OutcomeKind::Decision),
        (Key::R, OutcomeKind::Recommendation),
        (Key::L, OutcomeKind::Challenge),
        (Key::O, OutcomeKind::Opportunity),
    ];
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "بداية");
    for (key, _) in keys {
        let line = format!("سطر {}", key.name());
        let last = window.get_all_by_label(NOTES).last().expect("a block");
        last.type_text(&line);
        window.settle();
        window.press_ctrl(key);
    }
    let mut kinds: Vec<OutcomeKind> = stored(&window).outcomes.iter().map(|row| row.kind).collect();
    kinds.sort();
    let mut expected: Vec<OutcomeKind> = keys.into_iter().map(|(_, kind)| kind).collect();
    expected.sort();
    assert_eq!(kinds, expected);
}

#[test]
fn a_capture_is_taken_back_and_done_again() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "طول مدة الترخيص");
    window.press_ctrl(Key::L);
    assert_eq!(notes(&stored(&window), 0)[0], "[challenge] طول مدة الترخيص");
    window.press(Key::Escape);
    window.press_ctrl(Key::Z);
    assert_eq!(notes(&stored(&window), 0), ["طول مدة الترخيص"]);
    window.press_ctrl(Key::Y);
    assert_eq!(notes(&stored(&window), 0)[0], "[challenge] طول مدة الترخيص");
}

#[test]
fn a_capture_that_is_taken_back_gives_the_line_as_it_was_typed_last() {
    let mut window = workspace(Language::Arabic);
    window.type_into(NOTES, "طول مدة");
    pause(&mut window);
    // not saved yet when the line is captured
    window.event(Event::Text(" الترخيص".to_owned()));
    window.step();
    window.press_ctrl(Key::L);
    assert_eq!(notes(&stored(&window), 0)[0], "[challenge] طول مدة الترخيص");
    window.press(Key::Escape);
    window.press_ctrl(Key::Z);
    assert_eq!(notes(&stored(&window), 0), ["طول مدة الترخيص"]);
}

#[test]
fn a_known_person_joins_by_typing_a_part_of_the_name() {
    let mut window = workspace(Language::Arabic);
    window.type_into("إضافة إلى الحضور", "ساره");
    window.press(Key::Enter);
    let view = stored(&window);
    let names: Vec<&str> =
        view.attendance.iter().filter_map(|line| line.person.as_ref()).map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["سارة العنزي"]);
    assert_eq!(view.attendance[0].status, AttendanceStatus::Invited, "the meeting has not begun");
}

#[test]
fn a_new_name_in_the_attendance_grows_both_registers() {
    let mut window = workspace(Language::Arabic);
    window.type_into("إضافة إلى الحضور", "م. فهد الغامدي");
    window.press(Key::Enter);
    window.type_into("المنصب", "مدير إدارة الحدائق");
    window.type_into("الجهة", "بلدية النخيل");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    window.settle();
    let view = stored(&window);
    let person = view.attendance[0].person.as_ref().expect("a person");
    assert_eq!((person.name.as_str(), person.post.as_str()), ("فهد الغامدي", "مدير إدارة الحدائق"));
    assert_eq!(person.honorific.map(|title| title.code()), Some("eng"));
    assert!(support::organisations(window.state().store()).contains(&"بلدية النخيل".to_owned()));
}

#[test]
fn one_click_marks_somebody_present() {
    let mut window = workspace(Language::Arabic);
    window.type_into("إضافة إلى الحضور", "ماجد");
    window.press(Key::Enter);
    window.click_role(Role::CheckBox, "ماجد بن سعد الدوسري");
    assert_eq!(stored(&window).attendance[0].status, AttendanceStatus::Present);
    assert!(window.shows("الحضور 1 من 1"));
}

#[test]
fn a_meeting_is_started_ended_and_its_minutes_approved() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    assert_eq!(stored(&window).meeting.status, MeetingStatus::InProgress);
    window.click("إنهاء الاجتماع");
    assert!(window.shows("لم يُسجَّل حضور أحد"), "what the minutes lack is said first");
    end(&mut window);
    assert!(window.shows("لا يُنهى اجتماع لم يُسجَّل فيه حضور أحد"), "a meeting that nobody attended was not held");
    window.press(Key::Escape);
    window.type_into("إضافة إلى الحضور", "ماجد");
    window.press(Key::Enter);
    window.click("إنهاء الاجتماع");
    end(&mut window);
    support::lead(window.state().store(), stored(&window).meeting.id);
    pause(&mut window);
    window.click("اعتماد المحضر");
    window.click("اعتماد مع هذا النقص");
    let view = stored(&window);
    assert_eq!(view.meeting.minutes_number, "مح-1448-001");
    assert!(window.query_by_label("إضافة إلى الحضور").is_none(), "an approved meeting can only be read");
}

/// Ends the meeting from the list of what it lacks: the button there is the last of that name.
fn end(window: &mut Window) {
    window.get_all_by_label("إنهاء الاجتماع").last().expect("the sheet's button").click();
    pause(window);
}

#[test]
fn starting_the_meeting_puts_the_caret_into_the_notes() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.event(eframe::egui::Event::Text("بسم الله".to_owned()));
    window.settle();
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["بسم الله"]);
}

#[test]
fn a_new_item_is_added_by_typing_it() {
    let mut window = workspace(Language::Arabic);
    window.type_into("بند جديد", "ما يستجد من أعمال");
    window.press(Key::Enter);
    let view = stored(&window);
    let titles: Vec<&str> = view.agenda.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["الافتتاح", "المبادرات والمقترحات", "التوصيات", "ما يستجد من أعمال"]);
}

#[test]
fn ctrl_down_goes_to_the_next_item_with_everything_saved() {
    let mut window = workspace(Language::Arabic);
    window.click("بدء الاجتماع");
    window.type_into(NOTES, "افتُتح الاجتماع");
    window.press_ctrl(Key::ArrowDown);
    let view = stored(&window);
    assert_eq!(notes(&view, 0), ["افتُتح الاجتماع"]);
    assert_eq!(view.agenda[0].state.code(), "discussed");
    assert!(window.find("ملاحظات: المبادرات والمقترحات"), "the next item's notes are open");
}

#[test]
fn the_workspace_speaks_english_and_stands_the_other_way_around() {
    let arabic = workspace(Language::Arabic);
    let english = workspace(Language::English);
    let agenda = |window: &Window, name: &str| window.get_by_role_and_label(Role::Heading, name).rect().center().x;
    let middle = 720.0;
    assert!(agenda(&arabic, "جدول الأعمال") > middle);
    assert!(agenda(&english, "Agenda") < middle);
    assert!(english.shows("Notes: "));
    let start = english.get_by_label("Start meeting");
    assert!(start.rect().center().x > middle, "the buttons stand at the end");
    assert!(start.accesskit_node().label().is_some());
}

fn is_english(window: &Window) -> bool {
    window.state().settings().language == Language::English
}

/// The place where typing goes on.
fn last_notes(window: &Window) -> egui_kittest::Node<'_> {
    // An Arabic title inside an English name stands between isolates.
    let name = if is_english(window) { "Notes: " } else { NOTES };
    window.get_all_by_label_contains(name).last().expect("a place for notes")
}

/// Fills the workspace as the design's picture has it: notes with captured lines, attendance, a running clock.
fn fill(window: &mut Window) {
    let start = if is_english(window) { "Start meeting" } else { "بدء الاجتماع" };
    window.click(start);
    for name in ["ماجد", "سارة"] {
        let field = if is_english(window) { "Add to the attendance" } else { "إضافة إلى الحضور" };
        window.type_into(field, name);
        window.press(Key::Enter);
    }
    let first = window.get_all_by_role(Role::CheckBox).next().expect("a line of attendance");
    first.click();
    window.settle();
    let lines = [
        (
            "عرض ممثلو الجمعيات مبادراتهم لتحسين جودة الحياة، ونوقش ربطها بمستهدفات رؤية 2030 (Vision 2030) وبرنامج Quality of Life.",
            None,
        ),
        ("تشجير 12 حديقة حي بالشراكة مع جمعية «نماء»", Some(Key::I)),
        ("أشار المدير العام إلى إمكانية إدراج المقترح ضمن خطة الربع الأول 2027 بعد استكمال الدراسة.", None),
        ("إعداد دراسة مواقع الحدائق قبل 15 رجب", Some(Key::T)),
        ("طول مدة إصدار تراخيص الفعاليات التطوعية", Some(Key::L)),
        ("اعتماد اجتماع ربع سنوي", Some(Key::D)),
    ];
    last_notes(window).click();
    window.settle();
    for (line, key) in lines {
        last_notes(window).type_text(line);
        window.settle();
        match key {
            Some(key) => window.press_ctrl(key),
            None => window.press(Key::Enter),
        }
    }
    pause(window);
}

#[test]
fn pictures() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES") else { return };
    let folder = std::path::PathBuf::from(folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (language, code) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        for (size, scale, name) in [([1440.0, 900.0], 1.0, "wide"), ([1024.0, 680.0], 2.0, "small")] {
            let mut window = workspace_of(&Setup { language, size, scale, has_pictures: true });
            fill(&mut window);
            window.picture(&folder.join(format!("meeting-{code}-{name}.png")));
            if code == "en" {
                window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
                window.settle();
            }
            set_apart::fill(&mut window);
            window.picture(&folder.join(format!("set-apart-{code}-{name}.png")));
            window.press(Key::F11);
            window.picture(&folder.join(format!("hall-{code}-{name}.png")));
            window.press(Key::F11);
            window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
            window.settle();
            window.picture(&folder.join(format!("roll-{code}-{name}.png")));
        }
    }
}
