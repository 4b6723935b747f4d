//! The places of all finds in the order of the text, to be marked in it.

use super::find::{Find, Intake, Statement};
use std::ops::Range;

/// What a marked place says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// What the meeting is called.
    Title,
    /// A day.
    Date,
    /// When it begins.
    Time,
    /// When it ends.
    End,
    /// The day of the next one.
    NextDate,
    /// Where it is.
    Place,
    /// A body, by its place among the bodies.
    Body(usize),
    /// A person, by their place among the people.
    Person(usize),
    /// A person's post.
    Post(usize),
    /// A group.
    Group(usize),
    /// A goal.
    Goal(usize),
    /// What is talked about.
    Topic(usize),
    /// A proposal.
    Proposal(usize),
    /// A decision or a recommendation.
    Decision(usize),
    /// A follow-up.
    FollowUp(usize),
}

/// A place to mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it says.
    pub kind: MarkKind,
}

impl Intake {
    /// All places, the first first; those that begin together with the longest first, for marks lie within marks.
    pub fn marks(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut add = |kind: MarkKind, ranges: &[Range<usize>]| {
            marks.extend(ranges.iter().map(|range| Mark { range: range.clone(), kind }));
        };
        let meeting = &self.meeting;
        let texts =
            [(MarkKind::Title, &meeting.title), (MarkKind::Place, &meeting.place), (MarkKind::Place, &meeting.city)];
        texts.iter().for_each(|(kind, find)| add(*kind, ranges(find)));
        add(MarkKind::Date, ranges(&meeting.date));
        meeting.unsure_dates.iter().for_each(|date| add(MarkKind::Date, &date.ranges));
        add(MarkKind::Time, ranges(&meeting.time));
        add(MarkKind::End, ranges(&meeting.end));
        add(MarkKind::NextDate, ranges(&meeting.next_date));
        self.bodies.iter().enumerate().for_each(|(at, body)| add(MarkKind::Body(at), &body.ranges));
        for (at, person) in self.people.iter().enumerate() {
            add(MarkKind::Person(at), &person.ranges);
            add(MarkKind::Post(at), person.post_range.as_slice());
        }
        self.groups
            .iter()
            .enumerate()
            .for_each(|(at, group)| add(MarkKind::Group(at), std::slice::from_ref(&group.range)));
        self.goals.iter().enumerate().for_each(|(at, goal)| add(MarkKind::Goal(at), &goal.ranges));
        self.topics.iter().enumerate().for_each(|(at, topic)| add(MarkKind::Topic(at), &topic.ranges));
        let mut add_all = |kind: fn(usize) -> MarkKind, statements: &[Statement]| {
            statements.iter().enumerate().for_each(|(at, said)| add(kind(at), std::slice::from_ref(&said.range)));
        };
        add_all(MarkKind::Proposal, &self.proposals);
        add_all(MarkKind::Decision, &self.decisions);
        add_all(MarkKind::FollowUp, &self.follow_ups);
        marks.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
        marks
    }
}

fn ranges<T>(find: &Option<Find<T>>) -> &[Range<usize>] {
    find.as_ref().map_or(&[], |find| &find.ranges)
}
