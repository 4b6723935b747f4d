//! The registers that follow from their fields, the page of a record and what wants tidying, through the window.

use crate::support::{Window, app, empty};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::app::UiCommand;
use tansiq::domain::*;
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::store::query::{RecordPage, RecordView};
use tansiq::strings::Language;

fn add(window: &Window, entity: Entity, values: Vec<FieldValue>) -> Record {
    window.state().store().apply(Edit::Add { entity, values }).expect("added").record.expect("a record")
}

fn page(window: &Window, record: Record) -> RecordView {
    window.state().store().read(RecordPage { record }).expect("the record")
}

fn cell(view: &RecordView, name: &str) -> Value {
    view.cells.iter().find(|(field, _)| *field == name).expect("a declared field").1.value.clone()
}

fn tidying(window: &mut Window) {
    window.state_mut().command(UiCommand::GoTidying);
    window.settle();
}

#[test]
fn a_partnership_is_added_with_what_its_fields_declare() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::Num5);
    window.click_first("شراكة");
    window.type_into("عنوان الشراكة", "حدائق الأحياء");
    window.type_into("نوع الاتفاقية", "مذكرة تفاهم");
    window.type_into("الهدف", "عناية الأحياء بحدائقها");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.rows(), ["حدائق الأحياء"]);
    window.press(Key::J);
    window.press(Key::Enter);
    let Route::Record(record) = window.state().route() else { panic!("{:?}", window.state().route()) };
    let view = page(&window, record);
    assert!(matches!(cell(&view, "agreement"), Value::Number(_)), "the kind of agreement ships");
    assert_eq!(cell(&view, "purpose"), "عناية الأحياء بحدائقها".into());
    // Its number belongs to the year's series.
    assert!(matches!(cell(&view, "number"), Value::Text(number) if number.starts_with("ش-")));
}

/// A field that was added in three files: where it is declared, and its words in both languages.
const ADDED: &str = "amana";

#[test]
fn a_field_is_named_where_it_is_declared_and_in_its_words_alone() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = Vec::new();
    let mut folders = vec![root.join("src"), root.join("assets/strings")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let says = |words: &str| std::fs::read_to_string(&path).is_ok_and(|text| text.contains(words));
            if path.is_dir() {
                folders.push(path);
            } else if [format!("\"{ADDED}\""), format!("COLUMN {ADDED}"), format!("field-organisation-{ADDED} ")]
                .iter()
                .any(|words| says(words))
            {
                named.push(path.strip_prefix(root).expect("below it").to_string_lossy().replace('\\', "/"));
            }
        }
    }
    named.sort();
    // The kind of body and the list are called so too, where they are named.
    let is_of_the_kind = |path: &String| path == "src/domain/codes.rs" || path.starts_with("src/intake/");
    named.retain(|path| !is_of_the_kind(path) && !path.contains("tests"));
    assert_eq!(named, ["assets/strings/ar.ftl", "assets/strings/en.ftl", "src/domain/declared.rs"]);
}

#[test]
fn form_column_filter_history_and_undo_follow_from_a_fields_declaration() {
    let mut window = empty(Language::English);
    let body = add(&window, Entity::Organisation, vec![("name", "Green charity".into())]);
    add(&window, Entity::Organisation, vec![("name", "Blue charity".into())]);
    window.press_ctrl(Key::Num7);
    window.click_role(Role::Row, "Green charity");
    window.press(Key::Enter);
    window.click_first("Edit");
    window.type_into("Amana", "أمانة منطقة الرياض");
    window.press(Key::Enter);
    window.press_ctrl(Key::Enter);
    assert!(matches!(cell(&page(&window, body), ADDED), Value::Number(_)), "the form has it");
    window.click_role(Role::Tab, "Changes");
    window.settle();
    assert!(window.shows("Amana"), "the history names it");
    let held = cell(&page(&window, body), ADDED);
    let which = |conditions| tansiq::store::query::Which {
        entity: Entity::Organisation,
        kinds: Vec::new(),
        conditions,
        containing: String::new(),
        order: vec![tansiq::store::query::Sort { field: ADDED, is_descending: true }],
        today: tansiq::calendar::Date::from_iso(crate::support::TODAY).expect("a day"),
    };
    let list = |conditions| {
        let asked =
            tansiq::store::query::RecordList { which: which(conditions), columns: vec![ADDED], first: 0, count: 9 };
        window.state().store().read(asked).expect("the bodies").rows
    };
    let all = list(Vec::new());
    assert_eq!(all[0].cells[0].name, "أمانة منطقة الرياض", "it is a column one sorts by");
    let narrowed = list(vec![tansiq::store::query::Condition::OneOf(ADDED, vec![held])]);
    assert_eq!(narrowed.iter().map(|row| row.record).collect::<Vec<_>>(), [body], "and a filter");
    window.press_ctrl(Key::Z);
    assert_eq!(cell(&page(&window, body), ADDED), Value::Empty);
}

#[test]
fn a_register_is_narrowed_by_a_fields_contents() {
    let mut window = empty(Language::English);
    let mut held = String::new();
    for (title, has_agreement) in [("Gardens", true), ("Playgrounds", false)] {
        let partnership = add(&window, Entity::Partnership, vec![("title", title.into())]);
        if has_agreement {
            let entry = tansiq::store::query::Names {
                entity: Entity::Entry,
                list: Some(EntryList::Agreement),
                containing: String::new(),
            };
            let entries = window.state().store().read(entry).expect("the list");
            held.clone_from(&entries[0].name);
            let values = vec![("agreement", Value::Number(entries[0].record.id))];
            let edit = Edit::Set { record: partnership, values, session: None, based_on: None };
            window.state().store().apply(edit).expect("set");
        }
    }
    window.press_ctrl(Key::Num5);
    window.settle();
    assert_eq!(window.rows().len(), 2);
    window.click_role(Role::Button, "Filter: Kind of agreement");
    window.settle();
    // An entry of a list has its name in the language of the window.
    assert_eq!(held, "مذكرة تفاهم");
    window.click_role(Role::MenuItem, "Memorandum of understanding");
    assert_eq!(window.rows().len(), 1);
    window.click("Clear filters");
    assert_eq!(window.rows().len(), 2);
}

#[test]
fn a_record_is_tied_to_another_and_seen_from_there() {
    let mut window = empty(Language::English);
    let challenge = add(
        &window,
        Entity::Outcome,
        vec![("kind", OutcomeKind::Challenge.into()), ("text", "Permits take too long".into())],
    );
    let regulation = add(&window, Entity::Regulation, vec![("title", "New permit rules".into())]);
    window.press_ctrl(Key::Num4);
    window.press(Key::J);
    window.press(Key::Enter);
    window.click("Link to another record");
    window.click("What it is");
    window.click_role(Role::MenuItem, "Regulation update");
    window.type_into("Which one", "New permit rules");
    window.press_ctrl(Key::Enter);
    let tie = page(&window, regulation).ties.into_iter().next().expect("a tie");
    assert_eq!((tie.other.record, tie.is_backward), (challenge, true));
    window.get_by_label("Open “New permit rules”").scroll_to_me();
    window.settle();
    window.click("Open “New permit rules”");
    assert_eq!(window.state().route(), Route::Record(regulation));
    assert!(window.find("Open “Permits take too long”"));
}

#[test]
fn what_changed_is_told_and_put_back() {
    let mut window = empty(Language::English);
    let regulation = add(&window, Entity::Regulation, vec![("title", "Draft rules".into())]);
    let values = vec![("title", "Final rules".into())];
    let edit = Edit::Set { record: regulation, values, session: None, based_on: None };
    window.state().store().apply(edit).expect("set");
    window.press_ctrl(Key::Num6);
    window.press(Key::J);
    window.press(Key::Enter);
    window.click_role(Role::Tab, "Changes");
    window.settle();
    window.click("Put the earlier value back");
    assert_eq!(page(&window, regulation).title, "Draft rules");
}

#[test]
fn an_update_that_is_left_half_typed_is_kept() {
    let mut window = empty(Language::English);
    let regulation = add(&window, Entity::Regulation, vec![("title", "Rules".into())]);
    window.press_ctrl(Key::Num6);
    window.press(Key::J);
    window.press(Key::Enter);
    window.type_into("What was done?", "Sent to all charities");
    window.press_ctrl(Key::Num1);
    assert_eq!(page(&window, regulation).progress[0].text, "Sent to all charities");
}

#[test]
fn what_was_deleted_comes_back_from_the_bin() {
    let mut window = empty(Language::English);
    let regulation = add(&window, Entity::Regulation, vec![("title", "Rules".into())]);
    window.press_ctrl(Key::Num6);
    window.press(Key::J);
    window.press(Key::Enter);
    window.click("Delete");
    assert_eq!(window.state().route(), Route::Regulations);
    tidying(&mut window);
    window.click("Restore “Rules”");
    assert!(!page(&window, regulation).is_deleted);
}

#[test]
fn two_records_of_one_person_become_one() {
    let mut window = empty(Language::Arabic);
    let first = add(&window, Entity::Person, vec![("name", "عبدالرحمن علي الوادعي".into())]);
    let second = add(&window, Entity::Person, vec![("name", "عبد الرحمن بن علي الوادعي".into())]);
    tidying(&mut window);
    window.click_role(Role::Tab, "أشخاص متشابهون");
    window.settle();
    window.click("أبقِ «عبدالرحمن علي الوادعي» وادمج الباقي");
    assert!(page(&window, second).is_deleted);
    assert!(!page(&window, first).is_deleted);
    window.press_ctrl(Key::Z);
    assert!(!page(&window, second).is_deleted);
}

#[test]
fn a_status_that_does_not_follow_is_not_offered() {
    let mut window = app(Language::English);
    add(&window, Entity::Partnership, vec![("title", "Gardens".into())]);
    window.press_ctrl(Key::Num5);
    window.settle();
    window.click("Status of: Gardens");
    window.settle();
    let offered: Vec<String> =
        window.query_all_by_role(Role::MenuItem).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(offered.iter().any(|status| status == "Negotiating"), "{offered:?}");
    assert!(!offered.iter().any(|status| status == "Active"), "{offered:?}");
}

#[test]
fn a_bodys_page_takes_another_name() {
    let mut window = empty(Language::English);
    let body = add(&window, Entity::Organisation, vec![("name", "Green charity".into())]);
    window.press_ctrl(Key::Num7);
    window.press(Key::J);
    window.press(Key::Enter);
    assert_eq!(window.state().route(), Route::Record(body));
    window.click("Add to “Other names”");
    window.type_into("Name", "Friends of trees");
    window.press_ctrl(Key::Enter);
    assert!(window.find("Open “Friends of trees”"));
    // From now on that name is the body's.
    let meeting = add(&window, Entity::Meeting, vec![("title", "Meeting".into())]);
    let edit = Edit::AddParty {
        meeting: MeetingId(meeting.id),
        organisation: "friends of trees".to_owned(),
        side: Side::Invited,
    };
    window.state().store().apply(edit).expect("a party");
    assert_eq!(crate::support::organisations(window.state().store()), ["Green charity"]);
}
