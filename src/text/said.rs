//! What is only heard: something changed on the page, and nothing that has the focus says so.
//!
//! Apart from what is shown because no widget stands for it. A screen reader leaves out what the same program says right
//! behind something else, so one thing is said at a time, a moment after whatever else was said; and a little later it is
//! gone, or who walks the page would find it there.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::{Live, Node, Role, TreeUpdate};
use egui::{Context, Id};

/// Between one thing that is said and the next, in seconds.
const APART: f64 = 0.15;

/// So long what was said stands there, in seconds.
const STAYS: f64 = 2.0;

#[derive(Clone, Debug, Default)]
struct Said {
    waiting: VecDeque<Arc<str>>,
    current: Option<Arc<str>>,
    /// What is said twice is said anew.
    number: u64,
    /// When something was said last, here or elsewhere.
    since: f64,
}

fn place() -> Id {
    Id::unique("only-said")
}

/// Says something to who hears the page. Call it where something has changed, and not in every frame.
pub fn say(ctx: &Context, words: &str) {
    if words.is_empty() {
        return;
    }
    let now = ctx.input(|input| input.time);
    ctx.data_mut(|data| {
        let said = data.get_temp_mut_or_default::<Said>(place());
        if said.waiting.back().is_some_and(|last| **last == *words) {
            return;
        }
        if said.waiting.is_empty() {
            said.since = now;
        }
        said.waiting.push_back(words.into());
    });
    ctx.request_repaint_after(Duration::from_secs_f64(APART));
}

/// Something is said elsewhere in this frame, as a message that is seen: what waits comes behind it.
pub fn give_way(ctx: &Context) {
    let now = ctx.input(|input| input.time);
    ctx.data_mut(|data| {
        if let Some(mut said) = data.get_temp::<Said>(place()) {
            said.since = now;
            data.insert_temp(place(), said);
        }
    });
}

/// Puts what is to be said now into the tree. Without one nobody hears anything, and nothing waits.
pub(crate) fn tell(ctx: &Context, update: Option<&mut TreeUpdate>) {
    let Some(mut said) = ctx.data(|data| data.get_temp::<Said>(place())) else { return };
    let now = ctx.input(|input| input.time);
    said.come_to(now);
    let Some(update) = update.filter(|_| !said.is_over()) else {
        return ctx.data_mut(|data| data.remove::<Said>(place()));
    };
    if let Some(words) = &said.current {
        let id = Id::unique(("only-said", said.number)).accesskit_id();
        let mut node = Node::new(Role::Status);
        node.set_label(&**words);
        node.set_live(Live::Polite);
        let root = update.tree.as_ref().map(|tree| tree.root);
        if let Some((_, root)) = update.nodes.iter_mut().find(|(id, _)| Some(*id) == root) {
            root.push_child(id);
            update.nodes.push((id, node));
        }
    }
    let wait = if said.waiting.is_empty() { STAYS } else { APART };
    ctx.request_repaint_after(Duration::from_secs_f64((said.since + wait - now).max(0.0) + 0.01));
    ctx.data_mut(|data| data.insert_temp(place(), said));
}

impl Said {
    fn come_to(&mut self, now: f64) {
        if now - self.since >= APART
            && let Some(words) = self.waiting.pop_front()
        {
            self.current = Some(words);
            self.number += 1;
            self.since = now;
        } else if self.waiting.is_empty() && now - self.since >= STAYS {
            self.current = None;
        }
    }

    fn is_over(&self) -> bool {
        self.waiting.is_empty() && self.current.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::RawInput;

    /// What is heard in a frame at that time in which `says` may say something.
    fn heard(ctx: &Context, time: f64, says: impl Fn(&Context)) -> Option<String> {
        let input = RawInput { time: Some(time), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| says(ui.ctx()));
        output.textures_delta.clear();
        let nodes = output.platform_output.accesskit_update.expect("somebody hears the page").nodes;
        let said = nodes.iter().find(|(_, node)| node.role() == Role::Status);
        said.and_then(|(_, node)| node.label().map(str::to_owned))
    }

    #[test]
    fn one_thing_is_said_after_the_other_and_goes_again() {
        let ctx = Context::default();
        super::super::install(&ctx);
        ctx.enable_accesskit();
        let both = |ctx: &Context| {
            say(ctx, "captured");
            say(ctx, "captured");
            say(ctx, "five left");
        };
        let silent = |_: &Context| ();
        assert_eq!(heard(&ctx, 1.0, both), None, "what has the focus comes first");
        assert_eq!(heard(&ctx, 1.2, silent).as_deref(), Some("captured"));
        assert_eq!(heard(&ctx, 1.25, silent).as_deref(), Some("captured"), "the next would be left out");
        assert_eq!(heard(&ctx, 1.3, give_way).as_deref(), Some("captured"));
        assert_eq!(heard(&ctx, 1.4, silent).as_deref(), Some("captured"), "a message was said meanwhile");
        assert_eq!(heard(&ctx, 1.5, silent).as_deref(), Some("five left"));
        assert_eq!(heard(&ctx, 4.0, silent), None);
    }
}
