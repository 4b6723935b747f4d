//! The house's widgets and its look. They know text, dates and words, and nothing of the domain.
//!
//! Each widget has an accessible name and role, is reached by Tab in the order it is read, shows its focus and answers to
//! keys. [`direction`] alone knows left from right; [`theme`] alone names colours and sizes.

pub mod button;
pub mod chip;
pub mod combo;
pub mod date_field;
pub mod direction;
pub mod field;
pub mod icon;
pub mod mark;
pub mod menu;
pub mod page;
pub mod paint;
pub mod palette;
pub mod scroll;
pub mod sheet;
pub mod table;
pub mod theme;
pub mod toast;

pub use button::{Button, Rank};
pub use chip::Chip;
pub use combo::{ComboField, ComboOutput, Suggestion};
pub use date_field::{DateContext, DateDraft, TimeDraft};
pub use direction::{Direction, UiExt};
pub use field::{Field, FieldOutput, NumberDraft, prose_field};
pub use icon::Icon;
pub use mark::{avatar, check_box, key_cap, progress_bar};
pub use menu::{MenuEntry, menu_below, pick_list};
pub use page::{KeyHint, empty_state, key_footer, mark_heading, notice_bar, page_heading, section_heading};
pub use paint::Line;
pub use scroll::scroll_vertical;
pub use sheet::{Sheet, SheetOutput, dialog, top_dialog};
pub use table::{Column, RowHead, Table, TableOutput, TableState, Width};
pub use theme::{Density, Look, Metrics, TextSize, Theme, Tokens, Tone, Type};
pub use toast::Toasts;
