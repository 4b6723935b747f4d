//! Dumps the layout of strings as JSON, to be held against another shaper.
//!
//! `text_dump FONT.ttf FAMILY < cases.json > dump.json`, where the cases are `[{"text", "base": "auto"|"rtl"|"ltr"}]`.
//! For each: glyphs in visual order, carets from the editor's own table, and where clicks put them; unwrapped, at
//! 64 px, the left edge at 0.

use std::io::{Read, Write};

use serde::{Deserialize, Serialize};
use tansiq::text::{Affinity, Caret, Direction, Editor, Engine, LayoutStyle, Style};
use unicode_segmentation::UnicodeSegmentation;

#[derive(Deserialize)]
struct Case {
    text: String,
    #[serde(default)]
    base: Base,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Base {
    #[default]
    Auto,
    Rtl,
    Ltr,
}

#[derive(Serialize)]
struct Dump {
    text: String,
    rtl: bool,
    glyphs: Vec<(u32, f32, f32)>,
    carets: Vec<(usize, f32, f32)>,
    hits: Vec<(f32, usize)>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(font), Some(family)) = (arguments.next(), arguments.next()) else {
        return Err("usage: text_dump FONT.ttf FAMILY < cases.json > dump.json".into());
    };
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input)?;
    let cases: Vec<Case> = serde_json::from_str(&input)?;
    let mut engine = Engine::with_font(std::fs::read(font)?, &family);
    let dumps: Vec<Dump> = cases.iter().map(|case| dump(&mut engine, case)).collect();
    let mut output = std::io::stdout().lock();
    serde_json::to_writer(&mut output, &dumps)?;
    writeln!(output)?;
    Ok(())
}

fn dump(engine: &mut Engine, case: &Case) -> Dump {
    let mut editor = Editor::new(&case.text);
    let base = match case.base {
        Base::Auto => None,
        Base::Rtl => Some(Direction::RightToLeft),
        Base::Ltr => Some(Direction::LeftToRight),
    };
    let style = LayoutStyle { style: Style { size: 64.0, ..Style::default() }, base, ..LayoutStyle::default() };
    editor.lay_out(engine, &style);

    let place = |byte, affinity| editor.caret_place(Caret { paragraph: 0, byte, affinity }).map_or(0.0, |(_, x)| x);
    let edges = case.text.grapheme_indices(true).map(|(byte, _)| byte).chain([case.text.len()]);
    let carets = edges.map(|byte| (byte, place(byte, Affinity::Downstream), place(byte, Affinity::Upstream)));
    let width = editor.clusters(0).iter().map(|(_, _, right, _)| *right).fold(0.0, f32::max);
    let middle = editor.height_px() / 2.0;
    let columns = (0_u16..).map(|step| f32::from(step) * 4.0 + 0.5).take_while(|x| *x < width);
    Dump {
        text: case.text.clone(),
        rtl: editor.is_rtl(0),
        glyphs: editor.glyphs(0).into_iter().map(|glyph| (glyph.id, glyph.x, glyph.advance)).collect(),
        carets: carets.collect(),
        hits: columns.map(|x| (x, editor.caret_from_point(x, middle).byte)).collect(),
    }
}
