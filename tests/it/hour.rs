//! An hour of fast discussion at the keyboard: every line, capture and name that was typed stands in the store, and a
//! program that is killed in the middle of it loses nothing that is older than two seconds.
//!
//! What is typed is made by [`script`]; [`model`] says what has to stand there after it; [`typist`] types it into the real
//! window, which frames, keys and the store's answers meet in any order.

mod killed;
mod model;
mod script;
mod typist;

use crate::support::{self, Setup, TODAY, Window};
use model::Model;
use script::{ATTENDING, ITEMS, NEW, Script, Step, TITLE};
use std::collections::BTreeSet;
use tansiq::domain::{AttendanceStatus, Entity, MeetingId, PersonId, Side, Value};
use tansiq::screens::Route;
use tansiq::store::query::{MeetingPage, MeetingView, Names};
use tansiq::store::{Attendee, Edit, Store};
use typist::{Pace, Typist};

/// A store with the meeting, those who attend it, and others in the directory.
fn with_meeting(store: &Store) {
    let person = |name: &str| {
        let values = vec![("name", Value::from(name))];
        let made = store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person");
        PersonId(made.record.expect("its record").id)
    };
    let values = vec![("title", TITLE.into()), ("date", TODAY.into()), ("venue", "مقر الأمانة".into())];
    let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
    let agenda = ITEMS.map(|title| (title.to_owned(), Some(10))).to_vec();
    let made =
        store.apply(Edit::NewMeeting { values, parties, agenda }).expect("a meeting").record.expect("its record");
    for (name, _) in ATTENDING {
        let attendee = Attendee::Known(person(name));
        let edit = Edit::AddAttendee { meeting: MeetingId(made.id), attendee, status: AttendanceStatus::Invited };
        store.apply(edit).expect("on the list");
    }
    for (name, _) in script::ELSEWHERE {
        person(name);
    }
}

/// Opens the meeting from the list.
fn open_meeting(window: &mut Window) {
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(eframe::egui::Role::Row, &row);
    assert!(matches!(window.state().route(), Route::Meeting(_)), "the meeting is open");
}

fn stored(window: &Window) -> MeetingView {
    let Route::Meeting(id) = window.state().route() else { panic!("no meeting is open") };
    window.state().store().read(MeetingPage { id }).expect("the meeting is stored")
}

#[test]
fn an_hour_of_discussion_loses_no_key() {
    let script = Script::of(script::LINES);
    assert_eq!((script.count(Step::captures), script.count(Step::names)), (40, 25), "what the hour holds");
    let mut window = support::open(&Setup { size: [1440.0, 1000.0], ..Setup::default() }, with_meeting);
    open_meeting(&mut window);
    window.click("بدء الاجتماع");
    let mut typist = Typist::new(window, Pace::Hour);
    typist.begin(0);
    let mut model = Model::new(ITEMS.len());
    let mut present = BTreeSet::new();
    for step in &script.steps {
        typist.perform(step);
        model.apply(step);
        if let Step::Attend(name) = step {
            present.insert((*name).to_owned());
        }
    }
    assert!((3_000.0..4_500.0).contains(&typist.seconds()), "about an hour: {} s", typist.seconds());
    let window = typist.at_rest();
    let view = stored(&window);
    for (item, (found, expected)) in model::lines_of(&view).iter().zip(model.lines()).enumerate() {
        for (line, (found, expected)) in found.iter().zip(&expected).enumerate() {
            assert_eq!(found, expected, "item {item}, line {line}");
        }
        assert_eq!(found.len(), expected.len(), "item {item}");
    }
    let is_present = |status| status == AttendanceStatus::Present;
    let here = view.attendance.iter().filter(|line| is_present(line.status));
    let here: BTreeSet<String> = here.filter_map(|line| Some(line.person.as_ref()?.name.clone())).collect();
    assert_eq!(here, present);
    let store = window.state().store();
    for name in NEW {
        let query = Names { entity: Entity::Person, list: None, containing: name.to_owned() };
        assert_eq!(store.read(query).expect("names").len(), 1, "{name} is in the directory, once");
    }
    assert!(store.check().expect("looked over").is_sound());
}
