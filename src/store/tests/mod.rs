//! The store by its public face: each test opens one in a folder of its own, with a clock of its own.

mod addenda;
mod approved;
mod before;
mod bin;
mod calling_off;
mod clock;
mod edits;
mod figures;
mod files;
mod followed;
mod frozen_routes;
mod intake;
mod keeping;
mod migrations;
mod names;
mod orders;
mod periods;
mod preparing;
mod reading;
mod records;
mod registers;
mod reported;
mod samples;
mod schema;
mod searching;
mod shown;
mod told;
mod undo;

use super::*;
use crate::domain::{
    AddendumId, AgendaItemId, AttendanceStatus, BlockId, Entity, FieldValue, MeetingId, OutcomeKind, Record, Side,
    Value,
};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};

/// Sunday, 22 November 2026, noon at UTC+3: 12 Jumada al-akhira 1448.
const NOON_MS: i64 = 1_795_338_000_000;

/// Why approvals are taken back here.
const TAKEN_BACK: &str = "أُلغي الاعتماد للتصحيح";

/// A store in a temporary folder.
struct Tried {
    store: Store,
    clock_ms: Arc<AtomicI64>,
    folder: tempfile::TempDir,
}

impl Tried {
    fn new() -> Self {
        Self::open(tempfile::tempdir().unwrap(), Arc::new(AtomicI64::new(NOON_MS)))
    }

    fn open(folder: tempfile::TempDir, clock_ms: Arc<AtomicI64>) -> Self {
        Self::open_with(folder, clock_ms, |_| {})
    }

    fn open_with(folder: tempfile::TempDir, clock_ms: Arc<AtomicI64>, change: impl FnOnce(&mut Options)) -> Self {
        let clock = Arc::clone(&clock_ms);
        let mut options = Options {
            clock: Arc::new(move || clock.load(Ordering::Relaxed)),
            compose: Some(compose),
            ..Options::default()
        };
        change(&mut options);
        let store = Store::open_with(folder.path(), Arc::new(|| {}), options).unwrap();
        Self { store, clock_ms, folder }
    }

    fn reopen(self) -> Self {
        let Self { store, clock_ms, folder } = self;
        store.close().unwrap();
        Self::open(folder, clock_ms)
    }

    /// As another program would open it.
    fn reopen_with(self, change: impl FnOnce(&mut Options)) -> Self {
        let Self { store, clock_ms, folder } = self;
        store.close().unwrap();
        Self::open_with(folder, clock_ms, change)
    }

    fn pass(&self, ms: i64) {
        self.clock_ms.fetch_add(ms, Ordering::Relaxed);
    }

    fn apply(&self, edit: Edit) -> Applied {
        self.store.apply(edit).unwrap()
    }

    /// Takes the last step back, with a reason where one is asked for.
    fn undo(&self) -> Applied {
        match self.store.apply(Edit::Undo) {
            Err(error) if *error.kind() == crate::error::ErrorKind::ReasonMissing => {
                self.apply(Edit::UndoWithReason(TAKEN_BACK.to_owned()))
            }
            done => done.unwrap(),
        }
    }

    fn refused(&self, edit: Edit) -> ErrorKind {
        self.store.apply(edit).unwrap_err().kind().clone()
    }

    /// The outcomes of a kind as their register lists them: open first, by their day.
    fn listed(&self, kind: OutcomeKind, columns: Vec<&'static str>) -> query::RecordRows {
        let by = |field| query::Sort { field, is_descending: false };
        let which = query::Which {
            entity: Entity::Outcome,
            kinds: vec![kind.code()],
            conditions: Vec::new(),
            containing: String::new(),
            order: vec![by(query::IS_CLOSED), by("due")],
            today: crate::calendar::Date::from_iso("2026-11-22").unwrap(),
        };
        self.store.read(query::RecordList { which, columns, first: 0, count: 10_000 }).unwrap()
    }

    /// A meeting with a host, an agenda item and a block of notes in it.
    fn meeting(&self) -> (MeetingId, AgendaItemId, BlockId) {
        let made = self.apply(Edit::NewMeeting {
            values: vec![("title", "اجتماع تنسيقي".into()), ("date", "2026-11-22".into())],
            parties: vec![("أمانة منطقة النخيل".to_owned(), Side::Host)],
            agenda: vec![("التحديات والفرص".to_owned(), Some(20))],
        });
        let meeting = MeetingId(made.record.unwrap().id);
        let item = self.view(meeting).agenda[0].id;
        (meeting, item, self.block(meeting, item, "سطر أول"))
    }

    /// Names who leads it and who writes its minutes.
    fn lead(&self, meeting: MeetingId) {
        let values = vec![("name", "فهد القحطاني".into())];
        let person = self.apply(Edit::Add { entity: Entity::Person, values }).record.unwrap().id;
        let values = vec![("chair", Value::Number(person)), ("secretary", Value::Number(person))];
        self.apply(set(meeting.record(), values));
    }

    fn block(&self, meeting: MeetingId, item: AgendaItemId, body: &str) -> BlockId {
        let values = vec![("meeting", meeting.into()), ("agenda_item", item.into()), ("body", body.into())];
        BlockId(self.apply(Edit::Add { entity: Entity::Block, values }).record.unwrap().id)
    }

    fn view(&self, meeting: MeetingId) -> query::MeetingView {
        self.store.read(query::MeetingPage { id: meeting }).unwrap()
    }

    fn sql(&self) -> rusqlite::Connection {
        connection::checker(&self.folder.path().join(folder::DATABASE)).unwrap()
    }

    /// Everything that is not in the bin: table, uid and fields, links by uid.
    fn content(&self) -> BTreeMap<(Entity, i64), Vec<Value>> {
        let sql = self.sql();
        let mut content = BTreeMap::new();
        for entity in Entity::ALL {
            let columns: Vec<&str> = entity.fields().iter().map(|field| field.name).collect();
            let select = format!("SELECT id, {} FROM {} WHERE deleted = 0", columns.join(", "), entity.code());
            let mut statement = sql.prepare(&select).unwrap();
            let mut rows = statement.query([]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                let values = (1..=columns.len()).map(|column| row.get(column).unwrap()).collect();
                content.insert((entity, row.get(0).unwrap()), values);
            }
        }
        content
    }

    fn count(&self, sql: &str) -> i64 {
        self.sql().query_row(sql, [], |row| row.get(0)).unwrap()
    }
}

/// What a meeting's minutes say, for tests that do not care how it is laid out.
fn compose(reader: &Reader<'_>, record: Record, _: &std::path::Path) -> Result<Content> {
    use crate::store::query::{AddendumOf, MeetingPage};
    if record.entity == Entity::Addendum {
        let meeting = AddendumOf { id: AddendumId(record.id) }.run(reader)?;
        let view = MeetingPage { id: meeting }.run(reader)?;
        let row = view.addenda.iter().find(|row| row.id.record() == record).unwrap();
        return Ok(Content { text: format!("{} {}", row.number, row.text), pictures: Vec::new() });
    }
    let view = MeetingPage { id: MeetingId(record.id) }.run(reader)?;
    let bodies: Vec<&str> = view.parties.iter().map(|party| party.name.as_str()).collect();
    let text = format!("{} {} {bodies:?}", view.meeting.minutes_number, view.meeting.title);
    Ok(Content { text, pictures: vec![b"logo".to_vec()] })
}

fn reopen(meeting: MeetingId) -> Edit {
    Edit::ReopenMinutes { meeting, reason: "تصحيح".to_owned() }
}

/// Typing into a field.
fn typing(record: Record, values: Vec<FieldValue>, session: u64) -> Edit {
    Edit::Set { record, values, session: Some(EditSession(session)), based_on: None }
}

/// A change that is a step of its own.
fn set(record: Record, values: Vec<FieldValue>) -> Edit {
    Edit::Set { record, values, session: None, based_on: None }
}
