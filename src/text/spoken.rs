//! What a finished tree says otherwise than screen readers understand it.
//!
//! Two things. egui tells of everything that can be chosen that it is ticked or not, and a row, a day or a command of a menu
//! was then read with "not checked" behind it. And AT-SPI, on Linux, has a text for what is written in and a number for what
//! is measured, but nothing for what a closed list holds, how many stand behind a link or who a ticked person is: AccessKit's
//! node has them as its value, Windows and macOS read it, and on Linux nobody heard it.
//!
//! Apart because all of it goes when egui and the bridge learn to tell it.

use egui::accesskit::{Node, Role, Toggled, TreeUpdate};
use egui::{Context, Id};
use std::sync::Arc;

/// Says of what is chosen among others that it is, and keeps ticks for what is ticked.
pub(crate) fn tell_choices(update: &mut TreeUpdate) {
    for (_, node) in &mut update.nodes {
        let Some(toggled) = node.toggled() else { continue };
        let is_on = toggled == Toggled::True;
        if matches!(
            node.role(),
            Role::ListItem | Role::ListBoxOption | Role::Tab | Role::Row | Role::Cell | Role::GridCell | Role::Link
        ) {
            if node.is_selected().is_none() {
                node.set_selected(is_on);
            }
            node.clear_toggled();
        } else if !is_on && node.role() == Role::MenuItem {
            // Of commands the one that holds now has a tick; the others are no boxes without one.
            node.clear_toggled();
        }
    }
}

/// Is this a system whose bridge passes no such value on?
pub(crate) const ARE_VALUES_UNHEARD: bool = cfg!(all(unix, not(target_os = "macos")));

/// What is said before the words for what is wrong, where a bridge has no state for it.
pub fn tell_wrong(ctx: &Context, words: &str) {
    let is_known = wrong(ctx).is_some_and(|known| *known == *words);
    if !is_known {
        ctx.data_mut(|data| data.insert_temp::<Arc<str>>(Id::unique("wrong-words"), words.into()));
    }
}

/// Those words.
pub(crate) fn wrong(ctx: &Context) -> Option<Arc<str>> {
    ctx.data(|data| data.get_temp(Id::unique("wrong-words")))
}

/// Says of what is wrong that it is: what describes it may be read as what helps.
pub(crate) fn describe_wrong(update: &mut TreeUpdate, words: &str) {
    for (_, node) in update.nodes.iter_mut().filter(|(_, node)| node.invalid().is_some()) {
        if let Some(about) = node.description() {
            node.set_description([words, about].join(": "));
        }
    }
}

/// Says each unheard value before what describes its node anyway.
pub(crate) fn describe_values(update: &mut TreeUpdate) {
    for (_, node) in &mut update.nodes {
        // Its number is passed on, and left out by who reads it.
        if let Some(share) = node.numeric_value().filter(|_| node.role() == Role::Splitter) {
            node.set_description(format!("{share}%"));
            continue;
        }
        let Some(value) = node.value().filter(|value| !value.is_empty()) else { continue };
        if is_heard(node) {
            continue;
        }
        // What begins with the name says it again, and a reader may leave out what sounds like the name.
        let beyond = node.label().and_then(|label| value.strip_prefix(label)).map(str::trim_start);
        let value = beyond.filter(|beyond| !beyond.is_empty()).unwrap_or(value);
        // Its number is heard: of what it is one is all that is left to say, and stays the same when it changes.
        let value = if node.role() == Role::SpinButton { sign_of(value) } else { value };
        let said = match node.description().filter(|about| !about.is_empty()) {
            Some(about) if about.contains(value) => continue,
            Some(about) => format!("{value}. {about}"),
            None => value.to_owned(),
        };
        node.set_description(said);
    }
}

/// What a number is one of.
fn sign_of(value: &str) -> &str {
    value.char_indices().next_back().and_then(|(at, _)| value.get(at..)).unwrap_or_default()
}

/// Is its value heard without more: in its name, as its text or as its number?
fn is_heard(node: &Node) -> bool {
    // Its number is heard, and that it is one of a hundred is not, unless something else is said of it.
    if node.role() == Role::SpinButton && node.description().is_none() {
        return !node.value().is_some_and(|value| value.ends_with(['%', '\u{066A}']));
    }
    let has_text = matches!(
        node.role(),
        Role::Label
            | Role::TextRun
            | Role::Document
            | Role::Terminal
            | Role::TextInput
            | Role::MultilineTextInput
            | Role::SearchInput
            | Role::DateInput
            | Role::DateTimeInput
            | Role::WeekInput
            | Role::MonthInput
            | Role::TimeInput
            | Role::EmailInput
            | Role::NumberInput
            | Role::PasswordInput
            | Role::PhoneNumberInput
            | Role::UrlInput
            | Role::EditableComboBox
            | Role::SpinButton
    );
    has_text
        || node.numeric_value().is_some()
        || node.label().zip(node.value()).is_some_and(|(label, value)| label.contains(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::accesskit::{Invalid, NodeId, TreeId, TreeInfo};

    fn tree(node: Node) -> TreeUpdate {
        let id = NodeId(1);
        TreeUpdate { nodes: vec![(id, node)], tree: Some(TreeInfo::new(id)), tree_id: TreeId::ROOT, focus: id }
    }

    #[test]
    fn what_is_chosen_is_selected_and_only_what_is_ticked_is_ticked() {
        let check = |role: Role, toggled: Toggled, expected: (Option<bool>, Option<Toggled>)| {
            let mut node = Node::new(role);
            node.set_toggled(toggled);
            let mut update = tree(node);
            tell_choices(&mut update);
            let told = update.nodes.first().map(|(_, node)| (node.is_selected(), node.toggled()));
            assert_eq!(told, Some(expected), "{role:?}");
        };
        check(Role::ListBoxOption, Toggled::True, (Some(true), None));
        check(Role::Row, Toggled::False, (Some(false), None));
        check(Role::Link, Toggled::True, (Some(true), None));
        check(Role::Link, Toggled::False, (Some(false), None));
        check(Role::Button, Toggled::False, (None, Some(Toggled::False)));
        check(Role::MenuItem, Toggled::False, (None, None));
        check(Role::MenuItem, Toggled::True, (None, Some(Toggled::True)));
        check(Role::CheckBox, Toggled::False, (None, Some(Toggled::False)));
        check(Role::Button, Toggled::True, (None, Some(Toggled::True)));
    }

    fn check(role: Role, about: &str, expected: Option<&str>) {
        let mut node = Node::new(role);
        node.set_label(if role == Role::Button { "Filter: Society" } else { "Kind" });
        node.set_value("Society");
        if !about.is_empty() {
            node.set_description(about);
        }
        let mut update = tree(node);
        describe_values(&mut update);
        let said = update.nodes.first().and_then(|(_, node)| node.description());
        assert_eq!(said, expected, "{role:?}");
    }

    #[test]
    fn what_is_wrong_is_said_to_be() {
        let check = |invalid, about: Option<&str>, expected: Option<&str>| {
            let mut node = Node::new(Role::SpinButton);
            if invalid {
                node.set_invalid(Invalid::True);
            }
            if let Some(about) = about {
                node.set_description(about);
            }
            let mut update = tree(node);
            describe_wrong(&mut update, "Wrong");
            assert_eq!(update.nodes.first().and_then(|(_, node)| node.description()), expected);
        };
        check(true, Some("0 to 480"), Some("Wrong: 0 to 480"));
        check(true, None, None);
        check(false, Some("0 to 480"), Some("0 to 480"));
    }

    #[test]
    fn a_value_that_is_neither_text_nor_number_is_told_as_a_description() {
        check(Role::ComboBox, "", Some("Society"));
        check(Role::CheckBox, "came at ten", Some("Society. came at ten"));
        check(Role::Group, "Society of ten", Some("Society of ten"));
        check(Role::Button, "", None);
        check(Role::TextInput, "", None);
        check(Role::EditableComboBox, "as on the card", Some("as on the card"));
        let mut chip = Node::new(Role::Button);
        chip.set_label("Coming");
        chip.set_value("Coming 3");
        let mut update = tree(chip);
        describe_values(&mut update);
        assert_eq!(update.nodes.first().and_then(|(_, node)| node.description()), Some("3"), "the name is said before");
        let mut edge = Node::new(Role::Splitter);
        edge.set_numeric_value(45.0);
        let mut update = tree(edge);
        describe_values(&mut update);
        assert_eq!(update.nodes.first().and_then(|(_, node)| node.description()), Some("45%"));
        let mut part = Node::new(Role::SpinButton);
        part.set_numeric_value(60.0);
        part.set_value("60%");
        let mut update = tree(part);
        describe_values(&mut update);
        assert_eq!(
            update.nodes.first().and_then(|(_, node)| node.description()),
            Some("%"),
            "its number is said by itself"
        );
    }
}
