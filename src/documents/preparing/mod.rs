//! What is handed out before a meeting: letters of invitation, its agenda, the sheet for signing, the file to prepare oneself
//! with.

mod addressed;
mod agenda;
mod facts;
mod invitation;
mod preparation;
mod signing_sheet;
mod tables;
#[cfg(test)]
mod tests;
mod words;

pub(in crate::documents) use addressed::addressed;
pub use agenda::agenda;
pub use facts::*;
pub use invitation::{about, invitation};
pub use preparation::preparation;
pub use signing_sheet::signing_sheet;
pub(in crate::documents) use tables::{done, owed, owed_under, raised};
pub(in crate::documents) use words::{Reader, Words};
