//! To whom a letter goes, as letters say it: the rank's form with the post, and below it the body.

use super::Addressee;
use super::words::Words;
use crate::documents::minutes::Person;
use crate::domain::Address;
use crate::tr;

/// «سعادة رئيس مجلس الإدارة» and below it the body.
pub(in crate::documents) fn addressed(to: &Addressee, address: Address, words: &Words<'_>) -> Vec<String> {
    let tr = words.tr;
    match to {
        Addressee::Everybody => vec![tr!(tr, "paper-to-everybody")],
        Addressee::Body { name, head: Some(head) } => vec![named(head, address, words), name.clone()],
        Addressee::Body { name, head: None } => vec![tr!(tr, "paper-to-body", body = name.as_str())],
        Addressee::Person(person) => {
            let mut lines = vec![named(person, address, words)];
            // A post says its body often enough.
            let body = person.organisation.trim();
            lines.extend((!body.is_empty() && !person.post.contains(body)).then(|| body.to_owned()));
            lines
        }
    }
}

/// Somebody as letters name them: the rank's form goes with the post.
fn named(person: &Person, address: Address, words: &Words<'_>) -> String {
    if words.tr.is_rtl() {
        return address.written(&tr!(words.tr, "address-rank"), &person.post, person.honorific, &person.name);
    }
    // English has no form of rank that goes with a post; the name comes before it.
    let (name, post) = (words.name(person), person.post.trim());
    if post.is_empty() { name } else { tr!(words.tr, "paper-name-with-post", name = name, post = post) }
}
