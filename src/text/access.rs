//! What screen readers hear: text runs of our editors, and no corrupt ones of egui's.
//!
//! Apart because AccessKit's tree is finished by egui before the hook sees it. egui's list of parents is private, so
//! the editors announce their runs here and the hook merges them into the finished tree.

use std::collections::{HashMap, HashSet};

use egui::Id;
use egui::accesskit::{Node, NodeId, Role, TextSelection, TreeUpdate};

use super::bidi::has_rtl;

/// The runs of one editor.
pub(crate) struct Announcement {
    pub(crate) parent: Id,
    pub(crate) runs: Vec<(NodeId, Node)>,
    pub(crate) selection: Option<TextSelection>,
}

/// Gives every announced run to its parent. Of two for one parent the later stands: a discarded pass ran first.
pub(crate) fn merge(update: &mut TreeUpdate, announcements: Vec<Announcement>) {
    let mut by_parent: HashMap<NodeId, Announcement> =
        announcements.into_iter().map(|announcement| (announcement.parent.accesskit_id(), announcement)).collect();
    let mut runs = Vec::new();
    for (id, node) in &mut update.nodes {
        let Some(announcement) = by_parent.remove(id) else { continue };
        for (run, _) in &announcement.runs {
            node.push_child(*run);
        }
        if let Some(selection) = announcement.selection {
            node.set_text_selection(selection);
        }
        runs.extend(announcement.runs);
    }
    update.nodes.extend(runs);
}

/// egui writes a run from a galley's glyphs, of which right-to-left text has more than letters. Without runs a
/// screen reader takes the node's own value or label, which is right.
pub(crate) fn remove_corrupt_runs(update: &mut TreeUpdate) {
    let rtl_runs: HashSet<NodeId> = update
        .nodes
        .iter()
        .filter(|(_, node)| node.role() == Role::TextRun && node.value().is_some_and(has_rtl))
        .map(|(id, _)| *id)
        .collect();
    if rtl_runs.is_empty() {
        return;
    }
    let all_runs: HashSet<NodeId> =
        update.nodes.iter().filter(|(_, node)| node.role() == Role::TextRun).map(|(id, _)| *id).collect();
    let mut removed = HashSet::new();
    for (_, node) in &mut update.nodes {
        if !node.children().iter().any(|child| rtl_runs.contains(child)) {
            continue;
        }
        let (runs, others): (Vec<NodeId>, Vec<NodeId>) =
            node.children().iter().partition(|child| all_runs.contains(child));
        node.set_children(others);
        node.clear_text_selection();
        removed.extend(runs);
    }
    update.nodes.retain(|(id, _)| !removed.contains(id));
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::accesskit::{TreeId, TreeInfo};

    fn tree(run_text: &str) -> TreeUpdate {
        let (label, run) = (NodeId(1), NodeId(2));
        let mut node = Node::new(Role::Label);
        node.set_value(run_text);
        node.push_child(run);
        let mut child = Node::new(Role::TextRun);
        child.set_value(run_text);
        TreeUpdate {
            nodes: vec![(label, node), (run, child)],
            tree: Some(TreeInfo::new(label)),
            tree_id: TreeId::ROOT,
            focus: label,
        }
    }

    #[test]
    fn runs_of_right_to_left_text_go_and_the_value_stays() {
        let mut update = tree("نص");
        remove_corrupt_runs(&mut update);
        assert_eq!(update.nodes.len(), 1);
        assert!(update.nodes[0].1.children().is_empty());
        assert_eq!(update.nodes[0].1.value(), Some("نص"));
    }

    #[test]
    fn latin_runs_stay() {
        let mut update = tree("text");
        remove_corrupt_runs(&mut update);
        assert_eq!(update.nodes.len(), 2);
    }

    #[test]
    fn announced_runs_become_children_once() {
        let mut update = tree("text");
        let parent = Id::unique("editor");
        update.nodes.push((parent.accesskit_id(), Node::new(Role::MultilineTextInput)));
        let announcement =
            || Announcement { parent, runs: vec![(NodeId(7), Node::new(Role::TextRun))], selection: None };
        merge(&mut update, vec![announcement(), announcement()]);
        assert_eq!(update.nodes.iter().filter(|(id, _)| *id == NodeId(7)).count(), 1);
        assert_eq!(update.nodes[2].1.children(), [NodeId(7)]);
    }
}
