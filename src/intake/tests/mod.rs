//! What is found in texts of many kinds, and what is not: the texts are invented.

mod english;
mod kinds;
mod known;
mod limits;
mod patterns;
mod standing;
mod traps;

use super::*;

/// Monday, 13 Jumada al-akhira 1448.
const TODAY: &str = "2026-11-23";

fn today() -> Date {
    Date::from_iso(TODAY).expect("a day")
}

fn found(text: &str) -> Intake {
    read(text, &Gazetteer::shipped(), today())
}

/// «title name | post | body» of each person.
fn people(intake: &Intake) -> Vec<String> {
    let body = |at: Option<usize>| at.and_then(|at| intake.bodies.get(at)).map_or("-", |body| body.name.as_str());
    let line = |person: &PersonFind| {
        let title = person.title.as_deref().map(|title| format!("{title} ")).unwrap_or_default();
        format!("{title}{} | {} | {}", person.name, person.post.as_deref().unwrap_or("-"), body(person.body))
    };
    intake.people.iter().map(line).collect()
}

fn bodies(intake: &Intake) -> Vec<&str> {
    intake.bodies.iter().map(|body| body.name.as_str()).collect()
}

fn hosts(intake: &Intake) -> Vec<&str> {
    intake.hosts().map(|body| body.name.as_str()).collect()
}

fn topics(intake: &Intake) -> Vec<&str> {
    intake.topics.iter().map(|topic| topic.value.as_str()).collect()
}

fn texts(statements: &[Statement]) -> Vec<&str> {
    statements.iter().map(|statement| statement.text.as_str()).collect()
}

/// «text | owner | due» of what is to be done.
fn tasks(intake: &Intake) -> Vec<String> {
    let line = |task: &Statement| {
        let owner = task.owner.as_ref().map_or("-", |owner| owner.value.as_str());
        let due = task.due.as_ref().map_or_else(|| "-".to_owned(), |due| due.value.iso());
        format!("{} | {owner} | {due}", task.text)
    };
    intake.follow_ups.iter().map(line).collect()
}

fn title(intake: &Intake) -> Option<&str> {
    intake.meeting.title.as_ref().map(|title| title.value.as_str())
}

fn place(intake: &Intake) -> Option<&str> {
    intake.meeting.place.as_ref().map(|place| place.value.as_str())
}

fn date(intake: &Intake) -> Option<String> {
    intake.meeting.date.as_ref().map(|date| date.value.iso())
}

fn time(intake: &Intake) -> Option<String> {
    intake.meeting.time.as_ref().map(|time| time.value.to_string())
}
