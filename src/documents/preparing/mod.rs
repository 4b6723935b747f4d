//! What is handed out before a meeting: letters of invitation, the sheet for signing, the file to prepare oneself with.

mod facts;
mod invitation;
mod preparation;
mod signing_sheet;
#[cfg(test)]
mod tests;
mod words;

pub use facts::*;
pub use invitation::{about, invitation};
pub use preparation::preparation;
pub use signing_sheet::signing_sheet;
