//! The frame of the window: navigation, search, undo, language, and pictures of every screen.

use crate::support::{Setup, Window, app, demo, empty, fill_demo, open, organisations, sample, some_path};
use eframe::egui::{Event, Key, Modifiers, Pos2, Rect, Role, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::app::{Finished, Task};
use tansiq::domain::{Entity, PaperFormat};
use tansiq::error::{Error, ErrorKind};
use tansiq::screens::Route;
use tansiq::store::Edit;
use tansiq::strings::Language;

/// The keys of the screens, with Ctrl.
const EVERY_SCREEN: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

#[test]
fn every_screen_shows_the_programs_own_sample() {
    let mut window = demo(Language::Arabic);
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num7, Key::Num8] {
        window.press_ctrl(key);
        assert!(!window.rows().is_empty(), "{key:?}");
    }
}

fn check_navigation(language: Language, names: [&str; 6], is_rtl: bool) {
    let mut window = app(language);
    let routes =
        [Route::Meetings, Route::FollowUps, Route::Proposals, Route::Organisations, Route::People, Route::Settings];
    for (name, route) in names.into_iter().zip(routes) {
        window.click_role(Role::Link, name);
        assert_eq!(window.state().route(), route, "{name}");
        window.get_by_role_and_label(Role::Heading, name);
        let place = window.get_by_role_and_label(Role::Link, name).rect().center().x;
        assert_eq!(place > 720.0, is_rtl, "{name} stands at {place}");
    }
}

#[test]
fn the_navigation_leads_to_every_screen_and_stands_at_the_start() {
    let arabic = ["الاجتماعات", "المتابعات", "المبادرات والمقترحات", "الجهات", "الأشخاص", "الإعدادات"];
    check_navigation(Language::Arabic, arabic, true);
    let english = ["Meetings", "Follow-ups", "Initiatives & proposals", "Organisations", "People", "Settings"];
    check_navigation(Language::English, english, false);
}

#[test]
fn the_program_opens_on_the_meetings_and_names_the_day_in_both_calendars() {
    let window = app(Language::Arabic);
    assert_eq!(window.state().route(), Route::Meetings);
    window.get_by_label("الاثنين 13 جمادى الآخرة 1448هـ · 23 نوفمبر 2026م");
    let follow_ups = window.get_by_role_and_label(Role::Link, "المتابعات");
    assert_eq!(follow_ups.value().as_deref(), Some("متأخرة واحدة"));
}

#[test]
fn nothing_is_said_to_be_saved_before_something_was() {
    let mut window = app(Language::Arabic);
    assert!(!window.find("حُفظ الآن"));
    window.click_role(Role::Row, "الاجتماع التنسيقي مع جمعيات منطقة الواحة");
    window.click("بدء الاجتماع");
    assert!(window.find("حُفظ الآن"));
}

#[test]
fn the_window_is_heard_by_the_programs_name() {
    for (language, name) in [(Language::Arabic, "تنسيق"), (Language::English, "Tansiq")] {
        let window = app(language);
        assert_eq!(window.root().accesskit_node().label().as_deref(), Some(name));
    }
}

#[test]
fn every_screen_has_its_keys() {
    let mut window = app(Language::Arabic);
    for (key, route) in [
        (Key::Num2, Route::FollowUps),
        (Key::Num3, Route::Proposals),
        (Key::Num4, Route::Challenges),
        (Key::Num5, Route::Partnerships),
        (Key::Num6, Route::Regulations),
        (Key::Num7, Route::Organisations),
        (Key::Num8, Route::People),
        (Key::Num9, Route::Settings),
        (Key::Num1, Route::Meetings),
    ] {
        window.press_ctrl(key);
        assert_eq!(window.state().route(), route);
    }
}

#[test]
fn a_shortcut_is_found_by_its_place_on_an_arabic_keyboard() {
    let mut window = app(Language::Arabic);
    // What an Arabic layout sends for the key of K: no Latin letter.
    let event = |pressed| Event::Key {
        key: Key::Semicolon,
        physical_key: Some(Key::K),
        pressed,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    };
    window.event_modifiers(event(true), Modifiers::COMMAND);
    window.settle();
    window.get_by_role_and_label(Role::Dialog, "البحث في كل شيء");
}

#[test]
fn the_language_turns_the_whole_window_over_at_once() {
    let mut window = app(Language::Arabic);
    let start = |window: &Window, name| window.get_by_role_and_label(Role::Link, name).rect().center().x;
    assert!(start(&window, "الاجتماعات") > 720.0);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.settle();
    assert!(start(&window, "Meetings") < 720.0);
    window.get_by_label("Saved");
    assert!(!window.shows("الاجتماعات"));
    window.press_ctrl(Key::Z);
    assert!(start(&window, "Meetings") < 720.0, "undo is for what was written");
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    window.settle();
    assert!(start(&window, "الاجتماعات") > 720.0, "the same keys lead back");
}

#[test]
fn an_empty_store_says_what_each_list_is_for() {
    let mut window = empty(Language::Arabic);
    window.get_by_label("لا اجتماعات بعد");
    window.press_ctrl(Key::Num2);
    window.get_by_label("لا متابعات بعد");
    window.press_ctrl(Key::Num7);
    window.get_by_label("لا جهات بعد");
    window.press_ctrl(Key::Num8);
    window.get_by_label("لا أشخاص بعد");
}

#[test]
fn a_meeting_needs_a_title_and_nothing_more() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::N);
    window.get_by_role_and_label(Role::Button, "إنشاء الاجتماع").focus();
    window.press(Key::Enter);
    assert!(window.shows("اكتب عنوانًا للاجتماع"), "the form says what it needs");
    assert_eq!(window.focused_name().as_deref(), Some("عنوان الاجتماع"), "and leads there");
    window.type_into("عنوان الاجتماع", "اجتماع الحدائق");
    window.press(Key::Enter);
    assert!(matches!(window.state().route(), Route::Meeting(_)), "the new meeting opens");
    window.press_ctrl(Key::Num1);
    assert_eq!(window.rows(), ["اجتماع الحدائق"]);
}

#[test]
fn a_new_meeting_takes_all_its_form_says() {
    let mut window = empty(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "اجتماع تنسيقي");
    window.type_into("التاريخ", "بعد أسبوعين");
    window.type_into("وقت البداية", "10:30 ص");
    window.type_into("مكان الانعقاد", "مقر الأمانة");
    window.type_into("الجهة المنظمة", "أمانة منطقة الواحة");
    window.type_into("البند 1", "الافتتاح");
    window.press_ctrl(Key::Enter);
    window.press_ctrl(Key::Num1);
    assert!(window.shows("27/06/1448هـ") && window.shows("07/12/2026م"), "in both calendars");
    assert!(window.shows("مجدول"), "a meeting with a day is scheduled");
    assert_eq!(organisations(window.state().store()), ["أمانة منطقة الواحة"]);
}

#[test]
fn after_a_choice_by_mouse_and_after_enter_in_the_agenda_typing_goes_on_in_the_next_field() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::N);
    window.type_into("عنوان الاجتماع", "اجتماع");
    window.type_into("الجهة المنظمة", "أمانة");
    window.click_role(Role::ListBoxOption, "أمانة منطقة الواحة");
    window.press(Key::Tab);
    window.event(Event::Text("وزارة".to_owned()));
    window.settle();
    window.press(Key::Enter);
    window.type_into("البند 1", "الافتتاح");
    window.press(Key::Enter);
    window.event(Event::Text("المستجدات".to_owned()));
    window.press_ctrl(Key::Enter);
    assert!(window.shows("أمانة منطقة الواحة") && window.shows("وزارة تنمية المدن والقرى"), "host and co-host");
    assert!(window.shows("الافتتاح") && window.shows("المستجدات"), "both lines of the agenda");
}

#[test]
fn a_click_or_enter_on_a_row_opens_the_meeting() {
    let mut window = app(Language::Arabic);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(matches!(window.state().route(), Route::Meeting(_)));
    window.press_ctrl(Key::Num1);
    window.click_role(Role::Row, "الاجتماع التنسيقي الأول");
    assert!(matches!(window.state().route(), Route::Meeting(_)));
}

#[test]
fn the_search_finds_what_was_spelt_another_way_and_opens_it() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::K);
    window.event(Event::Text("ابراهيم القصيبى".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert!(matches!(window.state().route(), Route::Record(record) if record.entity == Entity::Person));
    window.get_by_role_and_label(Role::Heading, "م. إبراهيم القصيبي");
}

/// On a busy machine one types faster than the answer comes: Enter opens what was found then, and not what stood there
/// before.
#[test]
fn enter_pressed_before_the_answer_opens_what_is_found() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::K);
    window.event(Event::Text("ابراهيم القصيبى".to_owned()));
    window.key_press(Key::Enter);
    window.settle();
    assert!(matches!(window.state().route(), Route::Record(record) if record.entity == Entity::Person));
}

#[test]
fn a_screen_reader_follows_what_is_walked_in_the_search() {
    let mut window = app(Language::English);
    window.press_ctrl(Key::K);
    window.event(Event::Text("go to".to_owned()));
    window.settle();
    window.press(Key::ArrowDown);
    let option = |window: &Window, place: usize| {
        let options: Vec<_> = window.query_all_by_role(Role::ListBoxOption).collect();
        options[place].accesskit_node().is_focused()
    };
    assert!(option(&window, 1) && !option(&window, 0));
}

#[test]
fn the_search_also_knows_the_commands() {
    let mut window = app(Language::English);
    window.click("Search");
    window.event(Event::Text("go to people".to_owned()));
    window.settle();
    window.click_role(Role::ListBoxOption, "Go to people");
    assert_eq!(window.state().route(), Route::People);
    window.press_ctrl(Key::K);
    window.press(Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none(), "Escape closes it");
}

#[test]
fn a_command_is_found_by_other_words_for_what_it_does() {
    let check = |language, typed: &str, expected: &str| {
        let mut window = app(language);
        window.press_ctrl(Key::K);
        window.event(Event::Text(typed.to_owned()));
        window.settle();
        assert!(window.query_by_role_and_label(Role::ListBoxOption, expected).is_some(), "{typed}");
    };
    check(Language::Arabic, "لصق", "من نص ملصوق إلى سجل");
    check(Language::Arabic, "الدعوة", "من نص ملصوق إلى سجل");
    check(Language::English, "paste", "Records from a pasted text");
}

#[test]
fn minutes_are_exported_of_the_open_meeting_only() {
    let mut window = app(Language::Arabic);
    window.press_ctrl(Key::E);
    assert!(window.shows("افتح الاجتماع"), "it says what to do first");
    assert!(window.tasks().is_empty());
    window.click_role(Role::Row, "الاجتماع التنسيقي الأول");
    let Route::Meeting(meeting) = window.state().route() else { panic!("no meeting is open") };
    window.press_ctrl(Key::E);
    assert_eq!(window.tasks(), [Task::ExportMinutes(meeting, PaperFormat::Pdf)]);
    window.finish(Finished::Exported(some_path().join("minutes.pdf")));
    assert!(window.shows("minutes.pdf"));
}

#[test]
fn a_failed_task_says_cause_and_way_out() {
    let mut window = app(Language::Arabic);
    let error = Error::new(ErrorKind::FileUnwritable("/srv/documents/minutes.pdf".to_owned()), "denied");
    window.finish(Finished::Failed(error));
    assert!(window.shows("تعذرت كتابة الملف"));
}

#[test]
fn nothing_is_cut_off_in_the_smallest_window() {
    for language in [Language::Arabic, Language::English] {
        let mut window = open(&Setup { language, size: [1024.0, 680.0], scale: 2.0, has_pictures: false }, fill_demo);
        for key in EVERY_SCREEN {
            window.press_ctrl(key);
            let page = Rect::from_min_size(Pos2::ZERO, vec2(1024.0, 680.0)).expand(0.5);
            for role in [Role::Button, Role::Link, Role::CheckBox, Role::ComboBox, Role::TextInput, Role::Heading] {
                for node in window.query_all_by_role(role) {
                    // What has scrolled out below is reached by scrolling; nothing ever stands beside the window.
                    let rect = node.rect();
                    let is_inside = page.x_range().contains(rect.left()) && page.x_range().contains(rect.right());
                    assert!(is_inside, "{language:?} {key:?}: {node:?}");
                }
            }
        }
    }
}

#[test]
fn an_idle_window_asks_for_no_frame() {
    let mut window = app(Language::Arabic);
    for key in EVERY_SCREEN {
        window.press_ctrl(key);
        window.step();
        let delay = window.output().viewport_output.values().map(|viewport| viewport.repaint_delay).min();
        assert!(delay.is_some_and(|delay| delay.as_secs() > 60), "{key:?}: {delay:?}");
    }
}

/// Pictures of every screen in a folder of one's choice, to hold beside the designs; without one it does nothing.
#[test]
fn pictures() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES") else { return };
    let folder = std::path::PathBuf::from(folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (language, code) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        let (wide, small) = ([1440.0, 900.0], [1024.0, 680.0]);
        for (size, scale, name) in [(wide, 1.0, "wide"), (small, 2.0, "small"), (small, 2.0, "dark")] {
            let mut window = open(&Setup { language, size, scale, has_pictures: true }, |store| {
                sample(store);
                let theme = if name == "dark" { "dark" } else { "light" };
                let edit = Edit::Configure { key: "theme".to_owned(), value: theme.to_owned() };
                store.apply(edit).expect("a theme");
            });
            let keys = EVERY_SCREEN;
            for (number, key) in keys.into_iter().enumerate() {
                window.press_ctrl(key);
                window.picture(&folder.join(format!("{code}-{name}-{}.png", number + 1)));
            }
            let take =
                |window: &mut Window, what: &str| window.picture(&folder.join(format!("{code}-{name}-{what}.png")));
            window.press_ctrl(Key::N);
            take(&mut window, "new");
            window.press(Key::Escape);
            window.press_ctrl(Key::K);
            window.event(Event::Text("الجمعيات".to_owned()));
            window.settle();
            take(&mut window, "search");
            window.press(Key::Escape);
            window.press_ctrl(Key::Num2);
            window.press(Key::J);
            window.press(Key::Space);
            window.press_ctrl(Key::Z);
            take(&mut window, "undone");
            window.press(Key::Enter);
            take(&mut window, "page");
            let (new, due, owner) = if code == "ar" {
                ("متابعة", "تقويم: تاريخ الاستحقاق", "المسؤول")
            } else {
                ("Follow-up", "Calendar: Due", "Responsible person")
            };
            window.press_ctrl(Key::Num2);
            window.click_first(new);
            window.click(due);
            take(&mut window, "month");
            window.press(Key::Escape);
            window.type_into(owner, " ال");
            take(&mut window, "combo");
            window.press(Key::Escape);
            window.press(Key::Escape);
            window.press_ctrl(Key::Num2);
            let status = if code == "ar" { "تصفية: الحالة" } else { "Filter: Status" };
            window.click(status);
            take(&mut window, "menu");
            window.press(Key::Escape);
            window.press(Key::Escape);
            window.press(Key::ArrowDown);
            window.press_ctrl(Key::A);
            take(&mut window, "selected");
            window.press(Key::Escape);
            let (group, by) = if code == "ar" { ("تجميع", "الجهة") } else { ("Group", "Organisation") };
            window.click(group);
            window.click_role(Role::MenuItem, by);
            take(&mut window, "groups");
            window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
            window.settle();
            take(&mut window, "quick");
            window.press(Key::Escape);
            window.press_ctrl(Key::Num1);
            window.click_role(Role::Row, "الاجتماع التنسيقي الأول");
            take(&mut window, "meeting");
            let (board, month) = if code == "ar" { ("لوحة", "شهر") } else { ("Board", "Month") };
            for (key, view, what) in
                [(Key::Num2, board, "tasks-board"), (Key::Num3, board, "board"), (Key::Num1, month, "days")]
            {
                window.press_ctrl(key);
                window.click(view);
                take(&mut window, what);
            }
            drop(window);
            let mut window = open(&Setup { language, size, scale, has_pictures: true }, |_| ());
            window.picture(&folder.join(format!("{code}-{name}-empty.png")));
            let mut window = open(&Setup { language, size, scale, has_pictures: true }, fill_demo);
            for (number, key) in keys.into_iter().enumerate() {
                window.press_ctrl(key);
                window.picture(&folder.join(format!("{code}-{name}-demo-{}.png", number + 1)));
            }
            window.press_ctrl(Key::Num7);
            window.press(Key::J);
            window.press(Key::Enter);
            window.picture(&folder.join(format!("{code}-{name}-demo-body.png")));
            window.press_ctrl(Key::Num1);
            window.query_all_by_role(Role::Row).next().expect("a meeting").click();
            window.settle();
            window.picture(&folder.join(format!("{code}-{name}-demo-meeting.png")));
            if name != "wide" {
                continue;
            }
            let mut window = open(&Setup { language, size, scale, has_pictures: true }, |store| {
                let today = tansiq::calendar::Date::from_iso(crate::support::TODAY).expect("a day");
                tansiq::store::sample::generate(store, 2000, 1, today).expect("the sample store");
            });
            for key in [Key::Num2, Key::Num3, Key::Num7, Key::Num8] {
                window.press_ctrl(key);
                window.picture(&folder.join(format!("{code}-{name}-many-{key:?}.png")));
            }
            window.press_ctrl(Key::Num2);
            window.press(Key::End);
            window.picture(&folder.join(format!("{code}-{name}-many-end.png")));
            window.click(if code == "ar" { "لوحة" } else { "Board" });
            window.picture(&folder.join(format!("{code}-{name}-many-board.png")));
        }
    }
}

/// A window of 1024 by 680 pixels whose text is twice as large as usual.
fn small(language: Language) -> Window {
    open(&Setup { language, size: [512.0, 340.0], scale: 2.0, has_pictures: false }, fill_demo)
}

#[test]
fn large_text_in_a_small_window_leaves_a_menu_of_the_screens() {
    for (language, menu, people) in [(Language::Arabic, "الشاشات", "الأشخاص"), (Language::English, "Screens", "People")]
    {
        let mut window = small(language);
        assert!(window.query_by_role_and_label(Role::Link, people).is_none());
        window.click_role(Role::Button, menu);
        window.click_role(Role::MenuItem, people);
        assert_eq!(window.state().route(), Route::People);
        window.get_by_role_and_label(Role::Heading, people);
    }
}

#[test]
fn large_text_in_a_small_window_shows_a_meeting_part_by_part() {
    let mut window = small(Language::English);
    window.press(Key::Home);
    window.press(Key::Enter);
    assert!(matches!(window.state().route(), Route::Meeting(_)));
    assert!(window.query_by_role_and_label(Role::Heading, "Agenda").is_none());
    window.click_role(Role::Button, "Agenda and attendance");
    window.get_by_role_and_label(Role::Heading, "Agenda");
    window.click_role(Role::Button, "Notes");
    assert!(window.query_all_by_role(Role::MultilineTextInput).next().is_some());
}

#[test]
fn no_button_hangs_over_the_edge_of_a_small_window() {
    for language in [Language::Arabic, Language::English] {
        let mut window = small(language);
        for key in EVERY_SCREEN {
            window.press_ctrl(key);
            // A table scrolls sideways by itself.
            let tops = window.query_all_by_role(Role::Row).map(|row| row.rect().top());
            let rows = tops.fold(f32::MAX, f32::min);
            let buttons = window.query_all_by_role(Role::Button).filter(|button| button.accesskit_node().has_bounds());
            for button in buttons.filter(|button| button.rect().top() < rows) {
                let rect = button.rect();
                let is_inside = rect.left() >= 0.0 && rect.right() <= 512.0;
                assert!(is_inside, "{key:?} in {language:?}: {:?} at {rect}", button.accesskit_node().label());
            }
        }
    }
}

#[test]
fn tab_brings_what_it_leads_to_into_sight() {
    let mut window = small(Language::Arabic);
    window.press_ctrl(Key::Num8);
    window.click_first("شخص");
    let is_seen = |window: &Window| {
        let focused = window.query_all_by(|node| node.is_focused()).next().expect("something has the focus");
        let rect = focused.rect();
        rect.top() > 50.0 && rect.bottom() < 280.0
    };
    for step in 0..6 {
        assert!(is_seen(&window), "after {step} steps");
        window.press(Key::Tab);
    }
    for step in 0..6 {
        window.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
        window.settle();
        assert!(is_seen(&window), "after {step} steps back");
    }
}
