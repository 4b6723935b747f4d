//! What a table's cells and rows are called.
//!
//! A cell is only a place to egui: what stands in it are nodes of their own below it, and whoever walks from cell to cell heard
//! no word of them, nor who walks from row to row of a day or a state beside the title.
//!
//! Apart because it goes when egui names its cells.

use egui::accesskit::{Node, NodeId, Role, Toggled, TreeUpdate};
use egui::{Context, Id};
use std::collections::HashMap;
use std::sync::Arc;

/// Between the words of one cell: a screen reader rests there.
const REST: &str = ". ";
/// Between what something is called and what it is.
const OF: &str = ": ";

/// What is said of a tick where a bridge has no state for it: set and not set.
pub(crate) type TickWords = [Arc<str>; 2];

/// Says how a tick in a cell is put into words, for as long as nobody says otherwise.
pub fn tell_ticks(ctx: &Context, set: &str, not_set: &str) {
    let is_known = ticks(ctx).is_some_and(|[first, second]| *first == *set && *second == *not_set);
    if !is_known {
        ctx.data_mut(|data| data.insert_temp::<TickWords>(Id::unique("tick-words"), [set.into(), not_set.into()]));
    }
}

/// The words for ticks.
pub(crate) fn ticks(ctx: &Context) -> Option<TickWords> {
    ctx.data(|data| data.get_temp(Id::unique("tick-words")))
}

/// Gives each cell that has no name of its own the words that are shown in it, and the tick where it is only a box; its row's
/// name comes behind its column's, unless it is what the cell says. The row is described by all that its cells say beside its
/// name. `ticks` puts a tick into words.
pub(crate) fn name_cells(update: &mut TreeUpdate, ticks: Option<&TickWords>) {
    let is_row = |node: &Node| node.role() == Role::Row && !node.children().is_empty();
    let rows: Vec<usize> =
        update.nodes.iter().enumerate().filter(|(_, (_, node))| is_row(node)).map(|(at, _)| at).collect();
    if rows.is_empty() {
        return;
    }
    let places: HashMap<NodeId, usize> = update.nodes.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
    for row in rows {
        let Some((_, node)) = update.nodes.get(row) else { continue };
        let name = node.label().unwrap_or_default().to_owned();
        let mut said = Vec::new();
        for id in node.children().to_vec() {
            let Some(&at) = places.get(&id) else { continue };
            said.extend(name_cell(&mut update.nodes, &places, at, &name, ticks));
        }
        let Some((_, node)) = update.nodes.get_mut(row) else { continue };
        if node.description().is_none() && !said.is_empty() {
            node.set_description(said.join(REST));
        }
    }
}

/// Names a cell; answers what its row says of it.
fn name_cell(
    nodes: &mut [(NodeId, Node)],
    places: &HashMap<NodeId, usize>,
    at: usize,
    row: &str,
    ticks: Option<&TickWords>,
) -> Option<String> {
    let (_, cell) = nodes.get(at)?;
    if !matches!(cell.role(), Role::Cell | Role::GridCell) || cell.label().is_some() {
        return None;
    }
    let mut shown = Shown::default();
    shown.gather(nodes, places, cell);
    let Shown { words, ticked } = shown;
    let column = cell.description().unwrap_or_default().to_owned();
    let tick = ticked.zip(ticks).map(|(ticked, [set, not_set])| if ticked == Toggled::True { set } else { not_set });
    let column = [column.as_str(), tick.map_or("", |tick| tick)].into_iter().filter(|words| !words.is_empty());
    let column = column.collect::<Vec<_>>().join(OF);
    let about = [column.as_str(), row].into_iter().filter(|about| !about.is_empty() && !words.contains(about));
    let about = about.collect::<Vec<_>>().join(REST);
    // The name of the row is said before.
    let beyond = words.split(REST).filter(|words| !words.is_empty() && *words != row).collect::<Vec<_>>().join(REST);
    let of_row = match (ticked, beyond.is_empty(), column.is_empty()) {
        (Some(_), ..) => tick.map(|_| column),
        (None, true, _) => None,
        (None, false, true) => Some(beyond),
        (None, false, false) => Some(format!("{column}{OF}{beyond}")),
    };
    let (_, cell) = nodes.get_mut(at)?;
    if !words.is_empty() {
        cell.set_label(words);
    }
    if let Some(ticked) = ticked {
        cell.set_toggled(ticked);
    }
    if !about.is_empty() {
        cell.set_description(about);
    }
    of_row
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

#[cfg(test)]
mod tests {
    use super::*;
    use egui::accesskit::{TreeId, TreeInfo};

    /// A row with one cell, in which these stand.
    fn row(name: &str, column: &str, inside: Vec<Node>) -> TreeUpdate {
        let (row_id, cell_id) = (NodeId(1), NodeId(2));
        let (mut row, mut cell) = (Node::new(Role::Row), Node::new(Role::GridCell));
        row.set_label(name);
        row.set_children(vec![cell_id]);
        cell.set_description(column);
        let inside: Vec<(NodeId, Node)> = (3..).map(NodeId).zip(inside).collect();
        cell.set_children(inside.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        let mut update = TreeUpdate {
            nodes: vec![(row_id, row)],
            tree: Some(TreeInfo::new(row_id)),
            tree_id: TreeId::ROOT,
            focus: row_id,
        };
        update.nodes.push((cell_id, cell));
        update.nodes.extend(inside);
        update
    }

    #[test]
    fn a_cell_is_called_by_what_is_shown_in_it_and_says_its_column_and_row() {
        let check = |inside: Vec<Node>, expected: (Option<&str>, Option<Toggled>, Option<&str>)| {
            let mut update = row("Society", "Status", inside);
            name_cells(&mut update, None);
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

    #[test]
    fn a_row_is_described_by_what_its_cells_say_beside_its_name() {
        let line = |words: &str| {
            let mut line = Node::new(Role::Label);
            line.set_label(words);
            line
        };
        let ticks: TickWords = ["yes".into(), "no".into()];
        let check = |column: &str, inside: Vec<Node>, expected: Option<&str>| {
            let mut update = row("Society", column, inside);
            name_cells(&mut update, Some(&ticks));
            assert_eq!(update.nodes[0].1.description(), expected);
            update.nodes[1].1.description().map(str::to_owned)
        };
        check("Status", vec![line("under study")], Some("Status: under study"));
        check("Title", vec![line("Society"), line("of ten")], Some("Title: of ten"));
        check("Title", vec![line("Society")], None);
        check("", vec![line("late")], Some("late"));
        let mut box_of = Node::new(Role::CheckBox);
        box_of.set_label("Society");
        box_of.set_toggled(Toggled::False);
        assert_eq!(check("Done", vec![box_of], Some("Done: no")).as_deref(), Some("Done: no"), "the cell says it too");
    }
}
