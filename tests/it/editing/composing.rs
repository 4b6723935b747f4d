//! What an input method composes: where the caret stands meanwhile, and which place the method is told of.

use super::Bench;
use eframe::egui::os::OperatingSystem;
use eframe::egui::{Event, ImeEvent, Key, Modifiers, PointerButton, Rect};

fn preedit(text: &str) -> Event {
    Event::Ime(ImeEvent::Preedit { text: text.into(), active_range_chars: None })
}

/// Where the input method is told that the caret stands.
fn caret(bench: &mut Bench) -> Rect {
    bench.stand();
    told(bench)
}

/// What it was told last.
fn told(bench: &Bench) -> Rect {
    bench.harness.output().platform_output.ime.expect("while focused").cursor_rect
}

#[test]
fn the_caret_at_the_start_of_a_line_stands_at_the_edge_in_either_direction() {
    let edges = |text: &str| {
        let mut bench = Bench::new(text);
        bench.focus("Note").press(&[Key::Home]);
        bench.stand();
        let method = bench.harness.output().platform_output.ime.expect("while focused");
        (method.cursor_rect.left() - method.rect.left(), method.rect.right() - method.cursor_rect.right())
    };
    let (from_left, _) = edges("text");
    let (_, from_right) = edges("نص");
    assert!((0.0..1.0).contains(&from_left) && (0.0..1.0).contains(&from_right), "{from_left} and {from_right}");
}

#[test]
fn the_caret_stands_after_what_is_composed() {
    let check = |before: &str, composed: &str| {
        let mut bench = Bench::new(before);
        bench.focus("Note").press(&[Key::End]).event(preedit(composed));
        let while_composing = caret(&mut bench);
        bench.event(preedit("")).event(Event::Ime(ImeEvent::Commit(composed.into())));
        assert_eq!(while_composing, caret(&mut bench), "{composed:?} after {before:?}");
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

#[test]
fn a_key_that_ends_a_composition_comes_after_what_was_composed() {
    let check = |events: &[Event], expected: &str| {
        let mut bench = Bench::new("نص ");
        bench.focus("Note").press(&[Key::End]).event(preedit("việt"));
        for event in events {
            bench.event(event.clone());
        }
        assert_eq!(bench.text(), expected, "{events:?}");
    };
    let space = Event::Text(" ".into());
    let commit = Event::Ime(ImeEvent::Commit("việt".into()));
    // X11 brings the key first
    check(&[space.clone(), preedit(""), commit.clone()], "نص  việt");
    check(&[space.clone(), commit.clone()], "نص việt ");
    check(&[preedit(""), commit.clone(), space.clone()], "نص việt ");
    // nothing is committed: the key is text all the same
    check(&[space, preedit("")], "نص  ");
}

#[test]
fn what_was_composed_comes_before_the_key_that_ended_it() {
    let check = |events: [Event; 3], in_first_frame: usize| {
        let mut bench = Bench::new("");
        bench.focus("Note").event(preedit("việt"));
        for (index, event) in events.clone().into_iter().enumerate() {
            if index == in_first_frame {
                bench.harness.step();
            }
            bench.harness.event(event);
        }
        bench.harness.run();
        assert_eq!(bench.text(), "việt ", "{events:?}, {in_first_frame} in the first frame");
    };
    let (space, commit) = (Event::Text(" ".into()), Event::Ime(ImeEvent::Commit("việt".into())));
    for in_first_frame in [1, 2, 3] {
        check([preedit(""), space.clone(), commit.clone()], in_first_frame);
        check([space.clone(), preedit(""), commit.clone()], in_first_frame);
    }
}

/// A key that the method passes on comes as a commit, before what was composed, which is shown once more in between.
#[test]
fn a_key_that_comes_as_a_commit_comes_after_what_was_composed() {
    let commit = |text: &str| Event::Ime(ImeEvent::Commit(text.into()));
    let check = |key: &str, in_first_frame: usize| {
        let mut bench = Bench::new("نص ");
        bench.focus("Note").press(&[Key::End]).event(preedit("việt"));
        let events = [preedit(""), commit(key), preedit(""), preedit("việt"), preedit(""), preedit(""), commit("việt")];
        for (index, event) in events.into_iter().enumerate() {
            if index == in_first_frame {
                bench.harness.step();
            }
            bench.harness.event(event);
        }
        bench.harness.run();
        let expected = format!("نص việt{}", key.replace('\r', "\n"));
        assert_eq!(bench.text(), expected, "{in_first_frame} in the first frame");
    };
    for in_first_frame in 1..=7 {
        check(" ", in_first_frame);
        check(".", in_first_frame);
        check("،", in_first_frame);
        check("\r", in_first_frame);
    }
    // the next word, before anything was committed
    let mut bench = Bench::new("");
    bench.focus("Note").event(preedit("a")).event(preedit(""));
    bench.harness.event(preedit("b"));
    bench.harness.event(preedit(""));
    bench.harness.event(commit(" "));
    bench.harness.event(preedit("c"));
    bench.harness.event(commit("c"));
    bench.harness.run();
    assert_eq!(bench.text(), " c");
}

#[test]
fn the_list_of_choices_opens_below_the_line() {
    let mut bench = Bench::new("نص");
    bench.focus("Note").press(&[Key::End]).event(preedit("كتا"));
    let told = bench.harness.output().platform_output.ime.expect("while focused");
    // X11 takes the upper corner alone
    let is_foot = told.cursor_rect.height() <= 2.0;
    assert!(is_foot || bench.harness.ctx.os() != OperatingSystem::Nix, "{told:?}");
}

#[test]
fn enter_that_ends_a_composition_comes_after_it() {
    let commit = |text: &str| Event::Ime(ImeEvent::Commit(text.into()));
    let (physical_key, modifiers) = (Some(Key::Enter), Modifiers::NONE);
    let enter = Event::Key { key: Key::Enter, physical_key, pressed: true, repeat: false, modifiers };
    let check = |events: &[Event], expected: &str| {
        let mut bench = Bench::new("");
        bench.focus("Note").event(preedit("việt"));
        for event in events {
            bench.harness.event(event.clone());
        }
        bench.harness.run();
        assert_eq!(bench.text(), expected, "{events:?}");
    };
    check(&[preedit(""), commit("\r"), preedit("việt"), preedit(""), commit("việt")], "việt\n");
    check(&[preedit(""), enter.clone(), commit("việt")], "việt\n");
    check(&[preedit(""), commit("việt"), enter.clone()], "việt\n");
    // nothing is committed: it is Enter all the same
    check(&[preedit(""), enter], "\n");
    // it ended nothing
    check(&[commit("việt"), commit("\r")], "việt");

    // in a line of its own it submits
    let mut bench = Bench::new("");
    bench.focus("Field").event(preedit("việt"));
    for event in [preedit(""), commit("\r"), preedit("việt"), preedit(""), commit("việt")] {
        bench.harness.event(event);
    }
    bench.harness.run();
    assert_eq!(bench.desk.borrow().field, "việt");
    assert_eq!(bench.desk.borrow().submitted, 1);
}

/// X11 hands out a key that the method passes on as the letter that a terminal would get of it.
#[test]
fn a_key_that_comes_as_a_control_letter_is_that_key_and_no_text() {
    let commit = |text: &str| Event::Ime(ImeEvent::Commit(text.into()));
    let composed = |bench: &mut Bench, key: &str, in_first_frame: usize| {
        bench.event(preedit("việt"));
        let events = [preedit(""), commit(key), preedit(""), preedit("việt"), preedit(""), commit("việt")];
        for (index, event) in events.into_iter().enumerate() {
            if index == in_first_frame {
                bench.harness.step();
            }
            bench.harness.event(event);
        }
        bench.harness.run();
    };
    for in_first_frame in 1..=6 {
        // Tab leads on, and what is typed next is typed there
        let mut bench = Bench::new("");
        composed(bench.focus("Note"), "\t", in_first_frame);
        bench.type_text("x");
        assert_eq!((bench.text().as_str(), bench.desk.borrow().field.as_str()), ("việt", "x"), "{in_first_frame}");
        // Shift with it leads back
        let mut bench = Bench::new("");
        bench.focus("Field").event(preedit("việt"));
        bench.harness.event_modifiers(commit("\t"), Modifiers::SHIFT);
        bench.harness.event(commit("việt"));
        bench.harness.run();
        bench.type_text("x");
        assert_eq!((bench.text().as_str(), bench.desk.borrow().field.as_str()), ("x", "việt"), "{in_first_frame}");
        // Ctrl with Z takes back what was composed
        let mut bench = Bench::new("نص ");
        composed(bench.focus("Note").press(&[Key::End]), "\u{1A}", in_first_frame);
        assert_eq!(bench.text(), "نص ", "{in_first_frame}");
        // a key that is nobody's is nothing
        let mut bench = Bench::new("نص ");
        composed(bench.focus("Note").press(&[Key::End]), "\u{4}", in_first_frame);
        assert_eq!(bench.text(), "نص việt", "{in_first_frame}");
    }
    // it ended nothing, and is the key all the same
    let mut bench = Bench::new("");
    bench.focus("Note").event(commit("việt")).event(commit("\t"));
    bench.type_text("x");
    assert_eq!((bench.text().as_str(), bench.desk.borrow().field.as_str()), ("việt", "x"));
}

#[test]
fn space_and_enter_leave_a_composition_to_its_method_and_a_click_interrupts_it() {
    let check = |ends: &dyn Fn(&mut Bench), expected: bool| {
        let mut bench = Bench::new("نص ");
        bench.focus("Note").press(&[Key::End]).event(preedit("việt"));
        ends(&mut bench);
        bench.harness.step();
        let method = bench.harness.output().platform_output.ime.expect("while focused");
        assert_eq!(method.should_interrupt_composition, expected);
    };
    let key = |key: Key| {
        move |bench: &mut Bench| {
            let (physical_key, modifiers) = (Some(key), Modifiers::NONE);
            bench.harness.event(Event::Key { key, physical_key, pressed: true, repeat: false, modifiers });
        }
    };
    check(&key(Key::Space), false);
    check(&key(Key::Enter), false);
    check(
        &|bench| {
            let place = bench.harness.output().platform_output.ime.expect("while focused").rect.center();
            bench.harness.event(Event::PointerMoved(place));
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            bench.harness.event(Event::PointerButton { pos: place, button, pressed: true, modifiers });
        },
        true,
    );
}

/// What X11 and winit bring of words that a method spells out in pieces: it shows what it composes, takes it back and shows it
/// again at each key, and what it commits comes after the first letters of what it composes next.
#[test]
fn quickly_typed_words_arrive_whole_however_they_are_parted_among_frames() {
    let check = |brought: &str, expected: &str, a_frame: usize| {
        let mut bench = Bench::new("");
        bench.focus("Note");
        for (index, piece) in brought.split('|').enumerate() {
            bench.harness.event(match piece.split_at_checked(1) {
                Some(("+", committed)) => Event::Ime(ImeEvent::Commit(committed.into())),
                Some(("_", key)) => Event::Text(key.into()),
                _ => preedit(piece),
            });
            if index % a_frame == a_frame - 1 {
                bench.harness.step();
            }
        }
        bench.harness.run();
        assert_eq!(bench.text(), expected, "{a_frame} in a frame");
    };
    let first = "|a||||a|ab||||ab||||+abc||+d||+e||+f|_ ";
    let second = "|g||||g|h||+g|||h|hi||||hi|hị||||hị|hịk||||hịk||||+hịkl|_ ";
    let third = "|m||||m|n||+m|||n|no||||no|nop||||nop||||+nopq|_ ";
    for a_frame in 1..=12 {
        check(first, "abcdef ", a_frame);
        check(second, "ghịkl ", a_frame);
        check(&[first, second, third, second].join("|"), "abcdef ghịkl mnopq ghịkl ", a_frame);
    }
}

#[test]
fn an_input_method_is_told_where_the_caret_stands_once_it_stands() {
    let mut bench = Bench::new("");
    bench.focus("Note");
    let before = caret(&mut bench);
    bench.type_text("abc");
    assert_eq!(told(&bench), before, "while somebody types");
    assert!((caret(&mut bench).left() - before.left()).abs() > 10.0, "a moment later");
}
