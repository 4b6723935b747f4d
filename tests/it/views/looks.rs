//! Where what is drawn stands, and in which ink: what a person sees and no role or name tells.

#![expect(clippy::wildcard_enum_match_arm, reason = "of the shapes that are drawn a test looks at one kind")]

use super::{BOTH, direction, window};
use crate::gallery::open;
use crate::gallery::pages::Switches;
use eframe::egui::{Color32, Rect, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tansiq::strings::Language;
use tansiq::text::Label;
use tansiq::widgets::{TextArea, Theme, progress_bar};

/// All shapes of the last frame, without the groups they come in.
fn shapes<S>(harness: &Harness<'_, S>) -> Vec<Shape> {
    fn collect(shape: &Shape, all: &mut Vec<Shape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, all)),
            other => all.push(other.clone()),
        }
    }
    let mut all = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut all));
    all
}

#[test]
fn wrapped_words_begin_at_the_edge_that_lines_begin_at() {
    let text = "تصل إليه بمفتاح Tab";
    for room in [143.2, 600.0] {
        let harness = window(Language::Arabic, [640.0, 200.0], Rect::NOTHING, move |ui, rect| {
            ui.set_max_width(room);
            *rect = ui.add(Label::new(text).size(12.0).wrap()).rect;
        });
        let label = *harness.state();
        let drawn = shapes(&harness).into_iter().filter_map(|shape| match shape {
            Shape::Mesh(mesh) => Some(mesh.calc_bounds()),
            _ => None,
        });
        let drawn = drawn.reduce(Rect::union).expect("words are drawn");
        assert!(drawn.right() <= label.right() + 0.6, "{drawn:?} in {label:?} of {room}");
        assert!(drawn.left() >= label.left() - 0.6, "{drawn:?} in {label:?} of {room}");
    }
}

#[test]
fn a_paragraph_on_a_page_begins_where_its_own_direction_begins() {
    for (language, text, is_from_right) in [
        (Language::English, "سطر قصير", true),
        (Language::Arabic, "سطر قصير", true),
        (Language::English, "a short line", false),
        (Language::Arabic, "a short line", false),
    ] {
        let harness = window(language, [640.0, 200.0], Rect::NOTHING, move |ui, rect| {
            ui.set_max_width(600.0);
            *rect = ui.add(Label::new(text).fill_width()).rect;
        });
        let label = *harness.state();
        let drawn = shapes(&harness).into_iter().filter_map(|shape| match shape {
            Shape::Mesh(mesh) => Some(mesh.calc_bounds()),
            _ => None,
        });
        let drawn = drawn.reduce(Rect::union).expect("words are drawn");
        let (from_right, from_left) = (label.right() - drawn.right(), drawn.left() - label.left());
        let (near, far) = if is_from_right { (from_right, from_left) } else { (from_left, from_right) };
        assert!(near < 4.0 && far > 300.0, "{text}: {drawn:?} in {label:?}");
    }
}

#[test]
fn the_count_of_letters_is_level_with_the_first_line_of_a_cause() {
    for language in BOTH {
        let count = |used, most| format!("{used} / {most}");
        let harness = window(language, [640.0, 300.0], "نصّ".to_owned(), move |ui, text| {
            let cause = Some("a cause that has no room on a single line");
            let area = TextArea::new(text, "Details").limit(500, &count).error(cause).width(220.0);
            _ = area.show(ui);
        });
        let (cause, count) = (harness.get_by_label_contains("a cause").rect(), harness.get_by_label("3 / 500").rect());
        assert!(cause.height() > 30.0, "it takes two lines: {cause:?}");
        assert!((count.top() - cause.top()).abs() <= 1.0, "{count:?} beside {cause:?}");
        let is_at_end = direction(language).forward(1.0) * (count.center().x - cause.center().x) > 0.0;
        assert!(is_at_end && !count.intersects(cause), "{count:?} beside {cause:?}");
    }
}

#[test]
fn a_bar_that_has_begun_is_seen() {
    let filled = |percent: i64| -> f32 {
        let harness = window(Language::Arabic, [200.0, 40.0], (), move |ui, ()| {
            progress_bar(ui, "Planting", percent, 90.0);
        });
        let ink = Theme::Light.tokens().accent_stroke;
        let bars = shapes(&harness).into_iter().filter_map(|shape| match shape {
            Shape::Rect(rect) if rect.fill == ink => Some(rect.rect.width()),
            _ => None,
        });
        bars.sum()
    };
    let check = |percent, expected: f32| {
        let width = filled(percent);
        assert!((width - expected).abs() < 0.5, "{percent}: {width}");
    };
    check(0, 0.0);
    check(1, 6.0);
    check(50, 45.0);
    check(100, 90.0);
}

#[test]
fn the_days_of_other_months_can_be_read() {
    for theme in [Theme::Light, Theme::Dark] {
        let faint = theme.tokens().ink_faint;
        for page in ["boards", "dates"] {
            let switches = Switches { language: Language::English, theme: Some(theme), ..Switches::default() };
            let harness = open(page, switches);
            let inks = shapes(&harness).into_iter().filter_map(|shape| match shape {
                Shape::Text(text) => Some((text.galley.text().to_owned(), text.fallback_color)),
                _ => None,
            });
            let pale: Vec<(String, Color32)> = inks.filter(|(_, ink)| *ink == faint).collect();
            assert!(pale.is_empty(), "{page}, {theme:?}: {pale:?}");
        }
    }
}

#[test]
fn what_explains_a_disabled_field_is_as_strong_as_its_label() {
    for theme in [Theme::Light, Theme::Dark] {
        let switches = Switches { language: Language::English, theme: Some(theme), ..Switches::default() };
        let harness = open("dates", switches);
        let about: Vec<Rect> = harness.query_all_by_label_contains("Thursday").map(|node| node.rect()).collect();
        let inks: Vec<Color32> = shapes(&harness)
            .into_iter()
            .filter_map(|shape| match shape {
                Shape::Mesh(mesh) if about.iter().any(|rect| rect.expand(1.0).contains_rect(mesh.calc_bounds())) => {
                    mesh.vertices.first().map(|vertex| vertex.color)
                }
                _ => None,
            })
            .collect();
        let tokens = theme.tokens();
        let faded = tokens.ink_soft.gamma_multiply(harness.ctx.global_style().visuals.disabled_alpha);
        assert_eq!(inks, [tokens.ink_weak, faded], "{theme:?}: below a field, and below one that is disabled");
    }
}
