//! The keyboard alone during a discussion: «/» turns a line into a record, «@» and «#» name people and records, and a
//! follow-up's words say who does it and by when.

use super::*;
use tansiq::domain::{EntryList, OrganisationId, PersonId, Record};
use tansiq::store::query::{Names, OutcomeRow};

/// A meeting that two people attend, so that lines may mean them.
fn attended() -> Window {
    let window = workspace(Language::Arabic);
    let store = window.state().store();
    let Route::Meeting(meeting) = window.state().route() else { panic!("no meeting is open") };
    for name in ["ماجد بن سعد الدوسري", "سارة العنزي"] {
        let attendee = Attendee::Known(PersonId(named(store, Entity::Person, name)));
        let status = AttendanceStatus::Present;
        store.apply(Edit::AddAttendee { meeting, attendee, status }).expect("on the list");
    }
    window
}

fn named(store: &Store, entity: Entity, name: &str) -> i64 {
    let query = Names { entity, list: None, containing: name.to_owned() };
    store.read(query).expect("names").first().expect("one of that name").record.id
}

fn type_in(window: &mut Window, text: &str) {
    for letter in text.chars() {
        window.event(Event::Text(letter.to_string()));
        window.step();
    }
    window.settle();
    pause(window);
}

fn started() -> Window {
    let mut window = attended();
    window.click(NOTES);
    pause(&mut window);
    window
}

fn only_outcome(window: &Window) -> OutcomeRow {
    let view = stored(window);
    assert_eq!(view.outcomes.len(), 1, "one record");
    view.outcomes[0].clone()
}

#[test]
fn a_slash_turns_the_line_into_a_record_of_the_chosen_kind() {
    let mut window = started();
    type_in(&mut window, "تشجير 12 حديقة حي /مق");
    assert!(window.shows("مقترح"), "the kinds are offered");
    let notes_of = window.get_by_role_and_label(Role::MultilineTextInput, NOTES);
    assert!(notes_of.accesskit_node().active_descendant().is_some(), "a text stays a text while its list is open");
    window.press(Key::Enter);
    pause(&mut window);
    type_in(&mut window, "وبعده نقاش");
    assert_eq!(notes(&stored(&window), 0), ["[proposal] تشجير 12 حديقة حي", "وبعده نقاش"]);
}

#[test]
fn a_slash_first_lets_the_line_be_written_afterwards() {
    let mut window = started();
    type_in(&mut window, "/");
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    pause(&mut window);
    type_in(&mut window, "إعداد دليل");
    assert_eq!(notes(&stored(&window), 0)[0], "[follow-up] إعداد دليل");
}

#[test]
fn escape_leaves_what_was_typed_and_enter_is_a_new_line_again() {
    let mut window = started();
    type_in(&mut window, "/مق");
    window.press(Key::Escape);
    window.press(Key::Enter);
    type_in(&mut window, "ثانٍ");
    assert_eq!(notes(&stored(&window), 0), ["/مق\nثانٍ"]);
}

#[test]
fn an_at_sign_names_somebody_however_they_are_spelt() {
    let mut window = started();
    type_in(&mut window, "أكدت @ساره");
    window.press(Key::Enter);
    type_in(&mut window, "أهمية الشراكة");
    assert_eq!(notes(&stored(&window), 0), ["أكدت @سارة العنزي أهمية الشراكة"]);
}

#[test]
fn tab_chooses_a_name_too_and_one_writes_on() {
    let mut window = started();
    type_in(&mut window, "أكدت @ساره");
    window.press(Key::Tab);
    assert!(last_notes(&window).is_focused(), "it leads nowhere while there is something to choose");
    type_in(&mut window, "أهمية الشراكة");
    assert_eq!(notes(&stored(&window), 0), ["أكدت @سارة العنزي أهمية الشراكة"]);
    window.press(Key::Tab);
    assert!(!last_notes(&window).is_focused(), "nothing is open any more");
}

#[test]
fn words_that_are_taken_back_behind_a_name_open_nothing_and_enter_goes_on() {
    let mut window = started();
    type_in(&mut window, "أكدت @ساره");
    window.press(Key::Enter);
    type_in(&mut window, "أهمية الشراكة مع جمعيات الحي");
    for _ in 0.." مع جمعيات الحي".chars().count() {
        window.press(Key::Backspace);
    }
    window.press(Key::Enter);
    type_in(&mut window, "ثم");
    assert_eq!(notes(&stored(&window), 0), ["أكدت @سارة العنزي أهمية الشراكة\nثم"]);
}

#[test]
fn somebody_new_is_added_from_the_line() {
    let mut window = started();
    type_in(&mut window, "اقترح @فهد");
    assert!(window.shows("شخص جديد «فهد»"));
    window.press(Key::Enter);
    type_in(&mut window, "الفكرة. ووافقت @جمعية الوفاء");
    window.press(Key::Enter);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["اقترح @فهد الفكرة. ووافقت @جمعية الوفاء "]);
    let store = window.state().store();
    named(store, Entity::Person, "فهد");
    named(store, Entity::Organisation, "جمعية الوفاء");
}

#[test]
fn a_hash_names_a_record_by_its_number_and_a_tag_by_its_name() {
    let mut window = started();
    type_in(&mut window, "تشجير الحدائق");
    window.press_ctrl(Key::I);
    pause(&mut window);
    let number = only_outcome(&window).number;
    type_in(&mut window, "عودة إلى #تشجير");
    window.press(Key::Enter);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0)[1], format!("عودة إلى #{number} "));
}

#[test]
fn a_hash_names_any_record_of_the_store_however_it_is_spelt() {
    let mut window = started();
    let store = window.state().store().clone();
    let add = |entity, values| store.apply(Edit::Add { entity, values }).expect("added").record.expect("it");
    let partnership = add(Entity::Partnership, vec![("title", "مذكرة تفاهم لرعاية الأيتام".into())]);
    let regulation = add(Entity::Regulation, vec![("title", "لائحة الإشراف على المساجد".into())]);
    let values = vec![("title", "لقاء إدارة الأحياء".into()), ("date", "2026-10-05".into())];
    let meeting = add(Entity::Meeting, values);
    let series = add(Entity::Series, vec![("title", "الملتقى السنوي".into())]);
    let values = vec![("kind", OutcomeKind::Challenge.into()), ("text", "ندرة الأراضي".into())];
    let challenge = add(Entity::Outcome, values);
    let tag = add(Entity::Entry, vec![("list", EntryList::Tag.into()), ("name", "جودة الحياة".into())]);
    let number = |record: Record| {
        let rows = store.read(Names { entity: record.entity, list: None, containing: String::new() });
        rows.expect("names").into_iter().find(|named| named.record == record).expect("it").detail
    };
    let mut written = String::new();
    let mut check = |typed: &str, expected: &str, record: Record| {
        type_in(&mut window, &format!("#{typed}"));
        window.press(Key::Enter);
        pause(&mut window);
        written.push_str(&format!("#{expected} "));
        assert_eq!(notes(&stored(&window), 0), [written.as_str()], "{typed}");
        let links = store.read(tansiq::store::query::RecordPage { record }).expect("its page").ties;
        assert!(
            links.iter().any(|tie| tie.is_backward && tie.other.record.entity == Entity::Meeting),
            "{typed} is seen from its page"
        );
    };
    check("الايتام", &number(partnership), partnership);
    check("لائحه الاشراف", &number(regulation), regulation);
    check("اداره الاحياء", &number(meeting), meeting);
    check("الملتقي", "الملتقى السنوي", series);
    check("اراضي", &number(challenge), challenge);
    check("جوده", "جودة الحياة", tag);
    check(&number(partnership), &number(partnership), partnership);
    check("ندره", &number(challenge), challenge);
}

#[test]
fn a_follow_up_takes_its_owner_and_term_from_its_own_words() {
    let mut window = started();
    type_in(&mut window, "تُعدّ أ. سارة الدراسة خلال أسبوعين");
    window.press_ctrl(Key::T);
    pause(&mut window);
    let row = only_outcome(&window);
    assert_eq!(row.person_name, "سارة العنزي");
    let today = tansiq::calendar::Date::from_iso(TODAY).expect("a day");
    assert_eq!(row.due, today.add_days(14).ok());
    // one step takes all of it back
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert!(stored(&window).outcomes.is_empty());
}

#[test]
fn somebody_of_the_register_who_is_named_in_full_is_meant_although_absent() {
    let mut window = started();
    let values = vec![("name", "حاتم بن خالد السلمي".into())];
    window.state().store().apply(Edit::Add { entity: Entity::Person, values }).expect("added");
    type_in(&mut window, "يُعدّ م. حاتم السلمي الدراسة");
    window.press_ctrl(Key::T);
    pause(&mut window);
    assert_eq!(only_outcome(&window).person, None, "not his whole name");
    window.press(Key::ArrowUp);
    window.press(Key::End);
    window.key_press_modifiers(Modifiers::SHIFT, Key::Home);
    window.settle();
    type_in(&mut window, "يُعدّ م. حاتم خالد السلمي الدراسة");
    assert_eq!(only_outcome(&window).person_name, "حاتم بن خالد السلمي");
}

#[test]
fn a_line_has_its_owner_once_whom_it_names_is_on_the_list() {
    let mut window = started();
    type_in(&mut window, "يُعدّ م. فيصل المخطط");
    window.press_ctrl(Key::T);
    pause(&mut window);
    assert_eq!(only_outcome(&window).person, None);
    let values = vec![("name", "فيصل الحربي".into())];
    window.state().store().apply(Edit::Add { entity: Entity::Person, values }).expect("added");
    window.type_into("إضافة إلى الحضور", "فيصل الحربي");
    window.press(Key::Enter);
    pause(&mut window);
    assert_eq!(only_outcome(&window).person_name, "فيصل الحربي");
    // It is a step of its own, and what was taken back stays so.
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(only_outcome(&window).person, None);
}

#[test]
fn changed_words_change_owner_and_term_and_what_was_set_by_hand_stays() {
    let mut window = started();
    type_in(&mut window, "تُعدّ أ. سارة الدراسة");
    window.press_ctrl(Key::T);
    pause(&mut window);
    assert_eq!(only_outcome(&window).due, None);
    window.press(Key::ArrowUp);
    window.press(Key::End);
    type_in(&mut window, " قبل 15 رجب");
    let row = only_outcome(&window);
    assert_eq!(row.due.map(|due| due.hijri().to_string()).as_deref(), Some("1448-07-15"));
    assert_eq!(row.person_name, "سارة العنزي");
    // somebody else does it after all, whatever the words say
    let store = window.state().store();
    let majed = named(store, Entity::Person, "ماجد");
    let values = vec![("person", Value::Number(majed))];
    store.apply(Edit::Set { record: row.id.record(), values, session: None, based_on: None }).expect("set");
    pause(&mut window);
    type_in(&mut window, " 1448");
    let row = only_outcome(&window);
    assert_eq!(row.person_name, "ماجد بن سعد الدوسري");
    assert_eq!(row.due.map(|due| due.hijri().to_string()).as_deref(), Some("1448-07-15"));
}

#[test]
fn what_is_not_sure_is_left_open_and_said() {
    let mut window = started();
    type_in(&mut window, "يُعدّ م. فيصل المخطط خلال أسبوعين من الاعتماد");
    window.press_ctrl(Key::T);
    pause(&mut window);
    let row = only_outcome(&window);
    assert_eq!((row.person, row.organisation, row.due), (None::<PersonId>, None::<OrganisationId>, None));
    assert!(window.shows("بلا موعد · بلا مسؤول"));
}

#[test]
fn a_sign_that_stands_there_already_opens_nothing_when_the_caret_comes_by() {
    let mut window = started();
    type_in(&mut window, "مثل #ت");
    assert!(window.shows("وسم جديد «ت»"));
    window.press(Key::Escape);
    window.press(Key::Home);
    window.press(Key::End);
    pause(&mut window);
    assert!(!window.shows("وسم جديد «ت»"));
}

#[test]
fn who_and_when_behind_a_task_are_read_out_of_its_title_and_stay_in_the_notes() {
    let line = "إعداد دليل المواقع @سارة العنزي قبل 15 رجب";
    let title = "إعداد دليل المواقع";
    // By the key in the line, and by the sign.
    for by_sign in [false, true] {
        let mut window = started();
        if by_sign {
            type_in(&mut window, &format!("{line} /متا"));
            window.press(Key::Enter);
        } else {
            type_in(&mut window, line);
            window.press(Key::Escape);
            window.press_ctrl(Key::T);
        }
        pause(&mut window);
        let outcome = only_outcome(&window);
        assert_eq!((outcome.person_name.as_str(), outcome.due.is_some()), ("سارة العنزي", true), "by sign: {by_sign}");
        assert_eq!(outcome.title(), title);
        assert_eq!(notes(&stored(&window), 0)[0], format!("[follow-up] {line}"), "the note says it all");
        let card = |window: &Window, text: &str| {
            window.query_all_by_role(Role::Button).any(|button| {
                support::plain(&button.accesskit_node().label().unwrap_or_default()) == format!("متابعة: {text}")
            })
        };
        assert!(card(&window, title), "the side list");
        // Somebody else does it: who was named stands in the words alone, and stays.
        let values = vec![("person", Value::Number(named(window.state().store(), Entity::Person, "ماجد")))];
        let other = Edit::Set { record: outcome.id.record(), values, session: None, based_on: None };
        window.state().store().apply(other).expect("somebody else");
        window.settle();
        assert_eq!(only_outcome(&window).title(), "إعداد دليل المواقع @سارة العنزي");
    }
}
