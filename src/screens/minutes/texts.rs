//! What can be typed for the minutes, between the keyboard and the store: the layout with its words, what the meeting is
//! for, other business, and the words of agenda items.

use crate::domain::{AddendumId, AgendaItemId, MeetingId, MinutesLayout, MinutesPart, MinutesTexts, Record, Value};
use crate::screens::Cx;
use crate::store::query::MeetingView;
use crate::store::{Draft, Edit, Reply};
use std::collections::BTreeMap;

/// A text that is stored in a field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// The layout, as it is stored.
    Layout,
    /// What the meeting is for.
    Purpose,
    /// ما يستجد من أعمال
    Other,
    /// The words of an agenda item.
    Item(AgendaItemId),
    /// What adds to the minutes.
    Addendum(AddendumId),
}

impl Place {
    const fn field(self) -> &'static str {
        match self {
            Self::Layout => "layout",
            Self::Purpose => "purpose",
            Self::Other => "other_business",
            Self::Item(_) => "wording",
            Self::Addendum(_) => "text",
        }
    }

    const fn record(self, meeting: MeetingId) -> Record {
        match self {
            Self::Layout | Self::Purpose | Self::Other => meeting.record(),
            Self::Item(item) => item.record(),
            Self::Addendum(addendum) => addendum.record(),
        }
    }
}

/// All of them.
#[derive(Default)]
pub(super) struct Texts {
    drafts: BTreeMap<Place, Draft>,
    /// The layout that its draft holds.
    pub layout: MinutesLayout,
    /// What stands in the field of a part or an item: composed words, or others.
    shown: BTreeMap<Field, String>,
    /// The answer of the store that was taken up last.
    followed: Option<u64>,
    pub now_ms: u64,
}

/// A field for words that stand in place of composed ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Field {
    Part(MinutesPart),
    Item(AgendaItemId),
}

impl Texts {
    /// What has nothing unsaved in it follows the store.
    pub fn follow(&mut self, view: &MeetingView, revision: u64) {
        if self.followed.replace(revision) == Some(revision) {
            return;
        }
        let meeting = &view.meeting;
        let of_meeting = [
            (Place::Layout, meeting.layout.stored(), meeting.version),
            (Place::Purpose, meeting.purpose.clone(), meeting.version),
            (Place::Other, meeting.other_business.clone(), meeting.version),
        ];
        let of_items = view.agenda.iter().map(|item| (Place::Item(item.id), item.wording.clone(), item.version));
        let of_addenda = view.addenda.iter().map(|row| (Place::Addendum(row.id), row.text.clone(), row.version));
        for (place, stored, version) in of_meeting.into_iter().chain(of_items).chain(of_addenda) {
            let draft = self.drafts.entry(place).or_insert_with(|| Draft::new(&stored, version));
            if draft.is_stale() {
                // Whoever types here is looking at this; what they overwrite stays in the history.
                draft.settle(true, &stored, version);
            }
            draft.follow(&stored, version);
            if place == Place::Layout && draft.is_clean() {
                self.layout = MinutesLayout::read(draft.text());
            }
        }
        self.drafts.retain(|place, draft| match place {
            Place::Item(item) => !draft.is_clean() || view.agenda.iter().any(|other| other.id == *item),
            Place::Addendum(id) => !draft.is_clean() || view.addenda.iter().any(|other| other.id == *id),
            Place::Layout | Place::Purpose | Place::Other => true,
        });
    }

    /// A text of the meeting as it stands on the screen.
    pub fn text(&self, place: Place) -> &str {
        self.drafts.get(&place).map_or("", Draft::text)
    }

    /// A text is this now.
    pub fn type_text(&mut self, place: Place, text: &str) {
        let now_ms = self.now_ms;
        if let Some(draft) = self.drafts.get_mut(&place) {
            draft.typed(text, now_ms);
        }
    }

    /// The layout is changed by something else than typing: a step of its own.
    pub fn change_layout(&mut self, change: impl FnOnce(&mut MinutesLayout)) {
        change(&mut self.layout);
        let stored = self.layout.stored();
        if let Some(draft) = self.drafts.get_mut(&Place::Layout) {
            draft.end_session();
            draft.typed(&stored, self.now_ms);
        }
    }

    /// The words in place of composed ones; nothing where there are none.
    pub fn words(&self, field: Field) -> Option<&str> {
        match field {
            Field::Part(part) => self.layout.words(part),
            Field::Item(item) => Some(self.text(Place::Item(item))).filter(|words| !words.trim().is_empty()),
        }
    }

    /// Has any item words in place of its notes?
    pub fn has_item_words(&self) -> bool {
        let is_own = |(place, draft): (&Place, &Draft)| matches!(place, Place::Item(_)) && !draft.text().is_empty();
        self.drafts.iter().any(is_own)
    }

    /// Lends out what stands in a field, to be typed in. Unless someone is typing in it, that is what will be printed.
    pub fn take_shown(&mut self, field: Field, composed: &str, is_typing: bool) -> String {
        let shown = self.shown.remove(&field);
        match shown {
            Some(shown) if is_typing => shown,
            Some(_) | None => self.words(field).unwrap_or(composed).to_owned(),
        }
    }

    /// Takes back what was lent out.
    pub fn put_shown(&mut self, field: Field, shown: String, composed: &str, has_changed: bool) {
        if has_changed {
            let words = if shown == composed { "" } else { shown.as_str() };
            self.set_words(field, words);
        }
        self.shown.insert(field, shown);
    }

    /// Other words in place of the composed ones; none give way to them again.
    pub fn set_words(&mut self, field: Field, words: &str) {
        match field {
            Field::Part(part) => {
                self.layout.set_words(part, words);
                let stored = self.layout.stored();
                self.type_text(Place::Layout, &stored);
            }
            Field::Item(item) => self.type_text(Place::Item(item), if words.trim().is_empty() { "" } else { words }),
        }
    }

    /// The composed words stand again.
    pub fn restore(&mut self, field: Field) {
        let place = if let Field::Item(item) = field { Place::Item(item) } else { Place::Layout };
        if let Some(draft) = self.drafts.get_mut(&place) {
            draft.end_session();
        }
        self.set_words(field, "");
        self.shown.remove(&field);
    }

    /// Everything as it stands on the screen.
    pub fn typed(&self, view: &MeetingView) -> MinutesTexts {
        let wording = |item: AgendaItemId| (item, self.text(Place::Item(item)).to_owned());
        MinutesTexts {
            layout: self.layout.clone(),
            purpose: self.text(Place::Purpose).to_owned(),
            other_business: self.text(Place::Other).to_owned(),
            wordings: view.agenda.iter().map(|item| wording(item.id)).filter(|(_, text)| !text.is_empty()).collect(),
        }
    }

    /// Sends what has been quiet for long enough; answers when to look again.
    pub fn save_due(&mut self, cx: &Cx<'_>, meeting: MeetingId) -> Option<u64> {
        let now_ms = self.now_ms;
        self.save(cx, meeting, |draft| draft.is_due(now_ms));
        self.drafts.values().filter_map(|draft| draft.due_in_ms(now_ms)).min()
    }

    /// Sends all that is not on its way yet.
    pub fn save_all(&mut self, cx: &Cx<'_>, meeting: MeetingId) {
        self.save(cx, meeting, Draft::is_dirty);
        self.drafts.values_mut().for_each(Draft::end_session);
    }

    fn save(&mut self, cx: &Cx<'_>, meeting: MeetingId, is_chosen: impl Fn(&Draft) -> bool) {
        for (place, draft) in self.drafts.iter_mut().filter(|(_, draft)| is_chosen(draft)) {
            let save = draft.take();
            let values = vec![(place.field(), Value::from(save.text.as_str()))];
            let record = place.record(meeting);
            let edit = Edit::Set { record, values, session: Some(save.session), based_on: save.based_on };
            draft.sent(cx.store.send(edit));
        }
    }

    /// What became of an edit.
    pub fn on_reply(&mut self, reply: &Reply) {
        self.drafts.values_mut().for_each(|draft| draft.on_reply(reply));
        // What is stored may be taken up from now on.
        self.followed = None;
    }

    /// What stands nowhere but here.
    pub fn unsent(&self) -> Vec<String> {
        let dirty = self.drafts.iter().filter(|(_, draft)| draft.is_dirty());
        dirty.map(|(_, draft)| draft.text().to_owned()).filter(|text| !text.is_empty()).collect()
    }
}
