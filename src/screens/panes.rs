//! Two panes whose edge stays where the person left it, on every page of its kind and at the next start.
//!
//! The edge's place is the window's and not the screen's: a page that is opened anew finds it there.

use super::{Cx, KeptViews};
use crate::widgets::{Split, SplitState};
use egui::{Context, Id, Ui};

/// The panes there are, by the name their edge is kept under.
const NAMES: [&str; 4] = [RECORD, MINUTES, INTAKE, TEMPLATES];
/// A record's story, and what stands beside it.
pub const RECORD: &str = "panes-record";
/// The minutes' editor, and their pages.
pub const MINUTES: &str = "panes-minutes";
/// A pasted text, and what was found in it.
pub const INTAKE: &str = "panes-intake";
/// A paper's template, and the pages that it makes.
pub const TEMPLATES: &str = "panes-templates";

/// Where an edge stands, and where it was when it was last kept.
#[derive(Clone, Copy, Debug, Default)]
struct Edge {
    now: SplitState,
    kept: SplitState,
}

fn id(name: &str) -> Id {
    Id::unique(("panes", name))
}

/// Puts the edges where the person left them.
pub fn recall(ctx: &Context, views: &KeptViews) {
    for name in NAMES {
        if let Some(kept) = views.get::<SplitState>(name) {
            ctx.data_mut(|data| data.insert_temp(id(name), Edge { now: kept, kept }));
        }
    }
}

/// Shows both panes in the room that is left; `label` is what a screen reader calls the edge.
pub fn panes_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (name, label, share): (&str, &str, f32),
    first: impl FnOnce(&mut Ui),
    second: impl FnOnce(&mut Ui),
) {
    let mut edge: Edge = ui.data(|data| data.get_temp(id(name))).unwrap_or_default();
    Split::beside(label, share).least(360.0, 280.0).show(ui, &mut edge.now, first, second);
    // While it is being dragged it is nowhere yet.
    if edge.now != edge.kept && !ui.input(|input| input.pointer.any_down()) {
        edge.kept = edge.now;
        cx.keep_view(name, &edge.now);
    }
    ui.data_mut(|data| data.insert_temp(id(name), edge));
}
