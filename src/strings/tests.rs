//! The two files say the same things, and every key the program forms has its words.

use super::{Language, Tr};
use crate::arabic::Digits;
use crate::domain::*;
use crate::tr;
use std::collections::{BTreeMap, BTreeSet};

const ARABIC: &str = include_str!("../../assets/strings/ar.ftl");
const ENGLISH: &str = include_str!("../../assets/strings/en.ftl");

/// Every message's key and the arguments it uses, the category of a number being a part of that number.
fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::<String, BTreeSet<String>>::new();
    let mut current = None;
    for line in source.lines() {
        if line.starts_with('#') {
            current = None;
        } else if let Some((key, _)) = line.split_once(" =")
            && line.starts_with(|letter: char| letter.is_ascii_alphabetic())
        {
            assert!(messages.insert(key.to_owned(), BTreeSet::new()).is_none(), "{key} stands twice");
            current = Some(key.to_owned());
        }
        let Some(arguments) = current.as_ref().and_then(|key| messages.get_mut(key)) else { continue };
        for used in line.split('$').skip(1) {
            let name: String = used.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
            arguments.insert(name.strip_suffix("-category").unwrap_or(&name).to_owned());
        }
    }
    messages
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_arguments() {
    let (arabic, english) = (messages(ARABIC), messages(ENGLISH));
    for (key, arguments) in &arabic {
        assert_eq!(english.get(key), Some(arguments), "{key}: English differs from Arabic");
    }
    for key in english.keys() {
        assert!(arabic.contains_key(key), "{key} is missing in Arabic");
    }
}

#[test]
fn both_files_parse_without_an_error() {
    for source in [ARABIC, ENGLISH] {
        let errors = fluent_bundle::FluentResource::try_new(source.to_owned()).err().map(|(_, errors)| errors);
        assert!(errors.is_none(), "{errors:?}");
    }
}

#[test]
fn every_label_of_a_closed_list_has_its_words() {
    let mut keys: Vec<String> = Honorific::ALL.iter().map(|title| title.label_key()).collect();
    macro_rules! labels {
        ($($list:ident),+) => { $(keys.extend($list::ALL.iter().map(|entry| entry.label_key().to_owned()));)+ };
    }
    labels!(
        MeetingKind,
        MeetingMode,
        MeetingStatus,
        MinutesState,
        Confidentiality,
        DocumentKind,
        AgendaState,
        AttendanceStatus,
        Side,
        OutcomeKind,
        OutcomeStatus,
        Priority,
        OrganisationKind,
        Role,
        Severity,
        ReviewState,
        AliasKind,
        Gender,
        LinkKind,
        EntryList
    );
    for entity in Entity::ALL {
        keys.push(format!("entity-{}", entity.code()));
        for field in entity.fields() {
            if let FieldKind::Choice(choices) = field.kind {
                keys.extend(choices.codes.iter().map(|code| choices.label_key(code)));
            }
        }
        keys.extend(entity.fields().iter().map(|field| format!("field-{}-{}", entity.code(), field.name)));
    }
    for language in [Language::Arabic, Language::English] {
        let tr = Tr::new(language, Digits::Latin);
        for key in &keys {
            assert!(tr.key_exists(key), "{key} has no words in {language:?}");
        }
    }
}

fn check(key: &str, count: i64, arabic: &str, english: &str) {
    let shown = |language| tr!(Tr::new(language, Digits::Latin), key, count = count);
    assert_eq!(shown(Language::Arabic), arabic);
    assert_eq!(shown(Language::English), english);
}

#[test]
fn counted_nouns_agree_with_their_number() {
    check("count-recommendations", 0, "لا توصيات", "No recommendations");
    check("count-recommendations", 1, "توصية واحدة", "1 recommendation");
    check("count-recommendations", 2, "توصيتان", "2 recommendations");
    check("count-recommendations", 3, "3 توصيات", "3 recommendations");
    check("count-recommendations", 10, "10 توصيات", "10 recommendations");
    check("count-recommendations", 11, "11 توصية", "11 recommendations");
    check("count-recommendations", 99, "99 توصية", "99 recommendations");
    check("count-recommendations", 100, "100 توصية", "100 recommendations");
    check("count-recommendations", 102, "102 توصية", "102 recommendations");
    check("count-recommendations", 103, "103 توصيات", "103 recommendations");
    check("count-recommendations", 111, "111 توصية", "111 recommendations");

    check("count-meetings", 1, "اجتماع واحد", "1 meeting");
    check("count-meetings", 2, "اجتماعان", "2 meetings");
    check("count-meetings", 11, "11 اجتماعًا", "11 meetings");
    check("count-meetings", 100, "100 اجتماع", "100 meetings");
    check("count-meetings", 103, "103 اجتماعات", "103 meetings");
    check("count-people", 3, "3 أشخاص", "3 people");
    check("count-people", 12, "12 شخصًا", "12 people");
}

#[test]
fn adjectives_that_stand_alone_agree_with_their_number() {
    check("shell-overdue", 1, "متأخرة واحدة", "1 late");
    check("shell-overdue", 2, "متأخرتان", "2 late");
    check("shell-overdue", 5, "5 متأخرة", "5 late");
    check("earlier-open", 1, "واحدة مفتوحة", "1 open");
    check("earlier-open", 2, "اثنتان مفتوحتان", "2 open");
    check("earlier-open", 12, "12 مفتوحة", "12 open");
    check("kind-count-decision", 1, "قرار واحد", "Decisions 1");
    check("kind-count-decision", 2, "قراران", "Decisions 2");
    check("kind-count-decision", 4, "قرارات 4", "Decisions 4");
    check("partnerships-late", 1, "واحدة انقضت مدتها", "1 past their end");
    check("widgets-month-more", 1, "وواحد آخر", "1 more");
}

#[test]
fn days_from_today_are_said_as_people_say_them() {
    check("due-in-days", 1, "غدًا", "Tomorrow");
    check("due-in-days", 2, "بعد يومين", "In 2 days");
    check("due-in-days", 10, "بعد 10 أيام", "In 10 days");
    check("days-late", 1, "متأخرة يومًا واحدًا", "1 day late");
    check("days-late", 2, "متأخرة يومين", "2 days late");
    check("days-late", 6, "متأخرة 6 أيام", "6 days late");
    check("days-late", 31, "متأخرة 31 يومًا", "31 days late");
    check("days-left", 31, "باقي 31 يومًا", "31 days left");
}

#[test]
fn numbers_are_shown_in_the_chosen_digits() {
    let tr = Tr::new(Language::Arabic, Digits::ArabicIndic);
    assert_eq!(tr!(tr, "count-days", count = 31), "٣١ يومًا");
    assert_eq!(tr.number(-7), "-٧");
    // The digits that stand in a message itself follow too.
    assert!(tr!(tr, "error-date-out-of-range", text = "1700").contains("١٣٠٠"));
}

#[test]
fn words_of_the_other_direction_are_isolated_in_a_message() {
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    assert!(tr!(tr, "error-no-such-meeting", text = "1448/ت/017").contains("رقمه 1448/ت/017."));
    assert!(tr!(tr, "error-file-unreadable", text = "/home/a").contains("\u{2068}/home/a\u{2069}"));
}

#[test]
fn a_missing_message_shows_its_key_and_never_nothing() {
    let tr = Tr::new(Language::English, Digits::Latin);
    assert!(!tr.key_exists("no-such-key"));
    assert_eq!(tr!(tr, "no-such-key"), "no-such-key");
}

#[test]
fn a_translator_goes_with_a_job_to_its_thread() {
    fn assert_send_and_sync<T: Send + Sync>() {}
    assert_send_and_sync::<Tr>();
}

#[test]
fn a_list_is_joined_as_its_language_does() {
    let list = ["أمانة الشرقية", "Vision Fund"];
    assert_eq!(Tr::new(Language::Arabic, Digits::Latin).list(&list), "أمانة الشرقية، و\u{2068}Vision Fund\u{2069}");
    assert_eq!(Tr::new(Language::English, Digits::Latin).list(&list), "\u{2068}أمانة الشرقية\u{2069} and Vision Fund");
    assert_eq!(Tr::new(Language::English, Digits::Latin).list(&["one", "two", "three"]), "one, two and three");
}

/// Messages that speak of a number of things: each says one, two, few, many and hundreds in its own form.
#[test]
fn every_count_agrees_with_its_noun() {
    let arabic = include_str!("../../assets/strings/ar.ftl");
    let mut message = "";
    let mut forms: Vec<&str> = Vec::new();
    let mut lacking: Vec<String> = Vec::new();
    for line in arabic.lines() {
        let form = line.trim_start().trim_start_matches('*').strip_prefix('[');
        if let Some((key, _)) = line.split_once(" = ").filter(|(_, rest)| rest.contains("-category ->")) {
            (message, forms) = (key, Vec::new());
        } else if let Some(form) = form {
            forms.extend(form.split(']').next());
        } else if line.trim() == "}" && !message.is_empty() {
            let wanted = ["one", "two", "few", "many", "other"].into_iter().filter(|form| !forms.contains(form));
            lacking.extend(wanted.map(|form| format!("{message}: {form}")));
            message = "";
        }
    }
    assert!(lacking.is_empty(), "{lacking:?}");
}

#[test]
fn the_table_of_number_agreement() {
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    let table: [(&str, [&str; 7]); 4] = [
        (
            "count-recommendations",
            ["توصية واحدة", "توصيتان", "3 توصيات", "10 توصيات", "11 توصية", "99 توصية", "100 توصية"],
        ),
        ("count-days", ["يوم واحد", "يومان", "3 أيام", "10 أيام", "11 يومًا", "99 يومًا", "100 يوم"]),
        ("count-people", ["شخص واحد", "شخصان", "3 أشخاص", "10 أشخاص", "11 شخصًا", "99 شخصًا", "100 شخص"]),
        (
            "count-meetings",
            ["اجتماع واحد", "اجتماعان", "3 اجتماعات", "10 اجتماعات", "11 اجتماعًا", "99 اجتماعًا", "100 اجتماع"],
        ),
    ];
    for (key, expected) in table {
        for (count, expected) in [1, 2, 3, 10, 11, 99, 100].into_iter().zip(expected) {
            assert_eq!(tr!(tr, key, count = count), expected);
        }
        // From 103 on the last two digits count.
        assert_eq!(tr!(tr, key, count = 103).split(' ').nth(1), tr!(tr, key, count = 3).split(' ').nth(1));
        assert_eq!(tr!(tr, key, count = 111).split(' ').nth(1), tr!(tr, key, count = 11).split(' ').nth(1));
    }
}

#[test]
fn a_word_in_the_place_of_what_ships_is_shown_in_its_language_alone() {
    let labels = [
        ("outcome-status-done".to_owned(), ["أُنجز".to_owned(), String::new()]),
        ("priority-high".to_owned(), [String::new(), "Top".to_owned()]),
    ];
    let labels = labels.into_iter().collect();
    let arabic = Tr::new(Language::Arabic, Digits::Latin).relabelled(&labels);
    let english = Tr::new(Language::English, Digits::Latin).relabelled(&labels);
    assert_eq!((tr!(arabic, "outcome-status-done"), tr!(arabic, "priority-high")), ("أُنجز".into(), "عالية".into()));
    assert_eq!((tr!(english, "outcome-status-done"), tr!(english, "priority-high")), ("Done".into(), "Top".into()));
    assert_eq!(arabic.shipped("outcome-status-done"), "منجزة");
}
