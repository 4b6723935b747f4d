//! What earlier meetings left open goes on from one to the next, and what was closed is told once.

use super::orders::Random;
use super::*;
use crate::calendar::Date;
use crate::domain::{FieldValue, Further, MeetingStatus, OutcomeId, OutcomeStatus, SeriesId};
use crate::store::query::{Because, Condition, Offered, Which};

impl Tried {
    fn series(&self) -> SeriesId {
        let values = vec![("title", "اللقاء الدوري".into())];
        SeriesId(self.apply(Edit::Add { entity: Entity::Series, values }).record.unwrap().id)
    }

    fn meets(&self, date: &str, series: Option<SeriesId>) -> MeetingId {
        let values =
            vec![("title", "لقاء".into()), ("date", date.into()), ("series", series.map_or(Value::Empty, Into::into))];
        let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
        MeetingId(self.apply(Edit::NewMeeting { values, parties, agenda: Vec::new() }).record.unwrap().id)
    }

    fn held(&self, meeting: MeetingId) {
        self.lead(meeting);
        let values = vec![("meeting", meeting.into()), ("group_name", "جمعيات".into())];
        self.apply(Edit::Add { entity: Entity::Attendance, values });
        for to in [MeetingStatus::InProgress, MeetingStatus::Held] {
            self.apply(Edit::MoveMeeting { meeting, to, reason: String::new() });
        }
    }

    fn owed(&self, text: &str, meeting: MeetingId) -> OutcomeId {
        let values =
            vec![("kind", OutcomeKind::Recommendation.into()), ("text", text.into()), ("meeting", meeting.into())];
        OutcomeId(self.apply(Edit::Add { entity: Entity::Outcome, values }).record.unwrap().id)
    }

    /// Closes it, on a day that somebody set.
    fn close(&self, task: OutcomeId, day: &str) {
        self.apply(Edit::Move { record: task.record(), to: OutcomeStatus::Done, reason: String::new() });
        self.apply(set(task.record(), vec![("done_on", day.into())]));
    }

    /// What a meeting's minutes say of earlier ones: open with how often carried, and closed.
    fn told(&self, meeting: MeetingId) -> (Vec<(String, i64)>, Vec<String>) {
        let view = self.view(meeting);
        let open = view.earlier.into_iter().map(|row| (row.text, row.carried)).collect();
        (open, view.closed_since.into_iter().map(|row| row.text).collect())
    }
}

fn words(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn what_is_open_goes_on_and_what_is_closed_is_told_once_and_gone() {
    let tried = Tried::new();
    let series = Some(tried.series());
    let [first, second, third, fourth] =
        ["2026-09-01", "2026-10-01", "2026-11-01", "2026-12-01"].map(|date| tried.meets(date, series));
    let (closed, open) = (tried.owed("تُنجز", first), tried.owed("تبقى", first));
    assert_eq!(tried.told(second), (vec![("تُنجز".to_owned(), 1), ("تبقى".to_owned(), 1)], words(&[])));
    for meeting in [second, third] {
        tried.held(meeting);
    }
    tried.apply(Edit::ApproveMinutes(second));
    tried.close(closed, "2026-10-20");
    assert_eq!(tried.told(third), (vec![("تبقى".to_owned(), 2)], words(&["تُنجز"])));
    assert_eq!(tried.told(fourth), (vec![("تبقى".to_owned(), 3)], words(&[])), "the third was held, if not approved");
    tried.apply(Edit::ApproveMinutes(third));
    assert_eq!(tried.told(fourth).0, [("تبقى".to_owned(), 3)]);
    // A meeting that is held after it changes nothing in the minutes of one before.
    tried.held(fourth);
    for (meeting, times) in [(second, 1), (third, 2), (fourth, 3)] {
        assert_eq!(tried.told(meeting).0, [("تبقى".to_owned(), times)]);
    }
    tried.undo();
    // The agenda that is being prepared offers the same.
    let offered = tried.store.read(Offered { meeting: fourth }).unwrap().rows;
    assert_eq!(offered.iter().map(|row| (row.outcome.id, row.because)).collect::<Vec<_>>(), [(open, Because::Series)]);
    let offered = tried.store.read(Offered { meeting: third }).unwrap().rows;
    assert_eq!(offered.last().map(|row| (row.outcome.id, row.because)), Some((closed, Because::Done)));
}

#[test]
fn a_meeting_carries_what_is_open_once_whatever_brings_it_up() {
    let tried = Tried::new();
    let series = Some(tried.series());
    let (first, second) = (tried.meets("2026-09-01", series), tried.meets("2026-10-01", series));
    let task = tried.owed("تبقى", first);
    let carried = || tried.count(&format!("SELECT coalesce(carried, 0) FROM outcome WHERE id = {}", task.0));
    tried.apply(Edit::PutOnAgenda { record: task.record(), meeting: second });
    tried.held(second);
    assert_eq!(carried(), 1);
    tried.apply(Edit::ApproveMinutes(second));
    assert_eq!(carried(), 1, "it stood on the agenda already");
    tried.apply(reopen(second));
    tried.apply(Edit::ApproveMinutes(second));
    assert_eq!(carried(), 1, "approved again it is the same meeting");
    // The next meeting brings it up again once it is held, and gives it up with the undo of that.
    let third = tried.meets("2026-11-01", series);
    tried.held(third);
    assert_eq!(carried(), 2, "it is counted before its minutes are approved");
    tried.apply(Edit::ApproveMinutes(third));
    assert_eq!(carried(), 2, "and no more with that");
    tried.undo();
    tried.undo();
    assert_eq!(carried(), 1);
    assert_eq!(
        tried.told(third).0,
        [("تبقى".to_owned(), 2)],
        "the minutes say what they will say when they are approved"
    );
    assert!(tried.store.check().unwrap().is_sound());
}

#[test]
fn of_very_much_a_part_is_told_and_how_much_more_there_is() {
    let check = |in_series: bool, told: usize| {
        let tried = Tried::new();
        let series = in_series.then(|| tried.series());
        let (first, second) = (tried.meets("2026-09-01", series), tried.meets("2026-10-01", series));
        let tasks: Vec<OutcomeId> = (0..told).map(|_| tried.owed("توصية", first)).collect();
        assert_eq!(
            (tried.view(second).earlier.len(), tried.view(second).earlier_left),
            (told, Further::Counted(0)),
            "all of them"
        );
        let further: Vec<OutcomeId> = (0..3).map(|_| tried.owed("توصية أخرى", first)).collect();
        let left = || (tried.view(second).earlier.len(), tried.view(second).earlier_left);
        assert_eq!(left(), (told, Further::Counted(3)));
        let offered = || tried.store.read(Offered { meeting: second }).unwrap();
        assert_eq!(
            (offered().rows.len(), offered().left, offered().left_of_bodies),
            (told, Further::Counted(3), Further::Counted(0))
        );
        // What stands on the agenda is told besides.
        tried.apply(Edit::PutOnAgenda { record: further[2].record(), meeting: second });
        assert_eq!(left(), (told + 1, Further::Counted(2)));
        assert_eq!((offered().rows.len(), offered().left), (told, Further::Counted(2)));
        tried.close(tasks[0], "2026-09-20");
        assert_eq!(left(), (told + 1, Further::Counted(1)), "the next one stands in its place");
        // The register finds the same, and what came onto the agenda.
        let condition = match series {
            Some(series) => Condition::OneOf(query::MEETING_SERIES, vec![series.into()]),
            None => {
                let host = tried.view(first).parties[0].organisation;
                Condition::OneOf(query::MEETING_HOST, vec![host.into()])
            }
        };
        let which = Which {
            entity: Entity::Outcome,
            kinds: Vec::new(),
            conditions: vec![Condition::Open, condition],
            containing: String::new(),
            order: Vec::new(),
            today: Date::from_iso("2026-11-23").unwrap(),
        };
        let columns = vec![query::MEETING_SERIES, query::MEETING_HOST];
        let found = tried.store.read(query::RecordList { which, columns, first: 0, count: 1 }).unwrap();
        assert_eq!(found.total, told + 2);
        let named: Vec<&str> = found.rows[0].cells.iter().map(|cell| cell.name.as_str()).collect();
        assert_eq!(named, [if in_series { "اللقاء الدوري" } else { "" }, "أمانة الواحة"]);
    };
    check(false, 50);
    check(true, 200);
}

#[test]
fn what_very_many_meetings_left_open_is_told_in_part_and_not_counted() {
    let tried = Tried::new();
    let series = Some(tried.series());
    let days = ["2026-05-01", "2026-06-01", "2026-07-01", "2026-08-01", "2026-09-01"];
    let meetings = days.map(|day| tried.meets(day, series));
    for _ in 0..203 {
        tried.owed("توصية", meetings[0]);
    }
    let view = tried.view(meetings[4]);
    assert_eq!((view.earlier.len(), view.earlier_left), (200, Further::Uncounted));
    assert_eq!(tried.store.read(Offered { meeting: meetings[4] }).unwrap().left, Further::Uncounted);
}

#[test]
fn what_invited_bodies_owe_besides_is_counted_too() {
    let tried = Tried::new();
    let (first, second) = (tried.meets("2026-09-01", None), tried.meets("2026-10-01", None));
    tried.apply(Edit::AddParty { meeting: second, organisation: "جمعية".to_owned(), side: Side::Invited });
    let body = tried.view(second).parties[1].organisation;
    let add = |values: Vec<FieldValue>| tried.apply(Edit::Add { entity: Entity::Outcome, values });
    for _ in 0..203 {
        add(vec![("kind", OutcomeKind::FollowUp.into()), ("text", "مهمة".into()), ("organisation", body.into())]);
    }
    tried.owed("من قبل", first);
    let offered = tried.store.read(Offered { meeting: second }).unwrap();
    assert_eq!(offered.rows.len(), 200);
    assert_eq!(offered.left.with(0).and_then(|left| offered.left_of_bodies.with(left)), Some(4));
    assert_eq!(offered.bodies, [(body, "جمعية".to_owned())]);
}

#[test]
fn what_stands_on_the_agenda_is_told_wherever_it_came_from() {
    let tried = Tried::new();
    let (ours, theirs) = (Some(tried.series()), Some(tried.series()));
    let task = tried.owed("من سلسلة أخرى", tried.meets("2026-09-01", theirs));
    let meeting = tried.meets("2026-10-01", ours);
    assert_eq!(tried.told(meeting).0, []);
    tried.apply(Edit::PutOnAgenda { record: task.record(), meeting });
    assert_eq!(tried.told(meeting).0, [("من سلسلة أخرى".to_owned(), 1)]);
    tried.close(task, "2026-10-02");
    assert_eq!(tried.told(meeting).0, [], "what is over is no longer open");
}

#[test]
fn minutes_without_the_follow_up_carry_nothing() {
    let tried = Tried::new();
    let series = Some(tried.series());
    let (first, second) = (tried.meets("2026-09-01", series), tried.meets("2026-10-01", series));
    let task = tried.owed("تبقى", first);
    let mut layout = crate::domain::MinutesLayout::default();
    layout.set_has(crate::domain::MinutesPart::Earlier, false);
    tried.apply(set(second.record(), vec![("layout", layout.stored().into())]));
    tried.held(second);
    tried.apply(Edit::ApproveMinutes(second));
    assert_eq!(tried.count(&format!("SELECT coalesce(carried, 0) FROM outcome WHERE id = {}", task.0)), 0);
}

#[test]
fn what_is_closed_after_the_minutes_of_that_day_were_approved_is_told_in_the_next() {
    let tried = Tried::new();
    let series = Some(tried.series());
    let [first, second, third] = ["2026-10-01", "2026-11-22", "2026-12-22"].map(|date| tried.meets(date, series));
    let (during, after, backdated) =
        (tried.owed("أثناءه", first), tried.owed("بعده", first), tried.owed("متأخر", first));
    tried.held(second);
    tried.close(during, "2026-11-22");
    tried.apply(Edit::ApproveMinutes(second));
    tried.close(after, "2026-11-22");
    tried.close(backdated, "2026-11-10");
    assert_eq!(tried.told(second).1, ["أثناءه"]);
    assert_eq!(tried.told(third), (vec![], words(&["متأخر", "بعده"])));
}

#[test]
fn what_is_closed_between_a_meeting_and_the_approval_of_its_minutes_is_told_open_there_and_closed_in_the_next() {
    for series in [true, false] {
        let tried = Tried::new();
        let series = series.then(|| tried.series());
        let [first, second, third] = ["2026-10-01", "2026-11-15", "2026-12-22"].map(|date| tried.meets(date, series));
        let task = tried.owed("أُنجز قبل الاعتماد", first);
        let from = OutcomeStatus::InProgress;
        tried.apply(Edit::Move { record: task.record(), to: from, reason: String::new() });
        tried.held(second);
        tried.close(task, "2026-11-22");
        let check = |tried: &Tried| {
            assert_eq!(tried.told(second), (vec![("أُنجز قبل الاعتماد".to_owned(), 1)], words(&[])));
            let row = &tried.view(second).earlier[0];
            assert_eq!((row.status, row.percent, row.done_on), (from, 0, None), "as it stood on that day");
            assert_eq!(tried.told(third), (vec![], words(&["أُنجز قبل الاعتماد"])));
        };
        check(&tried);
        tried.apply(Edit::ApproveMinutes(second));
        check(&tried);
        assert_eq!(tried.count(&format!("SELECT carried FROM outcome WHERE id = {}", task.0)), 1);
        tried.apply(reopen(second));
        tried.apply(Edit::ApproveMinutes(second));
        check(&tried);
    }
}

#[test]
fn what_is_closed_after_the_approval_is_none_of_those_minutes() {
    let tried = Tried::new();
    let series = Some(tried.series());
    let [first, second] = ["2026-10-01", "2026-11-15"].map(|date| tried.meets(date, series));
    let task = tried.owed("أُنجز بعد الاعتماد", first);
    tried.held(second);
    tried.apply(Edit::ApproveMinutes(second));
    tried.close(task, "2026-11-22");
    assert_eq!(tried.told(second).0, [], "the page says what is open now, the minutes what was kept");
}

#[test]
fn a_status_that_is_set_among_other_fields_closes_as_a_move_does() {
    let tried = Tried::new();
    let series = Some(tried.series());
    let (first, second) = (tried.meets("2026-10-01", series), tried.meets("2026-11-25", series));
    let (done, given_up) = (tried.owed("تُنجز", first), tried.owed("تُترك", first));
    tried.apply(set(done.record(), vec![("status", OutcomeStatus::Done.into()), ("area", "البيئة".into())]));
    tried.apply(set(given_up.record(), vec![("status", OutcomeStatus::Cancelled.into())]));
    assert_eq!(tried.told(second), (vec![], words(&["تُنجز", "تُترك"])));
    let day = "SELECT count(*) FROM outcome WHERE done_on = '2026-11-22' AND percent = 100";
    assert_eq!(tried.count(day), 1);
    tried.undo();
    tried.undo();
    assert_eq!((tried.count(day), tried.told(second).0.len()), (0, 2));
}

#[test]
fn a_meeting_that_does_not_take_place_tells_nothing() {
    let tried = Tried::new();
    let series = Some(tried.series());
    let [first, second, third] = ["2026-10-01", "2026-11-01", "2026-12-01"].map(|date| tried.meets(date, series));
    let task = tried.owed("تُلغى", first);
    let to = OutcomeStatus::Cancelled;
    tried.apply(Edit::Move { record: task.record(), to, reason: "لم تعد مطلوبة".to_owned() });
    tried.apply(set(first.record(), vec![("date", "2026-09-01".into())]));
    tried.apply(set(second.record(), vec![("date", "2026-11-25".into())]));
    assert_eq!(tried.told(second).1, ["تُلغى"], "what was cancelled is told as well");
    assert_eq!(tried.told(third).1, words(&[]));
    let (to, reason) = (MeetingStatus::Cancelled, "اعتذار الجهات".to_owned());
    tried.apply(Edit::MoveMeeting { meeting: second, to, reason });
    assert_eq!(tried.told(third).1, ["تُلغى"]);
}

#[test]
fn a_meeting_without_a_series_takes_what_its_host_left_open() {
    let tried = Tried::new();
    let series = Some(tried.series());
    let (of_series, single) = (tried.meets("2026-10-01", series), tried.meets("2026-10-02", None));
    let this = tried.meets("2026-12-01", None);
    let (one, other) = (tried.owed("من السلسلة", of_series), tried.owed("منفرد", single));
    assert_eq!(tried.told(this).0.len(), 2);
    let offered = tried.store.read(Offered { meeting: this }).unwrap().rows;
    assert!(offered.iter().all(|row| row.because == Because::Host) && offered.len() == 2);
    // What is of a series is told closed in the series.
    tried.close(one, "2026-11-20");
    tried.close(other, "2026-11-20");
    assert_eq!(tried.told(this), (vec![], words(&["منفرد"])));
    assert_eq!(tried.told(tried.meets("2026-12-02", series)).1, ["من السلسلة"]);
}

/// Whatever the order in which meetings are made and however their days lie: what was closed stands in one of them at most,
/// and in one if any comes after it.
#[test]
fn what_was_closed_stands_in_one_meeting_whatever_the_order_of_their_days() {
    for (seed, meetings) in [(3, 3), (5, 3), (7, 8), (11, 8), (13, 8)] {
        let mut random = Random(seed);
        let tried = Tried::new();
        let series = (random.below(2) == 0).then(|| tried.series());
        let day = |random: &mut Random| format!("2026-{:02}-{:02}", random.below(9) + 1, random.below(3) * 9 + 1);
        let meetings: Vec<MeetingId> = (0..meetings).map(|_| tried.meets(&day(&mut random), series)).collect();
        let tasks: Vec<(OutcomeId, MeetingId)> = (0..8)
            .map(|at| {
                let meeting = *random.pick(&meetings);
                (tried.owed(&format!("عمل {at}"), meeting), meeting)
            })
            .collect();
        let mut closed = Vec::new();
        for (task, meeting) in &tasks {
            let on = day(&mut random);
            tried.close(*task, &on);
            closed.push((*task, *meeting, on));
        }
        let dates: Vec<(String, MeetingId)> =
            meetings.iter().map(|meeting| (tried.view(*meeting).meeting.date.unwrap().iso(), *meeting)).collect();
        for (task, own, on) in closed {
            let told: Vec<MeetingId> = meetings
                .iter()
                .copied()
                .filter(|meeting| tried.view(*meeting).closed_since.iter().any(|row| row.id == task))
                .collect();
            let own_day = dates.iter().find(|(_, meeting)| *meeting == own).unwrap();
            let first = dates.iter().filter(|day| *day > own_day && day.0 >= on).min().map(|(_, meeting)| *meeting);
            assert_eq!(told, first.into_iter().collect::<Vec<_>>(), "seed {seed}, closed on {on}, from {own_day:?}");
        }
    }
}
