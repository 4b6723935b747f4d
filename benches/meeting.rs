//! A long meeting at the keyboard: from a key to its painted caret, and from `@` and `/` to their lists.
//!
//! `cargo bench --bench meeting [-- FOLDER]`. The first item of the meeting has 500 blocks, 300 of them captured lines; 80
//! people attend, and the directory has 100,000. A store that is in FOLDER already is used as it is, and typed in.
//!
//! Drawn without a window, down to the triangles. What counts is the time that the window's own thread spends: a busy
//! machine tells nearly the same as a quiet one. The time on the clock stands beside it where somebody else is waited for.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a measurement that can't be made has failed")]
#![allow(clippy::print_stdout, reason = "this prints the figures")]

mod directory;
#[path = "../examples/frames/stage.rs"]
mod stage;

use eframe::egui::accesskit::TreeUpdate;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Role, pos2};
use stage::{Stage, wheel};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tansiq::calendar::Date;
use tansiq::domain::{AgendaItemId, AttendanceStatus, BlockId, Entity, MeetingId, OutcomeKind, PersonId, Side, Value};
use tansiq::screens::Route;
use tansiq::store::query::{Counts, MeetingPage};
use tansiq::store::{Attendee, Edit, Store};

/// As the program itself.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PEOPLE: usize = 100_000;
const ATTENDING: i64 = 80;
const ITEMS: usize = 30;
const NOTES: usize = 200;
const CAPTURED: usize = 300;
const KEYS: usize = 2_000;
/// From key to key, for the store's threads to work in between as they do for a person: three times as fast as a quick
/// typist.
const KEY_EVERY: Duration = Duration::from_millis(30);
/// Keys before the caret goes elsewhere.
const KEYS_IN_A_PLACE: usize = 20;
/// From the top to the middle of the notes, in pages.
const PAGES_TO_THE_MIDDLE: usize = 17;
/// A list that is not there by then does not come.
const MOST_FRAMES: usize = 5;
/// The day that [`stage`] shows.
const TODAY: &str = "2026-11-23";

fn main() {
    let given = std::env::args().skip(1).find(|word| !word.starts_with('-')).map(PathBuf::from);
    let made = tempfile::tempdir().expect("a folder");
    let folder: &Path = given.as_deref().unwrap_or(made.path());
    let store = Store::open(folder, Arc::new(|| {})).expect("a store");
    let today = Date::from_iso(TODAY).expect("a day");
    if store.read(Counts { today }).expect("counted").people == 0 {
        let begun = Instant::now();
        directory::fill(&store, PEOPLE);
        fill(&store);
        println!("a store of {PEOPLE} people in {:.1} s", begun.elapsed().as_secs_f64());
    }
    store.close().expect("kept");
    let mut stage = Stage::open(folder).expect("the store opens");
    open_meeting(&mut stage);
    type_keys(&mut stage);
    lists(&mut stage);
}

/// A meeting of many items; the first has all the notes.
fn fill(store: &Store) {
    let values = vec![("title", "الاجتماع التنسيقي الموسّع".into()), ("date", TODAY.into())];
    let agenda = (1..=ITEMS).map(|number| (format!("بند للنقاش {number}"), Some(10))).collect();
    let parties = vec![("أمانة الواحة".to_owned(), Side::Host)];
    let made =
        store.apply(Edit::NewMeeting { values, parties, agenda }).expect("a meeting").record.expect("its record");
    let meeting = MeetingId(made.id);
    for person in 1..=ATTENDING {
        let attendee = Attendee::Known(PersonId(person));
        store.apply(Edit::AddAttendee { meeting, attendee, status: AttendanceStatus::Present }).expect("on the list");
    }
    let view = store.read(MeetingPage { id: meeting }).expect("the meeting");
    let names: Vec<String> =
        view.attendance.iter().filter_map(|line| Some(line.person.as_ref()?.name.clone())).collect();
    let item: AgendaItemId = view.agenda.first().expect("an item").id;
    let values = vec![("meeting", meeting.into()), ("agenda_item", item.into()), ("body", Value::from(""))];
    let mut block = BlockId(store.apply(Edit::Add { entity: Entity::Block, values }).unwrap().record.unwrap().id);
    let kinds =
        [OutcomeKind::FollowUp, OutcomeKind::Proposal, OutcomeKind::Decision, OutcomeKind::Challenge].iter().cycle();
    for (number, kind) in (0..CAPTURED).zip(kinds) {
        let name = names.get(number % names.len()).map(String::as_str).unwrap_or_default();
        // every third line follows another one
        let has_note = number % (CAPTURED / (CAPTURED - NOTES)) != 0;
        let note = format!("ناقش الحضور مع @{name} مبادرة رقم {number} (Quality of Life) ومواعيد تنفيذها في الأحياء.");
        let before = if has_note { note } else { String::new() };
        let text = format!("يُعدّ {name} دراسة المواقع رقم {number} قبل 15 رجب بالتنسيق مع الجهات المشاركة");
        let edit = Edit::Capture { block, kind: *kind, before, text, after: String::new(), values: Vec::new() };
        block = store.apply(edit).expect("captured").continue_in.expect("a block below");
    }
    let view = store.read(MeetingPage { id: meeting }).expect("the meeting");
    let blocks = view.agenda.first().map_or(0, |item| item.blocks.len());
    // the last one is empty: typing goes on there
    assert_eq!((blocks, view.outcomes.len()), (NOTES + CAPTURED + 1, CAPTURED));
}

/// Opens the only meeting as a person does, and clicks into its notes.
fn open_meeting(stage: &mut Stage) {
    stage.settle();
    for key in [Key::ArrowDown, Key::Enter] {
        stage.draw(vec![press(key, Modifiers::NONE)]);
    }
    stage.settle();
    click(stage, pos2(700.0, 500.0));
    stage.settle();
    assert!(matches!(stage.app.route(), Route::Meeting(_)), "the meeting is open");
    assert!(stage.ctx.egui_wants_keyboard_input(), "the caret is in its notes");
}

/// What frames cost: without and with making triangles.
#[derive(Default)]
struct Frames {
    ui: Vec<Duration>,
    whole: Vec<Duration>,
}

impl Frames {
    fn draw(&mut self, stage: &mut Stage, events: Vec<Event>) {
        let begun = spent();
        let (shapes, pixels_per_point) = stage.run(events);
        let ui = spent().saturating_sub(begun);
        std::hint::black_box(stage.ctx.tessellate(shapes, pixels_per_point));
        self.ui.push(ui);
        self.whole.push(spent().saturating_sub(begun));
    }

    /// Until the next key is due: a frame for whatever the store answers, as the window draws it.
    fn wait(&mut self, stage: &mut Stage) {
        let until = Instant::now() + KEY_EVERY;
        while let Some(left) = until.checked_duration_since(Instant::now()) {
            if stage.woken.recv_timeout(left).is_ok() {
                while stage.woken.try_recv().is_ok() {}
                self.draw(stage, Vec::new());
            }
        }
    }

    fn print(&mut self, name: &str) {
        let (ui, whole) = (quantiles(&mut self.ui), quantiles(&mut self.whole));
        println!("{name:34} {:5} frames   own code {ui}   with triangles {whole}", self.whole.len());
    }
}

/// Types at the start, in the middle and at the end, letters, blanks, Enter and Backspace.
fn type_keys(stage: &mut Stage) {
    let (mut letters, mut breaks, mut erased, mut moves, mut between, mut all) = (
        Frames::default(),
        Frames::default(),
        Frames::default(),
        Frames::default(),
        Frames::default(),
        Frames::default(),
    );
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for number in 0..KEYS {
        if number % KEYS_IN_A_PLACE == 0 {
            for (key, modifiers) in way_to(number / KEYS_IN_A_PLACE) {
                moves.draw(stage, vec![press(key, modifiers)]);
                between.wait(stage);
            }
        }
        let (events, frames) = match random.below(100) {
            0..70 => (vec![Event::Text(random.letter())], &mut letters),
            70..85 => (vec![Event::Text(" ".to_owned())], &mut letters),
            85..90 => (vec![press(Key::Enter, Modifiers::NONE)], &mut breaks),
            _ => (vec![press(Key::Backspace, Modifiers::NONE)], &mut erased),
        };
        frames.draw(stage, events);
        between.wait(stage);
    }
    for frames in [&letters, &breaks, &erased] {
        all.ui.extend(&frames.ui);
        all.whole.extend(&frames.whole);
    }
    stage.settle();
    let (mut idle, mut scrolled) = (Frames::default(), Frames::default());
    for _ in 0..200 {
        idle.draw(stage, Vec::new());
    }
    for _ in 0..200 {
        scrolled.draw(stage, wheel(pos2(700.0, 500.0), 40.0));
    }
    all.print("keys");
    letters.print("  letters and blanks");
    breaks.print("  Enter");
    erased.print("  Backspace");
    moves.print("the caret goes elsewhere");
    between.print("frames between, with answers");
    scrolled.print("the wheel");
    idle.print("frames at rest");
}

/// The keys to the start, the middle and the end of the notes in turn, and a little on.
fn way_to(place: usize) -> Vec<(Key, Modifiers)> {
    let down = (Key::ArrowDown, Modifiers::NONE);
    let mut keys = match place % 3 {
        0 => vec![(Key::Home, Modifiers::COMMAND)],
        1 => {
            let pages = std::iter::repeat_n((Key::PageDown, Modifiers::NONE), PAGES_TO_THE_MIDDLE);
            std::iter::once((Key::Home, Modifiers::COMMAND)).chain(pages).collect()
        }
        _ => vec![(Key::End, Modifiers::COMMAND)],
    };
    if place % 3 != 2 {
        keys.extend(std::iter::repeat_n(down, place % 7));
    }
    keys.push((Key::End, Modifiers::NONE));
    keys
}

/// Types a sign and what follows it at the end of the notes, and looks when the list stands there.
fn lists(stage: &mut Stage) {
    stage.ctx.enable_accesskit();
    stage.settle();
    stage.draw(vec![press(Key::End, Modifiers::COMMAND)]);
    println!("\nwith a screen reader listening, from the key:");
    for typed in
        ["@", "@م", "@سا", "@محمد", "@محمد سالم", "@يا يما", "@جمعية", "@الراسي", "/", "/مت", "/ق", "#", "#د", "#دراسة"]
    {
        stage.draw(vec![Event::Text(" ".to_owned())]);
        stage.settle();
        for (at, letter) in typed.char_indices() {
            let so_far = typed.get(..at + letter.len_utf8()).unwrap_or_default();
            key_of_list(stage, so_far, letter);
        }
        for _ in 0..=typed.chars().count() {
            stage.draw(vec![press(Key::Backspace, Modifiers::NONE)]);
        }
        stage.settle();
    }
}

/// Types a letter behind a sign; says when the list is there, and when it holds what the directory answers.
fn key_of_list(stage: &mut Stage, so_far: &str, letter: char) {
    let begun = (Instant::now(), spent());
    let mut events = vec![Event::Text(letter.to_string())];
    let mut frames: Vec<Shown> = Vec::new();
    loop {
        let output = stage.output(std::mem::take(&mut events));
        let entries = output.platform_output.accesskit_update.as_ref().map(entries).unwrap_or_default();
        std::hint::black_box(stage.ctx.tessellate(output.shapes, output.pixels_per_point));
        frames.push(Shown { entries, clock: begun.0.elapsed(), own: spent().saturating_sub(begun.1) });
        // answered after this frame has looked: the next one shows it
        let is_answered = !stage.app.store().is_reading() && stage.woken.try_recv().is_err();
        let is_there = frames.iter().any(|frame| !frame.entries.is_empty());
        if is_answered && (is_there || frames.len() == MOST_FRAMES) {
            break;
        }
        while stage.app.store().is_reading() && stage.woken.recv_timeout(Duration::from_millis(1)).is_err() {}
        while stage.woken.try_recv().is_ok() {}
    }
    let last = frames.last().map(|frame| frame.entries.clone()).unwrap_or_default();
    let list = frames.iter().position(|frame| !frame.entries.is_empty());
    let whole = frames.iter().position(|frame| frame.entries == last);
    println!(
        "{so_far:20} the list in {}   all of it in {}   {:2} entries",
        told(&frames, list),
        told(&frames, whole),
        last.len()
    );
}

/// A frame of a list: what it shows, and what has passed since the key.
struct Shown {
    entries: Vec<String>,
    clock: Duration,
    own: Duration,
}

/// In which frame, and after how long.
fn told(frames: &[Shown], at: Option<usize>) -> String {
    let Some((at, frame)) = at.and_then(|at| Some((at, frames.get(at)?))) else { return "no frame".to_owned() };
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    format!("frame {}, {:7.2} ms ({:6.2} of our own)", at + 1, ms(frame.clock), ms(frame.own))
}

/// The entries of a list that are on the screen.
fn entries(update: &TreeUpdate) -> Vec<String> {
    let options = update.nodes.iter().filter(|(_, node)| node.role() == Role::ListBoxOption);
    options.map(|(_, node)| node.label().unwrap_or_default().to_owned()).collect()
}

fn press(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

fn click(stage: &mut Stage, pos: Pos2) {
    stage.draw(vec![Event::PointerMoved(pos)]);
    for pressed in [true, false] {
        let button = PointerButton::Primary;
        stage.draw(vec![Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }]);
    }
}

/// What this thread has worked so far. Linux counts it anew whenever a thread gives way; elsewhere it is the clock's time.
fn spent() -> Duration {
    std::thread::yield_now();
    let counted = std::fs::read_to_string("/proc/thread-self/schedstat");
    let nanoseconds = counted.ok().and_then(|counted| counted.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);

/// Median, 99th percentile and longest.
fn quantiles(times: &mut [Duration]) -> String {
    times.sort();
    let last = times.len().saturating_sub(1);
    let ms = |at: usize| times.get(at.min(last)).copied().unwrap_or_default().as_secs_f64() * 1000.0;
    format!("{:5.2} ms (p99 {:5.2}, most {:5.2})", ms(times.len() / 2), ms(times.len() * 99 / 100), ms(last))
}

/// The same keys every time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn letter(&mut self) -> String {
        const LETTERS: [&str; 20] =
            ["ا", "ل", "م", "ي", "و", "ن", "ر", "ت", "ب", "ع", "د", "س", "ف", "ه", "ك", "ق", "ح", "ة", "3", "e"];
        let at = usize::try_from(self.below(20)).unwrap_or_default();
        LETTERS.get(at).copied().unwrap_or_default().to_owned()
    }
}
