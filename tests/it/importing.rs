//! A list comes in through the window: looked at first, then imported, and taken back in one step.

use crate::support::{Setup, Window, open, sample};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Role};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::{Path, PathBuf};
use tansiq::app::{Task, UiCommand};
use tansiq::import::{Reported, Target, read};
use tansiq::screens::Choice;
use tansiq::store::query::Search;

/// A window on the bodies, with a list beside its store.
fn window_with(list: &str) -> (Window, PathBuf) {
    let mut window = open(&Setup::default(), sample);
    window.state_mut().command(UiCommand::GoOrganisations);
    window.settle();
    let file = window.folder().join("قائمة.csv");
    std::fs::write(&file, list).expect("written");
    (window, file)
}

fn choose(window: &mut Window, target: Target, file: &Path) {
    window.click("العروض");
    window.click_role(Role::MenuItem, "استيراد قائمة…");
    window.give_path(Choice::List(target), file);
    window.settle();
}

/// The rows of the list, from the top, as far as one sees them.
fn rows(window: &Window) -> Vec<Node<'_>> {
    let table = window.get_by_role_and_label(Role::Table, "صفوف القائمة كما ستُحفظ");
    let mut rows: Vec<_> = table.query_all_by_role(Role::Row).collect();
    rows.sort_by(|one, other| one.rect().top().total_cmp(&other.rect().top()));
    rows
}

fn names(window: &Window) -> Vec<String> {
    rows(window).iter().map(|row| row.accesskit_node().label().unwrap_or_default()).collect()
}

fn found(window: &Window, words: &str) -> usize {
    window
        .state()
        .store()
        .read(Search { text: words.to_owned(), limit: 50, filter: Default::default() })
        .expect("a search")
        .hits
        .len()
}

const LIST: &str = "قائمة الجمعيات\n\nم,اسم الجمعية,رقم الترخيص,الجوال,تاريخ انتهاء الترخيص,خانة لا تُعرف\n\
    1,جمعية النخيل,501,0551234567,12/06/1449هـ,أ\n2,جمعية الينابيع,502,لا أعرف,2027-01-01,ب\n3,,503,,,\n4,جمعية العمل التطوعي,,,,\n";

#[test]
fn a_list_is_looked_at_before_it_comes_in_and_goes_in_one_step() {
    let (mut window, file) = window_with(LIST);
    choose(&mut window, Target::Organisations, &file);
    assert!(window.shows("استيراد: قائمة.csv"));
    for words in ["سليم: 1", "ناقص: 1", "مرفوض: 1", "مكرر: 1", "جمعية الينابيع", "«لا أعرف» ليس رقم هاتف"]
    {
        assert!(window.shows(words), "{words}");
    }
    assert_eq!(found(&window, "الينابيع"), 0, "nothing is written by looking");
    window.click("استورد (2)");
    assert!(!window.shows("استيراد: قائمة.csv"), "the form is done with");
    assert!(window.shows("استُورد سجلان"));
    assert_eq!((found(&window, "الينابيع"), found(&window, "النخيل")), (1, 1));
    window.click("تراجع");
    assert_eq!((found(&window, "الينابيع"), found(&window, "النخيل")), (0, 0));
}

#[test]
fn a_person_says_which_column_is_which_and_what_becomes_of_duplicates() {
    let (mut window, file) = window_with(LIST);
    choose(&mut window, Target::Organisations, &file);
    window.click_role(Role::ComboBox, "خانة لا تُعرف");
    window.click_role(Role::MenuItem, "المدينة");
    window.click_role(Role::ComboBox, "الصفوف المكررة");
    window.click_role(Role::MenuItem, "تُضاف سجلات جديدة");
    assert!(window.find("استورد (3)"));
    window.press_ctrl(Key::Enter);
    assert_eq!(found(&window, "\"جمعية العمل التطوعي\""), 2, "the one of before and the new one");
    choose(&mut window, Target::Organisations, &file);
    let column = window.get_by_role_and_label(Role::ComboBox, "خانة لا تُعرف").accesskit_node().value();
    assert_eq!(column.as_deref(), Some("المدينة"), "it is remembered");
}

#[test]
fn refused_rows_are_saved_where_one_asks() {
    let (mut window, file) = window_with(LIST);
    choose(&mut window, Target::Organisations, &file);
    window.click("احفظ الصفوف المرفوضة…");
    let offered = window.field("المسار").accesskit_node().value().unwrap_or_default();
    assert!(offered.ends_with("الصفوف المرفوضة.xlsx"), "{offered}");
    let (typed, report) = (window.folder().join("مرفوض.csv"), window.folder().join("مرفوض.xlsx"));
    window.give_path(Choice::ReportedRows(Reported::Refused), &typed);
    assert!(window.shows("حُفظت الصفوف المرفوضة: مرفوض.xlsx"), "what was written is named");
    assert!(!typed.exists(), "a workbook is called one");
    let rows = read(&std::fs::read(&report).expect("a report")).expect("a workbook").remove(0).rows;
    assert_eq!((rows.len(), rows[1][0].as_str()), (2, "6"));
    assert!(window.shows("استيراد: قائمة.csv"), "the form is still there");
}

#[test]
fn what_is_no_list_is_refused_in_words_and_a_list_of_unknown_columns_can_be_explained() {
    let (mut window, file) = window_with("%PDF-1.7\n");
    choose(&mut window, Target::Organisations, &file);
    assert!(window.shows("ليس هذا ملف جدول"));
    std::fs::write(&file, "سر,كود\nجمعية النخيل,5\n").expect("written");
    choose(&mut window, Target::Organisations, &file);
    assert!(window.shows("لم يُعثر على صف فيه أسماء أعمدة معروفة"));
    window.click_role(Role::ComboBox, "صف أسماء الأعمدة");
    window.click_plain(Role::MenuItem, "1: سر · كود");
    window.click_role(Role::ComboBox, "سر");
    window.click_role(Role::MenuItem, "اسم الجهة");
    window.click("استورد (1)");
    assert_eq!(found(&window, "النخيل"), 1);
}

#[test]
fn escape_leaves_everything_as_it_was() {
    let (mut window, file) = window_with(LIST);
    choose(&mut window, Target::Organisations, &file);
    window.press(Key::Escape);
    assert!(!window.shows("استيراد: قائمة.csv"));
    assert_eq!(found(&window, "الينابيع"), 0);
}

#[test]
fn escape_closes_the_row_that_is_looked_at_before_the_list() {
    let (mut window, file) = window_with(LIST);
    choose(&mut window, Target::Organisations, &file);
    rows(&window)[1].click();
    window.settle();
    assert!(window.shows("الصف 5"), "the row is beside the list");
    window.press(Key::Escape);
    assert!(!window.shows("الصف 5") && window.shows("استيراد: قائمة.csv"));
    window.press(Key::Escape);
    assert!(!window.shows("استيراد: قائمة.csv"));
}

/// A press that is over before the next frame, as those of a quick hand are.
fn press_at_once(window: &mut Window, pos: Pos2) {
    let button =
        |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE };
    window.event(Event::PointerMoved(pos));
    window.step();
    window.input_mut().events.extend([button(true), button(false)]);
    window.step();
    window.settle();
}

#[test]
fn keys_walk_a_list_that_was_open_before_as_they_did_the_first_time() {
    let (mut window, file) = window_with(LIST);
    for time in ["first", "second"] {
        choose(&mut window, Target::Organisations, &file);
        let place = window.get_by_role_and_label(Role::ComboBox, "الصفوف المكررة").rect().center();
        press_at_once(&mut window, place);
        window.press(Key::ArrowDown);
        window.press(Key::Enter);
        let chosen = window.get_by_role_and_label(Role::ComboBox, "الصفوف المكررة").accesskit_node().value();
        assert_eq!(chosen.as_deref(), Some("تُحدِّث الموجود: تملأ الفارغ وتبدّل المختلف"), "the {time} time");
        window.press(Key::Escape);
    }
}

#[test]
fn rows_are_shown_as_they_will_become_records_and_by_their_verdict() {
    let (mut window, file) = window_with(LIST);
    choose(&mut window, Target::Organisations, &file);
    for words in ["اسم الجمعية", "55 123 4567", "12/06/1449", "خانة لا تُعرف"] {
        assert!(window.shows(words), "{words}");
    }
    assert_eq!(names(&window), ["جمعية النخيل", "جمعية الينابيع", "", "جمعية العمل التطوعي"]);
    window.click("مرفوض: 1");
    assert_eq!(names(&window), [""], "those alone");
    window.click("مرفوض: 1");
    assert_eq!(names(&window).len(), 4, "and all again");
}

#[test]
fn thousands_of_rows_lay_out_only_those_one_sees() {
    let mut list = "اسم الجمعية,الجوال\n".to_owned();
    for number in 0..5_000 {
        list.push_str(&format!("جمعية الحي {number},0551{number:06}\n"));
    }
    let (mut window, file) = window_with(&list);
    choose(&mut window, Target::Organisations, &file);
    assert!(window.shows("استورد (5000)"));
    assert!(names(&window).len() < 40, "{} rows are laid out", names(&window).len());
    rows(&window)[0].click();
    window.settle();
    window.press(Key::End);
    assert!(names(&window).iter().any(|row| row == "جمعية الحي 4999"), "the last is in sight");
}

#[test]
fn a_duplicate_row_is_held_against_what_is_there_and_what_becomes_of_it_is_chosen_for_it_alone() {
    let list = "اسم الجمعية,الجوال,المدينة,البريد\nجمعية العمل التطوعي,0551234567,الدمام,n@example.org\nجمعية العمل التطوعي,0557654321,,\n";
    let (mut window, file) = window_with("اسم الجمعية,الجوال,المدينة\nجمعية العمل التطوعي,0550000001,\n");
    choose(&mut window, Target::Organisations, &file);
    window.click_role(Role::ComboBox, "الصفوف المكررة");
    window.click_role(Role::MenuItem, "تُحدِّث الموجود: تملأ الفارغ وتبدّل المختلف");
    window.click("استورد (1)");
    std::fs::write(&file, list).expect("written");
    choose(&mut window, Target::Organisations, &file);
    assert!(window.shows("مكرر: 2"));
    rows(&window)[0].click();
    window.settle();
    for words in ["الموجود", "في القائمة", "55 000 0001", "يتغيّر", "يُملأ", "كما هو"] {
        assert!(window.shows(words), "{words}");
    }
    window.click_role(Role::ComboBox, "هذا الصف المكرر");
    window.click_role(Role::MenuItem, "يُحدِّث الموجود");
    assert!(window.shows("مكرر: يُحدَّث") && window.shows("مكرر: يُترك"), "the other one goes as all do");
    window.click("استورد (1)");
    assert_eq!(found(&window, "+966551234567"), 1, "what it says is written");
    assert_eq!(found(&window, "\"جمعية العمل التطوعي\""), 1, "onto the one that was there");
    assert_eq!(found(&window, "+966557654321"), 0);
}

#[test]
fn calling_a_long_import_off_leaves_nothing_of_it() {
    let mut list = "اسم الجمعية,الجوال,رئيس مجلس الإدارة\n".to_owned();
    for number in 0..4_000 {
        list.push_str(&format!("جمعية السنابل {number},0551{number:06},سالم العمري {number}\n"));
    }
    let (mut window, file) = window_with(&list);
    choose(&mut window, Target::Organisations, &file);
    window.get_by_label("استورد (4000)").click();
    let start = std::time::Instant::now();
    // Some of it is on its way to the disk.
    while !window.shows("00 من 4000") {
        window.step();
        assert!(start.elapsed().as_secs() < 60, "it never begins");
        assert!(!window.shows("استُورد"), "it is over before it could be called off");
    }
    window.get_by_label("ألغِ الاستيراد").click();
    window.settle();
    assert!(window.shows("أُلغي الاستيراد، ولم يُكتب منه شيء"));
    assert!(window.shows("استورد (4000)"), "the list is still looked at");
    assert_eq!((found(&window, "السنابل"), found(&window, "العمري")), (0, 0));
    assert!(window.state().store().check().expect("looked over").faults.is_empty());
}

const PEOPLE: &str = "الاسم الكامل,المنصب,الجهة,جوال,البريد\nسالم العمري,وكيل,أمانة الواحة,0551234567,s@example.org\n";

#[test]
fn the_names_of_the_columns_say_what_a_list_is_of_until_a_person_says_otherwise() {
    let (mut window, file) = window_with(PEOPLE);
    choose(&mut window, Target::Organisations, &file);
    let target = |window: &Window| {
        let target = window.get_by_role_and_label(Role::ComboBox, "ما في القائمة").accesskit_node().value();
        target.unwrap_or_default()
    };
    assert_eq!(target(&window), "أشخاص", "opened from the page of bodies");
    assert!(!window.shows("لحقل واحد"));
    window.click_role(Role::ComboBox, "ما في القائمة");
    window.click_role(Role::MenuItem, "جهات وجمعيات");
    assert_eq!(target(&window), "جهات وجمعيات", "what is chosen by hand stands");
    assert!(window.shows("عمودان لحقل واحد هو «اسم الجهة»: «الاسم الكامل»، و«الجهة»"));
}

#[test]
fn what_was_not_taken_is_said_when_the_rest_is_in_with_the_way_to_a_file_of_it() {
    let list = "اسم الجمعية,الجوال,تاريخ انتهاء الترخيص\nجمعية النخيل,0551234567,30/02/2027\n\
        ,0551234568,\nجمعية العمل التطوعي,,\nجمعية النخيل,,\nالإجمالي,2,\n";
    let (mut window, file) = window_with(list);
    choose(&mut window, Target::Organisations, &file);
    assert!(window.shows("4 صفوف · وتُرك صف المجموع"), "it is counted");
    window.click("استورد (1)");
    assert!(window.shows("استُورد سجل"));
    assert!(window.shows("لم يؤخذ كل ما في القائمة: رُفض صف، وتُرك صفان مكرران، وحُفظت قيمة لم تُفهم ضمن الملاحظات"));
    window.click("احفظه مع الأسباب…");
    let report = window.folder().join("متروك.xlsx");
    window.give_path(Choice::ReportedRows(Reported::LeftOut), &report);
    let rows = read(&std::fs::read(&report).expect("a report")).expect("a workbook").remove(0).rows;
    let numbers: Vec<&str> = rows.iter().skip(1).map(|row| row[0].as_str()).collect();
    assert_eq!(numbers, ["2", "3", "4", "5"], "each with its reason");
    assert!(rows[1][1].contains("30/02/2027"), "{:?}", rows[1]);
    assert!(window.shows("حُفظ ما لم يؤخذ من القائمة: متروك.xlsx"));
}

#[test]
fn a_list_of_which_all_was_taken_says_no_more_than_that() {
    let (mut window, file) = window_with("اسم الجمعية\nجمعية النخيل\n");
    choose(&mut window, Target::Organisations, &file);
    window.click("استورد (1)");
    assert!(window.shows("استُورد سجل") && !window.shows("لم يؤخذ كل ما في القائمة"));
}

#[test]
fn a_head_that_is_broken_over_lines_stands_on_one() {
    let (mut window, file) = window_with("\"اسم\nالجمعية\",الجوال\nجمعية النخيل,0551234567\n");
    choose(&mut window, Target::Organisations, &file);
    let head = window.get_by_role_and_label(Role::ComboBox, "صف أسماء الأعمدة").accesskit_node().value();
    assert_eq!(head.map(|head| crate::support::plain(&head)).as_deref(), Some("1: اسم الجمعية · الجوال"));
}

#[test]
fn a_register_that_holds_rows_has_a_button_by_which_a_list_comes_in() {
    for (go, target) in [
        (UiCommand::GoOrganisations, Target::Organisations),
        (UiCommand::GoPeople, Target::People),
        (UiCommand::GoFollowUps, Target::Register),
        (UiCommand::GoProposals, Target::Proposals),
        (UiCommand::GoMeetings, Target::Meetings),
    ] {
        let mut window = open(&Setup::default(), sample);
        window.state_mut().command(go);
        window.settle();
        window.click_role(Role::Button, "استيراد…");
        assert!(window.tasks().contains(&Task::Pick(Choice::List(target))), "{target:?}");
    }
    let mut window = open(&Setup::default(), sample);
    window.state_mut().command(UiCommand::GoRegulations);
    window.settle();
    assert!(!window.shows("استيراد…"), "no list comes in there");
}

#[test]
fn phones_and_days_are_read_whole_in_the_rows() {
    let list = "اسم الجمعية,الجوال,تاريخ الترخيص,تاريخ انتهاء الترخيص,المدينة,البريد,الموقع\n\
        جمعية النخيل,0551234567,12/06/1447هـ,12/06/1449هـ,الخبر,charity.office@example.org,www.example.org\n";
    for size in [[1440.0, 900.0], [1024.0, 680.0]] {
        let mut window = open(&Setup { size, ..Setup::default() }, sample);
        window.state_mut().command(UiCommand::GoOrganisations);
        window.settle();
        let file = window.folder().join("قائمة.csv");
        std::fs::write(&file, list).expect("written");
        choose(&mut window, Target::Organisations, &file);
        let table = window.get_by_role_and_label(Role::Table, "صفوف القائمة كما ستُحفظ");
        for (head, least) in [("الجوال", 130.0), ("تاريخ الترخيص", 170.0), ("البريد", 190.0)] {
            let column = table.get_by_role_and_label(Role::ColumnHeader, head).rect();
            assert!(column.width() >= least, "{head} is {} wide at {size:?}", column.width());
        }
    }
}
