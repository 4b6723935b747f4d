//! How well search finds a word in its other forms, and how rarely it finds another word: measured, and held there.

use tansiq::arabic::{Find, analyse, matches, query};

/// A query of the set with what it should and should not find.
struct Case<'a> {
    asked: &'a str,
    related: Vec<&'a str>,
    confusable: Vec<&'a str>,
}

/// What was counted over the set.
#[derive(Default)]
struct Score {
    related: usize,
    found: usize,
    confusable: usize,
    confused: usize,
    notes: Vec<String>,
}

fn cases(set: &str) -> Vec<Case<'_>> {
    set.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let mut parts = line.split('|');
            let mut phrases = || parts.next().map(|list| list.split(';').collect()).unwrap_or_default();
            let asked: Vec<&str> = phrases();
            Case { asked: asked.first().copied().unwrap_or_default(), related: phrases(), confusable: phrases() }
        })
        .collect()
}

fn measure(cases: &[Case<'_>], at_least: Find) -> Score {
    let mut score = Score::default();
    for case in cases {
        let asked = query(case.asked);
        let finds = |phrase: &&&str| matches(&asked, &analyse(phrase)) >= Some(at_least);
        let missed: Vec<&&str> = case.related.iter().filter(|phrase| !finds(phrase)).collect();
        let confused: Vec<&&str> = case.confusable.iter().filter(finds).collect();
        score.related += case.related.len();
        score.found += case.related.len() - missed.len();
        score.confusable += case.confusable.len();
        score.confused += confused.len();
        if !(missed.is_empty() && confused.is_empty()) {
            score.notes.push(format!("{}: missed {missed:?}, confused {confused:?}", case.asked));
        }
    }
    score
}

/// What the analyser was made with.
const KNOWN: &str = include_str!("../fixtures/search_recall.txt");
/// What it was made better with.
const MORE: &str = include_str!("../fixtures/search_recall_more.txt");
/// What nobody looked at while it was made: written together with those, and parted from them by lot.
const UNSEEN: &str = include_str!("../fixtures/search_recall_unseen.txt");

/// Measures, tells, and holds recall and confusion, in thousandths.
fn check(set: &str, at_least: Find, least_recall: usize, most_confusion: usize) {
    let cases = cases(set);
    assert!(cases.len() >= 40);
    let score = measure(&cases, at_least);
    let thousandths = |part: usize, whole: usize| part * 1000 / whole.max(1);
    let recall = thousandths(score.found, score.related);
    let confusion = thousandths(score.confused, score.confusable);
    let told = format!(
        "{at_least:?}: {} queries, found {} of {} related ({recall}‰), {} of {} confusable ({confusion}‰)\n{}",
        cases.len(),
        score.found,
        score.related,
        score.confused,
        score.confusable,
        score.notes.join("\n")
    );
    eprintln!("{told}");
    assert!(recall >= least_recall && confusion <= most_confusion, "{told}");
}

#[test]
fn a_word_being_typed_finds_its_forms_and_what_it_begins() {
    check(KNOWN, Find::Beginning, 980, 65);
    check(MORE, Find::Beginning, 970, 70);
}

#[test]
fn a_whole_word_finds_its_forms_and_few_others() {
    check(KNOWN, Find::Related, 975, 30);
    check(MORE, Find::Related, 960, 50);
}

#[test]
fn words_that_nobody_tuned_it_on_are_found_nearly_as_well() {
    check(UNSEEN, Find::Beginning, 930, 50);
    check(UNSEEN, Find::Related, 930, 50);
}
