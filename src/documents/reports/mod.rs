//! What tells of the work as it stands: the profile of a body, the record of a partnership, the report of a period, the goals
//! of the Vision and what serves them.

mod facts;
mod goals;
mod partnership;
mod period;
mod profile;
mod shared;
#[cfg(test)]
mod tests;

pub use facts::*;
pub use goals::{goals_report, goals_sheet};
pub use partnership::partnership_record;
pub use period::period_report;
pub use profile::profile;
