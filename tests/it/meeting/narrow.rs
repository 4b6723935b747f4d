//! The page in the smallest window: what stands at its side is read whole. And the count below the notes.

use super::*;
use egui_kittest::Node;
use support::{fill_demo, plain};

/// The meeting of today in the smallest window: what is open from earlier meetings stands at its side.
fn smallest(language: Language) -> Window {
    let mut window = open(&Setup { language, size: [1024.0, 680.0], ..Setup::default() }, fill_demo);
    let row = window.rows().into_iter().next().expect("the meeting is listed");
    window.click_role(Role::Row, &row);
    window
}

#[test]
fn counts_and_numbers_at_the_side_are_not_cut() {
    for (language, title, open) in
        [(Language::English, "From earlier meetings", "7 open"), (Language::Arabic, "من الاجتماعات السابقة", "7 مفتوحة")]
    {
        let window = smallest(language);
        let edge = window.ctx.content_rect().width() * 0.25;
        let labels = |words: &str| -> Vec<eframe::egui::Rect> {
            let says = |node: &Node<'_>| {
                let node = node.accesskit_node();
                node.label().or(node.value()).is_some_and(|label| plain(&label) == words)
            };
            window.query_all_by_role(Role::Label).filter(says).map(|node| node.rect()).collect()
        };
        let heading = window.get_by_role_and_label(Role::Heading, title).rect();
        let count = labels(open)[0];
        // «7 open» is narrower than that only where it is cut.
        assert!(count.width() > 34.0 && count.width() < edge, "{count:?}");
        let beside = count.bottom() <= heading.bottom() + 4.0;
        assert!(beside || count.top() >= heading.bottom() - 4.0, "{heading:?}, {count:?}");
        let number = labels("ت-1448-001-02");
        assert!(number.iter().all(|rect| rect.width() > 84.0), "the number is whole: {number:?}");
        assert!(!number.is_empty());
    }
}

#[test]
fn the_count_below_the_notes_is_of_the_open_item() {
    let mut window = workspace(Language::Arabic);
    assert!(window.shows("لا كلمات"));
    window.type_into(NOTES, "افتتح الرئيس اللقاء");
    pause(&mut window);
    assert!(window.shows("3 كلمات"));
    // The next item has no notes yet.
    window.press_ctrl(Key::ArrowDown);
    assert!(window.shows("لا كلمات"));
    window.press_ctrl(Key::ArrowUp);
    assert!(window.shows("3 كلمات"));
}
