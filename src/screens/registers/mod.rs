//! The registers: people, organisations, follow-ups, proposals, challenges, partnerships, regulations. Each a table with a filter, and a form from the declared
//! fields; what surrounds the table is the same in all.

mod declared;
mod frame;
mod organisations;
mod outcomes;
mod people;

pub use declared::DeclaredScreen;
pub use declared::{CHALLENGES, PARTNERSHIPS, REGULATIONS};
pub use organisations::OrganisationsScreen;
pub use outcomes::OutcomesScreen;
pub use people::PeopleScreen;
