//! Long work, away from the window: papers and their pages, the printer, batches of papers, the logo, copies of kept files. Waits as long as it must.
//!
//! Everything here runs on a thread of its own with a name ([`run`]); the command line calls the same functions and waits.

mod approved;
mod asked;
mod attachments;
mod batch;
mod dress;
mod files;
mod import;
mod intake;
mod letter;
mod logo;
mod minutes;
mod paper;
mod paper_pages;
mod papers;
mod pictures;
mod press;
mod preview;
mod printing;
mod reader;
mod register;
mod reports;
mod sample;
mod titles;
mod versions;

pub use approved::{Verified, compose, open_store, open_store_to_read, verify};
pub use attachments::{copy_to_open, save_copy};
pub use batch::{BatchAsked, BatchDone, BatchWatch, serve as serve_batch, write_batch};
pub use files::{export_folder, free_name, write_whole};
pub use import::{open_list, plan_import, read_list, remember, reported_file, write_import, write_reported};
pub use intake::{TakenAs, gazetteer_of, meeting_like, meeting_of_text, take_in, taken};
pub use letter::{letter_document, letter_file};
pub use logo::{install_logo, logo_of};
pub use minutes::{addendum_pdf, facts, kept_language, minutes_file};
pub use paper::{Copied, Made, Subject, made, write_for_printer, write_subject, write_subject_to};
pub use paper_pages::{PageMaker, PagesAnswer, PagesAsk, PaperPages};
pub use papers::{Written, write_letters, write_papers, written};
pub use press::{HeldBack, held_back, press_document};
pub use preview::{Preview, PreviewAnswer, PreviewAsk, PreviewPage, Previewer};
pub use printing::{Printed, print};
pub use reader::{ReadAnswer, ReadAsk, TextReader};
pub use register::{RegisterAsked, RegisterColumn, all_columns, register_file, write_register};
pub use reports::{report, report_file};
pub use versions::compare_minutes;

use crate::error::{Error, ErrorKind, Result};

/// Now, in Unix seconds.
pub fn unix_now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// Runs `work` on a named thread; `done` hears what became of it, a panic included.
///
/// # Errors
/// The system gives no thread.
pub fn run<T: Send + 'static>(
    name: &str,
    work: impl FnOnce() -> Result<T> + Send + 'static,
    done: impl FnOnce(Result<T>) + Send + 'static,
) -> Result<()> {
    let thread = std::thread::Builder::new().name(name.to_owned());
    let spawned = thread.spawn(move || {
        // A library's fault in a document must not take the window, and what is typed in it, along.
        let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work))
            .unwrap_or_else(|_| Err(Error::new(ErrorKind::Internal, "a job ended with a panic")));
        done(outcome);
    });
    spawned.map(drop).map_err(|error| Error::new(ErrorKind::Internal, error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_job_that_panics_is_an_error_and_nothing_more() {
        let (sender, answer) = channel();
        let work = || -> Result<()> { std::panic::resume_unwind(Box::new("broken")) };
        run("broken", work, move |outcome| sender.send(outcome).expect("somebody waits")).expect("a thread");
        let outcome = answer.recv().expect("an answer");
        assert_eq!(outcome.expect_err("it broke").kind(), &ErrorKind::Internal);
    }
}
