//! The attendance: who came, who was invited, who apologised, who stayed away, and the sum of it.

use super::words::{Words, is_female};
use super::{Attendee, Capacity, Facts, Person, Who};
use crate::documents::{Block, Cell, Column, Table};
use crate::domain::{AttendanceStatus, Presence, PresenceLine, Role};
use crate::tr;

/// A part of the attendance, in the order of the paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Present,
    Invited,
    Apologies,
    Absent,
}

impl Group {
    const ALL: [Self; 4] = [Self::Present, Self::Invited, Self::Apologies, Self::Absent];

    /// Before a meeting all are invited who have not sent word that they won't come.
    const fn at(facts: &Facts, status: AttendanceStatus) -> Self {
        let group = Self::of(status);
        if matches!(group, Self::Present | Self::Absent) && !facts.took_place() { Self::Invited } else { group }
    }

    const fn of(status: AttendanceStatus) -> Self {
        match status {
            AttendanceStatus::Present
            | AttendanceStatus::Remote
            | AttendanceStatus::Late
            | AttendanceStatus::LeftEarly => Self::Present,
            AttendanceStatus::Invited | AttendanceStatus::Confirmed => Self::Invited,
            AttendanceStatus::Apology | AttendanceStatus::Deputised => Self::Apologies,
            AttendanceStatus::Absent => Self::Absent,
        }
    }

    const fn heading_key(self) -> &'static str {
        match self {
            Self::Present => "minutes-present",
            Self::Invited => "minutes-invited",
            Self::Apologies => "minutes-apologies",
            Self::Absent => "minutes-absent",
        }
    }
}

pub(super) fn blocks(facts: &Facts, words: &Words) -> Vec<Block> {
    let attendance = facts.attendance.as_slice();
    if attendance.is_empty() {
        return vec![Block::Remark(words.cell("").text)];
    }
    let mut blocks = Vec::new();
    // The part's own heading says of all of them what they are.
    let usual = if facts.took_place() { Group::Present } else { Group::Invited };
    let are_alike = attendance.iter().all(|line| Group::at(facts, line.status) == usual);
    for group in Group::ALL {
        let lines: Vec<&Attendee> = attendance.iter().filter(|line| Group::at(facts, line.status) == group).collect();
        if lines.is_empty() {
            continue;
        }
        let heading = tr!(words.tr, group.heading_key());
        if !are_alike {
            blocks.push(Block::Subheading(heading.clone()));
        }
        blocks.push(Block::Table(table(group, heading, &lines, words)));
    }
    if facts.took_place() {
        blocks.push(Block::Remark(summary(attendance, words)));
    }
    blocks
}

fn table(group: Group, description: String, lines: &[&Attendee], words: &Words) -> Table {
    let tr = words.tr;
    let column = |key: &str, weight| Column { header: tr!(tr, key), weight };
    let mut columns = vec![
        column("minutes-column-index", 5),
        column("minutes-column-name", 27),
        column("minutes-column-post", 26),
        column("minutes-column-body", 22),
    ];
    // Who stayed away did so without a word, unless somebody wrote down why.
    let tells_why = lines.iter().any(|line| !line.excuse.trim().is_empty());
    match group {
        Group::Present => {
            columns.extend([column("minutes-column-presence", 14), column("minutes-column-signature", 16)]);
        }
        Group::Invited => columns.push(column("minutes-column-presence", 14)),
        Group::Apologies => columns.push(column("minutes-column-excuse", 24)),
        Group::Absent if tells_why => columns.push(column("minutes-column-excuse", 24)),
        Group::Absent => {}
    }
    let row = |(index, line): (usize, &&Attendee)| {
        let body = body(line);
        let post = match &line.who {
            Who::Person(person) => post(person, line.capacity, words),
            Who::Group { count: Some(count), .. } => {
                Cell::known(tr!(tr, "minutes-group-count", count = words.number(count)))
            }
            Who::Group { count: None, .. } => Cell { unknown: true, ..Cell::known(tr!(tr, "minutes-group-uncounted")) },
        };
        let mut name = words.attendee(&line.who, body);
        if let Some(other) = &line.deputises {
            name = name.with_note(tr!(tr, "minutes-deputises", name = words.name(other)));
        }
        let mut cells = vec![Cell::known(words.number(index + 1)), name, post, words.cell(body)];
        let status = || Cell::known(tr!(tr, &status_key(line)));
        match group {
            Group::Present => cells.extend([status().with_note(times(line, words)), Cell::default()]),
            // Whatever else is noted of them is no answer to an invitation.
            Group::Invited if Group::of(line.status) != Group::Invited => cells.push(Cell::default()),
            Group::Invited => cells.push(status()),
            Group::Apologies => cells.push(excuse(line, words)),
            Group::Absent if tells_why => cells.push(words.cell(&line.excuse)),
            Group::Absent => {}
        }
        cells
    };
    Table { description, columns, rows: lines.iter().enumerate().map(row).collect(), tall: group == Group::Present }
}

/// The key of what a line's status is called: said of a man, of a woman, of several.
fn status_key(line: &Attendee) -> String {
    let key = line.status.label_key();
    match &line.who {
        Who::Group { .. } => [key, "group"].join("-"),
        Who::Person(person) if is_female(person) => [key, "her"].join("-"),
        Who::Person(_) => key.to_owned(),
    }
}

/// When somebody came late, and when they left before the end, as far as it was noted.
fn times(line: &Attendee, words: &Words) -> String {
    let came = line.came.map(|time| tr!(words.tr, "attendance-came", time = time.text(words.tr)));
    let left = line.left.map(|time| tr!(words.tr, "attendance-left", time = time.text(words.tr)));
    came.into_iter().chain(left).collect::<Vec<_>>().join(" · ")
}

/// The post, and what they did there below it.
fn post(person: &Person, capacity: Option<Capacity>, words: &Words) -> Cell {
    let post = &person.post;
    let Some(capacity) = capacity else { return words.cell(post) };
    let key = if is_female(person) { capacity.female_key() } else { capacity.label_key() };
    let capacity = tr!(words.tr, key);
    if post.trim().is_empty() { Cell::known(capacity) } else { Cell::known(post).with_note(capacity) }
}

/// Why somebody did not come, and who came in their stead; who sent a deputy needs no other excuse.
fn excuse(line: &Attendee, words: &Words) -> Cell {
    let tr = words.tr;
    let by = line.deputy.as_ref().map(|deputy| tr!(tr, "minutes-deputy", name = words.name(deputy)));
    match (line.excuse.trim(), by) {
        ("", Some(by)) => Cell::known(by),
        ("", None) if line.status == AttendanceStatus::Deputised => Cell::known(tr!(tr, &status_key(line))),
        (excuse, by) => words.cell(excuse).with_note(by.unwrap_or_default()),
    }
}

impl Capacity {
    const fn label_key(self) -> &'static str {
        match self {
            Self::Chair => "minutes-fact-chair",
            Self::Secretary => "minutes-capacity-secretary",
            Self::Listed(role) => role.label_key(),
        }
    }

    /// The same said of a woman.
    const fn female_key(self) -> &'static str {
        match self {
            Self::Chair => "minutes-her-chair",
            Self::Secretary => "minutes-capacity-secretary-her",
            Self::Listed(Role::Member) => "minutes-her-member",
            Self::Listed(Role::Presenter) => "minutes-her-presenter",
            Self::Listed(Role::Guest) => "minutes-her-guest",
        }
    }
}

/// «الحضور 11 من 14، وعدد الجهات 5»; a group whose number is unknown is named apart.
fn summary(attendance: &[Attendee], words: &Words) -> String {
    let lines = attendance.iter().map(|line| PresenceLine {
        status: line.status,
        heads: match &line.who {
            Who::Person(_) => Some(1),
            Who::Group { count, .. } => *count,
        },
        body: body(line),
    });
    let Presence { attended, expected, bodies, has_uncounted } = Presence::of(lines);
    let key = if has_uncounted { "minutes-attendance-summary-uncounted" } else { "minutes-attendance-summary" };
    let (attended, expected, bodies) = (words.number(attended), words.number(expected), words.number(bodies));
    tr!(words.tr, key, attended = attended, expected = expected, bodies = bodies)
}

/// The body the line stands for, or else the person's own.
fn body(line: &Attendee) -> &str {
    let given = line.organisation.trim();
    match &line.who {
        Who::Person(person) if given.is_empty() => person.organisation.trim(),
        Who::Person(_) | Who::Group { .. } => given,
    }
}
