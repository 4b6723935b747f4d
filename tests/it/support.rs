//! The window as tests see it: the real program on a real store in a folder of its own, on a fixed day, without a screen.

use eframe::egui::{Event, Key, Modifiers, PointerButton, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tansiq::app::{App, Clock, Finished, Options, Outside, Task, Wake};
use tansiq::calendar::Date;
use tansiq::domain::*;
use tansiq::screens::Choice;
pub use tansiq::store::Options as StoreOptions;
use tansiq::store::query::{IS_CLOSED, OrganisationList, RecordList, RecordRow, Sort, Which};
use tansiq::store::{Edit, Saved, Store};
use tansiq::strings::Language;
use tempfile::TempDir;

/// The day of all tests: 13 Jumada II 1448.
pub const TODAY: &str = "2026-11-23";
/// Ten in the morning of that day in Riyadh, in Unix seconds.
pub const NOW: i64 = 1_795_417_200;

/// What the window asked of the outside, and what the outside is to answer.
#[derive(Default)]
pub struct Recorder {
    /// Every task, in order.
    pub tasks: Vec<Task>,
    /// Given to the window at its next look.
    pub finished: Vec<Finished>,
    /// The copies of kept files that the system's program would show.
    pub opened: Vec<PathBuf>,
}

struct Recording(Arc<Mutex<Recorder>>);

impl Outside for Recording {
    fn start(&mut self, task: Task, store: &Store, settings: &Settings) {
        let mut recorder = self.0.lock().expect("no test panics while it holds this");
        // A machine without dialogs: the window asks for the path itself.
        if let Task::Pick(choice) = &task {
            recorder.finished.push(Finished::PickUnavailable(*choice));
        }
        // Kept files are copied out as they are, only no program shows them.
        let copied = if let Task::Open(document) = &task {
            Some(tansiq::jobs::copy_to_open(store, *document).map(|path| {
                recorder.opened.push(path);
                Finished::Opened
            }))
        } else if let Task::SaveCopy { document, to, may_replace } = &task {
            Some(tansiq::jobs::save_copy(store, *document, to, *may_replace).map(Finished::CopySaved))
        } else if let Task::Compare(ask) = &task {
            let rows = tansiq::jobs::compare_minutes(store, ask.meeting, &ask.earlier, &ask.later);
            Some(rows.map(|rows| Finished::Compared(ask.clone(), rows)))
        } else if let Task::ReadList(target, path) = &task {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let read = tansiq::jobs::open_list(store, path, *target, &words(settings));
            Some(read.map(|(target, sheets)| Finished::ListRead(target, name, sheets)))
        } else if let Task::PlanImport(ask) = &task {
            let planned = tansiq::jobs::plan_import(store, &ask.sheets, &ask.asked, &words(settings));
            Some(Ok(Finished::ImportPlanned(ask.asked.clone(), Box::new(planned))))
        } else if let Task::RememberColumns(asked) = &task {
            Some(tansiq::jobs::remember(store, asked).map(|()| Finished::Opened))
        } else if let Task::WriteReported { which, sheets, planned, to } = &task {
            let written = tansiq::jobs::write_reported(*which, (sheets, planned), to, &words(settings));
            Some(written.map(|path| Finished::ReportedWritten(*which, path)))
        } else {
            None
        };
        recorder.finished.extend(copied.map(|outcome| outcome.unwrap_or_else(Finished::Failed)));
        recorder.tasks.push(task);
    }

    fn finished(&mut self) -> Vec<Finished> {
        std::mem::take(&mut self.0.lock().expect("no test panics while it holds this").finished)
    }
}

fn words(settings: &Settings) -> tansiq::strings::Tr {
    tansiq::strings::Tr::new(settings.language, settings.digits)
}

/// A window under test.
pub struct Window {
    harness: Harness<'static, App>,
    outside: Arc<Mutex<Recorder>>,
    woken: Receiver<()>,
    folder: PathBuf,
    /// Goes with the window, unless somebody else keeps its folder.
    own: Option<TempDir>,
}

impl Deref for Window {
    type Target = Harness<'static, App>;
    fn deref(&self) -> &Self::Target {
        &self.harness
    }
}

impl DerefMut for Window {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.harness
    }
}

/// How a window is opened.
pub struct Setup {
    /// Of the interface.
    pub language: Language,
    /// In points.
    pub size: [f32; 2],
    /// Pixels per point.
    pub scale: f32,
    /// Can pictures of it be taken?
    pub has_pictures: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self { language: Language::Arabic, size: [1440.0, 900.0], scale: 1.0, has_pictures: false }
    }
}

/// A window on an empty store.
pub fn empty(language: Language) -> Window {
    open(&Setup { language, ..Setup::default() }, |_| ())
}

/// A window on the sample of [`sample`].
pub fn app(language: Language) -> Window {
    open(&Setup { language, ..Setup::default() }, sample)
}

/// A window on the program's own sample store.
pub fn demo(language: Language) -> Window {
    open(&Setup { language, ..Setup::default() }, fill_demo)
}

/// Names who leads a meeting and who writes its minutes: without them nothing is approved.
pub fn lead(store: &Store, meeting: MeetingId) {
    let values = vec![("name", Value::from("فهد القحطاني"))];
    let person = store.apply(Edit::Add { entity: Entity::Person, values }).expect("a person").record.expect("it").id;
    let values = vec![("chair", Value::Number(person)), ("secretary", Value::Number(person))];
    let record = meeting.record();
    // As the window does it, so that it hears of it.
    store.send(Edit::Set { record, values, session: None, based_on: None });
}

/// Fills a store with the program's own sample, as of [`TODAY`].
pub fn fill_demo(store: &Store) {
    let today = Date::from_iso(TODAY).expect("a day");
    tansiq::store::sample::demo(store, today).expect("the sample store");
}

/// A window on a store that `fill` has filled.
pub fn open(setup: &Setup, fill: impl FnOnce(&Store)) -> Window {
    open_on(setup, StoreOptions::default(), fill)
}

/// A window on a store with other than the usual clock or room.
pub fn open_on(setup: &Setup, options: StoreOptions, fill: impl FnOnce(&Store)) -> Window {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let code = if setup.language == Language::English { "en" } else { "ar" };
    open_in(folder.path().to_owned(), Some(folder), setup, options, |store| {
        let configure = |key: &str, value: &str| Edit::Configure { key: key.to_owned(), value: value.to_owned() };
        store.apply(configure("language", code)).expect("the language is set");
        fill(store);
    })
}

/// A window on the store in somebody else's folder, as the last window left it.
pub fn open_at(folder: &Path, setup: &Setup) -> Window {
    open_in(folder.to_owned(), None, setup, StoreOptions::default(), |_| ())
}

/// A window on the store in a folder.
fn open_in(
    folder: PathBuf,
    own: Option<TempDir>,
    setup: &Setup,
    options: StoreOptions,
    fill: impl FnOnce(&Store),
) -> Window {
    let (send, woken) = channel();
    let wake = Wake::default();
    let waker = wake.waker();
    let send = Mutex::new(send);
    let both = Arc::new(move || {
        waker();
        // The window may be gone already.
        send.lock().expect("no one panics here").send(()).unwrap_or_default();
    });
    // As the program opens it.
    let options = StoreOptions { compose: Some(tansiq::jobs::compose), ..options };
    let store = Store::open_with(&folder, both, options).expect("the store opens");
    fill(&store);
    store.replies();
    let outside = Arc::new(Mutex::new(Recorder::default()));
    let recording = Recording(Arc::clone(&outside));
    let today = Date::from_iso(TODAY).expect("a day");
    let mut builder = Harness::builder().with_size(setup.size).with_pixels_per_point(setup.scale).with_max_steps(30);
    if setup.has_pictures {
        builder = builder.wgpu();
    }
    let harness = builder.build_eframe(move |creation| {
        wake.attach(&creation.egui_ctx);
        let options = Options { clock: Clock::Fixed(today, NOW), outside: Box::new(recording) };
        App::new(&creation.egui_ctx, store, options)
    });
    let mut window = Window { harness, outside, woken, folder, own };
    window.settle();
    window
}

impl Window {
    /// Draws until the window rests and the store has answered everything.
    pub fn settle(&mut self) {
        let start = Instant::now();
        loop {
            // While answers come in one by one there is always another frame to draw: that is no rest yet.
            let is_drawn = self.harness.try_run().is_ok();
            let is_pending = self.state().store().saved() == Saved::Pending;
            let was_woken = self.woken.recv_timeout(Duration::from_millis(60)).is_ok();
            // A question that takes long on a busy machine is for the test to wait for.
            let is_reading = start.elapsed() < Duration::from_secs(5) && self.state().store().is_reading();
            if is_drawn && !was_woken && !is_pending && !is_reading {
                return;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "the store never rests");
        }
    }

    /// The window closed, and another one opened on its store as the person left it.
    pub fn reopened(self, setup: &Setup) -> Self {
        self.reopened_after(setup, |_| ())
    }

    /// As [`Self::reopened`], after something happened to its folder.
    pub fn reopened_after(self, setup: &Setup, change: impl FnOnce(&Path)) -> Self {
        let Self { harness, folder, own, .. } = self;
        drop(harness);
        change(&folder);
        open_in(folder, own, setup, StoreOptions::default(), |_| ())
    }

    /// The folder of its store.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The tasks it has started so far.
    pub fn tasks(&self) -> Vec<Task> {
        self.outside.lock().expect("no test panics while it holds this").tasks.clone()
    }

    /// The copies of kept files that were opened so far.
    pub fn opened(&self) -> Vec<PathBuf> {
        self.outside.lock().expect("no test panics while it holds this").opened.clone()
    }

    /// Lets a task finish.
    pub fn finish(&mut self, finished: Finished) {
        self.outside.lock().expect("no test panics while it holds this").finished.push(finished);
        self.settle();
    }

    /// Clicks in the middle of what has that name, with the pointer: unlike an action of a reader, that also ends what it is
    /// not on.
    pub fn point_and_click(&mut self, name: &str) {
        let pos = self.get_by_label(name).rect().center();
        self.event(Event::PointerMoved(pos));
        self.settle();
        for pressed in [true, false] {
            let button = PointerButton::Primary;
            self.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
            self.settle();
        }
    }

    /// Clicks what has that name.
    pub fn click(&mut self, name: &str) {
        self.get_by_label(name).click();
        self.settle();
    }

    /// Clicks the first of several with that name: an empty list has its button twice.
    pub fn click_first(&mut self, name: &str) {
        self.query_all_by_label(name).next().unwrap_or_else(|| panic!("no «{name}»")).click();
        self.settle();
    }

    /// Clicks what has that role and that name.
    pub fn click_role(&mut self, role: Role, name: &str) {
        self.get_by_role_and_label(role, name).click();
        self.settle();
    }

    /// Types into the field of that name.
    pub fn type_into(&mut self, name: &str, text: &str) {
        self.field(name).click();
        self.settle();
        self.field(name).type_text(text);
        self.settle();
    }

    /// The text field of that name, whatever kind of text field it is.
    pub fn field<'a>(&'a self, name: &'a str) -> Node<'a> {
        self.find_field(name).unwrap_or_else(|| panic!("no field «{name}»"))
    }

    /// Is there a text field of that name?
    pub fn find(&self, name: &str) -> bool {
        self.query_all_by_label(name).next().is_some()
    }

    fn find_field<'a>(&'a self, name: &'a str) -> Option<Node<'a>> {
        const FIELDS: [Role; 9] = [
            Role::TextInput,
            Role::EditableComboBox,
            Role::MultilineTextInput,
            Role::SearchInput,
            Role::DateInput,
            Role::TimeInput,
            Role::PhoneNumberInput,
            Role::EmailInput,
            Role::SpinButton,
        ];
        FIELDS.into_iter().find_map(|role| self.query_by_role_and_label(role, name))
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.key_press(key);
        self.settle();
    }

    /// Presses a key with Ctrl.
    pub fn press_ctrl(&mut self, key: Key) {
        self.key_press_modifiers(Modifiers::COMMAND, key);
        self.settle();
    }

    /// The name of what has the focus.
    pub fn focused_name(&self) -> Option<String> {
        self.query_all_by(|node| node.is_focused()).next().and_then(|node| node.accesskit_node().label())
    }

    /// Clicks the first with that role whose name is this, isolates aside.
    pub fn click_plain(&mut self, role: Role, name: &str) {
        let mut all = self.query_all_by_role(role);
        let found = all.find(|node| node.accesskit_node().label().is_some_and(|label| plain(&label) == name));
        found.unwrap_or_else(|| panic!("no «{name}»")).click();
        drop(all);
        self.settle();
    }

    /// Do these words stand on the screen? Isolates around numbers and names don't count.
    pub fn shows(&self, words: &str) -> bool {
        let words = plain(words);
        self.query_all_by(|node| {
            [node.label(), node.value()].into_iter().flatten().any(|text| plain(&text).contains(&words))
        })
        .next()
        .is_some()
    }

    /// The names of the rows on the screen, from the top.
    pub fn rows(&self) -> Vec<String> {
        let mut rows: Vec<(f32, String)> = self
            .query_all_by_role(Role::Row)
            .map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default()))
            .collect();
        rows.sort_by(|one, other| one.0.total_cmp(&other.0));
        rows.into_iter().map(|(_, name)| name).collect()
    }

    /// A picture of the window.
    pub fn picture(&mut self, path: &Path) {
        let image = self.harness.render().expect("a software renderer");
        image.save(path).expect("a place for the picture");
    }

    /// Answers the in-app question for a path.
    pub fn give_path(&mut self, choice: Choice, path: &Path) {
        assert!(self.tasks().contains(&Task::Pick(choice)), "{choice:?} was not asked for");
        let label = if self.state().settings().language == Language::Arabic { "المسار" } else { "Path" };
        self.field(label).click();
        self.settle();
        // In the place of the name that is offered.
        self.press_ctrl(Key::A);
        self.field(label).type_text(&path.to_string_lossy());
        self.settle();
        self.press(Key::Enter);
    }
}

/// What the rows of a table are to screen readers: on Linux they would read out every word of a group.
pub const ROWS: Role = if cfg!(all(unix, not(target_os = "macos"))) { Role::List } else { Role::RowGroup };

/// The text without the marks that only order it.
pub fn plain(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}')).collect()
}

/// What is said in the next moments to who hears the page: what has changed, and messages. Frame by frame, for it goes again.
pub fn heard(window: &mut Window) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let mut listen = |window: &mut Window, frames: usize| {
        for _ in 0..frames {
            let now = window.query_all_by_role(Role::Status).filter_map(|node| node.accesskit_node().label());
            let new: Vec<String> = now.map(|words| plain(&words)).filter(|words| !said.contains(words)).collect();
            said.extend(new);
            window.step();
        }
    };
    listen(window, 30);
    // The store may have taken its time.
    window.settle();
    listen(window, 6);
    said
}

/// A path that no test ever writes to.
pub fn some_path() -> PathBuf {
    PathBuf::from("/srv/documents")
}

/// Two meetings, four officials, two NGOs, and what came out: enough for every screen.
pub fn sample(store: &Store) {
    let add = |entity, values| {
        let applied = store.apply(Edit::Add { entity, values }).expect("an addition");
        applied.record.expect("a record").id
    };
    let text = |words: &str| Value::from(words);
    let body = |name: &str, kind: OrganisationKind, city: &str| {
        add(Entity::Organisation, vec![("name", text(name)), ("kind", kind.into()), ("city", text(city))])
    };
    let amana = body("أمانة منطقة الواحة", OrganisationKind::Amana, "الدمام");
    let ministry = body("وزارة تنمية المدن والقرى", OrganisationKind::Ministry, "الرياض");
    let ngo = body("جمعية العمل التطوعي", OrganisationKind::Ngo, "الدمام");
    body("جمعية «بيئة» بالواحة", OrganisationKind::Ngo, "الخبر");
    let person = |title: &str, name: &str, post: &str, organisation: i64| {
        let title = Honorific::from_code(title);
        let values = vec![
            ("name", text(name)),
            ("honorific", title.into()),
            ("post", text(post)),
            ("organisation", Value::Number(organisation)),
        ];
        add(Entity::Person, values)
    };
    let mahmoud = person("mr", "سالم بن حمد الغافي", "وكيل الأمين للتنمية المجتمعية", amana);
    let rahman = person("dr", "عبد الرحمن الوادعي", "مساعد الوكيل للشراكات", amana);
    person("mr", "أسامة نجدي", "مدير عام الشراكات المجتمعية", ministry);
    let ibrahim = person("eng", "إبراهيم القصيبي", "مدير إدارة شؤون الجمعيات", ministry);
    let meeting = |title: &str, date: &str, status: MeetingStatus| {
        let values = vec![
            ("title", text(title)),
            ("date", text(date)),
            ("start_time", text("10:00")),
            ("venue", text("مقر الأمانة")),
            ("city", text("الدمام")),
            ("status", status.into()),
        ];
        let parties = vec![("أمانة منطقة الواحة".to_owned(), Side::Host)];
        let agenda = vec![("الافتتاح".to_owned(), Some(5)), ("المبادرات والمقترحات".to_owned(), Some(22))];
        let edit = Edit::NewMeeting { values, parties, agenda };
        store.apply(edit).expect("a meeting").record.expect("its record").id
    };
    let past = meeting("الاجتماع التنسيقي الأول", "2026-10-14", MeetingStatus::Held);
    meeting("الاجتماع التنسيقي مع جمعيات منطقة الواحة", TODAY, MeetingStatus::Scheduled);
    let outcome = |kind: OutcomeKind,
                   words: &str,
                   person: Option<i64>,
                   body: i64,
                   due: &str,
                   status: OutcomeStatus,
                   percent: i64| {
        let values = vec![
            ("kind", kind.into()),
            ("text", text(words)),
            ("person", person.map_or(Value::Empty, Value::Number)),
            ("organisation", Value::Number(body)),
            ("meeting", Value::Number(past)),
            ("due", text(due)),
            ("percent", Value::Number(percent)),
        ];
        let id = OutcomeId(add(Entity::Outcome, values));
        if Some(status) != lifecycle::start_of(Entity::Outcome, Some(kind)) {
            store.apply(Edit::Move { record: id.record(), to: status, reason: "سبب".to_owned() }).expect("a move");
        }
    };
    use OutcomeKind::{FollowUp, Initiative, Proposal};
    use OutcomeStatus::{Approved, Done, InProgress, NotStarted, Submitted, UnderStudy};
    outcome(FollowUp, "تزويد الجمعيات بدليل إجراءات التراخيص", Some(ibrahim), ministry, "2026-11-17", InProgress, 60);
    outcome(FollowUp, "إعداد مسودة مذكرة تفاهم مع جمعية «بيئة»", Some(mahmoud), amana, "2026-11-24", InProgress, 80);
    outcome(FollowUp, "حصر الفعاليات التطوعية للربع الأول 2027 (Q1)", None, ngo, "2026-12-05", NotStarted, 0);
    outcome(FollowUp, "توفير قاعة تدريب للجمعيات شهريًا", Some(rahman), amana, "2026-11-15", Done, 100);
    outcome(Proposal, "تشجير 12 حديقة حي", None, ngo, "2026-12-24", Submitted, 0);
    outcome(Proposal, "بوابة موحّدة لطلبات الجمعيات", None, ngo, "", UnderStudy, 0);
    outcome(Initiative, "مسارات مشي آمنة لكبار السن", None, ngo, "2027-01-10", Approved, 0);
    let configure = |key: &str, value: &str| Edit::Configure { key: key.to_owned(), value: value.to_owned() };
    store.apply(configure("coordinator", "سالم الغافي")).expect("a setting");
}

/// The bodies of a store, by name.
pub fn organisations(store: &Store) -> Vec<String> {
    let rows = store.read(OrganisationList { containing: String::new() }).expect("the bodies");
    rows.into_iter().map(|row| row.name).collect()
}

/// What came out of meetings, as a test asks for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// Which one.
    pub id: OutcomeId,
    /// What it says.
    pub text: String,
    /// Where it stands.
    pub status: OutcomeStatus,
    /// How much of it is done.
    pub percent: i64,
    /// Until when.
    pub due: Option<Date>,
    /// Since when it is done.
    pub done_on: Option<Date>,
    /// The number of its meeting.
    pub meeting_number: String,
}

/// The outcomes of some kinds as their register lists them: open first, by their day.
pub fn outcomes(store: &Store, kinds: &[OutcomeKind]) -> Vec<Outcome> {
    let by = |field| Sort { field, is_descending: false };
    let which = Which {
        entity: Entity::Outcome,
        kinds: kinds.iter().map(|kind| kind.code()).collect(),
        conditions: Vec::new(),
        containing: String::new(),
        order: vec![by(IS_CLOSED), by("due")],
        today: Date::from_iso(TODAY).expect("a day"),
    };
    let columns = vec!["status", "percent", "due", "done_on", "meeting"];
    let found = store.read(RecordList { which, columns, first: 0, count: 10_000 }).expect("the outcomes");
    let outcome = |row: &RecordRow| {
        let cell = |name: &str| found.cell(row, name).expect("asked for");
        Outcome {
            id: OutcomeId(row.record.id),
            text: row.title.clone(),
            status: OutcomeStatus::from_code(cell("status").text()).expect("a status"),
            percent: cell("percent").number().unwrap_or_default(),
            due: cell("due").date(),
            done_on: cell("done_on").date(),
            meeting_number: cell("meeting").detail.clone(),
        }
    };
    found.rows.iter().map(outcome).collect()
}

/// Draws until what is awaited is there: pages come from a thread of their own.
pub fn until(window: &mut Window, what: &str, is_there: impl Fn(&Window) -> bool) {
    for _ in 0..200 {
        if is_there(window) {
            return;
        }
        window.settle();
    }
    panic!("{what} never came");
}

/// The pages on the screen.
pub fn pages(window: &Window) -> usize {
    let names = if window.state().settings().language == Language::Arabic { "صفحة" } else { "Page" };
    let all = window.query_all_by_role(Role::Image).filter_map(|node| node.accesskit_node().label());
    all.filter(|label| label.starts_with(names)).count()
}
