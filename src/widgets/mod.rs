//! The house's widgets and its look. They know text, dates and words, and nothing of the domain.
//!
//! Each widget has an accessible name and role, is reached by Tab in the order it is read, shows its focus and answers to
//! keys. [`direction`] alone knows left from right; [`theme`] alone names colours and sizes.

mod arrival;
pub mod board;
pub mod button;
pub mod card;
pub mod chip;
pub mod combo;
mod cut;
pub mod date_field;
pub mod direction;
pub mod email_field;
pub mod field;
mod focus;
pub mod icon;
pub mod inline_list;
pub mod mark;
pub mod menu;
pub mod month;
mod month_picker;
pub mod number_field;
pub mod page;
pub mod pages;
pub mod paint;
pub mod palette;
pub mod phone_field;
mod presses;
pub mod scroll;
pub mod sheet;
pub mod skeleton;
pub mod split;
mod steps;
mod suggestion;
mod suggestions;
mod surround;
pub mod table;
pub mod tabs;
pub mod text_area;
pub mod theme;
pub mod time_field;
pub mod timeline;
pub mod tip;
pub mod toast;
mod token_chips;
pub mod token_field;

pub use arrival::{arrive, arrive_first, greet, is_arriving};
pub use board::{Board, BoardColumn, BoardOutput, BoardState, CardHead, Ends, Moved, ends};
pub use button::{Button, Rank};
pub use card::{Card, card_line, figure_card};
pub use chip::Chip;
pub use combo::{ComboField, ComboOutput, Suggestion};
pub use date_field::{DateContext, DateDraft};
pub use direction::{Direction, UiExt};
pub use email_field::EmailDraft;
pub use field::{Field, FieldOutput};
pub use icon::Icon;
pub use inline_list::{InlineChoice, InlineList, InlineListState};
pub use mark::{avatar, check_box, key_cap, key_caps, progress_bar, progress_busy};
pub use menu::{Chosen, MenuEntry, SearchedMenu, context_menu, menu_below, menu_below_with, pick_list, pick_list_bare};
pub use month::{MonthEvent, MonthOutput, MonthView, MonthViewState};
pub use number_field::{NumberDraft, NumberField};
pub use page::{
    KeyHint, empty_state, key_footer, mark_heading, notice_bar, notice_with_button, page_heading, section_heading,
    tell_list,
};
pub use pages::{PagePicture, PageView, PagesState, PagesWanted, Zoom, pages_ui};
pub use paint::Line;
pub use phone_field::PhoneDraft;
pub use scroll::{is_left_by_escape, scroll_page, scroll_vertical};
pub use sheet::{Sheet, SheetOutput, dialog, top_dialog};
pub use skeleton::Skeleton;
pub use split::{Split, SplitState};
pub use table::{
    Cell, CellEdit, Column, RowHead, Sort, SortedRows, Table, TableLayout, TableOutput, TableState, Width,
};
pub use tabs::{Tab, Tabs};
pub use text_area::{Sought, TextArea};
pub use theme::{Density, Look, Metrics, TextSize, Theme, Tokens, Tone, Type};
pub use time_field::TimeDraft;
pub use timeline::{Timeline, TimelineEntry};
pub use tip::tip;
pub use toast::{Toasts, keep_foot_free};
pub use token_field::{TokenDraft, TokenField, TokenOutput};
