//! The smaller views: tabs, panes, menus, skeletons, cards, tooltips.

use super::{BOTH, Hands, direction, in_reading_order, window};
use eframe::egui::{Event, Key, Modifiers, Pos2, Rect, Role, Shape, Ui, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use tansiq::strings::Language;
use tansiq::widgets::{
    Button, Card, Line, MenuEntry, Skeleton, Split, SplitState, Tab, Tabs, Tone, UiExt, context_menu, figure_card,
    menu_below, pick_list, progress_busy, tip,
};

const TITLES: [&str; 3] = ["Notes", "People", "Files"];

fn tabs(language: Language) -> Harness<'static, usize> {
    window(language, [600.0, 300.0], 0, |ui, at| {
        let tabs = TITLES.map(Tab::new);
        Tabs::new("pages", &tabs).show(ui, at, |ui, page| {
            _ = ui.add(Button::new(&format!("inside {page}")));
        });
    })
}

#[test]
fn tabs_are_one_stop_and_their_pages_are_chosen_with_arrows() {
    for language in BOTH {
        let mut harness = tabs(language);
        let titles: Vec<String> =
            in_reading_order(&harness, language, Role::Tab).into_iter().map(|(name, _)| name).collect();
        assert_eq!(titles, TITLES);
        let (forward, back) = (direction(language).forward_key(), direction(language).back_key());
        harness.press(Key::Tab);
        let mut check = |key, expected: usize| {
            harness.press(key);
            assert_eq!(*harness.state(), expected, "{key:?}");
            let tab = harness.get_by_role_and_label(Role::Tab, TITLES[expected]);
            assert!(tab.is_focused() && tab.accesskit_node().is_selected() == Some(true));
            assert_eq!(tab.accesskit_node().data().position_in_set(), Some(expected), "AccessKit counts from nothing");
            assert_eq!(harness.get_by_role(Role::TabList).accesskit_node().data().size_of_set(), Some(TITLES.len()));
            harness.get_by_role_and_label(Role::TabPanel, TITLES[expected]);
        };
        check(forward, 1);
        check(forward, 2);
        check(forward, 0);
        check(back, 2);
        check(Key::Home, 0);
        check(Key::End, 2);
        harness.press(Key::Tab);
        assert!(harness.get_by_role_and_label(Role::Button, "inside 2").is_focused(), "Tab goes into the page");
        harness.get_by_role_and_label(Role::Tab, TITLES[1]).click();
        harness.run();
        assert_eq!(*harness.state(), 1);
    }
}

/// On a busy machine a key that is held down comes in every frame, or several times in one.
#[test]
fn arrows_that_come_quickly_stay_among_the_tabs() {
    for language in BOTH {
        let mut harness = tabs(language);
        harness.get_by_role_and_label(Role::Tab, TITLES[0]).focus();
        harness.run();
        let forward = direction(language).forward_key();
        let press = |pressed| Event::Key {
            key: forward,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        for (times, expected) in [(1, 1), (1, 2), (2, 1)] {
            for _ in 0..times {
                harness.input_mut().events.extend([press(true), press(false)]);
            }
            harness.step();
            assert_eq!(*harness.state(), expected, "{language:?}");
        }
        harness.run();
        assert!(harness.get_by_role_and_label(Role::Tab, TITLES[1]).is_focused());
    }
}

fn panes(language: Language) -> Harness<'static, SplitState> {
    window(language, [812.0, 300.0], SplitState::default(), |ui, state| {
        Split::beside("edge", 0.5).least(200.0, 100.0).show(
            ui,
            state,
            |ui| _ = ui.add(Button::new("first")),
            |ui| _ = ui.add(Button::new("second")),
        );
    })
}

#[test]
fn the_edge_between_panes_is_dragged_and_put_back() {
    for language in BOTH {
        let mut harness = panes(language);
        let edge = |harness: &Harness<'_, SplitState>| harness.get_by_role_and_label(Role::Splitter, "edge").rect();
        let along = |points: f32| vec2(direction(language).forward(points), 0.0);
        let before = edge(&harness).center();
        harness.drag(before, along(60.0));
        let moved = edge(&harness).center();
        assert!((moved - before - along(60.0)).length() < 2.0, "{moved} from {before}");
        assert!(harness.state().share().is_some_and(|share| share > 0.5), "it can be saved");
        harness.drag(moved, along(-700.0));
        let first = direction(language).forward(
            edge(&harness).center().x
                - direction(language)
                    .start_x(Rect::from_min_max(eframe::egui::Pos2::ZERO, eframe::egui::pos2(812.0, 300.0))),
        );
        assert!((200.0..230.0).contains(&first), "the first pane keeps what it needs: {first}");
        harness.double_click(edge(&harness).center());
        assert!((edge(&harness).center() - before).length() < 1.0, "a double click puts it back");
        assert_eq!(harness.state().share(), None);
    }
}

#[test]
fn the_edge_is_moved_with_keys_between_the_panes() {
    for language in BOTH {
        let mut harness = panes(language);
        let edge =
            |harness: &Harness<'_, SplitState>| harness.get_by_role_and_label(Role::Splitter, "edge").rect().center();
        let before = edge(&harness);
        harness.press(Key::Tab);
        harness.press(Key::Tab);
        assert!(harness.get_by_role_and_label(Role::Splitter, "edge").is_focused(), "pane, edge, pane");
        let forward = direction(language).forward_key();
        harness.press(forward);
        assert!((direction(language).forward(edge(&harness).x - before.x) - 16.0).abs() < 1.0);
        harness.press_with(Modifiers::SHIFT, forward);
        assert!((direction(language).forward(edge(&harness).x - before.x) - 80.0).abs() < 1.0);
        let told = harness.get_by_role_and_label(Role::Splitter, "edge").accesskit_node().numeric_value();
        assert!(told.is_some_and(|told| told.fract() == 0.0), "{told:?}: nobody wants to hear its decimals");
        harness.press(Key::Enter);
        assert!((edge(&harness) - before).length() < 1.0);
        harness.press(Key::Tab);
        assert!(harness.get_by_role_and_label(Role::Button, "second").is_focused());
    }
}

fn thing(language: Language) -> Harness<'static, Vec<(usize, Option<usize>)>> {
    window(language, [700.0, 500.0], Vec::new(), |ui, chosen| {
        ui.add_space(100.0);
        let thing = ui.add(Button::new("thing"));
        let entries = || {
            let more = ["Red", "Green"].map(MenuEntry::new).to_vec();
            vec![
                MenuEntry::new("Open").shortcut("Enter"),
                MenuEntry::new("Never").enabled(false),
                MenuEntry::new("Colour").children(more),
                MenuEntry::new("Delete").danger().begins_group(),
            ]
        };
        if let Some(entry) = context_menu(ui, &thing, "menu of the thing", entries) {
            chosen.push((entry.entry, entry.child));
        }
    })
}

#[test]
fn a_menu_opens_at_the_pointer_and_grows_to_where_lines_end() {
    for language in BOTH {
        let mut harness = thing(language);
        let thing = harness.get_by_role_and_label(Role::Button, "thing").rect();
        harness.get_by_role_and_label(Role::Button, "thing").click_secondary();
        harness.run();
        let entry = harness.get_by_role_and_label(Role::MenuItem, "Open").rect();
        let beside = direction(language).forward(entry.center().x - thing.center().x);
        assert!(beside > 0.0 || entry.left() <= thing.left() || entry.right() >= thing.right(), "{entry} at {thing}");
        harness.get_by_role_and_label(Role::MenuItem, "Colour").click();
        harness.run();
        let child = harness.get_by_role_and_label(Role::MenuItem, "Red").rect();
        assert!(!child.intersects(harness.get_by_role_and_label(Role::MenuItem, "Colour").rect()), "beside its parent");
        harness.get_by_role_and_label(Role::MenuItem, "Green").click();
        harness.run();
        assert_eq!(*harness.state(), [(2, Some(1))]);
        assert!(harness.query_by_role(Role::MenuItem).is_none(), "it is closed");
    }
}

#[test]
fn a_menu_is_worked_with_keys_alone() {
    for language in BOTH {
        let mut harness = thing(language);
        let (forward, back) = (direction(language).forward_key(), direction(language).back_key());
        let focused = |harness: &Harness<'_, Vec<(usize, Option<usize>)>>| {
            let item = harness.query_all_by_role(Role::MenuItem).find(|item| item.is_focused());
            item.and_then(|item| item.accesskit_node().label())
        };
        harness.press(Key::Tab);
        harness.press_with(Modifiers::SHIFT, Key::F10);
        assert_eq!(focused(&harness).as_deref(), Some("Open"));
        harness.press(Key::ArrowDown);
        assert_eq!(focused(&harness).as_deref(), Some("Colour"), "what can't be chosen is passed over");
        harness.press(forward);
        assert_eq!(focused(&harness).as_deref(), Some("Red"));
        harness.press(back);
        assert_eq!(focused(&harness).as_deref(), Some("Colour"));
        harness.press(Key::Enter);
        harness.press(Key::Escape);
        assert_eq!(focused(&harness).as_deref(), Some("Colour"), "Escape closes one level");
        harness.event(eframe::egui::Event::Text("d".to_owned()));
        harness.run();
        assert_eq!(focused(&harness).as_deref(), Some("Delete"), "a letter goes to the entry it begins");
        harness.press(Key::Enter);
        assert_eq!(*harness.state(), [(3, None)]);
        assert!(harness.get_by_role_and_label(Role::Button, "thing").is_focused(), "the thing has the focus again");
        harness.press(Key::Menu);
        harness.press(Key::Escape);
        assert!(harness.query_by_role(Role::MenuItem).is_none());
        assert!(harness.get_by_role_and_label(Role::Button, "thing").is_focused(), "also after Escape");
        assert_eq!(harness.state().len(), 1);
    }
}

#[test]
fn a_skeleton_appears_when_loading_is_noticed_and_comes_to_rest() {
    let mut harness = window(Language::Arabic, [700.0, 500.0], true, |ui, is_loading| {
        // Motion is not reduced here.
        ui.style_mut().animation_time = 0.1;
        if *is_loading {
            Skeleton::rows("loading", 56.0).show(ui);
        }
    });
    harness.run_steps(10);
    let skeleton = harness.get_by_role_and_label(Role::Status, "loading");
    assert!(skeleton.accesskit_node().data().is_busy());
    let delay =
        |harness: &Harness<'_, bool>| harness.output().viewport_output.values().next().expect("a window").repaint_delay;
    assert!(delay(&harness) > std::time::Duration::ZERO, "it never asks for a frame at once");
    assert!(delay(&harness) < std::time::Duration::from_secs(1), "it breathes");
    harness.run_steps(400);
    assert_eq!(delay(&harness), std::time::Duration::MAX, "what never comes keeps nothing busy");
}

#[test]
fn cards_figures_and_bars_say_what_they_are() {
    let mut harness = window(Language::English, [700.0, 500.0], 0, |ui, pressed| {
        Card::new().title("Commitments").show(ui, |ui| _ = ui.add(Line::new("8 of 11")));
        let card = Card::new().pressable("Next meeting").show(ui, |ui| _ = ui.add(Line::new("10:00")));
        if card.response.clicked() {
            *pressed += 1;
        }
        figure_card(ui, "Late", "5", "the oldest for 19 days", Tone::Red, 200.0);
        progress_busy(ui, "Exporting", 200.0);
        tip(ui.add(Button::new("Undo")), "Take it back", "Ctrl Z");
    });
    harness.get_by_role_and_label(Role::Heading, "Commitments");
    let figure = harness.get_by_role_and_label(Role::Group, "Late");
    assert_eq!(figure.value().as_deref(), Some("5"));
    let said = figure.accesskit_node().data().description();
    assert!(said.is_some_and(|said| said.ends_with("the oldest for 19 days")), "{said:?}");
    assert!(harness.get_by_role_and_label(Role::ProgressIndicator, "Exporting").accesskit_node().data().is_busy());
    let undo = harness.get_by_role_and_label(Role::Button, "Undo");
    assert_eq!(undo.accesskit_node().data().keyboard_shortcut(), Some("Ctrl Z"));
    harness.get_by_role_and_label(Role::Button, "Next meeting").click();
    harness.run();
    harness.press(Key::Enter);
    assert_eq!(*harness.state(), 1, "a click leaves the focus where it was");
    harness.get_by_role_and_label(Role::Button, "Next meeting").focus();
    harness.press(Key::Enter);
    assert_eq!(*harness.state(), 2);
}

#[test]
fn a_button_tells_its_name_and_its_keys() {
    let mut harness = window(Language::English, [400.0, 200.0], (), |ui, ()| {
        ui.add(Button::primary("Save").keys("Ctrl Enter"));
        ui.add(Button::new("Plain"));
    });
    let save = harness.get_by_role_and_label(Role::Button, "Save");
    assert_eq!(save.accesskit_node().data().keyboard_shortcut(), Some("Ctrl Enter"));
    let at = save.rect().center();
    let count = |harness: &Harness<'_, ()>, name: &str| harness.query_all_by_label(name).count();
    let before = count(&harness, "Save");
    harness.hover_at(at);
    for _ in 0..20 {
        harness.step();
    }
    assert_eq!(count(&harness, "Save"), before + 1, "the tooltip says the name");
}

#[test]
fn the_whole_of_a_shortened_line_stands_below_where_the_line_starts() {
    const WHOLE: &str =
        "حصر المرافق البلدية غير المستغلة الصالحة لتكون مقرات مؤقتة للجمعيات الأهلية في أحياء المدينة كلها";
    for language in BOTH {
        let mut harness = window(language, [800.0, 300.0], (), |ui, ()| {
            let layout = ui.direction().column();
            ui.with_layout(layout, |ui| ui.add(Line::new(WHOLE).max_width(120.0)));
        });
        let line = harness.get_by_label(WHOLE).rect();
        harness.hover_at(line.center());
        for _ in 0..20 {
            harness.step();
        }
        let found: Vec<Rect> = harness.query_all_by_label(WHOLE).map(|node| node.rect()).collect();
        let tip = found.into_iter().find(|rect| *rect != line).expect("the tooltip");
        let start = |rect: Rect| if direction(language).is_rtl() { rect.right() } else { rect.left() };
        assert!((start(tip) - start(line)).abs() < 12.0, "{language:?}: {tip:?} below {line:?}");
        assert!(tip.top() >= line.bottom() && tip.height() > 1.5 * line.height(), "{language:?}: {tip:?}, in lines");
        let node = harness.query_all_by_label(WHOLE).find(|node| node.rect() == line).expect("the line");
        assert_ne!(node.accesskit_node().role(), Role::Unknown);
    }
}

#[test]
fn a_pick_list_is_opened_and_answered_with_keys() {
    let options = ["Draft", "Held", "Postponed"].map(str::to_owned);
    let mut harness = window(Language::Arabic, [600.0, 300.0], 0_usize, move |ui, at| {
        *at = pick_list(ui, "Status", Some(*at), &options, 260.0).unwrap_or(*at);
    });
    harness.press(Key::Tab);
    harness.press(Key::ArrowDown);
    harness.press(Key::ArrowDown);
    harness.key_down(Key::Enter);
    harness.step();
    assert_eq!(*harness.state(), 1);
    let told = harness.get_by_role_and_label(Role::ComboBox, "Status").accesskit_node().value();
    assert_eq!(told.as_deref(), Some("Held"), "with the focus comes what was chosen, and not what stood there before");
    harness.key_up(Key::Enter);
    harness.run();
    let field = |harness: &Harness<'_, usize>| harness.get_by_role_and_label(Role::ComboBox, "Status").is_focused();
    assert!(field(&harness), "the focus is back in the field");
    harness.press_with(Modifiers::ALT, Key::ArrowDown);
    assert!(harness.query_by_role_and_label(Role::MenuItem, "Postponed").is_some());
    harness.press(Key::Escape);
    assert!(field(&harness));
    assert_eq!(*harness.state(), 1);
}

#[test]
fn tab_takes_the_entry_one_is_at_and_goes_on_to_the_next_field() {
    let options = ["Draft", "Held", "Postponed"].map(str::to_owned);
    let mut harness = window(Language::Arabic, [600.0, 300.0], 0_usize, move |ui, at| {
        _ = ui.add(Button::new("before"));
        *at = pick_list(ui, "Status", Some(*at), &options, 260.0).unwrap_or(*at);
        _ = ui.add(Button::new("after"));
    });
    let is_at =
        |harness: &Harness<'_, usize>, name: &str| harness.get_by_role_and_label(Role::Button, name).is_focused();
    harness.press(Key::Tab);
    harness.press(Key::Tab);
    harness.event(Event::Text("p".to_owned()));
    harness.run();
    harness.press(Key::Tab);
    assert_eq!(*harness.state(), 2);
    assert!(harness.query_by_role_and_label(Role::MenuItem, "Draft").is_none(), "the list is closed");
    assert!(is_at(&harness, "after"));
    harness.press_with(Modifiers::SHIFT, Key::Tab);
    harness.press(Key::ArrowDown);
    harness.press(Key::ArrowUp);
    harness.press_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(*harness.state(), 1);
    assert!(is_at(&harness, "before"));
}

#[test]
fn letters_typed_quickly_lead_to_the_entry_that_begins_with_all_of_them() {
    let options = ["أمانة", "جمعية أهلية", "جمعية تعاونية", "مؤسسة"].map(str::to_owned);
    let mut harness = window(Language::Arabic, [600.0, 300.0], 0_usize, move |ui, at| {
        *at = pick_list(ui, "Kind", Some(*at), &options, 260.0).unwrap_or(*at);
    });
    harness.press(Key::Tab);
    for letter in ["ج", "م", "ع", "ي", "ه", " ", "ت"] {
        if letter == " " {
            harness.key_press(Key::Space);
        }
        harness.event(Event::Text(letter.to_owned()));
        // A frame each, as quick typing has it: a pause would begin anew.
        harness.step();
    }
    harness.run();
    assert!(harness.get_by_role_and_label(Role::MenuItem, "جمعية تعاونية").is_focused());
    harness.press(Key::Enter);
    assert_eq!(*harness.state(), 2);
}

#[test]
fn arrows_pressed_in_frames_that_follow_each_other_go_one_entry_each() {
    let options = ["1", "2", "3", "4", "5", "6"].map(str::to_owned);
    let mut harness = window(Language::Arabic, [600.0, 400.0], 0_usize, move |ui, at| {
        *at = pick_list(ui, "Number", Some(*at), &options, 260.0).unwrap_or(*at);
    });
    harness.press(Key::Tab);
    harness.press(Key::ArrowDown);
    for _ in 0..3 {
        harness.key_press(Key::ArrowDown);
        harness.step();
    }
    // And the key that chooses in the frame of the last arrow.
    let key = |key| Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
    harness.input_mut().events.extend([key(Key::ArrowDown), key(Key::Enter)]);
    harness.run();
    assert_eq!(*harness.state(), 4);
}

#[test]
fn the_list_of_a_field_is_as_wide_as_the_field() {
    for language in BOTH {
        let options = ["Draft", "Held"].map(str::to_owned);
        let mut harness = window(language, [600.0, 300.0], (), move |ui, ()| {
            pick_list(ui, "Status", Some(0), &options, 260.0);
        });
        let field = harness.get_by_role_and_label(Role::ComboBox, "Status").rect();
        harness.get_by_role_and_label(Role::ComboBox, "Status").click();
        harness.run();
        let entries = harness.get_by_role_and_label(Role::MenuItem, "Held").rect();
        // The frame around the entries is seven points wide on each side.
        assert!((entries.width() + 14.0 - field.width()).abs() < 0.6, "{entries:?} in {field:?}");
        assert!((entries.center().x - field.center().x).abs() < 0.6, "below it: {entries:?}, {field:?}");
    }
}

#[test]
fn the_words_of_a_flush_button_begin_where_its_row_does() {
    for language in BOTH {
        let harness = window(language, [400.0, 100.0], Rect::NOTHING, |ui, row| {
            ui.with_layout(tansiq::widgets::UiExt::direction(ui).row(), |ui| {
                *row = ui.max_rect();
                _ = ui.add(Button::quiet("014").small().flush());
            });
        });
        let (row, button) = (*harness.state(), harness.get_by_role_and_label(Role::Button, "014").rect());
        let direction = direction(language);
        let outside = direction.forward(direction.start_x(row) - direction.start_x(button));
        assert!((outside - 8.0).abs() < 0.5, "{language:?}: {button} in {row}");
    }
}

#[test]
fn the_line_between_stacked_panes_meets_the_one_beside_them() {
    fn lines(shape: &Shape, found: &mut Vec<[Pos2; 2]>) {
        if let Shape::Vec(shapes) = shape {
            shapes.iter().for_each(|shape| lines(shape, found));
        } else if let Shape::LineSegment { points, .. } = shape {
            found.push(*points);
        }
    }
    for language in BOTH {
        let states = [SplitState::default(); 2];
        let harness = window(language, [800.0, 300.0], states, |ui, [outer, inner]| {
            let below = |ui: &mut Ui| {
                Split::stacked("below", 0.5).show(ui, inner, |_| (), |_| ());
            };
            Split::beside("beside", 0.6).show(ui, outer, |_| (), below);
        });
        let mut found = Vec::new();
        harness.output().shapes.iter().for_each(|clipped| lines(&clipped.shape, &mut found));
        let across = found.iter().find(|[from, to]| from.y == to.y).expect("the line between above and below");
        let down = found.iter().find(|[from, to]| from.x == to.x).expect("the line between the two sides");
        let is_met = across.iter().any(|end| (end.x - down[0].x).abs() < 0.1);
        assert!(is_met, "{language:?}: {across:?} and {down:?}");
    }
}

#[test]
fn a_button_with_a_menu_tells_of_it_and_whether_it_is_open() {
    let mut harness = window(Language::English, [300.0, 300.0], (), |ui, ()| {
        let button = ui.add(Button::new("More"));
        menu_below(ui, &button, "more", &[MenuEntry::new("Copy")]);
    });
    let heard = |harness: &Harness<'_, ()>| {
        let node = harness.get_by_role_and_label(Role::Button, "More");
        let data = node.accesskit_node().data().clone();
        (data.has_popup().is_some(), data.is_expanded())
    };
    assert_eq!(heard(&harness), (true, Some(false)));
    harness.get_by_label("More").click();
    harness.run();
    assert!(harness.get_by_label("Copy").is_focused());
    assert_eq!(heard(&harness), (true, Some(true)));
    harness.press(Key::Escape);
    assert_eq!(heard(&harness), (true, Some(false)));
}
