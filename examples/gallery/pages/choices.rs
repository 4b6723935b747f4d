//! Fields that suggest: one thing, several things, one of a closed list.

use super::{Cx, Page, case, note, row_of_cases, section};
use eframe::egui::{Id, Ui};
use tansiq::text::TextField;
use tansiq::tr;
use tansiq::widgets::{
    ComboField, InlineChoice, InlineList, InlineListState, Suggestion, TokenDraft, TokenField, pick_list,
};

/// The page.
#[derive(Default)]
pub struct Choices {
    state: Option<State>,
}

struct State {
    bodies: [String; 4],
    people: TokenDraft,
    tags: TokenDraft,
    closed: TokenDraft,
    none: TokenDraft,
    picked: Option<usize>,
    note: String,
    inline: InlineListState,
}

const WIDTH: f32 = 290.0;

impl Page for Choices {
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let words = cx.words;
        let state = self.state.get_or_insert_with(|| State {
            bodies: ["", "body", "body", "body"].map(|key| match key {
                "" => String::new(),
                key => words.get(key).to_owned(),
            }),
            people: TokenDraft::new(words.list("chosen-people")),
            tags: TokenDraft::new(words.list("chosen-tags")),
            closed: TokenDraft::new(words.list("chosen-people")),
            none: TokenDraft::default(),
            picked: Some(1),
            note: words.get("mention-text").to_owned(),
            inline: InlineListState::new(),
        });
        let bodies: Vec<Suggestion> = words
            .list("bodies")
            .iter()
            .map(|line| {
                let (text, detail) = line.split_once('=').unwrap_or((line, ""));
                Suggestion { text: text.to_owned(), detail: detail.to_owned(), ..Suggestion::default() }
            })
            .collect();
        let people: Vec<Suggestion> = words
            .list("people")
            .iter()
            .map(|line| {
                let (letters, text) = line.split_once('=').unwrap_or(("", line));
                Suggestion { text: text.to_owned(), letters: letters.to_owned(), ..Suggestion::default() }
            })
            .collect();
        let create = |typed: &str| format!("{} «{typed}»", words.get("new"));
        let [empty, full, wrong, disabled] = &mut state.bodies;
        section(ui, words.get("combos"), |ui| {
            note(ui, words.get("combo-keys"));
            row_of_cases(ui, |ui| {
                let label = words.get("host");
                case(ui, words.get("empty"), WIDTH, |ui| {
                    ComboField::new(empty, label, &bodies).hint(words.get("host-hint")).create(&create).show(ui);
                });
                case(ui, words.get("full"), WIDTH, |ui| {
                    ComboField::new(full, label, &bodies).help(Some(words.get("host-help"))).show(ui);
                });
                case(ui, words.get("wrong"), WIDTH, |ui| {
                    ComboField::new(wrong, label, &bodies).error(Some(words.get("host-error"))).show(ui);
                });
                case(ui, words.get("disabled"), WIDTH, |ui| {
                    ComboField::new(disabled, label, &bodies).enabled(false).show(ui);
                });
            });
        });
        let remove = |token: &str| tr!(cx.tr, "widgets-remove", what = token);
        section(ui, words.get("tokens"), |ui| {
            note(ui, words.get("token-keys"));
            row_of_cases(ui, |ui| {
                case(ui, words.get("empty"), WIDTH, |ui| {
                    let hint = words.get("tags-hint");
                    TokenField::new(&mut state.none, words.get("tags"), &[], &remove)
                        .hint(hint)
                        .create(&create)
                        .show(ui);
                });
                case(ui, words.get("people-case"), WIDTH, |ui| {
                    let help = words.get("people-help");
                    TokenField::new(&mut state.people, words.get("guests"), &people, &remove).help(Some(help)).show(ui);
                });
                case(ui, words.get("many"), WIDTH, |ui| {
                    TokenField::new(&mut state.tags, words.get("areas"), &[], &remove).create(&create).show(ui);
                });
                case(ui, words.get("disabled"), WIDTH, |ui| {
                    TokenField::new(&mut state.closed, words.get("guests"), &people, &remove).enabled(false).show(ui);
                });
            });
        });
        section(ui, words.get("lists"), |ui| {
            note(ui, words.get("list-keys"));
            case(ui, words.get("full"), WIDTH, |ui| {
                let options = words.list("kinds");
                if let Some(picked) = pick_list(ui, words.get("kind"), state.picked, &options, WIDTH) {
                    state.picked = Some(picked);
                }
            });
        });
        section(ui, words.get("inline"), |ui| {
            note(ui, words.get("inline-keys"));
            case(ui, words.get("full"), WIDTH, |ui| {
                mention(ui, words.get("mention"), &people, &mut state.note, &mut state.inline);
            });
        });
    }
}

/// A line in which «@» names somebody.
fn mention(ui: &mut Ui, label: &str, people: &[Suggestion], note: &mut String, state: &mut InlineListState) {
    let widget = Id::unique("gallery-mention");
    let typed = note.rsplit_once('@').map(|(_, typed)| typed.to_owned());
    let list = typed.as_deref().map(|typed| InlineList {
        id: Id::unique("gallery-mention-list"),
        label,
        suggestions: people,
        create: None,
        typed,
    });
    let has_focus = ui.memory(|memory| memory.has_focus(widget));
    // It opens for what is typed, not for a caret that comes by.
    let before = note.clone();
    let is_open = ui.data(|data| data.get_temp(widget)).unwrap_or(false) && has_focus;
    let list = list.filter(|_| is_open);
    let mut chosen = list.filter(|_| has_focus).and_then(|list| list.keys(ui, state));
    let output = TextField::new(note).id(widget).label(label).width(WIDTH).show(ui);
    if let Some(list) = list.filter(|_| output.response.has_focus() && chosen.is_none()) {
        chosen = list.show(ui, widget, output.caret_rect, state);
    }
    let is_typed = *note != before && chosen.is_none();
    ui.data_mut(|data| data.insert_temp(widget, is_typed || (is_open && chosen.is_none())));
    let picked = if let Some(InlineChoice::Suggestion(index)) = chosen { people.get(index) } else { None };
    if let (Some(person), Some((before, _))) = (picked, note.rsplit_once('@')) {
        *note = format!("{before}{} ", person.text);
        *state = InlineListState::new();
    }
}
