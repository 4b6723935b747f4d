//! One file or folder a screen. A screen shows what its [`crate::store::Live`] queries hold, keeps drafts of what is being
//! typed, sends edits, and asks the program for the rest through [`Cx`]. Screens never see each other.

mod attachments;
mod find_bar;
pub mod form;
mod goals;
pub mod import;
pub mod intake;
pub mod meeting;
mod merge;
pub mod minutes;
mod next_meeting;
pub mod panes;
pub mod paper_pane;
pub mod paper_view;
pub mod parts;
pub mod reason;
pub mod record;
pub mod registers;
pub mod report;
pub mod settings;
mod shown;
mod shown_pages;
pub mod templates;
pub mod tidying;

pub use form::LeftForm;
pub use shown::{along_words, route_of};

use crate::calendar::Date;
use crate::domain::{
    AddendumId, ComposedTexts, DocumentId, Letter, MeetingId, MinutesTexts, MinutesVersion, OrganisationId, Paper,
    PaperFormat, PaperTemplates, Record, Report, ReportAsked, Settings, SheetFormat, TemplateKind, Value,
};
use crate::error::Result;
use crate::import::{ImportAsked, Reported, Target};
use crate::store::query::Which;
use crate::store::{Changes, Edit, Reply, Store, Ticket};
use crate::strings::Tr;
use crate::widgets::PageView;
use crate::widgets::date_field::DateContext;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::ops::Range;

/// What every screen can do. The program draws the one that is open and tells all of them what changed.
pub trait Screen {
    /// Draws it.
    fn ui(&mut self, ui: &mut egui::Ui, cx: &mut Cx<'_>);
    /// Draws what it has in a window of its own, after the screen that is shown; also while another screen is shown.
    fn beside_ui(&mut self, _ui: &mut egui::Ui, _cx: &mut Cx<'_>, _is_shown: bool) {}
    /// Has it a window of its own, which stays when the screen is left?
    fn has_window(&self) -> bool {
        false
    }
    /// Hears what the writer says about an edit; screens pick out their own tickets.
    fn on_reply(&mut self, _reply: &Reply) {}
    /// Hears what an edit of anybody touched.
    fn note(&mut self, changes: Changes);
    /// Sends what is still only typed: the person leaves the screen or the program.
    fn flush(&mut self, _cx: &mut Cx<'_>) {}
    /// The texts that stand nowhere but here after a [`Self::flush`]: they wait for an answer of the writer.
    fn unsent(&self) -> Vec<String> {
        Vec::new()
    }
    /// Does a form stand here that was left: it waits for the writer's answer, or for the person to put right what was
    /// refused? It is not to be thrown away.
    fn holds_form(&self) -> bool {
        false
    }
    /// Does a form here hold what the writer refused under that ticket?
    fn holds_refused(&self, _ticket: Ticket) -> bool {
        false
    }
    /// What is open in it, where it is the page of one thing.
    fn title(&self) -> Option<&str> {
        None
    }
    /// Shows one record of those it lists.
    fn open(&mut self, _record: Record) {}
    /// Opens the form of something new of what it lists; `false` where it lists nothing that is made so.
    fn ask_new(&mut self) -> bool {
        false
    }
    /// What can be done on it now, besides what can be done from anywhere.
    fn commands(&self, _is_read_only: bool) -> Vec<ScreenCommand> {
        Vec::new()
    }
    /// Does one of them.
    fn run(&mut self, _command: ScreenCommand, _cx: &mut Cx<'_>) {}
    /// The paper of what it shows, as far as it has one.
    fn paper(&self, _cx: &Cx<'_>) -> Option<PaperSubject> {
        None
    }
    /// Takes up how the person left its lists and views; called once, before it is shown.
    fn recall(&mut self, _views: &KeptViews) {}
}

/// Something that can be done on the open screen: the search runs it by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenCommand {
    /// The meeting begins, or goes on.
    StartMeeting,
    /// It ends.
    EndMeeting,
    /// Its minutes are approved.
    ApproveMinutes,
    /// Its preparation is shown, or left.
    Prepare,
    /// The roll is called.
    CallRoll,
    /// Words are looked for in its notes.
    FindNotes,
    /// Words are looked for in its minutes.
    FindMinutes,
    /// An entry of the screen's own menu, by the key of its name.
    Menu(&'static str),
}

impl ScreenCommand {
    /// The key of its name.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::StartMeeting => "meeting-start",
            Self::EndMeeting => "meeting-end",
            Self::ApproveMinutes => "meeting-approve",
            Self::Prepare => "command-prepare",
            Self::CallRoll => "command-roll",
            Self::FindNotes => "find-notes",
            Self::FindMinutes => "find-minutes",
            Self::Menu(key) => key,
        }
    }

    /// Its keys, as lists name them; empty where it has none.
    pub const fn keys(self) -> &'static str {
        match self {
            Self::StartMeeting | Self::EndMeeting | Self::ApproveMinutes | Self::Prepare | Self::Menu(_) => "",
            Self::CallRoll => "Ctrl Shift A",
            Self::FindNotes | Self::FindMinutes => "Ctrl F",
        }
    }
}

/// How the person left lists, views and panes on this machine, by the names under which [`Cx::keep_view`] kept them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptViews(pub BTreeMap<String, String>);

impl KeptViews {
    /// What was kept under a name. What makes no sense is as if nothing were kept: the view is as the screen makes it.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        let kept = self.0.get(name)?;
        serde_json::from_str(kept).inspect_err(|error| log::info!("the view {name} makes no sense: {error}")).ok()
    }
}

/// What a screen is given each frame.
pub struct Cx<'a> {
    /// To query and to edit.
    pub store: &'a Store,
    /// The words.
    pub tr: &'a Tr,
    /// The store's settings.
    pub settings: &'a Settings,
    /// The day, from outside so that tests choose it.
    pub today: Date,
    /// Unix seconds, from outside for the same reason.
    pub now: i64,
    /// What the screen asks of the program; carried out after the frame.
    pub asks: &'a mut Vec<Ask>,
}

/// What a screen asks of the program.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Another screen.
    Go(Route),
    /// The screen that was shown before.
    Back,
    /// The minutes of a meeting as PDF, opened when done.
    ExportMinutes(MeetingId, PaperFormat),
    /// A register as it is shown, as a file that is opened when done.
    ExportRegister(Box<ShownRegister>),
    /// A paper before a meeting: written and opened, or copied.
    Paper(Paper),
    /// A report: written and opened, or copied.
    Report(ReportAsked),
    /// The window in which the report of a period is asked for; of that body alone, if one is given.
    ReportForm(Option<(OrganisationId, String)>),
    /// The window in which the matrix of goals is asked for.
    GoalsForm,
    /// A letter: written and opened; a copy may be kept with whom it is for.
    Letter(Box<LetterAsk>),
    /// What adds to a meeting's minutes as PDF, opened when done.
    ExportAddendum(MeetingId, AddendumId),
    /// Two versions of minutes side by side.
    Compare(CompareAsk),
    /// The pages of minutes as they are being written; [`PreviewShown`] answers.
    Preview(PreviewAsk),
    /// The pages of a paper; [`PagesShown`] answers.
    Pages(PagesAsk),
    /// A paper page by page, to be printed, copied or written from there.
    ShowPaper(PaperSubject),
    /// A paper goes to the printer.
    Print(PaperSubject),
    /// A paper goes to the clipboard, with its tables and as plain text.
    CopyPaper(PaperSubject),
    /// The papers of several records, one after the other.
    Batch(BatchAsk),
    /// A text that was pasted is to be read; [`intake::TextRead`] answers. The number names the question.
    ReadText(u64, String),
    /// The minutes of a meeting are to be approved, unless something is missing that is still wanted.
    ApproveMinutes(MeetingId),
    /// The form of a new meeting that begins as another one, or as a template.
    MeetingLike(Record),
    /// The form of a new meeting, with a body that is to come.
    NewMeeting {
        /// Its name.
        invited: String,
    },
    /// The page of a record, with the form of what was typed for it before it turned out to be kept already.
    OpenTyped(Record, Vec<Typed>),
    /// A form of something new was left with something typed in it.
    FormLeft(form::LeftForm),
    /// That form is open again, with what was typed.
    FormBack(form::LeftForm),
    /// The form of a new meeting was left with something typed in it.
    NewMeetingLeft,
    /// It is open again.
    NewMeetingBack,
    /// A passing message.
    Toast(String),
    /// A passing message about an edit, once it is done, with a button that takes it back.
    ToastUndo(Ticket, String),
    /// The same of an edit that put records into the bin, with what went along.
    ToastRemoved {
        /// The edit.
        ticket: Ticket,
        /// The key of the words; of those with what went along it ends in `-with`.
        key: String,
        /// How many were chosen.
        count: usize,
    },
    /// A body has another name: the one before may be kept as its former name, until today.
    OfferFormerName(Record, String),
    /// The register of follow-ups, narrowed to what is open from somewhere.
    OpenTasks(OpenTasks),
    /// A kept file in the system's own program.
    OpenDocument(DocumentId),
    /// A list is to come in: its file is chosen first.
    Import(Target),
    /// A list is looked at: what its columns are, and what becomes of its rows.
    PlanImport(import::ImportAsk),
    /// What a person said of a list's columns is kept for the next one.
    RememberColumns(ImportAsked),
    /// A folder or a file, chosen in the system's dialog or typed.
    Choose(Choice),
}

/// A letter that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterAsk {
    /// What it says, and to whom.
    pub letter: Letter,
    /// A copy is kept with whom it is for.
    pub keeps_copy: bool,
    /// The form in which it waits until it is written.
    pub waits_as: String,
}

/// A register as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownRegister {
    /// The key of what it is called.
    pub title_key: String,
    /// Its rows, in their order.
    pub which: Which,
    /// Its columns in reading order: the field, and what stands above it.
    pub columns: Vec<(&'static str, String)>,
    /// In which form.
    pub format: SheetFormat,
}

/// A paper, by what it is of.
#[derive(Clone, Debug, PartialEq)]
pub enum PaperSubject {
    /// The minutes of a meeting.
    Minutes(MeetingId),
    /// What adds to them.
    Addendum(MeetingId, AddendumId),
    /// A paper before a meeting.
    Paper(Paper),
    /// The press item of a meeting.
    Press(MeetingId),
    /// A report.
    Report(Report),
    /// A letter.
    Letter(Box<Letter>),
    /// A register as it is shown.
    Register(Box<ShownRegister>),
    /// A paper of that sort as these templates make it.
    Sample(TemplateKind, Box<PaperTemplates>),
}

/// Who looks at pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagesFor {
    /// Whoever reads a paper.
    Viewer,
    /// Whoever changes a template.
    Template,
}

/// Which pages of a paper are to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct PagesAsk {
    /// For whom.
    pub whose: PagesFor,
    /// Names the question; later ones have higher numbers.
    pub ticket: u64,
    /// Of what.
    pub subject: PaperSubject,
    /// Pixels a point of the document.
    pub pixels_per_point: f32,
    /// The pages in sight.
    pub seen: Range<usize>,
}

/// The pages of a paper, and its sections: their keys, and the headings that stand above them.
pub type MadePages = (Vec<PageView>, Vec<(&'static str, String)>);

/// Pages of a paper that were asked for.
#[derive(Clone, Debug)]
pub struct PagesShown {
    /// Which question they answer.
    pub ticket: u64,
    /// The pages and the sections; or why there are none.
    pub result: Result<MadePages>,
}

/// The papers of several records, one after the other, into a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchAsk {
    /// Whose.
    pub records: Vec<Record>,
    /// Which papers of each.
    pub papers: Vec<TemplateKind>,
    /// In which form.
    pub format: PaperFormat,
}

/// What is open, by where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenTasks {
    /// The field of the follow-ups that says where they come from.
    pub field: &'static str,
    /// What it holds of those, each with its name.
    pub of: Vec<(i64, String)>,
    /// They came out of meetings up to this day.
    pub until: Option<Date>,
}

/// Which versions are to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompareAsk {
    /// Of whose minutes.
    pub meeting: MeetingId,
    /// The one that is held against the other.
    pub earlier: MinutesVersion,
    /// The other.
    pub later: MinutesVersion,
}

/// Which pages are to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewAsk {
    /// Names the question; later ones have higher numbers.
    pub ticket: u64,
    /// Whose minutes.
    pub meeting: MeetingId,
    /// What is typed and perhaps not stored yet.
    pub texts: MinutesTexts,
    /// What adds to them is to be shown instead, with its words.
    pub addendum: Option<(AddendumId, String)>,
    /// Pixels a point of the document.
    pub pixels_per_point: f32,
    /// The pages in sight.
    pub seen: Range<usize>,
}

/// Pages that were asked for.
#[derive(Clone, Debug)]
pub struct PreviewShown {
    /// Which question they answer.
    pub ticket: u64,
    /// The pages, with what the minutes would say by themselves; or why there are none.
    pub result: Result<(Vec<PageView>, ComposedTexts)>,
}

/// What was typed into a field of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Typed {
    /// The declared field.
    pub field: &'static str,
    /// What is to be stored; nothing for the name of a record that is not made yet.
    pub value: Value,
    /// The name that stands in a link's field; in another, what was typed there and makes no value.
    pub name: String,
}

/// What a folder or a file is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Where documents go.
    ExportFolder,
    /// A second place for backups.
    BackupFolder,
    /// The picture at the head of documents.
    Logo,
    /// Where to write down what could not be saved.
    RescueFolder,
    /// Files to keep with a record.
    Files(Record),
    /// Where a copy of a kept file goes.
    CopyOf(DocumentId),
    /// Another store, where the one of this start does not open.
    StoreFolder,
    /// The file of a list that is to come in.
    List(Target),
    /// Where the rows of a list go that are refused, or not taken whole.
    ReportedRows(Reported),
    /// The emblem of one sort of paper.
    PaperLogo(TemplateKind),
    /// Where the paper that is looked at goes, in that form.
    PaperFile(PaperFormat),
    /// The folder for papers that are written one after the other.
    BatchFolder,
}

impl<'a> Cx<'a> {
    /// What date fields need to know.
    pub const fn dates(&self) -> DateContext<'a> {
        DateContext { tr: self.tr, today: self.today, calendars: self.settings.calendars }
    }

    /// Asks the program for something, after this frame.
    pub fn ask(&mut self, ask: Ask) {
        self.asks.push(ask);
    }

    /// Says what went into the bin, and what went along, once it is there.
    pub fn say_removed(&mut self, ticket: Ticket, key: impl Into<String>, count: usize) {
        self.ask(Ask::ToastRemoved { ticket, key: key.into(), count });
    }

    /// Goes to another screen.
    pub fn go(&mut self, route: Route) {
        self.ask(Ask::Go(route));
    }

    /// Keeps how the person left a view, for the next start on this machine; undo does not know of it.
    pub fn keep_view(&self, name: &str, view: &impl Serialize) {
        match serde_json::to_string(view) {
            Ok(kept) => self.store.keep_view(name, kept),
            Err(error) => log::warn!("the view {name} is not kept: {error}"),
        }
    }

    /// Sends a change of a setting.
    pub fn configure(&self, key: &str, value: impl Into<String>) {
        self.store.send(Edit::Configure { key: key.to_owned(), value: value.into() });
    }
}

/// Where the program can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// The meetings' list.
    Meetings,
    /// One meeting's workspace.
    Meeting(MeetingId),
    /// The minutes of a meeting.
    Minutes(MeetingId),
    /// المتابعات
    FollowUps,
    /// المبادرات والمقترحات
    Proposals,
    /// التحديات والفرص
    Challenges,
    /// الشراكات
    Partnerships,
    /// الأنظمة والتشريعات
    Regulations,
    /// One record's page.
    Record(Record),
    /// A pasted text becomes records.
    Intake,
    /// المحذوفات والمتشابهات
    Tidying,
    /// الجهات
    Organisations,
    /// الأشخاص
    People,
    /// الإعدادات
    Settings,
    /// قوالب الأوراق
    Templates,
}

impl Route {
    /// The meeting that is open there, itself or its minutes.
    pub const fn meeting(self) -> Option<MeetingId> {
        match self {
            Self::Meeting(meeting) | Self::Minutes(meeting) => Some(meeting),
            Self::Meetings
            | Self::FollowUps
            | Self::Proposals
            | Self::Challenges
            | Self::Partnerships
            | Self::Regulations
            | Self::Record(_)
            | Self::Intake
            | Self::Tidying
            | Self::Organisations
            | Self::People
            | Self::Settings
            | Self::Templates => None,
        }
    }
}
