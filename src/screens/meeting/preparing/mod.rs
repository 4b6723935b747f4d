//! Before the meeting: its agenda planned item by item, what is open from before, and the papers that go out.
//!
//! Shown instead of the notes; the attendance stays beside it, and what came out of the meeting gives way to what is open.

mod editor;
mod fields;
mod invitations;
mod offered;
mod rows;

use super::{MeetingScreen, Open, Part};
use crate::arabic;
use crate::domain::{AgendaItemId, LinkId, MeetingStatus, Paper, PaperFormat, PaperKind};
use crate::screens::goals::GoalsField;
use crate::screens::{Ask, Cx};
use crate::store::query::{MeetingView, Offered};
use crate::store::{Changes, Live, Reply, Ticket};
use crate::tr;
use crate::widgets::{
    Button, Icon, KeyHint, Line, MenuEntry, Tone, Type, UiExt, key_footer, menu_below, scroll_vertical, section_heading,
};
use editor::ItemEditor;
use egui::{Frame, Margin, Panel, Ui};
pub(super) use invitations::InvitationsForm;

/// What the page remembers.
#[derive(Default)]
pub(super) struct Preparing {
    /// It is shown.
    pub is_open: bool,
    /// The item that is being changed.
    editor: Option<ItemEditor>,
    /// What is being typed as a new item.
    new_item: String,
    /// The new item comes after that one; else at the end.
    new_after: Option<AgendaItemId>,
    /// The field for a new item asks for the focus.
    wants_new: bool,
    /// The item whose row asks for the focus.
    wants_row: Option<AgendaItemId>,
    /// A new item on its way to the writer: the next one comes after it.
    added: Option<Ticket>,
    /// The item that is being dragged.
    dragged: Option<AgendaItemId>,
    /// What is open from before.
    offered: Live<Offered>,
    goals: GoalsField,
}

impl Preparing {
    /// Tells its lists what an edit touched.
    pub(super) fn note(&mut self, changes: Changes) {
        self.offered.note(changes);
        self.goals.note(changes);
        if let Some(editor) = &mut self.editor {
            editor.note(changes);
        }
    }

    /// Hears of the item that was added.
    pub(super) fn on_reply(&mut self, reply: &Reply) {
        self.goals.on_reply(reply);
        if self.added == Some(reply.ticket) {
            self.added = None;
            let made = reply.result.as_ref().ok().and_then(|applied| applied.record);
            // At the end of the agenda the field follows by itself.
            if self.new_after.is_some() {
                self.new_after = made.map(|record| AgendaItemId(record.id));
            }
        }
    }
}

impl MeetingScreen {
    /// Can it still be prepared?
    pub(super) const fn can_prepare(view: &MeetingView) -> bool {
        matches!(
            view.meeting.status,
            MeetingStatus::Draft | MeetingStatus::Scheduled | MeetingStatus::Invited | MeetingStatus::Postponed
        )
    }

    /// Shows the page, or the notes again.
    pub(super) fn turn_preparing(&mut self, cx: &mut Cx<'_>, is_open: bool) {
        use crate::screens::Screen;
        self.flush(cx);
        self.preparing.is_open = is_open;
        self.part = Part::Notes;
    }

    /// Shows the page to somebody who asked for it by its name, or the notes again: the keys go on with the first item.
    pub(super) fn go_to_preparing(&mut self, cx: &mut Cx<'_>) {
        self.turn_preparing(cx, !self.preparing.is_open);
        self.preparing.wants_new = self.preparing.is_open;
    }

    /// The plan in the middle: papers above, the agenda below them.
    pub(super) fn preparing_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let tokens = ui.tokens();
        let bottom = Panel::bottom(egui::Id::unique("preparing-keys")).frame(Frame::new().fill(tokens.surface));
        bottom.show_separator_line(false).show(ui, |ui| {
            let words = ["keys-edit-item", "keys-move-item", "keys-remove-item"].map(|key| cx.tr.text(key, &[]));
            let keys = [["Enter"], ["Alt ↑↓"], ["Delete"]];
            let hints: Vec<KeyHint<'_>> =
                keys.iter().zip(&words).map(|(keys, words)| KeyHint { keys, words }).collect();
            key_footer(ui, "", &hints);
        });
        egui::CentralPanel::default().frame(Frame::new().fill(tokens.surface)).show(ui, |ui| {
            scroll_vertical(ui, ("preparing", self.id), |ui, area| {
                area.show(ui, |ui| {
                    let margin = Margin::symmetric(ui.metrics().page as i8, ui.metrics().large as i8);
                    Frame::new().inner_margin(margin).show(ui, |ui| {
                        ui.set_width(ui.available_width());
                        ui.column(|ui| {
                            self.papers_ui(ui, cx, view);
                            ui.add_space(ui.metrics().large);
                            self.plan_ui(ui, cx, view);
                            ui.add_space(ui.metrics().large);
                            self.goals_ui(ui, cx, view);
                        });
                    });
                })
            });
        });
    }

    /// The papers that go out.
    fn papers_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let layout = ui.direction().wrapping_row();
        ui.with_layout(layout, |ui| {
            ui.spacing_mut().item_spacing = egui::vec2(ui.metrics().small, ui.metrics().small);
            if ui.add(Button::new(&tr!(cx.tr, "paper-invitations")).icon(Icon::Document)).clicked() {
                self.open = Some(Open::Invitations(Box::new(InvitationsForm::new(view))));
            }
            for kind in [PaperKind::Agenda, PaperKind::SigningSheet, PaperKind::Preparation] {
                let name = tr!(cx.tr, kind.label_key());
                let button = ui.add(Button::new(&name).icon(Icon::Document));
                let formats = [PaperFormat::Pdf, PaperFormat::Docx];
                let entries = formats.map(|format| MenuEntry::new(tr!(cx.tr, format.label_key())));
                let chosen = menu_below(ui, &button, &name, &entries).and_then(|at| formats.get(at));
                if let Some(format) = chosen {
                    self.ask_for(cx, kind, *format);
                }
            }
        });
    }

    /// What it serves: known before the meeting or after it, and printed in its papers.
    fn goals_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: &MeetingView) {
        let record = view.meeting.id.record();
        let own = view.goals.iter().filter(|goal| goal.record == record);
        let goals: Vec<(LinkId, &str)> = own.map(|goal| (goal.link, goal.name.as_str())).collect();
        self.preparing.goals.show(ui, cx, record, &goals, view.meeting.approved_on.is_none());
    }

    /// Asks for a paper of this meeting.
    pub(super) fn ask_for(&mut self, cx: &mut Cx<'_>, kind: PaperKind, format: PaperFormat) {
        use crate::screens::Screen;
        // What is only typed belongs in it.
        self.flush(cx);
        cx.ask(Ask::Paper(Paper { kind, format, meeting: self.id, whom: Vec::new() }));
    }

    fn plan_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        ui.spacing_mut().item_spacing.y = ui.metrics().hair;
        ui.row(|ui| {
            section_heading(ui, &tr!(cx.tr, "agenda-title"));
            let (words, is_over) = total_words(cx, view);
            ui.at_end("agenda-total", |ui| {
                let ink = if is_over { ui.tokens().tone(Tone::Amber).ink } else { ui.tokens().ink_weak };
                ui.add(Line::new(&words).size(Type::Caption).color(ink));
            });
        });
        ui.add_space(ui.metrics().small);
        self.rows_ui(ui, cx, view);
    }
}

/// «المجموع 62 د من 90 د، ينتهي 11:02 ص»; whether that is more than there is time for.
fn total_words(cx: &Cx<'_>, view: &MeetingView) -> (String, bool) {
    let sum: i64 = view.agenda.iter().filter_map(|item| item.planned_minutes).sum();
    let meeting = &view.meeting;
    let room = meeting.start.zip(meeting.end).map(|(start, end)| (end.minutes() - start.minutes()).rem_euclid(24 * 60));
    let total = match room {
        Some(room) => tr!(cx.tr, "agenda-total-of", count = sum, planned = room),
        None => tr!(cx.tr, "agenda-total", count = sum),
    };
    let words = match meeting.start.filter(|_| sum > 0) {
        Some(start) => {
            let ends = arabic::isolate(&start.plus(sum).text(cx.tr));
            tr!(cx.tr, "agenda-total-ends", total = total, time = ends)
        }
        None => total,
    };
    (words, room.is_some_and(|room| sum > room))
}
