//! How long papers take: the first of a process and a later one after an edit; a report of some 200 pages as PDF and DOCX,
//! with the memory it takes; a register of 50,000 rows as a workbook; and the processor's time against LibreOffice, which is
//! given the same documents.
//!
//! `cargo bench --bench documents`. What is measured in a process of its own runs in one that this program starts with the
//! name of it as its argument. LibreOffice is left out where there is none.

#[path = "../tests/it/minutes/sample.rs"]
mod sample;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tansiq::arabic::Digits;
use tansiq::calendar::{Calendars, Date};
use tansiq::documents::minutes::{Facts, build};
use tansiq::documents::pdf::Writer;
use tansiq::documents::reports::{PeriodFacts, ReportHead, Told, period_report};
use tansiq::documents::sheet::{Sheet, SheetColumn, SheetKind, SheetTone, SheetValue};
use tansiq::documents::{Document, Letterhead, docx, xlsx};
use tansiq::domain::OutcomeKind;
use tansiq::strings::{Language, Tr};

/// As the program has it.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Size = (&'static str, fn() -> Facts);

const SIZES: [Size; 4] =
    [("bare", sample::bare), ("short", sample::short), ("whole", sample::whole), ("long", sample::long)];
const PROCESSES: usize = 5;
/// What has a process of its own besides the sizes.
const REPORT: &str = "report";
const REGISTER: &str = "register";
const REGISTER_ROWS: i64 = 50_000;
/// So many rows fill some 200 pages.
const REPORT_ROWS: usize = 2_900;
/// The system counts a process's time in hundredths of a second.
const TICKS: f64 = 100.0;

fn main() -> std::io::Result<()> {
    let asked = std::env::args().nth(1).unwrap_or_default();
    if let Some((size, facts)) = SIZES.into_iter().find(|(size, _)| *size == asked) {
        measure(size, facts());
        return Ok(());
    }
    match asked.as_str() {
        REPORT => return measure_report(),
        REGISTER => return measure_register(),
        "write" => return write_only(&std::env::args().nth(2).unwrap_or_default()),
        _ => {}
    }
    report("minutes  pages  first ms  edited ms  bytes");
    for (size, _) in SIZES {
        for _ in 0..PROCESSES {
            own(&[size])?;
        }
    }
    report("report   pages  PDF s  peak MB  DOCX s  bytes");
    for _ in 0..2 {
        own(&[REPORT])?;
    }
    report("register rows   XLSX s  peak MB  bytes");
    for _ in 0..2 {
        own(&[REGISTER])?;
    }
    against_libre_office()
}

fn own(arguments: &[&str]) -> std::io::Result<()> {
    Command::new(std::env::current_exe()?).args(arguments).status().map(drop)
}

fn arabic() -> Tr {
    Tr::new(Language::Arabic, Digits::Latin)
}

fn measure(size: &str, mut facts: Facts) {
    let tr = arabic();
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
    let pages = writer.pages(&build(&facts, &tr, Calendars::HijriFirst)).map_or(0, |pages| pages.count());
    report(&format!("{size:7}  {pages:5}  {:8.1}  {:9.1}  {bytes}", in_ms(first), in_ms(edited)));
}

/// The report of a year in which very much was finished.
fn long_report() -> Document {
    let day = |iso: &str| Date::from_iso(iso).unwrap_or(Date::MIN);
    let text = "حصر المرافق البلدية غير المستغلة الصالحة لتكون مقرات مؤقتة للجمعيات، وعرضها على اللجنة المختصة";
    let rows = (0..REPORT_ROWS).map(|at| {
        let number = format!("ت-1448-{:03}-{:02}", at / 20, at % 20);
        let outcome = sample::outcome(OutcomeKind::FollowUp, &number, text);
        tansiq::documents::minutes::Outcome { organisation: "جمعية بيئة بالواحة".into(), ..outcome }
    });
    let facts = PeriodFacts {
        head: ReportHead {
            letterhead: Letterhead {
                lines: vec!["أمانة منطقة الواحة".into()], ..Letterhead::default()
            },
            today: day("2026-11-23"),
        },
        from: day("2025-06-26"),
        until: day("2026-06-15"),
        body: String::new(),
        meetings: Vec::new(),
        undated: 0,
        bodies: 0,
        outcomes: Vec::new(),
        done: Told { rows: rows.collect(), left: 0 },
        overdue: Told::default(),
        partnerships: Vec::new(),
        regulations: Vec::new(),
    };
    period_report(&facts, &arabic(), Calendars::HijriFirst)
}

fn measure_report() -> std::io::Result<()> {
    let document = long_report();
    let started = Instant::now();
    let writer = Writer::new();
    let bytes = writer.write(&document).map_or(0, |pdf| pdf.len());
    let pdf = started.elapsed();
    let peak = peak_mb()?;
    let started = Instant::now();
    let word = docx::write(&document).map_or(0, |file| file.len());
    let docx = started.elapsed();
    let pages = writer.pages(&document).map_or(0, |pages| pages.count());
    report(&format!(
        "         {pages:5}  {:5.2}  {peak:7}  {:6.2}  {bytes}, {word}",
        pdf.as_secs_f64(),
        docx.as_secs_f64()
    ));
    Ok(())
}

/// A register as it goes out: codes, words, days, numbers and a column of few words.
fn measure_register() -> std::io::Result<()> {
    let choices = ["لم تبدأ", "قيد التنفيذ", "منجزة"];
    let tones = [SheetTone::Plain, SheetTone::Underway, SheetTone::Good];
    let column = |header: &str, kind| SheetColumn { header: header.into(), kind, ..SheetColumn::default() };
    let status: Vec<(String, SheetTone)> = choices.iter().map(|&word| word.to_owned()).zip(tones).collect();
    let columns = vec![
        column("الرقم", SheetKind::Code),
        column("النص", SheetKind::Prose),
        column("الجهة المسؤولة", SheetKind::Text),
        column("المسؤول", SheetKind::Text),
        column("تاريخ الاستحقاق", SheetKind::Day),
        column("الحالة", SheetKind::Choice(status)),
        column("نسبة الإنجاز", SheetKind::Percent),
        column("أيام التأخير", SheetKind::Number),
    ];
    let first = Date::from_iso("2020-01-01").unwrap_or(Date::MIN);
    let row = |at: i64| {
        let word = choices.get(usize::try_from(at % 3).unwrap_or_default()).copied().unwrap_or_default();
        vec![
            SheetValue::Text(format!("ت-1448-{:03}-{:02}", at / 100, at % 100)),
            SheetValue::Text(format!("تزويد الجمعيات بدليل إجراءات التراخيص البلدية، النسخة {at}")),
            SheetValue::Text("وزارة تنمية المدن والقرى".into()),
            SheetValue::Text("م. إبراهيم القصيبي".into()),
            SheetValue::Day(first.add_days(at % 3_000).unwrap_or(first)),
            SheetValue::Text(word.into()),
            SheetValue::Number(at % 101),
            SheetValue::Number(at % 90),
        ]
    };
    let rows = (0..REGISTER_ROWS).map(row).collect();
    let sheet = Sheet { title: "سجل المتابعة".into(), language: Language::Arabic, columns, rows };
    let started = Instant::now();
    let bytes = xlsx::write(&sheet, &arabic()).map_or(0, |file| file.len());
    let taken = started.elapsed();
    report(&format!("         {REGISTER_ROWS}  {:6.2}  {:7}  {bytes}", taken.as_secs_f64(), peak_mb()?));
    Ok(())
}

/// The document of that name.
fn document(name: &str) -> Document {
    if name == REPORT { long_report() } else { build(&sample::whole(), &arabic(), Calendars::HijriFirst) }
}

fn write_only(name: &str) -> std::io::Result<()> {
    let pdf = Writer::new().write(&document(name)).map_err(|error| std::io::Error::other(error.to_string()))?;
    std::fs::write(std::env::temp_dir().join(format!("tansiq-bench-{name}.pdf")), pdf)
}

/// The same documents as DOCX, made into PDF by LibreOffice: processor time against ours, whole processes both.
fn against_libre_office() -> std::io::Result<()> {
    let folder = std::env::temp_dir().join(format!("tansiq-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    report("processor s   ours  LibreOffice  times");
    for name in ["minutes", REPORT] {
        let file = folder.join(format!("{name}.docx"));
        let bytes = docx::write(&document(name)).map_err(|error| std::io::Error::other(error.to_string()))?;
        std::fs::write(&file, bytes)?;
        let ours = processor_time(Command::new(std::env::current_exe()?).args(["write", name]))?;
        let Ok(theirs) = processor_time(&mut libre_office(&folder, &file)) else {
            report("             there is no LibreOffice here");
            break;
        };
        report(&format!("{name:11}  {ours:5.2}  {theirs:11.2}  {:5.1}", theirs / ours));
    }
    std::fs::remove_dir_all(folder)
}

fn libre_office(folder: &Path, file: &Path) -> Command {
    let mut command = Command::new("soffice");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    command.args([profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).arg(file);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// What a process and those it waited for took of the processor, in seconds: the system's own account.
fn processor_time(command: &mut Command) -> std::io::Result<f64> {
    let before = waited_for()?;
    let status = command.status()?;
    if !status.success() {
        return Err(std::io::Error::other(format!("{status}")));
    }
    Ok(waited_for()? - before)
}

fn waited_for() -> std::io::Result<f64> {
    let told = std::fs::read_to_string("/proc/self/stat")?;
    let after_name = told.rsplit(')').next().unwrap_or_default();
    // The 16th and the 17th of all, of which two stand before the end of the name.
    let ticks = after_name.split_whitespace().skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    Ok(ticks.sum::<f64>() / TICKS)
}

/// The most memory this process ever had, in MB.
fn peak_mb() -> std::io::Result<u64> {
    let told = std::fs::read_to_string("/proc/self/status")?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().unwrap_or_default();
    Ok(kilobytes / 1024)
}

fn in_ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[expect(clippy::print_stdout, reason = "a bench's result is what it prints")]
fn report(line: &str) {
    println!("{line}");
}
