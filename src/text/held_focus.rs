//! The focus between two places.
//!
//! Whatever opens takes the focus from what had it and gives it to something of its own a frame or two later, when that has been
//! measured; what closes gives it back as late. In between nothing has it, and a screen reader was led to the window and read
//! its name before each menu, dialog and list. For so long what had the focus keeps it in the tree.
//!
//! Apart because egui is not concerned: only the tree says otherwise.

use egui::accesskit::{NodeId, TreeUpdate};
use egui::{Context, Id};

/// So many frames the focus may be on its way.
const ON_ITS_WAY: u8 = 2;

/// What had the focus last, and for how many frames nothing has had it since.
type Held = (NodeId, u8);

/// Keeps the focus where it was last while it is on its way, as long as that is still there.
pub(crate) fn hold(ctx: &Context, update: &mut TreeUpdate) {
    let Some(root) = update.tree.as_ref().map(|tree| tree.root) else { return };
    let place = Id::unique("held-focus");
    let kept = ctx.data(|data| data.get_temp::<Held>(place));
    if update.focus != root {
        let now = (update.focus, 0);
        if kept != Some(now) {
            ctx.data_mut(|data| data.insert_temp(place, now));
        }
        return;
    }
    let Some((last, frames)) = kept else { return };
    let is_there = || update.nodes.iter().any(|(id, node)| *id == last && !node.is_hidden());
    if frames < ON_ITS_WAY && is_there() {
        update.focus = last;
        ctx.data_mut(|data| data.insert_temp(place, (last, frames + 1)));
        ctx.request_repaint();
    } else {
        ctx.data_mut(|data| data.remove::<Held>(place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::accesskit::{Node, Role, TreeId, TreeInfo};

    #[test]
    fn what_had_the_focus_keeps_it_for_a_few_frames_while_it_is_there() {
        let (root, first, second) = (NodeId(1), NodeId(2), NodeId(3));
        let ctx = Context::default();
        let heard = |focus: NodeId, there: &[NodeId]| {
            let mut update = TreeUpdate {
                nodes: there.iter().map(|id| (*id, Node::new(Role::Button))).collect(),
                tree: Some(TreeInfo::new(root)),
                tree_id: TreeId::ROOT,
                focus,
            };
            hold(&ctx, &mut update);
            update.focus
        };
        assert_eq!(heard(root, &[root, first]), root, "nothing had it yet");
        assert_eq!(heard(first, &[root, first]), first);
        assert_eq!(heard(root, &[root, first]), first, "a dialog opens");
        assert_eq!(heard(second, &[root, first, second]), second);
        assert_eq!(heard(root, &[root, first]), root, "it has gone, and gives it to nothing");
        assert_eq!(heard(first, &[root, first]), first);
        for _ in 0..ON_ITS_WAY {
            assert_eq!(heard(root, &[root, first]), first);
        }
        assert_eq!(heard(root, &[root, first]), root, "nobody takes it");
        assert_eq!(heard(root, &[root, first]), root);
    }
}
