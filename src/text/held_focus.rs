//! The focus between two places.
//!
//! Whatever opens takes the focus from what had it and gives it to something of its own a frame or two later, when that has been
//! measured; what closes gives it back as late. In between nothing has it, and a screen reader was led to the window and read
//! its name before each menu, dialog and list. For so long what had the focus keeps it in the tree.
//!
//! Another page may have to be read from a disk before anything on it takes the focus. Whoever leads there says so
//! ([`await_focus`]), and for that moment what had the focus stays in the tree though it has gone from the screen.
//!
//! Apart because egui is not concerned: only the tree says otherwise.

use super::adopted::dialog_around;
use egui::accesskit::{Node, NodeId, Role, TreeUpdate};
use egui::{Context, Id};
use std::time::Duration;

/// So many frames the focus may be on its way.
const ON_ITS_WAY: u8 = 2;

/// So long the focus may be on its way to what has to be read first, in seconds.
const AWAITED: f64 = 0.5;

/// What had the focus last, and for how many frames nothing has had it since.
#[derive(Clone, Debug, PartialEq)]
struct Held {
    id: NodeId,
    role: Role,
    name: Option<String>,
    /// The dialog that it stands in.
    dialog: Option<NodeId>,
    frames: u8,
}

fn until() -> Id {
    Id::unique("held-focus-until")
}

/// Something that comes takes the focus, in a moment.
pub fn await_focus(ctx: &Context) {
    let end = ctx.input(|input| input.time) + AWAITED;
    ctx.data_mut(|data| data.insert_temp(until(), end));
}

/// Is the focus on its way to something that was announced? Wakes the window for when it has taken too long.
fn is_awaited(ctx: &Context) -> bool {
    let left = ctx.data(|data| data.get_temp::<f64>(until())).map(|end| end - ctx.input(|input| input.time));
    let left = left.filter(|left| *left > 0.0);
    if let Some(left) = left {
        ctx.request_repaint_after(Duration::from_secs_f64(left));
    }
    left.is_some()
}

/// Keeps the focus where it was last while it is on its way, as long as that is still there.
pub(crate) fn hold(ctx: &Context, update: &mut TreeUpdate) {
    let Some(root) = update.tree.as_ref().map(|tree| tree.root) else { return };
    let place = Id::unique("held-focus");
    let kept = ctx.data(|data| data.get_temp::<Held>(place));
    if update.focus != root {
        if kept.as_ref().is_none_or(|kept| kept.id != update.focus || kept.frames > 0) {
            let node = update.nodes.iter().find(|(id, _)| *id == update.focus).map(|(_, node)| node);
            let (role, name) =
                node.map_or((Role::Unknown, None), |node| (node.role(), node.label().map(str::to_owned)));
            let held = Held { id: update.focus, role, name, dialog: dialog_around(update, update.focus), frames: 0 };
            ctx.data_mut(|data| data.insert_temp(place, held));
        }
        return ctx.data_mut(|data| data.remove::<f64>(until()));
    }
    let Some(mut kept) = kept else { return };
    let is_there = update.nodes.iter().any(|(id, node)| *id == kept.id && !node.is_hidden());
    let is_near = kept.frames < ON_ITS_WAY && is_there;
    if !is_near && !is_awaited(ctx) {
        return ctx.data_mut(|data| data.remove::<Held>(place));
    }
    update.focus = kept.id;
    if !is_there {
        let mut node = Node::new(kept.role);
        if let Some(name) = &kept.name {
            node.set_label(name.as_str());
        }
        update.nodes.retain(|(id, _)| *id != kept.id);
        update.nodes.push((kept.id, node));
        // In the dialog that it stood in: who comes to it from outside hears all of it anew.
        let holder = kept.dialog.filter(|dialog| update.nodes.iter().any(|(id, _)| id == dialog)).unwrap_or(root);
        let is_held = update.nodes.iter().any(|(_, node)| node.children().contains(&kept.id));
        if let Some((_, holder)) = update.nodes.iter_mut().find(|(id, _)| *id == holder && !is_held) {
            holder.push_child(kept.id);
        }
    }
    if is_near {
        ctx.request_repaint();
    }
    kept.frames = kept.frames.saturating_add(1);
    ctx.data_mut(|data| data.insert_temp(place, kept));
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::accesskit::{TreeId, TreeInfo};

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
        assert_eq!(heard(first, &[root, first]), first);
        await_focus(&ctx);
        for _ in 0..3 * ON_ITS_WAY {
            assert_eq!(heard(root, &[root]), first, "another page is being read");
        }
        assert_eq!(heard(second, &[root, second]), second);
        assert_eq!(heard(root, &[root]), root, "it is awaited no longer");
    }
}
