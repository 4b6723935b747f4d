//! What touched a record, day by day; and who changed what of it.

use super::Wish;
use crate::domain::{
    DocumentId, DocumentKind, Entity, Field, FieldKind, FieldValue, OutcomeKind, Record, status_words,
};
use crate::screens::{Ask, Cx, Route, parts, shown};
use crate::store::query::{Became, Cell, ChangeRow, Changed, Event, RecordView};
use crate::text::Weight;
use crate::tr;
use crate::widgets::{Button, Line, Timeline, TimelineEntry, UiExt, empty_state};
use egui::Ui;

/// Everything that touched it, newest first.
pub(super) fn story_ui(ui: &mut Ui, cx: &Cx<'_>, (events, kind): (&[Event], &str), wishes: &mut Vec<Wish>) {
    if events.is_empty() {
        empty_state(ui, &tr!(cx.tr, "record-story-empty"), &tr!(cx.tr, "record-story-empty-about"), None);
        return;
    }
    let kind = OutcomeKind::from_code(kind);
    let abouts: Vec<String> = events.iter().map(|event| about(event, kind, cx)).collect();
    let titles: Vec<String> = events.iter().map(|event| title(event, kind, cx)).collect();
    let entries: Vec<TimelineEntry<'_>> = events
        .iter()
        .zip(titles.iter().zip(&abouts))
        .map(|(event, (title, about))| TimelineEntry {
            key: event.record.key(),
            date: event.shown_on(),
            title,
            about,
            tone: shown::record_tone(event.record, &event.kind),
        })
        .collect();
    let undated = tr!(cx.tr, "record-day-unknown");
    let opened = Timeline::new(&tr!(cx.tr, "record-story"), cx.dates(), &entries).undated(&undated).show(ui);
    let event = opened.and_then(|key| events.iter().find(|event| event.record.key() == key));
    // An update is all told here, and has no page.
    let event = event.filter(|event| event.record.entity != Entity::Progress);
    wishes.extend(event.map(|event| match event.record {
        // What was taken away is where one takes it back from.
        Record { entity: Entity::Document, .. } if event.is_removed => Wish::Ask(Ask::Go(Route::Tidying)),
        Record { entity: Entity::Document, id } => Wish::Ask(Ask::OpenDocument(DocumentId(id))),
        record => Wish::Open(record),
    }));
}

/// What it is called; an update is told by what was done, else by where it led.
fn title(event: &Event, kind: Option<OutcomeKind>, cx: &Cx<'_>) -> String {
    if event.record.entity != Entity::Progress {
        return event.name.clone();
    }
    let said = event.name.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = Some(said).filter(|said| !said.is_empty()).or_else(|| moved_words(event, kind, cx));
    said.unwrap_or_else(|| tr!(cx.tr, "unspecified"))
}

/// Where an update of something of that kind led.
fn moved_words(event: &Event, kind: Option<OutcomeKind>, cx: &Cx<'_>) -> Option<String> {
    let field = Entity::Progress.field("to_status")?;
    let FieldKind::Choice(choices) = field.kind else { return None };
    choices.has(&event.status).then(|| status_words(&choices.label_key(&event.status), kind, cx.tr))
}

/// «مقترح · مب-1448-004 · قيد الدراسة»
fn about(event: &Event, kind: Option<OutcomeKind>, cx: &Cx<'_>) -> String {
    let tr = cx.tr;
    if event.record.entity == Entity::Document {
        let key = if event.is_removed { "record-story-file-removed" } else { "record-story-file-added" };
        let kind = DocumentKind::from_code(&event.kind).filter(|kind| *kind != DocumentKind::Other);
        let kind = kind.map(|kind| tr!(tr, kind.label_key()));
        let file = (!event.detail.is_empty()).then(|| crate::arabic::isolate::isolate_file_name(&event.detail));
        return [Some(tr!(tr, key)), kind, file].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    }
    if event.record.entity == Entity::Progress {
        let moved = moved_words(event, kind, cx).filter(|_| !event.name.trim().is_empty());
        let person = Some(event.detail.clone()).filter(|person| !person.is_empty());
        let parts = [Some(tr!(tr, "entity-progress")), moved, person];
        return parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    }
    let mut parts = vec![shown::kind_words(event.record, &event.kind, tr)];
    if !event.detail.is_empty() {
        parts.push(tr.code(&event.detail));
    }
    if let Some(status) = shown::standing_words(event.record, (&event.kind, &event.status), tr) {
        parts.push(status);
    }
    parts.join(" · ")
}

/// Who changed what, when, from what; each change of a field can be taken back by itself.
pub(super) fn history_ui(ui: &mut Ui, cx: &Cx<'_>, view: &RecordView, changes: &[ChangeRow], wishes: &mut Vec<Wish>) {
    let tr = cx.tr;
    let of_view = (view.record.entity, view.kind.as_str());
    for change in changes {
        let who = if change.author.is_empty() { tr!(tr, "record-somebody") } else { change.author.clone() };
        let age = parts::age(cx.now - change.at_ms / 1000, tr);
        let mut returning = None;
        let mut of = view.record;
        let (what, before) = match &change.what {
            Changed::Made => (tr!(tr, "record-made"), None),
            Changed::Removed => (tr!(tr, "record-was-removed"), None),
            Changed::Restored => (tr!(tr, "record-was-restored"), None),
            Changed::Part { part, name, kind, became, is_gone } => {
                returning = Some(*part).filter(|_| *is_gone && *became == Became::Removed);
                (part_words(*part, name, kind, *became, cx), None)
            }
            Changed::PartField { part, name, kind, is_gone, field, before, after } => {
                let Some(declared) = part.entity.field(field) else { continue };
                of = *part;
                let change = field_words((part.entity, kind), declared, (before, after), cx);
                let name = if name.is_empty() { tr!(tr, "unspecified") } else { name.clone() };
                let what = shown::kind_words(*part, kind, tr);
                let sentence = tr!(tr, "record-part-changed", what = what, name = name, change = change);
                (sentence, given_back(declared, before).filter(|_| !is_gone))
            }
            Changed::Notes { item } if item.is_empty() => (tr!(tr, "record-notes-changed-bare"), None),
            Changed::Notes { item } => (tr!(tr, "record-notes-changed", item = item), None),
            Changed::Field { field, before, after } => {
                let Some(declared) = view.record.entity.field(field) else { continue };
                (field_words(of_view, declared, (before, after), cx), given_back(declared, before))
            }
        };
        ui.row(|ui| {
            ui.column(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(
                    crate::text::Label::new(what.as_str()).size(14.0).line_height(22.0).weight(Weight::Regular).wrap(),
                );
                ui.add(Line::new(&tr!(tr, "record-by", who = who, age = age)).weak(ui));
            });
        });
        if let Some(before) = before.filter(|_| !cx.store.is_read_only())
            && ui.add(Button::quiet(&tr!(tr, "record-restore")).small()).clicked()
        {
            wishes.push(Wish::Restore(of, before));
        }
        if let Some(part) = returning.filter(|_| !cx.store.is_read_only()) {
            let name = tr!(tr, "record-return-what", what = &what);
            if ui.add(Button::quiet(&tr!(tr, "record-return")).small().name(&name)).clicked() {
                wishes.push(Wish::Return(part));
            }
        }
        ui.add_space(ui.metrics().small);
    }
}

/// «الموعد: من … إلى …»
fn field_words((entity, kind): (Entity, &str), field: &Field, (before, after): (&Cell, &Cell), cx: &Cx<'_>) -> String {
    let tr = cx.tr;
    let label = tr!(tr, &shown::field_key(entity, field));
    if field.is_kept && field.kind == FieldKind::Prose {
        // What the program keeps in its own way is not told letter by letter.
        return tr!(tr, "record-changed-only", field = label);
    }
    let words = |cell| shown::words_of(field, cell, kind, cx).unwrap_or_else(|| tr!(tr, "not-given"));
    tr!(tr, "record-changed", field = label, before = words(before), after = words(after))
}

/// What is put back where a change is taken back by itself; what the program keeps, and where something stands, is not.
fn given_back(field: &Field, before: &Cell) -> Option<FieldValue> {
    (!field.is_kept && field.name != "status").then(|| (field.name, before.value.clone()))
}

/// «إضافة اسم آخر: «أمانة الشرقية»»: what belongs to the record, and what became of it.
fn part_words(part: Record, name: &str, kind: &str, became: Became, cx: &Cx<'_>) -> String {
    let tr = cx.tr;
    if part.entity == Entity::Document {
        return match became {
            Became::Added => tr!(tr, "record-file-added", name = name),
            Became::Removed => tr!(tr, "record-file-removed", name = name),
            Became::Restored => tr!(tr, "record-file-restored", name = name),
            // A file stays with what it was attached to.
            Became::Left => String::new(),
        };
    }
    let key = match became {
        Became::Added if part.entity == Entity::Person => "record-person-joined",
        Became::Added => "record-part-added",
        Became::Removed => "record-part-removed",
        Became::Restored => "record-part-restored",
        Became::Left => "record-person-left",
    };
    let what = shown::kind_words(part, kind, tr);
    let name = if name.is_empty() { tr!(tr, "unspecified") } else { name.to_owned() };
    tr!(tr, key, what = what, name = name)
}
