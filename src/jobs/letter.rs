//! A letter that was typed: rows of the store for whom it goes to, and the document written.

use super::dress::Dress;
use super::minutes::{keep, known_coordinator};
use super::papers::in_form;
use super::reports::head;
use super::write_whole;
use crate::calendar::Date;
use crate::documents::letter::{LetterFacts, letter};
use crate::documents::minutes::Person;
use crate::documents::preparing::Addressee;
use crate::documents::{Document, named_file};
use crate::domain::{Entity, Honorific, Letter, Naming, Record, Settings, TemplateKind};
use crate::error::Result;
use crate::store::Store;
use crate::store::query::{Cell, RecordPage, RecordView};
use crate::strings::Tr;
use crate::tr;
use std::path::{Path, PathBuf};

/// The letter as a document, and the name of whom it is for.
///
/// # Errors
/// Whom it is for is no more.
pub fn letter_document(
    store: &Store,
    asked: &Letter,
    (settings, tr): (&Settings, &Tr),
    today: Date,
) -> Result<(String, Document)> {
    let view = store.read(RecordPage { record: asked.to })?;
    let name = text(&view, "name");
    let to = if asked.to.entity == Entity::Person {
        Addressee::Person(person(&view))
    } else {
        Addressee::Body { name: name.clone(), head: head_of(store, &view)? }
    };
    let typed = Person {
        name: asked.signatory.trim().to_owned(),
        post: asked.signatory_post.trim().to_owned(),
        ..Person::default()
    };
    let is_typed = !typed.name.is_empty() || !typed.post.is_empty();
    let head = head(settings, store.folder(), today);
    let facts = LetterFacts {
        letterhead: head.letterhead,
        date: asked.date.unwrap_or(today),
        number: asked.number.clone(),
        attachments: asked.attachments.clone(),
        to,
        address: settings.address(Naming::Letter),
        subject: asked.subject.clone(),
        text: asked.text.clone(),
        sender: if is_typed { Some(typed) } else { known_coordinator(store, settings)? },
    };
    let dress = Dress::new(TemplateKind::Letter, settings, store.folder());
    Ok((name, dress.document(tr, |tr| letter(&facts, tr, settings.calendars))))
}

/// Writes the letter to `to`, or under its subject where documents go. Answers the path.
///
/// # Errors
/// As [`letter_document`], and where the file can't be written.
pub fn letter_file(
    store: &Store,
    asked: &Letter,
    (settings, tr): (&Settings, &Tr),
    today: Date,
    to: Option<&Path>,
) -> Result<PathBuf> {
    let (name, document) = letter_document(store, asked, (settings, tr), today)?;
    let bytes = in_form(&document, asked.format)?;
    if let Some(to) = to {
        return write_whole(to, &bytes).map(|()| to.to_owned());
    }
    let about = (asked.number.as_str(), asked.subject.as_str());
    let date = asked.date.or(Some(today));
    let name = named_file(&tr!(tr, "letter-title"), about, &name, date, asked.format.extension());
    keep(store, settings, &name, &bytes, None)
}

fn held<'v>(view: &'v RecordView, name: &str) -> Option<&'v Cell> {
    view.cells.iter().find(|(field, _)| *field == name).map(|(_, cell)| cell)
}

fn text(view: &RecordView, name: &str) -> String {
    held(view, name).map(|cell| cell.text().to_owned()).unwrap_or_default()
}

/// Somebody with the post they hold.
fn person(view: &RecordView) -> Person {
    Person {
        honorific: Honorific::from_code(&text(view, "honorific")),
        gender: None,
        name: text(view, "name"),
        post: text(view, "post"),
        organisation: held(view, "organisation").map(|cell| cell.name.clone()).unwrap_or_default(),
    }
}

/// Who leads a body, else who speaks for it.
fn head_of(store: &Store, body: &RecordView) -> Result<Option<Person>> {
    let head = ["chair", "director", "contact"].into_iter().find_map(|name| held(body, name)?.number());
    let Some(id) = head else { return Ok(None) };
    let view = store.read(RecordPage { record: Record { entity: Entity::Person, id } })?;
    Ok(Some(person(&view)).filter(|_| !view.is_deleted))
}
