//! What AT-SPI, on Linux, has a role for whose words its readers leave out.
//!
//! Orca reads a date editor and a list that can be typed in by their name alone: it looks for an entry below them, and the
//! bridge has none there, the field is all. As what they are besides, a text that is written in, their words and pale words
//! are read.
//!
//! A cell is called by the names of what stands directly in it, in any order, whatever its own name is. And of rows that stand
//! together, which are a panel there, every word that is shown in them is read, where a list says how many there are.
//!
//! Apart because it goes when the bridge gives such fields and tables the parts that are looked for.

use egui::Id;
use egui::accesskit::{Node, Role, TreeUpdate};

/// Gives what is written in the one role whose text is read, rows a list, and what stands in a cell something that holds it.
#[expect(clippy::wildcard_enum_match_arm, reason = "every other role is heard as it is")]
pub(crate) fn make_heard(update: &mut TreeUpdate) {
    let mut added = Vec::new();
    for (id, node) in &mut update.nodes {
        match node.role() {
            Role::EditableComboBox
            | Role::DateInput
            | Role::DateTimeInput
            | Role::WeekInput
            | Role::MonthInput
            | Role::TimeInput => node.set_role(Role::TextInput),
            // Headings are no rows that are counted.
            Role::RowGroup if node.size_of_set().is_some() => node.set_role(Role::List),
            Role::GridCell if node.label().is_some() && !node.children().is_empty() => {
                // Without a name: then the cell's own is said.
                let holder = Id::unique(("holder of a cell", id.0)).accesskit_id();
                let mut inside = Node::new(Role::Group);
                if let Some(bounds) = node.bounds() {
                    inside.set_bounds(bounds);
                }
                inside.set_children(node.children().to_vec());
                node.set_children(vec![holder]);
                added.push((holder, inside));
            }
            _ => {}
        }
    }
    update.nodes.extend(added);
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::accesskit::{NodeId, TreeId, TreeInfo};

    fn tree(role: Role) -> TreeUpdate {
        let id = NodeId(1);
        TreeUpdate {
            nodes: vec![(id, Node::new(role))],
            tree: Some(TreeInfo::new(id)),
            tree_id: TreeId::ROOT,
            focus: id,
        }
    }

    #[test]
    fn what_is_written_in_is_a_text_and_a_number_stays_one() {
        let check = |role: Role, expected: Role| {
            let mut update = tree(role);
            make_heard(&mut update);
            assert_eq!(update.nodes[0].1.role(), expected);
        };
        check(Role::DateInput, Role::TextInput);
        check(Role::TimeInput, Role::TextInput);
        check(Role::EditableComboBox, Role::TextInput);
        check(Role::SearchInput, Role::SearchInput);
        check(Role::SpinButton, Role::SpinButton);
        check(Role::ComboBox, Role::ComboBox);
        check(Role::RowGroup, Role::RowGroup);
    }

    #[test]
    fn rows_that_are_counted_are_a_list() {
        let mut update = tree(Role::RowGroup);
        update.nodes[0].1.set_size_of_set(4);
        make_heard(&mut update);
        assert_eq!(update.nodes[0].1.role(), Role::List);
    }

    #[test]
    fn what_stands_in_a_cell_with_a_name_is_held_by_something_without_one() {
        let check = |name: Option<&str>, is_held: bool| {
            let mut update = tree(Role::GridCell);
            let cell = &mut update.nodes[0].1;
            if let Some(name) = name {
                cell.set_label(name);
            }
            cell.push_child(NodeId(2));
            update.nodes.push((NodeId(2), Node::new(Role::Button)));
            make_heard(&mut update);
            let below = update.nodes[0].1.children().to_vec();
            assert_eq!(below == [NodeId(2)], !is_held, "{name:?}");
            let holder = update.nodes.iter().find(|(id, _)| is_held && below == [*id]);
            assert_eq!(
                holder.map(|(_, holder)| (holder.label(), holder.children())),
                is_held.then_some((None, &[NodeId(2)][..]))
            );
        };
        check(Some("Sunday: one event"), true);
        check(None, false);
    }
}
