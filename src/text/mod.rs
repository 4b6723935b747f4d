//! Bidirectional text for egui: right order, right caret, right selection, and screen readers that hear it right.
//!
//! egui joins Arabic letters but does not order them: it has no bidi (UAX #9). This module adds it from outside and
//! knows nothing of the application around it. It has three parts:
//!
//! 1. **The engine** ([`Engine`]): parley shapes, orders and breaks; swash draws glyphs, kept in
//!    egui textures of its own.
//! 2. **The output hook** (`hook`): a plugin that redraws every text of a finished pass that holds right-to-left
//!    letters, in the place that egui measured for it. Buttons, menus, tables, tooltips and plots are right without
//!    being touched. Widgets that paint words themselves measure them by the engine ([`line()`]). When egui gains bidi,
//!    these two are deleted and the rest stays.
//! 3. **Widgets, where caret or hit test matter**: [`EditorView`] over an [`Editor`], [`TextField`], [`Label`]. The
//!    editor has paragraphs with directions of their own, marked ranges, atoms that the caller draws (lines, and words in
//!    a line), sections that stay texts of their own, search, drag and drop, and undo over all of it.
//!
//! Screen readers hear what stands there: editors announce their runs, and the hook writes anew those that egui's own
//! widgets get wrong.
//!
//! [`install`] sets all of it up. The same TTF files stand first in egui's fonts and in the engine, so that what is
//! measured is what is drawn.
//!
//! # Directions
//! A paragraph reads by its first strong letter. One without (empty, "2026") inherits from the paragraph above it,
//! and the first one from the interface ([`set_interface_direction`]). Whoever types can set it otherwise: a mark that
//! stands first in the paragraph, and is its first strong letter ([`Editor::set_direction`]).

mod access;
mod adopted;
mod atlas;
mod bidi;
mod block;
mod cells;
mod editor;
mod engine;
mod focus;
mod fonts;
mod held_focus;
mod hook;
mod kept;
mod key_order;
mod label;
mod ligature;
mod ligature_keys;
mod line;
mod measured;
mod paint;
mod said;
mod scripts;
mod shaper;
mod spoken;
mod tooltip;
mod unheard;

pub use adopted::belongs_to;
pub use bidi::{Direction, Levels, first_strong, has_rtl, levels};
pub use cells::tell_ticks;
pub(crate) use editor::shortcut_key;
pub use editor::{
    Affinity, AtomAt, Caret, EdgeKey, Editor, EditorOutput, EditorView, Fold, Hit, LayoutStyle, Leave, NextHit,
    PlacedRange, RangeKind, RangeLook, RangeUnder, Section, SectionAt, SectionFont, SectionFrame, TextField, TextRange,
    Words, find, tell_steps,
};
pub use engine::{Engine, measure};
pub use focus::{can_take_focus, keep_keys, take_focus};
pub use fonts::{Weight, family};
pub use held_focus::await_focus;
pub use label::Label;
pub use measured::{line, line_within};
pub use said::{give_way, say};
pub use shaper::Style;
pub(crate) use spoken::ARE_VALUES_UNHEARD;
pub use spoken::tell_wrong;
pub use tooltip::{tooltip, tooltip_below, tooltip_unheard};

/// Fonts, engine and output hook for this context. The program, its tests and its examples call this one function.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.add_plugin(hook::Hook::new(engine::Shared::of(ctx)));
    ctx.add_plugin(ligature_keys::LigatureKeys);
    ctx.add_plugin(key_order::KeyOrder::default());
    // the widgets here are selectable where it helps; egui's own selection runs backwards in Arabic
    ctx.all_styles_mut(|style| style.interaction.selectable_labels = false);
}

/// How far the letters of a field or an editor stand inside its edges, in points: half a caret has room there.
pub fn inset(ctx: &egui::Context) -> f32 {
    editor::CARET_ROOM_PX / 2.0 / ctx.pixels_per_point()
}

/// The direction of the interface: what a paragraph without strong letters falls back to. Right to left at first.
pub fn set_interface_direction(ctx: &egui::Context, direction: Direction) {
    ctx.data_mut(|data| data.insert_temp(egui::Id::NULL, Interface(direction)));
}

/// What [`set_interface_direction`] said.
pub fn interface(ctx: &egui::Context) -> Direction {
    ctx.data(|data| data.get_temp(egui::Id::NULL)).map_or(Direction::RightToLeft, |Interface(direction)| direction)
}

/// The direction of the interface, as a context keeps it.
#[derive(Clone, Copy)]
struct Interface(Direction);
