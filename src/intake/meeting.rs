//! What the meeting is: its kind, who holds it, what it is called, where it is, which medium tells of it.

use super::bodies::{Mention, within};
use super::cuts::{Prefix, bare, cuts, is_in};
use super::find::{BodyFind, Find, MeetingFind};
use super::gazetteer::Gazetteer;
use super::labels::Label;
use super::lexicon::{HOLDING, TAKING_PART, WITH};
use super::page::{Page, Sentence};
use crate::domain::{MeetingKind, Side};

/// Reads all of it; the bodies learn their sides.
pub(super) fn read(
    page: &Page<'_>,
    gazetteer: &Gazetteer,
    mentions: &[Mention],
    bodies: &mut [BodyFind],
) -> MeetingFind {
    let reader = Reader { page, gazetteer, mentions };
    let mut meeting = MeetingFind::default();
    let kind = reader.kind();
    meeting.kind = kind.as_ref().map(|(kind, at)| Find::sure(*kind, page.bytes(*at..*at + 1)));
    reader.sides(bodies);
    let dateline = reader.dateline(&mut meeting);
    let holds = bodies.iter().any(|body| body.side == Some(Side::Host));
    let is_meeting = kind.is_some() || holds;
    meeting.title = reader.title(kind.map(|(_, at)| at), is_meeting, dateline);
    meeting.place = reader.place(is_meeting);
    meeting
}

pub(super) struct Reader<'p> {
    pub(super) page: &'p Page<'p>,
    pub(super) gazetteer: &'p Gazetteer,
    pub(super) mentions: &'p [Mention],
}

impl Reader<'_> {
    /// The first word that says what kind of meeting it is.
    fn kind(&self) -> Option<(MeetingKind, usize)> {
        let is_passed = |at: &usize| {
            let label = self.page.sentence_of(*at).and_then(|sentence| sentence.label);
            !matches!(label, Some(Label::From | Label::To | Label::Sent | Label::Tasks))
        };
        let find = |with_article: bool| {
            (0..self.page.words.len()).filter(is_passed).find_map(|at| {
                let norm = self.page.norm(at);
                cuts(norm).into_iter().find_map(|cut| {
                    let word = cut.rest.strip_prefix("ال").filter(|_| with_article).unwrap_or(&cut.rest);
                    self.gazetteer.kinds.get(word).map(|kind| (*kind, at))
                })
            })
        };
        let (kind, at) = find(false).or_else(|| find(true))?;
        let next = bare(self.page.norm(at + 1));
        let next = next.strip_prefix("ال").unwrap_or(next);
        let kind = match (kind, next) {
            (MeetingKind::Coordination, "دوري" | "دوريا" | "الدوري") => MeetingKind::Regular,
            (MeetingKind::Coordination, "طاريء" | "طاري" | "طاريا" | "عاجل" | "عاجلا") => {
                MeetingKind::Urgent
            }
            (MeetingKind::Coordination, "لجنه") => MeetingKind::Committee,
            // «لقاء تنسيقي» is none at which one only gets to know each other.
            (MeetingKind::Introduction, "تنسيقي" | "تنسيقيا") => MeetingKind::Coordination,
            (MeetingKind::Introduction, "دوري" | "دوريا") => MeetingKind::Regular,
            (kind, _) => kind,
        };
        Some((kind, at))
    }

    /// Who holds it, with whom, and who takes part.
    fn sides(&self, bodies: &mut [BodyFind]) {
        let put = |bodies: &mut [BodyFind], mention: &Mention, side: Side| {
            let body = mention.body.and_then(|body| bodies.get_mut(body));
            if let Some(body) = body.filter(|body| {
                body.side.is_none_or(|before| side == Side::Host || before == Side::Invited && side == Side::CoHost)
            }) {
                body.side = Some(side);
            }
        };
        for sentence in &self.page.sentences {
            let mentions: Vec<&Mention> = within(self.mentions, &sentence.words).iter().collect();
            let side = match sentence.label {
                Some(Label::Host) => Some(Side::Host),
                Some(Label::CoHost) => Some(Side::CoHost),
                Some(Label::Attendees) => Some(Side::Invited),
                _ => None,
            };
            if let Some(side) = side {
                mentions.iter().for_each(|mention| put(bodies, mention, side));
                continue;
            }
            self.english_hosts(sentence, &mentions, bodies, &put);
            let mut running = None;
            for (at, mention) in mentions.iter().enumerate() {
                let floor = at
                    .checked_sub(1)
                    .and_then(|before| mentions.get(before))
                    .map_or(sentence.words.start, |before| before.words.end);
                let side = self.side_before(floor, mention).or_else(|| self.side_behind(sentence, mention));
                // «بالتعاون مع جمعية … وجمعية …» goes on.
                let is_joined = mention.words.start == floor
                    && (self.page.norm(floor).starts_with('و') || self.page.gap(floor).contains(['،', ',']));
                let side = side.or(running.filter(|_| is_joined && at > 0));
                running = side;
                let is_place = mention.is_general
                    && floor < mention.words.start
                    && is_in("بمقر مقر", self.page.norm(mention.words.start - 1));
                if let Some(side) = side.filter(|_| !is_place) {
                    put(bodies, mention, side);
                }
            }
        }
    }

    /// `The ministry and the municipality will hold …`: all that stand before the verb.
    fn english_hosts(
        &self,
        sentence: &Sentence,
        mentions: &[&Mention],
        bodies: &mut [BodyFind],
        put: &impl Fn(&mut [BodyFind], &Mention, Side),
    ) {
        let verb = sentence.words.clone().find(|at| is_in("hold holds held host hosts hosted organise organises organised organize organizes organized invite invites convened", self.page.norm(*at)));
        let before = mentions.iter().filter(|mention| verb.is_some_and(|verb| mention.words.end <= verb));
        for (at, mention) in before.enumerate() {
            put(bodies, mention, if at == 0 { Side::Host } else { Side::CoHost });
        }
    }

    fn side_before(&self, floor: usize, mention: &Mention) -> Option<Side> {
        let before: Vec<&str> = (floor..mention.words.start).rev().take(4).map(|at| bare(self.page.norm(at))).collect();
        let own = self.page.norm(mention.words.start);
        let near = |list: &str, most: usize| before.iter().take(most).any(|word| is_in(list, word));
        if super::english::is_english(own) {
            return self.english_side(floor, mention);
        }
        let is_in_place = before.first().is_some_and(|word| is_in("بمقر مقر في بقاعه قاعه بمبني مبني", word))
            || mention.prefix == Prefix::By;
        if near(WITH, 2) && before.first().is_some_and(|word| matches!(*word, "مع" | "بين")) || near("برعايه", 1)
        {
            return Some(Side::CoHost);
        }
        if near(TAKING_PART, 3) && !is_in_place {
            return Some(Side::Invited);
        }
        let is_held = before.first().is_some_and(|word| is_in(HOLDING, word))
            || before.get(1).is_some_and(|word| is_in(HOLDING, word))
                && before.first().is_some_and(|word| is_in("من كل اليوم امس قبل", word))
            || before.first().is_some_and(|word| is_in("معكم معنا", word));
        if is_held && mention.prefix != Prefix::By || is_in(HOLDING, bare(own)) {
            return Some(Side::Host);
        }
        (before.first() == Some(&"مع") && before.iter().any(|word| self.is_kind(word))).then_some(Side::Invited)
    }

    /// `in cooperation with …`, `a meeting with …`, `attended by …`.
    fn english_side(&self, floor: usize, mention: &Mention) -> Option<Side> {
        let before = |back: usize| {
            let all = (floor..mention.words.start).rev().map(|at| self.page.norm(at)).filter(|word| *word != "the");
            all.clone().nth(back).unwrap_or_default()
        };
        if before(0) == "with" && is_in("cooperation collaboration partnership coordination", before(1)) {
            return Some(Side::CoHost);
        }
        let comes = before(0) == "with"
            || before(0) == "by" && before(1) == "attended"
            || before(0) == "of" && before(1) == "participation";
        comes.then_some(Side::Invited)
    }

    /// «أمانة … تنظّم ورشة».
    fn side_behind(&self, sentence: &Sentence, mention: &Mention) -> Option<Side> {
        let next = mention.words.end;
        let verb = bare(self.page.norm(next));
        let holds = next < sentence.words.end && self.page.follows(next) && is_in(HOLDING, verb);
        let opens = mention.words.start == sentence.words.start;
        (holds && opens && mention.prefix == Prefix::None).then_some(Side::Host)
    }

    pub(super) fn is_kind(&self, word: &str) -> bool {
        let word = word.strip_prefix("ال").unwrap_or(word);
        self.gazetteer.kinds.contains_key(word)
            || word.strip_prefix(['ب', 'ل']).is_some_and(|word| self.gazetteer.kinds.contains_key(word))
    }

    /// «الحقيقة - الدمام»: the medium and the town; answers the line it stands on.
    fn dateline(&self, meeting: &mut MeetingFind) -> Option<usize> {
        let place = |at: usize| self.gazetteer.place_at(|offset| Some(self.page.norm(at + offset)));
        for sentence in self.page.sentences.iter().take(4) {
            let words = sentence.words.clone();
            if sentence.label.is_some() || sentence.is_bullet || words.len() < 2 {
                continue;
            }
            let parts = words.clone().skip(1).take(4).find(|at| {
                let gap = self.page.gap(*at);
                gap.contains(['-', '–', '—', '|', '/', '(', '،']) && !gap.contains('\n')
            });
            let Some(parts) = parts else { continue };
            let is_line = words.len() <= 6;
            let first_is_place = place(words.start) == parts - words.start;
            let last = (parts..words.end)
                .find(|at| self.page.gap(*at + 1).contains([':', '-', '–', '—', ')']))
                .map_or(words.end, |at| at + 1);
            let last_is_place =
                place(parts) > 0 && (is_line && parts + place(parts) == words.end || parts + place(parts) == last);
            let (town, outlet) = match (first_is_place, last_is_place) {
                (_, true) => (parts..parts + place(parts), Some(words.start..parts)),
                (true, false) => {
                    (words.start..parts, (last <= parts + 3 && (is_line || last < words.end)).then_some(parts..last))
                }
                (false, false) => continue,
            };
            meeting.city = Some(Find::sure(self.page.said(town.clone()).to_owned(), self.page.bytes(town)));
            meeting.outlet =
                outlet.map(|outlet| Find::likely(self.page.said(outlet.clone()).to_owned(), self.page.bytes(outlet)));
            return is_line.then_some(sentence.line);
        }
        None
    }
}
