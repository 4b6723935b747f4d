//! Who gets a letter of invitation, and in which form: a letter for each of the chosen, all of them in one file, one for all, a file for calendars,
//! the text for a message.

use crate::domain::{MeetingId, Paper, PaperFormat, PaperKind, Record, Side};
use crate::screens::meeting::MeetingScreen;
use crate::screens::{Ask, Cx, parts};
use crate::store::query::{InvitedBodies, MeetingView};
use crate::store::{Changes, Live};
use crate::text::Label;
use crate::tr;
use crate::widgets::{Button, Icon, Line, Sheet, UiExt, check_box, pick_list, section_heading};
use egui::{Context, Ui};
use std::collections::BTreeSet;

/// In which forms letters are written.
const FORMATS: [PaperFormat; 2] = [PaperFormat::Pdf, PaperFormat::Docx];

/// The open form.
pub(in crate::screens::meeting) struct InvitationsForm {
    meeting: MeetingId,
    bodies: Live<InvitedBodies>,
    /// Those that get no letter of their own.
    left_out: BTreeSet<Record>,
    format: usize,
}

/// Somebody, or a body, that may get a letter.
struct Invitee {
    record: Record,
    name: String,
    detail: String,
    is_person: bool,
}

impl InvitationsForm {
    /// With all bodies chosen but those that invite with the host; the people of the bodies are invited through them.
    pub(in crate::screens::meeting) fn new(view: &MeetingView) -> Self {
        let bodies: BTreeSet<Record> = view.parties.iter().map(|party| party.organisation.record()).collect();
        let through = view.attendance.iter().filter_map(|line| {
            let person = line.person.as_ref()?;
            let body = line.organisation_id.or(person.organisation)?;
            bodies.contains(&body.record()).then(|| person.id.record())
        });
        let hosts = view.parties.iter().filter(|party| party.side == Side::CoHost);
        let left_out = through.chain(hosts.map(|party| party.organisation.record())).collect();
        Self { meeting: view.meeting.id, bodies: Live::default(), left_out, format: 0 }
    }

    /// Tells its list what an edit touched.
    pub(in crate::screens::meeting) const fn note(&mut self, changes: Changes) {
        self.bodies.note(changes);
    }

    fn lines(&mut self, cx: &Cx<'_>, view: &MeetingView) -> Vec<Invitee> {
        let invited = self.bodies.get(cx.store, InvitedBodies { meeting: self.meeting });
        let bodies = invited.into_iter().flat_map(|invited| &invited.bodies).map(|body| Invitee {
            record: body.id.record(),
            name: body.name.clone(),
            detail: body.head.as_ref().map(|head| parts::person_short(head.honorific, &head.name)).unwrap_or_default(),
            is_person: false,
        });
        let people = view.attendance.iter().filter_map(|line| {
            let person = line.person.as_ref()?;
            Some(Invitee {
                record: person.id.record(),
                name: parts::person_short(person.honorific, &person.name),
                detail: line.post.clone(),
                is_person: true,
            })
        });
        bodies.chain(people).collect()
    }
}

impl MeetingScreen {
    /// Shows the form; answers whether it is done with.
    pub(in crate::screens::meeting) fn invitations_sheet(
        &mut self,
        ctx: &Context,
        cx: &mut Cx<'_>,
        form: &mut InvitationsForm,
        view: &MeetingView,
    ) -> bool {
        let tr = cx.tr;
        let (title, close) = (tr!(tr, "paper-invitations"), tr!(tr, "shell-close"));
        let lines = form.lines(cx, view);
        let chosen: Vec<Record> =
            lines.iter().map(|line| line.record).filter(|record| !form.left_out.contains(record)).collect();
        let (mut asked, mut is_written, mut is_gathered) = (None::<PaperFormat>, false, false);
        let format = FORMATS.get(form.format).copied().unwrap_or(PaperFormat::Pdf);
        let output = Sheet::new("invitations", &title, &close).show(
            ctx,
            |ui| {
                lines_ui(ui, cx, &lines, &mut form.left_out);
                ui.add_space(ui.metrics().medium);
                let formats = FORMATS.map(|format| tr!(tr, format.label_key()));
                if let Some(at) = pick_list(ui, &tr!(tr, "paper-format"), Some(form.format), &formats, 260.0) {
                    form.format = at;
                }
                section_heading(ui, &tr!(tr, "paper-for-all"));
                let layout = ui.direction().wrapping_row();
                ui.with_layout(layout, |ui| {
                    ui.spacing_mut().item_spacing = egui::vec2(ui.metrics().small, ui.metrics().small);
                    for (key, of) in [
                        ("paper-general", format),
                        ("paper-calendar", PaperFormat::Ics),
                        ("paper-copy-text", PaperFormat::Text),
                    ] {
                        if ui.add(Button::new(&tr!(tr, key)).icon(Icon::Document)).clicked() {
                            asked = Some(of);
                        }
                    }
                });
            },
            |ui| {
                let words = tr!(tr, "paper-write-letters", count = chosen.len());
                is_written = ui.add(Button::primary(&words).enabled(!chosen.is_empty()).keys("Ctrl Enter")).clicked();
                let words = tr!(tr, "paper-all-in-one");
                is_gathered = ui.add(Button::new(&words).enabled(!chosen.is_empty())).clicked();
            },
        );
        is_written |= output.is_confirmed && !chosen.is_empty();
        let paper = |format, whom| Paper { kind: PaperKind::Invitation, format, meeting: form.meeting, whom };
        if let Some(format) = asked {
            cx.ask(Ask::Paper(paper(format, Vec::new())));
        } else if is_gathered {
            let kind = PaperKind::Invitations;
            cx.ask(Ask::Paper(Paper { kind, ..paper(format, chosen) }));
        } else if is_written {
            cx.ask(Ask::Paper(paper(format, chosen)));
        }
        output.is_closed
    }
}

fn lines_ui(ui: &mut Ui, cx: &Cx<'_>, lines: &[Invitee], left_out: &mut BTreeSet<Record>) {
    if lines.is_empty() {
        let weak = ui.tokens().ink_weak;
        ui.add(Label::new(tr!(cx.tr, "paper-nobody")).color(weak).wrap());
        return;
    }
    for (is_person, key) in [(false, "paper-bodies"), (true, "paper-people")] {
        if !lines.iter().any(|line| line.is_person == is_person) {
            continue;
        }
        section_heading(ui, &tr!(cx.tr, key));
        for line in lines.iter().filter(|line| line.is_person == is_person) {
            ui.row(|ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().small;
                let is_chosen = !left_out.contains(&line.record);
                let name = tr!(cx.tr, "paper-letter-to", name = line.name.as_str());
                if check_box(ui, &name, is_chosen).clicked() {
                    if is_chosen {
                        left_out.insert(line.record);
                    } else {
                        left_out.remove(&line.record);
                    }
                }
                ui.add(Line::new(&line.name).max_width((ui.available_width() * 0.6).max(80.0)));
                let room = ui.available_width();
                ui.add(Line::new(&line.detail).weak(ui).max_width(room));
            });
        }
    }
}
