//! The editor's widget as its caller asks for it, and what it answers.

use egui::{Align, Color32, Id, Rect, Response, Role, Ui};
use parley::Alignment;

use super::draw_atoms::{AtomAt, Atoms};
use super::draw_inline::InlineAtoms;
use super::draw_sections::{SectionAt, Sections};
use super::pointer::RangeUnder;
use super::{EdgeKey, Editor, RangeKind, RangeLook};
use crate::text::bidi::Direction;
use crate::text::fonts::Weight;
use crate::text::shaper::Style;

/// On which side the caret wants to leave the text: for views that stand one below the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// Above, or before.
    Start {
        /// By Backspace, with nothing before the caret: the text wants to join the one above.
        backspace: bool,
    },
    /// Below, or after.
    End,
}

/// What a frame of an editor came to.
#[derive(Debug)]
pub struct EditorOutput {
    /// The widget; `changed()` says whether the text did.
    pub response: Response,
    /// The text changed.
    pub changed: bool,
    /// Enter was pressed in a single line.
    pub submitted: bool,
    /// The caret stands at an end and was told to go on.
    pub leave: Option<Leave>,
    /// A key that was pressed at the edge of a section and is the caller's to carry out, and the section's tag.
    pub edge: Option<(u64, EdgeKey)>,
    /// The caret on the screen.
    pub caret_rect: Rect,
    /// How far a single line goes on beyond the widget's left and right edge, in points.
    pub beyond: [f32; 2],
    /// How many `char`s of what was typed, pasted or dropped had no room within the limit.
    pub left_out: usize,
    /// The range below the pointer; of several, the one whose look counts.
    pub hovered: Option<RangeUnder>,
    /// The range that was clicked, with the primary button and without a drag.
    pub clicked: Option<RangeUnder>,
}

/// Shows an [`Editor`] and edits it.
///
/// # Keyboard
/// | keys | what they do |
/// |---|---|
/// | arrows, with Ctrl | by letter as seen, by word as read; Up and Down by line |
/// | Home, End, with Ctrl | to the line's start and end, the text's |
/// | PageUp, PageDown | by what is seen |
/// | the same with Shift | selects |
/// | Ctrl+A | selects all |
/// | Ctrl+C, X, V, middle button | copies, cuts, pastes, pastes the last selection |
/// | Ctrl+Z, Ctrl+Y or Ctrl+Shift+Z | undoes, makes again |
/// | Backspace, Delete, with Ctrl | a letter before or after the caret, a word |
/// | Ctrl with the right or the left Shift | the paragraph reads from the right, or from the left |
/// | Enter | a new line; in a single line it submits; in a section of a single line it goes to the one below |
///
/// On macOS Option takes the place of Ctrl with arrows and deletions, and Command elsewhere.
///
/// # Mouse
/// A second click chooses the word, a third the paragraph, and a drag goes on from there; past the edge of what is seen
/// it scrolls. A drag of what is selected moves it, within the text or to another; with Ctrl it copies.
///
/// # Example
/// ```
/// # egui::__run_test_ui(|ui| {
/// # tansiq::text::install(ui.ctx());
/// use tansiq::text::{Editor, EditorView, RangeKind, RangeLook, TextRange};
///
/// let mention = RangeKind::new(0);
/// let mut note = Editor::new("Ask Huda");
/// note.add_range(0, 4..8, TextRange { kind: mention, tag: 17, grows: false });
/// let look = |_: RangeKind| RangeLook { underline: true, ..RangeLook::default() };
/// let output = EditorView::new(&mut note, egui::Id::unique("note")).label("Notes").ranges(&look).show(ui);
/// if let Some(clicked) = output.clicked {
///     println!("{}", clicked.range.range.tag);
/// }
/// # });
/// ```
///
/// Grows to its content's height; has no frame and no scroll area of its own, and
/// moves the one around it to keep the caret in sight. Make that one with `animated(false)`: egui's animation runs
/// past a place that changes while it runs (<https://github.com/emilk/egui/issues/5289>).
#[must_use = "a view shows nothing until `show` is called"]
pub struct EditorView<'a> {
    pub(super) editor: &'a mut Editor,
    pub(super) id: Id,
    pub(super) label: String,
    pub(super) hint: String,
    pub(super) style: Style,
    pub(super) color: Option<Color32>,
    pub(super) alignment: Alignment,
    pub(super) direction: Option<Direction>,
    pub(super) width: Option<f32>,
    pub(super) min_lines: usize,
    pub(super) role: Option<Role>,
    pub(super) is_single_line: bool,
    pub(super) is_read_only: bool,
    pub(super) char_limit: usize,
    pub(super) look: Option<&'a dyn Fn(RangeKind) -> RangeLook>,
    pub(super) atoms: Atoms<'a>,
    pub(super) inline: InlineAtoms<'a>,
    pub(super) sections: Sections<'a>,
    pub(super) section_names: Option<&'a dyn Fn(u64) -> Option<&'a str>>,
    pub(super) hit_colors: Option<(Color32, Color32)>,
    pub(super) left_out: usize,
    /// Where what is dragged would be dropped.
    pub(super) drop_at: Option<super::Caret>,
}

impl<'a> EditorView<'a> {
    /// `id` is where focus and screen readers find it: the same in every frame.
    pub fn new(editor: &'a mut Editor, id: Id) -> Self {
        Self {
            editor,
            id,
            label: String::new(),
            hint: String::new(),
            style: Style { size: 0.0, ..Style::default() },
            color: None,
            alignment: Alignment::Start,
            direction: None,
            width: None,
            min_lines: 1,
            role: None,
            is_single_line: false,
            is_read_only: false,
            char_limit: usize::MAX,
            look: None,
            atoms: Atoms::default(),
            inline: InlineAtoms::default(),
            sections: Sections::default(),
            section_names: None,
            hit_colors: None,
            left_out: 0,
            drop_at: None,
        }
    }

    /// The name that screen readers and tests know it by.
    pub fn label(mut self, name: impl Into<String>) -> Self {
        self.label = name.into();
        self
    }

    /// What stands there while there is no text.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// In points; the body text's size where none is given.
    pub const fn font_size(mut self, points: f32) -> Self {
        self.style.size = points;
        self
    }

    /// From line to line, in points; the font's own where none is given.
    pub const fn line_height(mut self, points: f32) -> Self {
        self.style.line_height = Some(points);
        self
    }

    /// How heavy.
    pub const fn weight(mut self, weight: Weight) -> Self {
        self.style.weight = weight;
        self
    }

    /// The text's colour; the theme's where none is given.
    pub const fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// Where lines stand: `None` (at first) by each paragraph's direction, `Some` at the left, centre or right.
    pub const fn align(mut self, align: Option<Align>) -> Self {
        self.alignment = match align {
            None => Alignment::Start,
            Some(Align::Min) => Alignment::Left,
            Some(Align::Center) => Alignment::Center,
            Some(Align::Max) => Alignment::Right,
        };
        self
    }

    /// One direction for every paragraph, whatever its letters: for e-mail addresses and the like.
    pub const fn direction(mut self, direction: Option<Direction>) -> Self {
        self.direction = direction;
        self
    }

    /// In points; all that is available where none is given.
    pub const fn width(mut self, points: f32) -> Self {
        self.width = Some(points);
        self
    }

    /// Never breaks a line: it moves sideways to keep the caret in sight. Enter submits.
    pub const fn single_line(mut self, is_single_line: bool) -> Self {
        self.is_single_line = is_single_line;
        self
    }

    /// At least this many lines high.
    pub const fn min_lines(mut self, lines: usize) -> Self {
        self.min_lines = lines;
        self
    }

    /// For reading, selecting and copying only.
    pub const fn read_only(mut self, is_read_only: bool) -> Self {
        self.is_read_only = is_read_only;
        self
    }

    /// The longest text that can be typed, in `char`s. What is pasted is cut to fit, between two letters as one sees
    /// them; [`EditorOutput::left_out`] says how much had no room.
    pub const fn char_limit(mut self, limit: usize) -> Self {
        self.char_limit = limit;
        self
    }

    /// How the [ranges](super::TextRange) of each kind look. They have the text's own look where nobody says otherwise.
    pub const fn ranges(mut self, look: &'a dyn Fn(RangeKind) -> RangeLook) -> Self {
        self.look = Some(look);
        self
    }

    /// Draws the [atoms](Editor::insert_atom): `height`, in points, for the room there is (the rectangle's width), and
    /// then `draw` in it, in a `Ui` of its own. Without this they are shown as their text in a box.
    pub fn atoms(
        mut self,
        height: impl Fn(&AtomAt<'_>) -> f32 + 'a,
        draw: impl FnMut(&mut Ui, &AtomAt<'_>) + 'a,
    ) -> Self {
        self.atoms = Atoms::new(height, draw);
        self
    }

    /// Draws the [inline atoms](Editor::insert_inline_atom): `width`, in points, for each, and then `draw` in the
    /// rectangle that it has on its line, in a `Ui` of its own. Without this they are shown as their text in a box.
    pub fn inline_atoms(
        mut self,
        width: impl Fn(&Ui, &AtomAt<'_>) -> f32 + 'a,
        draw: impl FnMut(&mut Ui, &AtomAt<'_>) + 'a,
    ) -> Self {
        self.inline = InlineAtoms::new(width, draw);
        self
    }

    /// Draws the [sections](Editor::set_sections) that can be seen: `behind` what lies behind a section's letters, and
    /// `draw` what stands in the room around them, in a `Ui` of its own. What is drawn there can be clicked; a press
    /// that no widget takes puts the caret into the nearest line.
    pub fn sections(
        mut self,
        behind: impl Fn(&Ui, &SectionAt) + 'a,
        draw: impl FnMut(&mut Ui, &SectionAt) + 'a,
    ) -> Self {
        self.sections = Sections::new(behind, draw);
        self
    }

    /// What screen readers say before a section's first letter, by its tag: what one sees beside it says it to the eye.
    pub const fn section_names(mut self, name: &'a dyn Fn(u64) -> Option<&'a str>) -> Self {
        self.section_names = Some(name);
        self
    }

    /// What lies behind each place that [`Editor::find`] found, and behind the current one; the theme's warning
    /// colour where none is given.
    pub const fn hit_colors(mut self, each: Color32, current: Color32) -> Self {
        self.hit_colors = Some((each, current));
        self
    }

    /// Another role for screen readers.
    pub(crate) const fn role(mut self, role: Role) -> Self {
        self.role = Some(role);
        self
    }
}
