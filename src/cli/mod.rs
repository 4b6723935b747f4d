//! The same jobs without a window, in the same binary.

mod arguments;
mod folder;

pub use arguments::{Arguments, Command, ExportDocument, Format, LanguageChoice};
pub use folder::data_folder;
