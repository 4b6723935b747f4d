//! What a selection looks like: exactly the cells of its letters, in mixed text broken at any width.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use eframe::egui::{self, Color32, Pos2, Rect, Shape, pos2};
use egui_kittest::Harness;
use tansiq::text::{self, Editor, EditorView};

/// What is kept free at both edges for the half of a caret.
const EDGE: f32 = 1.0;
const LINE: f32 = 24.0;
const FILL: Color32 = Color32::KHAKI;
const TEXT: &str = "ناقش المجلس خطة (Private Sector) للربع القادم بنسبة 35% من 1,250 ريال\n\n\
    Meeting with جمعية البر (Al-Ber) at 10:30، ثم حُسِمَ الأمر\nلا بأس";
const WIDTHS: [f32; 10] = [420.0, 360.0, 300.0, 250.0, 210.0, 180.0, 150.0, 120.0, 95.0, 70.0];

/// An editor of a width that changes.
struct Page {
    harness: Harness<'static>,
    note: Rc<RefCell<Editor>>,
    width: Rc<Cell<f32>>,
    origin: Rc<Cell<Pos2>>,
}

impl Page {
    fn new() -> Self {
        let note = Rc::new(RefCell::new(Editor::new(TEXT)));
        let (width, origin) = (Rc::new(Cell::new(0.0)), Rc::new(Cell::new(Pos2::ZERO)));
        let (shown, wide, at) = (note.clone(), width.clone(), origin.clone());
        let mut is_installed = false;
        let harness = Harness::builder().with_size([500.0, 900.0]).build_ui(move |ui| {
            if !is_installed {
                text::install(ui.ctx());
                is_installed = true;
            }
            ui.visuals_mut().selection.bg_fill = FILL;
            let note = &mut *shown.borrow_mut();
            let id = egui::Id::unique("note");
            ui.memory_mut(|memory| memory.request_focus(id));
            let view = EditorView::new(note, id).label("Note").font_size(16.0).line_height(LINE).width(wide.get());
            at.set(view.show(ui).response.rect.min);
        });
        Self { harness, note, width, origin }
    }

    fn show(&mut self, width: f32) {
        self.width.set(width);
        self.harness.run();
    }

    /// The rectangles painted behind what is selected.
    fn painted(&self) -> Vec<Rect> {
        fn collect(shape: &Shape, rects: &mut Vec<Rect>) {
            match shape {
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, rects)),
                Shape::Rect(rect) if rect.fill == FILL => rects.push(rect.rect),
                _ => {}
            }
        }
        let mut rects = Vec::new();
        self.harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut rects));
        rects
    }

    /// The cell of every letter on the screen, with its paragraph and bytes.
    fn cells(&self) -> Vec<(Rect, usize, std::ops::Range<usize>)> {
        let note = self.note.borrow();
        let origin = self.origin.get();
        let mut top = origin.y;
        let mut cells = Vec::new();
        for paragraph in 0..note.paragraph_count() {
            let clusters = note.clusters(paragraph);
            let lines = clusters.last().map_or(1, |(line, ..)| line + 1);
            for (line, left, right, bytes) in clusters {
                let min = pos2(origin.x + EDGE + left, top + line as f32 * LINE);
                let max = pos2(origin.x + EDGE + right, min.y + LINE);
                cells.push((Rect::from_min_max(min, max), paragraph, bytes));
            }
            top += lines as f32 * LINE;
        }
        cells
    }
}

#[test]
fn what_is_painted_as_selected_is_the_cells_of_its_letters_at_any_width() {
    let mut page = Page::new();
    let (mut checked, mut several) = (0, 0);
    for (round, width) in WIDTHS.into_iter().enumerate() {
        page.show(width);
        let cells = page.cells();
        let places: Vec<(usize, usize)> = cells.iter().map(|(_, paragraph, bytes)| (*paragraph, bytes.start)).collect();
        for step in 0..40 {
            // far apart and near, forwards and backwards, other ones at each width
            let anchor = places[(step * 37 + round * 11) % places.len()];
            let caret = places[(step * 53 + round * 17 + 5) % places.len()];
            page.note.borrow_mut().select(anchor, caret);
            page.harness.run();
            let painted = page.painted();
            let (from, to) = (anchor.min(caret), anchor.max(caret));
            let is_selected = |paragraph: usize, byte: usize| from <= (paragraph, byte) && (paragraph, byte) < to;
            let mut expected = 0.0;
            for (cell, paragraph, bytes) in &cells {
                let selected = is_selected(*paragraph, bytes.start);
                expected += if selected { cell.area() } else { 0.0 };
                // each corner of the cell, a little within it: all of it is painted, once, or nothing of it
                for corner in [cell.left_top(), cell.right_top(), cell.left_bottom(), cell.right_bottom()] {
                    let point = corner.lerp(cell.center(), 0.2);
                    let times = painted.iter().filter(|rect| rect.contains(point)).count();
                    assert_eq!(times, usize::from(selected), "{width}: {anchor:?} to {caret:?} at {cell:?}");
                }
            }
            // and a small space for each newline that is selected
            let newlines = to.0 - from.0;
            let space = 16.0 * 0.3 * LINE;
            let area: f32 = painted.iter().map(|rect| rect.area()).sum();
            let newline_area = newlines as f32 * space;
            assert!((area - expected - newline_area).abs() < 1.0, "{width}: {area}, not {expected} + {newline_area}");
            checked += 1;
            several += usize::from(painted.len() > newlines + 1);
        }
    }
    assert_eq!(checked, 400);
    assert!(several > 200, "{several} of them are several rectangles: broken, or of two directions");
}
