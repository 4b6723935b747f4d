//! The way in for many records at once: one transaction on the writer, in the past if need be.

use crate::calendar::{Date, Time};
use crate::domain::{Entity, FieldValue, Record};
use crate::error::Result;
use crate::store::Store;
use crate::store::clock::Moment;
use crate::store::edit::{Edit, Label, SAMPLE_LABEL};
use crate::store::edits::{self, Sessions};
use crate::store::failure::internal;
use crate::store::transaction::{StepKind, Transaction};
use crate::store::writer::Writer;
use std::sync::mpsc::sync_channel;

/// An open transaction to fill.
pub(in crate::store) struct Filler<'a> {
    pub transaction: Transaction<'a>,
    site: i64,
    sessions: Sessions,
}

impl Filler<'_> {
    /// From here on it is that time of that day.
    pub fn at(&mut self, date: Date, time: Time) -> Result<()> {
        self.transaction.set_now(Moment::at(date, time)?);
        Ok(())
    }

    /// Applies an edit as a person would.
    pub fn edit(&mut self, edit: &Edit) -> Result<Option<Record>> {
        Ok(edits::apply(&mut self.transaction, self.site, StepKind::Fill, edit, &self.sessions)?.record)
    }

    /// A new record with what its entity starts with.
    pub fn add(&mut self, entity: Entity, values: Vec<FieldValue>) -> Result<Record> {
        self.edit(&Edit::Add { entity, values })?.ok_or_else(|| internal("nothing was made"))
    }
}

/// Runs `work` in one transaction of the store's writer, and waits.
pub(super) fn fill<T: Send + 'static>(
    store: &Store,
    work: impl FnOnce(&mut Filler<'_>) -> Result<T> + Send + 'static,
) -> Result<T> {
    if let Some(error) = store.inner.refusal() {
        return Err(error);
    }
    let (sender, answer) = sync_channel(1);
    let queue = store.inner.queue.clone();
    store.inner.queue.push_work(Box::new(move |writer| {
        let filled = write(writer, SAMPLE_LABEL, work);
        if filled.is_err() {
            writer.roll_back();
        }
        queue.note_change();
        if sender.send(filled).is_err() {
            log::debug!("nobody waits for the sample any more");
        }
    }));
    answer.recv().map_err(internal)?
}

/// Runs `work` in one transaction; what failed is the caller's to roll back.
pub(in crate::store) fn write<T>(
    writer: &mut Writer,
    label: &'static str,
    work: impl FnOnce(&mut Filler<'_>) -> Result<T>,
) -> Result<T> {
    writer.sql.execute_batch("BEGIN IMMEDIATE")?;
    let (now, site) = (writer.now(), writer.log.site);
    let log = writer.log.clone();
    let mut transaction = Transaction::new(&writer.sql, log, now, Label { key: label, count: 1 }, StepKind::Fill, None);
    transaction.set_composer(writer.composer.as_ref());
    let mut filler = Filler { transaction, site, sessions: Sessions::default() };
    let done = work(&mut filler)?;
    let (log, _changes) = filler.transaction.finish()?;
    writer.sql.execute_batch("COMMIT")?;
    writer.log = log;
    Ok(done)
}
