//! The way out when nothing can be written to the store: the edits that wait, as text anybody can read.

use super::edit::{Attendee, Edit};
use super::edits::AddendumStep;
use crate::domain::{FieldValue, Record, Value};
use crate::error::{Error, ErrorKind, Result};
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes the edits, and then texts that none of them holds, to a file; `to` is a file, or a folder that gets one.
pub(super) fn write(edits: &[Arc<Edit>], unsent: &[String], to: &Path, now_seconds: i64) -> Result<PathBuf> {
    let path = if to.is_dir() { to.join(format!("tansiq-unsaved-{now_seconds}.txt")) } else { to.to_owned() };
    let mut text: String = edits.iter().map(|edit| readable(edit)).collect();
    for typed in unsent {
        // Writing to a string cannot fail.
        writeln!(text, "== unsent\n{typed}\n").unwrap_or_default();
    }
    let written = File::create(&path).and_then(|mut file| {
        // For editors that take a file without it for an old code page.
        file.write_all("\u{feff}".as_bytes())?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|error| Error::new(ErrorKind::FileUnwritable(path.display().to_string()), error))?;
    Ok(path)
}

/// One edit: its name, then a line for each thing it holds.
fn readable(edit: &Edit) -> String {
    let mut text = format!("== {}\n", edit.label_key());
    let mut line = |name: &str, value: &str| {
        if !value.is_empty() {
            // Writing to a string cannot fail.
            writeln!(text, "{name}: {value}").unwrap_or_default();
        }
    };
    let record = |record: &Record| format!("{} {}", record.entity.code(), record.id);
    match edit {
        Edit::Add { values, .. } => fields(values, &mut line),
        Edit::Set { record: which, values, .. } => {
            line("record", &record(which));
            fields(values, &mut line);
        }
        Edit::Remove(which) => line("record", &record(which)),
        Edit::NewMeeting { values, parties, agenda } => {
            fields(values, &mut line);
            parties.iter().for_each(|(name, side)| line(side.code(), name));
            agenda.iter().for_each(|(title, _)| line("agenda", title));
        }
        Edit::MeetingLike(_, meeting) => return readable(meeting),
        Edit::KeepAsTemplate(meeting) => line("meeting", &meeting.0.to_string()),
        Edit::AddParty { meeting, organisation, side } => {
            line("meeting", &meeting.0.to_string());
            line(side.code(), organisation);
        }
        Edit::AddAttendee { meeting, attendee, status } => {
            line("meeting", &meeting.0.to_string());
            line("status", status.code());
            match attendee {
                Attendee::Known(person) => line("person", &person.0.to_string()),
                Attendee::KnownAs { person, post, organisation } => {
                    line("person", &person.0.to_string());
                    line("post", post);
                    line("organisation", organisation);
                }
                Attendee::New { name, post, organisation, .. } => {
                    line("name", name);
                    line("post", post);
                    line("organisation", organisation);
                }
                Attendee::Group { name, count } => {
                    line("group", name);
                    line("count", &count.map(|count| count.to_string()).unwrap_or_default());
                }
            }
        }
        Edit::Capture { block, kind, before, text, after, values } => {
            line("block", &block.0.to_string());
            line("before", before);
            line(kind.code(), text);
            line("after", after);
            fields(values, &mut line);
        }
        Edit::CaptureRegulation { block, before, title, after } => {
            line("block", &block.0.to_string());
            line("before", before);
            line("title", title);
            line("after", after);
        }
        Edit::SetApart { block, kind, before, text, after } => {
            line("block", &block.0.to_string());
            line("before", before);
            line(kind.code(), text);
            line("after", after);
        }
        Edit::Release(block) => line("block", &block.0.to_string()),
        Edit::MoveMeeting { meeting, to, reason } => {
            line("meeting", &meeting.0.to_string());
            line("status", to.code());
            line("reason", reason);
        }
        Edit::NextMeeting(series) => line("series", &series.0.to_string()),
        Edit::Discuss { meeting, item, is_done } => {
            line("meeting", &meeting.0.to_string());
            line("item", &item.map(|item| item.0.to_string()).unwrap_or_default());
            line("done", &is_done.to_string());
        }
        Edit::Pause { meeting, is_paused } => {
            line("meeting", &meeting.0.to_string());
            line("paused", &is_paused.to_string());
        }
        Edit::OrderAttendance(meeting) => line("meeting", &meeting.0.to_string()),
        Edit::Sign { line: signed, is_signed } => {
            line("attendance", &signed.0.to_string());
            line("signed", &is_signed.to_string());
        }
        Edit::Move { record, to, reason } => {
            line(record.entity.code(), &record.id.to_string());
            line("status", to.code());
            line("reason", reason);
        }
        Edit::Report { record, text, percent, obstacles, to } => {
            line(record.entity.code(), &record.id.to_string());
            line("text", text);
            line("percent", &percent.map(|percent| percent.to_string()).unwrap_or_default());
            line("obstacles", obstacles);
            line("status", to.map_or("", |to| to.code()));
        }
        Edit::Restore(record) => line(record.entity.code(), &record.id.to_string()),
        Edit::Merge { keep, other, values } => {
            line(keep.entity.code(), &keep.id.to_string());
            line(other.entity.code(), &other.id.to_string());
            fields(values, &mut line);
        }
        Edit::ChangePost { person, values, since } => {
            line("person", &person.0.to_string());
            line("since", &since.iso());
            fields(values, &mut line);
        }
        Edit::PutOnAgenda { record, meeting } => {
            line(record.entity.code(), &record.id.to_string());
            line("meeting", &meeting.0.to_string());
        }
        Edit::TieToItem { item, record } => {
            line("item", &item.0.to_string());
            line(record.entity.code(), &record.id.to_string());
        }
        Edit::GatherOnAgenda { records, meeting, title } => {
            line("meeting", &meeting.0.to_string());
            line("title", title);
            records.iter().for_each(|record| line(record.entity.code(), &record.id.to_string()));
        }
        Edit::KeepAgenda(meeting) => line("meeting", &meeting.0.to_string()),
        Edit::Attach { values, .. } => fields(values, &mut line),
        Edit::Together(edits) => {
            for edit in edits {
                line("edit", &readable(edit));
            }
        }
        Edit::ApproveMinutes(meeting) => line("meeting", &meeting.0.to_string()),
        Edit::ReopenMinutes { meeting, reason } => {
            line("meeting", &meeting.0.to_string());
            line("reason", reason);
        }
        Edit::ReviewMinutes { meeting, to, comment } => {
            line("meeting", &meeting.0.to_string());
            line("to", to.code());
            line("comment", comment);
        }
        Edit::Naming { new, edit } => {
            new.iter().for_each(|new| fields(&new.values, &mut line));
            line("edit", &readable(edit));
        }
        Edit::Addendum { addendum, step } => {
            line("addendum", &addendum.0.to_string());
            match step {
                AddendumStep::Review { to, comment } => {
                    line("to", to.code());
                    line("comment", comment);
                }
                AddendumStep::Approve => {}
                AddendumStep::Reopen { reason } => line("reason", reason),
            }
        }
        Edit::TakeIn(taken) => line("text", &taken.source_text),
        Edit::Import { imported, .. } => {
            imported.names.iter().for_each(|name| fields(&name.values, &mut line));
            imported.rows.iter().for_each(|row| fields(&row.values, &mut line));
        }
        Edit::Configure { key, value } => line(key, value),
        Edit::UndoWithReason(reason) => line("reason", reason),
        Edit::Undo | Edit::Redo => {}
    }
    text.push('\n');
    text
}

fn fields(values: &[FieldValue], line: &mut impl FnMut(&str, &str)) {
    for (name, value) in values {
        match value {
            Value::Empty => {}
            Value::Text(text) => line(name, text),
            Value::Number(number) => line(name, &number.to_string()),
        }
    }
}
