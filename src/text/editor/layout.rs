//! When what is laid out: what has changed, and of a long text first what is seen.
//!
//! A long text is laid out from its top to the end of what one sees, and a batch more in each frame after that, so
//! that it can be read at once. The height of the rest is a guess until then: what lies below may move, what one sees
//! and what lies above it never does. What asks for places anywhere (keys, the mouse) lays out everything first.

use std::sync::atomic::{AtomicBool, Ordering};

use super::chunk::Unfinished;
use super::{Editor, LayoutStyle, Paragraph};
use crate::text::engine::Engine;

/// What one frame lays out beyond what it shows, in bytes: some 7 ms, and all of an ordinary note.
const BATCH: usize = 32_000;

/// Is the layout that of the text?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// The text has changed.
    Stale,
    /// As far down as was asked for.
    Partly,
    Done,
}

/// How far down a text is to be laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Goal {
    depth_px: f32,
    /// One past the last paragraph that has to be among it.
    paragraphs: usize,
    batch: usize,
}

impl Goal {
    /// All of it at once.
    pub(super) const EVERYTHING: Self = Self { depth_px: f32::INFINITY, paragraphs: usize::MAX, batch: usize::MAX };

    /// Is it reached where the first thing to do stands here?
    fn is_reached(&self, paragraph: usize, top_px: f32) -> bool {
        top_px > self.depth_px && paragraph >= self.paragraphs
    }
}

impl Editor {
    /// Shapes and breaks what has changed since the last time: after a key, a line or a paragraph.
    pub fn lay_out(&mut self, engine: &mut Engine, style: &LayoutStyle) {
        self.lay_out_to(engine, style, &Goal::EVERYTHING);
    }

    /// The same down to `depth_px` only, and to the caret where `with_caret` says so; what lies below gets a guessed
    /// height, and its turn when this is called again. `false` while there is more to do.
    pub fn lay_out_down_to(
        &mut self,
        engine: &mut Engine,
        style: &LayoutStyle,
        depth_px: f32,
        with_caret: bool,
    ) -> bool {
        let paragraphs = if with_caret { self.caret.paragraph + 1 } else { 0 };
        self.lay_out_to(engine, style, &Goal { depth_px, paragraphs, batch: BATCH });
        self.progress == Progress::Done
    }

    fn lay_out_to(&mut self, engine: &mut Engine, style: &LayoutStyle, goal: &Goal) {
        let is_new = self.layout.as_ref() != Some(style);
        if !is_new && self.progress == Progress::Done {
            return;
        }
        if let Some(old) = &self.layout
            && (old.style != style.style || old.pixels_per_point != style.pixels_per_point)
        {
            self.paragraphs.iter_mut().for_each(Paragraph::forget_layout);
        }
        if style.width_px.is_none() {
            // Nothing ends its lines: chunks, which stand below each other, would.
            self.paragraphs.iter_mut().for_each(Paragraph::join_all_chunks);
        }
        self.give_rooms(style);
        self.progress = lay_out(&mut self.paragraphs, engine, style, goal);
        self.layout = Some(style.clone());
    }

    /// The height of the whole text, in pixels, as last laid out.
    pub fn height_px(&self) -> f32 {
        self.paragraphs.iter().map(Paragraph::height_px).sum()
    }
}

/// Lays out what has changed down to a goal, a long text on several threads. At least one batch is done.
pub(super) fn lay_out(paragraphs: &mut [Paragraph], engine: &mut Engine, style: &LayoutStyle, goal: &Goal) -> Progress {
    let mut direction = style.fallback;
    for paragraph in paragraphs.iter_mut() {
        direction = paragraph.take_direction(style, direction);
    }
    let mut is_first = true;
    loop {
        let Batch { jobs, bytes, start, is_last } = Batch::of(paragraphs, style, goal.batch);
        if !is_first && start.is_some_and(|(paragraph, top_px)| goal.is_reached(paragraph, top_px)) {
            return Progress::Partly;
        }
        is_first = false;
        for text in jobs.iter().flat_map(Unfinished::texts) {
            engine.find_fonts_for(text);
        }
        let is_refused = AtomicBool::new(false);
        engine.share_out(jobs, bytes, |shaper, job| {
            if !job.finish(shaper, style) {
                is_refused.store(true, Ordering::Relaxed);
            }
        });
        // lines that could not stand alone come back with all of their paragraph
        if is_last && !is_refused.into_inner() {
            paragraphs.iter_mut().for_each(|paragraph| paragraph.settle(|_| 0.0));
            return Progress::Done;
        }
        let guess = Guess::from(paragraphs);
        paragraphs.iter_mut().for_each(|paragraph| paragraph.settle(|bytes| guess.height_px(bytes)));
    }
}

/// The topmost pieces of work.
#[derive(Default)]
struct Batch<'a> {
    jobs: Vec<Unfinished<'a>>,
    bytes: usize,
    /// The paragraph and the top, in pixels, of the first of them.
    start: Option<(usize, f32)>,
    /// Is there nothing to do after them?
    is_last: bool,
}

impl<'a> Batch<'a> {
    fn of(paragraphs: &'a mut [Paragraph], style: &LayoutStyle, size: usize) -> Self {
        let mut batch = Self::default();
        let mut paragraph_top_px = 0.0;
        for (index, paragraph) in paragraphs.iter_mut().enumerate() {
            let top_px = paragraph_top_px;
            paragraph_top_px += paragraph.height_px();
            for job in paragraph.unfinished(style) {
                if batch.bytes >= size {
                    return batch;
                }
                batch.start.get_or_insert((index, top_px + job.top_px()));
                batch.bytes += job.texts().map(str::len).iter().sum::<usize>();
                batch.jobs.push(job);
            }
        }
        batch.is_last = true;
        batch
    }
}

/// How high text that is not shaped yet will be, going by what is.
struct Guess {
    line_px: f32,
    px_of_byte: f32,
}

impl Guess {
    fn from(paragraphs: &[Paragraph]) -> Self {
        let mut known = (0.0, 0, 0);
        for (height_px, lines, bytes) in paragraphs.iter().map(Paragraph::shaped_extent) {
            known = (known.0 + height_px, known.1 + lines, known.2 + bytes);
        }
        let (height_px, lines, bytes) = known;
        let line_px = height_px / lines.max(1) as f32;
        let px_of_byte = height_px / bytes.max(1) as f32;
        Self { line_px, px_of_byte }
    }

    /// Whole lines, and at least one.
    fn height_px(&self, bytes: usize) -> f32 {
        (bytes as f32 * self.px_of_byte / self.line_px).round().max(1.0) * self.line_px
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style() -> LayoutStyle {
        LayoutStyle { width_px: Some(500.0), ..LayoutStyle::default() }
    }

    fn shaped(editor: &Editor) -> usize {
        editor.paragraphs.iter().filter(|paragraph| paragraph.is_shaped()).count()
    }

    /// Some 400,000 bytes in paragraphs of different lengths, some of them empty.
    fn long_text() -> String {
        let paragraph = |number: usize| format!("{number} {}", "ناقش الحضور (Agenda) بنود اللقاء ".repeat(number % 20));
        (0..700).map(paragraph).map(|text| if text.starts_with("7 ") { String::new() } else { text } + "\n").collect()
    }

    #[test]
    fn what_is_seen_comes_first_and_every_call_goes_on_until_all_is_laid_out() {
        let mut engine = Engine::new();
        let mut editor = Editor::new(&long_text());
        let all = editor.paragraph_count();
        let mut done = vec![0];
        while !editor.lay_out_down_to(&mut engine, &style(), 600.0, false) {
            done.push(shaped(&editor));
            assert!(done.len() < 100);
        }
        assert!(done.len() > 5, "{done:?}");
        assert!(done.is_sorted_by(|before, after| before < after), "{done:?}");
        assert_eq!(shaped(&editor), all);
    }

    #[test]
    fn step_by_step_comes_to_the_same_places_as_all_at_once() {
        let mut engine = Engine::new();
        let mut at_once = Editor::new(&long_text());
        at_once.lay_out(&mut engine, &style());
        let mut stepwise = Editor::new(&long_text());
        while !stepwise.lay_out_down_to(&mut engine, &style(), 600.0, false) {
            // what lies above the first paragraph that waits has its place already
            let first = stepwise.paragraphs.iter().position(|paragraph| !paragraph.is_shaped()).expect("more to do");
            let above =
                |editor: &Editor| -> f32 { editor.paragraphs.iter().take(first).map(Paragraph::height_px).sum() };
            assert_eq!(above(&stepwise), above(&at_once));
        }
        assert_eq!(stepwise.height_px(), at_once.height_px());
        for index in 0..at_once.paragraph_count() {
            assert_eq!(stepwise.clusters(index), at_once.clusters(index), "{index}");
        }
    }

    #[test]
    fn the_guess_of_the_whole_height_is_near() {
        let mut engine = Engine::new();
        let mut editor = Editor::new(&long_text());
        assert!(!editor.lay_out_down_to(&mut engine, &style(), 600.0, false));
        let guessed = editor.height_px();
        editor.lay_out(&mut engine, &style());
        let real = editor.height_px();
        assert!((guessed / real - 1.0).abs() < 0.15, "{guessed} {real}");
    }

    #[test]
    fn a_goal_far_down_or_at_the_caret_is_reached_at_once() {
        let check = |depth_px: f32, with_caret: bool, expected: bool| {
            let mut engine = Engine::new();
            let mut editor = Editor::new(&long_text());
            assert_eq!(editor.lay_out_down_to(&mut engine, &style(), depth_px, with_caret), expected);
            let bottom = editor.caret_rect_px(editor.full_caret());
            assert_eq!(bottom.is_some(), expected, "a caret has a place where it is laid out");
        };
        check(600.0, false, false);
        check(1e9, false, true);
        check(0.0, true, true);
    }

    #[test]
    fn one_long_paragraph_is_laid_out_by_pieces_too() {
        let mut engine = Engine::new();
        let mut editor = Editor::new(&long_text().replace('\n', " "));
        assert!(!editor.lay_out_down_to(&mut engine, &style(), 600.0, false));
        let lines = editor.paragraphs.iter().map(Paragraph::line_count).sum::<usize>();
        assert!((20..2_000).contains(&lines), "{lines}");
        while !editor.lay_out_down_to(&mut engine, &style(), 600.0, false) {}
        assert_eq!(shaped(&editor), 1);
    }

    #[test]
    fn an_ordinary_note_is_laid_out_whole() {
        let mut engine = Engine::new();
        let mut editor = Editor::new(&"ناقش الحضور بنود اللقاء\n".repeat(500));
        assert!(editor.lay_out_down_to(&mut engine, &style(), 10.0, false));
    }
}
