//! How long minutes take to become a PDF: the first of a process, and a later one after an edit.
//!
//! `cargo bench --bench documents`. The first one of each size is measured in a process of its own, which this program
//! starts with the size as its argument.

#[path = "../tests/it/minutes/sample.rs"]
mod sample;

use std::time::{Duration, Instant};
use tansiq::arabic::Digits;
use tansiq::calendar::Calendars;
use tansiq::documents::minutes::{Facts, build};
use tansiq::documents::pdf::Writer;
use tansiq::strings::{Language, Tr};

type Size = (&'static str, fn() -> Facts);

const SIZES: [Size; 4] =
    [("bare", sample::bare), ("short", sample::short), ("whole", sample::whole), ("long", sample::long)];
const PROCESSES: usize = 5;

fn main() -> std::io::Result<()> {
    let asked = std::env::args().skip(1).find_map(|name| SIZES.into_iter().find(|(size, _)| *size == name));
    if let Some((size, facts)) = asked {
        measure(size, facts());
        return Ok(());
    }
    report("minutes  first ms  edited ms  bytes");
    for (size, _) in SIZES {
        for _ in 0..PROCESSES {
            std::process::Command::new(std::env::current_exe()?).arg(size).status()?;
        }
    }
    Ok(())
}

fn measure(size: &str, mut facts: Facts) {
    let tr = Tr::new(Language::Arabic, Digits::Latin);
    let started = Instant::now();
    let writer = Writer::new();
    let write = |facts: &Facts| writer.write(&build(facts, &tr, Calendars::HijriFirst)).map_or(0, |pdf| pdf.len());
    let bytes = write(&facts);
    let first = started.elapsed();
    facts.occasion.title.push_str(" المعدّل");
    facts.occasion.purpose.push_str(" ومتابعة ما سبق.");
    let started = Instant::now();
    write(&facts);
    let edited = started.elapsed();
    report(&format!("{size:7}  {:8.1}  {:9.1}  {bytes}", in_ms(first), in_ms(edited)));
}

fn in_ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[expect(clippy::print_stdout, reason = "a bench's result is what it prints")]
fn report(line: &str) {
    println!("{line}");
}
