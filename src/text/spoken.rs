//! What a finished tree says otherwise than screen readers understand it.
//!
//! Three things. egui tells of everything that can be chosen that it is ticked or not, and a row, a day or a command of a menu
//! was then read with "not checked" behind it. And AT-SPI, on Linux, has a text for what is written in and a number for what
//! is measured, but nothing for what a closed list holds, how many stand behind a link or who a ticked person is: AccessKit's
//! node has them as its value, Windows and macOS read it, and on Linux nobody heard it. And a cell of a table is only a place
//! to egui: what stands in it are nodes of their own below it, and whoever walks from cell to cell heard no word of them.
//!
//! Apart because all of it goes when egui and the bridge learn to tell it.

use egui::accesskit::{Node, NodeId, Role, Toggled, TreeUpdate};
use std::collections::HashMap;

/// Between the words of one cell: a screen reader rests there.
const REST: &str = ". ";

/// Gives each cell that has no name of its own the words that are shown in it, and the tick where it is only a box; its row's
/// name comes behind its column's, unless it is what the cell says.
pub(crate) fn name_cells(update: &mut TreeUpdate) {
    let rows = update.nodes.iter().filter(|(_, node)| node.role() == Role::Row);
    let cells: Vec<(NodeId, Option<String>)> =
        rows.flat_map(|(_, row)| row.children().iter().map(|cell| (*cell, row.label().map(str::to_owned)))).collect();
    if cells.is_empty() {
        return;
    }
    let places: HashMap<NodeId, usize> = update.nodes.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    for (id, row) in cells {
        let Some(cell) = places.get(&id).and_then(|at| update.nodes.get(*at)).map(|(_, node)| node) else { continue };
        if !matches!(cell.role(), Role::Cell | Role::GridCell) || cell.label().is_some() {
            continue;
        }
        let mut shown = Shown::default();
        shown.gather(&update.nodes, &places, cell);
        let Shown { words, ticked } = shown;
        let column = cell.description().map(str::to_owned);
        let row = row.filter(|row| !words.contains(row.as_str()));
        let about: Vec<String> = column.into_iter().chain(row).collect();
        let Some((_, cell)) = places.get(&id).and_then(|at| update.nodes.get_mut(*at)) else { continue };
        if !words.is_empty() {
            cell.set_label(words);
        }
        if let Some(ticked) = ticked {
            cell.set_toggled(ticked);
        }
        if !about.is_empty() {
            cell.set_description(about.join(REST));
        }
    }
}

/// What stands in a cell.
#[derive(Default)]
struct Shown {
    words: String,
    ticked: Option<Toggled>,
}

impl Shown {
    fn gather(&mut self, nodes: &[(NodeId, Node)], places: &HashMap<NodeId, usize>, of: &Node) {
        for id in of.children() {
            let Some((_, node)) = places.get(id).and_then(|at| nodes.get(*at)) else { continue };
            if node.is_hidden() {
                continue;
            }
            if matches!(node.role(), Role::CheckBox | Role::Switch) {
                self.ticked = self.ticked.or(node.toggled());
            }
            // What it holds says more than what it is called: the cell's column is called so too.
            let said = node.value().filter(|value| !value.is_empty()).or_else(|| node.label());
            match said {
                Some(said) => self.say(said),
                None => self.gather(nodes, places, node),
            }
        }
    }

    fn say(&mut self, words: &str) {
        if !self.words.is_empty() {
            self.words.push_str(REST);
        }
        self.words.push_str(words);
    }
}

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

/// Says each unheard value before what describes its node anyway.
pub(crate) fn describe_values(update: &mut TreeUpdate) {
    for (_, node) in &mut update.nodes {
        let Some(value) = node.value().filter(|value| !value.is_empty()) else { continue };
        if is_heard(node) {
            continue;
        }
        let said = match node.description().filter(|about| !about.is_empty()) {
            Some(about) if about.contains(value) => continue,
            Some(about) => format!("{value}. {about}"),
            None => value.to_owned(),
        };
        node.set_description(said);
    }
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
    use egui::accesskit::{NodeId, TreeId, TreeInfo};

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

    /// A row with one cell, in which these stand.
    fn row(name: &str, column: &str, inside: Vec<Node>) -> TreeUpdate {
        let (row_id, cell_id) = (NodeId(1), NodeId(2));
        let (mut row, mut cell) = (Node::new(Role::Row), Node::new(Role::GridCell));
        row.set_label(name);
        row.set_children(vec![cell_id]);
        cell.set_description(column);
        let inside: Vec<(NodeId, Node)> = (3..).map(NodeId).zip(inside).collect();
        cell.set_children(inside.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        let mut update = tree(row);
        update.nodes.push((cell_id, cell));
        update.nodes.extend(inside);
        assert_eq!(update.nodes[0].0, row_id);
        update
    }

    #[test]
    fn a_cell_is_called_by_what_is_shown_in_it_and_says_its_column_and_row() {
        let check = |inside: Vec<Node>, expected: (Option<&str>, Option<Toggled>, Option<&str>)| {
            let mut update = row("Society", "Status", inside);
            name_cells(&mut update);
            let cell = &update.nodes[1].1;
            assert_eq!((cell.label(), cell.toggled(), cell.description()), expected);
        };
        let holding = |role, label: &str, value: &str| {
            let mut node = Node::new(role);
            node.set_label(label);
            node.set_value(value);
            node
        };
        let line = |words: &str| holding(Role::Label, "", words);
        let mut box_of = Node::new(Role::CheckBox);
        box_of.set_label("Society");
        box_of.set_toggled(Toggled::True);
        check(vec![line("under study")], (Some("under study"), None, Some("Status. Society")));
        check(vec![line("Society"), line("of ten")], (Some("Society. of ten"), None, Some("Status")));
        check(vec![holding(Role::Button, "Change", "done")], (Some("done"), None, Some("Status. Society")));
        check(vec![box_of], (Some("Society"), Some(Toggled::True), Some("Status")));
        check(Vec::new(), (None, None, Some("Status. Society")));
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
    fn a_value_that_is_neither_text_nor_number_is_told_as_a_description() {
        check(Role::ComboBox, "", Some("Society"));
        check(Role::CheckBox, "came at ten", Some("Society. came at ten"));
        check(Role::Group, "Society of ten", Some("Society of ten"));
        check(Role::Button, "", None);
        check(Role::TextInput, "", None);
        check(Role::EditableComboBox, "as on the card", Some("as on the card"));
        let mut part = Node::new(Role::SpinButton);
        part.set_numeric_value(60.0);
        part.set_value("60%");
        let mut update = tree(part);
        describe_values(&mut update);
        assert_eq!(update.nodes.first().and_then(|(_, node)| node.description()), Some("60%"));
    }
}
