//! The words of a PDF: letters with their places on a page, put together to lines and words again.
//!
//! A page knows no words and no reading order. Letters on one height are a line; in it they stand as one sees them, from the
//! left, so that the letters of an Arabic word are turned round, and its numbers are not.
//!
//! The interpreter is the one by which the program's own pages become pictures: it is here already.

use super::MOST_TEXT;
use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

/// So many letters of a page are looked at.
const MOST_LETTERS: usize = 200_000;
/// A gap of so much of a letter's height parts two words.
const GAP: f64 = 0.18;
/// Letters of one line differ in height by less than so much of theirs.
const SAME_LINE: f64 = 0.35;

/// The words of a PDF; nothing for one that is locked or no PDF.
pub(super) fn text_of(bytes: &[u8], goes_on: &dyn Fn() -> bool) -> Option<String> {
    let pdf = Pdf::new(bytes.to_vec()).ok()?;
    let cache = InterpreterCache::new();
    let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
    let mut text = String::new();
    for page in pdf.pages().iter() {
        if !goes_on() || text.len() >= MOST_TEXT {
            break;
        }
        let all = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context = Context::new(Affine::IDENTITY, all, &cache, pdf.xref(), settings.clone());
        let mut letters = Letters::default();
        interpret_page(page, &mut context, &mut letters);
        letters.write(&mut text);
    }
    Some(text)
}

/// A letter, or several that were drawn as one.
#[derive(Clone, Debug)]
struct Letter {
    text: String,
    /// Where it begins and ends.
    start: f64,
    end: f64,
    /// The height of its line, from below.
    level: f64,
    tall: f64,
}

/// Takes the letters of a page down, and draws nothing.
#[derive(Default)]
struct Letters(Vec<Letter>);

impl Letters {
    fn write(mut self, text: &mut String) {
        self.0.sort_by(|first, second| second.level.total_cmp(&first.level));
        let mut rest = self.0.as_mut_slice();
        while let Some(first) = rest.first() {
            let (level, tall) = (first.level, first.tall);
            let count = rest.iter().take_while(|letter| level - letter.level < tall * SAME_LINE).count().max(1);
            let (line, others) = rest.split_at_mut(count.min(rest.len()));
            line.sort_by(|first, second| first.start.total_cmp(&second.start));
            write_line(line, text);
            rest = others;
        }
    }
}

/// The words of a line, in the order in which they are read.
fn write_line(line: &[Letter], text: &mut String) {
    let mut words: Vec<Vec<&str>> = Vec::new();
    let mut end = f64::NEG_INFINITY;
    for letter in line {
        let is_blank = letter.text.chars().all(char::is_whitespace);
        let is_apart = letter.start - end > letter.tall * GAP;
        if words.is_empty() || is_apart || is_blank {
            words.push(Vec::new());
        }
        if !is_blank && let Some(word) = words.last_mut() {
            word.push(&letter.text);
        }
        end = if is_blank { f64::NEG_INFINITY } else { letter.end };
    }
    words.retain(|word| !word.is_empty());
    if words.iter().any(|word| is_right_to_left(word)) {
        words.reverse();
    }
    for (place, mut word) in words.into_iter().enumerate() {
        if is_right_to_left(&word) {
            word.reverse();
            // A number within stays as it is.
            let mut at = 0;
            while at < word.len() {
                let run = word.get(at..).unwrap_or_default().iter().take_while(|part| !is_arabic(part)).count();
                if let Some(run) = word.get_mut(at..at + run) {
                    run.reverse();
                }
                at += run.max(1);
            }
        }
        if place > 0 {
            text.push(' ');
        }
        word.iter().for_each(|part| text.push_str(part));
    }
    text.push('\n');
}

fn is_arabic(text: &str) -> bool {
    text.chars()
        .any(|letter| matches!(letter, '\u{0620}'..='\u{065F}' | '\u{066E}'..='\u{06D5}' | '\u{FB50}'..='\u{FEFC}'))
}

fn is_right_to_left(word: &[&str]) -> bool {
    word.iter().any(|part| is_arabic(part))
}

impl<'a> Device<'a> for Letters {
    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}

    fn draw_glyph(&mut self, glyph: &Glyph<'a>, transform: Affine, own: Affine, _: &Paint<'a>, _: &GlyphDrawMode) {
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(text)) => text,
            None => return,
        };
        if self.0.len() >= MOST_LETTERS {
            return;
        }
        // A glyph is drawn in thousandths of its size.
        let place = transform * own;
        let begin = place * Point::ORIGIN;
        let tall = (place * Point::new(0.0, 1000.0) - begin).hypot();
        let wide = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width(),
            Glyph::Type3(_) => None,
        };
        let end = place * Point::new(wide.map_or(500.0, f64::from), 0.0);
        let is_sound = [begin.x, begin.y, end.x, tall].iter().all(|number| number.is_finite());
        if is_sound {
            let (start, end) = (begin.x.min(end.x), begin.x.max(end.x));
            self.0.push(Letter { text, start, end, level: begin.y, tall });
        }
    }
}
