//! What opens beside what it belongs to.
//!
//! A list that opens below a field is a layer of its own, beside the dialog that the field stands in. A screen reader that
//! follows what is walked in it leaves the dialog, and introduces it anew with all its words when the list closes. So in the
//! tree it stands in the dialog.
//!
//! Apart because egui is not concerned: only the tree says otherwise.

use egui::accesskit::{NodeId, Role, TreeUpdate};
use egui::{Context, Id};
use rustc_hash::FxHashMap;

/// What opened, and what it opened from.
type Opened = (NodeId, NodeId);

fn place() -> Id {
    Id::unique("opened-beside")
}

/// Tells where what opens belongs, as long as it is open: both are known by the ids of their parts of the page.
pub fn belongs_to(ctx: &Context, opened: Id, owner: Id) {
    let opened = (opened.accesskit_id(), owner.accesskit_id());
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Vec<Opened>>(place()).push(opened));
}

/// Puts what opened in the dialog that it belongs to.
pub(crate) fn adopt(ctx: &Context, update: &mut TreeUpdate) {
    let Some(opened) = ctx.data_mut(|data| data.remove_temp::<Vec<Opened>>(place())) else { return };
    for (opened, owner) in opened {
        let Some(dialog) = dialog_around(update, owner) else { continue };
        if dialog_around(update, opened).is_some() || !update.nodes.iter().any(|(id, _)| *id == opened) {
            continue;
        }
        for (id, node) in &mut update.nodes {
            if *id == dialog {
                node.push_child(opened);
            } else if node.children().contains(&opened) {
                node.set_children(node.children().iter().copied().filter(|child| *child != opened).collect::<Vec<_>>());
            }
        }
    }
}

/// The dialog that holds something.
pub(crate) fn dialog_around(update: &TreeUpdate, id: NodeId) -> Option<NodeId> {
    let mut parents = FxHashMap::default();
    let mut dialogs = Vec::new();
    for (parent, node) in &update.nodes {
        parents.extend(node.children().iter().map(|child| (*child, *parent)));
        if node.role() == Role::Dialog {
            dialogs.push(*parent);
        }
    }
    if dialogs.is_empty() {
        return None;
    }
    std::iter::successors(parents.get(&id), |at| parents.get(at)).find(|at| dialogs.contains(at)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::accesskit::{Node, TreeId, TreeInfo};

    #[test]
    fn a_list_stands_in_the_dialog_of_its_field() {
        let [root, dialog, field, list, entry] = [1, 2, 3, 4, 5].map(|number| Id::unique(("node", number)));
        let node = |role: Role, children: &[Id]| {
            let mut node = Node::new(role);
            node.set_children(children.iter().map(|id| id.accesskit_id()).collect::<Vec<_>>());
            node
        };
        let check = |role: Role, expected: Id| {
            let nodes = [
                (root, node(Role::Window, &[dialog, list])),
                (dialog, node(role, &[field])),
                (field, node(Role::TextInput, &[])),
                (list, node(Role::GenericContainer, &[entry])),
                (entry, node(Role::ListBoxOption, &[])),
            ];
            let nodes = nodes.map(|(id, node)| (id.accesskit_id(), node)).to_vec();
            let tree = Some(TreeInfo::new(root.accesskit_id()));
            let mut update = TreeUpdate { nodes, tree, tree_id: TreeId::ROOT, focus: field.accesskit_id() };
            let ctx = Context::default();
            belongs_to(&ctx, list, field);
            adopt(&ctx, &mut update);
            let holds = |(_, node): &&(NodeId, Node)| node.children().contains(&list.accesskit_id());
            let parents: Vec<NodeId> = update.nodes.iter().filter(holds).map(|(id, _)| *id).collect();
            assert_eq!(parents, [expected.accesskit_id()]);
        };
        check(Role::Dialog, dialog);
        check(Role::Group, root);
    }
}
