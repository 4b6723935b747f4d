//! Lines laid out alone after an edit stand where they stand when all of the text is laid out.

use super::super::inspect::PlacedGlyph;
use super::random::Dice;
use super::*;

/// Paragraphs of several lines; what is hard about them stands in the middle of lines and at their ends.
const TEXTS: [&str; 7] = [
    "ناقش المجلس خطة العمل للربع القادم، وأكد الحضور على أهمية الشراكة مع القطاع الخاص (Private Sector) في تنفيذ 35% من \
     المشاريع قبل نهاية عام 2026. لا بأس بتأجيل البند الثالث إلى الأسبوع المقبل؛ السلام عليكم. تم الاتفاق على إرسال المحضر \
     عبر البريد info@example.org خلال 48 ساعة، مع نسخة إلى فريق Microsoft Teams.",
    "The council discussed the work plan for the next quarter (خطة العمل), and the attendees stressed the importance of a \
     partnership in carrying out 35% of the projects before the end of 2026; it was agreed to send نسخة من المحضر by mail.",
    "إِنَّ مَعَ العُسْرِ يُسْرًا، وَضَرَبَ مَثَلًا لِلنَّاسِ ثُمَّ شَكَرَ شُكْرًا جَزِيلًا لَكُم وَلِكُلِّ مَنْ حَضَرَ هَذَا اللِّقَاءَ المُبَارَكَ",
    "قال «إن العمل [1] مستمر» ثم (أضاف: «سنرى (لاحقًا)») وبعد ذلك انتهى اللقاء بلا أي قرار جديد (انظر الملحق رقم ٣",
    "12 3456 789 10 11 1213 14 15 1617 18 19 20 2122 23 24 25 2627 28 29 30",
    "می\u{200C}خواهم کتاب\u{200C}های گذشته را با English words and more English words بخوانم و \u{2067}abc نص\u{2069} تمام",
    "ثم  مسافتان  بين  الكلمات  وكلمةطويلةجدالاتتسعلهاالأسطروليسفيهامكانينكسرعندهالسطرأبدا ثم كلمات أخرى قصيرة بعدها",
];

/// What is typed.
const LETTERS: [&str; 18] =
    ["ن", "ص", "لا", " ", "a", "Z", "5", "ٌ", "\u{200C}", ")", "ـ", "»", "٤", "كلمة ", " word ", "😀", "-", "\u{200F}"];

/// What changes how the rest of a paragraph is set: not before much has been typed, or nothing would be laid out alone.
const FAR_REACHING: [&str; 4] = ["(", "«", "[نص]", "\u{2067}"];

/// The first difference between a text that was edited and the same text, laid out afresh.
fn difference(edited: &Editor, engine: &mut Engine, style: &LayoutStyle) -> Option<String> {
    let mut fresh = Editor::new(&edited.text());
    fresh.lay_out(engine, style);
    let (one, other) = (edited.clusters(0), fresh.clusters(0));
    let is_near = |one: f32, other: f32| (one - other).abs() < 0.01;
    if one.len() != other.len() {
        return Some(format!("{} clusters, not {}", one.len(), other.len()));
    }
    for (one, other) in one.iter().zip(&other) {
        let is_same = one.0 == other.0 && is_near(one.1, other.1) && is_near(one.2, other.2) && one.3 == other.3;
        if !is_same {
            return Some(format!("{one:?}, not {other:?}"));
        }
    }
    let (one, other) = (edited.glyphs(0), fresh.glyphs(0));
    let is_same = |(one, other): (&PlacedGlyph, &PlacedGlyph)| one.id == other.id && is_near(one.x, other.x);
    if one.len() != other.len() || !one.iter().zip(&other).all(is_same) {
        return Some(format!("{one:?}, not {other:?}"));
    }
    let (one, other) = (&edited.paragraphs[0], &fresh.paragraphs[0]);
    for line in 0..other.line_count() {
        let (one, other) = (one.line_span_px(line)?, other.line_span_px(line)?);
        if !is_near(one.0, other.0) || !is_near(one.1, other.1) {
            return Some(format!("line {line} at {one:?}, not {other:?}"));
        }
    }
    (!is_near(one.height_px(), other.height_px()) || !is_near(one.width_px(), other.width_px()))
        .then(|| format!("{}, not {} high", one.height_px(), other.height_px()))
}

#[test]
fn after_every_edit_all_lines_are_those_of_the_whole_text() {
    let mut dice = Dice::new();
    let mut engine = Engine::new();
    let (mut alone, mut refused, mut whole) = (0, 0, 0);
    for text in TEXTS {
        for width in [150.0, 230.0, 400.0] {
            let style = LayoutStyle { width_px: Some(width), ..LayoutStyle::default() };
            let mut editor = Editor::new(text);
            editor.lay_out(&mut engine, &style);
            let mut at = 0;
            for edit in 0..80_usize {
                // several keys at one place, then at another
                if edit % 5 == 0 {
                    at = editor.paragraph(0).floor_char_boundary(dice.below(text.len()));
                    editor.set_caret(0, at);
                }
                let far = FAR_REACHING.get(edit.wrapping_sub(60));
                let letter = far.copied().unwrap_or_else(|| LETTERS[dice.below(LETTERS.len())]);
                match dice.below(6) {
                    0 => editor.backspace(),
                    1 => editor.delete(),
                    _ => editor.insert(letter),
                }
                let lines = editor.paragraphs[0].chunks.len();
                editor.lay_out(&mut engine, &style);
                match (lines > 1, editor.paragraphs[0].chunks.len() > 1) {
                    (true, true) => alone += 1,
                    (true, false) => refused += 1,
                    (false, _) => whole += 1,
                }
                if let Some(difference) = difference(&editor, &mut engine, &style) {
                    panic!("{:?} {width} px wide, {letter:?} near {at}: {difference}", editor.text());
                }
            }
        }
    }
    assert!(alone > 300 && refused > 30 && whole > 100, "{alone} lines alone, {refused} refused, {whole} texts");
}

#[test]
fn a_key_shapes_its_line_and_no_other() {
    let mut engine = Engine::new();
    let style = LayoutStyle { width_px: Some(400.0), ..LayoutStyle::default() };
    let mut editor = Editor::new(&"نص عربي بسيط من كلمات كثيرة لا شيء بينها غير المسافات ".repeat(6));
    editor.lay_out(&mut engine, &style);
    let lines = editor.paragraphs[0].line_count();
    for line in 0..lines {
        let bytes = editor.paragraphs[0].line_bytes(line);
        let within = editor.paragraph(0).floor_char_boundary(bytes.start + bytes.len() / 2);
        editor.set_caret(0, within);
        editor.insert_as("\u{064E}", Kind::Typing);
        let stale = editor.paragraphs[0].stale_bytes();
        assert!(stale <= bytes.len() + 2, "{stale} bytes for a key in line {line} of {bytes:?}");
        editor.lay_out(&mut engine, &style);
        assert_eq!(editor.paragraphs[0].line_count(), lines);
    }
    // another width takes all of it
    let narrow = LayoutStyle { width_px: Some(300.0), ..LayoutStyle::default() };
    editor.lay_out(&mut engine, &narrow);
    assert_eq!(difference(&editor, &mut engine, &narrow), None);
    assert_eq!(editor.paragraphs[0].chunks.len(), 1);
}
