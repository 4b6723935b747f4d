//! What screen readers hear: text runs of our editors, and no corrupt ones of egui's.
//!
//! Apart because AccessKit's tree is finished by egui before the hook sees it. egui's list of parents is private, so
//! the editors announce their runs here and the hook merges them into the finished tree.

use std::collections::{HashMap, HashSet};

use egui::Id;
use egui::accesskit::{Node, NodeId, Role, TextDirection, TextPosition, TextSelection, TreeUpdate};
use unicode_segmentation::UnicodeSegmentation;

use super::bidi::{Direction, first_strong, has_rtl};

/// AccessKit counts word starts in a `u8`.
pub(crate) const LONGEST_RUN: usize = 255;

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

/// egui writes a run from a galley's glyphs, of which right-to-left text has more than letters, and says of each that
/// it reads left to right. The nodes below which such runs stand say their text right, so the runs are written anew
/// from it: one a line, in reading order, without the places of letters, which nobody knows here.
pub(crate) fn repair_runs(update: &mut TreeUpdate) {
    let is_run = |node: &Node| node.role() == Role::TextRun;
    let all: HashMap<NodeId, &Node> =
        update.nodes.iter().filter(|(_, node)| is_run(node)).map(|(id, node)| (*id, node)).collect();
    if !all.values().any(|run| run.value().is_some_and(has_rtl)) {
        return;
    }
    let mut removed = HashSet::new();
    let mut added = Vec::new();
    let mut parents: Vec<(NodeId, Node)> = Vec::new();
    for (id, node) in &update.nodes {
        let runs: Vec<(NodeId, &Node)> =
            node.children().iter().filter_map(|child| Some((*child, *all.get(child)?))).collect();
        if !runs.iter().any(|(_, run)| run.value().is_some_and(has_rtl)) {
            continue;
        }
        let text = node.value().or_else(|| node.label()).unwrap_or_default();
        let new = runs_of(text, *id, &runs);
        let mut parent = node.clone();
        let others: Vec<NodeId> = node.children().iter().copied().filter(|child| !all.contains_key(child)).collect();
        parent.set_children(others.into_iter().chain(new.iter().map(|(run, _)| *run)).collect::<Vec<_>>());
        match node.text_selection().and_then(|old| moved_selection(old, &runs, &new)) {
            Some(selection) => parent.set_text_selection(selection),
            None => parent.clear_text_selection(),
        }
        parents.push((*id, parent));
        removed.extend(runs.into_iter().map(|(run, _)| run));
        added.extend(new);
    }
    update.nodes.retain(|(id, _)| !removed.contains(id));
    for (id, parent) in parents {
        if let Some((_, node)) = update.nodes.iter_mut().find(|(other, _)| *other == id) {
            *node = parent;
        }
    }
    update.nodes.extend(added);
}

/// The runs of a text below a node, within the bounds of those that stood there.
fn runs_of(text: &str, parent: NodeId, old: &[(NodeId, &Node)]) -> Vec<(NodeId, Node)> {
    let bounds = old.iter().filter_map(|(_, run)| run.bounds()).reduce(|one, other| one.union(other));
    let mut runs = Vec::new();
    let lines = text.split_inclusive('\n');
    // an empty text, or an empty last line, is a place for a caret too
    let last = (text.is_empty() || text.ends_with('\n')).then_some("");
    for (number, line) in lines.chain(last).enumerate() {
        let direction = match first_strong(line) {
            Some(Direction::LeftToRight) => TextDirection::LeftToRight,
            Some(Direction::RightToLeft) | None => TextDirection::RightToLeft,
        };
        let letters: Vec<&str> = line.graphemes(true).collect();
        let pieces: Vec<&[&str]> = if letters.is_empty() { vec![&[]] } else { letters.chunks(LONGEST_RUN).collect() };
        let id = |piece: usize| Id::unique(("repaired text run", parent.0, number, piece)).accesskit_id();
        let count = pieces.len();
        for (piece, letters) in pieces.into_iter().enumerate() {
            let value: String = letters.concat();
            let mut node = Node::new(Role::TextRun);
            node.set_text_direction(direction);
            node.set_word_starts(word_starts(&value, letters.iter().map(|letter| letter.len())));
            node.set_character_lengths(
                letters.iter().map(|letter| u8::try_from(letter.len()).unwrap_or(u8::MAX)).collect::<Vec<u8>>(),
            );
            node.set_value(value);
            if let Some(bounds) = bounds {
                node.set_bounds(bounds);
            }
            if let Some(before) = piece.checked_sub(1) {
                node.set_previous_on_line(id(before));
            }
            if piece + 1 < count {
                node.set_next_on_line(id(piece + 1));
            }
            runs.push((id(piece), node));
        }
    }
    runs
}

/// The selection among new runs, where the old ones held as many letters; else nobody knows where it was.
fn moved_selection(
    selection: &TextSelection,
    old: &[(NodeId, &Node)],
    new: &[(NodeId, Node)],
) -> Option<TextSelection> {
    let value = |node: &Node| node.value().unwrap_or_default().to_owned();
    let (before, after): (String, String) =
        (old.iter().map(|(_, node)| value(node)).collect(), new.iter().map(|(_, node)| value(node)).collect());
    if before.trim_end_matches('\n') != after.trim_end_matches('\n') {
        return None;
    }
    let moved = |position: &TextPosition| {
        // egui's characters are `char`s, these are clusters
        let mut letters: usize = 0;
        let holder = old.iter().find(|(id, node)| {
            let is_it = *id == position.node;
            letters += if is_it { position.character_index } else { node.character_lengths().len() };
            is_it
        });
        holder?;
        let mut byte = after.char_indices().nth(letters).map_or(after.len(), |(at, _)| at);
        for (id, node) in new {
            let lengths = node.character_lengths();
            let length: usize = lengths.iter().copied().map(usize::from).sum();
            let is_last = new.last().is_some_and(|(last, _)| last == id);
            if byte < length || is_last {
                let mut end = 0;
                let index = lengths.iter().take_while(|length| {
                    end += usize::from(**length);
                    end <= byte
                });
                return Some(TextPosition { node: *id, character_index: index.count() });
            }
            byte -= length;
        }
        None
    };
    Some(TextSelection { anchor: moved(&selection.anchor)?, focus: moved(&selection.focus)? })
}

/// Which letters begin a word, for letters of these lengths.
pub(crate) fn word_starts(text: &str, lengths: impl Iterator<Item = usize>) -> Vec<u8> {
    let mut words = text.unicode_word_indices().map(|(at, _)| at).peekable();
    let mut at = 0;
    let mut starts = Vec::new();
    for (index, length) in lengths.enumerate() {
        while words.next_if(|word| *word < at).is_some() {}
        if words.next_if_eq(&at).is_some() {
            starts.extend(u8::try_from(index));
        }
        at += length;
    }
    starts
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
    fn runs_of_right_to_left_text_are_written_anew_from_the_nodes_text() {
        let mut update = tree("");
        update.nodes[0].1.set_value("نصٌّ Text\nسطر");
        update.nodes[1].1.set_value("ننصص");
        update.nodes[1].1.set_text_direction(TextDirection::LeftToRight);
        repair_runs(&mut update);
        let label = update.nodes[0].1.clone();
        let runs: Vec<&Node> = label
            .children()
            .iter()
            .map(|child| &update.nodes.iter().find(|(id, _)| id == child).expect("a node for each child").1)
            .collect();
        assert_eq!(runs.iter().filter_map(|run| run.value()).collect::<Vec<_>>(), ["نصٌّ Text\n", "سطر"]);
        assert!(runs.iter().all(|run| run.text_direction() == Some(TextDirection::RightToLeft)));
        assert_eq!(runs[0].character_lengths(), [2, 6, 1, 1, 1, 1, 1, 1]);
        assert_eq!(runs[0].word_starts(), [0, 3]);
        assert_eq!(update.nodes.len(), 3, "the old run is gone");
        assert!(label.text_selection().is_none());
    }

    #[test]
    fn a_selection_stays_where_the_letters_are_the_same() {
        let mut update = tree("نصٌّ");
        update.nodes[1].1.set_character_lengths([2, 2, 2, 2]);
        let at = |character_index| TextPosition { node: NodeId(2), character_index };
        update.nodes[0].1.set_text_selection(TextSelection { anchor: at(1), focus: at(4) });
        repair_runs(&mut update);
        let selection = *update.nodes[0].1.text_selection().expect("a selection");
        assert_eq!((selection.anchor.character_index, selection.focus.character_index), (1, 2));
        assert_eq!(selection.focus.node, update.nodes[1].0);
    }

    #[test]
    fn a_long_line_is_several_runs_that_know_each_other() {
        let mut update = tree(&"ن".repeat(600));
        repair_runs(&mut update);
        let runs = &update.nodes[1..];
        assert_eq!(runs.iter().map(|(_, run)| run.character_lengths().len()).collect::<Vec<_>>(), [255, 255, 90]);
        assert_eq!(runs[0].1.next_on_line(), Some(runs[1].0));
        assert_eq!(runs[2].1.previous_on_line(), Some(runs[1].0));
    }

    #[test]
    fn latin_runs_stay() {
        let mut update = tree("text");
        let before = update.clone();
        repair_runs(&mut update);
        assert_eq!(update, before);
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
