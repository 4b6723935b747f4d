//! A thread that answers one sort of question for as long as somebody asks: it begins with the first question and ends with
//! whoever asks.

use crate::error::{Error, ErrorKind, Result};
use crate::store::{Store, Waker};
use std::sync::mpsc::{Receiver, Sender, channel};

/// A question with the store that it is about: between two of them the thread holds no store open.
pub(super) type Question<Ask> = (Store, Ask);

/// The asking end of the thread.
pub(super) struct AskedThread<Ask, Answer> {
    ends: Option<(Sender<Question<Ask>>, Receiver<Answer>)>,
}

impl<Ask, Answer> Default for AskedThread<Ask, Answer> {
    fn default() -> Self {
        Self { ends: None }
    }
}

impl<Ask: Send + 'static, Answer: Send + 'static> AskedThread<Ask, Answer> {
    /// Asks and returns at once. `work` is the thread's whole life: it is begun with the first question, and anew where it
    /// ended meanwhile; it calls the store's waker when an answer is there.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn ask(
        &mut self,
        name: &'static str,
        (store, ask): (&Store, Ask),
        work: impl FnOnce(&Receiver<Question<Ask>>, &Sender<Answer>, &Waker) + Send + 'static,
    ) -> Result<()> {
        let question = (store.clone(), ask);
        let question = match &self.ends {
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
            name,
            move || {
                work(&incoming, &outgoing, &waker);
                Ok(())
            },
            move |outcome: Result<()>| {
                if let Err(error) = outcome {
                    log::error!("{name} ended: {error}");
                }
            },
        )?;
        questions.send(question).map_err(|error| Error::new(ErrorKind::Internal, error.to_string()))?;
        self.ends = Some((questions, answers));
        Ok(())
    }

    /// The answers that have come since the last call.
    pub fn answers(&self) -> Vec<Answer> {
        self.ends.as_ref().map(|(_, answers)| answers.try_iter().collect()).unwrap_or_default()
    }
}
