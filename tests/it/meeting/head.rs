//! The head of the page and its foot: a title has the room that is free, and messages cover nothing that is pressed.

use super::*;

#[test]
fn a_long_title_ends_where_the_status_and_the_buttons_begin() {
    let long =
        "تعزيز الشراكة بين الأمانة والوزارة والجمعيات الأهلية في برامج الأحياء والحدائق والساحات العامة في المحافظات";
    let mut window = open(&Setup::default(), |store| {
        with_meeting(store);
        let meeting = MeetingId(1);
        crate::support::lead(store, meeting);
        let values = vec![("title", long.into())];
        store.apply(Edit::Set { record: meeting.record(), values, session: None, based_on: None }).expect("a title");
        let attendee = Attendee::Group { name: "جمعيات".to_owned(), count: None };
        store.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present }).expect("there");
        let held = Edit::MoveMeeting { meeting, to: MeetingStatus::Held, reason: String::new() };
        store.apply(held).expect("it was held");
    });
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    let chip = window.get_by_role_and_label(Role::Button, "حالة الاجتماع").rect();
    let roll = |label: Option<String>| {
        label.is_some_and(|label| support::plain(&label).starts_with("الحضور ") && label.contains(" من "))
    };
    let buttons = window.query_all_by_role(Role::Button).find(|button| roll(button.accesskit_node().label()));
    let buttons = buttons.expect("the button of the roll").rect();
    let free = chip.left() - buttons.right();
    assert!((0.0..48.0).contains(&free), "{free} points are free between {chip:?} and {buttons:?}");
}

#[test]
fn a_message_stands_above_the_buttons_that_capture() {
    for size in [[1440.0, 900.0], [1024.0, 680.0]] {
        let mut window = workspace_of(&Setup { size, ..Setup::default() });
        window.click(NOTES);
        window.press_ctrl(Key::T);
        pause(&mut window);
        window.event(Event::Text("إعداد دليل".to_owned()));
        window.settle();
        window.press_ctrl(Key::I);
        let says = |label: Option<String>| label.is_some_and(|label| label.contains("هذا السطر ملتقط من قبل"));
        let words = window
            .query_all_by_role(Role::Label)
            .find(|line| says(line.accesskit_node().label().or(line.accesskit_node().value())));
        // Its words stand in a frame.
        let message = words.expect("a message").rect().expand(12.0);
        let chips = window.query_all_by_role(Role::Button).map(|button| button.rect());
        let covered: Vec<_> = chips.filter(|chip| chip.intersects(message)).collect();
        let foot = window.get_by_role_and_label(Role::Button, "فرصة").rect();
        assert!(message.bottom() < foot.top(), "{message:?} covers {covered:?}");
    }
}
