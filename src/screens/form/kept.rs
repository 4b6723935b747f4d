//! What is typed in an open form, on its way to the store and back: it outlives the form, the program and a crash, until
//! it is saved or given up.
//!
//! Apart from the forms because several kinds of them do it. Two places hold the words: the window, for a form that is
//! opened again soon, and the store, for the next start.

use crate::screens::Cx;
use crate::store::{Draft, Store};
use egui::{Context, Id};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::time::Duration;

/// The words that wait for their forms, by the forms' names.
#[derive(Clone, Default)]
struct Waiting(BTreeMap<String, String>);

fn id() -> Id {
    Id::unique("forms-that-wait")
}

/// Puts there what an earlier run of the program has left.
pub fn recall(ctx: &Context, kept: BTreeMap<String, String>) {
    ctx.data_mut(|data| data.insert_temp(id(), Waiting(kept)));
}

/// What waits for the form of that name waits no longer: it was done with elsewhere.
pub fn let_go(ctx: &Context, store: &Store, name: &str) {
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Waiting>(id()).0.remove(name));
    store.keep_form(name, None);
}

/// Lets words wait for the form of that name.
pub fn put(ctx: &Context, name: &str, words: &impl Serialize) {
    match serde_json::to_string(words) {
        Ok(words) => ctx.data_mut(|data| {
            data.get_temp_mut_or_default::<Waiting>(id()).0.insert(name.to_owned(), words);
        }),
        Err(error) => log::warn!("what stands in the form {name} does not wait: {error}"),
    }
}

/// The open form's side of it.
pub struct KeptForm {
    store: Store,
    /// The same for the same form at the next start.
    name: String,
    draft: Draft,
    /// The store may hold words under that name.
    is_there: bool,
}

impl KeptForm {
    /// Of the form of that name.
    pub fn new(name: String, cx: &Cx<'_>) -> Self {
        Self { store: cx.store.clone(), name, draft: Draft::new("", 0), is_there: false }
    }

    /// What waits for the form, which waits no longer. What makes no sense to this program is as if it were not there.
    pub fn take<T: DeserializeOwned>(&mut self, ctx: &Context) -> Option<T> {
        let words = ctx.data_mut(|data| data.get_temp_mut_or_default::<Waiting>(id()).0.remove(&self.name))?;
        self.is_there = true;
        let made = serde_json::from_str(&words);
        made.inspect_err(|error| log::info!("what waits for {} makes no sense: {error}", self.name)).ok()
    }

    /// This stands in the form now; nothing where it is as it was opened. It is written down after a pause.
    pub fn typed(&mut self, ctx: &Context, words: Option<&impl Serialize>) {
        if self.store.is_read_only() {
            return;
        }
        let now_ms = ctx.input(|input| (input.time * 1_000.0) as u64);
        self.note(words, now_ms);
        match self.draft.due_in_ms(now_ms) {
            Some(0) => self.write(),
            Some(wait_ms) => ctx.request_repaint_after(Duration::from_millis(wait_ms)),
            None => {}
        }
    }

    /// The same, written down at once: the form is left, or the program is.
    pub fn write_now(&mut self, words: Option<&impl Serialize>) {
        if !self.store.is_read_only() {
            self.note(words, 0);
            self.write();
        }
    }

    /// It was saved, or given up.
    pub fn forget(&mut self) {
        self.draft.settle(false, "", 0);
        if std::mem::take(&mut self.is_there) {
            self.store.keep_form(&self.name, None);
        }
    }

    fn note(&mut self, words: Option<&impl Serialize>, now_ms: u64) {
        let words = words.map(serde_json::to_string).transpose().unwrap_or_else(|error| {
            log::warn!("what stands in the form {} is not kept: {error}", self.name);
            None
        });
        self.draft.typed(words.as_deref().unwrap_or_default(), now_ms);
    }

    fn write(&mut self) {
        if !self.draft.is_dirty() {
            return;
        }
        let words = self.draft.take().text;
        if words.is_empty() {
            self.forget();
        } else {
            self.is_there = true;
            self.store.keep_form(&self.name, Some(words));
        }
    }
}
