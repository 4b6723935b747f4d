//! Somebody new in the attendance: a person who joins the register, or a group.

use super::MeetingScreen;
use crate::domain::Honorific;
use crate::screens::Cx;
use crate::store::Attendee;
use crate::store::query::{MeetingView, OrganisationRow};
use crate::tr;
use crate::widgets::{Button, ComboField, Field, NumberDraft, NumberField, Sheet, Suggestion, UiExt, pick_list};

/// Somebody who is not in the directory yet.
pub(super) struct AttendeeForm {
    is_group: bool,
    name: String,
    honorific: Option<Honorific>,
    post: String,
    organisation: String,
    count: NumberDraft,
    asks_focus: bool,
}

impl AttendeeForm {
    /// Starts with what was typed in the attendance; a title before the name is taken as one.
    pub fn new(typed: &str) -> Self {
        let typed = typed.trim();
        let (honorific, name) = split_honorific(typed);
        Self {
            is_group: false,
            name: name.to_owned(),
            honorific,
            post: String::new(),
            organisation: String::new(),
            count: NumberDraft::default(),
            asks_focus: true,
        }
    }

    fn attendee(&self) -> Option<Attendee> {
        let name = self.name.trim();
        if name.is_empty() {
            return None;
        }
        Some(if self.is_group {
            Attendee::Group { name: name.to_owned(), count: self.count.number() }
        } else {
            Attendee::New {
                name: name.to_owned(),
                honorific: self.honorific,
                post: self.post.trim().to_owned(),
                organisation: self.organisation.trim().to_owned(),
            }
        })
    }
}

/// «الأستاذ أحمد» or «أ. أحمد»: the title, and the name without it.
fn split_honorific(typed: &str) -> (Option<Honorific>, &str) {
    for title in Honorific::ALL {
        for form in [title.printed(), title.short()] {
            if let Some(rest) = typed.strip_prefix(form).filter(|rest| rest.starts_with(' ')) {
                return (Some(*title), rest.trim_start());
            }
        }
    }
    (None, typed)
}

impl MeetingScreen {
    /// Somebody new. Answers whether the form is done with.
    pub(super) fn attendee_sheet(
        &mut self,
        ctx: &egui::Context,
        cx: &mut Cx<'_>,
        form: &mut AttendeeForm,
        view: &MeetingView,
    ) -> bool {
        let title = if form.is_group { tr!(cx.tr, "attendee-new-group") } else { tr!(cx.tr, "attendee-new-person") };
        let close = tr!(cx.tr, "shell-close");
        let (mut entered, mut saved, mut cancelled) = (false, false, false);
        let organisations = organisation_suggestions(self.organisations.last().map(Vec::as_slice).unwrap_or_default());
        let output = Sheet::new("attendee", &title, &close).show(
            ctx,
            |ui| entered = attendee_fields(ui, cx, form, &organisations),
            |ui| {
                saved = ui.add(Button::primary(&tr!(cx.tr, "attendee-add"))).clicked();
                cancelled = ui.add(Button::new(&tr!(cx.tr, "shell-cancel"))).clicked();
            },
        );
        if let Some(attendee) = (entered || saved || output.is_confirmed).then(|| form.attendee()).flatten() {
            super::attendance::add(cx, self.id, attendee, view);
            self.attendance.wants_focus = true;
            return true;
        }
        output.is_closed || cancelled
    }
}

/// The fields of somebody new; answers whether Enter asked to add them.
fn attendee_fields(ui: &mut egui::Ui, cx: &Cx<'_>, form: &mut AttendeeForm, organisations: &[Suggestion]) -> bool {
    let width = ui.available_width();
    let kinds = [tr!(cx.tr, "attendee-person"), tr!(cx.tr, "attendee-group")];
    ui.row(|ui| {
        for (index, kind) in kinds.iter().enumerate() {
            let is_group = index == 1;
            if ui.add(Button::new(kind).selected(form.is_group == is_group)).clicked() {
                form.is_group = is_group;
            }
        }
    });
    let name_label = if form.is_group { tr!(cx.tr, "attendee-group-name") } else { tr!(cx.tr, "field-person-name") };
    let name = Field::new(&mut form.name, &name_label).show(ui);
    // The name was typed in the attendance already: the post is what is missing.
    let asks_focus = std::mem::take(&mut form.asks_focus);
    let has_name = !form.name.is_empty();
    if asks_focus && !has_name {
        name.response.request_focus();
    }
    let mut submitted = name.submitted;
    if form.is_group {
        let label = tr!(cx.tr, "attendee-group-count");
        submitted |= NumberField::new(&mut form.count, &label).range(1, 100_000).width(width).show(ui, cx.tr).submitted;
        return submitted;
    }
    let mut titles = vec![tr!(cx.tr, "not-given")];
    titles.extend(Honorific::ALL.iter().map(|title| cx.tr.text(&title.label_key(), &[])));
    let current = form.honorific.and_then(|title| Honorific::ALL.iter().position(|other| *other == title));
    let label = tr!(cx.tr, "field-person-honorific");
    if let Some(chosen) = pick_list(ui, &label, Some(current.map_or(0, |index| index + 1)), &titles, width) {
        form.honorific = chosen.checked_sub(1).and_then(|index| Honorific::ALL.get(index).copied());
    }
    let post = Field::new(&mut form.post, &tr!(cx.tr, "field-person-post")).show(ui);
    if asks_focus && has_name {
        post.response.request_focus();
    }
    submitted |= post.submitted;
    let label = tr!(cx.tr, "field-person-organisation");
    let create = |typed: &str| tr!(cx.tr, "register-new-organisation", name = typed);
    submitted |= ComboField::new(&mut form.organisation, &label, organisations).create(&create).show(ui).submitted;
    submitted
}

/// Entries for a list of bodies.
pub(super) fn organisation_suggestions(rows: &[OrganisationRow]) -> Vec<Suggestion> {
    rows.iter()
        .map(|row| Suggestion { text: row.name.clone(), detail: row.city.clone(), letters: String::new() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_before_a_typed_name_is_taken_as_one() {
        let check = |typed: &str, expected: (Option<&str>, &str)| {
            let (title, name) = split_honorific(typed);
            assert_eq!((title.map(Honorific::code), name), expected, "{typed}");
        };
        check("الأستاذ أحمد العمري", (Some("mr"), "أحمد العمري"));
        check("د. سعاد", (Some("dr"), "سعاد"));
        check("المهندسة نورة", (Some("eng-f"), "نورة"));
        check("الدكتورة", (None, "الدكتورة"));
        check("أحمد", (None, "أحمد"));
    }
}
