//! The pages of any paper as pictures: for who looks at it before it is written, and for who changes its template.
//!
//! One thread, as with the minutes' own preview; only the newest question is answered.

use super::asked::{AskedThread, Question};
use super::paper::{Subject, made};
use super::pictures::Pictures;
use super::preview::newest;
use super::{PreviewPage, unix_now};
use crate::documents::pdf::Writer;
use crate::domain::Settings;
use crate::error::{Error, ErrorKind, Result};
use crate::store::query::{AllSettings, GivenLabels};
use crate::store::{Store, Waker};
use crate::strings::Tr;
use std::ops::Range;
use std::sync::mpsc::{Receiver, Sender};

/// Which pages are to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct PagesAsk {
    /// Names the question in its answer.
    pub ticket: u64,
    /// Of what.
    pub subject: Subject,
    /// How large pages are drawn: pixels a typographic point.
    pub pixels_per_point: f32,
    /// The pages that are seen.
    pub seen: Range<usize>,
    /// Now, in Unix seconds; nothing: the machine's clock.
    pub now: Option<i64>,
}

/// The pages of a paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperPages {
    /// From the first on.
    pub pages: Vec<PreviewPage>,
    /// The sections it has: their keys, and the headings that stand above them.
    pub sections: Vec<(&'static str, String)>,
}

/// The answer to a question, or why there is none.
pub struct PagesAnswer {
    /// Which question.
    pub ticket: u64,
    /// The pages.
    pub result: Result<PaperPages>,
}

/// Who makes them. Its thread begins with the first question and ends with this.
#[derive(Default)]
pub struct PageMaker {
    thread: AskedThread<PagesAsk, PagesAnswer>,
}

impl PageMaker {
    /// Asks and returns at once; the store's waker is called when the answer is there.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn ask(&mut self, store: &Store, ask: PagesAsk) -> Result<()> {
        self.thread.ask("paper-pages", (store, ask), work)
    }

    /// The answers that have come since the last call.
    pub fn answers(&self) -> Vec<PagesAnswer> {
        self.thread.answers()
    }
}

fn work(questions: &Receiver<Question<PagesAsk>>, answers: &Sender<PagesAnswer>, waker: &Waker) {
    let writer = Writer::new();
    let mut pictures = Pictures::default();
    while let Some((store, ask)) = newest(questions) {
        let answered = std::panic::AssertUnwindSafe(|| answer(&store, &ask, &writer, &mut pictures));
        let result = std::panic::catch_unwind(answered);
        let result = result.unwrap_or_else(|_| Err(Error::new(ErrorKind::Document, "the pages ended with a panic")));
        drop(store);
        if answers.send(PagesAnswer { ticket: ask.ticket, result }).is_err() {
            return;
        }
        waker();
    }
}

fn answer(store: &Store, ask: &PagesAsk, writer: &Writer, pictures: &mut Pictures) -> Result<PaperPages> {
    let settings = Settings::from_rows(&store.read(AllSettings)?);
    let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
    let made = made(store, &ask.subject, (&settings, &tr), ask.now.unwrap_or_else(unix_now))?;
    let pages = made.pages(writer)?;
    Ok(PaperPages { pages: pictures.of(&pages, ask.pixels_per_point, &ask.seen), sections: made.sections() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{PaperLanguage, PaperTemplate, PaperTemplates, TemplateKind};
    use std::sync::Arc;
    use std::sync::mpsc::channel;
    use std::time::Instant;

    #[test]
    fn the_pages_of_a_template_come_soon_after_its_last_key() {
        let place = tempfile::tempdir().expect("a folder");
        let (told, hears) = channel();
        let told = std::sync::Mutex::new(told);
        let waker: Waker = Arc::new(move || told.lock().expect("alone").send(()).unwrap_or_default());
        let store = Store::open(place.path(), waker).expect("a store");
        crate::store::sample::demo(&store, crate::calendar::Date::today()).expect("a meeting");
        while hears.try_recv().is_ok() {}
        let mut maker = PageMaker::default();
        let mut papers = PaperTemplates::default();
        let mut took = Vec::new();
        for ticket in 1..=4 {
            let language = Some(if ticket > 2 { PaperLanguage::Both } else { PaperLanguage::AsProgram });
            let text_size = Some(100 + ticket as u16);
            papers.set(None, PaperTemplate { language, text_size, ..PaperTemplate::default() });
            let subject = Subject::Sample(TemplateKind::Minutes, Box::new(papers.clone()));
            let begun = Instant::now();
            maker
                .ask(&store, PagesAsk { ticket, subject, pixels_per_point: 1.0, seen: 0..2, now: None })
                .expect("a thread");
            let answer = loop {
                hears.recv().expect("an answer");
                if let Some(answer) = maker.answers().pop() {
                    break answer;
                }
            };
            took.push(begun.elapsed());
            let made = answer.result.expect("pages");
            assert!(made.pages.first().is_some_and(|page| page.picture.is_some()), "the first page is drawn");
            assert!(made.sections.iter().any(|(key, _)| *key == "attendance"));
        }
        // Unoptimised and on a busy machine; what ships takes a fraction of it.
        assert!(took.iter().skip(1).all(|took| took.as_secs() < 5), "{took:?}");
        eprintln!("{took:?}");
    }
}
