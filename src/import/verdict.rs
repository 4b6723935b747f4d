//! What becomes of each row: fine, incomplete, refused, or there already; and the plan that is written when a person has
//! seen that and agrees.

use super::header::Columns;
use super::index::{Index, Place};
use super::judged::{Action, Counts, Duplicates, Judged, Note, Plan, Told, Twin, Verdict};
use super::row::{RowRead, Rows};
use super::sheet::Sheet;
use super::vocabulary::Vocabulary;
use super::{ImportAsked, Target};
use crate::calendar::Date;
use crate::domain::assignment::names_a_body;
use crate::domain::{
    Entity, EntryList, Field, FieldKind, FieldValue, ImportTo, Imported, ImportedName, ImportedRef, ImportedRow, Known,
    OrganisationKind, OutcomeStatus, Value, guess_kind, lifecycle,
};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Judges every row of a sheet.
pub fn judge(
    sheet: &Sheet,
    columns: &Columns,
    asked: &ImportAsked,
    known: &Known,
    words: &Vocabulary,
    today: Date,
) -> Plan {
    let rows = Rows::new(sheet, columns, asked.target, words, today);
    let mut judging = Judging::new(&rows, asked, known);
    for row in columns.header + 1..sheet.rows.len() {
        if rows.is_told(row) {
            judging.judge(row);
        } else if rows.is_sum(row) {
            judging.sums += 1;
        }
    }
    judging.plan()
}

struct Judging<'a> {
    rows: &'a Rows<'a>,
    target: Target,
    asked: &'a ImportAsked,
    index: Index<'a>,
    /// What the records of the target are called.
    titles: HashMap<i64, &'a str>,
    /// The row of the sheet behind each row of the plan.
    sources: Vec<usize>,
    /// The row of the sheet that is written onto what was there, or was named, before it.
    taken: HashMap<Place, usize>,
    judged: Vec<Judged>,
    /// How many rows sum up what stands above them.
    sums: usize,
    imported: Imported,
}

/// What is known of a row when it is judged, whatever becomes of it.
struct End {
    row: usize,
    title: String,
    twin: Option<Twin>,
    told: Vec<(&'static Field, Told)>,
}

/// What a cell of a field names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    Body,
    Person,
    Meeting,
    Entry(EntryList),
    /// No record that a list can name.
    Nothing,
}

impl Named {
    const fn by(kind: FieldKind) -> Self {
        match kind {
            FieldKind::Link(Entity::Organisation) => Self::Body,
            FieldKind::Link(Entity::Person) => Self::Person,
            FieldKind::Link(Entity::Meeting) => Self::Meeting,
            FieldKind::Entry(list) => Self::Entry(list),
            FieldKind::Line
            | FieldKind::Prose
            | FieldKind::Code
            | FieldKind::Phone
            | FieldKind::Date
            | FieldKind::Time
            | FieldKind::Number
            | FieldKind::Percent
            | FieldKind::Flag
            | FieldKind::Choice(_)
            | FieldKind::Link(_)
            | FieldKind::Any
            | FieldKind::Position => Self::Nothing,
        }
    }
}

impl<'a> Judging<'a> {
    fn new(rows: &'a Rows<'a>, asked: &'a ImportAsked, known: &'a Known) -> Self {
        let first = |names: &'a Vec<String>| names.first().map_or("", String::as_str);
        let titles = match rows.target {
            Target::Organisations => known.bodies.iter().map(|body| (body.id, first(&body.names))).collect(),
            Target::People => known.people.iter().map(|person| (person.id, first(&person.names))).collect(),
            Target::Register | Target::Proposals => {
                known.outcomes.iter().map(|outcome| (outcome.id, outcome.text.as_str())).collect()
            }
            Target::Meetings => known.meetings.iter().map(|meeting| (meeting.id, meeting.title.as_str())).collect(),
        };
        Self {
            rows,
            target: rows.target,
            asked,
            index: Index::new(known),
            titles,
            sources: Vec::new(),
            taken: HashMap::new(),
            judged: Vec::new(),
            sums: 0,
            imported: Imported { entity: rows.target.entity(), names: Vec::new(), rows: Vec::new() },
        }
    }

    fn judge(&mut self, row: usize) {
        let mut read = self.rows.read(row);
        let title = read.text(self.target.title()).to_owned();
        let organisation = self.place_of(&read, "organisation");
        let mut end = End { row, title, twin: None, told: self.told(&read, organisation) };
        if end.title.is_empty()
            && read.notes.iter().all(|note| note.weight != Verdict::Refused)
            && let Some(field) = self.target.entity().field(self.target.title())
        {
            read.notes.push(Note::refusing("import-note-no-title", field, ""));
        }
        if read.notes.iter().any(|note| note.weight == Verdict::Refused) {
            return self.end(end, Action::Refuse, read.notes);
        }
        self.mend(&mut read);
        let organisation = self.place_of(&read, "organisation");
        end.told = self.told(&read, organisation);
        let twin = self.twin(&read, organisation);
        let mut to = ImportTo::New;
        let earlier = twin.and_then(|place| self.earlier(place));
        match twin {
            // It was named before its own row came.
            Some(Place::Name(name)) if earlier.is_none() => to = ImportTo::Made(ImportedRef::Name(name)),
            Some(place) => {
                // What it repeats comes before what else there is to say of it.
                read.notes.insert(0, self.twin_note(place, earlier, &end.title));
                end.twin = match (earlier, place) {
                    (Some(row), _) => Some(Twin::Row(row)),
                    (None, Place::Record(id)) => Some(Twin::Record(id)),
                    (None, Place::Row(_) | Place::Name(_)) => None,
                };
                let duplicates =
                    if earlier.is_some() { self.asked.repeats_of(row) } else { self.asked.duplicates_of(row) };
                match duplicates {
                    Duplicates::Skip => return self.end(end, Action::Skip, read.notes),
                    Duplicates::New => self.drop_number(&mut read),
                    Duplicates::Update => {
                        if let Place::Record(id) = place
                            && self.target.entity() == Entity::Outcome
                            && self.index.is_approved(id)
                        {
                            read.notes.push(Note::new("import-note-approved", None, "", Verdict::Refused));
                            return self.end(end, Action::Refuse, read.notes);
                        }
                        to = match place {
                            Place::Record(id) => ImportTo::Record(id),
                            Place::Row(row) => ImportTo::Made(ImportedRef::Row(row)),
                            Place::Name(name) => ImportTo::Made(ImportedRef::Name(name)),
                        };
                    }
                }
            }
            // A number is its record's for good: the one in the bin comes out of it.
            None => match self.index.binned(read.text("number")) {
                Some(Some(id)) => to = ImportTo::Record(id),
                Some(None) => read.values.retain(|(field, _)| *field != "number"),
                None => {}
            },
        }
        let is_twin = twin.is_some();
        let at = self.imported.rows.len();
        let mut planned = ImportedRow { to, values: Vec::new(), links: Vec::new(), staff: Vec::new() };
        self.link(&mut read, organisation, &mut planned);
        if !is_twin || to == ImportTo::New {
            self.start(&mut read);
        }
        self.tell_missing(&mut read);
        let own = if let ImportTo::Made(ImportedRef::Name(name)) = to { Place::Name(name) } else { Place::Row(at) };
        if !is_twin || matches!(to, ImportTo::New | ImportTo::Made(ImportedRef::Name(_))) {
            self.note_known(own, &read, organisation);
        }
        match to {
            ImportTo::Record(id) => _ = self.taken.entry(Place::Record(id)).or_insert(row),
            ImportTo::Made(ImportedRef::Name(name)) => _ = self.taken.entry(Place::Name(name)).or_insert(row),
            ImportTo::Made(ImportedRef::Row(_)) | ImportTo::New => {}
        }
        planned.values = std::mem::take(&mut read.values);
        self.imported.rows.push(planned);
        self.sources.push(row);
        let is_onto = is_twin
            && match to {
                ImportTo::Record(_) | ImportTo::Made(ImportedRef::Row(_)) => true,
                ImportTo::Made(ImportedRef::Name(_)) => earlier.is_some(),
                ImportTo::New => false,
            };
        let action = if is_onto { Action::Update } else { Action::New };
        self.end(end, action, read.notes);
    }

    /// What was read of a row, before it is held against what is known.
    fn told(&self, read: &RowRead, organisation: Option<Place>) -> Vec<(&'static Field, Told)> {
        let entity = self.target.entity();
        let value = |(name, value): &FieldValue| entity.field(name).map(|field| (field, Told::Value(value.clone())));
        let name = |(field, name, _): &(&'static Field, String, usize)| {
            let place = match Named::by(field.kind) {
                Named::Body => self.index.body(name),
                Named::Person => self.index.person(name, organisation),
                Named::Meeting => self.index.meeting(name).map(|meeting| Place::Record(meeting.id)),
                Named::Entry(list) => {
                    let like = || self.index.entry_like(list, name).map(|(id, _)| id);
                    self.index.entry(list, name).or_else(like).map(Place::Record)
                }
                Named::Nothing => None,
            };
            let known = if let Some(Place::Record(id)) = place { Some(id) } else { None };
            (*field, Told::Name(name.clone(), known))
        };
        read.values.iter().filter_map(value).chain(read.names.iter().map(name)).collect()
    }

    fn end(&mut self, end: End, action: Action, mut notes: Vec<Note>) {
        let End { row, title, twin, told } = end;
        let verdict = if action == Action::Refuse {
            Verdict::Refused
        } else {
            notes.iter().map(|note| note.weight).max().unwrap_or(Verdict::Fine)
        };
        // Where there is room for one alone it is the reason.
        notes.sort_by_key(|note| (note.weight != verdict, Reverse(note.weight)));
        self.judged.push(Judged { row, title, verdict, action, notes, twin, told });
    }

    /// What lists often have in the wrong place: a department as who is responsible.
    fn mend(&self, read: &mut RowRead) {
        if self.target.entity() != Entity::Outcome || read.has("organisation") {
            return;
        }
        let Some(field) = Entity::Outcome.field("organisation") else { return };
        let owner = read
            .names
            .iter_mut()
            .find(|(field, name, _)| field.name == "person" && (names_a_body(name) || self.index.body(name).is_some()));
        if let Some((owner, _, _)) = owner {
            *owner = field;
        }
    }

    /// The body a row names, as far as it is known by now.
    fn place_of(&self, read: &RowRead, field: &str) -> Option<Place> {
        let (_, name, _) = read.names.iter().find(|(named, _, _)| named.name == field)?;
        self.index.body(name)
    }

    fn twin(&self, read: &RowRead, organisation: Option<Place>) -> Option<Place> {
        match self.target {
            Target::Organisations => self.index.same_body(read.text("name"), read.text("licence")),
            Target::People => {
                // A body that nobody knows yet has nobody who is known.
                let is_new = organisation.is_none() && read.has("organisation");
                let place = if is_new { Some(Place::Row(usize::MAX)) } else { organisation };
                self.index.same_person(read.text("name"), place, read.text("phone"), read.text("email"))
            }
            Target::Register | Target::Proposals => {
                self.index.same_outcome(read.text("number"), read.text("text"), organisation)
            }
            Target::Meetings => self.index.same_meeting(read.text("number"), read.text("title"), read.text("date")),
        }
    }

    /// The earlier row of the sheet that is, or is written onto, the same.
    fn earlier(&self, place: Place) -> Option<usize> {
        match place {
            Place::Row(row) => self.sources.get(row).copied(),
            Place::Record(_) | Place::Name(_) => self.taken.get(&place).copied(),
        }
    }

    fn twin_note(&self, place: Place, earlier: Option<usize>, name: &str) -> Note {
        if let Some(row) = earlier {
            let number = i64::try_from(row + 1).unwrap_or_default();
            return Note { number, ..Note::new("import-note-twin-row", None, "", Verdict::Duplicate) };
        }
        let id = if let Place::Record(id) = place { Some(id) } else { None };
        let title = id.and_then(|id| self.titles.get(&id)).copied().unwrap_or_default();
        // Two bodies of one licence: one of the two lists has its number wrong.
        let is_by_licence = self.target == Target::Organisations && self.index.same_body(name, "") != Some(place);
        let key = if is_by_licence { "import-note-same-licence" } else { "import-note-twin" };
        Note::new(key, None, title, Verdict::Duplicate)
    }

    /// Two records can't have one number: the new one gets its own.
    fn drop_number(&self, read: &mut RowRead) {
        if self.index.has_number(read.text("number")) {
            read.values.retain(|(field, _)| *field != "number");
        }
    }

    /// Bodies, people, meetings and entries that the row names: found, or made where that can be.
    fn link(&mut self, read: &mut RowRead, organisation: Option<Place>, planned: &mut ImportedRow) {
        let names = std::mem::take(&mut read.names);
        // The body comes first: people are looked for in it.
        let mut organisation = organisation;
        for bodies_first in [true, false] {
            for (field, name, column) in &names {
                let named = Named::by(field.kind);
                if (named == Named::Body) != bodies_first {
                    continue;
                }
                let place = match named {
                    Named::Body => {
                        let place = self.body(name);
                        if field.name == "organisation" {
                            organisation = Some(place);
                        }
                        Some(place)
                    }
                    Named::Person => Some(self.person(name, organisation, planned)),
                    Named::Meeting => self.meeting(read, field, name, *column),
                    Named::Entry(list) => {
                        let found = self.index.entry(list, name);
                        let like = if found.is_none() { self.index.entry_like(list, name) } else { None };
                        if let Some((_, called)) = like {
                            read.notes.push(Note::new("import-note-entry-like", Some(field), called, Verdict::Fine));
                        } else if found.is_none() {
                            self.rows.keep_as_remark(read, name, *column);
                            read.notes.push(Note::gap("import-note-no-entry", field, name));
                        }
                        found.or(like.map(|(id, _)| id)).map(Place::Record)
                    }
                    Named::Nothing => {
                        self.rows.keep_as_remark(read, name, *column);
                        read.notes.push(Note::gap("import-note-no-record", field, name));
                        None
                    }
                };
                match place {
                    Some(Place::Record(id)) => read.values.push((field.name, Value::Number(id))),
                    Some(Place::Name(name)) => planned.links.push((field.name, ImportedRef::Name(name))),
                    Some(Place::Row(row)) => planned.links.push((field.name, ImportedRef::Row(row))),
                    None => {}
                }
            }
        }
        // What is linked is not missing.
        read.names = names
            .into_iter()
            .filter(|(field, _, _)| planned.links.iter().any(|(name, _)| *name == field.name))
            .collect();
    }

    fn body(&mut self, name: &str) -> Place {
        if let Some(place) = self.index.body(name) {
            return place;
        }
        let values = vec![("name", name.into()), ("kind", guess_kind(name).into())];
        let place = Place::Name(self.imported.names.len());
        self.imported.names.push(ImportedName { entity: Entity::Organisation, values, links: Vec::new() });
        self.index.add_body(place, name, "");
        place
    }

    fn person(&mut self, name: &str, organisation: Option<Place>, planned: &mut ImportedRow) -> Place {
        let is_staff = self.target.entity() == Entity::Organisation;
        // «د. منى الشراري» is known, or made, by her name, and her title stands beside it.
        let titled = self.rows.titled(name);
        let name = titled.as_ref().map_or(name, |(_, own)| own.as_str());
        if let Some(place) = self.index.person(name, organisation) {
            return place;
        }
        let at = self.imported.names.len();
        let mut made = ImportedName { entity: Entity::Person, values: vec![("name", name.into())], links: Vec::new() };
        made.values.extend(titled.as_ref().map(|(title, _)| ("honorific", (*title).into())));
        match organisation.filter(|_| !is_staff) {
            Some(Place::Record(id)) => made.values.push(("organisation", Value::Number(id))),
            Some(Place::Name(body)) => made.links.push(("organisation", body)),
            Some(Place::Row(_)) | None => {}
        }
        self.imported.names.push(made);
        if is_staff {
            planned.staff.push(at);
        }
        let place = Place::Name(at);
        self.index.add_person(place, name, organisation, "", "");
        place
    }

    /// A meeting is not made for a row that names it: what is known of it stands in the remarks.
    fn meeting(&self, read: &mut RowRead, field: &'static Field, name: &str, column: usize) -> Option<Place> {
        let found = self.index.meeting(name);
        if let Some(meeting) = found.filter(|meeting| !meeting.is_approved) {
            return Some(Place::Record(meeting.id));
        }
        let key = if found.is_some() { "import-note-approved-meeting" } else { "import-note-no-record" };
        read.notes.push(Note::gap(key, field, name));
        self.rows.keep_as_remark(read, name, column);
        None
    }

    /// What a new record is where the row does not say it.
    fn start(&self, read: &mut RowRead) {
        match self.target {
            Target::Organisations if !read.has("kind") => {
                let name = read.text("name");
                let bare = name.strip_prefix("ال").unwrap_or(name);
                let guessed = guess_kind(bare);
                let is_licensed = read.has("licence") || read.has("licence_ends_on");
                let is_unsaid = guessed == OrganisationKind::Other && is_licensed;
                read.values.push(("kind", if is_unsaid { OrganisationKind::Ngo } else { guessed }.into()));
            }
            Target::Register | Target::Proposals => {
                if let (false, Some(kind)) = (read.has("kind"), read.kind) {
                    read.values.push(("kind", kind.into()));
                }
                let status = OutcomeStatus::from_code(read.text("status"));
                if status.is_some_and(lifecycle::is_done) && !read.has("percent") {
                    read.values.push(("percent", Value::Number(100)));
                }
            }
            Target::Organisations | Target::People | Target::Meetings => {}
        }
    }

    fn tell_missing(&self, read: &mut RowRead) {
        let entity = self.target.entity();
        for field in self.target.fields() {
            let is_wanted = field.is_required || self.target.wanted().contains(&field.name);
            let is_told = read.notes.iter().any(|note| note.field == Some(field));
            if is_wanted && !is_told && !read.has(field.name) {
                let of_entity = entity.field(field.name).unwrap_or(field);
                read.notes.push(Note::gap("import-note-missing", of_entity, ""));
            }
        }
    }

    /// The rows that follow are held against this one too.
    fn note_known(&mut self, place: Place, read: &RowRead, organisation: Option<Place>) {
        match self.target {
            Target::Organisations => {
                self.index.add_body(place, read.text("name"), read.text("licence"));
                if !read.text("short_name").is_empty() {
                    self.index.add_body(place, read.text("short_name"), read.text("licence"));
                }
            }
            Target::People => {
                let named = read.names.iter().find(|(field, _, _)| field.name == "organisation");
                let organisation = organisation.or_else(|| named.and_then(|(_, name, _)| self.index.body(name)));
                let (phone, email) = (read.text("phone"), read.text("email"));
                self.index.add_person(place, read.text("name"), organisation, phone, email);
            }
            Target::Register | Target::Proposals => {
                self.index.add_outcome(place, read.text("number"), read.text("text"), organisation);
            }
            Target::Meetings => {
                self.index.add_meeting(place, read.text("number"), read.text("title"), read.text("date"));
            }
        }
    }

    fn plan(self) -> Plan {
        let mut counts = Counts { rows: self.judged.len(), sums: self.sums, ..Counts::default() };
        for judged in &self.judged {
            for (verdict, count) in Verdict::ALL.iter().zip(&mut counts.verdicts) {
                *count += usize::from(*verdict == judged.verdict);
            }
            counts.set_aside += judged.set_aside();
            match judged.action {
                Action::New => counts.new += 1,
                Action::Update => counts.updated += 1,
                Action::Skip => counts.skipped += 1,
                Action::Refuse => {}
            }
        }
        // A body that was named before its own row is that row.
        let named: std::collections::HashSet<usize> = self
            .imported
            .rows
            .iter()
            .filter_map(|row| if let ImportTo::Made(ImportedRef::Name(name)) = row.to { Some(name) } else { None })
            .collect();
        let made = |entity| {
            let names = self.imported.names.iter().enumerate();
            names.filter(|(at, name)| name.entity == entity && !named.contains(at)).count()
        };
        counts.bodies = made(Entity::Organisation);
        counts.people = made(Entity::Person);
        Plan { judged: self.judged, imported: self.imported, counts }
    }
}
