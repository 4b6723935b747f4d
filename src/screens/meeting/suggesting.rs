//! What opens at the caret behind «/», «@» and «#», and what becomes of a choice.
//!
//! Who takes part is offered at once; the directory's answer joins them when it comes, and typing waits for neither.

use super::line_kind::LineKind;
use super::notes::{Tag, Writing};
use super::trigger::{Sign, Trigger, trigger};
use crate::domain::assignment::names_a_body;
use crate::domain::{BlockId, Entity, EntryList, Honorific, LinkKind, MeetingId, Record, Value, initials};
use crate::screens::Cx;
use crate::store::query::{MeetingView, Mentionable, Named, Names};
use crate::store::{Changes, Edit, Live, Reply, Ticket};
use crate::text::Editor;
use crate::tr;
use crate::widgets::{InlineChoice, InlineList, InlineListState, Suggestion};
use egui::{Event, Id, Rect, Ui};

/// Where a sign stands, for as long as the text before it stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    tag: Tag,
    paragraph: usize,
    start: usize,
}

/// What the words at the caret belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// What is named is seen from this record too: an outcome, or the meeting.
    Record(Record),
    /// Nobody is to find who is named: nothing is tied.
    Private,
    /// Somebody's own words: the first one named is who said it.
    Quote { block: Option<BlockId>, has_speaker: bool, meeting: Record },
}

/// Something that may be chosen.
#[derive(Clone, Debug, PartialEq)]
enum Offer {
    Kind(LineKind),
    Named(Named),
}

/// A list that is open.
struct Open {
    place: Place,
    trigger: Trigger,
    offers: Vec<Offer>,
    words: Vec<Suggestion>,
    state: InlineListState,
}

/// Where a list hangs.
#[derive(Clone, Copy)]
pub(super) struct At {
    /// The text that has it.
    pub widget: Id,
    /// The caret on the screen.
    pub caret: Rect,
    /// Does the text have the focus?
    pub has_focus: bool,
}

/// What the notes are to do.
pub(super) enum Chosen {
    /// Nothing yet.
    Nothing,
    /// The line is set apart as this; the sign and what followed it are gone.
    Kind(LineKind),
    /// Somebody was named, in the section that the caret stands in.
    Named(Named),
    /// Who says what stands in the section; the sign and the name are gone.
    Speaker(Named),
}

/// The lists of one meeting's notes.
#[derive(Default)]
pub(super) struct Suggesting {
    open: Option<Open>,
    /// Left with Esc, or done with: it does not open again.
    closed: Option<Place>,
    /// The text as it was seen last, and whose: a list opens for what is typed, not for a caret that comes by.
    seen: Option<(Tag, u64)>,
    /// Where the caret stood behind the blank that a chosen name brought with it.
    spaced: Option<(usize, usize)>,
    people: Live<Names>,
    bodies: Live<Names>,
    records: Live<Mentionable>,
    tags: Live<Names>,
    /// What was made from here, on its way to the store, and what it is to be tied to.
    births: Vec<(Ticket, Source)>,
    /// Made, and to be tied to what stands first.
    made: Vec<(Source, Record)>,
}

impl Suggesting {
    /// Tells the lists what an edit touched.
    pub(super) const fn note(&mut self, changes: Changes) {
        self.people.note(changes);
        self.bodies.note(changes);
        self.records.note(changes);
        self.tags.note(changes);
    }

    /// What was made is there: it is tied to where it was named with the next frame.
    pub(super) fn on_reply(&mut self, reply: &Reply) {
        let Some(at) = self.births.iter().position(|(ticket, _)| *ticket == reply.ticket) else { return };
        let (_, source) = self.births.swap_remove(at);
        let made = reply.result.as_ref().ok().and_then(|applied| applied.record);
        self.made.extend(made.map(|made| (source, made)));
    }

    /// Ties what was made since.
    pub(super) fn tie_made(&mut self, cx: &Cx<'_>, view: &MeetingView) {
        for (source, made) in std::mem::take(&mut self.made) {
            match source {
                Source::Quote { block: Some(block), has_speaker: false, .. } if made.entity == Entity::Person => {
                    let values = vec![("speaker", Value::Number(made.id))];
                    cx.store.send(Edit::Set { record: block.record(), values, session: None, based_on: None });
                }
                Source::Record(source) | Source::Quote { meeting: source, .. } => tie(cx, view, source, made),
                Source::Private => {}
            }
        }
    }

    /// Before the text sees the keys: looks where the caret stands and takes the list's own keys.
    pub(super) fn keys(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        view: &MeetingView,
        editor: &mut Editor,
        source: Source,
    ) -> Chosen {
        self.take_blank(ui, editor);
        self.look(cx, view, editor);
        let label = self.label(cx);
        let Some(open) = &mut self.open else { return Chosen::Nothing };
        let chosen = open.with_list(cx, &label, |list, state| list.keys(ui, state));
        if open.state.is_closed() && chosen.is_none() {
            self.closed = Some(open.place);
            self.open = None;
        }
        chosen.map_or(Chosen::Nothing, |chosen| self.choose(cx, view, editor, chosen, source))
    }

    /// Below the caret, after the text was drawn.
    pub(super) fn show(
        &mut self,
        ui: &Ui,
        cx: &Cx<'_>,
        view: &MeetingView,
        editor: &mut Editor,
        at: At,
        source: Source,
    ) -> Chosen {
        let At { widget, caret, has_focus } = at;
        if has_focus {
            self.look(cx, view, editor);
        }
        let label = self.label(cx);
        let Some(open) = &mut self.open else { return Chosen::Nothing };
        let (is_left, chosen) = open.with_list(cx, &label, |list, state| {
            let is_left = !has_focus && !list.is_under_pointer(ui, caret);
            (is_left, if is_left { None } else { list.show(ui, widget, caret, state) })
        });
        if is_left {
            self.open = None;
        }
        chosen.map_or(Chosen::Nothing, |chosen| self.choose(cx, view, editor, chosen, source))
    }

    /// A chosen name brings its blank: who types one all the same, as behind every word, means that one.
    fn take_blank(&mut self, ui: &Ui, editor: &Editor) {
        if self.spaced.is_none() || self.spaced != Some(editor.caret()) {
            self.spaced = None;
            return;
        }
        let typed = |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_) | Event::Ime(_));
        ui.input_mut(|input| {
            let Some(at) = input.events.iter().position(typed) else { return };
            self.spaced = None;
            if input.events.get(at) == Some(&Event::Text(" ".to_owned())) {
                input.events.remove(at);
            }
        });
    }

    fn label(&self, cx: &Cx<'_>) -> String {
        match self.open.as_ref().map(|open| open.trigger.sign) {
            Some(Sign::Name) => tr!(cx.tr, "suggest-names"),
            Some(Sign::Record) => tr!(cx.tr, "suggest-records"),
            Some(Sign::Kind) | None => tr!(cx.tr, "suggest-kinds"),
        }
    }

    /// Opens, goes on with or closes the list of the sign that the caret stands behind.
    fn look(&mut self, cx: &Cx<'_>, view: &MeetingView, editor: &Editor) {
        let found = editor.caret_in_section().and_then(|(tag, paragraph, byte)| {
            let has_selection = !editor.selected_text().is_empty();
            let trigger = trigger(editor.paragraph(editor.caret().0), byte).filter(|_| !has_selection)?;
            Some((Place { tag, paragraph, start: trigger.start }, trigger))
        });
        let Some((place, trigger)) = found else {
            self.open = None;
            self.closed = self.closed.filter(|place| still_stands(editor, *place));
            self.seen = editor.caret_in_section().map(|(tag, _, _)| (tag, editor.revision()));
            return;
        };
        let seen = (place.tag, editor.revision());
        let is_typed = self.seen.replace(seen).is_some_and(|before| before.0 == seen.0 && before.1 != seen.1);
        if self.open.is_none() && !is_typed {
            self.closed = Some(place);
        }
        if self.closed == Some(place) {
            return;
        }
        self.closed = None;
        let offers = self.offers(cx, view, &trigger);
        if is_named_whole(&offers, &trigger) {
            self.open = None;
            return;
        }
        let is_same = |open: &Open| open.place == place && open.trigger.sign == trigger.sign;
        let state = self.open.take().filter(is_same).map_or_else(InlineListState::new, |open| open.state);
        let words = offers.iter().map(|offer| words_of(cx, offer)).collect();
        self.open = Some(Open { place, trigger, offers, words, state });
    }

    fn offers(&mut self, cx: &Cx<'_>, view: &MeetingView, trigger: &Trigger) -> Vec<Offer> {
        let containing = trigger.typed.trim().to_owned();
        let names = |entity, list| Names { entity, list, containing: containing.clone() };
        let (near, far) = match trigger.sign {
            Sign::Kind => return LineKind::all().map(Offer::Kind).collect(),
            Sign::Name => {
                self.people.get(cx.store, names(Entity::Person, None));
                self.bodies.get(cx.store, names(Entity::Organisation, None));
                (participants(view), [self.people.last(), self.bodies.last()])
            }
            Sign::Record => {
                self.records.get(cx.store, Mentionable { containing: containing.clone() });
                self.tags.get(cx.store, names(Entity::Entry, Some(EntryList::Tag)));
                (records(view), [self.tags.last(), self.records.last()])
            }
        };
        let mut offers: Vec<Named> = near;
        for named in far.into_iter().flatten().flatten() {
            if !offers.iter().any(|known| known.record == named.record) {
                offers.push(named.clone());
            }
        }
        offers.into_iter().map(Offer::Named).collect()
    }

    fn choose(
        &mut self,
        cx: &Cx<'_>,
        view: &MeetingView,
        editor: &mut Editor,
        chosen: InlineChoice,
        source: Source,
    ) -> Chosen {
        let Some(open) = self.open.take() else { return Chosen::Nothing };
        self.closed = Some(open.place);
        let paragraph = editor.caret().0;
        let bytes = open.place.start..editor.caret().1;
        match chosen {
            InlineChoice::Suggestion(index) => match open.offers.into_iter().nth(index) {
                Some(Offer::Kind(kind)) => {
                    editor.replace_range(paragraph, bytes, "", None);
                    Chosen::Kind(kind)
                }
                Some(Offer::Named(named)) if source.lacks_speaker() && named.record.entity == Entity::Person => {
                    editor.replace_range(paragraph, bytes, "", None);
                    Chosen::Speaker(named)
                }
                Some(Offer::Named(named)) => {
                    editor.replace_range(paragraph, bytes, &inserted(&named), None);
                    self.spaced = Some(editor.caret());
                    match source {
                        Source::Record(source) | Source::Quote { meeting: source, .. } => {
                            tie(cx, view, source, named.record);
                        }
                        Source::Private => {}
                    }
                    Chosen::Named(named)
                }
                None => Chosen::Nothing,
            },
            InlineChoice::Create => {
                let name = open.trigger.typed.trim().to_owned();
                let sign = if open.trigger.sign == Sign::Record { '#' } else { '@' };
                let is_speaker = source.lacks_speaker() && sign == '@' && !names_a_body(&name);
                let written = if is_speaker { String::new() } else { format!("{sign}{name} ") };
                editor.replace_range(paragraph, bytes, &written, None);
                let ticket = cx.store.send(created(open.trigger.sign, &name));
                self.births.push((ticket, source));
                Chosen::Nothing
            }
        }
    }
}

impl Open {
    /// Lends the list as it is now, and what is kept of it between frames.
    fn with_list<R>(
        &mut self,
        cx: &Cx<'_>,
        label: &str,
        act: impl FnOnce(&InlineList<'_>, &mut InlineListState) -> R,
    ) -> R {
        let Self { trigger, words, state, .. } = self;
        let create = |typed: &str| create_words(cx, trigger.sign, typed);
        let list = InlineList {
            id: list_id(),
            label,
            suggestions: words,
            create: may_create(trigger).then_some(&create),
            typed: &trigger.typed,
        };
        act(&list, state)
    }
}

/// Does the caret stand in a line whose sign is still there? What was done with it stays done with: words behind it that
/// are taken back, by Backspace or by undo, open nothing, and Enter stays Enter.
fn still_stands(editor: &Editor, place: Place) -> bool {
    let is_its_line =
        editor.caret_in_section().is_some_and(|(tag, line, _)| (tag, line) == (place.tag, place.paragraph));
    let behind = editor.paragraph(editor.caret().0).get(place.start..);
    is_its_line && behind.is_some_and(|behind| behind.starts_with(['/', '@', '#']))
}

fn list_id() -> Id {
    Id::unique("meeting-suggestions")
}

/// A name that is typed to its end and followed by a blank is done with.
fn is_named_whole(offers: &[Offer], trigger: &Trigger) -> bool {
    let typed = crate::arabic::fold(&trigger.typed);
    trigger.typed.ends_with(char::is_whitespace)
        && offers.iter().any(|offer| match offer {
            Offer::Named(named) => typed.trim() == crate::arabic::fold(bare_name(&named.name)),
            Offer::Kind(_) => false,
        })
}

/// Something new is offered for a name, not for a sentence.
fn may_create(trigger: &Trigger) -> bool {
    let words = trigger.typed.split_whitespace().count();
    trigger.sign != Sign::Kind && (1..=4).contains(&words) && !trigger.typed.ends_with(char::is_whitespace)
}

fn create_words(cx: &Cx<'_>, sign: Sign, typed: &str) -> String {
    match sign {
        Sign::Record => tr!(cx.tr, "suggest-new-tag", name = typed),
        Sign::Kind | Sign::Name if names_a_body(typed) => tr!(cx.tr, "suggest-new-body", name = typed),
        Sign::Kind | Sign::Name => tr!(cx.tr, "suggest-new-person", name = typed),
    }
}

fn created(sign: Sign, name: &str) -> Edit {
    match sign {
        Sign::Record => {
            Edit::Add { entity: Entity::Entry, values: vec![("list", EntryList::Tag.into()), ("name", name.into())] }
        }
        Sign::Kind | Sign::Name => {
            let entity = if names_a_body(name) { Entity::Organisation } else { Entity::Person };
            Edit::Add { entity, values: vec![("name", name.into())] }
        }
    }
}

/// What is named is seen from its own page too. Who takes part is tied to the meeting already.
pub(super) fn tie(cx: &Cx<'_>, view: &MeetingView, source: Record, target: Record) {
    let is_meeting = source == view.meeting.id.record();
    if is_meeting && participants(view).iter().any(|named| named.record == target) || source == target {
        return;
    }
    let kind = if target.entity == Entity::Entry { LinkKind::Tagged } else { LinkKind::Related };
    let values = vec![("source", source.into()), ("kind", kind.into()), ("target", target.into())];
    cx.store.send(Edit::Add { entity: Entity::Link, values });
}

/// As it stands in the text: «@إبراهيم الحفظي »، «#م-104 »، «#جودة الحياة ».
fn inserted(named: &Named) -> String {
    match named.record.entity {
        Entity::Person | Entity::Organisation => format!("@{} ", bare_name(&named.name)),
        Entity::Outcome | Entity::Regulation | Entity::Partnership | Entity::Meeting if !named.detail.is_empty() => {
            format!("#{} ", named.detail)
        }
        Entity::Outcome
        | Entity::Entry
        | Entity::Alias
        | Entity::Post
        | Entity::Series
        | Entity::Meeting
        | Entity::Partnership
        | Entity::Party
        | Entity::AgendaItem
        | Entity::Attendance
        | Entity::Block
        | Entity::Regulation
        | Entity::Progress
        | Entity::Link
        | Entity::Document
        | Entity::Reservation
        | Entity::Addendum
        | Entity::Setting => format!("#{} ", named.name),
    }
}

/// A person's name without the title that lists show before it.
pub(super) fn bare_name(name: &str) -> &str {
    let of = |title: &Honorific| name.strip_prefix(title.short()).and_then(|rest| rest.strip_prefix(' '));
    Honorific::ALL.iter().find_map(of).unwrap_or(name)
}

fn words_of(cx: &Cx<'_>, offer: &Offer) -> Suggestion {
    match offer {
        Offer::Kind(kind) => {
            Suggestion { text: cx.tr.text(kind.label_key(), &[]), detail: kind.keys_name(), ..Suggestion::default() }
        }
        Offer::Named(named) => {
            let is_person = named.record.entity == Entity::Person;
            let letters = if is_person { initials(bare_name(&named.name)) } else { String::new() };
            Suggestion { text: named.name.clone(), detail: detail_of(cx, named), letters, also: named.also.clone() }
        }
    }
}

/// What tells it from its like: of records that are no results of meetings what they are, and the number of each.
fn detail_of(cx: &Cx<'_>, named: &Named) -> String {
    let entity = named.record.entity;
    if !matches!(entity, Entity::Regulation | Entity::Partnership | Entity::Meeting | Entity::Series | Entity::Entry) {
        return named.detail.clone();
    }
    let is_tag = entity == Entity::Entry;
    let what = if is_tag { tr!(cx.tr, "suggest-tag") } else { tr!(cx.tr, &format!("entity-{}", entity.code())) };
    if named.detail.is_empty() { what } else { format!("{what} · {}", cx.tr.code(&named.detail)) }
}

/// Who takes part, people first.
fn participants(view: &MeetingView) -> Vec<Named> {
    let people = view.attendance.iter().filter_map(|line| {
        let person = line.person.as_ref()?;
        let title = person.honorific.map(|title| format!("{} ", title.short())).unwrap_or_default();
        let name = format!("{title}{}", person.name);
        Some(plain(person.id.record(), name, line.organisation.clone(), String::new()))
    });
    let bodies = view
        .parties
        .iter()
        .map(|party| plain(party.organisation.record(), party.name.clone(), String::new(), party.also.clone()));
    people.chain(bodies).collect()
}

/// What came out of the meeting and what is open from earlier ones, the newest first; and what it shows of laws and by-laws.
fn records(view: &MeetingView) -> Vec<Named> {
    let rows = view.outcomes.iter().rev().chain(&view.earlier);
    let rows = rows.map(|row| (row.id.record(), &row.text, &row.number));
    let regulations = view.regulations.iter().map(|row| (row.id.record(), &row.title, &row.number));
    rows.chain(regulations)
        .filter(|(_, _, number)| !number.is_empty())
        .map(|(record, text, number)| plain(record, text.clone(), number.clone(), number.clone()))
        .collect()
}

const fn plain(record: Record, name: String, detail: String, also: String) -> Named {
    Named { record, name, detail, also, is_deleted: false }
}

impl Source {
    /// Is the next one who is named the speaker?
    const fn lacks_speaker(self) -> bool {
        matches!(self, Self::Quote { has_speaker: false, .. })
    }
}

/// What a section's words belong to: an outcome, the meeting, or what they were set apart as.
pub(super) fn source_of(
    writing: Option<&Writing>,
    meeting: MeetingId,
    has_speaker: impl FnOnce(BlockId) -> bool,
) -> Source {
    match writing.and_then(|writing| writing.kind) {
        Some(LineKind::Private) => Source::Private,
        Some(LineKind::Quote) => {
            let block = writing.and_then(|writing| writing.block);
            let is_chosen = writing.is_some_and(|writing| writing.speaker.is_some());
            let has_speaker = is_chosen || block.is_some_and(has_speaker);
            Source::Quote { block, has_speaker, meeting: meeting.record() }
        }
        Some(LineKind::Outcome(_) | LineKind::Regulation) | None => {
            let stored_in = writing.and_then(|writing| writing.stored_in);
            let is_own = |record: &Record| matches!(record.entity, Entity::Outcome | Entity::Regulation);
            let record = stored_in.filter(is_own);
            Source::Record(record.unwrap_or(meeting.record()))
        }
    }
}
