//! A directory of a hundred thousand people: the lists behind `@` and a link's field, and likely twins while a name is typed.
//!
//! `cargo bench --bench people [-- PEOPLE | FOLDER]`; a folder is a store that is there already.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement: it fails loudly and prints its figures")]

mod directory;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tansiq::calendar::Date;
use tansiq::domain::Entity;
use tansiq::store::query::{Counts, LikelyTwins, Names, RecordList, Search, Sort, Which};
use tansiq::store::{Query, Store};

const ROUNDS: usize = 21;

fn main() {
    let word = std::env::args().skip(1).find(|word| !word.starts_with('-'));
    let given = word.as_ref().map(PathBuf::from).filter(|path| path.is_dir());
    let made = tempfile::tempdir().unwrap();
    let folder: &Path = given.as_deref().unwrap_or(made.path());
    let store = Store::open(folder, Arc::new(|| {})).unwrap();
    store.wait_for_index();
    let today = Date::from_iso("2026-11-22").unwrap();
    if store.read(Counts { today }).unwrap().people == 0 {
        let people = word.and_then(|word| word.parse().ok()).unwrap_or(100_000);
        let begun = Instant::now();
        directory::fill(&store, people);
        println!("{people} people in {:.1} s", begun.elapsed().as_secs_f64());
    }
    let names = |entity, containing: &str| Names { entity, list: None, containing: containing.to_owned() };
    for typed in ["", "ا", "م", "ي", "سا", "يا", "محمد", "محمد سالم", "محمد سالم الراسي", "الراسي", "مستودع", "مدير ا"]
    {
        ask(&store, &format!("people «{typed}»"), names(Entity::Person, typed));
    }
    for typed in ["", "ج", "جمعية", "جمعية الراسي", "مؤسسة ي"] {
        ask(&store, &format!("bodies «{typed}»"), names(Entity::Organisation, typed));
    }
    for typed in ["محمد", "محمد بن سالم الراسي", "عبد الرحمن", "ياسر ياقوت", "غريب تماما"]
    {
        ask(&store, &format!("twins of «{typed}»"), LikelyTwins::of_name(Entity::Person, typed));
    }
    for typed in ["جمعية", "جمعية الراسي 17", "مؤسسة يماني"] {
        ask(&store, &format!("twins of body «{typed}»"), LikelyTwins::of_name(Entity::Organisation, typed));
    }
    for typed in ["ا", "محمد", "محمد الراسي"] {
        ask(&store, &format!("search «{typed}»"), Search::new(typed, 50));
    }
    for (field, containing) in
        [("name", ""), ("organisation", ""), ("post", ""), ("meetings", ""), ("name", "محمد"), ("name", "ا")]
    {
        let which = Which {
            entity: Entity::Person,
            kinds: Vec::new(),
            conditions: Vec::new(),
            containing: containing.to_owned(),
            order: vec![Sort { field, is_descending: false }],
            today,
        };
        let columns = vec!["name", "organisation", "phone", "email", "meetings"];
        ask(
            &store,
            &format!("register by {field} «{containing}»"),
            RecordList { which, columns, first: 0, count: 200 },
        );
    }
    store.close().unwrap();
}

fn ask<Q: Query>(store: &Store, name: &str, query: Q) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            std::hint::black_box(store.read(query.clone()).unwrap());
            begun.elapsed()
        })
        .collect();
    let first = times.first().copied().unwrap_or_default();
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let at = |place: usize| ms(times.get(place).copied().unwrap_or_default());
    println!("{name:34} first {:9.2} ms   median {:9.2} ms   p99 {:9.2} ms", ms(first), at(ROUNDS / 2), at(ROUNDS - 1));
}
