//! The hour in the room, to be looked at: long records at the side, eighty people, what an approval still lacks, the room's
//! own window.

use super::*;
use tansiq::store::query::Names;

/// What there is to see: eighty people, records of many words, and a meeting that runs.
fn full(store: &Store, theme: &str) {
    with_meeting(store);
    let configure = Edit::Configure { key: "theme".to_owned(), value: theme.to_owned() };
    store.apply(configure).expect("a theme");
    let meeting = MeetingId(1);
    let families = ["العنزي", "الدوسري", "القحطاني", "الغافي", "الشهري", "المطيري", "الحربي", "الزهراني"];
    let names = ["إبراهيم", "سارة", "عبد الرحمن", "منى", "فهد", "نورة", "خالد", "ريم", "سلطان", "هند"];
    for (number, (family, name)) in families.iter().flat_map(|of| names.iter().map(move |it| (of, it))).enumerate() {
        let attendee = Attendee::New {
            name: format!("{name} بن سعد {family}"),
            honorific: None,
            post: "ممثل الجمعية في مجلس التنسيق".to_owned(),
            organisation: format!("جمعية التنمية الأهلية رقم {}", number % 9 + 1),
        };
        let status = if number % 3 == 0 { AttendanceStatus::Present } else { AttendanceStatus::Invited };
        store.apply(Edit::AddAttendee { meeting, attendee, status }).expect("on the list");
    }
    let to = MeetingStatus::InProgress;
    store.apply(Edit::MoveMeeting { meeting, to, reason: String::new() }).expect("it runs");
    let item = read(store, meeting).agenda[0].id;
    let body = "رحّب الرئيس بالحضور، وأكد أهمية الشراكة مع الجمعيات الأهلية (Partnership) في تحسين جودة الحياة.";
    let values = vec![("meeting", meeting.into()), ("agenda_item", item.into()), ("body", body.into())];
    let block = store.apply(Edit::Add { entity: Entity::Block, values }).expect("a block").record.expect("it").id;
    let mut block = tansiq::domain::BlockId(block);
    let owner = store.read(Names { entity: Entity::Person, list: None, containing: "نورة".to_owned() });
    let owner = owner.expect("names")[0].record.id;
    let long = "إعداد دراسة شاملة لتخصيص مواقع للجمعيات الأهلية داخل الحدائق العامة وتحديد الاشتراطات اللازمة لذلك \
                بالتنسيق مع الإدارات المعنية ورفعها إلى اللجنة";
    for (kind, text) in [
        (OutcomeKind::FollowUp, long),
        (OutcomeKind::Proposal, "تشجير 12 حديقة حي"),
        (OutcomeKind::Decision, "اعتماد الدليل الإجرائي لإصدار تراخيص الفعاليات التطوعية في الأماكن العامة"),
    ] {
        let before = "نوقش ما يلي:".to_owned();
        let values = vec![("person", Value::Number(owner)), ("due", "2026-12-24".into())];
        let edit = Edit::Capture { block, kind, before, text: text.to_owned(), after: String::new(), values };
        block = store.apply(edit).expect("captured").continue_in.expect("a block below");
    }
}

/// Pictures to be looked at, where a folder is asked for.
#[test]
fn pictures_can_be_taken() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES").map(std::path::PathBuf::from) else { return };
    let small = [1024.0, 680.0];
    let looks = [
        ("ar", Language::Arabic, [1440.0, 900.0], 1.0, "light"),
        ("en-dark", Language::English, [1440.0, 900.0], 1.0, "dark"),
        ("ar-small", Language::Arabic, small, 1.0, "light"),
        ("en-small", Language::English, small, 1.0, "light"),
        ("ar-dark-2", Language::Arabic, small, 2.0, "dark"),
    ];
    for (name, language, size, scale, theme) in looks {
        let setup = Setup { language, size, scale, has_pictures: true };
        let mut window = open(&setup, |store| full(store, theme));
        let row = window.rows().into_iter().next().expect("the meeting is listed");
        window.click_role(Role::Row, &row);
        pause(&mut window);
        let take = |window: &mut Window, what: &str| window.picture(&folder.join(format!("hour-{what}-{name}.png")));
        take(&mut window, "page");
        window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
        window.settle();
        take(&mut window, "roll");
        window.press(Key::Escape);
        window.press(Key::F11);
        pause(&mut window);
        take(&mut window, "room");
        window.press(Key::F11);
        let store = window.state().store();
        store.send(Edit::MoveMeeting { meeting: MeetingId(1), to: MeetingStatus::Held, reason: String::new() });
        pause(&mut window);
        let approve = if language == Language::Arabic { "اعتماد المحضر" } else { "Approve minutes" };
        window.click_first(approve);
        pause(&mut window);
        take(&mut window, "approval");
    }
}
