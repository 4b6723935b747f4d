//! The sorts of paper that have a template of their own, with the sections and the sentences each has.

use super::wording::WordSlot;
use crate::domain::MinutesPart;

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
    /// خطاب دعوة
    Invitation = "invitation";
    /// كشف الحضور
    SigningSheet = "signing-sheet";
    /// ملف التحضير
    Preparation = "preparation";
    /// خبر صحفي
    PressItem = "press-item";
    /// سجل
    Register = "register";
}

impl TemplateKind {
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
            Self::PressItem => vec![("item", "template-section-text")],
            Self::Register => vec![("rows", "template-section-rows")],
        }
    }

    /// May a section have another heading? Not one whose heading says what stands there, such as a body's name, nor one
    /// that stands without a heading.
    pub fn takes_heading(self, section: &str) -> bool {
        match self {
            Self::Minutes => section != MinutesPart::Closing.code(),
            Self::Addendum => true,
            Self::Invitation => matches!(section, "when" | "agenda"),
            Self::Preparation => section == "agenda",
            Self::SigningSheet | Self::PressItem | Self::Register => false,
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
            // A register is called what its list is called.
            Self::Register => slots.clear(),
            Self::Addendum | Self::SigningSheet | Self::Preparation | Self::PressItem => {}
        }
        slots
    }
}
