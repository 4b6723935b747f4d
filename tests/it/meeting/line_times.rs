//! When each line of the notes was begun: kept through typing, captures and undo, shown beside the line, printed on demand.

use super::*;
use tansiq::domain::Settings;
use tansiq::jobs;
use tansiq::store::query::AllSettings;

/// Ten past nine and twenty past nine of the day, in Unix seconds; the window's own clock stands at ten.
const FIRST: i64 = support::NOW - 50 * 60;
const SECOND: i64 = support::NOW - 40 * 60;

/// A meeting whose first item has two lines, written at ten and at twenty past nine.
fn written(setup: &Setup) -> Window {
    let mut window = open(setup, |store| {
        with_meeting(store);
        let item = read(store, MeetingId(1)).agenda[0].id;
        let values = vec![
            ("meeting", MeetingId(1).into()),
            ("agenda_item", item.into()),
            ("body", "رحّب الرئيس بالحضور\nعُرض جدول الأعمال".into()),
            ("line_times", format!("{FIRST},{}", SECOND - FIRST).into()),
        ];
        store.apply(Edit::Add { entity: Entity::Block, values }).expect("notes");
    });
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    leave_lines(&mut window);
    window
}

/// The pointer is on no line.
fn leave_lines(window: &mut Window) {
    window.hover_at(eframe::egui::pos2(2.0, 2.0));
    window.settle();
}

/// The times of all lines of the first item that have one.
fn times(window: &Window) -> Vec<i64> {
    let view = stored(window);
    let blocks = view.agenda[0].blocks.iter();
    blocks.flat_map(|block| (0..9).filter_map(|line| block.line_times.of(line))).collect()
}

fn write_on(window: &mut Window, text: &str) {
    window.press_ctrl(Key::End);
    window.press(Key::Enter);
    window.event(Event::Text(text.to_owned()));
    window.settle();
    pause(window);
}

#[test]
fn a_line_has_the_time_of_its_first_letter_and_keeps_it_through_edits_captures_and_undo() {
    let mut window = written(&Setup::default());
    window.click(NOTES);
    write_on(&mut window, "يعد المدير الدراسة");
    assert_eq!(times(&window), [FIRST, SECOND, support::NOW]);
    // The line in the middle is captured: it, and those around it, keep theirs.
    window.press(Key::ArrowUp);
    window.press_ctrl(Key::I);
    pause(&mut window);
    assert_eq!(notes(&stored(&window), 0), ["رحّب الرئيس بالحضور", "[proposal] عُرض جدول الأعمال", "يعد المدير الدراسة"]);
    assert_eq!(times(&window), [FIRST, SECOND, support::NOW]);
    window.state().store().apply(Edit::Undo).expect("taken back");
    window.settle();
    assert_eq!(times(&window), [FIRST, SECOND, support::NOW]);
    // Typed on after it came back.
    window.event(Event::Text(" كاملا".to_owned()));
    window.settle();
    pause(&mut window);
    assert_eq!(times(&window), [FIRST, SECOND, support::NOW]);
}

#[test]
fn a_note_taken_back_and_typed_again_has_its_first_time() {
    let mut window = written(&Setup::default());
    window.click(NOTES);
    window.press_ctrl(Key::A);
    window.press(Key::Delete);
    pause(&mut window);
    assert_eq!(times(&window), Vec::<i64>::new());
    window.press_ctrl(Key::Z);
    pause(&mut window);
    assert_eq!(times(&window), [FIRST, SECOND]);
}

#[test]
fn of_lines_joined_the_earlier_time_stays_and_one_cut_off_begins_then() {
    let mut window = written(&Setup::default());
    window.click(NOTES);
    window.press_ctrl(Key::End);
    window.press(Key::Home);
    window.press(Key::Backspace);
    pause(&mut window);
    assert_eq!(times(&window), [FIRST]);
    window.press(Key::Enter);
    pause(&mut window);
    assert_eq!(times(&window), [FIRST, SECOND], "what is put back as it was");
    window.press(Key::ArrowLeft);
    window.press(Key::Enter);
    pause(&mut window);
    assert_eq!(times(&window), [FIRST, SECOND, support::NOW]);
}

#[test]
fn the_times_stand_beside_the_lines_once_they_are_asked_for_and_stay_so() {
    for (language, more, show, expected) in [
        (Language::Arabic, "أوامر أخرى للاجتماع", "إظهار الوقت", ["9:10 ص", "9:20 ص"]),
        (Language::English, "More for this meeting", "Show times", ["9:10 AM", "9:20 AM"]),
    ] {
        let setup = || Setup { language, ..Setup::default() };
        let mut window = written(&setup());
        assert!(!expected.iter().any(|time| window.shows(time)));
        window.click(more);
        window.click_role(Role::MenuItem, show);
        leave_lines(&mut window);
        assert!(expected.iter().all(|time| window.shows(time)), "{language:?}");
        let mut window = window.reopened(&setup());
        let row = window.rows().into_iter().next().expect("the meeting is listed");
        window.click_role(Role::Row, &row);
        assert!(expected.iter().all(|time| window.shows(time)), "the next day too");
    }
}

#[test]
fn the_pointer_tells_the_time_of_the_line_under_it_and_the_time_stands_over_no_letter() {
    // An Arabic line begins where English ones end: its first letters are as free as another's last ones.
    for (language, expected, other) in
        [(Language::Arabic, "9:10 ص", "9:20 ص"), (Language::English, "9:10 AM", "9:20 AM")]
    {
        let mut window = written(&Setup { language, ..Setup::default() });
        let notes =
            |window: &Window| window.query_all_by_role(Role::MultilineTextInput).next().expect("the notes").rect();
        let field = notes(&window);
        window.hover_at(field.center_top() + vec2(0.0, 16.0));
        window.settle();
        assert!(window.shows(expected) && !window.shows(other), "{language:?}");
        let time = window.get_by_label(expected).rect();
        let is_beside =
            if language == Language::Arabic { time.right() < field.left() } else { time.left() > field.right() };
        assert!(is_beside, "{language:?}: {time:?} beside the letters of {field:?}");
        assert!(time.width() > 30.0, "the whole of it");
        assert_eq!(notes(&window), field, "the lines stay where they are");
    }
}

#[test]
fn the_minutes_have_the_times_only_where_their_layout_asks_for_them() {
    let window = written(&Setup::default());
    let settings = Settings::from_rows(&window.state().store().read(AllSettings).expect("the settings"));
    let mut view = stored(&window);
    let text = |view: &MeetingView| {
        let tr = tansiq::strings::Tr::new(Language::Arabic, settings.digits);
        let facts = jobs::facts(view, (&settings, &tr), window.folder());
        let document = tansiq::documents::minutes::build(&facts, &tr, settings.calendars);
        support::plain(&tansiq::documents::text::write(&document))
    };
    assert!(!text(&view).contains("9:10"));
    view.meeting.layout.set_has_times(true);
    assert!(text(&view).contains("9:10 ص – رحّب الرئيس بالحضور"));
    assert!(text(&view).contains("9:20 ص – عُرض جدول الأعمال"));
}
