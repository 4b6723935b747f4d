//! A list comes in through the window: looked at first, then imported, and taken back in one step.

use crate::support::{Setup, Window, open, sample};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::{Path, PathBuf};
use tansiq::app::UiCommand;
use tansiq::import::{Target, read};
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
    let report = window.folder().join("مرفوض.xlsx");
    window.give_path(Choice::RefusedRows, &report);
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
