//! What an input method composes: where the caret stands meanwhile, and which place the method is told of.

use super::Bench;
use eframe::egui::{Event, ImeEvent, Key, Rect};

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None })
}

/// Where the input method is told that the caret stands.
fn caret(bench: &Bench) -> Rect {
    bench.harness.output().platform_output.ime.expect("while focused").cursor_rect
}

#[test]
fn the_caret_stands_after_what_is_composed() {
    let check = |before: &str, composed: &str| {
        let mut bench = Bench::new(before);
        bench.focus("Note").press(&[Key::End]).event(preedit(composed));
        let while_composing = caret(&bench);
        bench.event(preedit("")).event(Event::Ime(ImeEvent::Commit(composed.into())));
        assert_eq!(while_composing, caret(&bench), "{composed:?} after {before:?}");
    };
    check("", "كتاب");
    check("", "book");
    check("نص ", "كتاب");
    check("text ", "book");
    check("text", " book");
    check("نص ", "book");
    check("text ", "كتاب");
    check("سطر\n", "book");
}
