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

/// Measures, tells, and holds recall and confusion, in thousandths.
fn check(at_least: Find, least_recall: usize, most_confusion: usize) {
    let cases = cases(include_str!("../fixtures/search_recall.txt"));
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
    check(Find::Beginning, 980, 65);
}

#[test]
fn a_whole_word_finds_its_forms_and_few_others() {
    check(Find::Related, 975, 30);
}
