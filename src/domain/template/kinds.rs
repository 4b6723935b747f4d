//! The sorts of paper that have a template of their own, with the sections and the sentences each has.

use super::wording::WordSlot;
use crate::domain::{Entity, MinutesPart};

/// A section of a paper: what a template calls it, and the key of the heading that ships or of the name of what has none.
pub type SectionName = (&'static str, &'static str);

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        /// A sort of paper that has a template.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum TemplateKind { $($(#[$doc])* $name),+ }

        impl TemplateKind {
            /// All of them, as they are offered.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$name),+];

            /// How it is stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The key of its name.
            pub const fn label_key(self) -> &'static str {
                match self { $(Self::$name => concat!("template-kind-", $code)),+ }
            }
        }
    };
}

kinds! {
    /// محضر
    Minutes = "minutes";
    /// محضر ملحق / تصويبي
    Addendum = "addendum";
    /// جدول أعمال
    Agenda = "agenda";
    /// خطاب دعوة
    Invitation = "invitation";
    /// خطاب
    Letter = "letter";
    /// كشف الحضور
    SigningSheet = "signing-sheet";
    /// ملف التحضير
    Preparation = "preparation";
    /// خبر صحفي
    PressItem = "press-item";
    /// ملف جهة
    Profile = "profile";
    /// سجل شراكة
    Partnership = "partnership";
    /// تقرير دوري
    Period = "period";
    /// مصفوفة المستهدفات
    Goals = "goals";
    /// سجل
    Register = "register";
}

impl TemplateKind {
    /// Do others get it, as the office sends it? They have no use for what the office does not know.
    pub const fn is_sent_out(self) -> bool {
        match self {
            Self::Agenda | Self::Invitation | Self::Letter | Self::SigningSheet => true,
            Self::Minutes
            | Self::Addendum
            | Self::Preparation
            | Self::PressItem
            | Self::Profile
            | Self::Partnership
            | Self::Period
            | Self::Goals
            | Self::Register => false,
        }
    }

    /// The papers that such a record has for itself alone.
    pub const fn of_record(entity: Entity) -> &'static [Self] {
        match entity {
            Entity::Meeting => {
                &[Self::Minutes, Self::Agenda, Self::Invitation, Self::SigningSheet, Self::Preparation, Self::PressItem]
            }
            Entity::Organisation => &[Self::Profile],
            Entity::Partnership => &[Self::Partnership],
            Entity::Entry
            | Entity::Person
            | Entity::Alias
            | Entity::Post
            | Entity::Series
            | Entity::Party
            | Entity::AgendaItem
            | Entity::Attendance
            | Entity::Block
            | Entity::Outcome
            | Entity::Regulation
            | Entity::Progress
            | Entity::Link
            | Entity::Document
            | Entity::Reservation
            | Entity::Addendum
            | Entity::Setting => &[],
        }
    }

    /// Does the body's letterhead stand at its head?
    pub const fn has_letterhead(self) -> bool {
        !matches!(self, Self::PressItem)
    }

    /// The sections it can have, in their usual order.
    pub fn sections(self) -> Vec<SectionName> {
        match self {
            Self::Minutes => MinutesPart::ALL
                .into_iter()
                .filter(|part| part.has_place())
                .map(|part| (part.code(), part.heading_key()))
                .collect(),
            Self::Addendum => vec![
                ("facts", "minutes-heading-facts"),
                ("text", "template-section-text"),
                ("approval", "minutes-heading-approval"),
            ],
            Self::Invitation => vec![
                ("letter", "template-section-letter"),
                ("when", "paper-heading-when"),
                ("agenda", "minutes-heading-agenda"),
                ("closing", "template-section-closing"),
            ],
            Self::SigningSheet => vec![("when", "paper-heading-when"), ("list", "template-section-list")],
            Self::Preparation => vec![
                ("when", "paper-heading-when"),
                ("agenda", "minutes-heading-agenda"),
                ("bodies", "paper-heading-bodies"),
            ],
            Self::Agenda => vec![
                ("facts", "minutes-heading-facts"),
                ("purpose", "minutes-heading-purpose"),
                ("goals", "report-goals"),
                ("agenda", "minutes-heading-agenda"),
                ("earlier", "minutes-heading-earlier"),
            ],
            Self::Letter => vec![
                ("addressee", "template-section-addressee"),
                ("greeting", "template-words-greeting"),
                ("text", "template-section-letter"),
                ("closing", "template-section-closing"),
            ],
            Self::Profile => vec![
                ("facts", "report-heading-body"),
                ("licence", "report-heading-licence"),
                ("names", "report-heading-names"),
                ("people", "report-heading-people"),
                ("units", "report-heading-units"),
                ("commitments-theirs", "paper-theirs"),
                ("commitments-ours", "paper-ours"),
                ("partnerships", "report-heading-partnerships"),
                ("meetings", "report-heading-meetings"),
                ("proposals", "report-heading-proposals"),
                ("challenges", "report-heading-challenges"),
                ("documents", "report-heading-documents"),
                ("notes", "field-organisation-notes"),
            ],
            Self::Partnership => vec![
                ("facts", "report-heading-partnership"),
                ("parties", "record-parties"),
                ("purpose", "field-partnership-purpose"),
                ("goals", "minutes-column-goal"),
                ("obligations", "record-obligations"),
                ("team", "report-heading-team"),
                ("term", "report-heading-term"),
                ("progress", "report-heading-progress"),
                ("documents", "report-heading-documents"),
                ("notes", "field-partnership-notes"),
                ("signatures", "report-heading-signatures"),
            ],
            Self::Period => vec![
                ("summary", "report-heading-summary"),
                ("meetings", "report-heading-period-meetings"),
                ("decisions", "report-heading-decisions"),
                ("decisions-list", "report-heading-owed"),
                ("done", "report-heading-done"),
                ("overdue", "report-heading-overdue"),
                ("proposals", "report-heading-proposals"),
                ("challenges", "report-heading-challenges"),
                ("partnerships", "report-heading-partnerships"),
                ("regulations", "minutes-heading-regulations"),
            ],
            Self::Goals => vec![
                ("matrix", "goals-heading-matrix"),
                ("records", "goals-heading-records"),
                ("unserved", "goals-heading-without"),
            ],
            Self::PressItem => vec![("item", "template-section-text")],
            Self::Register => vec![("rows", "template-section-rows")],
        }
    }

    /// May a section have another heading? Not one whose heading says what stands there, such as a body's name, nor one
    /// that stands without a heading.
    pub fn takes_heading(self, section: &str) -> bool {
        match self {
            Self::Minutes => section != MinutesPart::Closing.code(),
            Self::Addendum | Self::Profile | Self::Partnership | Self::Period | Self::Goals => true,
            Self::Agenda => !matches!(section, "facts" | "goals"),
            Self::Invitation => matches!(section, "when" | "agenda"),
            Self::Preparation => section == "agenda",
            Self::Letter | Self::SigningSheet | Self::PressItem | Self::Register => false,
        }
    }

    /// The sentences it has.
    pub fn words(self) -> Vec<WordSlot> {
        let mut slots = vec![WordSlot::title()];
        match self {
            Self::Minutes => {
                slots.push(WordSlot::composed("minutes-opening-own", "minutes-heading-opening"));
                slots.push(WordSlot::composed("minutes-closing-own", "minutes-heading-closing"));
            }
            Self::Invitation => slots.extend([
                WordSlot::sentence("paper-to-everybody", "template-words-everybody"),
                WordSlot::sentence("paper-greeting", "template-words-greeting"),
                WordSlot::sentence("paper-asks-answer", "template-words-answer"),
                WordSlot::sentence("paper-regards", "template-words-regards"),
            ]),
            Self::Letter => slots.extend([
                WordSlot::sentence("paper-greeting", "template-words-greeting"),
                WordSlot::sentence("paper-regards", "template-words-regards"),
            ]),
            // A register is called what its list is called.
            Self::Register => slots.clear(),
            Self::Addendum
            | Self::Agenda
            | Self::SigningSheet
            | Self::Preparation
            | Self::PressItem
            | Self::Profile
            | Self::Partnership
            | Self::Period
            | Self::Goals => {}
        }
        slots
    }
}
