//! Pasted texts read while they are being typed: on a thread of its own, which knows the store's names.
//!
//! Only the newest text is read: one that came while another was being read takes the place of those before it.

use super::intake::{gazetteer_of_names, taken};
use crate::calendar::Date;
use crate::error::{Error, ErrorKind, Result};
use crate::intake::{self, Gazetteer, Intake};
use crate::store::query::{KnownNames, KnownNamesView};
use crate::store::{Store, TakenIn, Waker};
use std::sync::mpsc::{Receiver, Sender, channel};

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

/// A question with the store that it is about: between two of them the thread holds no store open.
type Question = (Store, ReadAsk);

/// Who reads. Its thread begins with the first text and ends with this.
#[derive(Default)]
pub struct TextReader {
    thread: Option<(Sender<Question>, Receiver<ReadAnswer>)>,
}

impl TextReader {
    /// Asks and returns at once; the store's waker is called when the answer is there.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn ask(&mut self, store: &Store, ask: ReadAsk) -> Result<()> {
        let question = (store.clone(), ask);
        let question = match &self.thread {
            Some((questions, _)) => match questions.send(question) {
                Ok(()) => return Ok(()),
                Err(failed) => failed.0,
            },
            None => question,
        };
        let (questions, incoming) = channel();
        let (outgoing, answers) = channel();
        let waker = store.waker();
        super::run(
            "text-reader",
            move || {
                work(&incoming, &outgoing, &waker);
                Ok(())
            },
            |outcome: Result<()>| {
                if let Err(error) = outcome {
                    log::error!("the reader of texts ended: {error}");
                }
            },
        )?;
        questions.send(question).map_err(|error| Error::new(ErrorKind::Internal, error.to_string()))?;
        self.thread = Some((questions, answers));
        Ok(())
    }

    /// The answers that have come since the last call.
    pub fn answers(&self) -> Vec<ReadAnswer> {
        self.thread.as_ref().map(|(_, answers)| answers.try_iter().collect()).unwrap_or_default()
    }
}

/// What was known by name last, and the gazetteer made of it: making it takes longer than reading most texts.
#[derive(Default)]
struct Names(Option<(KnownNamesView, Gazetteer)>);

fn work(questions: &Receiver<Question>, answers: &Sender<ReadAnswer>, waker: &Waker) {
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
        let taken = taken(&ask.text, &found, ask.today);
        Ok((found, taken))
    }
}
