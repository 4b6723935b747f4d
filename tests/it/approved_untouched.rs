//! Nothing that comes in from outside changes approved minutes: no list, whatever becomes of its duplicates, and no text.

use crate::support::TODAY;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use tansiq::calendar::Date;
use tansiq::domain::MeetingId;
use tansiq::jobs;
use tansiq::store::query::{MeetingList, MeetingPage, MeetingView};
use tansiq::store::{Store, sample};

fn store_in(folder: &Path) -> Store {
    jobs::open_store(folder, Arc::new(|| {})).expect("the store opens")
}

/// A sample store that is closed again, with its approved meeting.
fn approved() -> (tempfile::TempDir, MeetingId) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = store_in(folder.path());
    sample::demo(&store, Date::from_iso(TODAY).expect("a day")).expect("the sample");
    let rows = store.read(MeetingList::all(String::new())).expect("the meetings").rows;
    let meeting = rows.iter().find(|row| row.approved).expect("an approved meeting").id;
    store.close().expect("closed");
    (folder, meeting)
}

/// The meeting with everything that is of it, and how many meetings there are.
fn seen(folder: &Path, meeting: MeetingId) -> (MeetingView, usize) {
    let store = store_in(folder);
    let seen = store.read(MeetingPage { id: meeting }).expect("the meeting");
    let count = store.read(MeetingList::all(String::new())).expect("the meetings").rows.len();
    store.close().expect("closed");
    (seen, count)
}

fn tansiq(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tansiq"));
    command.args(arguments).args(["--language", "en", "--data"]).arg(folder).output().expect("it runs")
}

#[test]
fn no_list_changes_approved_minutes_whatever_becomes_of_its_duplicates() {
    let (folder, meeting) = approved();
    let (before, count) = seen(folder.path(), meeting);
    let of = &before.meeting;
    let day = of.date.expect("a day").iso();
    let outcome = before.outcomes.first().expect("something came out of it");
    let lists = [
        ("meetings", format!("رقم الاجتماع,العنوان,التاريخ,المكان\n{},{},{day},قاعة أخرى\n", of.number, of.title)),
        ("meetings", format!("العنوان,التاريخ,الهدف\n{},{day},هدف آخر\n", of.title)),
        (
            "register",
            format!("رقم التوصية,التكليف,رقم المحضر,الحالة\n{},نص غيره,{},منجز\n", outcome.number, of.minutes_number),
        ),
        ("register", format!("التكليف,رقم المحضر\nتكليف لم يرد في المحضر,{}\n", of.minutes_number)),
        ("proposals", format!("اسم المبادرة,رقم الاجتماع\nمبادرة لم تُطرح,{}\n", of.number)),
    ];
    for (at, (target, list)) in lists.iter().enumerate() {
        for duplicates in ["skip", "update", "new"] {
            let file = folder.path().join(format!("list{at}.csv"));
            std::fs::write(&file, list).expect("written");
            let file = file.to_str().expect("UTF-8");
            let said = tansiq(folder.path(), &["import", target, file, "--duplicates", duplicates, "--json"]);
            let told = String::from_utf8_lossy(&[said.stdout, said.stderr].concat()).into_owned();
            assert!(!told.trim().is_empty(), "it says what became of the row");
            let (mut after, _) = seen(folder.path(), meeting);
            // How a follow-up fares after the meeting is no part of its minutes.
            for (after, before) in after.outcomes.iter_mut().zip(&before.outcomes) {
                assert_eq!((&after.text, after.kind), (&before.text, before.kind), "{target} {duplicates}: {told}");
                *after = before.clone();
            }
            assert_eq!(after, before, "{target} {duplicates}: {told}");
        }
    }
    let (_, now) = seen(folder.path(), meeting);
    assert!(now <= count + 2, "only what was to be new is new");
    assert!(tansiq(folder.path(), &["check"]).status.success());
}

#[test]
fn no_text_adds_to_a_meeting_whose_minutes_are_approved() {
    let (folder, meeting) = approved();
    let (before, count) = seen(folder.path(), meeting);
    let of = &before.meeting;
    let file = folder.path().join("text.txt");
    let text = format!(
        "الموضوع: {}\nالتاريخ: {}\nالمكان: قاعة أخرى\nالحضور:\nالأستاذ سالم الغافي، مدير البرامج\n",
        of.title,
        of.date.expect("a day").iso()
    );
    std::fs::write(&file, text).expect("written");
    let file = file.to_str().expect("UTF-8");
    let said = tansiq(folder.path(), &["intake", file, "--save"]);
    let words = String::from_utf8_lossy(&said.stderr).into_owned();
    assert_eq!(said.status.code(), Some(1), "{}", String::from_utf8_lossy(&said.stdout));
    assert!(words.contains("minutes of this meeting are approved"), "{words}");
    assert_eq!(seen(folder.path(), meeting), (before.clone(), count));
    // Whoever knows that it is another one says so.
    assert!(tansiq(folder.path(), &["intake", file, "--save", "--another"]).status.success());
    assert_eq!(seen(folder.path(), meeting), (before, count + 1));
}
