//! One find as the list shows it: what it says, what of it is missing, whether its record is there already.

use super::decided::{Decisions, Standing};
use super::finds_ui::row_button;
use super::found::{Item, Owner, Presence, Values};
use crate::calendar::{Date, Time};
use crate::domain::{Honorific, OutcomeKind, initials, person_line};
use crate::intake::Intake;
use crate::screens::Cx;
use crate::strings::Tr;
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Chip, Icon, Line, Tone, UiExt, avatar};
use egui::{Align, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

/// The room of what a fact is called.
const LABEL: f32 = 96.0;

/// What was pressed in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    Row,
    Correct,
    Drop,
    Accept,
}

/// A row before it is drawn.
pub(super) struct Row {
    item: Item,
    standing: Standing,
    /// What stands before the words of a fact.
    label: String,
    words: String,
    /// Further words, and whether they say that something is missing.
    details: Vec<(String, bool)>,
    /// At the row's end: a word and its colour.
    chip: Option<(String, Tone)>,
    /// Of a person.
    initials: String,
}

impl Row {
    /// What a find says.
    pub(super) fn of(item: Item, intake: &Intake, decisions: &Decisions, cx: &Cx<'_>) -> Self {
        let tr = cx.tr;
        let standing = decisions.standing(item, intake);
        let values = decisions.values(item, intake);
        let is_fact = Item::FACTS.contains(&item);
        let is_person = matches!(item, Item::Person(_));
        let mut row = Self {
            item,
            standing,
            label: if is_fact { tr!(tr, item.label_key()) } else { String::new() },
            words: words(item, &values, cx),
            details: Vec::new(),
            chip: None,
            initials: if is_person { initials(&values.text) } else { String::new() },
        };
        row.details = details(item, &values, intake, cx);
        if standing == Standing::Missing {
            let unsure = intake.meeting.unsure_dates.iter().flat_map(|find| find.value.iter().copied());
            let unsure: Vec<String> = unsure.map(|day| day.medium(tr, cx.settings.calendars)).collect();
            row.words = if item == Item::Date && !unsure.is_empty() {
                tr!(tr, "intake-date-open", days = tr.list(&unsure))
            } else if item.missing().is_some() {
                tr!(tr, "intake-not-said")
            } else {
                tr!(tr, "intake-not-said-either")
            };
        }
        let corrected = decisions.corrected(item, intake);
        let is_added = corrected.is_some_and(|corrected| corrected.only_adds_to(&Values::of(item, intake)));
        let is_corrected = corrected.is_some();
        row.chip = match (standing, item.is_known(intake)) {
            (Standing::Missing, _) => None,
            (Standing::Dropped, _) => Some((tr!(tr, "intake-dropped"), Tone::Neutral)),
            (Standing::Open, _) => Some((tr!(tr, "intake-open"), Tone::Red)),
            (Standing::Accepted, _) if is_added => Some((tr!(tr, "intake-added"), Tone::Green)),
            (Standing::Accepted, _) if is_corrected => Some((tr!(tr, "intake-corrected"), Tone::Amber)),
            // A goal that the list does not have is no goal that anything can serve.
            (Standing::Accepted, Some(false)) if matches!(item, Item::Goal(_)) => {
                Some((tr!(tr, "intake-unlisted"), Tone::Neutral))
            }
            (Standing::Accepted, Some(true)) => Some((tr!(tr, "intake-there"), Tone::Blue)),
            (Standing::Accepted, Some(false)) => Some((tr!(tr, "intake-new"), Tone::Green)),
            (Standing::Accepted, None) => None,
        };
        row
    }

    /// What a screen reader says of it.
    fn name(&self) -> String {
        let chip = self.chip.as_ref().map(|(words, _)| words.as_str());
        let details = self.details.iter().map(|(words, _)| words.as_str());
        let parts = [self.label.as_str(), self.words.as_str()].into_iter().chain(details).chain(chip);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// Draws it.
    pub(super) fn ui(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        is_current: bool,
        has_focus: bool,
    ) -> (Response, Option<Pressed>) {
        let tokens = ui.tokens();
        let ground = ui.painter().add(egui::Shape::Noop);
        let mut pressed = None;
        let builder = UiBuilder::new().id_salt("row").sense(Sense::CLICK);
        let shown = ui.scope_builder(builder, |ui| {
            let above = if self.label.is_empty() { 8.0 } else { 4.0 };
            ui.add_space(above);
            self.contents_ui(ui, cx, &mut pressed);
            ui.add_space(above);
        });
        let response = shown.response;
        let name = self.name();
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, &name));
        if response.clicked() {
            pressed = pressed.or(Some(Pressed::Row));
        }
        let rect = response.rect.expand2(vec2(8.0, 0.0));
        if is_current || response.hovered() {
            let fill = if is_current { tokens.accent_wash } else { tokens.surface_hover };
            let stroke = if is_current && has_focus { tokens.focus_ring() } else { Stroke::NONE };
            let shape = egui::epaint::RectShape::new(rect, RADIUS_CONTROL, fill, stroke, StrokeKind::Inside);
            ui.painter().set(ground, shape);
        }
        (response, pressed)
    }

    fn contents_ui(&self, ui: &mut Ui, cx: &Cx<'_>, pressed: &mut Option<Pressed>) {
        let layout = ui.direction().row().with_cross_align(Align::Min);
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
            ui.spacing_mut().item_spacing.x = ui.metrics().small;
            if !self.initials.is_empty() {
                _ = avatar(ui, &self.initials, 32.0);
            }
            let chip = self.chip.as_ref().map(|(words, tone)| Chip::new(words, *tone));
            let chip_width = chip.as_ref().map_or(0.0, |chip| chip.width(ui) + ui.metrics().small);
            let buttons = 2.0 * (ui.metrics().small_control + ui.metrics().small);
            let room = (ui.available_width() - chip_width - buttons).max(80.0);
            ui.allocate_ui_with_layout(vec2(room, 0.0), ui.direction().column(), |ui| {
                ui.set_width(room);
                ui.spacing_mut().item_spacing.y = 0.0;
                self.words_ui(ui);
            });
            if let Some(chip) = chip {
                ui.add(chip);
            }
            self.buttons_ui(ui, cx.tr, cx.store.is_read_only(), pressed);
        });
    }

    fn words_ui(&self, ui: &mut Ui) {
        let tokens = ui.tokens();
        let red = tokens.tone(Tone::Red).ink;
        let ink = match self.standing {
            Standing::Dropped => tokens.ink_weak,
            Standing::Missing if self.item.missing().is_some() => red,
            Standing::Missing => tokens.ink_weak,
            Standing::Accepted | Standing::Open => tokens.ink,
        };
        let weight = if self.item == Item::Title { Weight::SemiBold } else { Weight::Medium };
        let words = Label::new(self.words.as_str()).size(14.0).line_height(22.0).weight(weight).color(ink).wrap();
        if self.label.is_empty() {
            ui.add(words);
        } else {
            let room = ui.available_width() - LABEL - ui.metrics().small;
            let layout = ui.direction().row().with_cross_align(Align::Min);
            ui.allocate_ui_with_layout(vec2(ui.available_width(), 0.0), layout, |ui| {
                ui.allocate_ui_with_layout(vec2(LABEL, 22.0), ui.direction().row(), |ui| {
                    ui.set_min_size(vec2(LABEL, 22.0));
                    ui.add(Line::new(&self.label).weak(ui));
                });
                ui.allocate_ui_with_layout(vec2(room, 0.0), ui.direction().column(), |ui| {
                    ui.set_width(room);
                    ui.add(words);
                });
            });
        }
        for (words, is_missing) in &self.details {
            let ink = if *is_missing { red } else { tokens.ink_weak };
            ui.add(Label::new(words.as_str()).size(12.0).line_height(18.0).color(ink).wrap());
        }
    }

    fn buttons_ui(&self, ui: &mut Ui, tr: &Tr, is_read_only: bool, pressed: &mut Option<Pressed>) {
        let what = self.words.as_str();
        let correct =
            tr!(tr, "intake-correct", what = if self.standing == Standing::Missing { &self.label } else { what });
        let (first, name) = match self.standing {
            Standing::Open | Standing::Dropped => (Icon::Check, tr!(tr, "intake-accept", what = what)),
            Standing::Accepted | Standing::Missing => (Icon::Edit, correct),
        };
        if ui.add(row_button(first, &name).enabled(!is_read_only)).clicked() {
            *pressed = Some(if first == Icon::Check { Pressed::Accept } else { Pressed::Correct });
        }
        if matches!(self.standing, Standing::Accepted | Standing::Open)
            && ui.add(row_button(Icon::Close, &tr!(tr, "intake-drop", what = what))).clicked()
        {
            *pressed = Some(Pressed::Drop);
        }
    }
}

/// What it says, in its main line.
fn words(item: Item, values: &Values, cx: &Cx<'_>) -> String {
    let tr = cx.tr;
    let title = || values.code.as_deref().and_then(Honorific::from_code);
    match item {
        Item::Kind => values.code.as_ref().map(|code| tr!(tr, &format!("meeting-kind-{code}"))).unwrap_or_default(),
        Item::Status => values.code.as_ref().map(|code| tr!(tr, &format!("meeting-status-{code}"))).unwrap_or_default(),
        Item::Date | Item::NextDate => day(values).map(|day| day.medium(tr, cx.settings.calendars)).unwrap_or_default(),
        Item::Time | Item::End => {
            values.time.as_deref().and_then(Time::from_stored).map(|time| time.text(tr)).unwrap_or_default()
        }
        Item::Person(_) => person_line(title(), &values.text),
        Item::Title
        | Item::Place
        | Item::City
        | Item::Body(_)
        | Item::Group(_)
        | Item::Goal(_)
        | Item::Topic(_)
        | Item::Proposal(_)
        | Item::Decision(_)
        | Item::FollowUp(_) => values.text.clone(),
    }
}

fn day(values: &Values) -> Option<Date> {
    values.date.as_deref().and_then(|iso| Date::from_iso(iso).ok())
}

/// What stands below it, and whether it says that something is missing.
fn details(item: Item, values: &Values, intake: &Intake, cx: &Cx<'_>) -> Vec<(String, bool)> {
    let tr = cx.tr;
    let joined = |parts: Vec<String>| {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() { Vec::new() } else { vec![(parts.join(" · "), false)] }
    };
    match item {
        Item::Person(_) => {
            let presence = match values.presence {
                Presence::Chairs => tr!(tr, "intake-presence-chairs"),
                Presence::Named => tr!(tr, "intake-presence-named"),
                Presence::Comes => String::new(),
            };
            joined(vec![values.post.clone(), values.body.clone().unwrap_or_default(), presence])
        }
        Item::Body(at) => {
            let side = values.code.as_ref().map(|code| tr!(tr, &format!("side-{code}"))).unwrap_or_default();
            let aliases: Vec<String> = intake
                .bodies
                .get(at)
                .map(|body| body.aliases.iter().map(|alias| alias.name.clone()).collect())
                .unwrap_or_default();
            let aliases =
                if aliases.is_empty() { String::new() } else { tr!(tr, "intake-also", names = tr.list(&aliases)) };
            joined(vec![side, aliases])
        }
        Item::Group(_) => {
            let count = values.count.map(|count| tr!(tr, "intake-group-of", count = count)).unwrap_or_default();
            joined(vec![tr!(tr, "intake-group"), count])
        }
        Item::Proposal(_) | Item::Decision(_) | Item::FollowUp(_) => {
            let kind = values.code.as_deref().and_then(OutcomeKind::from_code);
            let is_task = kind == Some(OutcomeKind::FollowUp);
            let owner = values.owner.as_ref().map(|owner| match owner {
                Owner::Person(name) | Owner::Body(name) => tr!(tr, "intake-owner-is", name = name),
            });
            let due = day(values).map(|day| tr!(tr, "intake-due-is", day = day.medium(tr, cx.settings.calendars)));
            let kind = kind.filter(|kind| *kind == OutcomeKind::Recommendation).map(|kind| tr!(tr, kind.label_key()));
            let mut details = joined([kind, owner.clone(), due.clone()].into_iter().flatten().collect());
            let lacks = [(owner.is_none(), "intake-owner-missing"), (due.is_none(), "intake-due-missing")];
            let lacks: Vec<String> =
                lacks.iter().filter(|(lacks, _)| *lacks && is_task).map(|(_, key)| tr!(tr, key)).collect();
            if !lacks.is_empty() {
                details.push((lacks.join(" · "), true));
            }
            details
        }
        Item::Title
        | Item::Kind
        | Item::Status
        | Item::Date
        | Item::Time
        | Item::End
        | Item::NextDate
        | Item::Place
        | Item::City
        | Item::Goal(_)
        | Item::Topic(_) => Vec::new(),
    }
}
