//! A letter of invitation: to a body through who leads it, to somebody by their post, or one for all.

use super::addressed::addressed;
use super::words::{Reader, Words};
use super::{Addressee, Coming};
use crate::arabic::fold;
use crate::calendar::{Calendar, Calendars};
use crate::documents::letter::signed;
use crate::documents::{Block, Cell, Document, Fact, Keep, Section, text};
use crate::strings::Tr;
use crate::tr;

/// Lays the letter out.
pub fn invitation(coming: &Coming, to: &Addressee, tr: &Tr, calendars: Calendars) -> Document {
    let words = Words { tr, calendars };
    let title = tr!(tr, "paper-invitation-title", sort = words.sort(coming.occasion.kind));
    let mut sections = vec![
        plain(letter(coming, to, &words)).keyed("letter"),
        words.section("paper-heading-when", vec![Block::Facts(words.when_and_where(coming))]).keyed("when"),
    ];
    let agenda = |agenda| words.section("minutes-heading-agenda", vec![agenda]).keyed("agenda");
    sections.extend(words.agenda(coming).map(agenda));
    sections.push(Section { keep: Keep::Together, ..plain(closing(coming, &words)).keyed("closing") });
    let footer = if coming.occasion.number.trim().is_empty() {
        tr!(tr, "paper-invitation")
    } else {
        tr!(tr, "paper-footer", paper = tr!(tr, "paper-invitation"), number = coming.occasion.number.as_str())
    };
    Document { reference: reference(coming, &words), sections, ..words.paper(coming, (title, footer), Reader::Others) }
}

/// What a calendar says of the meeting besides when and where: what it is for, and its agenda.
pub fn about(coming: &Coming, tr: &Tr, calendars: Calendars) -> String {
    let words = Words { tr, calendars };
    let purpose = coming.occasion.purpose.trim();
    let purpose = (!purpose.is_empty()).then(|| plain(vec![Block::Paragraph(purpose.to_owned())]));
    let agenda = words.agenda(coming).map(|agenda| words.section("minutes-heading-agenda", vec![agenda]));
    let sections = purpose.into_iter().chain(agenda).collect();
    text::write(&Document { sections, ..Document::default() }).trim().to_owned()
}

fn plain(blocks: Vec<Block>) -> Section {
    Section { heading: String::new(), blocks, ..Section::default() }
}

/// The letter's own number is given by the office that sends it: it is left to be written in.
fn reference(coming: &Coming, words: &Words<'_>) -> Vec<Fact> {
    let (first, second) = match words.calendars {
        Calendars::HijriFirst => (Calendar::Hijri, Some(Calendar::Gregorian)),
        Calendars::GregorianFirst => (Calendar::Gregorian, Some(Calendar::Hijri)),
        Calendars::Hijri => (Calendar::Hijri, None),
        Calendars::Gregorian => (Calendar::Gregorian, None),
    };
    let day = |calendar| Cell::known(coming.today.numbers(words.tr, calendar));
    let mut lines =
        vec![words.fact("minutes-reference-number", Cell::known("")), words.fact("minutes-reference-date", day(first))];
    lines.extend(second.map(|second| words.fact("minutes-reference-corresponding", day(second))));
    let attachments = Cell::known(tr!(words.tr, "minutes-none"));
    lines.push(words.fact("minutes-reference-attachments", attachments));
    lines
}

fn letter(coming: &Coming, to: &Addressee, words: &Words<'_>) -> Vec<Block> {
    let tr = words.tr;
    let mut blocks = vec![
        Block::Paragraph(addressed(to, coming.address, words).join("\n")),
        Block::Paragraph(tr!(tr, "paper-greeting")),
    ];
    let sort = words.sort(coming.occasion.kind);
    let hosts = tr.list(&coming.hosts);
    let title = coming.occasion.title.as_str();
    // A title that begins with what sort of meeting it is says it already.
    let says_sort = fold(title).starts_with(&fold(&sort));
    let mut sentence = match (hosts.is_empty(), says_sort) {
        (true, false) => tr!(tr, "paper-invites", sort = sort, title = title),
        (false, false) => tr!(tr, "paper-invites-of", hosts = hosts, sort = sort, title = title),
        (true, true) => tr!(tr, "paper-invites-to-titled", title = title),
        (false, true) => tr!(tr, "paper-invites-of-to-titled", hosts = hosts, title = title),
    };
    if let Some(date) = coming.occasion.date {
        sentence = match coming.occasion.start {
            Some(start) => tr!(
                tr,
                "paper-on-day-at",
                sentence = sentence,
                day = date.long(tr, words.calendars),
                time = start.text(tr)
            ),
            None => tr!(tr, "paper-on-day", sentence = sentence, day = date.long(tr, words.calendars)),
        };
    }
    let place = words.place(coming);
    if !place.is_empty() {
        sentence = tr!(tr, "paper-at-place", sentence = sentence, place = place);
    }
    blocks.push(Block::Paragraph(tr!(tr, "paper-sentence", sentence = sentence)));
    if !coming.occasion.purpose.trim().is_empty() {
        blocks.push(Block::Paragraph(tr!(tr, "paper-purpose", purpose = coming.occasion.purpose.trim())));
    }
    blocks
}

fn closing(coming: &Coming, words: &Words<'_>) -> Vec<Block> {
    let tr = words.tr;
    let mut lines = Vec::new();
    if let Some(sender) = &coming.sender {
        let post = sender.post.trim();
        lines.extend((!post.is_empty()).then(|| post.to_owned()));
        lines.push(words.name(sender));
    } else {
        lines.extend(coming.hosts.first().cloned());
    }
    let answer = Block::Paragraph(tr!(tr, "paper-asks-answer"));
    vec![answer, Block::Paragraph(tr!(tr, "paper-regards")), signed(lines, words)]
}
