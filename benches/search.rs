//! The search as one types: every key of a few questions, up to the first marked finds, in a large store.
//!
//! `cargo bench --bench search -- FOLDER`: a folder that holds a store is measured as it is, and its index made anew first
//! where another analyser fed it; one that does not is filled with a million records and kept.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement: it fails loudly and prints its figures")]

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tansiq::calendar::Date;
use tansiq::domain::{SearchFilter, SearchText};
use tansiq::store::query::{Counts, Search, SearchedRecords};
use tansiq::store::{Store, sample};

/// What is typed, key by key: words that very many records hold and that none does, names, numbers, phrases, filters.
const TYPED: [&str; 16] = [
    "تراخيص الفعاليات",
    "الجمعيات الأهلية",
    "اجتماع تنسيقي مع الأمانة",
    "سالم الراسي",
    "عبدالرحمن بن حسن",
    "مستودع",
    "والتوصيات",
    "جودة الحياة",
    "\"جودة الحياة\" مدن",
    "تن-1448-017",
    "2030",
    "partnership",
    "تراخيص نوع:متابعة",
    "نوع:قرار حدائق",
    "جهة:بيئة تراخيص",
    "الحدائق قبل:1447",
];
const ROUNDS: usize = 5;
/// As many finds as the window lists.
const LISTED: usize = 50;

fn main() {
    let today = Date::from_iso("2026-11-22").unwrap();
    let given = std::env::args().skip(1).find(|word| !word.starts_with('-')).map(PathBuf::from);
    let made = tempfile::tempdir().unwrap();
    let folder: &Path = given.as_deref().unwrap_or(made.path());
    let store = Store::open(folder, Arc::new(|| {})).unwrap();
    if store.read(Counts { today }).unwrap().meetings == 0 {
        sample::generate_records(&store, 100_000, Some(1_000_000), 1, today).unwrap();
    }
    let begun = Instant::now();
    store.wait_for_index();
    println!("until the index stands: {:.1} s", begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    let records = store.read(SearchedRecords).unwrap();
    println!("{records} records that can be found, counted in {:.1} ms", ms(begun.elapsed()));
    let mut all = Vec::new();
    let mut worst: Vec<(Duration, String, usize)> = Vec::new();
    for typed in TYPED {
        let mut times = Vec::new();
        let letters: Vec<usize> = typed.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect();
        for round in 0..ROUNDS {
            for end in &letters {
                let text = typed.get(..*end).unwrap();
                let begun = Instant::now();
                let read = SearchText::read(text, today);
                let mut filter = SearchFilter::default();
                read.parts.into_iter().for_each(|read| filter.add(read.part));
                let found = store.read(Search { text: read.words, filter, limit: LISTED }).unwrap();
                let took = begun.elapsed();
                times.push(took);
                if round > 0 {
                    worst.push((took, text.to_owned(), found.count));
                }
            }
        }
        say(typed, &times);
        // The first round reads from the disk.
        all.extend(times.into_iter().skip(letters.len()));
    }
    say("all keys", &all);
    worst.sort_by_key(|(took, ..)| std::cmp::Reverse(*took));
    for (took, text, count) in worst.iter().take(12) {
        println!("  {:8.2} ms  {count:4}  {text}", ms(*took));
    }
    store.close().unwrap();
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn say(name: &str, times: &[Duration]) {
    let mut sorted = times.to_vec();
    sorted.sort();
    let at = |part: usize| ms(*sorted.get((sorted.len() * part / 100).min(sorted.len() - 1)).unwrap());
    println!("{:8.2} {:8.2} {:8.2} ms (50, 99, 100 of 100)  {name}", at(50), at(99), at(100));
}
