//! Files on their way: how far the one is that is being copied, how many wait, and why others could not be taken in.

use super::Want;
use crate::arabic;
use crate::screens::Cx;
use crate::store::{AttachState, Attaching};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::theme::{RADIUS_CONTROL, Tone, Type};
use crate::widgets::{Button, Icon, Line, UiExt, progress_bar};
use egui::{Frame, Margin, Ui};

/// Beside a bar, in points.
const ROOM_FOR_PERCENT: f32 = 56.0;

/// Shows them.
pub(super) fn progress_ui<'a>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    items: impl Iterator<Item = &'a Attaching>,
    wants: &mut Vec<Want>,
) {
    let mut waiting = Vec::new();
    for item in items {
        match &item.state {
            AttachState::Waiting => waiting.push(item.id),
            AttachState::Copying(percent) => copying_ui(ui, cx, item, *percent, wants),
            AttachState::Failed(error) => failed_ui(ui, cx, item, &error.message(cx.tr), wants),
        }
    }
    if waiting.is_empty() {
        return;
    }
    let words = tr!(cx.tr, "attach-waiting", count = waiting.len());
    ui.start_end(
        |ui| _ = ui.add(Line::new(&words).weak(ui)),
        |ui| {
            if ui.add(Button::quiet(&tr!(cx.tr, "attach-cancel-all")).small()).clicked() {
                wants.push(Want::Dismiss(std::mem::take(&mut waiting)));
            }
        },
    );
}

fn copying_ui(ui: &mut Ui, cx: &Cx<'_>, item: &Attaching, percent: u8, wants: &mut Vec<Want>) {
    let tr = cx.tr;
    let name = tr!(tr, "attach-progress", name = &item.name);
    let mut is_cancelled = false;
    ui.start_end(
        |ui| _ = ui.add(Line::new(&name).max_width(ui.available_width() - 40.0)),
        |ui| {
            let cancel = tr!(tr, "attach-cancel", name = &item.name);
            is_cancelled = ui.add(Button::icon_only(Icon::Close, &cancel).small()).clicked();
        },
    );
    ui.row_of(Type::Caption.line_height(), |ui| {
        let width = (ui.available_width() - ROOM_FOR_PERCENT).max(40.0);
        progress_bar(ui, &name, i64::from(percent), width);
        ui.add(Line::new(&arabic::percent(i64::from(percent), tr.digits())).weak(ui));
    });
    wants.extend(is_cancelled.then(|| Want::Dismiss(vec![item.id])));
}

fn failed_ui(ui: &mut Ui, cx: &Cx<'_>, item: &Attaching, why: &str, wants: &mut Vec<Want>) {
    let tr = cx.tr;
    let colors = ui.tokens().tone(Tone::Red);
    let margin = Margin::same(ui.metrics().small as i8);
    let frame = Frame::new().fill(colors.wash).corner_radius(RADIUS_CONTROL).inner_margin(margin);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.column(|ui| {
            let title = tr!(tr, "attach-failed", name = &item.name);
            ui.add(Label::new(&title).size(14.0).line_height(20.0).weight(Weight::SemiBold).color(colors.ink).wrap());
            ui.add(Label::new(why).size(12.0).line_height(18.0).color(colors.ink).wrap());
            ui.row(|ui| {
                if ui.add(Button::new(&tr!(tr, "attach-again")).small()).clicked() {
                    wants.push(Want::Again(item.id));
                }
                if ui.add(Button::quiet(&tr!(tr, "attach-dismiss")).small()).clicked() {
                    wants.push(Want::Dismiss(vec![item.id]));
                }
            });
        });
    });
}
