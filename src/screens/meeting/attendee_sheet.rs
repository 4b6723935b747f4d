//! Somebody new in the attendance: a person who joins the register, or a group.

use super::MeetingScreen;
use crate::arabic::ends_clause;
use crate::domain::{Entity, Honorific, PersonId};
use crate::intake::{WomensNames, names_group};
use crate::screens::form::likely::Likely;
use crate::screens::{Ask, Cx};
use crate::store::query::{LikelyTwins, MeetingView, Names};
use crate::store::{Attendee, Changes, Edit, Live};
use crate::tr;
use crate::widgets::{
    Button, ComboField, ComboOutput, Field, NumberDraft, NumberField, Sheet, Suggestion, UiExt, pick_list,
};
use egui::Ui;

/// Somebody who is not in the directory yet.
pub(super) struct AttendeeForm {
    is_group: bool,
    name: String,
    honorific: Option<Honorific>,
    post: String,
    organisation: BodyField,
    count: NumberDraft,
    asks_focus: bool,
    likely: Likely,
    /// Somebody of the register who is meant, and what they are called there.
    chosen: Option<(PersonId, String)>,
}

/// A body being typed, with what the register has of it.
#[derive(Default)]
pub(super) struct BodyField {
    pub(super) text: String,
    names: Live<Names>,
    likely: Likely,
}

impl BodyField {
    pub(super) const fn note(&mut self, changes: Changes) {
        self.names.note(changes);
        self.likely.note(changes);
    }

    /// Shows the field, and below it what may be meant by a name that is not known as it is typed.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, label: &str, is_bare: bool) -> ComboOutput {
        let asked = Names { entity: Entity::Organisation, list: None, containing: self.text.trim().to_owned() };
        let found = self.names.get(cx.store, asked).map(Vec::as_slice).unwrap_or_default();
        let suggestions: Vec<Suggestion> = found
            .iter()
            .map(|named| Suggestion {
                text: named.name.clone(),
                detail: named.detail.clone(),
                also: named.also.clone(),
                ..Suggestion::default()
            })
            .collect();
        let is_known = found.iter().any(|named| named.name == self.text.trim());
        let create = |typed: &str| tr!(cx.tr, "register-new-organisation", name = typed);
        let hint = tr!(cx.tr, "party-add-hint");
        let mut combo = ComboField::new(&mut self.text, label, &suggestions).create(&create);
        if is_bare {
            combo = combo.bare().hint(&hint);
        }
        let mut output = combo.show(ui);
        if !is_known
            && let Some((_, name)) = self.likely.show(ui, cx, LikelyTwins::of_name(Entity::Organisation, &self.text))
        {
            self.text = name;
            output.changed = true;
            output.created = is_bare;
        }
        output
    }
}

impl AttendeeForm {
    /// Starts with what was typed in the attendance: a title before the name is taken as one, and what stands before the
    /// title as the post. Several who are not named are a group.
    pub fn new(typed: &str) -> Self {
        let typed = typed.trim();
        let is_group = names_group(typed);
        let (post, honorific, name) =
            if is_group { ("", None, typed) } else { split_post(typed, &WomensNames::shipped()) };
        Self {
            is_group,
            name: name.to_owned(),
            honorific,
            post: post.to_owned(),
            organisation: BodyField::default(),
            count: NumberDraft::default(),
            asks_focus: true,
            likely: Likely::default(),
            chosen: None,
        }
    }

    /// Tells its suggestions what an edit touched.
    pub const fn note(&mut self, changes: Changes) {
        self.likely.note(changes);
        self.organisation.note(changes);
    }

    /// The title that was typed for somebody whom the register calls otherwise: it is theirs from now on.
    fn title_to_keep(&self) -> Option<(PersonId, Honorific)> {
        let ((person, name), title) = (self.chosen.as_ref()?, self.honorific?);
        let has_it = name.strip_prefix(title.short()).is_some_and(|rest| rest.starts_with(' '));
        (!has_it).then_some((*person, title))
    }

    fn attendee(&self) -> Option<Attendee> {
        if let Some((person, _)) = self.chosen {
            let (post, organisation) = (self.post.trim().to_owned(), self.organisation.text.trim().to_owned());
            let as_kept = post.is_empty() && organisation.is_empty();
            return Some(if as_kept {
                Attendee::Known(person)
            } else {
                Attendee::KnownAs { person, post, organisation }
            });
        }
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
                organisation: self.organisation.text.trim().to_owned(),
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

/// «مدير التعليم الأستاذ أحمد»: the post, the title, the name. Only a title in full tells where a post ends.
///
/// A title that is written short before a woman's name is hers.
pub(super) fn split_post<'t>(typed: &'t str, women: &WomensNames) -> (&'t str, Option<Honorific>, &'t str) {
    let (title, name) = split_honorific(typed);
    let is_short = title.is_some_and(|title| !typed.starts_with(title.printed()));
    let title = title.map(|title| if is_short && women.has(name) { title.of_woman() } else { title });
    if title.is_some() {
        return ("", title, name);
    }
    let titled = |at: usize| {
        let (post, titled) = typed.split_at(at);
        let titled = titled.trim_start();
        let (title, name) = split_honorific(titled);
        let is_whole = title.is_some_and(|title| titled.starts_with(title.printed()));
        is_whole.then_some((
            post.trim_end_matches(|letter: char| letter.is_whitespace() || ends_clause(letter)),
            title,
            name,
        ))
    };
    // «مدير مكتب الوزير الدكتور فهد الأستاذ أحمد»: the last title is the one of the name.
    typed.match_indices(' ').rev().find_map(|(at, _)| titled(at)).unwrap_or(("", None, typed))
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
        let output = Sheet::new("attendee", &title, &close).show(
            ctx,
            |ui| entered = attendee_fields(ui, cx, form),
            |ui| {
                saved = ui.add(Button::primary(&tr!(cx.tr, "attendee-add")).keys("Ctrl Enter")).clicked();
                cancelled = ui.add(Button::new(&tr!(cx.tr, "shell-cancel"))).clicked();
            },
        );
        if let Some(attendee) = (entered || saved || output.is_confirmed).then(|| form.attendee()).flatten() {
            super::attendance::add(cx, self.id, attendee, view);
            if let Some((person, title)) = form.title_to_keep() {
                let (record, values) = (person.record(), vec![("honorific", title.into())]);
                let ticket = cx.store.send(Edit::Set { record, values, session: None, based_on: None });
                let title = cx.tr.text(&title.label_key(), &[]);
                cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "attendee-title-kept", title = title)));
            }
            self.attendance.wants_focus = true;
            return true;
        }
        output.is_closed || cancelled
    }
}

/// The fields of somebody new; answers whether Enter asked to add them.
fn attendee_fields(ui: &mut Ui, cx: &Cx<'_>, form: &mut AttendeeForm) -> bool {
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
    if let Some((record, name)) = form.likely.show(ui, cx, LikelyTwins::of_name(Entity::Person, &form.name)) {
        form.chosen = Some((PersonId(record.id), name));
        return true;
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
    submitted |= form.organisation.show(ui, cx, &label, false).submitted;
    submitted
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

    #[test]
    fn a_post_before_a_title_is_taken_as_one_and_short_titles_of_women_are_theirs() {
        let women = WomensNames::shipped();
        let check = |typed: &str, expected: (&str, Option<&str>, &str)| {
            let (post, title, name) = split_post(typed, &women);
            assert_eq!((post, title.map(Honorific::code), name), expected, "{typed}");
        };
        check("مدير التعليم الأستاذ أحمد العمري", ("مدير التعليم", Some("mr"), "أحمد العمري"));
        check("وكيل الأمين للخدمات، الدكتورة سعاد بنت فهد", ("وكيل الأمين للخدمات", Some("dr-f"), "سعاد بنت فهد"));
        check("الأستاذ أحمد العمري", ("", Some("mr"), "أحمد العمري"));
        check("أحمد العمري", ("", None, "أحمد العمري"));
        check("أ. سارة العنزي", ("", Some("mrs"), "سارة العنزي"));
        check("د. لجين بنت فهد", ("", Some("dr-f"), "لجين بنت فهد"));
        check("م. أحمد العمري", ("", Some("eng"), "أحمد العمري"));
        check("مدير التعليم د أحمد", ("", None, "مدير التعليم د أحمد"));
        check("", ("", None, ""));
    }

    #[test]
    fn several_who_are_not_named_are_a_group() {
        let check = |typed: &str, expected: bool| assert_eq!(AttendeeForm::new(typed).is_group, expected, "{typed}");
        check("عدد من الجمعيات الأهلية", true);
        check("وفد من الوزارة", true);
        check("ممثلو الجمعيات", true);
        check("a number of charities", true);
        check("الأستاذ أحمد العمري", false);
        check("عدد بن سالم", false);
    }
}
