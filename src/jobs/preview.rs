//! The preview of a document while it is written: the pages of the very document that would be exported, as pictures.
//!
//! One thread, which keeps what does not change between two pictures (fonts, template, what typst remembers, pages that
//! stayed as they were). Only the newest question is answered: one that came while a picture was being made takes the
//! place of those before it.

use super::approved::{Kept, approved};
use super::asked::{AskedThread, Question};
use super::dress::Dress;
use super::minutes::{addendum_document, document, with_texts};
use super::pictures::Pictures;
use crate::documents::pdf::{Picture, Writer};
use crate::documents::{Document, minutes};
use crate::domain::{AddendumId, ComposedTexts, MeetingId, MinutesTexts, Settings, TemplateKind};
use crate::error::{Error, ErrorKind, Result};
use crate::store::query::{AddendumView, AllSettings, GivenLabels, MeetingPage};
use crate::store::{Store, Waker};
use crate::strings::Tr;
use std::ops::Range;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// So long without another question before one is answered: a key is pressed for about as long.
const QUIET: Duration = Duration::from_millis(30);
/// So long a question waits for quiet at most.
const LONGEST: Duration = Duration::from_millis(90);

/// What is to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewAsk {
    /// Names the question in its answer.
    pub ticket: u64,
    /// Whose minutes.
    pub meeting: MeetingId,
    /// What is typed and perhaps not stored yet.
    pub texts: MinutesTexts,
    /// What adds to them is to be shown instead, with its words.
    pub addendum: Option<(AddendumId, String)>,
    /// How large pages are drawn: pixels a typographic point.
    pub pixels_per_point: f32,
    /// The pages that are seen. Others are drawn when their turn comes.
    pub seen: Range<usize>,
}

/// A document's pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// From the first on.
    pub pages: Vec<PreviewPage>,
    /// What the minutes would say by themselves.
    pub composed: ComposedTexts,
}

/// A page of a preview.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewPage {
    /// Its width and its height, in typographic points.
    pub size: [f32; 2],
    /// Names what is on it.
    pub key: u128,
    /// What is on it, where it is seen.
    pub picture: Option<Picture>,
}

/// The answer to a question, or why there is none.
pub struct PreviewAnswer {
    /// Which question.
    pub ticket: u64,
    /// Whose minutes.
    pub meeting: MeetingId,
    /// The pages.
    pub result: Result<Preview>,
}

/// Who makes previews. Its thread begins with the first question and ends with this.
#[derive(Default)]
pub struct Previewer {
    thread: AskedThread<PreviewAsk, PreviewAnswer>,
}

impl Previewer {
    /// Asks and returns at once; the store's waker is called when the answer is there.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn ask(&mut self, store: &Store, ask: PreviewAsk) -> Result<()> {
        self.thread.ask("preview", (store, ask), |questions, answers, waker| {
            Worker::new().work(questions, answers, waker);
        })
    }

    /// The answers that have come since the last call.
    pub fn answers(&self) -> Vec<PreviewAnswer> {
        self.thread.answers()
    }
}

struct Worker {
    writer: Writer,
    pictures: Pictures,
}

impl Worker {
    fn new() -> Self {
        Self { writer: Writer::new(), pictures: Pictures::default() }
    }

    fn work(mut self, questions: &Receiver<Question<PreviewAsk>>, answers: &Sender<PreviewAnswer>, waker: &Waker) {
        while let Some((store, ask)) = newest(questions) {
            let (ticket, meeting) = (ask.ticket, ask.meeting);
            let made = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.answer(&store, &ask)));
            let result =
                made.unwrap_or_else(|_| Err(Error::new(ErrorKind::Document, "the preview ended with a panic")));
            drop(store);
            if answers.send(PreviewAnswer { ticket, meeting, result }).is_err() {
                return;
            }
            waker();
        }
    }

    fn answer(&mut self, store: &Store, ask: &PreviewAsk) -> Result<Preview> {
        let (kept, composed) = told(store, ask)?;
        let pages = match &kept.template {
            Some(template) => Writer::with_template(template).pages(&kept.document)?,
            None => self.writer.pages(&kept.document)?,
        };
        let pages = self.pictures.of(&[pages], ask.pixels_per_point, &ask.seen);
        Ok(Preview { pages, composed })
    }
}

/// What the minutes say: as they were kept, or as they would be kept now.
fn told(store: &Store, ask: &PreviewAsk) -> Result<(Kept, ComposedTexts)> {
    let now = |document: Document| Kept { document, template: None, kept_by: None };
    let view = with_texts(store.read(MeetingPage { id: ask.meeting })?, &ask.texts);
    let settings = Settings::from_rows(&store.read(AllSettings)?);
    let tr = Tr::new(settings.language, settings.digits).relabelled(&store.read(GivenLabels)?);
    let facts = super::minutes::facts(&view, (&settings, &tr), store.folder());
    let words = Dress::new(TemplateKind::Minutes, &settings, store.folder()).words(&tr);
    let composed = minutes::composed(&facts, &words, settings.calendars);
    let addendum = ask.addendum.as_ref().and_then(|(id, text)| {
        let row = view.addenda.iter().find(|row| row.id == *id)?;
        Some(AddendumView { text: text.clone(), ..row.clone() })
    });
    if let Some(row) = addendum {
        let kept = match row.content_hash.as_str() {
            "" => now(addendum_document(&view, &row, &settings, store.folder(), &tr)),
            hash => approved(store, hash, &row.number)?,
        };
        return Ok((kept, composed));
    }
    let kept = match view.meeting.content_hash.as_str() {
        "" => now(document(&facts, (&tr, &settings), store.folder())),
        hash => approved(store, hash, &view.meeting.minutes_number)?,
    };
    Ok((kept, composed))
}

/// The newest question once it is quiet; nothing when nobody asks any more.
pub(super) fn newest<Ask>(questions: &Receiver<Question<Ask>>) -> Option<Question<Ask>> {
    let mut question = questions.recv().ok()?;
    let since = Instant::now();
    loop {
        let rest = LONGEST.saturating_sub(since.elapsed()).min(QUIET);
        match questions.recv_timeout(rest) {
            Ok(newer) => question = newer,
            Err(RecvTimeoutError::Timeout) => return Some(question),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}
