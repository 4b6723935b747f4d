//! The plain types of municipal–NGO coordination and their rules: no SQL, no window, no clock.
//!
//! Everything that is stored is a [`Record`]: a row of one [`Entity`], with the fields the entity declares in
//! `declared`. The store, the change log, forms, tables, filters and the search index all follow from those lines.
//!
//! # What was merged, and why
//! The field's own list of what is kept runs to some fifty kinds; these twenty serve all of it.
//!
//! | here | is also | because |
//! |---|---|---|
//! | `outcome` | decision, recommendation, follow-up, proposal, initiative, challenge, opportunity, a partner's obligation | all are raised, numbered, owned, due and moved through statuses; a kind says which fields and moves it has, and one register, board and reminder serves all |
//! | `organisation` | units below a body, the profile of a charity | a unit is a body with a parent; a profile is one to one with its body |
//! | `alias` | former, short and differently spelt names of bodies and people | each is a name that finds whose it is, some for a time |
//! | `person` + `post` | post periods, contacts, consent | the present post stands with the person, where everybody looks; earlier ones are periods |
//! | `party` | host, invited and observing bodies, unnamed groups of them, parties to an agreement | a body's part in something |
//! | `series` | templates | a meeting begins as either says; of a template no meeting is |
//! | `attendance` | people, delegations, deputies, guests | a line of the list; a group has a name and perhaps a count |
//! | `progress` | follow-up updates, moves with their reasons | what happened to a record, when, by whom |
//! | `link` | goals served, tags, where something was raised or shown, what it led to | a meaning between two records, seen from both |
//! | `document` | attachments, evidence, scans, photographs | a file with a record; equal files are kept once |
//! | `reservation` | a member's reservation with its reasons | somebody's words on a decision, printed below it |
//! | `addendum` | addenda and corrections to approved minutes | a paper of its own with its number, review and kept content |
//! | `entry` | regions, governorates, amanat, classes, goals, places, tags, kinds of agreement, changed labels | editable lists differ only in what they list |
//! | `setting` | saved views, numbering, letterhead | a name and a value |

mod agreeing;
pub mod assignment;
mod check;
mod codes;
mod compared;
mod declared;
mod entity;
pub mod fields;
mod further;
mod guessed;
mod ids;
mod imported;
mod known;
mod layout;
pub mod lifecycle;
mod line_times;
pub mod media;
mod names;
pub mod numbering;
mod paper;
mod preparation;
mod presence;
mod report;
mod rule;
mod search_filter;
mod settings;
mod standing;
pub mod template;
mod value;

pub use agreeing::{due_words, status_words};
pub use check::{Refusal, check, is_reversed};
pub use codes::*;
pub use compared::{ComparedRow, MarkedText, MinutesVersion};
pub use entity::{Entity, Record};
pub use fields::{Field, FieldKind, Searched};
pub use further::Further;
pub use guessed::guess_kind;
pub use ids::*;
pub use imported::{ImportTo, Imported, ImportedName, ImportedRef, ImportedRow, says_the_same};
pub use known::{Known, KnownBody, KnownEntry, KnownMeeting, KnownOutcome, KnownPerson};
pub use layout::{ComposedTexts, MinutesLayout, MinutesPart, MinutesTexts};
pub use line_times::LineTimes;
pub use names::{Address, Honorific, Naming, initials, is_female, person_line};
pub use numbering::{Numbered, Scheme};
pub use paper::{Paper, PaperFormat, PaperKind, SheetFormat};
pub use preparation::{preparing_marks, without_preparation};
pub use presence::{Presence, PresenceLine};
pub use report::{Letter, NamedPeriod, Report, ReportAsked, ReportPeriod};
pub use rule::{Beat, LAST, Rule};
pub use search_filter::{Begun, FilterPart, FilterWord, ReadPart, SearchFilter, SearchKind, SearchText, hit_key};
pub use settings::{DensityChoice, Settings, TextPercent, ThemeChoice};
pub use standing::{MEETING_APPROVED, MEETING_STANDING};
pub use template::{DocumentFont, LogoChoice, PaperLanguage, PaperTemplate, PaperTemplates, TemplateKind};
pub use value::{FieldValue, Value};
