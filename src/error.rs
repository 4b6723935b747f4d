//! The one error type: words for the person in front of the program, details for support.
//!
//! Each variant is a situation a person can do something about; the sentence that says cause and way out is in
//! `assets/strings` under `error-…`. What the machine said is kept apart in [`Error::details`].

use crate::strings::Tr;

/// The library's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What went wrong, by what a person can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    details: String,
}

/// The situations the program knows how to explain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Another copy of the program has this folder open.
    StoreInUse,
    /// The store was written by a newer program; it opens for reading only.
    StoreNewer,
    /// The file is no store of ours.
    StoreForeign,
    /// The file is damaged.
    StoreCorrupt,
    /// Looking the store over found that it is not as the program left it.
    StoreUnsound,
    /// The file exists and has no content.
    StoreEmpty,
    /// The folder or the file can't be written.
    StoreReadOnly,
    /// The disk is full.
    DiskFull,
    /// The disk reported an error.
    Disk,
    /// Somebody changed this in the meantime.
    Stale,
    /// The record is not there (any more).
    NotFound,
    /// The minutes are approved: the meeting can only be read.
    MinutesApproved,
    /// The minutes are signed: they are not opened again.
    MinutesSigned,
    /// What adds to the minutes is approved: it can only be read.
    AddendumApproved,
    /// What was kept of approved minutes is not what was kept; holds their number.
    MinutesAltered(String),
    /// A file is not shown to be the approved minutes; holds the key of the reason.
    MinutesUnverified(String),
    /// This move is not allowed from the record's present status.
    MoveRefused,
    /// A meeting of a day that is still to come cannot have been held.
    HeldAhead,
    /// This move has to say why.
    ReasonMissing,
    /// This move needs something first; holds the key of its label.
    MissingFirst(String),
    /// More letters than a field takes; holds the key of its label.
    FieldTooLong(String),
    /// A field can't hold that; holds the key of its label.
    FieldRefused(String),
    /// It ends before it begins; holds the key of the label of the field that says when it ends.
    EndsTooEarly(String),
    /// Another record has this number.
    NumberTaken(String),
    /// Two records that are not of a kind can't become one.
    NotAlike,
    /// There is nothing to undo or redo.
    NothingToUndo,
    /// A date that can't be read; holds what was typed.
    DateUnreadable(String),
    /// A date that does not exist, such as the 30th of a month of 29 days; holds what was typed.
    DateImpossible(String),
    /// A year outside 1300–1600 AH; holds what was typed.
    DateOutOfRange(String),
    /// No meeting with that number or title.
    NoSuchMeeting(String),
    /// No meeting stands ahead.
    NoNextMeeting,
    /// Several meetings have that title; holds what tells them apart.
    SeveralMeetings(String),
    /// Nobody of that name is invited to the meeting.
    NotInvited(String),
    /// No record goes by that name.
    NoSuchRecord(String),
    /// Several records go by that name; these.
    SeveralRecords(String),
    /// A time that ends before it begins.
    PeriodReversed,
    /// A file can't be written there; holds the path.
    FileUnwritable(String),
    /// A file can't be read; holds the path.
    FileUnreadable(String),
    /// Larger than what is kept; holds the file's name.
    FileTooLarge(String),
    /// There is nothing in it; holds the file's name.
    FileEmpty(String),
    /// A folder where a file is wanted; holds its name.
    FileIsFolder(String),
    /// It is not there any more; holds the file's name.
    FileGone(String),
    /// Another program writes to it; holds the file's name.
    FileChanging(String),
    /// No room on the disk for a file; holds its name.
    NoRoom(String),
    /// The record has this file already; holds what it is called there.
    FileAttached(String),
    /// A kept file is not in the store's folder; holds its name.
    FileMissing(String),
    /// A kept file is not what was kept; holds its name.
    FileAltered(String),
    /// Opening it would run it; holds the file's name.
    FileRuns(String),
    /// No program opens it; holds the file's name.
    FileUnopened(String),
    /// Nothing is told to the press of a confidential meeting.
    PressConfidential,
    /// Nothing is told as news of a meeting that has not taken place.
    PressAhead,
    /// The printer's queue took nothing; holds what it said.
    NotPrinted(String),
    /// Papers were being written one after the other when their program ended; holds how many there are.
    BatchBroken(String),
    /// Nothing was chosen of which papers could be written.
    NothingToWrite,
    /// It is no text; holds the file's name.
    FileNotText(String),
    /// A text tells of no meeting, so there is nothing to keep.
    NoMeetingInText,
    /// A list can't be imported; holds the key of the reason.
    ImportRefused(String),
    /// An import was called off: nothing of it is written.
    ImportCancelled,
    /// The document can't be composed.
    Document,
    /// No window can be opened: no renderer works.
    NoWindow,
    /// There is no display to open a window on.
    NoDisplay,
    /// A system package the window needs is not installed; holds the packages.
    MissingPackage(String),
    /// A wrong command line; holds the usage.
    Usage(String),
    /// A fault of the program itself.
    Internal,
}

impl Error {
    /// An error of this kind, with what the machine said.
    pub fn new(kind: ErrorKind, details: impl ToString) -> Self {
        Self { kind, details: details.to_string() }
    }

    /// What situation it is.
    pub const fn kind(&self) -> &ErrorKind {
        &self.kind
    }

    /// Cause and way out, in the person's language.
    pub fn message(&self, tr: &Tr) -> String {
        let (key, argument) = self.kind.key();
        let is_label = self.kind.label_key().is_some();
        let quoted = |text: &String| if is_label && tr.key_exists(text) { tr.text(text, &[]) } else { text.clone() };
        argument.map_or_else(|| tr.text(key, &[]), |text| tr.text(key, &[("text", quoted(text).into())]))
    }

    /// What the machine said, for support.
    pub fn details(&self) -> &str {
        &self.details
    }

    /// The exit code of the command line: 2 for a wrong call, 1 for the rest.
    pub const fn exit_code(&self) -> u8 {
        if matches!(self.kind, ErrorKind::Usage(_)) { 2 } else { 1 }
    }
}

impl ErrorKind {
    /// The key of the label of the field it is about.
    pub fn label_key(&self) -> Option<&str> {
        if let Self::FieldTooLong(label)
        | Self::FieldRefused(label)
        | Self::EndsTooEarly(label)
        | Self::MissingFirst(label)
        | Self::MinutesUnverified(label)
        | Self::ImportRefused(label) = self
        {
            Some(label)
        } else {
            None
        }
    }

    /// The message's key, and the text it quotes.
    const fn key(&self) -> (&'static str, Option<&String>) {
        match self {
            Self::StoreInUse => ("error-store-in-use", None),
            Self::StoreNewer => ("error-store-newer", None),
            Self::StoreForeign => ("error-store-foreign", None),
            Self::StoreCorrupt => ("error-store-corrupt", None),
            Self::StoreUnsound => ("error-store-unsound", None),
            Self::StoreEmpty => ("error-store-empty", None),
            Self::StoreReadOnly => ("error-store-read-only", None),
            Self::DiskFull => ("error-disk-full", None),
            Self::Disk => ("error-disk", None),
            Self::Stale => ("error-stale", None),
            Self::NotFound => ("error-not-found", None),
            Self::MinutesApproved => ("error-minutes-approved", None),
            Self::MinutesSigned => ("error-minutes-signed", None),
            Self::AddendumApproved => ("error-addendum-approved", None),
            Self::MinutesAltered(number) => ("error-minutes-altered", Some(number)),
            Self::MinutesUnverified(reason) => ("error-minutes-unverified", Some(reason)),
            Self::MoveRefused => ("error-move-refused", None),
            Self::HeldAhead => ("error-held-ahead", None),
            Self::ReasonMissing => ("error-reason-missing", None),
            Self::MissingFirst(label) => ("error-missing-first", Some(label)),
            Self::FieldTooLong(label) => ("error-field-too-long", Some(label)),
            Self::FieldRefused(label) => ("error-field-refused", Some(label)),
            Self::EndsTooEarly(label) => ("error-ends-too-early", Some(label)),
            Self::NumberTaken(number) => ("error-number-taken", Some(number)),
            Self::NotAlike => ("error-not-alike", None),
            Self::NothingToUndo => ("error-nothing-to-undo", None),
            Self::DateUnreadable(text) => ("error-date-unreadable", Some(text)),
            Self::DateImpossible(text) => ("error-date-impossible", Some(text)),
            Self::DateOutOfRange(text) => ("error-date-out-of-range", Some(text)),
            Self::NoSuchMeeting(text) => ("error-no-such-meeting", Some(text)),
            Self::NoNextMeeting => ("error-no-next-meeting", None),
            Self::SeveralMeetings(text) => ("error-several-meetings", Some(text)),
            Self::NotInvited(text) => ("error-not-invited", Some(text)),
            Self::NoSuchRecord(text) => ("error-no-such-record", Some(text)),
            Self::SeveralRecords(text) => ("error-several-records", Some(text)),
            Self::PeriodReversed => ("error-period-reversed", None),
            Self::FileUnwritable(text) => ("error-file-unwritable", Some(text)),
            Self::FileUnreadable(text) => ("error-file-unreadable", Some(text)),
            Self::FileTooLarge(text) => ("error-file-too-large", Some(text)),
            Self::FileEmpty(text) => ("error-file-empty", Some(text)),
            Self::FileIsFolder(text) => ("error-file-is-folder", Some(text)),
            Self::FileGone(text) => ("error-file-gone", Some(text)),
            Self::FileChanging(text) => ("error-file-changing", Some(text)),
            Self::NoRoom(text) => ("error-no-room", Some(text)),
            Self::FileAttached(text) => ("error-file-attached", Some(text)),
            Self::FileMissing(text) => ("error-file-missing", Some(text)),
            Self::FileAltered(text) => ("error-file-altered", Some(text)),
            Self::FileRuns(text) => ("error-file-runs", Some(text)),
            Self::FileUnopened(text) => ("error-file-unopened", Some(text)),
            Self::PressConfidential => ("error-press-confidential", None),
            Self::PressAhead => ("error-press-ahead", None),
            Self::NotPrinted(text) => ("error-not-printed", Some(text)),
            Self::BatchBroken(text) => ("error-batch-broken", Some(text)),
            Self::NothingToWrite => ("error-nothing-to-write", None),
            Self::FileNotText(text) => ("error-file-not-text", Some(text)),
            Self::NoMeetingInText => ("error-no-meeting-in-text", None),
            Self::ImportRefused(reason) => ("error-import-refused", Some(reason)),
            Self::ImportCancelled => ("error-import-cancelled", None),
            Self::Document => ("error-document", None),
            Self::NoWindow => ("error-no-window", None),
            Self::NoDisplay => ("error-no-display", None),
            Self::MissingPackage(text) => ("error-missing-package", Some(text)),
            Self::Usage(text) => ("error-usage", Some(text)),
            Self::Internal => ("error-internal", None),
        }
    }
}

impl std::fmt::Display for Error {
    /// For logs only; people get [`Error::message`].
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}: {}", self.kind, self.details)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::{Error, ErrorKind};
    use crate::arabic::Digits;
    use crate::strings::{Language, Tr};

    /// One of every kind; a new kind does not compile until it stands here.
    fn all() -> Vec<ErrorKind> {
        use ErrorKind::*;
        let text = || "س".to_owned();
        let all = vec![
            StoreInUse,
            StoreNewer,
            StoreForeign,
            StoreCorrupt,
            StoreUnsound,
            StoreEmpty,
            StoreReadOnly,
            DiskFull,
            Disk,
            Stale,
            NotFound,
            MinutesApproved,
            MinutesSigned,
            AddendumApproved,
            MinutesAltered(text()),
            MinutesUnverified(text()),
            MoveRefused,
            HeldAhead,
            ReasonMissing,
            MissingFirst(text()),
            FieldTooLong(text()),
            FieldRefused(text()),
            EndsTooEarly(text()),
            NumberTaken(text()),
            NotAlike,
            NothingToUndo,
            DateUnreadable(text()),
            DateImpossible(text()),
            DateOutOfRange(text()),
            NoSuchMeeting(text()),
            NoNextMeeting,
            SeveralMeetings(text()),
            NotInvited(text()),
            NoSuchRecord(text()),
            SeveralRecords(text()),
            PeriodReversed,
            FileUnwritable(text()),
            FileUnreadable(text()),
            FileTooLarge(text()),
            FileEmpty(text()),
            FileIsFolder(text()),
            FileGone(text()),
            FileChanging(text()),
            NoRoom(text()),
            FileAttached(text()),
            FileMissing(text()),
            FileAltered(text()),
            FileRuns(text()),
            FileUnopened(text()),
            FileNotText(text()),
            NoMeetingInText,
            PressConfidential,
            PressAhead,
            NotPrinted(text()),
            BatchBroken(text()),
            NothingToWrite,
            ImportRefused(text()),
            ImportCancelled,
            Document,
            Usage(text()),
            NoWindow,
            NoDisplay,
            MissingPackage(String::new()),
            Internal,
        ];
        for kind in &all {
            match kind {
                StoreInUse | StoreNewer | StoreForeign | StoreCorrupt | StoreUnsound | StoreEmpty | StoreReadOnly
                | DiskFull | Disk | Stale | NotFound | MinutesApproved | MinutesSigned | AddendumApproved
                | MinutesAltered(_) | MinutesUnverified(_) | MoveRefused | HeldAhead | ReasonMissing
                | MissingFirst(_) | FieldTooLong(_) | FieldRefused(_) | EndsTooEarly(_) | NumberTaken(_) | NotAlike
                | NothingToUndo | DateUnreadable(_) | DateImpossible(_) | DateOutOfRange(_) | NoSuchMeeting(_)
                | NoNextMeeting | SeveralMeetings(_) | NotInvited(_) | NoSuchRecord(_) | SeveralRecords(_)
                | PeriodReversed | FileUnwritable(_) | FileUnreadable(_) | FileTooLarge(_) | FileEmpty(_)
                | FileIsFolder(_) | FileGone(_) | FileChanging(_) | NoRoom(_) | FileAttached(_) | FileMissing(_)
                | FileAltered(_) | FileRuns(_) | FileUnopened(_) | FileNotText(_) | NoMeetingInText
                | PressConfidential | PressAhead | NotPrinted(_) | BatchBroken(_) | NothingToWrite
                | ImportRefused(_) | ImportCancelled | Document | NoWindow | NoDisplay | MissingPackage(_)
                | Usage(_) | Internal => {}
            }
        }
        all
    }

    #[test]
    fn every_kind_says_cause_and_way_out_in_both_languages() {
        for language in [Language::Arabic, Language::English] {
            let tr = Tr::new(language, Digits::Latin);
            for kind in all() {
                let (key, quoted) = kind.key();
                assert!(tr.key_exists(key), "{key} in {language:?}");
                let message = Error::new(kind.clone(), "os error 28").message(&tr);
                assert!(message.contains(' ') && !message.contains("حدث خطأ"), "{message}");
                assert!(quoted.is_none_or(|text| message.contains(text.as_str())), "{message}");
                assert!(!message.contains("os error 28"), "{message}");
            }
        }
    }

    #[test]
    fn only_a_wrong_call_exits_with_two() {
        assert_eq!(Error::new(ErrorKind::Usage(String::new()), "").exit_code(), 2);
        assert_eq!(Error::new(ErrorKind::DiskFull, "").exit_code(), 1);
    }
}
