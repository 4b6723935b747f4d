//! The registers in their other forms: outcomes on a board of stages, meetings in a month.

use crate::support::{Setup, Window, app, open, outcomes, plain, sample};
use crate::views::Hands;
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::app::Task;
use tansiq::arabic::Digits;
use tansiq::calendar::Date;
use tansiq::domain::*;
use tansiq::jobs::{RegisterAsked, write_register};
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::strings::{Language, Tr};

const GARDENS: &str = "تشجير 12 حديقة حي";
const PORTAL: &str = "بوابة موحّدة لطلبات الجمعيات";

fn status(window: &Window, text: &str) -> OutcomeStatus {
    let rows = outcomes(window.state().store(), OutcomeKind::ALL);
    rows.into_iter().find(|row| row.text == text).expect("the outcome").status
}

/// The columns as a screen reader names them, in their order.
fn columns(window: &Window) -> Vec<String> {
    let lists = window.query_all_by_role(Role::List);
    lists.map(|list| list.accesskit_node().label().unwrap_or_default()).collect()
}

fn drag(window: &mut Window, from: &str, to: &str) {
    let [from, to] = [from, to].map(|card| window.get_by_role_and_label(Role::ListItem, card).rect().center());
    Hands::drag(&mut **window, from, to - from);
    window.settle();
}

#[test]
fn a_proposal_is_dragged_from_stage_to_stage_and_taken_back() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num3);
    window.click("لوحة");
    let stages = columns(&window);
    assert_eq!(stages.len(), 5, "the stages on the way, and no others: {stages:?}");
    drag(&mut window, GARDENS, PORTAL);
    assert_eq!(status(&window, GARDENS), OutcomeStatus::UnderStudy);
    window.press_ctrl(Key::Z);
    assert_eq!(status(&window, GARDENS), OutcomeStatus::Submitted);
}

#[test]
fn a_follow_up_is_moved_on_with_keys_and_opened() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::Num2);
    window.click("Board");
    let late = "تزويد الجمعيات بدليل إجراءات التراخيص";
    window.click_role(Role::ListItem, late);
    window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowRight);
    window.settle();
    assert_eq!(status(&window, late), OutcomeStatus::Done);
    // The board reads its columns anew, and the card stands in another one with the focus.
    let has_focus = |window: &Window| window.focused_name().is_some_and(|name| plain(&name).contains(late));
    let is_open = |window: &Window| matches!(window.state().route(), Route::Record(_));
    for _ in 0..50 {
        window.settle();
        // Until the columns are read it may still be the card in the stage before, which goes with its focus.
        if has_focus(&window) {
            window.press(Key::Enter);
        }
        if is_open(&window) {
            break;
        }
    }
    assert!(is_open(&window), "its page");
}

#[test]
fn a_stage_off_the_way_is_there_while_something_stands_in_it() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::Num3);
    window.click("Board");
    let before = columns(&window);
    window.get_by_role_and_label(Role::ListItem, GARDENS).click_secondary();
    window.settle();
    window.click_role(Role::MenuItem, "Status");
    window.click_role(Role::MenuItem, "Declined");
    window.type_into("Reason", "No land is left");
    window.click("Move");
    assert_eq!(status(&window, GARDENS), OutcomeStatus::Declined);
    let after = columns(&window);
    assert_eq!(after.len(), before.len() + 1, "{after:?}");
    assert!(after.last().is_some_and(|name| name.contains("Declined")), "{after:?}");
}

#[test]
fn a_card_that_may_not_be_moved_says_why() {
    // A store of a newer program can only be read.
    let mut window = app(Language::English).reopened_after(&Setup::default(), |folder| {
        let path = folder.join("tansiq.db");
        let mut bytes = std::fs::read(&path).expect("readable");
        bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
        std::fs::write(&path, bytes).expect("written");
    });
    window.press_ctrl(Key::Num3);
    window.click("Board");
    drag(&mut window, GARDENS, PORTAL);
    assert!(window.shows("The store can only be read, so nothing was moved."));
    assert_eq!(status(&window, GARDENS), OutcomeStatus::Submitted);
}

#[test]
fn a_meeting_is_opened_from_its_day() {
    let mut window = app(Language::Arabic);
    window.click("شهر");
    let title = "الاجتماع التنسيقي مع جمعيات منطقة الواحة";
    window.get_by_label(title).click();
    window.settle();
    assert!(matches!(window.state().route(), Route::Meeting(_)));
}

#[test]
fn a_month_without_meetings_is_still_a_month_on_whose_days_one_is_begun() {
    let mut window = crate::support::empty(Language::English);
    window.click("Month");
    assert!(window.query_by_role(Role::Grid).is_some());
    window.query_all_by_role(Role::GridCell).nth(10).expect("a day").click();
    window.settle();
    window.press(Key::Enter);
    assert!(window.query_by_role(Role::Dialog).is_some(), "a new meeting");
    let day = window.field("Date").value().unwrap_or_default();
    assert!(!day.is_empty(), "on that day");
}

#[test]
fn what_sorts_groups_and_chooses_columns_is_never_cut_in_a_small_window() {
    for (language, sort, due, group, by, columns) in [
        (Language::Arabic, "ترتيب", "الاستحقاق", "تجميع", "الجهة", "الأعمدة"),
        (Language::English, "Sort", "Due", "Group", "Organisation", "Columns"),
    ] {
        let mut window = open(&Setup { language, size: [1024.0, 680.0], ..Setup::default() }, sample);
        window.press_ctrl(Key::Num2);
        let width = |window: &Window| window.get_by_role_and_label(Role::Button, columns).rect().width();
        let whole = width(&window);
        window.click_role(Role::ColumnHeader, due);
        window.click_role(Role::Button, group);
        window.click_role(Role::MenuItem, by);
        for name in [sort, group, columns] {
            let place = window.get_by_role_and_label(Role::Button, name).rect();
            assert!(place.left() >= 0.0 && place.right() <= 1024.0, "{name}: {place:?}");
        }
        let button = window.get_by_role_and_label(Role::Button, columns);
        let is_icon = button.accesskit_node().value().is_none_or(|words| words.is_empty());
        assert!(is_icon || width(&window) >= whole, "{columns}: a word that is cut");
        window.click_role(Role::Button, columns);
        assert!(window.query_all_by_role(Role::MenuItem).next().is_some(), "it opens as ever");
    }
}

/// The cards of the board, from the top of each column.
fn cards(window: &Window) -> Vec<String> {
    let cards = window.query_all_by_role(Role::ListItem);
    cards.map(|card| card.accesskit_node().label().unwrap_or_default()).collect()
}

#[test]
fn delete_puts_the_card_the_keys_are_at_into_the_bin_and_undo_brings_it_back() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::Num3);
    window.click("لوحة");
    let before = cards(&window);
    window.click_role(Role::ListItem, GARDENS);
    window.press(Key::Delete);
    assert!(!cards(&window).contains(&GARDENS.to_owned()));
    assert_eq!(cards(&window).len() + 1, before.len(), "that one and no other");
    assert!(window.shows("حُذف سجل واحد"), "it is said, as of a row");
    window.click_role(Role::Button, "تراجع");
    assert_eq!(cards(&window), before);
}

#[test]
fn the_keys_go_on_at_the_next_card_of_the_stage() {
    let mut window = open(&Setup { language: Language::English, ..Setup::default() }, |store| {
        for text in ["First", "Second", "Third"] {
            let values = vec![("kind", OutcomeKind::Proposal.into()), ("text", text.into())];
            store.apply(tansiq::store::Edit::Add { entity: Entity::Outcome, values }).expect("a proposal");
        }
    });
    window.press_ctrl(Key::Num3);
    window.click("Board");
    let before = cards(&window);
    window.click_role(Role::ListItem, &before[0]);
    window.press(Key::Delete);
    window.press(Key::Delete);
    assert_eq!(cards(&window), before[2..]);
}

#[test]
fn a_long_title_has_up_to_three_lines_of_its_card() {
    const LONG: &str = "إعداد دراسة متكاملة لمسارات المشي الآمنة لكبار السن وذوي الإعاقة في أحياء المدينة القديمة \
                        وربطها بالحدائق العامة ومواقف الحافلات ومراكز الرعاية الأولية ومقار الجمعيات الأهلية في المنطقة";
    let mut window = open(&Setup::default(), |store| {
        sample(store);
        let values = vec![("kind", OutcomeKind::Proposal.into()), ("text", LONG.into())];
        store.apply(tansiq::store::Edit::Add { entity: Entity::Outcome, values }).expect("a proposal");
    });
    window.press_ctrl(Key::Num3);
    window.click("لوحة");
    let rect = |name: &str| window.get_by_role_and_label(Role::ListItem, name).rect();
    assert_eq!((rect(GARDENS).height(), rect(LONG).height()), (120.0, 160.0));
    let (one, other) = (rect(GARDENS), rect(LONG));
    assert_eq!(one.left(), other.left(), "both stand in the same column");
    assert!((one.top() - other.bottom() - 10.0).abs() < 0.6 || (other.top() - one.bottom() - 10.0).abs() < 0.6);
}

#[test]
fn what_a_register_shows_goes_out_as_it_is_shown() {
    let mut window = open(&Setup::default(), sample);
    window.press_ctrl(Key::Num2);
    window.click("العروض");
    window.click_plain(Role::MenuItem, "تصدير ما يظهر: Excel");
    let tasks = window.tasks();
    let Some(Task::ExportRegister(asked)) = tasks.last() else { panic!("{tasks:?}") };
    assert_eq!((asked.title_key.as_str(), asked.format), ("screen-follow-ups", SheetFormat::Xlsx));
    let headings: Vec<&str> = asked.columns.iter().map(|column| column.heading.as_str()).collect();
    assert!(headings.contains(&"الحالة") && headings.len() < 12, "the columns one sees: {headings:?}");
    // What a cell shows besides its own field has a column in a spreadsheet.
    let fields: Vec<&str> = asked.columns.iter().map(|column| column.field).collect();
    assert!(fields.windows(2).any(|pair| pair == ["text", "kind"]), "{fields:?}");
    assert!(fields.windows(2).any(|pair| pair == ["person", "organisation"]), "{fields:?}");
    // The same beside the heading, and by its name in the search.
    let exports =
        |window: &Window| window.tasks().iter().filter(|task| matches!(task, Task::ExportRegister(_))).count();
    let before = exports(&window);
    window.click("تصدير…");
    window.click_plain(Role::MenuItem, "تصدير ما يظهر: PDF");
    assert_eq!(exports(&window), before + 1);
    window.press_ctrl(Key::K);
    window.event(eframe::egui::Event::Text(">تصدير ما يظهر في القائمة".to_owned()));
    window.settle();
    window.press(Key::Enter);
    window.settle();
    assert_eq!(exports(&window), before + 2);
}

#[test]
fn a_paper_of_a_register_says_who_owes_a_task_and_what_is_none() {
    let mut window = open(&Setup::default(), |store| {
        sample(store);
        let add = |edit| store.apply(edit).expect("added").record.expect("it").id;
        let body =
            add(Edit::Add { entity: Entity::Organisation, values: vec![("name", "أمانة الواحة".into())] });
        let values = vec![
            ("kind", OutcomeKind::Decision.into()),
            ("text", "تشكيل فريق".into()),
            ("organisation", Value::Number(body)),
        ];
        add(Edit::Add { entity: Entity::Outcome, values });
    });
    window.press_ctrl(Key::Num2);
    window.click("العروض");
    window.click_plain(Role::MenuItem, "تصدير ما يظهر: PDF");
    let tasks = window.tasks();
    let Some(Task::ExportRegister(asked)) = tasks.last() else { panic!("{tasks:?}") };
    let asked = RegisterAsked { format: SheetFormat::Paper(PaperFormat::Markdown), ..(**asked).clone() };
    let out = window.folder().join("register.md");
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    let settings = Settings::default();
    let today = Date::from_iso(crate::support::TODAY).expect("a day");
    write_register(window.state().store(), &asked, (&settings, &tr), today, &out).expect("written");
    let text = crate::support::plain(&std::fs::read_to_string(out).expect("a text"));
    let row = text.lines().find(|line| line.contains("تشكيل فريق")).expect("its row");
    assert!(row.contains("قرار: تشكيل فريق") && row.contains("أمانة الواحة"), "{row}");
    assert!(!text.contains("متابعة: "), "what most are is not said: {text}");
}
