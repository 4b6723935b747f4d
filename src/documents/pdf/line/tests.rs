//! Texts as the template gets them: their boxes, and where a long word may break.

use super::breaks::{BREAK, BREAK_JOINED};
use super::*;

const CAN: TemplateCan = TemplateCan { draw_paragraphs: true, keep_directions: true, flow_names: true };

/// `[…]` stands for a box from left to right, `{…}` for one from right to left, `|` for a chance to break.
fn check(text: &str, expected: &str) {
    let glyphs: HashSet<char> = ('\u{20}'..='\u{669}').collect();
    let lines = Lines::new(&glyphs, true, CAN).fit(text, 12);
    let lines = lines.iter().map(|line| line.runs.iter().map(shown).collect::<String>());
    assert_eq!(lines.collect::<Vec<_>>().join("⏎").replace(BREAK_JOINED, "|").replace(BREAK, "|"), expected, "{text}");
}

fn shown(run: &Run) -> String {
    match run {
        Run::Text(text) => text.clone(),
        Run::Box { ltr, runs } => {
            let inner: String = runs.iter().map(shown).collect();
            if *ltr { format!("[{inner}]") } else { format!("{{{inner}}}") }
        }
    }
}

#[test]
fn words_of_usual_length_stay_whole() {
    check("محضر اجتماع", "محضر اجتماع");
    check("كلمة\n\nأخرى", "كلمة⏎أخرى");
    check("  \n ", "");
}

#[test]
fn words_that_stay_together_part_where_there_is_no_room_for_them() {
    check("عبد\u{A0}الله سالم", "عبد\u{A0}الله سالم");
    check("الدكتور\u{A0}عبد\u{A0}الرحمن سالم", "الدكتور عبد الرحمن سالم");
}

#[test]
fn long_words_may_break_and_arabic_stays_joined() {
    check("بببببببببببببب", "بببببببببببب|بب");
    check("كلمة aaaaaaa/aaaaaaa", "كلمة aaaaaaa/|aaaaaaa");
}

#[test]
fn what_must_keep_its_order_stands_in_a_box_with_its_neighbours() {
    check("في 2025-09-30 بعد", "في [2025-09-30] بعد");
    check("يوم (1-2-48هـ).", "يوم {([1-2-48]هـ).}");
    check("التاريخ الطويل:2025-09-30", "التاريخ الطويل:[2025-09-30]");
    check("١-٢", "[[١]-[٢]]");
    check("رقم 0123456789-0123456789", "رقم \u{2066}0123456789-|0123456789\u{2069}");
}

#[test]
fn what_keeps_its_order_by_itself_needs_no_box() {
    check("2025-09-30", "2025-09-30");
    check("يوم (1/2/48هـ).", "يوم (1/2/48هـ).");
    check("الساعة 10:30", "الساعة 10:30");
    check("نسبة 45%", "نسبة [45%]");
    // Of two lines it might be broken between.
    check("هاتف 013 555 12", "هاتف [013 555 12]");
}

#[test]
fn a_sign_behind_a_day_stands_where_its_own_line_runs_to() {
    let glyphs: HashSet<char> = ('\u{20}'..='\u{669}').collect();
    let line = &Lines::new(&glyphs, false, CAN).fit("بتاريخ 2025-09-30، ونسبة 45%، وهاتف 013 555 12.", 80)[0];
    let shown: String = line.runs.iter().map(shown).collect();
    assert_eq!((line.ltr, shown.as_str()), (false, "بتاريخ {[2025-09-30]،} ونسبة {[45%]،} وهاتف {[013 555 12].}"));
}

/// A line of an English document, with marks as `⟨…⟩`.
fn check_english(can: TemplateCan, text: &str, expected: &str) {
    let glyphs: HashSet<char> = ('\u{20}'..='\u{669}').collect();
    let line = &Lines::new(&glyphs, false, can).fit(text, 40)[0];
    let shown: String = line.runs.iter().map(shown).collect();
    assert_eq!(shown.replace(['\u{2066}', '\u{2067}'], "⟨").replace('\u{2069}', "⟩"), expected, "{text}");
}

#[test]
fn a_long_name_of_the_other_direction_goes_on_over_several_lines_with_what_stands_behind_it() {
    let name = |text: &str| format!("\u{2068}{text}\u{2069}");
    let long = "أبرز التحديات التي تواجه الجمعيات";
    check_english(CAN, &format!("to discuss {}.", name(long)), &format!("to discuss ⟨{long}⟩."));
    check_english(CAN, &format!("to discuss {}.", name("أبرز التحديات")), "to discuss [{أبرز التحديات}.]");
    check_english(CAN, "on 013 555 1234, then", "on [[013 555 1234],] then");
    check_english(
        CAN,
        &format!("by {}, {} and {}", name(long), name("سالم الحمد"), name(long)),
        &format!("by ⟨{long}⟩, {{سالم الحمد}} and ⟨{long}⟩"),
    );
}

#[test]
fn a_sentence_in_a_sentence_runs_as_its_own_words_do() {
    let name = |text: &str| format!("\u{2068}{text}\u{2069}");
    let opened = format!("{}, {} opened the meeting", name("سالم الحمد"), name("مدير الشراكات"));
    check_english(
        CAN,
        &format!("{}. The agenda was reviewed.", name(&opened)),
        "⟨⟨سالم الحمد⟩, ⟨مدير الشراكات⟩ opened the meeting⟩. The agenda was reviewed.",
    );
    let line = &Lines::new(&('\u{20}'..='\u{669}').collect(), false, CAN).fit(&name(&opened), 40)[0];
    let Some(Run::Text(text)) = line.runs.first() else { panic!("text: {line:?}") };
    assert!(text.starts_with('\u{2066}'), "it runs from the left: {text}");
}

#[test]
fn a_name_that_runs_as_its_line_does_needs_no_box() {
    let name = |text: &str| format!("\u{2068}{text}\u{2069}");
    check_english(
        CAN,
        &format!("in {} and {}.", name("Urban landscape"), name("Volunteering")),
        "in Urban landscape and Volunteering.",
    );
    check_english(CAN, &format!("in {}, 5", name("حي الواحة")), "in [{حي الواحة},] 5");
}

#[test]
fn a_template_of_before_is_given_what_it_was_given_then() {
    let old = TemplateCan { flow_names: false, ..CAN };
    let name = |text: &str| format!("\u{2068}{text}\u{2069}");
    check_english(old, &format!("in {}.", name("Urban landscape")), "in [[Urban landscape].]");
    check_english(
        old,
        &format!("to discuss {}.", name("أبرز التحديات التي تواجه")),
        "to discuss [{أبرز التحديات التي تواجه}.]",
    );
}

#[test]
fn what_no_font_has_never_reaches_the_page() {
    check("شكرًا 👍🏽 للجميع", "شكرًا  للجميع");
    check("شركة 中文", "شركة ??");
    check("ب\u{610}\u{610}\u{610}\u{610}\u{610}\u{610}", "ب\u{610}\u{610}\u{610}\u{610}");
}

#[test]
fn a_line_in_the_other_script_runs_its_own_way() {
    let glyphs: HashSet<char> = ('\u{20}'..='\u{669}').collect();
    let ltr = |text: &str, is_rtl| {
        Lines::new(&glyphs, is_rtl, CAN).fit(text, 80).iter().map(|line| line.ltr).collect::<Vec<_>>()
    };
    assert_eq!(ltr("Quality of Life.\nبرنامج Quality.\n2030", true), [true, false, false]);
    assert_eq!(ltr("Quality of Life.\nبرنامج.\n2030", false), [true, false, true]);
    assert_eq!(ltr("برنامج", false), [true], "it looks the same both ways");
}

/// `text` and `note` in a cell of an Arabic document, as the template gets them.
fn check_cell(text: &str, note: &str, is_unknown: bool, expected: &str) {
    let glyphs: HashSet<char> = ('\u{20}'..='\u{669}').collect();
    let lines = Lines::new(&glyphs, true, CAN);
    let paragraph = lines.paragraph(lines.fit(text, 30), lines.fit(note, 30), is_unknown);
    let shown = paragraph.map_or_else(|_| "lines".to_owned(), |it| serde_json::to_string(&it).expect("a cell as JSON"));
    assert_eq!(shown, expected, "{text} / {note}");
}

#[test]
fn a_cell_is_one_paragraph_with_no_more_boxes_than_it_needs() {
    check_cell("محضر", "", false, r#""محضر""#);
    check_cell("سطر\nآخر", "", false, r#""سطر\nآخر""#);
    check_cell("", "", false, r#""""#);
    check_cell("قبل 2025-09-30", "", false, r#"["قبل ",{"ltr":true,"runs":["2025-09-30"]}]"#);
    check_cell("+966 13 812 3456", "", false, r#"{"ltr":true,"whole":"+966 13 812 3456"}"#);
    check_cell("هدى", "أمانة", false, r#"["هدى","\n",{"small":true,"runs":["أمانة"]}]"#);
    check_cell("غير محدد", "", true, r#"[{"small":false,"runs":["غير محدد"]}]"#);
    check_cell("سطر\nQuality of Life", "", false, r#""سطر\nQuality of Life""#);
    check_cell("سطر\nQuality of Life.", "", false, "lines");
    check_cell(
        "Review the draft (v2) مع الجمعية",
        "",
        false,
        r#"{"ltr":true,"whole":"Review the draft (v2) مع الجمعية"}"#,
    );
    check_cell("Review the draft (v2) مع الجمعية", "أمانة", false, "lines");
}
