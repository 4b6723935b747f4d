//! The press item of a meeting, in the shape that papers print: a headline, where it comes from, who met with whom and
//! where, what it serves, who was there, what was raised, what was said.
//!
//! Each of its claims is a record that may be told: what is not known is left out and never guessed, and so is what may not
//! be published and whoever may not be named. A paragraph of which nothing is known is not written.

use super::minutes::{Person, Words, is_female as is_her};
use super::{Block, Document, Footer, PageOf, Section};
use crate::arabic::{self, genitive};
use crate::calendar::{Calendars, Date};
use crate::domain::{MeetingKind, OutcomeKind};
use crate::strings::{Language, Tr};
use crate::tr;
use std::collections::HashSet;

/// What may be told of a meeting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PressFacts {
    /// «الحقيقة»: the paper it goes to; empty: none is named.
    pub outlet: String,
    /// Where the meeting was.
    pub city: String,
    /// What the meeting is called.
    pub title: String,
    /// What sort of meeting.
    pub kind: Option<MeetingKind>,
    /// Its day, if it is to be said.
    pub date: Option<Date>,
    /// In which building or hall.
    pub venue: String,
    /// What it is for.
    pub purpose: String,
    /// Who held it.
    pub hosts: Vec<String>,
    /// With whom.
    pub partners: Vec<String>,
    /// Whom they met: bodies and groups.
    pub guests: Vec<String>,
    /// What its agenda was about.
    pub topics: Vec<String>,
    /// The goals of the Vision that it serves.
    pub goals: Vec<String>,
    /// Who was there and may be named, in the order of the list.
    pub present: Vec<Person>,
    /// What was raised or decided and may be published, by what it is.
    pub outcomes: Vec<(OutcomeKind, String)>,
    /// What was said and may be published, with whom it is from.
    pub quotes: Vec<(Option<Person>, String)>,
}

/// What of the outcomes each paragraph tells, with the key of its sentence.
const TOLD: [(&str, &[OutcomeKind]); 3] = [
    ("press-raised", &[OutcomeKind::Initiative, OutcomeKind::Proposal]),
    ("press-discussed", &[OutcomeKind::Challenge, OutcomeKind::Opportunity]),
    ("press-agreed", &[OutcomeKind::Decision, OutcomeKind::Recommendation]),
];

/// Lays it out.
pub fn press_item(facts: &PressFacts, tr: &Tr, calendars: Calendars) -> Document {
    let words = Words::new(tr, calendars);
    let paragraphs = [
        Some(opening(facts, &words)),
        serving(facts, &words),
        present(facts, &words),
        outcomes(facts, &words),
        quotes(facts, &words),
    ];
    let blocks = paragraphs.into_iter().flatten().filter(|text| !text.trim().is_empty()).map(Block::Paragraph);
    let dateline = [facts.outlet.trim(), facts.city.trim()];
    let dateline: Vec<&str> = dateline.into_iter().filter(|text| !text.is_empty()).collect();
    let author = facts.hosts.first().cloned().unwrap_or_default();
    Document {
        title: headline(facts, &words),
        subject: dateline.join(" - "),
        author,
        language: tr.language(),
        digits: tr.digits(),
        footer: Footer { page_of: PageOf::new(tr), ..Footer::default() },
        sections: vec![Section { blocks: blocks.collect(), ..Section::default() }.keyed("item")],
        ..Document::default()
    }
}

/// The meeting's own title, or what it was.
fn headline(facts: &PressFacts, words: &Words<'_>) -> String {
    match facts.title.trim() {
        "" => tr!(words.tr, "press-no-title"),
        title => title.to_owned(),
    }
}

/// «اجتماعًا تنسيقيًا»: what was held, as the sentence has it.
fn kind(facts: &PressFacts, words: &Words<'_>, key: &str) -> String {
    let code = facts.kind.map_or("other", MeetingKind::code);
    tr!(words.tr, &format!("{key}-{code}"))
}

/// «عقدت … بالتعاون مع … اجتماعًا تنسيقيًا مع …، وذلك في …، لمناقشة ….»
fn opening(facts: &PressFacts, words: &Words<'_>) -> String {
    let tr = words.tr;
    let what = kind(facts, words, "press-kind");
    let mut who = list(&facts.hosts, tr);
    let partners = met(&facts.partners, tr);
    if !who.is_empty() && !partners.is_empty() {
        who.push_str(&tr!(tr, "press-with-partners", text = partners));
    }
    let mut sentence = match facts.hosts.first() {
        Some(first) if is_female(first) => tr!(tr, "press-held-by-her", host = who, what = what),
        Some(_) => tr!(tr, "press-held", host = who, what = what),
        None => tr!(tr, "press-was-held"),
    };
    let mut add = |key: &str, text: String| {
        if !text.trim().is_empty() {
            sentence.push_str(&tr!(tr, key, text = text));
        }
    };
    add("press-with-guests", met(&facts.guests, tr));
    add("press-at", facts.venue.trim().to_owned());
    // A place may have commas of its own, so that the day is set apart from it.
    let on = if facts.venue.trim().is_empty() { "press-on" } else { "press-on-there" };
    add(on, facts.date.map(|date| date.long(tr, words.calendars)).unwrap_or_default());
    let mut told = HashSet::new();
    let is_new = |topic: &&String| told.insert(arabic::fold(topic.trim()));
    let topics: Vec<String> = facts.topics.iter().filter(|topic| is_news(topic, tr)).filter(is_new).cloned().collect();
    let (key, topics) = discussed(&topics, tr);
    add(key, list(&topics, tr));
    sentence + &tr!(tr, "press-stop")
}

/// Is an item of the agenda worth telling? What is on every agenda is not.
fn is_news(topic: &str, tr: &Tr) -> bool {
    let folded = arabic::fold(topic.trim());
    ![tr!(tr, "press-topics-of-course"), tr!(tr.in_language(Language::Arabic), "press-topics-of-course")]
        .iter()
        .flat_map(|all| all.split('|'))
        .any(|usual| arabic::fold(usual.trim()) == folded)
}

/// What the agenda was about as the sentence goes on with it, with its key: «لمناقشة …، واستعراض …», or «لاستعراض …» where
/// nothing was only discussed. An item that says itself that it is discussed does not say so twice.
fn discussed(topics: &[String], tr: &Tr) -> (&'static str, Vec<String>) {
    let (discussion, acts) = (tr!(tr, "press-topic-discussion"), tr!(tr, "press-topic-acts"));
    let first = |topic: &str| topic.split_whitespace().next().unwrap_or_default().to_owned();
    let is_act = |topic: &String| acts.split_whitespace().any(|act| act == first(topic));
    let plain = |topic: &String| match topic.trim().strip_prefix(discussion.as_str()) {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim().to_owned(),
        _ => topic.clone(),
    };
    let (acts, mut all): (Vec<String>, Vec<String>) = topics.iter().map(plain).partition(is_act);
    let key = if all.is_empty() { "press-about-acts" } else { "press-about" };
    all.extend(acts);
    (key, all)
}

/// «وجاء الاجتماع بهدف …، بما يخدم مستهدفات رؤية السعودية 2030، خصوصًا في مجالات ….»
fn serving(facts: &PressFacts, words: &Words<'_>) -> Option<String> {
    let tr = words.tr;
    let purpose = facts.purpose.trim().trim_end_matches(['.', '،']);
    let goals = list(&facts.goals, tr);
    let sentence = match (purpose.is_empty(), goals.is_empty()) {
        (true, true) => return None,
        (false, true) if is_sentence(purpose, tr) => tr!(tr, "press-purpose-told", purpose = purpose),
        (false, false) if is_sentence(purpose, tr) => {
            let told = tr!(tr, "press-purpose-told", purpose = purpose);
            [told, tr!(tr, "press-goals", goals = goals)].join(" ")
        }
        (false, true) => tr!(tr, "press-purpose", purpose = purpose),
        (true, false) => tr!(tr, "press-goals", goals = goals),
        (false, false) => tr!(tr, "press-purpose-and-goals", purpose = purpose, goals = goals),
    };
    Some(sentence)
}

/// Is a purpose told in sentences of its own, that go into no other? It has stops in it, or begins with a verb.
fn is_sentence(purpose: &str, tr: &Tr) -> bool {
    let verbs = tr!(tr.in_language(Language::Arabic), "press-verbs");
    let first = arabic::fold(purpose.split_whitespace().next().unwrap_or_default());
    purpose.contains(['.', '\n', ':', '؟', '!']) || verbs.split_whitespace().any(|verb| arabic::fold(verb) == first)
}

/// «وشهد الاجتماع حضور {post} {title} {name}، و….»
fn present(facts: &PressFacts, words: &Words<'_>) -> Option<String> {
    let names: Vec<String> = facts.present.iter().map(|person| named(person, &facts.hosts, words)).collect();
    (!names.is_empty()).then(|| tr!(words.tr, "press-present", names = words.tr.list(&names)))
}

/// Somebody among others: «المدير التنفيذي سالم الحمد», or «Salem Alhamad (chief executive)»; who is not the host's is said
/// to be of whom, for a reader takes them all for the host's.
fn named(person: &Person, hosts: &[String], words: &Words<'_>) -> String {
    let (name, post, body) = (words.name(person), person.post.trim(), person.organisation.trim());
    let folded = arabic::fold(body);
    let is_known = body.is_empty()
        || hosts.iter().any(|host| arabic::fold(host.trim()) == folded)
        || arabic::fold(post).contains(&folded);
    match (post, is_known) {
        ("", true) => name,
        ("", false) => tr!(words.tr, "press-name-of", name = name, body = body),
        (post, true) => tr!(words.tr, "press-name-with-post", name = name, post = post),
        (post, false) => {
            // «رئيسة المجلس» of «مجلس الجمعيات»: the post names its body in short, and its whole name takes that place.
            if let Some(post) = in_full(post, body).filter(|_| words.tr.is_rtl()) {
                return tr!(words.tr, "press-name-with-post", name = name, post = post);
            }
            let body = if words.tr.is_rtl() { arabic::at(body) } else { body.to_owned() };
            tr!(words.tr, "press-name-with-post-of", name = name, post = post, body = body)
        }
    }
}

/// A post whose last word is the first one of its body's name, with that name in place of the word.
fn in_full(post: &str, body: &str) -> Option<String> {
    let (rest, last) = post.rsplit_once(char::is_whitespace)?;
    let bare = |word: &str| arabic::without_article(&arabic::fold(word)).to_owned();
    let first = body.split_whitespace().next()?;
    (bare(last) == bare(first)).then(|| [rest.trim_end(), body].join(" "))
}

/// A sentence for each sort of what came out.
fn outcomes(facts: &PressFacts, words: &Words<'_>) -> Option<String> {
    let sentence = |(key, kinds): (&str, &[OutcomeKind])| {
        let told = facts.outcomes.iter().filter(|(kind, _)| kinds.contains(kind));
        let told: Vec<String> = told.map(|(_, text)| quoted_end(text)).collect();
        let has = |wanted: OutcomeKind| facts.outcomes.iter().any(|(kind, _)| *kind == wanted);
        let key = match (key, has(OutcomeKind::Initiative), has(OutcomeKind::Proposal)) {
            ("press-raised", true, false) => "press-raised-initiatives",
            ("press-raised", false, true) => "press-raised-proposals",
            (key, ..) => key,
        };
        (!told.is_empty()).then(|| tr!(words.tr, key, count = told.len(), texts = words.tr.list(&told)))
    };
    let all: Vec<String> = TOLD.into_iter().filter_map(sentence).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

fn quotes(facts: &PressFacts, words: &Words<'_>) -> Option<String> {
    let one = |(speaker, text): &(Option<Person>, String)| match speaker {
        Some(person) if is_her(person) => {
            tr!(words.tr, "press-said-by-her", name = words.full_name(person), text = quoted_end(text))
        }
        Some(person) => tr!(words.tr, "press-said", name = words.full_name(person), text = quoted_end(text)),
        None => tr!(words.tr, "press-was-said", text = quoted_end(text)),
    };
    let all: Vec<String> = facts.quotes.iter().map(one).collect();
    (!all.is_empty()).then(|| all.join("\n"))
}

/// Without the stop that the sentence around it has.
fn quoted_end(text: &str) -> String {
    text.trim().trim_end_matches(['.', '،', ',', ';', '؛']).lines().collect::<Vec<_>>().join(" ")
}

/// Behind «مع», in the case that it asks for.
fn met(names: &[String], tr: &Tr) -> String {
    if tr.language() != Language::Arabic {
        return list(names, tr);
    }
    list(&names.iter().map(|name| genitive(name).into_owned()).collect::<Vec<_>>(), tr)
}

fn list(names: &[String], tr: &Tr) -> String {
    let names: Vec<&str> = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    if names.is_empty() { String::new() } else { tr.list(&names) }
}

/// Does an Arabic verb speak of it as of a woman? By the first word of a name: «أمانة», and not «مجلس».
fn is_female(name: &str) -> bool {
    name.split_whitespace().next().unwrap_or_default().ends_with(['ة', 'ه'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Digits;
    use crate::arabic::isolate::without_isolates;
    use crate::domain::Honorific;
    use crate::strings::Language;

    fn told(facts: &PressFacts) -> Vec<String> {
        let document = press_item(facts, &Tr::new(Language::Arabic, Digits::Latin), Calendars::HijriFirst);
        let blocks = document.sections.iter().flat_map(|section| &section.blocks);
        let lines = blocks.map(|block| {
            let Block::Paragraph(text) = block else { panic!("a paper prints paragraphs") };
            without_isolates(text)
        });
        [without_isolates(&document.title), document.subject].into_iter().chain(lines).collect()
    }

    fn whole() -> PressFacts {
        let person = |name: &str, post: &str, honorific| Person {
            name: name.into(),
            post: post.into(),
            honorific: Some(honorific),
            ..Person::default()
        };
        PressFacts {
            outlet: "صحيفة الواحة".into(),
            city: "الواحة".into(),
            title: "لقاء الحدائق مع الجمعيات".into(),
            kind: Some(MeetingKind::Coordination),
            venue: "مقر الأمانة".into(),
            purpose: "توحيد إجراءات زراعة الحدائق.".into(),
            hosts: vec!["أمانة الواحة".into()],
            partners: vec!["وزارة البيئة".into()],
            guests: vec!["جمعية بيئة".into(), "عدد من الجمعيات الأهلية".into()],
            topics: vec!["مواقع الحدائق".into(), "التطوع".into()],
            goals: vec!["جودة الحياة".into(), "الخدمات البلدية".into()],
            present: vec![
                person("سالم الغافي", "وكيل الأمين", Honorific::from_code("mr").unwrap()),
                person("نورة العتيبي", "مديرة الشراكات", Honorific::from_code("dr-f").unwrap()),
            ],
            outcomes: vec![
                (OutcomeKind::Proposal, "زراعة 12 حديقة.".into()),
                (OutcomeKind::Decision, "تشكيل فريق مشترك".into()),
            ],
            quotes: vec![(None, "الحدائق مسؤولية الجميع".into())],
            ..PressFacts::default()
        }
    }

    #[test]
    fn it_tells_what_is_known_in_the_order_of_papers() {
        let told = told(&whole());
        let expected = [
            "لقاء الحدائق مع الجمعيات",
            "صحيفة الواحة - الواحة",
            "عقدت أمانة الواحة بالتعاون مع وزارة البيئة اجتماعًا تنسيقيًا مع جمعية بيئة، وعدد من الجمعيات الأهلية، وذلك في مقر الأمانة، لمناقشة مواقع الحدائق، والتطوع.",
            "وجاء اللقاء بهدف توحيد إجراءات زراعة الحدائق، وبما يخدم مستهدفات رؤية السعودية 2030 في جودة الحياة، والخدمات البلدية.",
            "وشهد اللقاء حضور وكيل الأمين الأستاذ سالم الغافي، ومديرة الشراكات الدكتورة نورة العتيبي.",
            "وخلال اللقاء طُرح المقترح الآتي: زراعة 12 حديقة. واتُّفق على تشكيل فريق مشترك.",
            "ومما قيل في اللقاء: «الحدائق مسؤولية الجميع».",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_was_on_the_agenda_is_one_sentence_whatever_its_items_begin_with() {
        let check = |topics: &[&str], expected: &str| {
            let topics = topics.iter().map(|topic| (*topic).to_owned()).collect();
            let opening = told(&PressFacts { topics, ..PressFacts::default() })[2].clone();
            assert_eq!(opening, expected);
        };
        check(&["مناقشة مواقع الحدائق", "التطوع"], "عُقد اجتماع، لمناقشة مواقع الحدائق، والتطوع.");
        check(&["استعراض النتائج", "التطوع"], "عُقد اجتماع، لمناقشة التطوع، واستعراض النتائج.");
        check(&["استعراض النتائج", "إقرار الخطة"], "عُقد اجتماع، لاستعراض النتائج، وإقرار الخطة.");
        check(&["مواقع الحدائق", "التطوع", "مواقع الحدائق"], "عُقد اجتماع، لمناقشة مواقع الحدائق، والتطوع.");
    }

    #[test]
    fn who_is_not_the_hosts_is_said_to_be_of_whom() {
        let check = |post: &str, body: &str, expected: &str| {
            let mut facts = whole();
            let person = Person { post: post.into(), organisation: body.into(), ..facts.present[0].clone() };
            facts.present = vec![person];
            let told = told(&facts);
            assert!(told[4].ends_with(expected), "{}", told[4]);
        };
        check("مدير الإدارة", "وزارة النقل", "حضور مدير الإدارة بوزارة النقل الأستاذ سالم الغافي.");
        check("مدير الإدارة", "أمانة الواحة", "حضور مدير الإدارة الأستاذ سالم الغافي.");
        check("وزير النقل في وزارة النقل", "وزارة النقل", "حضور وزير النقل في وزارة النقل الأستاذ سالم الغافي.");
        check("", "وزارة النقل", "حضور الأستاذ سالم الغافي من وزارة النقل.");
    }

    #[test]
    fn whom_they_met_stands_in_the_case_that_with_asks_for() {
        let facts = PressFacts {
            hosts: vec!["مجلس الجمعيات".into()],
            guests: vec!["جمعية بيئة".into(), "متطوعو فريق أثر".into()],
            ..PressFacts::default()
        };
        let sentence = told(&facts).pop().expect("a sentence");
        assert_eq!(sentence, "عقد مجلس الجمعيات اجتماعًا مع جمعية بيئة، ومتطوعي فريق أثر.");
    }

    #[test]
    fn what_nobody_knows_is_left_out() {
        let facts = PressFacts { hosts: vec!["مجلس الجمعيات".into()], ..PressFacts::default() };
        assert_eq!(told(&facts), ["اجتماع", "", "عقد مجلس الجمعيات اجتماعًا."]);
        assert_eq!(told(&PressFacts::default()), ["اجتماع", "", "عُقد اجتماع."]);
    }

    #[test]
    fn a_post_that_names_its_body_in_short_names_it_once() {
        let mut facts = whole();
        let person = Person {
            post: "رئيسة المجلس".into(),
            organisation: "مجلس الجمعيات الأهلية".into(),
            ..facts.present[1].clone()
        };
        facts.present = vec![person];
        let told = told(&facts);
        assert!(told[4].ends_with("حضور رئيسة مجلس الجمعيات الأهلية الدكتورة نورة العتيبي."), "{}", told[4]);
    }

    #[test]
    fn what_is_on_every_agenda_is_no_news_and_a_purpose_in_sentences_stands_by_itself() {
        let facts = PressFacts {
            topics: vec!["مواقع الحدائق".into(), "ما يستجد من أعمال".into()],
            venue: "قاعة الشراكات، الدور الثاني".into(),
            date: Date::from_iso("2026-11-23").ok(),
            purpose: "أكد ممثلو الجمعيات حاجتهم إلى المواقع".into(),
            ..whole()
        };
        let told = told(&facts);
        assert!(told[2].contains("الدور الثاني، يوم الاثنين"), "{}", told[2]);
        assert!(told[2].ends_with("، لمناقشة مواقع الحدائق."), "{}", told[2]);
        assert!(told[3].starts_with("وكان الهدف من اللقاء: أكد ممثلو الجمعيات"), "{}", told[3]);
        assert!(told[3].contains("رؤية السعودية 2030"), "{}", told[3]);
    }

    #[test]
    fn what_was_raised_is_called_what_it_was_and_a_woman_said_it_as_a_woman() {
        let mut facts = whole();
        facts.outcomes = vec![(OutcomeKind::Initiative, "زراعة 12 حديقة.".into())];
        facts.quotes = vec![(Some(facts.present[1].clone()), "الحدائق للجميع".into())];
        let told = told(&facts);
        assert_eq!(told[5], "وخلال اللقاء طُرحت المبادرة الآتية: زراعة 12 حديقة.");
        assert_eq!(told[6], "وقالت مديرة الشراكات الدكتورة نورة العتيبي: «الحدائق للجميع».");
    }
}
