//! The store's side of kept files: they are taken in on a thread of their own, and copied out to be looked at.

use super::files::{AttachId, Attaching, Coming};
use super::query::DocumentFile;
use super::{EditSession, Store};
use crate::domain::{DocumentId, DocumentKind, Record};
use crate::error::Result;
use std::path::{Path, PathBuf};

impl Store {
    /// Takes a file in for a record, and returns at once: the file is copied on a thread, and the record of it written when
    /// it is whole on disk. How far it is, and why it failed, is in [`Self::attaching`].
    pub fn attach(&self, subject: Record, from: PathBuf) -> AttachId {
        let coming = Coming { subject, path: from, kind: None, session: EditSession::new() };
        self.inner.attacher.add(coming, self.inner.refusal())
    }

    /// The same of a file that is known to be of a kind, whatever its name says.
    pub fn attach_as(&self, kind: DocumentKind, subject: Record, from: PathBuf) -> AttachId {
        let coming = Coming { subject, path: from, kind: Some(kind), session: EditSession::new() };
        self.inner.attacher.add(coming, self.inner.refusal())
    }

    /// Takes in files that came together, such as those of one drop: one step of undo, unless something else is done
    /// while they are on their way.
    pub fn attach_all(&self, subject: Record, from: impl IntoIterator<Item = PathBuf>) {
        let session = EditSession::new();
        for path in from {
            self.inner.attacher.add(Coming { subject, path, kind: None, session }, self.inner.refusal());
        }
    }

    /// The files on their way, and those that could not be taken in.
    pub fn attaching(&self) -> Vec<Attaching> {
        self.inner.attacher.list()
    }

    /// Is a file still being taken in?
    pub fn is_attaching(&self) -> bool {
        self.inner.attacher.is_busy()
    }

    /// Takes a file off that list. A copy under way is called off and leaves nothing behind.
    pub fn dismiss_attaching(&self, id: AttachId) {
        self.inner.attacher.dismiss(id);
    }

    /// Tries one again that could not be taken in.
    pub fn retry_attaching(&self, id: AttachId) {
        self.inner.attacher.retry(id);
    }

    /// Copies a kept file out, checked against its fingerprint. Waits: for jobs.
    ///
    /// # Errors
    /// The kept file is missing or altered, or the place can't be written.
    pub fn copy_out(&self, document: DocumentId, to: &Path) -> Result<()> {
        let file = self.read(DocumentFile { id: document })?;
        self.inner.files.copy_out(&file.hash, &file.file_name, to)
    }

    /// The folder beside a backup that holds the files it refers to, if it refers to any.
    pub fn files_beside(&self, backup: &Path) -> Option<PathBuf> {
        Some(backup.parent()?.join(super::files::FOLDER)).filter(|folder| folder.is_dir())
    }

    /// Where copies are put that people look at; cleared at the next start.
    pub fn opened_folder(&self) -> PathBuf {
        self.inner.files.opened()
    }
}
