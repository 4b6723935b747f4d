//! How the minutes of one meeting are laid out: their parts in order, which of them are left out, and where somebody's own
//! words stand in place of the composed ones.
//!
//! Kept with the meeting as one field, so that a change of it is one line of its history and one step of undo. What the
//! words of an agenda item are is kept with the item, and what a meeting is for with the meeting: text and record are one.

use super::{AgendaItemId, PaperTemplate};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)+) => {
        /// A part of the minutes, in the order in which they usually stand.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum MinutesPart { $($(#[$doc])* $name),+ }

        impl MinutesPart {
            /// All of them, in their usual order.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$name),+];

            /// How it is stored, and the end of the key of its heading.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The key of its heading: `minutes-heading-…`.
            pub const fn heading_key(self) -> &'static str {
                match self { $(Self::$name => concat!("minutes-heading-", $code)),+ }
            }
        }
    };
}

parts! {
    /// بيانات الاجتماع
    Facts = "facts";
    /// الهدف من الاجتماع
    Purpose = "purpose";
    /// الحضور
    Attendance = "attendance";
    /// جدول الأعمال
    Agenda = "agenda";
    /// متابعة توصيات الاجتماعات السابقة
    Earlier = "earlier";
    /// The sentence that begins the discussion: it has no place of its own.
    Opening = "opening";
    /// وقائع الاجتماع والمناقشات
    Discussion = "discussion";
    /// مستجدات الأنظمة والتشريعات
    Regulations = "regulations";
    /// المبادرات والمقترحات
    Proposals = "proposals";
    /// القرارات والتوصيات
    Decisions = "decisions";
    /// التكليفات
    Tasks = "tasks";
    /// ما يستجد من أعمال
    Other = "other";
    /// موعد الاجتماع القادم
    Next = "next";
    /// The sentence that ends the minutes.
    Closing = "closing";
    /// الاعتماد والتواقيع
    Approval = "approval";
    /// المرفقات
    Attachments = "attachments";
}

impl MinutesPart {
    /// The part of that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.code() == code)
    }

    /// Has it a place of its own among the parts?
    pub fn has_place(self) -> bool {
        self != Self::Opening
    }

    /// May words of one's own stand in its place? What is a field of the meeting is written there, and neither the facts nor
    /// the signatures are told in words.
    pub const fn takes_words(self) -> bool {
        match self {
            Self::Attendance
            | Self::Agenda
            | Self::Earlier
            | Self::Opening
            | Self::Regulations
            | Self::Proposals
            | Self::Decisions
            | Self::Tasks
            | Self::Next
            | Self::Closing
            | Self::Attachments => true,
            Self::Facts | Self::Purpose | Self::Discussion | Self::Other | Self::Approval => false,
        }
    }
}

/// How the minutes of a meeting are laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MinutesLayout {
    /// The parts with a place, in their order; nothing where they stand as usual.
    order: Vec<MinutesPart>,
    left_out: BTreeSet<MinutesPart>,
    words: BTreeMap<MinutesPart, String>,
    /// When the lines of the notes were begun stands before them.
    has_times: bool,
}

/// A layout as it is stored: codes, so that a newer program's parts do no harm.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    order: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    off: Vec<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    words: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    times: bool,
}

impl MinutesLayout {
    /// Reads a stored layout; what makes no sense is as usual.
    pub fn read(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let stored: Stored = serde_json::from_str(text).unwrap_or_default();
        let known = |codes: &[String]| -> Vec<MinutesPart> {
            codes.iter().filter_map(|code| MinutesPart::from_code(code)).collect()
        };
        let mut layout = Self::default();
        if !stored.order.is_empty() {
            layout.set_order(known(&stored.order));
        }
        layout.left_out = known(&stored.off).into_iter().collect();
        layout.has_times = stored.times;
        for (code, words) in stored.words {
            if let Some(part) = MinutesPart::from_code(&code) {
                layout.set_words(part, &words);
            }
        }
        layout
    }

    /// As it is stored; empty where everything is as usual.
    pub fn stored(&self) -> String {
        if *self == Self::default() {
            return String::new();
        }
        let codes = |parts: &mut dyn Iterator<Item = &MinutesPart>| parts.map(|part| part.code().to_owned()).collect();
        let stored = Stored {
            order: codes(&mut self.order.iter()),
            off: codes(&mut self.left_out.iter()),
            words: self.words.iter().map(|(part, words)| (part.code().to_owned(), words.clone())).collect(),
            times: self.has_times,
        };
        // Plain texts under plain names: nothing here can fail to be written.
        serde_json::to_string(&stored).unwrap_or_default()
    }

    /// The parts with a place, in their order, also those that are left out.
    pub fn parts(&self) -> Vec<MinutesPart> {
        if self.order.is_empty() { usual() } else { self.order.clone() }
    }

    /// The parts that the template of all minutes has, in its order, unless somebody put those of this meeting in another.
    pub fn parts_after(&self, template: &PaperTemplate) -> Vec<MinutesPart> {
        let parts = if self.is_reordered() {
            self.parts()
        } else {
            let codes: Vec<&str> = usual().into_iter().map(MinutesPart::code).collect();
            template.ordered(&codes).into_iter().filter_map(MinutesPart::from_code).collect()
        };
        parts.into_iter().filter(|part| !template.left_out.contains(part.code())).collect()
    }

    /// Is it part of the minutes?
    pub fn has(&self, part: MinutesPart) -> bool {
        !self.left_out.contains(&part)
    }

    /// Leaves a part out, or takes it in again.
    pub fn set_has(&mut self, part: MinutesPart, has: bool) {
        if has {
            self.left_out.remove(&part);
        } else {
            self.left_out.insert(part);
        }
    }

    /// Does the time at which a line of the notes was begun stand before it?
    pub const fn has_times(&self) -> bool {
        self.has_times
    }

    /// Puts the time before each line of the notes, or leaves it out.
    pub const fn set_has_times(&mut self, has: bool) {
        self.has_times = has;
    }

    /// The words that stand in place of a part's composed ones.
    pub fn words(&self, part: MinutesPart) -> Option<&str> {
        self.words.get(&part).map(String::as_str)
    }

    /// Other words in place of the composed ones; none give way to them again.
    pub fn set_words(&mut self, part: MinutesPart, words: &str) {
        if words.trim().is_empty() || !part.takes_words() {
            self.words.remove(&part);
        } else {
            self.words.insert(part, words.to_owned());
        }
    }

    /// Moves a part to a place among the others.
    pub fn move_to(&mut self, part: MinutesPart, place: usize) {
        let mut order = self.parts();
        let Some(from) = order.iter().position(|other| *other == part) else { return };
        order.remove(from);
        order.insert(place.min(order.len()), part);
        self.set_order(order);
    }

    /// Moves a part to a place among those that are shown.
    pub fn move_among(&mut self, part: MinutesPart, place: usize, shown: &[MinutesPart]) {
        let mut order: Vec<MinutesPart> = shown.iter().copied().filter(|other| *other != part).collect();
        order.insert(place.min(order.len()), part);
        self.set_order(order);
    }

    /// The parts stand as usual again; words and what is left out stay.
    pub fn reset_order(&mut self) {
        self.order.clear();
    }

    /// Do the parts stand in another order than usual?
    pub const fn is_reordered(&self) -> bool {
        !self.order.is_empty()
    }

    /// Takes up an order. A part that it does not name stands behind the one that it usually follows.
    fn set_order(&mut self, order: Vec<MinutesPart>) {
        let mut whole: Vec<MinutesPart> = Vec::new();
        for part in order.into_iter().filter(|part| part.has_place()) {
            if !whole.contains(&part) {
                whole.push(part);
            }
        }
        let usual = usual();
        let mut before: Option<MinutesPart> = None;
        for part in usual.iter().copied() {
            if !whole.contains(&part) {
                let place = before.and_then(|before| whole.iter().position(|other| *other == before));
                whole.insert(place.map_or(0, |place| place + 1), part);
            }
            before = Some(part);
        }
        self.order = if whole == usual { Vec::new() } else { whole };
    }
}

/// The parts with a place in their usual order.
fn usual() -> Vec<MinutesPart> {
    MinutesPart::ALL.into_iter().filter(|part| part.has_place()).collect()
}

/// What of a meeting's minutes can be typed, as it stands on the screen: newer, perhaps, than what is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MinutesTexts {
    /// The layout with its words.
    pub layout: MinutesLayout,
    /// What the meeting is for.
    pub purpose: String,
    /// ما يستجد من أعمال
    pub other_business: String,
    /// The words of agenda items that stand in place of their notes.
    pub wordings: BTreeMap<AgendaItemId, String>,
}

/// What the minutes would say by themselves, where words of one's own may stand instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComposedTexts {
    /// Of parts that are told in words; of tables nothing.
    pub parts: BTreeMap<MinutesPart, String>,
    /// Of agenda items, in their order: the notes without what was captured in them.
    pub items: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::MinutesPart::*;
    use super::*;

    #[test]
    fn an_untouched_layout_is_stored_as_nothing() {
        let mut layout = MinutesLayout::default();
        assert_eq!(layout.stored(), "");
        layout.move_to(Tasks, 0);
        layout.set_has(Closing, false);
        layout.set_words(Next, "يحدد لاحقًا");
        assert_ne!(layout.stored(), "");
        layout.move_to(Tasks, 9);
        layout.set_has(Closing, true);
        layout.set_words(Next, " ");
        assert_eq!(layout, MinutesLayout::default(), "what is put back is as if it had never been moved");
    }

    #[test]
    fn a_layout_is_read_as_it_was_stored() {
        let mut layout = MinutesLayout::default();
        layout.move_to(Decisions, 0);
        layout.move_to(Facts, 99);
        layout.set_has(Regulations, false);
        layout.set_words(Opening, "افتتح الاجتماع");
        layout.set_has_times(true);
        assert_eq!(MinutesLayout::read(&layout.stored()), layout);
        let parts = layout.parts();
        assert_eq!((parts.first(), parts.last()), (Some(&Decisions), Some(&Facts)));
        assert!(!layout.has(Regulations) && layout.has(Decisions));
    }

    #[test]
    fn what_another_program_stored_does_no_harm() {
        let check = |text: &str, first: &[MinutesPart]| {
            let parts = MinutesLayout::read(text).parts();
            assert_eq!(parts.get(..first.len()), Some(first), "{text}");
            assert_eq!(parts.len(), MinutesPart::ALL.len() - 1, "no part is lost: {text}");
        };
        check("nonsense", &[Facts, Purpose]);
        check(r#"{"order":["photographs","purpose","purpose","facts"]}"#, &[Purpose, Attendance, Agenda]);
        check(r#"{"order":["tasks","opening"],"off":["maps"],"words":{"facts":"x"}}"#, &[Facts, Purpose]);
        assert_eq!(MinutesLayout::read(r#"{"words":{"facts":"x"}}"#).words(Facts), None, "facts take no words");
    }

    #[test]
    fn a_part_moves_one_place_at_a_time() {
        let mut layout = MinutesLayout::default();
        layout.move_to(Purpose, 0);
        assert_eq!(layout.parts().get(..2), Some(&[Purpose, Facts][..]));
        layout.move_to(Purpose, 1);
        assert!(!layout.is_reordered());
    }
}
