//! A pasted text becomes records, without a window: what was found, as JSON or in lines, and kept where that is asked for.

use super::{print, print_json, reading, with_store};
use crate::calendar::{self, Calendars, Date};
use crate::error::{Error, ErrorKind, Result};
use crate::intake::{self, Find, Gazetteer, Intake, Missing, Statement};
use crate::jobs::{self, TakenAs};
use crate::store::Store;
use crate::store::query::MeetingPage;
use crate::strings::Tr;
use crate::tr;
use serde::Serialize;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What was asked for.
pub(super) struct Asked {
    /// The file, or `-`.
    pub file: PathBuf,
    pub json: bool,
    /// The day that relative ones count from, as typed.
    pub today: Option<String>,
    pub save: bool,
    /// It is another meeting than the one that the register has.
    pub another: bool,
    pub data: Option<PathBuf>,
}

/// More is no text that somebody pasted.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

pub(super) fn run(asked: Asked, tr: &Tr) -> Result<()> {
    let today = asked.today.as_deref().map_or_else(|| Ok(Date::today()), |day| calendar::parse(day, Date::today()))?;
    let text = text_of(&asked.file)?;
    if asked.save {
        return with_store(asked.data.clone(), |store| {
            let found = intake::read(&text, &jobs::gazetteer_of(store)?, today);
            let (meeting, taken_as) = jobs::take_in(store, &text, &found, asked.another)?;
            let number = number_of(store, meeting)?;
            show(&found, Some(Kept { number: &number }), asked.json, tr)?;
            let key = match taken_as {
                TakenAs::New => "cli-intake-saved",
                TakenAs::Added => "cli-intake-added",
                TakenAs::Known => "cli-intake-known",
            };
            if asked.json { Ok(()) } else { print(&tr.text(key, &[("number", number.as_str().into())])) }
        });
    }
    if asked.data.is_some() {
        return reading(asked.data.clone(), |store| {
            let found = intake::read(&text, &jobs::gazetteer_of(store)?, today);
            let meeting = match jobs::meeting_of_text(store, &found)? {
                Some(meeting) => Some(meeting),
                None => jobs::meeting_like(store, &found)?.map(|like| like.id),
            };
            let number = meeting.map(|meeting| number_of(store, meeting)).transpose()?;
            show(&found, Some(Kept { number: number.as_deref().unwrap_or_default() }), asked.json, tr)
        });
    }
    show(&intake::read(&text, &Gazetteer::shipped(), today), None, asked.json, tr)
}

/// How the store calls a meeting: its number, or its title where it has none yet.
fn number_of(store: &Store, meeting: crate::domain::MeetingId) -> Result<String> {
    let view = store.read(MeetingPage { id: meeting })?;
    Ok(if view.meeting.number.is_empty() { view.meeting.title } else { view.meeting.number })
}

/// The text of a file, or what comes on stdin.
fn text_of(file: &Path) -> Result<String> {
    let name = || file.display().to_string();
    let unreadable = |error| Error::new(ErrorKind::FileUnreadable(name()), error);
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    } else {
        let opened = std::fs::File::open(file).map_err(unreadable)?;
        opened.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    }
    let is_short = u64::try_from(bytes.len()).is_ok_and(|length| length <= MOST_BYTES);
    let text = is_short.then(|| decoded(bytes)).flatten();
    text.ok_or_else(|| Error::new(ErrorKind::FileNotText(name()), ""))
}

/// The letters of a text in UTF-8, or in UTF-16 as Notepad may write it.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    let wide = |rest: &[u8], read: fn([u8; 2]) -> u16| {
        let pairs: Vec<u16> = rest.as_chunks::<2>().0.iter().map(|pair| read(*pair)).collect();
        String::from_utf16(&pairs).ok()
    };
    let text = match bytes.as_slice() {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    };
    text.filter(|text| !text.contains('\0'))
}

/// What a store says of the text.
#[derive(Clone, Copy)]
struct Kept<'k> {
    /// The number of the meeting that the same text made, or that it tells of; empty where there is none.
    number: &'k str,
}

#[derive(Serialize)]
struct Answer<'a> {
    meeting: MeetingAnswer<'a>,
    people: Vec<PersonAnswer<'a>>,
    organisations: Vec<BodyAnswer<'a>>,
    goals: Vec<&'a str>,
    topics: Vec<&'a str>,
    proposals: Vec<&'a str>,
    /// Those among them that are kept only where somebody says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unconfirmed: Vec<&'a str>,
    decisions: Vec<&'a str>,
    follow_ups: Vec<TaskAnswer<'a>>,
    missing: Vec<&'static str>,
}

#[derive(Serialize)]
struct MeetingAnswer<'a> {
    title: Option<&'a str>,
    date: Option<String>,
    place: Option<&'a str>,
    hosts: Vec<&'a str>,
    /// Beside a store: the meeting that the same text made, or that it tells of.
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<&'a str>,
}

#[derive(Serialize)]
struct PersonAnswer<'a> {
    name: &'a str,
    title: Option<&'a str>,
    post: Option<&'a str>,
    organisation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<bool>,
}

#[derive(Serialize)]
struct BodyAnswer<'a> {
    name: &'a str,
    aliases: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<bool>,
}

#[derive(Serialize)]
struct TaskAnswer<'a> {
    text: &'a str,
    owner: Option<&'a str>,
    due: Option<String>,
}

fn said(find: &Option<Find<String>>) -> Option<&str> {
    find.as_ref().map(|find| find.value.as_str())
}

impl<'a> Answer<'a> {
    fn of(found: &'a Intake, kept: Option<Kept<'a>>) -> Self {
        let texts = |statements: &'a [Statement]| statements.iter().map(|statement| statement.text.as_str()).collect();
        let body = |at: Option<usize>| at.and_then(|at| found.bodies.get(at)).map(|body| body.name.as_str());
        Self {
            meeting: MeetingAnswer {
                title: said(&found.meeting.title),
                date: found.meeting.date.as_ref().map(|date| date.value.iso()),
                place: said(&found.meeting.place),
                hosts: found.hosts().map(|host| host.name.as_str()).collect(),
                known: kept.map(|kept| kept.number).filter(|number| !number.is_empty()),
            },
            people: found
                .people
                .iter()
                .map(|person| PersonAnswer {
                    name: &person.name,
                    title: person.title.as_deref(),
                    post: person.post.as_deref(),
                    organisation: body(person.body),
                    known: kept.map(|_| person.known.is_some()),
                })
                .collect(),
            organisations: found
                .bodies
                .iter()
                .map(|body| BodyAnswer {
                    name: &body.name,
                    aliases: body.aliases.iter().map(|alias| alias.name.as_str()).collect(),
                    known: kept.map(|_| body.known.is_some()),
                })
                .collect(),
            goals: found.goals.iter().map(|goal| goal.name.as_str()).collect(),
            topics: found.topics.iter().map(|topic| topic.value.as_str()).collect(),
            proposals: texts(&found.proposals),
            unconfirmed: found
                .proposals
                .iter()
                .filter(|proposal| proposal.is_open())
                .map(|proposal| proposal.text.as_str())
                .collect(),
            decisions: texts(&found.decisions),
            follow_ups: found
                .follow_ups
                .iter()
                .map(|task| TaskAnswer {
                    text: &task.text,
                    owner: said(&task.owner),
                    due: task.due.as_ref().map(|due| due.value.iso()),
                })
                .collect(),
            missing: found.missing.iter().map(|missing| missing.code()).collect(),
        }
    }
}

fn show(found: &Intake, kept: Option<Kept<'_>>, json: bool, tr: &Tr) -> Result<()> {
    let answer = Answer::of(found, kept);
    if json {
        return print_json(&answer);
    }
    let line = |key: &str, texts: &[String]| -> Result<()> {
        for text in texts.iter().filter(|text| !text.is_empty()) {
            print(&tr!(tr, "cli-intake-line", label = tr.text(key, &[]), text = text.as_str()))?;
        }
        Ok(())
    };
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let date = found.meeting.date.as_ref().map(|date| date.value.long(tr, Calendars::HijriFirst));
    line("intake-title", &owned(&answer.meeting.title.into_iter().collect::<Vec<_>>()))?;
    line("intake-date", &date.into_iter().collect::<Vec<_>>())?;
    let status = found.meeting.status.as_ref().map(|status| tr.text(status.value.label_key(), &[]));
    line("field-meeting-status", &status.into_iter().collect::<Vec<_>>())?;
    line("intake-place", &owned(&answer.meeting.place.into_iter().collect::<Vec<_>>()))?;
    line("intake-hosts", &owned(&answer.meeting.hosts))?;
    let people = answer.people.iter().map(|person| {
        let name = [person.title, Some(person.name)].into_iter().flatten().collect::<Vec<_>>().join(" ");
        [Some(name.as_str()), person.post, person.organisation].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    line("intake-people", &people.collect::<Vec<_>>())?;
    let bodies = answer
        .organisations
        .iter()
        .map(|body| std::iter::once(body.name).chain(body.aliases.iter().copied()).collect::<Vec<_>>().join(" · "));
    line("intake-organisations", &bodies.collect::<Vec<_>>())?;
    line("intake-goals", &owned(&answer.goals))?;
    line("intake-topics", &owned(&answer.topics))?;
    let open = tr.text("intake-open", &[]);
    let proposals = answer.proposals.iter().map(|text| {
        let open = answer.unconfirmed.contains(text).then_some(open.as_str());
        [Some(*text), open].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    line("intake-proposals", &proposals.collect::<Vec<_>>())?;
    line("intake-decisions", &owned(&answer.decisions))?;
    let tasks = answer.follow_ups.iter().map(|task| {
        [Some(task.text), task.owner, task.due.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    line("intake-follow-ups", &tasks.collect::<Vec<_>>())?;
    let missing: Vec<String> = found.missing.iter().map(|missing| tr.text(missing_key(*missing), &[])).collect();
    if missing.is_empty() { Ok(()) } else { line("intake-missing", &[tr.list(&missing)]) }
}

/// The key of the words for what is missing.
const fn missing_key(missing: Missing) -> &'static str {
    match missing {
        Missing::Title => "intake-title",
        Missing::Date => "intake-date",
        Missing::Time => "intake-time",
        Missing::Place => "intake-place",
        Missing::Hosts => "intake-hosts",
        Missing::Chair => "intake-chair",
        Missing::People => "intake-people",
        Missing::Topics => "intake-topics",
        Missing::Decisions => "intake-decisions",
        Missing::FollowUps => "intake-follow-ups",
        Missing::Owner => "intake-owner",
        Missing::Due => "intake-due",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_as_it_was_written_and_what_is_none_is_refused() {
        assert_eq!(decoded("لقاء".as_bytes().to_vec()).as_deref(), Some("لقاء"));
        assert_eq!(decoded(vec![0xFF, 0xFE, 0x44, 0x06]).as_deref(), Some("ل"));
        assert_eq!(decoded(vec![0x89, b'P', b'N', b'G', 0xFF]), None);
        assert_eq!(decoded(b"a\0b".to_vec()), None);
    }
}
