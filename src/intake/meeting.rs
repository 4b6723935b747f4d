//! What the meeting is: its kind, who holds it, what it is called, where it is, which medium tells of it.

use super::bodies::{Mention, within};
use super::cuts::{Prefix, after_letters, bare, cuts, is_in, is_mark, plain};
use super::find::{BodyFind, Find, GroupFind, MeetingFind};
use super::gazetteer::Gazetteer;
use super::labels::Label;
use super::lexicon::{CLAUSES, HOLDING, INVITING, PLURALS, ROOMS, STOPS, TAKING_PART, WITH};
use super::page::{Page, Sentence, trimmed};
use crate::domain::{MeetingKind, Side};
use std::ops::Range;

/// A headline has so many words.
const HEADLINE: std::ops::RangeInclusive<usize> = 3..=25;
/// A title that is put together has no more.
const LONGEST_TITLE: usize = 16;

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

struct Reader<'p> {
    page: &'p Page<'p>,
    gazetteer: &'p Gazetteer,
    mentions: &'p [Mention],
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
                let is_joined = mention.words.start == floor && self.page.norm(floor).starts_with('و')
                    || mention.words.start == floor && self.page.gap(floor).contains(['،', ',']);
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

    /// «أمانة … تنظّم ورشة».
    fn side_behind(&self, sentence: &Sentence, mention: &Mention) -> Option<Side> {
        let next = mention.words.end;
        let verb = bare(self.page.norm(next));
        let holds = next < sentence.words.end && self.page.follows(next) && is_in(HOLDING, verb);
        let opens = mention.words.start == sentence.words.start;
        (holds && opens && mention.prefix == Prefix::None).then_some(Side::Host)
    }

    fn is_kind(&self, word: &str) -> bool {
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

    /// What it is called: as it is named, as the letter or the item is headed, or by what it is and with whom.
    fn title(&self, kind: Option<usize>, is_meeting: bool, dateline: Option<usize>) -> Option<Find<String>> {
        let labelled = |label: Label| self.page.sentences.iter().find(|sentence| sentence.label == Some(label));
        if let Some(sentence) = labelled(Label::Title) {
            return Some(Find::sure(self.clean(sentence.range.clone()), sentence.range.clone()));
        }
        if !is_meeting {
            return None;
        }
        if let Some(range) = self.entitled() {
            return Some(Find::sure(self.clean(range.clone()), range));
        }
        if let Some(sentence) = labelled(Label::Subject) {
            return Some(Find::sure(self.clean(sentence.range.clone()), sentence.range.clone()));
        }
        if let Some(sentence) = self.headline(dateline) {
            return Some(Find::likely(self.clean(sentence.range.clone()), sentence.range.clone()));
        }
        kind.and_then(|at| self.by_kind(at))
    }

    /// «بعنوان «…»».
    fn entitled(&self) -> Option<Range<usize>> {
        let at = (0..self.page.words.len()).find(|at| {
            let norm = self.page.norm(*at);
            is_in("بعنوان بمسمي", norm) || norm == "عنوان" && is_in("تحت", self.page.norm(at.saturating_sub(1)))
        })?;
        let sentence = self.page.sentence_of(at)?;
        let first = self.page.words.get(at + 1).filter(|_| at + 1 < sentence.words.end)?.range.start;
        let quoted = self.page.gap(at + 1).contains(['«', '"', '“', '(', '\'']);
        let rest = self.page.slice(first..sentence.range.end);
        let closes: &[char] = if quoted { &['»', '"', '”', ')', '\''] } else { &['،', '.', '؛', '('] };
        let until = rest.find(closes).map_or(sentence.range.end, |place| first + place);
        let range = if quoted { first..until } else { first..self.stop(at + 1, sentence, until) };
        Some(trimmed(self.page.text, range)).filter(|range| !range.is_empty())
    }

    /// The end of a phrase that is not set apart: where a date, a place, another clause begins.
    fn stop(&self, at: usize, sentence: &Sentence, until: usize) -> usize {
        let stop = (at + 1..sentence.words.end).find(|place| {
            let norm = self.page.norm(*place);
            is_in("يوم وذلك بتاريخ بمقر بحضور بمشاركه برعايه بقاعه الساعه والذي المقرر المقام المزمع", norm)
                || norm == "في" && is_in("يوم تمام قاعه مقر مبني مسرح", self.page.norm(place + 1))
        });
        stop.and_then(|stop| self.page.words.get(stop - 1)).map_or(until, |word| word.range.end.min(until))
    }

    /// The first line, where it has no point and something follows.
    fn headline(&self, dateline: Option<usize>) -> Option<&Sentence> {
        let first = self.page.sentences.first()?;
        let alone = self.page.sentences.iter().filter(|sentence| sentence.line == first.line).count() == 1;
        let text = self.page.slice(first.range.clone());
        let greets = is_in(
            "السلام بسم تحيه سعاده المكرم مرحبا الاخوه الساده صباح مساء الزملاء معالي عزيزي hello dear hi",
            bare(self.page.norm(first.words.start)),
        );
        let is_headline = alone
            && !first.is_bullet
            && first.label.is_none()
            && !greets
            && self.page.senders.is_empty()
            && HEADLINE.contains(&first.words.len())
            && !text.ends_with(['.', '،', ':', '؛', '؟'])
            && self.page.lines > 1
            && dateline != Some(first.line)
            && !is_in("محضر ١", self.page.norm(first.words.start))
            && first.words.clone().filter(|at| self.page.norm(*at).chars().any(char::is_alphabetic)).count() >= 3;
        is_headline.then_some(first)
    }

    /// «اجتماع تنسيقي مع عدد من الجمعيات الأهلية».
    fn by_kind(&self, at: usize) -> Option<Find<String>> {
        let sentence = self.page.sentence_of(at)?;
        let cut = cuts(self.page.norm(at)).into_iter().find(|cut| {
            let word = cut.rest.strip_prefix("ال").unwrap_or(&cut.rest);
            self.gazetteer.kinds.contains_key(word)
        })?;
        let mut end = at + 1;
        let mut has_more = false;
        let has_article = self.page.norm(at).starts_with("ال") || cut.rest.starts_with("ال");
        let is_near = |end: usize| {
            self.page
                .gap(end)
                .chars()
                .all(|letter| letter.is_whitespace() && letter != '\n' || matches!(letter, '«' | '»' | '"' | '“' | '”'))
        };
        while end < sentence.words.end && end < at + LONGEST_TITLE && is_near(end) {
            let norm = self.page.norm(end);
            // «خلال الاجتماع استعراض …» is no title.
            if has_article && end == at + 1 && !norm.starts_with("ال") && !norm.starts_with('ل') {
                break;
            }
            let is_party = is_in("مع بين حول بشان عن لمناقشه", norm);
            let is_over = is_in(STOPS, norm)
                && !(is_party
                    || norm == "من" && is_in("عدد مجموعه وفد", self.page.norm(end - 1))
                    || norm == "في" && has_more && self.page.norm(end + 1).starts_with("ال"))
                || is_in(CLAUSES, norm) && norm != "في"
                || is_in(HOLDING, norm)
                || is_in(
                    "يوم غدا اليوم الساعه المقرر المزمع بيكون الاحد الاثنين الثلاثاء الاربعاء الخميس الجمعه السبت التي الذي",
                    norm,
                )
                || norm.starts_with(|letter: char| letter.is_ascii_digit());
            if is_over && norm != "عدد" && norm != "مجموعه" {
                break;
            }
            has_more |= is_party;
            end += 1;
        }
        while end > at + 1 && is_in("مع بين حول بشان عن في من عدد", self.page.norm(end - 1)) {
            end -= 1;
        }
        (end > at + 1).then(|| {
            let bytes = self.page.bytes(at..end);
            let start = bytes.start + after_letters(self.page.raw(at), cut.letters);
            let words: Vec<String> = self
                .page
                .slice(start..bytes.end)
                .split_whitespace()
                .enumerate()
                .map(|(place, word)| if place < 3 { nominative(word) } else { word.to_owned() })
                .collect();
            let opens = words.iter().any(|word| word.starts_with('«'));
            let closed = words.iter().any(|word| word.ends_with('»'));
            let close = if opens && !closed { "»" } else { "" };
            Find::likely(plain(&words.join(" ")) + close, start..bytes.end)
        })
    }

    fn clean(&self, range: Range<usize>) -> String {
        let text = self.page.slice(range).trim_matches(['«', '»', '"', '“', '”', '*', ' ', '.', ':']);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where it is: as it is labelled, or «بمقر …», «في قاعة …» beside the meeting.
    fn place(&self, is_meeting: bool) -> Option<Find<String>> {
        if let Some(sentence) = self.page.sentences.iter().find(|sentence| sentence.label == Some(Label::Place)) {
            return Some(Find::sure(self.clean(sentence.range.clone()), sentence.range.clone()));
        }
        if !is_meeting {
            return None;
        }
        let of = |sentence: &&Sentence| {
            !matches!(
                sentence.label,
                Some(
                    Label::From
                        | Label::To
                        | Label::Tasks
                        | Label::Agenda
                        | Label::Decisions
                        | Label::Recommendations
                        | Label::Proposals
                )
            )
        };
        self.page.sentences.iter().filter(of).find_map(|sentence| {
            let tells = sentence.words.clone().any(|at| {
                let word = bare(self.page.norm(at));
                self.is_kind(word) || is_in(HOLDING, word) || is_in(INVITING, word) || is_in("نلتقي سنلتقي نجتمع", word)
            });
            sentence.words.clone().filter(|_| tells).find_map(|at| self.place_at(sentence, at))
        })
    }

    /// «استضافت جمعية … في مقرها»: the premises of the body that was named.
    fn own_place(&self, sentence: &Sentence, at: usize) -> Option<Find<String>> {
        let body = self
            .mentions
            .iter()
            .rfind(|mention| mention.words.end <= at && mention.words.start >= sentence.words.start)?;
        let raw = self.page.norm(at);
        let room =
            if raw.starts_with("مقر") { "مقر" } else { raw.trim_end_matches("تها").trim_end_matches("ها") };
        let room = if room == "قاع" {
            "قاعة"
        } else if room == "مبنا" {
            "مبنى"
        } else {
            room
        };
        Some(Find::likely(format!("{room} {}", body.surface), self.page.bytes(at..at + 1)))
    }

    fn place_at(&self, sentence: &Sentence, at: usize) -> Option<Find<String>> {
        let norm = self.page.norm(at);
        let room = |word: &str| is_in(ROOMS, word);
        let (first, letters) = match norm {
            "عن" if self.page.norm(at + 1) == "بعد" => {
                let range = self.page.bytes(at..at + 2);
                return Some(Find::sure(self.page.slice(range.clone()).to_owned(), range));
            }
            "عبر" if is_in("منصه برنامج الاتصال تطبيق رابط زوم تيمز teams zoom", self.page.norm(at + 1)) => {
                (at, 0)
            }
            "في" | "داخل" | "علي" if room(self.page.norm(at + 1)) => (at + 1, 0),
            "في" if is_in("مقرها مقره مقرهم مبناها قاعتها", self.page.norm(at + 1)) => {
                return self.own_place(sentence, at + 1);
            }
            _ => {
                let cut = cuts(norm).into_iter().find(|cut| cut.prefix == Prefix::By && room(&cut.rest))?;
                (at, cut.letters)
            }
        };
        let last = sentence.words.end.min(first + 12);
        let mut end = first + 1;
        while end < last && self.page.follows(end)
            || end < last
                && self.page.gap(end).trim().chars().all(|letter| matches!(letter, '«' | '»' | '"' | '(' | ')'))
        {
            let norm = self.page.norm(end);
            let goes_on = norm == "في"
                && (self.gazetteer.place_at(|offset| Some(self.page.norm(end + 1 + offset))) > 0
                    || is_in("مدينه محافظه حي مقر مبني", self.page.norm(end + 1)))
                || is_in("بمقر بمبني بمدينه بمحافظه بحي", norm);
            let is_over = is_in(STOPS, norm)
                || is_in(CLAUSES, norm)
                || is_in(TAKING_PART, norm)
                || norm.starts_with("لمناقش")
                || self.is_kind(norm)
                || is_in("اليوم غدا الاحد الاثنين الثلاثاء الاربعاء الخميس الساعه", norm);
            if is_over && !goes_on {
                break;
            }
            end += 1;
        }
        let bytes = self.page.bytes(first..end);
        let start = bytes.start + after_letters(self.page.raw(first), letters);
        let said = self.clean(start..bytes.end);
        (end > first + 1 || is_in("مقر", norm)).then(|| Find::sure(said, start..bytes.end))
    }
}

/// «اجتماعًا تنسيقيًا» as a title says it: «اجتماع تنسيقي».
fn nominative(word: &str) -> String {
    let has_tanween = word.contains('\u{064B}');
    let bare: String = word.chars().filter(|letter| !is_mark(*letter)).collect();
    match bare.strip_suffix('ا') {
        Some(stem)
            if (has_tanween || matches!(bare.as_str(), "اجتماعا" | "تنسيقيا" | "دوريا"))
                && stem.chars().count() > 2 =>
        {
            stem.to_owned()
        }
        _ if has_tanween => bare,
        _ => word.to_owned(),
    }
}

/// Those who are not named one by one: «عدد من الجمعيات الأهلية في المنطقة», «12 جمعية».
pub(super) fn groups(page: &Page<'_>) -> Vec<GroupFind> {
    let mut found: Vec<GroupFind> = Vec::new();
    for sentence in &page.sentences {
        for at in sentence.words.clone() {
            let norm = bare(page.norm(at));
            let number: Option<i64> =
                norm.parse().ok().filter(|count| (1..10_000).contains(count)).or_else(|| number(norm));
            let starts = match norm {
                "عدد" | "مجموعه" | "عددا" if page.norm(at + 1) == "من" => Some(at + 2),
                "ممثلي" | "ممثلو" | "ممثلين" if page.norm(at + 1) == "عن" => Some(at + 2),
                "ممثلي" | "ممثلو" => Some(at + 1),
                _ if number.is_some() => Some(at + 1),
                _ => None,
            };
            let Some(first) = starts else { continue };
            let count = number.or_else(|| page.norm(first).parse().ok());
            let noun = first + usize::from(number.is_none() && count.is_some());
            let is_group = noun < sentence.words.end
                && is_in(PLURALS, page.norm(noun))
                && (first..=noun).all(|place| page.follows(place));
            let floor = sentence.words.start.max(at.saturating_sub(4));
            let takes_part = (floor..at).any(|place| {
                is_in(
                    "مع بحضور بمشاركه حضور مشاركه شارك شاركت حضر حضرت ومشاركه وبمشاركه وحضور وبحضور استضافت",
                    bare(page.norm(place)),
                )
            });
            let is_inside = found.last().is_some_and(|last| page.bytes(at..at + 1).start < last.range.end);
            if !is_group || !takes_part || is_inside {
                continue;
            }
            let mut end = noun + 1;
            while end < sentence.words.end && page.follows(end) {
                let norm = page.norm(end);
                let goes_on = norm.starts_with("ال") && !is_in(super::lexicon::NOT_OF_NAMES, norm)
                    || is_in("اهليه خيريه حكوميه خاصه تطوعيه غير ربحيه", norm)
                    || norm == "في" && is_in("المنطقه المحافظه المدينه منطقه محافظه", page.norm(end + 1));
                if !goes_on {
                    break;
                }
                end += 1;
            }
            let mut range = page.bytes(at..end);
            range.start += if norm.len() < page.norm(at).len() { after_letters(page.raw(at), 1) } else { 0 };
            let name = page.slice(range.clone()).split_whitespace().collect::<Vec<_>>().join(" ");
            found.push(GroupFind { name, count, range });
        }
    }
    found
}

/// Small numbers in words.
fn number(word: &str) -> Option<i64> {
    let list = ["ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر"];
    let word = word.strip_suffix('ه').unwrap_or(word);
    list.iter().position(|number| *number == word.trim_end_matches('ي')).and_then(|place| i64::try_from(place + 3).ok())
}
