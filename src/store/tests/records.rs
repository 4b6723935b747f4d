//! The registers of the whole work: lists by any field, pages, ties from both ends, histories, the bin, merging.

use super::*;
use crate::calendar::Date;
use crate::domain::{LinkKind, OrganisationId, OutcomeId, OutcomeStatus};
use crate::store::query::{
    Became, Bin, Changed, Commitments, Condition, History, Likeness, Names, Reach, RecordGroups, RecordList,
    RecordPage, Sort, Timeline, Twins, Which,
};

fn day(iso: &str) -> Date {
    Date::from_iso(iso).unwrap()
}

impl Tried {
    pub(super) fn add(&self, entity: Entity, values: Vec<FieldValue>) -> Record {
        self.apply(Edit::Add { entity, values }).record.unwrap()
    }

    fn body(&self, name: &str) -> Record {
        self.add(Entity::Organisation, vec![("name", name.into())])
    }

    fn task(&self, text: &str, body: Option<Record>, due: &str) -> Record {
        let values = vec![
            ("kind", OutcomeKind::FollowUp.into()),
            ("text", text.into()),
            ("organisation", body.map_or(Value::Empty, |body| Value::Number(body.id))),
            ("due", due.into()),
        ];
        self.add(Entity::Outcome, values)
    }

    fn tie(&self, source: Record, kind: LinkKind, target: Record) -> Record {
        let values = vec![("source", source.into()), ("kind", kind.into()), ("target", target.into())];
        self.add(Entity::Link, values)
    }

    fn move_to(&self, record: Record, to: OutcomeStatus, reason: &str) {
        self.apply(Edit::Move { record, to, reason: reason.to_owned() });
    }

    fn titles(&self, which: Which) -> Vec<String> {
        let list = RecordList { which, columns: Vec::new(), first: 0, count: 50 };
        self.store.read(list).unwrap().rows.into_iter().map(|row| row.title).collect()
    }
}

fn tasks(conditions: Vec<Condition>, order: Vec<Sort>) -> Which {
    Which {
        entity: Entity::Outcome,
        kinds: vec![OutcomeKind::FollowUp.code()],
        conditions,
        containing: String::new(),
        order,
        today: day("2026-11-22"),
    }
}

const BY_DUE: Sort = Sort { field: "due", is_descending: false };
const BY_TEXT: Sort = Sort { field: "text", is_descending: false };

/// Three tasks: one late, one later, one done; the first two of a charity.
fn three_tasks(tried: &Tried) -> (Record, [Record; 3]) {
    let body = tried.body("جمعية بيئة");
    let late = tried.task("تزويد الجمعيات بالدليل", Some(body), "2026-11-01");
    let later = tried.task("إعداد مسودة المذكرة", Some(body), "2026-12-01");
    let done = tried.task("أرشفة المحاضر", None, "2026-10-01");
    tried.move_to(done, OutcomeStatus::Done, "");
    (body, [late, later, done])
}

#[test]
fn a_register_is_filtered_by_any_field() {
    let tried = Tried::new();
    let (body, _) = three_tasks(&tried);
    let check = |conditions: Vec<Condition>, expected: &[&str]| {
        assert_eq!(tried.titles(tasks(conditions.clone(), vec![BY_DUE])), expected, "{conditions:?}");
    };
    check(vec![], &["أرشفة المحاضر", "تزويد الجمعيات بالدليل", "إعداد مسودة المذكرة"]);
    check(vec![Condition::Open], &["تزويد الجمعيات بالدليل", "إعداد مسودة المذكرة"]);
    check(vec![Condition::Overdue], &["تزويد الجمعيات بالدليل"]);
    check(vec![Condition::OneOf("organisation", vec![Value::Empty])], &["أرشفة المحاضر"]);
    check(
        vec![Condition::OneOf("organisation", vec![Value::Number(body.id)]), Condition::Open],
        &["تزويد الجمعيات بالدليل", "إعداد مسودة المذكرة"],
    );
    check(vec![Condition::Within("due", "2026-11-01".into(), "2026-11-30".into())], &["تزويد الجمعيات بالدليل"]);
}

#[test]
fn a_register_is_sorted_as_people_read_and_shown_a_window_at_a_time() {
    let tried = Tried::new();
    three_tasks(&tried);
    // أ and إ are one letter to the order; what is not given comes last.
    assert_eq!(
        tried.titles(tasks(vec![], vec![BY_TEXT])),
        ["أرشفة المحاضر", "إعداد مسودة المذكرة", "تزويد الجمعيات بالدليل"]
    );
    let by_body = Sort { field: "organisation", is_descending: true };
    assert_eq!(tried.titles(tasks(vec![], vec![by_body, BY_DUE])).last().unwrap(), "أرشفة المحاضر");
    let which = tasks(vec![], vec![BY_TEXT]);
    let window = RecordList { which, columns: vec!["organisation", "due"], first: 1, count: 1 };
    let found = tried.store.read(window).unwrap();
    assert_eq!((found.total, found.first, found.rows.len()), (3, 1, 1));
    assert_eq!(found.rows[0].cells[0].name, "جمعية بيئة");
    assert_eq!(found.rows[0].cells[1].value, "2026-12-01".into());
}

#[test]
fn every_window_of_a_register_sorted_by_a_name_is_a_part_of_the_whole() {
    let tried = Tried::new();
    let bodies = ["مؤسسة رفد", "أمانة الواحة", "جمعية بيئة"].map(|name| tried.body(name));
    for number in 0..12 {
        let body = (number % 4 != 3).then(|| bodies[number % 4]);
        tried.task(&format!("متابعة {number}"), body, "2026-11-01");
    }
    let by_body = |is_descending| vec![Sort { field: "organisation", is_descending }, BY_TEXT];
    let named = |which: &Which, first, count| -> Vec<(String, String)> {
        let list = RecordList { which: which.clone(), columns: vec!["organisation"], first, count };
        let found = tried.store.read(list).unwrap();
        assert_eq!(found.total, 12);
        found.rows.into_iter().map(|row| (row.cells[0].name.clone(), row.title)).collect()
    };
    for is_descending in [false, true] {
        let which = tasks(vec![], by_body(is_descending));
        let whole = named(&which, 0, 50);
        let mut names: Vec<&str> = whole.iter().map(|(name, _)| name.as_str()).collect();
        names.dedup();
        let expected = if is_descending {
            ["مؤسسة رفد", "جمعية بيئة", "أمانة الواحة", ""]
        } else {
            ["أمانة الواحة", "جمعية بيئة", "مؤسسة رفد", ""]
        };
        assert_eq!(names, expected);
        for count in 1..=12 {
            for first in 0..=12 {
                let until = whole.len().min(first + count);
                assert_eq!(named(&which, first, count), whole[first..until], "{count} from {first}");
            }
        }
        // The same order as that of rows which are sorted after they were chosen.
        let chosen = tasks(vec![Condition::Open], by_body(is_descending));
        assert_eq!(named(&chosen, 0, 50), whole);
    }
}

#[test]
fn a_new_name_takes_its_place_in_the_order_and_undo_gives_the_old_one_back() {
    let tried = Tried::new();
    let (_, [late, later, done]) = three_tasks(&tried);
    let titles = || tried.titles(tasks(vec![], vec![BY_TEXT]));
    let before = titles();
    tried.apply(set(done, vec![("text", "يوم التطوع".into())]));
    assert_eq!(titles().last().unwrap(), "يوم التطوع");
    tried.apply(Edit::Undo);
    assert_eq!(titles(), before);
    tried.apply(Edit::Remove(late));
    tried.apply(Edit::Restore(late));
    assert_eq!(titles(), before);
    let report = tried.store.check().unwrap();
    assert!(report.is_sound(), "{:?} {later:?}", report.faults);
}

#[test]
fn words_find_a_record_by_what_it_links_to() {
    let tried = Tried::new();
    let (body, _) = three_tasks(&tried);
    let alias = vec![("organisation", Value::Number(body.id)), ("name", "أصدقاء الشجرة".into())];
    tried.add(Entity::Alias, alias);
    let which = Which { containing: "بيئه".to_owned(), ..tasks(vec![], vec![BY_DUE]) };
    assert_eq!(tried.titles(which), ["تزويد الجمعيات بالدليل", "إعداد مسودة المذكرة"]);
    let names = |containing: &str| {
        let asked = Names { entity: Entity::Organisation, list: None, containing: containing.to_owned() };
        tried.store.read(asked).unwrap().into_iter().map(|named| named.name).collect::<Vec<_>>()
    };
    assert_eq!(names("الشجره"), ["جمعية بيئة"]);
    let asked = Names { entity: Entity::Organisation, list: None, containing: "الشجره".to_owned() };
    assert_eq!(tried.store.read(asked).unwrap()[0].also, "أصدقاء الشجرة");
}

#[test]
fn a_board_counts_each_status() {
    let tried = Tried::new();
    three_tasks(&tried);
    let groups =
        tried.store.read(RecordGroups { which: tasks(vec![], vec![]), by: "status", reach: Reach::All }).unwrap().found;
    let count =
        |status: OutcomeStatus| groups.iter().find(|group| group.value == status.into()).map_or(0, |group| group.count);
    assert_eq!((count(OutcomeStatus::NotStarted), count(OutcomeStatus::Done)), (2, 1));
}

#[test]
fn a_tie_is_seen_from_both_ends() {
    let tried = Tried::new();
    let (_, [task, ..]) = three_tasks(&tried);
    let (meeting, ..) = tried.meeting();
    let tie = tried.tie(task, LinkKind::RaisedIn, meeting.record());
    // The same tie again is the same tie.
    assert_eq!(tried.tie(task, LinkKind::RaisedIn, meeting.record()), tie);
    let seen = |record: Record| {
        let view = tried.store.read(RecordPage { record }).unwrap();
        let [tie] = view.ties.try_into().unwrap();
        (tie.label_key(), tie.other.name)
    };
    assert_eq!(seen(task), ("link-raised-in", "اجتماع تنسيقي".to_owned()));
    assert_eq!(seen(meeting.record()), ("link-back-raised-in", "تزويد الجمعيات بالدليل".to_owned()));
    let tied = |to: Record| tried.titles(tasks(vec![Condition::TiedTo(to)], vec![BY_DUE]));
    assert_eq!(tied(meeting.record()), ["تزويد الجمعيات بالدليل"]);
    assert!(tied(tie).is_empty());
    tried.apply(Edit::Remove(meeting.record()));
    assert!(tried.store.read(RecordPage { record: task }).unwrap().ties.is_empty());
    tried.apply(Edit::Undo);
    assert_eq!(seen(task).0, "link-raised-in");
}

#[test]
fn a_proposal_comes_onto_an_agenda_in_one_step() {
    let tried = Tried::new();
    let (_, [task, ..]) = three_tasks(&tried);
    let (meeting, ..) = tried.meeting();
    tried.apply(Edit::PutOnAgenda { record: task, meeting });
    let agenda: Vec<String> = tried.view(meeting).agenda.into_iter().map(|item| item.title).collect();
    assert_eq!(agenda, ["التحديات والفرص", "تزويد الجمعيات بالدليل"]);
    let ties = tried.store.read(RecordPage { record: task }).unwrap().ties;
    let ends: Vec<Entity> = ties.iter().map(|tie| tie.other.record.entity).collect();
    assert_eq!(ends, [Entity::Meeting, Entity::AgendaItem]);
}

#[test]
fn a_move_that_stops_work_says_why_and_the_reason_stays() {
    let tried = Tried::new();
    let (_, [task, ..]) = three_tasks(&tried);
    let stop = |reason: &str| Edit::Move { record: task, to: OutcomeStatus::OnHold, reason: reason.to_owned() };
    assert_eq!(tried.refused(stop("  ")), ErrorKind::ReasonMissing);
    tried.apply(stop("بانتظار رد البلدية"));
    let progress = tried.store.read(RecordPage { record: task }).unwrap().progress;
    assert_eq!(progress[0].text, "بانتظار رد البلدية");
    assert_eq!(
        (progress[0].from_status, progress[0].to_status),
        (Some(OutcomeStatus::NotStarted), Some(OutcomeStatus::OnHold))
    );
    let archive = Edit::Move { record: task, to: OutcomeStatus::Archived, reason: "سبب".to_owned() };
    assert_eq!(tried.refused(archive), ErrorKind::MoveRefused);
}

#[test]
fn a_history_says_who_changed_what_from_what() {
    let tried = Tried::new();
    tried.apply(Edit::Configure { key: "coordinator".to_owned(), value: "هند العمري".to_owned() });
    let (body, [task, ..]) = three_tasks(&tried);
    let other = tried.body("جمعية إكرام");
    tried.apply(set(task, vec![("organisation", Value::Number(other.id))]));
    let history = tried.store.read(History { record: task, limit: 10 }).unwrap();
    assert_eq!(history.len(), 2);
    assert_eq!((history[0].author.as_str(), history[0].label_key), ("هند العمري", "edit-set-outcome"));
    let Changed::Field { field, before, after } = &history[0].what else { panic!("{history:?}") };
    assert_eq!((*field, before.name.as_str(), after.name.as_str()), ("organisation", "جمعية بيئة", "جمعية إكرام"));
    assert_eq!(history[1].what, Changed::Made);
    // From there it is put back like any other change.
    tried.apply(set(task, vec![("organisation", before.value.clone())]));
    assert_eq!(before.value, Value::Number(body.id));
}

#[test]
fn a_bodys_story_holds_what_it_took_part_in_and_what_it_owes() {
    let tried = Tried::new();
    let (body, _) = three_tasks(&tried);
    let (meeting, ..) = tried.meeting();
    tried.apply(Edit::AddParty { meeting, organisation: "جمعية بيئة".to_owned(), side: Side::Invited });
    let partnership = tried.add(Entity::Partnership, vec![("title", "حدائق الأحياء".into())]);
    let party = vec![("partnership", Value::Number(partnership.id)), ("organisation", Value::Number(body.id))];
    tried.add(Entity::Party, party);
    let story = tried.store.read(Timeline { record: body, limit: 20 }).unwrap();
    let told: Vec<(Entity, &str)> = story.iter().map(|event| (event.record.entity, event.name.as_str())).collect();
    assert!(told.contains(&(Entity::Meeting, "اجتماع تنسيقي")), "{told:?}");
    assert!(told.contains(&(Entity::Partnership, "حدائق الأحياء")), "{told:?}");
    assert!(told.contains(&(Entity::Outcome, "إعداد مسودة المذكرة")), "{told:?}");
    assert!(!told.iter().any(|(entity, _)| *entity == Entity::Party), "{told:?}");
}

#[test]
fn both_sides_commitments_are_counted() {
    let tried = Tried::new();
    let (body, _) = three_tasks(&tried);
    let amana = tried.body("أمانة منطقة النخيل");
    let partnership = tried.add(Entity::Partnership, vec![("title", "حدائق الأحياء".into())]);
    tried.add(
        Entity::Party,
        vec![("partnership", Value::Number(partnership.id)), ("organisation", Value::Number(body.id))],
    );
    let obligation = tried.add(
        Entity::Outcome,
        vec![
            ("kind", OutcomeKind::Obligation.into()),
            ("text", "تخصيص المواقع".into()),
            ("partnership", Value::Number(partnership.id)),
            ("organisation", Value::Number(amana.id)),
        ],
    );
    tried.move_to(obligation, OutcomeStatus::Done, "");
    let asked = Commitments { organisation: OrganisationId(body.id), today: day("2026-11-22") };
    let sides = tried.store.read(asked).unwrap();
    assert_eq!((sides.theirs.done, sides.theirs.all, sides.theirs.late), (0, 2, 1));
    assert_eq!((sides.ours.done, sides.ours.all, sides.ours.late), (1, 1, 0));
}

#[test]
fn the_bin_gives_back_whole_what_was_removed() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    let before = tried.content();
    tried.apply(Edit::Remove(meeting.record()));
    tried.apply(Edit::Add { entity: Entity::Person, values: vec![("name", "سعد".into())] });
    tried.apply(Edit::Undo);
    let bin = tried.store.read(Bin { limit: 10 }).unwrap();
    assert_eq!(bin[0].named.record, meeting.record());
    let along: Vec<(Entity, i64)> = bin[0].along.iter().map(|along| (along.entity, along.count)).collect();
    assert_eq!(along, [(Entity::AgendaItem, 1), (Entity::Party, 1), (Entity::Block, 1)]);
    tried.apply(Edit::Restore(meeting.record()));
    assert_eq!(tried.content(), before);
    assert!(!tried.store.read(Bin { limit: 10 }).unwrap().iter().any(|row| row.named.record == meeting.record()));
}

#[test]
fn merging_turns_everything_to_the_one_that_stays() {
    let tried = Tried::new();
    let (body, [task, ..]) = three_tasks(&tried);
    let twin = tried
        .add(Entity::Organisation, vec![("name", "جمعية البيئة بالواحة".into()), ("email", "info@example.org".into())]);
    let person = tried.add(Entity::Person, vec![("name", "سارة".into()), ("organisation", Value::Number(twin.id))]);
    let tie = tried.tie(task, LinkKind::Related, twin);
    let before = tried.content();
    tried.apply(Edit::Merge { keep: body, other: twin, values: Vec::new() });
    let after = tried.content();
    let value = |record: Record, name: &str| {
        let at = record.entity.fields().iter().position(|field| field.name == name).unwrap();
        after.get(&(record.entity, record.id)).map(|values| values[at].clone())
    };
    assert_eq!(value(person, "organisation"), Some(Value::Number(body.id)));
    assert_eq!(value(tie, "target"), Some(body.into()));
    assert_eq!(value(body, "email"), Some("info@example.org".into()));
    assert_eq!(value(twin, "name"), None);
    // Under its other name it is found from now on.
    let (meeting, ..) = tried.meeting();
    tried.apply(Edit::AddParty {
        meeting, organisation: "جمعية البيئة بالواحه".to_owned(), side: Side::Invited
    });
    assert!(tried.view(meeting).parties.iter().any(|party| party.name == "جمعية بيئة"));
    for _ in 0..3 {
        tried.apply(Edit::Undo);
    }
    // The meeting came with its notes in a step of their own.
    tried.apply(Edit::Undo);
    assert_eq!(tried.content(), before);
    let outcome = OutcomeId(task.id);
    assert_eq!(
        tried.refused(Edit::Merge { keep: outcome.record(), other: body, values: Vec::new() }),
        ErrorKind::NotAlike
    );
}

#[test]
fn likely_twins_stand_in_a_list() {
    let tried = Tried::new();
    for name in ["عبدالرحمن علي الوادعي", "د. عبد الرحمن بن علي الوادعي", "علي الوادعي"]
    {
        tried.add(Entity::Person, vec![("name", name.into())]);
    }
    let twins = tried.store.read(Twins { entity: Entity::Person, known: Arc::default() }).unwrap();
    assert_eq!(twins.len(), 1);
    assert_eq!((twins[0].reason, twins[0].records.len()), (Likeness::Name, 2));
}

#[test]
fn what_a_field_does_not_take_is_refused_and_said_so() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    let check = |values: Vec<FieldValue>, expected: ErrorKind| {
        assert_eq!(tried.refused(set(meeting.record(), values)), expected);
    };
    check(vec![("title", "ن".repeat(10_000).into())], ErrorKind::FieldTooLong("field-meeting-title".to_owned()));
    check(vec![("date", "2026-02-30".into())], ErrorKind::FieldRefused("field-meeting-date".to_owned()));
    check(vec![("kind", "party".into())], ErrorKind::FieldRefused("field-meeting-kind".to_owned()));
    let (other, ..) = tried.meeting();
    let number = tried.view(other).meeting.number;
    check(vec![("number", number.as_str().into())], ErrorKind::NumberTaken(number.clone()));
}

#[test]
fn what_points_to_a_record_is_found_by_an_index() {
    let tried = Tried::new();
    let sql = tried.sql();
    // Tables that stay small are looked through.
    let small = [Entity::Entry, Entity::Alias, Entity::Person, Entity::Post, Entity::Organisation, Entity::Series];
    for entity in Entity::ALL.into_iter().filter(|entity| !small.contains(entity)) {
        for field in entity.fields().iter().filter(|field| {
            field.kind.target().is_some_and(|to| to != Entity::Entry) || field.kind == crate::domain::FieldKind::Any
        }) {
            let first = "SELECT count(*) FROM pragma_index_list(?1) AS list
                 JOIN pragma_index_info(list.name) AS info WHERE info.seqno = 0 AND info.name = ?2";
            let count: i64 = sql.query_row(first, [entity.code(), field.name], |row| row.get(0)).unwrap();
            assert!(count > 0, "{}.{}", entity.code(), field.name);
        }
    }
}

#[test]
fn a_records_story_has_its_own_meeting_and_its_updates_and_an_unknown_day_is_not_today() {
    let tried = Tried::new();
    let values = vec![("title", "لقاء بلا تاريخ".into())];
    let undated = tried.apply(Edit::Add { entity: Entity::Meeting, values }).record.unwrap();
    let task = tried.add(
        Entity::Outcome,
        vec![
            ("kind", OutcomeKind::FollowUp.into()),
            ("text", "حصر المواقع".into()),
            ("meeting", Value::Number(undated.id)),
        ],
    );
    tried.apply(Edit::Report {
        record: task,
        text: "أُرسل الخطاب".to_owned(),
        percent: Some(20),
        obstacles: String::new(),
        to: Some(OutcomeStatus::InProgress),
    });
    let story = tried.store.read(Timeline { record: task, limit: 20 }).unwrap();
    let told: Vec<(Entity, &str, bool)> =
        story.iter().map(|event| (event.record.entity, event.name.as_str(), event.shown_on().is_some())).collect();
    // What has no day stands first, under none.
    assert_eq!(told, [(Entity::Meeting, "لقاء بلا تاريخ", false), (Entity::Progress, "أُرسل الخطاب", true)]);
    // Neither has what was on its agenda the day on which it was typed.
    let item = tried.add(Entity::AgendaItem, vec![("meeting", Value::Number(undated.id)), ("title", "بند".into())]);
    let link =
        vec![("source", task.into()), ("kind", crate::domain::LinkKind::Related.into()), ("target", item.into())];
    tried.add(Entity::Link, link);
    let story = tried.store.read(Timeline { record: task, limit: 20 }).unwrap();
    let shown = story.iter().find(|event| event.record == item).map(|event| event.shown_on());
    assert_eq!(shown, Some(None));
}

#[test]
fn the_history_tells_what_came_to_a_record_and_went_and_brings_it_back() {
    let tried = Tried::new();
    let body = tried.body("أمانة المنطقة الشرقية");
    let id = Value::Number(body.id);
    let alias = tried.add(Entity::Alias, vec![("organisation", id.clone()), ("name", "أمانة الشرقية".into())]);
    let unit = tried.add(Entity::Organisation, vec![("name", "إدارة الحدائق".into())]);
    tried.apply(set(unit, vec![("parent", id)]));
    let other = tried.body("وزارة البلديات والإسكان");
    let link = vec![("source", body.into()), ("target", other.into()), ("kind", LinkKind::Related.into())];
    tried.add(Entity::Link, link);
    tried.apply(Edit::Remove(alias));
    let told = |record: Record| -> Vec<(Entity, String, Became, bool)> {
        let changes = tried.store.read(History { record, limit: 50 }).unwrap();
        changes
            .into_iter()
            .filter_map(|change| match change.what {
                Changed::Part { part, name, became, is_gone, .. } => Some((part.entity, name, became, is_gone)),
                Changed::PartField { .. }
                | Changed::Notes { .. }
                | Changed::Made
                | Changed::Removed
                | Changed::Restored
                | Changed::Field { .. } => None,
            })
            .collect()
    };
    let row = |entity, name: &str, became, is_gone| (entity, name.to_owned(), became, is_gone);
    let expected = [
        row(Entity::Alias, "أمانة الشرقية", Became::Removed, true),
        row(Entity::Link, "وزارة البلديات والإسكان", Became::Added, false),
        row(Entity::Organisation, "إدارة الحدائق", Became::Added, false),
        row(Entity::Alias, "أمانة الشرقية", Became::Added, true),
    ];
    assert_eq!(told(body), expected);
    assert_eq!(told(other), [row(Entity::Link, "أمانة المنطقة الشرقية", Became::Added, false)], "from both ends");
    tried.apply(Edit::Restore(alias));
    assert_eq!(told(body)[0], row(Entity::Alias, "أمانة الشرقية", Became::Restored, false));
    // What goes with the record is not told one by one.
    let before = told(body).len();
    tried.apply(Edit::Remove(body));
    tried.apply(Edit::Restore(body));
    assert_eq!(told(body).len(), before);
}

#[test]
fn parties_attendance_and_reservations_are_told_by_their_names() {
    let tried = Tried::new();
    let (meeting, ..) = tried.meeting();
    tried.apply(Edit::AddParty { meeting, organisation: "جمعية بيئة".to_owned(), side: Side::Invited });
    let group = Attendee::Group { name: "جمعيات المنطقة".to_owned(), count: None };
    tried.apply(Edit::AddAttendee { meeting, attendee: group, status: AttendanceStatus::Present });
    let changes = tried.store.read(History { record: meeting.record(), limit: 50 }).unwrap();
    let names: Vec<&str> = changes
        .iter()
        .filter_map(|change| match &change.what {
            Changed::Part { name, became: Became::Added, .. } => Some(name.as_str()),
            Changed::Part { .. }
            | Changed::PartField { .. }
            | Changed::Notes { .. }
            | Changed::Made
            | Changed::Removed
            | Changed::Restored
            | Changed::Field { .. } => None,
        })
        .collect();
    assert!(names.contains(&"جمعية بيئة") && names.contains(&"جمعيات المنطقة"), "{names:?}");
}
