//! Fields for words: a line, a search, several lines.

use super::{Cx, Page, case, note, row_of_cases, section};
use eframe::egui::Ui;
use tansiq::text::Direction;
use tansiq::tr;
use tansiq::widgets::{Field, Icon, TextArea};

/// The page.
#[derive(Default)]
pub struct Fields {
    texts: Vec<String>,
}

const WIDTH: f32 = 290.0;
/// How many texts the page holds.
const COUNT: usize = 14;

impl Page for Fields {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        if self.texts.is_empty() {
            self.texts = vec![String::new(); COUNT];
            for (at, key) in
                [(1, "venue"), (3, "long"), (4, "wrong-mail"), (5, "venue"), (7, "asked"), (9, "notes"), (11, "notes")]
            {
                if let Some(text) = self.texts.get_mut(at) {
                    words.get(key).clone_into(text);
                }
            }
            if let Some(text) = self.texts.get_mut(10) {
                *text = words.get("notes").repeat(2);
            }
        }
        let mut texts = self.texts.iter_mut();
        let mut next = || texts.next().unwrap_or_else(|| panic!("more fields than texts"));
        section(ui, words.get("lines"), |ui| {
            note(ui, words.get("line-keys"));
            row_of_cases(ui, |ui| {
                let label = words.get("place");
                case(ui, words.get("empty"), WIDTH, |ui| {
                    Field::new(next(), label).hint(words.get("place-hint")).show(ui);
                });
                case(ui, words.get("full"), WIDTH, |ui| {
                    Field::new(next(), label).help(Some(words.get("place-help"))).show(ui);
                });
                let clear = tr!(cx.tr, "widgets-clear", label = label);
                case(ui, words.get("with-icon"), WIDTH, |ui| {
                    Field::new(next(), label).icon(Icon::Folder).hint(words.get("place-hint")).show(ui);
                });
                case(ui, words.get("clears"), WIDTH, |ui| Field::new(next(), label).clears(&clear).show(ui));
                case(ui, words.get("wrong"), WIDTH, |ui| {
                    Field::new(next(), words.get("mail"))
                        .direction(Direction::LeftToRight)
                        .error(Some(words.get("mail-error")))
                        .show(ui);
                });
                case(ui, words.get("disabled"), WIDTH, |ui| Field::new(next(), label).enabled(false).show(ui));
            });
        });
        section(ui, words.get("searches"), |ui| {
            note(ui, words.get("search-keys"));
            row_of_cases(ui, |ui| {
                let label = words.get("search");
                let clear = tr!(cx.tr, "widgets-clear", label = label);
                case(ui, words.get("empty"), WIDTH, |ui| Field::search(next(), label, &clear).show(ui));
                case(ui, words.get("full"), WIDTH, |ui| Field::search(next(), label, &clear).show(ui));
            });
        });
        section(ui, words.get("areas"), |ui| {
            note(ui, words.get("area-keys"));
            row_of_cases(ui, |ui| {
                let label = words.get("details");
                let count = |used: usize, most: usize| tr!(cx.tr, "widgets-characters", used = used, most = most);
                case(ui, words.get("empty"), WIDTH, |ui| {
                    TextArea::new(next(), label).hint(words.get("details-hint")).show(ui);
                });
                case(ui, words.get("full"), WIDTH, |ui| {
                    let help = words.get("details-help");
                    TextArea::new(next(), label).help(Some(help)).limit(200, &count).show(ui);
                });
                case(ui, words.get("wrong"), WIDTH, |ui| {
                    let error = words.get("details-error");
                    TextArea::new(next(), label).error(Some(error)).limit(120, &count).show(ui);
                });
                case(ui, words.get("disabled"), WIDTH, |ui| TextArea::new(next(), label).enabled(false).show(ui));
            });
        });
    }
}
