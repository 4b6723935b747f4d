//! A pasted text becomes records in the window: read, looked through by key and by mouse, put right, kept once.

use crate::support::{Setup, Window, app, empty, open, sample};
use eframe::egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use std::time::{Duration, Instant};
use tansiq::domain::{AttendanceStatus, MeetingStatus};
use tansiq::screens::Route;
use tansiq::store::query::{MeetingPage, MeetingView, OrganisationList, PeopleList};
use tansiq::strings::Language;

const TEXT: &str = "\
عقدت أمانة منطقة الواحة بالتعاون مع وزارة تنمية المدن والقرى اجتماعًا دوريًا مع جمعية جيرة بمقر الأمانة، وذلك يوم الاثنين 13/6/1448هـ، لمناقشة تشغيل الحدائق.
وحضر الاجتماع وكيل الأمين للخدمات المهندس سعد بن ناصر الواحي، ومدير إدارة البرامج بالوزارة الدكتور عبد الرحمن الوادعي.
وعلى جمعية جيرة أن ترسل قائمة المواقع غدًا.";

/// Opens the screen and pastes a text; waits until it has been read.
fn paste(window: &mut Window, text: &str) {
    window.press_ctrl(Key::J);
    assert_eq!(window.state().route(), Route::Intake);
    window.event(Event::Paste(text.to_owned()));
    read(window);
}

/// Waits until the text has been read as it stands.
fn read(window: &mut Window) {
    let start = Instant::now();
    loop {
        window.settle();
        let is_reading = window.find("قراءة النص") || window.find("Reading the text");
        if !is_reading && start.elapsed() > Duration::from_millis(200) {
            return;
        }
        assert!(start.elapsed() < Duration::from_secs(20), "it is never read");
    }
}

/// The finds in the list, from the top.
fn finds(window: &Window) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = window
        .query_all_by_role(Role::ListBoxOption)
        .map(|row| (row.rect().top(), crate::support::plain(&row.accesskit_node().label().unwrap_or_default())))
        .collect();
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    rows.into_iter().map(|(_, name)| name).collect()
}

/// The find whose name begins so.
#[track_caller]
fn find(window: &Window, beginning: &str) -> String {
    let all = finds(window);
    let found = all.iter().find(|name| name.starts_with(beginning));
    found.unwrap_or_else(|| panic!("no «{beginning}» in {all:#?}")).clone()
}

/// The find that the keys are at.
fn current(window: &Window) -> String {
    let chosen = window
        .query_all_by_role(Role::ListBoxOption)
        .map(|row| row.accesskit_node())
        .find(|row| row.is_selected() == Some(true));
    crate::support::plain(&chosen.and_then(|row| row.label()).unwrap_or_default())
}

/// Walks down the list to the find whose name begins so.
#[track_caller]
fn walk_to(window: &mut Window, beginning: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    window.settle();
    window.press(Key::Home);
    for _ in 0..60 {
        if current(window).starts_with(beginning) {
            return;
        }
        window.press(Key::ArrowDown);
    }
    panic!("no way to «{beginning}» in {:#?}", finds(window));
}

fn meeting(window: &Window) -> MeetingView {
    let Route::Meeting(id) = window.state().route() else { panic!("{:?}", window.state().route()) };
    window.state().store().read(MeetingPage { id }).expect("the meeting")
}

fn people(window: &Window) -> Vec<String> {
    let people = window.state().store().read(PeopleList { containing: String::new() }).expect("the people");
    people.into_iter().map(|row| row.name).collect()
}

#[test]
fn a_pasted_text_becomes_a_meeting_with_everything_that_was_found_in_one_step() {
    let mut window = app(Language::Arabic);
    let before = people(&window);
    paste(&mut window, TEXT);
    assert!(find(&window, "عنوان الاجتماع").contains("جمعية جيرة"));
    assert!(find(&window, "الدكتور عبد الرحمن الوادعي").ends_with("موجود"), "he is in the register");
    assert!(find(&window, "المهندس سعد بن ناصر الواحي").ends_with("جديد"));
    assert!(find(&window, "المهندس سعد بن ناصر الواحي").contains("وكيل الأمين للخدمات · أمانة منطقة الواحة"));
    assert!(find(&window, "وقت البداية").contains("غير مذكور"), "what the text does not say is said to be missing");
    assert!(find(&window, "على جمعية جيرة").contains("المسؤول: جمعية جيرة"));
    window.press_ctrl(Key::Enter);
    let view = meeting(&window);
    assert_eq!((view.attendance.len(), view.outcomes.len(), view.parties.len()), (2, 1, 3), "{:?}", view.parties);
    assert_eq!(view.outcomes[0].organisation_name, "جمعية جيرة");
    assert_eq!(people(&window).len(), before.len() + 1, "only the one who is new");
    window.click_role(Role::Button, "تراجع");
    assert_eq!(people(&window).len(), before.len(), "and all of it is taken back at once");
    window.press_ctrl(Key::J);
    window.click("إعادة آخر نص حُفظ");
    read(&mut window);
    assert!(find(&window, "المهندس سعد بن ناصر الواحي").ends_with("جديد"), "its text can be had again");
}

#[test]
fn the_same_text_leads_to_the_meeting_that_it_made() {
    let mut window = app(Language::Arabic);
    paste(&mut window, TEXT);
    window.press_ctrl(Key::Enter);
    let made = window.state().route();
    assert!(matches!(made, Route::Meeting(_)));
    let bodies = |window: &Window| {
        window.state().store().read(OrganisationList { containing: String::new() }).expect("the bodies").len()
    };
    let count = bodies(&window);
    paste(&mut window, &format!("  {TEXT}\n\n{TEXT}"));
    assert!(window.shows("سبق أن حُفظ هذا النص"));
    assert!(window.shows("ولا يُضاف منها شيء") && !window.shows("ثم احفظ"), "nothing is asked for that has no effect");
    assert!(!window.shows("قبول أو تصحيح") && window.query_all_by_label("فتح الاجتماع").count() > 1, "nor in the foot");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.state().route(), made);
    assert_eq!(bodies(&window), count);
}

#[test]
fn what_is_dropped_stays_out_and_comes_back_with_the_same_key() {
    let mut window = app(Language::Arabic);
    paste(&mut window, TEXT);
    walk_to(&mut window, "المهندس سعد");
    window.press(Key::Delete);
    assert!(find(&window, "المهندس سعد").ends_with("متروك"));
    window.press(Key::Backspace);
    assert!(find(&window, "المهندس سعد").ends_with("جديد"));
    window.press(Key::Delete);
    walk_to(&mut window, "جمعية جيرة");
    window.press(Key::Delete);
    window.press_ctrl(Key::Enter);
    let view = meeting(&window);
    assert_eq!(view.attendance.len(), 1);
    assert!(!people(&window).iter().any(|name| name.contains("سعد")));
    assert_eq!(view.outcomes[0].organisation_name, "", "whoever stays out does nothing");
    assert_eq!(view.parties.len(), 2);
}

#[test]
fn a_find_is_put_right_in_its_place_and_goes_in_as_it_was_corrected() {
    let mut window = app(Language::Arabic);
    paste(&mut window, TEXT);
    walk_to(&mut window, "المهندس سعد");
    window.press(Key::Enter);
    assert_eq!(window.focused_name().as_deref(), Some("الاسم"));
    window.press_ctrl(Key::A);
    window.event(Event::Text("سعيد بن ناصر الواحي".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert!(find(&window, "المهندس سعيد بن ناصر الواحي").ends_with("صُحّح"));
    // The keys go on from there.
    walk_to(&mut window, "وقت البداية");
    window.press(Key::Enter);
    window.event(Event::Text("10:30 ص".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert!(find(&window, "وقت البداية").contains("10:30"));
    window.press_ctrl(Key::Enter);
    let view = meeting(&window);
    assert!(people(&window).contains(&"سعيد بن ناصر الواحي".to_owned()));
    assert!(!people(&window).contains(&"سعد بن ناصر الواحي".to_owned()));
    assert_eq!(view.meeting.start.map(|time| time.to_string()).as_deref(), Some("10:30"));
}

#[test]
fn a_correction_stays_while_the_text_is_written_on() {
    let mut window = app(Language::Arabic);
    paste(&mut window, TEXT);
    walk_to(&mut window, "المهندس سعد");
    window.press(Key::Enter);
    window.press_ctrl(Key::A);
    window.event(Event::Text("سعيد الواحي".to_owned()));
    window.settle();
    window.press(Key::Enter);
    walk_to(&mut window, "الدكتور عبد الرحمن");
    window.press(Key::Delete);
    window.field("النص").click();
    window.settle();
    window.key_press_modifiers(Modifiers::COMMAND, Key::End);
    window.event(Event::Text("\nوأوصى الاجتماع بتشكيل فريق عمل مشترك.".to_owned()));
    read(&mut window);
    assert!(find(&window, "المهندس سعيد الواحي").ends_with("صُحّح"));
    assert!(find(&window, "الدكتور عبد الرحمن").ends_with("متروك"));
    assert!(finds(&window).iter().any(|name| name.contains("فريق عمل مشترك")), "{:#?}", finds(&window));
}

#[test]
fn a_meeting_that_was_is_kept_as_held_and_one_to_come_as_planned() {
    let check = |text: &str, day: Option<&str>, status: MeetingStatus, there: AttendanceStatus| {
        let mut window = app(Language::Arabic);
        paste(&mut window, text);
        window.press_ctrl(Key::Enter);
        let view = meeting(&window);
        assert_eq!((view.meeting.date.map(|day| day.iso()).as_deref(), view.meeting.status), (day, status), "{text}");
        assert!(view.attendance.iter().all(|row| row.status == there), "{text}: {:?}", view.attendance);
    };
    check(
        "عقدت أمانة منطقة الواحة أمس لقاءً تعريفيًا مع جمعية جيرة بحضور مدير البرامج المهندس سعد بن ناصر الواحي.",
        Some("2026-11-22"),
        MeetingStatus::Held,
        AttendanceStatus::Present,
    );
    // No day is guessed for it.
    check(
        "عقدت أمانة منطقة الواحة لقاءً تعريفيًا مع جمعية جيرة بحضور مدير البرامج المهندس سعد بن ناصر الواحي.",
        None,
        MeetingStatus::Held,
        AttendanceStatus::Present,
    );
    check(
        "تدعوكم أمانة منطقة الواحة لحضور ورشة عمل عن الحدائق يوم 15 رجب 1448هـ بحضور المهندس سعد بن ناصر الواحي.",
        Some("2026-12-24"),
        MeetingStatus::Scheduled,
        AttendanceStatus::Invited,
    );
}

#[test]
fn what_was_pasted_waits_while_one_is_elsewhere_and_for_the_next_start() {
    let mut window = open(&Setup::default(), sample);
    paste(&mut window, TEXT);
    walk_to(&mut window, "المهندس سعد");
    window.press(Key::Delete);
    window.press_ctrl(Key::Num8);
    window.press_ctrl(Key::J);
    assert!(find(&window, "المهندس سعد").ends_with("متروك"));
    window.press_ctrl(Key::Num8);
    let mut window = window.reopened(&Setup::default());
    window.press_ctrl(Key::J);
    read(&mut window);
    assert!(find(&window, "المهندس سعد").ends_with("متروك"));
    window.press_ctrl(Key::Enter);
    assert!(matches!(window.state().route(), Route::Meeting(_)));
    let mut window = window.reopened(&Setup::default());
    window.press_ctrl(Key::J);
    assert!(window.find("من نص ملصوق إلى اجتماع كامل"), "what is in the register waits no longer");
}

#[test]
fn the_mouse_does_what_the_keys_do() {
    let mut window = app(Language::English);
    window.click_role(Role::Button, "From a text…");
    assert_eq!(window.state().route(), Route::Intake);
    window.event(Event::Paste(TEXT.to_owned()));
    read(&mut window);
    let name = find(&window, "المهندس سعد");
    window.click_plain(Role::Button, "Drop: المهندس سعد بن ناصر الواحي");
    assert!(find(&window, "المهندس سعد").ends_with("Dropped"));
    window.click_plain(Role::Button, "Accept: المهندس سعد بن ناصر الواحي");
    assert_eq!(find(&window, "المهندس سعد"), name);
    // A first click goes there, a second opens it.
    window.click_plain(Role::ListBoxOption, &name);
    assert_eq!(current(&window), name);
    window.click_plain(Role::ListBoxOption, &name);
    assert!(window.find("Job title") || window.find("Post"), "its fields are open");
    window.click_role(Role::Button, "Done");
    window.click_plain(Role::Button, "Save accepted (12)");
    assert!(matches!(window.state().route(), Route::Meeting(_)));
}

#[test]
fn a_text_without_a_meeting_asks_for_its_title_and_loses_nothing() {
    let mut window = empty(Language::Arabic);
    paste(&mut window, "الأستاذ ماجد بن فهد الجيري مدير العلاقات العامة.");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.state().route(), Route::Intake);
    assert_eq!(window.focused_name().as_deref(), Some("عنوان الاجتماع"));
    window.event(Event::Text("لقاء تعريفي".to_owned()));
    window.settle();
    window.press_ctrl(Key::Enter);
    assert_eq!(meeting(&window).meeting.title, "لقاء تعريفي");
}

#[test]
fn the_new_things_of_quick_add_end_with_a_pasted_text() {
    let mut window = empty(Language::Arabic);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    window.settle();
    window.event(Event::Text("ملصوق".to_owned()));
    window.settle();
    window.press(Key::Enter);
    assert_eq!(window.state().route(), Route::Intake);
    assert!(window.find("لصق النص"), "an empty screen says how to begin");
    assert_eq!(window.focused_name().as_deref(), Some("النص"), "and the text takes what is pasted");
}

#[test]
fn a_text_that_was_cleared_comes_back_with_what_was_decided_of_it() {
    let mut window = app(Language::Arabic);
    paste(&mut window, TEXT);
    walk_to(&mut window, "المهندس سعد");
    window.press(Key::Delete);
    window.click_role(Role::Button, "مسح النص");
    assert!(finds(&window).is_empty());
    window.press_ctrl(Key::Z);
    read(&mut window);
    assert!(find(&window, "المهندس سعد").ends_with("متروك"));
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.settle();
    assert!(find(&window, "المهندس سعد").ends_with("جديد"), "one key accepts everything");
}

#[test]
fn a_place_in_the_text_that_is_clicked_is_the_find_in_the_list() {
    let mut window = app(Language::Arabic);
    // The name begins where the first line does.
    paste(&mut window, "أمانة منطقة الواحة\nعقدت اجتماعًا دوريًا بمقر الأمانة يوم الاثنين 13/6/1448هـ.");
    let text = window.field("النص").rect();
    window.event(Event::PointerMoved(text.right_top() + eframe::egui::vec2(-20.0, 14.0)));
    window.settle();
    for pressed in [true, false] {
        let pos = text.right_top() + eframe::egui::vec2(-20.0, 14.0);
        let button = eframe::egui::PointerButton::Primary;
        window.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        window.settle();
    }
    assert!(current(&window).starts_with("أمانة منطقة الواحة"), "{} of {:#?}", current(&window), finds(&window));
}

/// How long this thread has been at work: on a machine that does other things too, a clock on the wall tells of those.
fn busy() -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|nanos| nanos.parse().ok()).map(Duration::from_nanos).unwrap_or_default()
}

/// A page of about 1,200 letters, no paragraph of it like another's.
fn page(number: usize) -> String {
    (0..4)
        .map(|part| {
            let at = number * 4 + part;
            format!(
                "عقدت جمعية السنابل {at} لقاءً مع أمانة منطقة الواحة يوم {} رجب 1448هـ لمناقشة تشغيل الحديقة رقم {at} في الحي، \
                 وحضره مدير البرامج المهندس سعد بن ناصر الواحي، وأوصى المشاركون بتوسيع المشروع ليشمل أحياء أخرى من المدينة. \
                 وعلى جمعية السنابل {at} أن ترسل قائمة المواقع وخطة التشغيل وأسماء المتطوعين قبل {} شعبان 1448هـ.\n",
                at % 28 + 1,
                at % 28 + 1,
            )
        })
        .collect()
}

#[test]
#[allow(clippy::print_stdout, reason = "how long a key took is told: a busy machine makes no test of it")]
fn keys_in_a_long_text_are_drawn_at_once_while_it_is_read_elsewhere() {
    for pages in [2, 20] {
        let mut window = app(Language::Arabic);
        let text: String = (0..pages).map(page).collect();
        paste(&mut window, &text);
        let before = finds(&window).len();
        let mut frames: Vec<Duration> = (0..20)
            .map(|_| {
                window.event(Event::Text("و".to_owned()));
                let start = busy();
                window.step();
                busy().saturating_sub(start)
            })
            .collect();
        let is_reading = window.find("قراءة النص") || before == finds(&window).len();
        frames.sort();
        println!(
            "{pages} pages, {} letters: a key's frame {:?}, the slowest {:?}",
            text.chars().count(),
            frames[10],
            frames[19]
        );
        assert!(is_reading, "what was found stays while the text is read anew");
        read(&mut window);
        assert!(finds(&window).len() >= before, "it is read as it stands now");
    }
}

#[test]
fn another_text_about_a_meeting_of_the_register_adds_to_it_or_becomes_another_meeting() {
    let mut window = app(Language::Arabic);
    paste(&mut window, TEXT);
    window.press_ctrl(Key::Enter);
    let made = window.state().route();
    let more = format!("{TEXT}\nوحضر الأستاذ سالم بن علي الغافي مدير المتطوعين في جمعية جيرة.");
    paste(&mut window, &more);
    assert!(window.shows("يبدو أن هذا الاجتماع في السجل"));
    assert!(window.shows("إضافة المقبول إلى الاجتماع"));
    window.click_role(Role::Button, "هو اجتماع آخر");
    assert!(window.shows("يُحفظ اجتماعًا آخر") && window.shows("حفظ المقبول"));
    window.click_role(Role::Button, "هو الاجتماع نفسه");
    window.press_ctrl(Key::Enter);
    assert_eq!(window.state().route(), made, "it is the same meeting");
    let view = meeting(&window);
    assert_eq!((view.attendance.len(), view.outcomes.len(), view.parties.len()), (3, 1, 3));
    paste(&mut window, &more);
    window.click_role(Role::Button, "هو اجتماع آخر");
    window.press_ctrl(Key::Enter);
    assert_ne!(window.state().route(), made);
    assert_eq!(meeting(&window).attendance.len(), 3, "all of it is there too");
}

#[test]
fn of_a_long_list_what_is_out_of_sight_is_not_drawn_and_the_keys_reach_all_of_it() {
    let mut window = app(Language::Arabic);
    paste(&mut window, &(0..20).map(page).collect::<String>());
    window.settle();
    let drawn = finds(&window).len();
    assert!(drawn < 100, "{drawn} rows of some hundreds");
    let bottom = |window: &Window| {
        let rows = window.query_all_by_role(Role::ListBoxOption);
        rows.filter(|row| row.accesskit_node().is_selected() == Some(true)).map(|row| row.rect().bottom()).next()
    };
    window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    window.settle();
    window.press(Key::End);
    window.settle();
    let last = current(&window);
    assert_eq!(finds(&window).last(), Some(&last));
    assert!(bottom(&window).is_some_and(|bottom| bottom < 900.0), "it is in sight");
    window.press(Key::ArrowUp);
    window.settle();
    assert_ne!(current(&window), last);
    window.press(Key::Home);
    window.settle();
    assert_eq!(finds(&window).first(), Some(&current(&window)));
}

/// Where a find stands whose name begins so.
#[track_caller]
fn place_of(window: &Window, beginning: &str) -> eframe::egui::Rect {
    let name = |row: &egui_kittest::Node<'_>| crate::support::plain(&row.accesskit_node().label().unwrap_or_default());
    let mut rows = window.query_all_by_role(Role::ListBoxOption);
    rows.find(|row| name(row).starts_with(beginning)).unwrap_or_else(|| panic!("no «{beginning}»")).rect()
}

#[test]
fn the_finds_of_the_next_text_are_looked_through_from_their_top() {
    let mut window = app(Language::Arabic);
    paste(&mut window, &(0..3).map(page).collect::<String>());
    let pane =
        |window: &Window| window.query_all_by_role(Role::ListBox).next().expect("the list of finds").rect().top();
    let below = |window: &Window| place_of(window, "عنوان الاجتماع").top() - pane(window);
    let top = below(&window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    window.settle();
    window.press(Key::End);
    window.settle();
    window.press_ctrl(Key::Enter);
    assert!(matches!(window.state().route(), Route::Meeting(_)));
    paste(&mut window, &(5..8).map(page).collect::<String>());
    assert_eq!(below(&window), top);
}

#[test]
fn a_text_that_is_pasted_over_another_is_looked_through_from_its_top_too() {
    let mut window = app(Language::Arabic);
    paste(&mut window, &(0..3).map(page).collect::<String>());
    let top = place_of(&window, "عنوان الاجتماع").top();
    window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    window.settle();
    window.press(Key::End);
    window.settle();
    window.field("النص").focus();
    window.settle();
    window.press_ctrl(Key::A);
    window.event(Event::Paste((5..8).map(page).collect::<String>()));
    let start = Instant::now();
    let is_new = |find: &String| (20..32).any(|number| find.contains(&format!("السنابل {number}")));
    while !finds(&window).iter().any(is_new) {
        read(&mut window);
        assert!(start.elapsed() < Duration::from_secs(20), "the other text is never read");
    }
    assert_eq!(place_of(&window, "عنوان الاجتماع").top(), top);
}

#[test]
fn the_last_find_comes_with_the_edge_of_its_card_and_what_the_text_does_not_say() {
    let setup = Setup { size: [1024.0, 680.0], ..Setup::default() };
    let mut window = open(&setup, sample);
    paste(&mut window, TEXT);
    walk_to(&mut window, "عنوان الاجتماع");
    window.press(Key::End);
    window.settle();
    let missing = window.query_all_by_label_contains("لم يرد في النص").next().expect("what is missing").rect();
    let foot = window.get_by_label_contains("بين العناصر").rect();
    assert!(missing.bottom() < foot.top(), "{missing:?} above the foot at {}", foot.top());
    window.press(Key::Home);
    window.settle();
    let heading = window.query_all_by_role(Role::Heading).map(|line| line.rect()).find(|rect| rect.center().x < 512.0);
    let heading = heading.expect("the heading of the first section");
    assert!(heading.top() > window.get_by_label_contains("حفظ المقبول").rect().bottom(), "{heading:?}");
}

#[test]
fn what_the_text_does_not_say_is_added_and_what_it_says_is_corrected() {
    let mut window = app(Language::Arabic);
    paste(&mut window, TEXT);
    let fill = |window: &mut Window, beginning: &str, words: &str| {
        walk_to(window, beginning);
        window.press(Key::Enter);
        window.press_ctrl(Key::A);
        window.event(Event::Text(words.to_owned()));
        window.settle();
        window.press(Key::Enter);
        window.settle();
    };
    fill(&mut window, "وقت البداية", "10:30");
    assert!(find(&window, "وقت البداية").ends_with("أُضيف"));
    fill(&mut window, "المهندس سعد", "سعيد الواحي");
    assert!(find(&window, "المهندس سعيد").ends_with("صُحّح"));
}

#[test]
fn the_save_button_stays_in_its_place_when_something_is_dropped() {
    let mut window = app(Language::Arabic);
    paste(&mut window, TEXT);
    let end = |window: &Window| window.get_by_label_contains("حفظ المقبول").rect().left();
    let before = end(&window);
    walk_to(&mut window, "المهندس سعد");
    window.press(Key::Delete);
    window.settle();
    assert!(window.shows("قبول الكل"));
    assert_eq!(end(&window), before);
}

#[test]
fn the_aim_of_unnamed_proposals_is_kept_once_somebody_says_so() {
    let text = TEXT
        .replace("قائمة المواقع غدًا.", "قائمة المواقع غدًا.\nوطُرحت خلاله مجموعة من الأفكار الهادفة إلى إحياء الساحات.");
    for (is_accepted, expected) in [(false, 1), (true, 2)] {
        let mut window = app(Language::Arabic);
        paste(&mut window, &text);
        assert!(find(&window, "إحياء الساحات").ends_with("يحتاج تأكيدًا"));
        if is_accepted {
            walk_to(&mut window, "إحياء الساحات");
            window.press(Key::Enter);
        }
        window.press_ctrl(Key::Enter);
        assert_eq!(meeting(&window).outcomes.len(), expected, "accepted: {is_accepted}");
    }
}
