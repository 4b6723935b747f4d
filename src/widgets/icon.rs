//! Icons as strokes on a 16-point grid: no glyph can be missing, and those that point are mirrored with the interface.
//!
//! An icon is no control: it has no keyboard of its own and is not heard. What can be pressed is a
//! [`Button::icon_only`](super::Button::icon_only), which has a name.
//!
//! # Example
//! ```no_run
//! use tansiq::widgets::{Icon, UiExt};
//! fn warning_ui(ui: &mut egui::Ui) {
//!     let ink = ui.tokens().ink_weak;
//!     Icon::Warning.show(ui, 16.0, ink);
//! }
//! ```

use super::direction::UiExt;
use egui::{Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, Vec2, pos2, vec2};

/// A small picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// Done, chosen, present.
    Check,
    /// Something new.
    Plus,
    /// Away with it.
    Close,
    /// Find.
    Search,
    /// A list opens below.
    Down,
    /// A list closes.
    Up,
    /// Towards where one came from: right in Arabic.
    Back,
    /// Onwards: left in Arabic.
    Forward,
    /// Further back: a year before.
    FarBack,
    /// Further onwards: a year after.
    FarForward,
    /// Where one can go.
    Menu,
    /// More commands.
    Dots,
    /// A date.
    Calendar,
    /// A time.
    Clock,
    /// Something needs care.
    Warning,
    /// A full round mark.
    Dot,
    /// A round outline.
    Ring,
    /// Take back.
    Undo,
    /// A place for files.
    Folder,
    /// Change.
    Edit,
    /// Into the bin.
    Trash,
    /// A document.
    Document,
    /// A table of figures.
    Sheet,
    /// Slides on a screen.
    Slides,
    /// A picture.
    Picture,
    /// Sound or film.
    Recording,
    /// A file that hangs on something.
    Attach,
    /// For nobody else.
    Lock,
    /// Somebody's own words.
    Quote,
}

type Line = &'static [(f32, f32)];

impl Icon {
    /// Does it point along the line, so that it is mirrored?
    const fn points(self) -> bool {
        matches!(self, Self::Back | Self::Forward | Self::FarBack | Self::FarForward | Self::Undo)
    }

    /// Its strokes, drawn for an interface that runs from left to right.
    const fn lines(self) -> &'static [Line] {
        match self {
            Self::Check => &[&[(3.0, 8.5), (6.5, 12.0), (13.0, 4.5)]],
            Self::Plus => &[&[(8.0, 3.0), (8.0, 13.0)], &[(3.0, 8.0), (13.0, 8.0)]],
            Self::Close => &[&[(4.0, 4.0), (12.0, 12.0)], &[(12.0, 4.0), (4.0, 12.0)]],
            Self::Search => &[&[(10.2, 10.2), (14.0, 14.0)]],
            Self::Down => &[&[(4.0, 6.0), (8.0, 10.0), (12.0, 6.0)]],
            Self::Up => &[&[(4.0, 10.0), (8.0, 6.0), (12.0, 10.0)]],
            Self::Back => &[&[(10.0, 4.0), (6.0, 8.0), (10.0, 12.0)]],
            Self::Forward => &[&[(6.0, 4.0), (10.0, 8.0), (6.0, 12.0)]],
            Self::Menu => &[&[(2.5, 4.0), (13.5, 4.0)], &[(2.5, 8.0), (13.5, 8.0)], &[(2.5, 12.0), (13.5, 12.0)]],
            Self::FarBack => &[&[(8.0, 4.0), (4.0, 8.0), (8.0, 12.0)], &[(12.5, 4.0), (8.5, 8.0), (12.5, 12.0)]],
            Self::FarForward => &[&[(8.0, 4.0), (12.0, 8.0), (8.0, 12.0)], &[(3.5, 4.0), (7.5, 8.0), (3.5, 12.0)]],
            Self::Calendar => &[
                &[(2.5, 3.5), (13.5, 3.5), (13.5, 13.5), (2.5, 13.5), (2.5, 3.5)],
                &[(2.5, 6.5), (13.5, 6.5)],
                &[(5.5, 2.0), (5.5, 4.5)],
                &[(10.5, 2.0), (10.5, 4.5)],
            ],
            Self::Clock => &[&[(8.0, 4.5), (8.0, 8.0), (10.5, 9.5)]],
            Self::Warning => &[
                &[(8.0, 2.5), (14.5, 13.5), (1.5, 13.5), (8.0, 2.5)],
                &[(8.0, 6.5), (8.0, 9.8)],
                &[(8.0, 11.6), (8.0, 12.0)],
            ],
            Self::Undo => &[
                &[(6.0, 3.0), (3.0, 6.0), (6.0, 9.0)],
                &[(3.0, 6.0), (10.0, 6.0), (13.0, 9.0), (10.0, 12.5), (7.0, 12.5)],
            ],
            Self::Folder => {
                &[&[(2.0, 4.0), (6.0, 4.0), (7.5, 5.5), (14.0, 5.5), (14.0, 13.0), (2.0, 13.0), (2.0, 4.0)]]
            }
            Self::Edit => &[&[(3.0, 13.0), (3.5, 10.0), (10.5, 3.0), (13.0, 5.5), (6.0, 12.5), (3.0, 13.0)]],
            Self::Trash => &[
                &[(3.0, 4.5), (13.0, 4.5)],
                &[(6.0, 4.5), (6.0, 2.5), (10.0, 2.5), (10.0, 4.5)],
                &[(4.5, 4.5), (5.0, 13.5), (11.0, 13.5), (11.5, 4.5)],
            ],
            Self::Document => &[
                &[(3.5, 2.0), (9.5, 2.0), (12.5, 5.0), (12.5, 14.0), (3.5, 14.0), (3.5, 2.0)],
                &[(6.0, 7.5), (10.0, 7.5)],
                &[(6.0, 10.5), (10.0, 10.5)],
            ],
            Self::Sheet => &[
                &[(2.5, 3.0), (13.5, 3.0), (13.5, 13.0), (2.5, 13.0), (2.5, 3.0)],
                &[(2.5, 6.5), (13.5, 6.5)],
                &[(2.5, 9.8), (13.5, 9.8)],
                &[(6.5, 3.0), (6.5, 13.0)],
            ],
            Self::Slides => &[
                &[(2.0, 3.0), (14.0, 3.0)],
                &[(3.0, 3.0), (3.0, 10.0), (13.0, 10.0), (13.0, 3.0)],
                &[(8.0, 10.0), (5.0, 14.0)],
                &[(8.0, 10.0), (11.0, 14.0)],
            ],
            Self::Picture => &[
                &[(2.5, 3.0), (13.5, 3.0), (13.5, 13.0), (2.5, 13.0), (2.5, 3.0)],
                &[(2.5, 11.0), (6.0, 7.5), (8.5, 10.0), (10.5, 8.5), (13.5, 11.5)],
            ],
            Self::Recording => &[&[(5.0, 3.5), (12.5, 8.0), (5.0, 12.5), (5.0, 3.5)]],
            Self::Attach => &[&[
                (12.0, 7.0),
                (7.5, 11.8),
                (5.0, 11.8),
                (4.0, 10.0),
                (4.6, 8.4),
                (9.6, 3.2),
                (11.4, 3.0),
                (12.2, 4.6),
                (11.6, 5.8),
                (7.4, 10.0),
            ]],
            Self::Lock => &[
                &[(3.5, 7.0), (12.5, 7.0), (12.5, 13.5), (3.5, 13.5), (3.5, 7.0)],
                &[(5.5, 7.0), (5.5, 4.6), (6.6, 2.8), (9.4, 2.8), (10.5, 4.6), (10.5, 7.0)],
            ],
            Self::Quote => &[
                &[(6.5, 4.0), (4.0, 7.0), (3.0, 8.5), (3.0, 12.0), (6.5, 12.0), (6.5, 8.5), (3.0, 8.5)],
                &[(13.0, 4.0), (10.5, 7.0), (9.5, 8.5), (9.5, 12.0), (13.0, 12.0), (13.0, 8.5), (9.5, 8.5)],
            ],
            Self::Dots | Self::Dot | Self::Ring => &[],
        }
    }

    /// Paints it in a square.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32, is_rtl: bool) {
        let scale = rect.width() / 16.0;
        let stroke = Stroke::new((1.6 * scale).max(1.2), color);
        let place = |&(x, y): &(f32, f32)| -> Pos2 {
            let x = if is_rtl && self.points() { 16.0 - x } else { x };
            rect.min + vec2(x, y) * scale
        };
        for line in self.lines() {
            painter.add(Shape::line(line.iter().map(place).collect(), stroke));
        }
        match self {
            Self::Search => _ = painter.circle_stroke(place(&(7.0, 7.0)), 4.5 * scale, stroke),
            Self::Clock => _ = painter.circle_stroke(place(&(8.0, 8.0)), 6.0 * scale, stroke),
            Self::Dot => _ = painter.circle_filled(place(&(8.0, 8.0)), 3.5 * scale, color),
            Self::Ring => _ = painter.circle_stroke(place(&(8.0, 8.0)), 3.5 * scale, stroke),
            Self::Dots => {
                for x in [3.0, 8.0, 13.0] {
                    painter.circle_filled(place(&(x, 8.0)), 1.4 * scale, color);
                }
            }
            Self::Check
            | Self::Plus
            | Self::Close
            | Self::Down
            | Self::Up
            | Self::Back
            | Self::Forward
            | Self::FarBack
            | Self::FarForward
            | Self::Menu
            | Self::Calendar
            | Self::Warning
            | Self::Undo
            | Self::Folder
            | Self::Edit
            | Self::Trash
            | Self::Document
            | Self::Sheet
            | Self::Slides
            | Self::Picture
            | Self::Recording
            | Self::Attach
            | Self::Lock
            | Self::Quote => {}
        }
    }

    /// Takes room for it and paints it. It has no name of its own: the word beside it says what it means.
    pub fn show(self, ui: &mut Ui, size: f32, color: Color32) -> Response {
        let is_rtl = ui.direction().is_rtl();
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
        self.paint(ui.painter(), rect, color, is_rtl);
        response
    }
}

/// The mark of the program: a green square with round corners.
pub fn logo(ui: &mut Ui, size: f32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    ui.painter().rect_filled(rect, size * 0.27, ui.tokens().accent_stroke);
    let stroke = Stroke::new(size * 0.09, ui.tokens().surface);
    let at = |x: f32, y: f32| pos2(rect.left() + x * size, rect.top() + y * size);
    ui.painter().add(Shape::line(vec![at(0.28, 0.53), at(0.44, 0.68), at(0.73, 0.34)], stroke));
}
