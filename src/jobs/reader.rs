//! Pasted texts read while they are being typed: on a thread of its own, which knows the store's names.
//!
//! Only the newest text is read: one that came while another was being read takes the place of those before it.

use super::asked::{AskedThread, Question};
use super::intake::{gazetteer_of_names, taken};
use crate::calendar::Date;
use crate::error::{Error, ErrorKind, Result};
use crate::intake::{self, Gazetteer, Intake};
use crate::store::query::{KnownNames, KnownNamesView};
use crate::store::{Store, TakenIn, Waker};
use std::sync::mpsc::{Receiver, Sender};

/// A text that is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadAsk {
    /// Names the question in its answer.
    pub ticket: u64,
    /// The text.
    pub text: String,
    /// What relative days count from.
    pub today: Date,
}

/// What a text says.
pub struct ReadAnswer {
    /// Which question.
    pub ticket: u64,
    /// What was found, and the same as the edit that keeps it.
    pub result: Result<(Intake, TakenIn)>,
}

/// Who reads. Its thread begins with the first text and ends with this.
#[derive(Default)]
pub struct TextReader {
    thread: AskedThread<ReadAsk, ReadAnswer>,
}

impl TextReader {
    /// Asks and returns at once; the store's waker is called when the answer is there.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn ask(&mut self, store: &Store, ask: ReadAsk) -> Result<()> {
        self.thread.ask("text-reader", (store, ask), work)
    }

    /// The answers that have come since the last call.
    pub fn answers(&self) -> Vec<ReadAnswer> {
        self.thread.answers()
    }
}

/// What was known by name last, and the gazetteer made of it: making it takes longer than reading most texts.
#[derive(Default)]
struct Names(Option<(KnownNamesView, Gazetteer)>);

fn work(questions: &Receiver<Question<ReadAsk>>, answers: &Sender<ReadAnswer>, waker: &Waker) {
    let mut names = Names::default();
    while let Ok(first) = questions.recv() {
        let (store, ask) = questions.try_iter().last().unwrap_or(first);
        let ticket = ask.ticket;
        let read = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| names.read(&store, &ask)));
        let result = read.unwrap_or_else(|_| Err(Error::new(ErrorKind::Internal, "reading a text ended with a panic")));
        drop(store);
        if answers.send(ReadAnswer { ticket, result }).is_err() {
            return;
        }
        waker();
    }
}

impl Names {
    fn read(&mut self, store: &Store, ask: &ReadAsk) -> Result<(Intake, TakenIn)> {
        let known = store.read(KnownNames)?;
        let kept = self.0.take().filter(|(before, _)| *before == known);
        let (_, gazetteer) = self.0.insert(kept.unwrap_or_else(|| {
            let gazetteer = gazetteer_of_names(known.clone());
            (known, gazetteer)
        }));
        let found = intake::read(&ask.text, gazetteer, ask.today);
        let taken = taken(&ask.text, &found);
        Ok((found, taken))
    }
}
