//! One line of the attendance: who, what they are there for, whether they are there, and the menu of all that can be said
//! of it.
//!
//! # Keyboard
//! Enter and Space mark present or absent; Alt+Up and Alt+Down move the line; the Menu key opens its menu; Delete removes it.

use super::attendance::ROLES;
use crate::calendar::Time;
use crate::domain::{AttendanceId, AttendanceStatus, Role, initials, is_female};
use crate::screens::{Cx, parts};
use crate::store::query::{AttendanceView, MeetingView, PersonRow};
use crate::strings::Tr;
use crate::text::{self, Weight};
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::menu::{below, open_menu};
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Chosen, Icon, MenuEntry, Tone, Type, UiExt, avatar, context_menu, paint};
use egui::{Id, Key, Modifiers, Rect, Response, Sense, Ui, Vec2, WidgetInfo, vec2};

/// What was asked for a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineAct {
    /// The form with all of it.
    Edit,
    Status(AttendanceStatus),
    Role(Role),
    /// They lead the meeting or write its minutes: the meeting's field that says so.
    Lead(&'static str),
    Sign(bool),
    Up,
    Down,
    ChangePost,
    /// The person's own page.
    Page,
    Remove,
}

const CHAIR: &str = "chair";
const SECRETARY: &str = "secretary";

/// What the round mark takes, the sign at the end, and the button beside it, in points.
const MARK: f32 = 28.0;

/// What a line is to the focus.
pub(super) fn line_id(line: AttendanceId) -> Id {
    Id::unique(("attendance", line))
}

/// One line; answers what was asked for it. `cap` is the key that calls it, while the list has the focus.
pub(super) fn line_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: &MeetingView,
    line: &AttendanceView,
    cap: Option<&str>,
) -> Option<LineAct> {
    let name = name_of(line);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ui.metrics().tall_entry), Sense::hover());
    let response = ui.interact(rect, line_id(line.id), Sense::click());
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    let is_here = line.status.attended();
    let status = said_of(line, line.status, cx.tr);
    let about = || about(cx, view, line, &status);
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(egui::Role::CheckBox, true, is_here, &name);
        info.current_text_value = Some(heard(about(), line.status, &status));
        info
    });
    if let Some(cap) = cap {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(cap));
        // Not every bridge passes a key on, and it is heard only of the line that has the focus.
        if text::ARE_VALUES_UNHEARD && response.has_focus() {
            let key = tr!(cx.tr, "roll-key", key = cap);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(key));
        }
    }
    // A line out of sight is there for Tab and for screen readers, and nothing of it is drawn: there may be hundreds.
    if !ui.is_rect_visible(rect.expand(rect.height())) && !response.has_focus() {
        return None;
    }
    let about = about();
    let can_change = view.meeting.approved_on.is_none() && !cx.store.is_read_only();
    let has_button = can_change && is_reached(ui, &response);
    let end = paint_line(ui, &response, rect, (line, cap), [&name, &about], has_button);
    let response = if is_plain(line.status) {
        // Who hears the line knows what a box does; and it would be said again at each mark, since it speaks of the others.
        text::tooltip_unheard(response, &tr!(cx.tr, "attendance-toggle"))
    } else {
        text::tooltip(response, &about)
    };
    if !can_change {
        return None;
    }
    let pressed = has_button.then(|| edit_button(ui, cx, &response, end, &name)).flatten();
    let menu_name = tr!(cx.tr, "attendance-edit", name = &name);
    let id = response.id.with("context-menu");
    if let Some(button) = pressed {
        open_menu(ui, id, below(ui, button), true);
    }
    let entries = || entries(cx, view, line);
    let words = || entries().into_iter().map(|(entry, _)| entry).collect::<Vec<_>>();
    let chosen = context_menu(ui, &response, &menu_name, words);
    if let Some(act) = chosen.and_then(|chosen| act_of(entries(), chosen)) {
        return Some(act);
    }
    keys(ui, &response).or_else(|| {
        response.clicked().then_some(LineAct::Status(if is_here {
            AttendanceStatus::Absent
        } else {
            AttendanceStatus::Present
        }))
    })
}

/// The keys of a line that has the focus.
fn keys(ui: &Ui, line: &Response) -> Option<LineAct> {
    if !line.has_focus() {
        return None;
    }
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::ALT, Key::ArrowUp) {
            Some(LineAct::Up)
        } else if input.consume_key(Modifiers::ALT, Key::ArrowDown) {
            Some(LineAct::Down)
        } else if input.consume_key(Modifiers::NONE, Key::Delete) {
            Some(LineAct::Remove)
        } else {
            None
        }
    })
}

pub(super) fn name_of(line: &AttendanceView) -> String {
    match &line.person {
        Some(person) => parts::person_short(person.honorific, &person.name),
        None => line.group_name.clone(),
    }
}

/// The usual two are seen in the mark; the others are said.
const fn is_plain(status: AttendanceStatus) -> bool {
    matches!(status, AttendanceStatus::Present | AttendanceStatus::Invited)
}

/// What is said of the line: that somebody is here, or was only invited, is seen in the mark.
fn heard(about: String, status: AttendanceStatus, words: &str) -> String {
    match (is_plain(status), about.is_empty()) {
        (false, _) => about,
        (true, true) => words.to_owned(),
        (true, false) => format!("{words} · {about}"),
    }
}

/// A status in words that agree with whom the line is of: a woman, a group.
fn said_of(line: &AttendanceView, status: AttendanceStatus, tr: &Tr) -> String {
    let own = status.label_key();
    let agreeing = match &line.person {
        None => format!("{own}-group"),
        Some(person) if is_female(person.gender, person.honorific) => format!("{own}-her"),
        Some(_) => own.to_owned(),
    };
    // Words that somebody put in their place are said of everybody.
    if tr.own(own).is_some() || !tr.key_exists(&agreeing) { tr!(tr, own) } else { tr!(tr, &agreeing) }
}

/// Below the name: where they stand, what they are there for, whom they stand for, and post, body or number.
fn about(cx: &Cx<'_>, view: &MeetingView, line: &AttendanceView, status: &str) -> String {
    let tr = cx.tr;
    let mut parts: Vec<String> = Vec::new();
    // The time says it too.
    let is_told = line.status == AttendanceStatus::LeftEarly && line.left_at.is_some();
    if !is_plain(line.status) && !is_told {
        parts.push(status.to_owned());
    }
    if let Some(lead) = leads(view, line) {
        parts.push(tr!(tr, lead));
    } else if let Some(role) = line.role.filter(|role| *role != Role::Member) {
        parts.push(tr!(tr, role.label_key()));
    }
    if let Some(PersonRow { name, .. }) = &line.deputises {
        parts.push(tr!(tr, "attendance-for", name = name));
    }
    if line.is_signed {
        parts.push(tr!(tr, "attendance-signed"));
    }
    // Who was there when it began is not said to have come.
    let is_later = |time: &Time| {
        view.meeting.began.or(view.meeting.start).is_none_or(|start| time.minutes() > start.minutes() + ON_TIME)
    };
    if let Some(came) = line.came_at.filter(is_later) {
        parts.push(tr!(tr, "attendance-came", time = came.text(tr)));
    }
    if let Some(left) = line.left_at {
        parts.push(tr!(tr, "attendance-left", time = left.text(tr)));
    }
    if line.person.is_none() {
        parts.push(match line.group_count {
            Some(count) => tr!(tr, "count-people", count = count),
            None => tr!(tr, "attendance-unknown-count"),
        });
    }
    let place = if line.post.is_empty() { &line.organisation } else { &line.post };
    if !place.is_empty() {
        parts.push(place.clone());
    }
    parts.join(" · ")
}

/// The key of what they are to the meeting itself: who leads it, who writes its minutes.
fn leads(view: &MeetingView, line: &AttendanceView) -> Option<&'static str> {
    let person = line.person.as_ref()?;
    let is = |other: Option<&crate::store::query::PersonRow>| other.is_some_and(|other| other.id == person.id);
    let is_her = is_female(person.gender, person.honorific);
    let of = |his: &'static str, hers: &'static str| if is_her { hers } else { his };
    if is(view.meeting.chair.as_ref()) {
        return Some(of("field-meeting-chair", "minutes-her-chair"));
    }
    is(view.meeting.secretary.as_ref()).then_some(of("field-meeting-secretary", "minutes-capacity-secretary-her"))
}

/// Who comes within so many minutes of the beginning was there from the beginning.
const ON_TIME: i64 = 5;

/// Draws the line, its words beside the button of its menu where it is seen; answers the place of its mark.
fn paint_line(
    ui: &mut Ui,
    response: &Response,
    rect: Rect,
    (line, cap): (&AttendanceView, Option<&str>),
    [name, about]: [&str; 2],
    has_button: bool,
) -> Rect {
    let tokens = ui.tokens();
    let direction = ui.direction();
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_CONTROL, tokens.surface_hover);
    }
    let mut content = rect.shrink2(vec2(4.0, 2.0));
    let mark = direction.take_start(&mut content, MARK);
    let round = Rect::from_center_size(mark.center(), Vec2::splat(MARK));
    match cap {
        Some(cap) => paint_cap(ui, round, cap),
        None => ui.row_within(round, response.id.with("mark"), |ui| {
            avatar(ui, &initials(line.person.as_ref().map_or(&line.group_name, |person| &person.name)), 28.0);
        }),
    }
    direction.take_start(&mut content, 8.0);
    let end = direction.take_end(&mut content, MARK);
    if has_button {
        direction.take_end(&mut content, MARK);
    }
    let place = Rect::from_center_size(end.center(), Vec2::splat(14.0));
    match line.status {
        AttendanceStatus::Present | AttendanceStatus::Remote | AttendanceStatus::Late | AttendanceStatus::LeftEarly => {
            Icon::Check.paint(ui.painter(), place, tokens.accent_stroke, false);
        }
        AttendanceStatus::Apology | AttendanceStatus::Absent | AttendanceStatus::Deputised => {
            Icon::Close.paint(ui.painter(), place.shrink(1.0), tokens.tone(Tone::Red).ink, false);
        }
        AttendanceStatus::Invited | AttendanceStatus::Confirmed => {
            Icon::Ring.paint(ui.painter(), place, tokens.ink_faint, false);
        }
    }
    // A name alone stands beside the middle of its mark.
    let share = if about.is_empty() { 1.0 } else { 0.52 };
    let (upper, lower) = content.split_top_bottom_at_fraction(share);
    let align = direction.start_center();
    paint::line_in(ui, upper, align, name, (Type::Interface, Weight::Regular), tokens.ink);
    paint::line_in(ui, lower, align, about, (Type::Caption, Weight::Regular), tokens.ink_weak);
    focus_ring(ui, response, RADIUS_CONTROL);
    end
}

/// A key as it looks on the keyboard, in the place of the round mark.
fn paint_cap(ui: &Ui, place: Rect, cap: &str) {
    let tokens = ui.tokens();
    let place = place.shrink(2.0);
    let frame = egui::Stroke::new(1.0, tokens.line_strong);
    ui.painter().rect(place, RADIUS_CONTROL, tokens.surface, frame, egui::StrokeKind::Inside);
    let ink = (Type::Caption, Weight::SemiBold);
    paint::line_in(ui, place, egui::Align2::CENTER_CENTER, cap, ink, tokens.ink);
}

/// The menu's entries, each with what it asks for; those with further entries have none of their own.
fn entries(cx: &Cx<'_>, view: &MeetingView, line: &AttendanceView) -> Vec<(MenuEntry, Vec<LineAct>)> {
    let tr = cx.tr;
    let one = |key: &str, act: LineAct| (MenuEntry::new(tr!(tr, key)), vec![act]);
    let statuses = AttendanceStatus::ALL.iter().map(|status| {
        (MenuEntry::new(said_of(line, *status, tr)).current(*status == line.status), LineAct::Status(*status))
    });
    let mut found = vec![with_children(tr!(tr, "field-attendance-status"), statuses)];
    let lead = leads(view, line);
    let roles = ROLES.iter().map(|role| {
        let is_current = lead.is_none() && line.role == Some(*role);
        (MenuEntry::new(tr!(tr, role.label_key())).current(is_current), LineAct::Role(*role))
    });
    let leading = [("field-meeting-chair", CHAIR), ("field-meeting-secretary", SECRETARY)];
    let leading = leading
        .into_iter()
        .filter(|_| line.person.is_some())
        .map(|(key, field)| (MenuEntry::new(tr!(tr, key)).current(lead == Some(key)), LineAct::Lead(field)));
    found.push(with_children(tr!(tr, "field-attendance-role"), roles.chain(leading)));
    let signed = MenuEntry::new(tr!(tr, "attendance-signed")).current(line.is_signed);
    found.push((signed, vec![LineAct::Sign(!line.is_signed)]));
    found.push(one("attendance-details", LineAct::Edit));
    if line.person.is_some() {
        found.push(one("post-change", LineAct::ChangePost));
        found.push(one("record-page", LineAct::Page));
    }
    let (up, act) = one("agenda-up", LineAct::Up);
    found.push((up.shortcut("Alt \u{2191}").begins_group(), act));
    let (down, act) = one("agenda-down", LineAct::Down);
    found.push((down.shortcut("Alt \u{2193}"), act));
    found.push((MenuEntry::new(tr!(tr, "attendance-remove")).danger().begins_group(), vec![LineAct::Remove]));
    found
}

fn with_children(text: String, children: impl Iterator<Item = (MenuEntry, LineAct)>) -> (MenuEntry, Vec<LineAct>) {
    let (entries, acts) = children.unzip();
    (MenuEntry::new(text).children(entries), acts)
}

fn act_of(entries: Vec<(MenuEntry, Vec<LineAct>)>, chosen: Chosen) -> Option<LineAct> {
    let (entry, acts) = entries.into_iter().nth(chosen.entry)?;
    match chosen.child {
        Some(child) => acts.get(child).copied(),
        None if entry.children.is_empty() => acts.first().copied(),
        None => None,
    }
}

/// Is the pointer or the focus on the line?
fn is_reached(ui: &Ui, line: &Response) -> bool {
    line.contains_pointer() || line.has_focus() || ui.memory(|memory| memory.has_focus(edit_id(line)))
}

fn edit_id(line: &Response) -> Id {
    line.id.with("edit")
}

/// Seen while the line is reached: the menu of all that can be said of it. Answers its place when it was pressed.
fn edit_button(ui: &mut Ui, cx: &Cx<'_>, line: &Response, beside: Rect, name: &str) -> Option<Rect> {
    let id = edit_id(line);
    let forward = ui.direction().forward(-MARK);
    let place = Rect::from_center_size(beside.center() + vec2(forward, 0.0), Vec2::splat(26.0));
    let response = ui.interact(place, id, Sense::click());
    let label = tr!(cx.tr, "attendance-edit", name = name);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &label));
    let tokens = ui.tokens();
    let fill = if response.hovered() { tokens.line } else { tokens.surface };
    ui.painter().rect_filled(place, RADIUS_CONTROL, fill);
    Icon::Dots.paint(ui.painter(), place.shrink(6.0), tokens.ink_soft, false);
    focus_ring(ui, &response, RADIUS_CONTROL);
    response.clicked().then_some(place)
}
