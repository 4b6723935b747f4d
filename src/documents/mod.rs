//! Documents: first built as a format-neutral [`Document`], then written as bytes.
//!
//! Apart from everything that could make a document depend on where it is made: data in, bytes out. No store, no file
//! system, no clock, no window. A new document is a builder beside [`minutes`]; a new format is a writer beside [`pdf`]:
//! [`docx`] for who goes on writing, [`text`] for a message, [`html`] for a browser, [`markdown`] for notes,
//! [`calendar_file`] for a calendar. A register is a [`sheet`], from which [`xlsx`] and [`csv_file`] are written. Between
//! the two a document can be put into the form of a template ([`apply`]), and two of it into one ([`both`]).

mod both;
pub mod calendar_file;
mod clean;
mod columns;
mod compare;
pub mod csv_file;
mod direction;
mod document;
pub mod docx;
mod file_name;
mod frozen;
mod gaps;
pub mod html;
mod isolate;
pub mod json_file;
mod kept;
pub mod letter;
mod letters;
pub mod markdown;
pub mod minutes;
mod named;
mod occasion;
mod order;
pub mod pdf;
pub mod preparing;
pub mod press;
pub mod reading;
pub mod reports;
pub mod sheet;
mod template;
pub mod text;
mod texts;
pub mod xlsx;

pub use both::both;
pub use clean::{clean, without_signs};
pub use compare::compare;
pub use document::*;
pub use file_name::{file_name, named_file, safe_file_name};
pub use frozen::{
    ClaimedWriter, Frozen, claimed, claimed_writer, freeze, picture_of, stamp, stamp_as, template_of, thaw, writer_of,
};
pub use gaps::{without_a_word_of_gaps, without_gaps};
pub use isolate::isolate;
pub use kept::{kept_words, with_usual_spaces};
pub use named::named;
pub use occasion::{Occasion, place};
pub use template::{apply, own_words};
