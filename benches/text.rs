//! What text costs: a key in a long note, its first layout beside egui's own, a new width, a frame, the hook.
//!
//! Prints a table of medians and minima in milliseconds. Run with `cargo bench --bench text`, or only some of its
//! parts: `cargo bench --bench text -- memory keys`.
#![expect(clippy::print_stdout, reason = "the table is what it is for")]

use std::time::Instant;

use egui::{Context, RawInput, Rect};
use tansiq::text::{self, Editor, EditorView, Engine, LayoutStyle, Section, SectionFrame, Style};

const NOTE_CHARS: usize = 100_000;

const ARABIC: &str = "ناقش المجلس خطة العمل للربع القادم، وأكد الحضور على أهمية الشراكة مع القطاع الخاص (Private Sector) \
    في تنفيذ 35% من المشاريع قبل نهاية عام 2026. لا بأس بتأجيل البند الثالث إلى الأسبوع المقبل؛ السلام عليكم. تم الاتفاق \
    على إرسال المحضر عبر البريد info@example.org خلال 48 ساعة، مع نسخة إلى فريق Microsoft Teams. ";
const LATIN: &str = "The council discussed the work plan for the next quarter, and the attendees stressed the importance \
    of a partnership with the private sector in carrying out 35% of the projects before the end of 2026. It was agreed to \
    send the minutes by mail to info@example.org within 48 hours, with a copy to the team, and to review the budget. ";

/// Paragraphs that differ from each other, so that no cache helps.
fn note(sentence: &str) -> String {
    let letters: Vec<char> = sentence.chars().collect();
    let mut text = String::new();
    let mut count = 0;
    for number in 0.. {
        if count >= NOTE_CHARS {
            break;
        }
        let head = format!("({number}) ");
        let body = letters.iter().cycle().skip(number * 37 % letters.len()).take(letters.len());
        text.push_str(&head);
        text.extend(body);
        text.push('\n');
        count += head.len() + letters.len() + 1;
    }
    text
}

fn measure(name: &str, rounds: usize, mut run: impl FnMut(usize)) -> f64 {
    run(0);
    let mut times: Vec<f64> = (1..=rounds)
        .map(|round| {
            let start = Instant::now();
            run(round);
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    report(name, &mut times)
}

/// Prints a line of the table; answers its median.
fn report(name: &str, times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or_default();
    println!("| {name} | {median:.3} | {:.3} |", times.first().copied().unwrap_or_default());
    median
}

fn style(width_px: f32) -> LayoutStyle {
    let style = Style { size: 18.0, ..Style::default() };
    LayoutStyle { style, width_px: Some(width_px), ..LayoutStyle::default() }
}

/// A frame of a window of 900 by 1000 points.
fn frame(ctx: &Context, events: Vec<egui::Event>, mut add: impl FnMut(&mut egui::Ui)) {
    let screen_rect = Some(Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(900.0, 1000.0)));
    let input = RawInput { screen_rect, events, focused: true, ..RawInput::default() };
    let mut output = ctx.run_ui(input, |ui| add(ui));
    output.textures_delta.clear();
}

fn main() {
    let arabic = note(ARABIC);
    println!("| what ({NOTE_CHARS} characters, 18 px, 860 px wide) | median ms | least ms |");
    println!("|---|---:|---:|");
    measure("engine with its fonts", 11, |_| drop(std::hint::black_box(Engine::new())));
    let mut engine = Engine::new();
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let is_asked = |part: &str| asked.is_empty() || asked.iter().any(|other| other == part);
    // before anything else has left holes for the notes to lie in
    if is_asked("memory") {
        memory(&mut engine, &arabic);
    }
    if is_asked("first") {
        first_layout(&mut engine, &arabic);
    }
    if is_asked("keys") {
        keys(&mut engine, &arabic);
    }
    if is_asked("sections") {
        sections(&mut engine);
    }
    if is_asked("frames") {
        frames(&arabic);
    }
    if is_asked("heard") {
        heard_frames(&arabic);
    }
    if is_asked("paste") {
        paste(&arabic);
    }
    if is_asked("hook") {
        hook();
    }
}

fn first_layout(engine: &mut Engine, arabic: &str) {
    measure("first layout, Arabic: what is seen (1000 px)", 11, |_| {
        let mut editor = Editor::new(arabic);
        editor.lay_out_down_to(engine, &style(860.0), 1000.0, false);
        std::hint::black_box(editor.height_px());
    });
    let latin = note(LATIN);
    let ctx = Context::default();
    text::install(&ctx);
    let (mut ours, mut peers, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    // one after the other, so that a machine that grows slower or busier does so for both
    for round in 0..32_u8 {
        let start = Instant::now();
        let mut editor = Editor::new(arabic);
        editor.lay_out(engine, &style(860.0));
        std::hint::black_box(editor.height_px());
        let arabic_ms = start.elapsed().as_secs_f64() * 1e3;
        let latin_ms = egui_first_layout(&ctx, &latin, 18.0 + f32::from(round) * 0.01);
        if round > 0 {
            ours.push(arabic_ms);
            peers.push(latin_ms);
            ratios.push(arabic_ms / latin_ms);
        }
    }
    report("first layout, Arabic: all of it", &mut ours);
    report("egui's own first layout, Latin", &mut peers);
    report("the two as a ratio", &mut ratios);
}

/// What notes keep in memory: text, layout and all, in bytes a character.
fn memory(engine: &mut Engine, arabic: &str) {
    const NOTES: usize = 10;
    let before = resident_bytes();
    let notes: Vec<Editor> = (0..NOTES)
        .map(|_| {
            let mut editor = Editor::new(arabic.trim_end());
            editor.lay_out(engine, &style(860.0));
            editor
        })
        .collect();
    let chars = arabic.chars().count() * notes.len();
    let kept = resident_bytes().saturating_sub(before);
    println!("| memory of {NOTES} notes laid out, bytes a character | {:.1} | |", kept as f64 / chars as f64);
    drop(notes);
}

/// What the system says that this process holds. Only Linux says so.
fn resident_bytes() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    pages.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or_default() * 4096
}

/// The peer: egui's own layout of as many Latin letters, at a size it has not seen, in milliseconds.
fn egui_first_layout(ctx: &Context, latin: &str, size: f32) -> f64 {
    let font = egui::FontId::proportional(size);
    let mut ms = 0.0;
    frame(ctx, Vec::new(), |ui| {
        let start = Instant::now();
        let galley = ui.fonts_mut(|fonts| fonts.layout(latin.to_owned(), font.clone(), egui::Color32::BLACK, 860.0));
        std::hint::black_box(galley.rect);
        ms = start.elapsed().as_secs_f64() * 1e3;
    });
    ms
}

fn keys(engine: &mut Engine, arabic: &str) {
    let mut editor = Editor::new(arabic.trim_end());
    editor.lay_out(engine, &style(860.0));
    let mut key = |name: &str, editor: &mut Editor, text: &str| {
        measure(name, 101, |_| {
            editor.insert(text);
            editor.lay_out(engine, &style(860.0));
            std::hint::black_box(editor.height_px());
        });
    };
    editor.caret_to_end();
    key("a key at the end: layout", &mut editor, "ب");
    editor.set_caret(0, 0);
    key("a key at the start: layout", &mut editor, "ب");
    editor.set_caret(editor.paragraph_count() / 2, 0);
    key("a key in the middle: layout", &mut editor, "ب");
    key("a new line in the middle: layout", &mut editor, "\n");
    measure("a new width: all lines broken again", 21, |round| {
        editor.lay_out(engine, &style(700.0 + (round % 50) as f32));
    });
    let mut one = Editor::new(&arabic.replace('\n', " "));
    one.lay_out(engine, &style(860.0));
    measure("a key at the end of one paragraph as long: layout", 51, |_| {
        one.insert("ب");
        one.lay_out(engine, &style(860.0));
    });
}

/// A document of many texts: 500 notes with 300 captured lines among them.
fn sections(engine: &mut Engine) {
    let frame = SectionFrame { start: 80.0, end: 120.0, padding: 4.0, margin: 3.0, font: None };
    let note = |tag| Section { tag, ..Section::default() };
    let line = |tag| Section { tag, is_single_line: true, frame, ..Section::default() };
    let all = (0..500).flat_map(|number| {
        let captured = (number % 5 < 3).then(|| (line(1_000 + number), Some(LATIN)));
        std::iter::once((note(number), Some(ARABIC))).chain(captured)
    });
    let mut editor = Editor::new("");
    editor.set_sections(all);
    editor.lay_out(engine, &style(860.0));
    for (place, tag) in [("first", 0), ("middle", 250), ("last", 499)] {
        editor.caret_to_section(tag, true);
        measure(&format!("a key in the {place} of 800 sections: layout"), 101, |_| {
            editor.insert("ب");
            editor.lay_out(engine, &style(860.0));
            std::hint::black_box(editor.take_changed_sections());
        });
    }
    editor.select_all();
    measure("a letter typed over 800 sections, and undone: layout", 11, |_| {
        editor.insert("ب");
        editor.undo();
        editor.lay_out(engine, &style(860.0));
    });
}

fn frames(arabic: &str) {
    let ctx = Context::default();
    text::install(&ctx);
    let id = egui::Id::unique("note");
    let mut editor = Editor::new(arabic.trim_end());
    let mut show = |events: Vec<egui::Event>| {
        frame(&ctx, events, |ui| {
            ui.memory_mut(|memory| memory.request_focus(id));
            egui::ScrollArea::vertical().show(ui, |ui| {
                EditorView::new(&mut editor, id).label("note").font_size(18.0).width(860.0).show(ui);
            });
        });
    };
    let key = |key, modifiers| egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    let command = egui::Modifiers::COMMAND;
    show(Vec::new());
    for place in ["start", "middle", "end"] {
        show(vec![key(if place == "end" { egui::Key::End } else { egui::Key::Home }, command)]);
        if place == "middle" {
            (0..160).for_each(|_| show(vec![key(egui::Key::PageDown, egui::Modifiers::NONE)]));
        }
        // the scroll area is where the caret is
        (0..3).for_each(|_| show(Vec::new()));
        let paint_ms = measure(&format!("a frame of the note at its {place}, nothing changed: paint"), 101, |_| {
            show(Vec::new());
        });
        let whole_ms =
            measure(&format!("a frame with a key at its {place}"), 101, |_| show(vec![egui::Event::Text("ب".into())]));
        println!("| of that, layout | {:.3} | |", whole_ms - paint_ms);
    }
}

/// The same frames with a screen reader listening.
fn heard_frames(arabic: &str) {
    let ctx = Context::default();
    text::install(&ctx);
    ctx.enable_accesskit();
    let id = egui::Id::unique("note");
    let mut editor = Editor::new(arabic.trim_end());
    let mut show = |events: Vec<egui::Event>| {
        frame(&ctx, events, |ui| {
            ui.memory_mut(|memory| memory.request_focus(id));
            egui::ScrollArea::vertical().show(ui, |ui| {
                EditorView::new(&mut editor, id).label("note").font_size(18.0).width(860.0).show(ui);
            });
        });
    };
    let home = egui::Event::Key {
        key: egui::Key::Home,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::COMMAND,
    };
    (0..8).for_each(|_| show(Vec::new()));
    show(vec![home]);
    (0..3).for_each(|_| show(Vec::new()));
    measure("a heard frame of the note, nothing changed", 101, |_| show(Vec::new()));
    measure("a heard frame with a key", 101, |_| show(vec![egui::Event::Text("ب".into())]));
}

/// A megabyte of text from the clipboard: until it is seen, and a key after it.
fn paste(arabic: &str) {
    let megabyte: String = arabic
        .chars()
        .cycle()
        .scan(0, |bytes, letter| {
            *bytes += letter.len_utf8();
            (*bytes <= 1 << 20).then_some(letter)
        })
        .collect();
    let ctx = Context::default();
    text::install(&ctx);
    let id = egui::Id::unique("note");
    measure("the first frame of a note of 1 MB", 3, |_| {
        let mut editor = Editor::new(&megabyte);
        frame(&ctx, Vec::new(), |ui| {
            egui::ScrollArea::vertical().show(ui, |ui| {
                EditorView::new(&mut editor, id).label("note").font_size(18.0).width(860.0).show(ui);
            });
        });
    });
    let mut editor = Editor::new("");
    let show = |editor: &mut Editor, events: Vec<egui::Event>| {
        frame(&ctx, events, |ui| {
            ui.memory_mut(|memory| memory.request_focus(id));
            egui::ScrollArea::vertical().show(ui, |ui| {
                EditorView::new(editor, id).label("note").font_size(18.0).width(860.0).show(ui);
            });
        });
    };
    measure("a frame in which 1 MB is pasted", 3, |_| {
        editor = Editor::new("");
        show(&mut editor, Vec::new());
        show(&mut editor, vec![egui::Event::Paste(megabyte.clone())]);
    });
    let small = &mut Editor::new("نص");
    show(small, Vec::new());
    measure("a frame with a key in a note of one word", 51, |_| show(small, vec![egui::Event::Text("ب".into())]));
    measure("a frame with a key after it", 51, |_| show(&mut editor, vec![egui::Event::Text("ب".into())]));
}

/// A screenful of built-in widgets, in Arabic and in Latin: the difference is the hook's.
fn hook() {
    let mut frames = Vec::new();
    for (name, word) in [("Arabic", "حفظ المحضر رقم"), ("Latin", "Save the minutes no")] {
        let ctx = Context::default();
        text::install(&ctx);
        frames.push(measure(&format!("a frame of 60 buttons, {name}"), 101, |_| {
            frame(&ctx, Vec::new(), |ui| {
                for row in 0..20 {
                    ui.horizontal(|ui| {
                        for column in 0..3 {
                            ui.push_id((row, column), |ui| ui.button(format!("{word} {row}")));
                        }
                    });
                }
            });
        }));
    }
    if let [arabic_ms, latin_ms] = frames.as_slice() {
        println!("| the hook: the difference | {:.3} | |", arabic_ms - latin_ms);
    }
}
