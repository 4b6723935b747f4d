//! The plain types of municipal–NGO coordination and their rules: no SQL, no window, no clock.
//!
//! Everything that is stored is a [`Record`]: a row of one [`Entity`], with the fields the entity declares in [`fields`].
//! The store, the change log, the forms and the search index all follow from those declarations.

mod codes;
pub mod fields;
mod ids;
pub mod lifecycle;
mod names;
mod settings;

pub use codes::*;
pub use fields::{Entity, Field, FieldKind, FieldValue, Record, Value};
pub use ids::*;
pub use names::{Honorific, initials, person_line};
pub use settings::{DensityChoice, Settings, TextPercent, ThemeChoice};
