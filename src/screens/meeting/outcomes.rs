//! What came out of the meeting, at the end side: counts by kind, a card each, its files, and what is open from earlier
//! meetings.

use super::line_kind::LineKind;
use super::{MeetingScreen, Open, forms};
use crate::arabic;
use crate::calendar::Date;
use crate::domain::{Entity, Further, OutcomeId, OutcomeKind, Record, RegulationId, Side, due_words, lifecycle};
use crate::screens::{Ask, Cx, OpenTasks, parts};
use crate::store::query::{MEETING_HOST, MEETING_SERIES, MeetingView, OutcomeRow, RegulationView};
use crate::text::{Label, Weight};
use crate::tr;
use crate::widgets::button::focus_ring;
use crate::widgets::theme::RADIUS_CONTROL;
use crate::widgets::{Button, Chip, Icon, Line, Tone, Type, UiExt, paint, section_heading};
use egui::{Frame, Id, Margin, Role, Sense, Ui, WidgetInfo, vec2};
use rustc_hash::{FxHashMap, FxHashSet};

/// So far past the edge of what one sees cards are drawn all the same: Tab goes on to them.
const AROUND: f32 = 300.0;

/// So many lines of a card tell what it is, and so many what is known of it.
const LINES: usize = 2;

/// What a card's height follows from.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Shown {
    version: i64,
    width: f32,
}

/// The kinds in the order of the chips.
pub(super) const KINDS: [OutcomeKind; 7] = [
    OutcomeKind::Proposal,
    OutcomeKind::Initiative,
    OutcomeKind::FollowUp,
    OutcomeKind::Decision,
    OutcomeKind::Recommendation,
    OutcomeKind::Challenge,
    OutcomeKind::Opportunity,
];

/// What the notes captured of laws and by-laws.
fn captured(view: &MeetingView) -> impl Iterator<Item = RegulationId> {
    view.agenda.iter().flat_map(|item| &item.blocks).filter_map(|block| block.regulation)
}

/// The list as it was gathered from an answer of the store: it is drawn with every key, and put together only when
/// something else is in it.
#[derive(Default)]
pub(super) struct SideList {
    /// The answer.
    revision: Option<u64>,
    /// The newest first: what was just captured is seen to have arrived.
    rows: Vec<Row>,
    /// How many of each kind there are, in the order of the chips.
    counts: Vec<(OutcomeKind, usize)>,
    /// How many of them are of laws and by-laws.
    regulations: usize,
    /// What each card took when it was drawn last, in points.
    heights: FxHashMap<Record, (Shown, f32)>,
}

/// One card.
struct Row {
    record: Record,
    version: i64,
    created_at: i64,
    /// Among the outcomes of the meeting, or among its regulations.
    place: usize,
    reservations: usize,
}

impl SideList {
    fn gather(&mut self, revision: u64, view: &MeetingView) {
        if self.revision == Some(revision) {
            return;
        }
        self.revision = Some(revision);
        let mut reservations: FxHashMap<OutcomeId, usize> = FxHashMap::default();
        for one in &view.reservations {
            *reservations.entry(one.outcome).or_default() += 1;
        }
        let outcomes = view.outcomes.iter().enumerate().map(|(place, row)| Row {
            record: row.id.record(),
            version: row.version,
            created_at: row.created_at,
            place,
            reservations: reservations.get(&row.id).copied().unwrap_or_default(),
        });
        let captured: FxHashSet<RegulationId> = captured(view).collect();
        let regulations = view.regulations.iter().enumerate().filter(|(_, row)| captured.contains(&row.id));
        let regulations = regulations.map(|(place, row)| Row {
            record: row.id.record(),
            version: row.version,
            created_at: row.created_at,
            place,
            reservations: 0,
        });
        self.rows = outcomes.chain(regulations).collect();
        self.rows.sort_by_key(|row| std::cmp::Reverse((row.created_at, row.record.id)));
        self.regulations = self.rows.len() - view.outcomes.len();
        let count = |kind: OutcomeKind| view.outcomes.iter().filter(|outcome| outcome.kind == kind).count();
        self.counts = KINDS.into_iter().map(|kind| (kind, count(kind))).filter(|(_, count)| *count > 0).collect();
    }
}

/// Cards below each other. Those out of sight take the room that they had: there may be hundreds.
struct Cards<'l> {
    heights: &'l mut FxHashMap<Record, (Shown, f32)>,
    width: f32,
    /// What those take that were passed over since the last one that was drawn.
    passed: f32,
}

impl Cards<'_> {
    /// A card, which answers whether it was pressed and how high it is.
    fn card(&mut self, ui: &mut Ui, record: Record, version: i64, draw: impl FnOnce(&mut Ui) -> (bool, f32)) -> bool {
        let look = Shown { version, width: self.width };
        if let Some((_, height)) = self.heights.get(&record).filter(|(shown, _)| *shown == look) {
            let top = ui.cursor().top() + self.passed;
            let clip = ui.clip_rect();
            if top + height < clip.top() - AROUND || top > clip.bottom() + AROUND {
                self.passed += height;
                // what stands below keeps its id, and with it the focus, however many are drawn above it
                ui.skip_ahead_auto_ids(1);
                return false;
            }
        }
        self.end(ui);
        let (is_pressed, height) = ui.scope(draw).inner;
        self.heights.insert(record, (look, height));
        is_pressed
    }

    fn end(&mut self, ui: &mut Ui) {
        if self.passed > 0.0 {
            ui.add_space(std::mem::take(&mut self.passed));
        }
    }
}

impl MeetingScreen {
    /// The side list.
    pub(super) fn outcomes_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let mut list = std::mem::take(&mut self.side);
        list.gather(self.page_facts.0, view);
        ui.row(|ui| {
            section_heading(ui, &tr!(cx.tr, "outcomes-title"));
            if !list.rows.is_empty() {
                let count = arabic::to_digits(&list.rows.len().to_string(), cx.tr.digits());
                ui.at_end("outcomes-count", |ui| ui.add(Chip::new(&count, Tone::Neutral)));
            }
        });
        if list.rows.is_empty() {
            let weak = ui.tokens().ink_weak;
            let about = tr!(cx.tr, "outcomes-empty");
            ui.add(Label::new(&about).size(12.0).line_height(18.0).color(weak).wrap());
        } else {
            kind_chips(ui, cx, &list);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut cards = Cards { heights: &mut list.heights, width: ui.available_width(), passed: 0.0 };
        for row in &list.rows {
            let is_regulation = row.record.entity == Entity::Regulation;
            let outcome = view.outcomes.get(row.place).filter(|_| !is_regulation);
            let regulation = view.regulations.get(row.place).filter(|_| is_regulation);
            if let Some(outcome) = outcome
                && cards.card(ui, row.record, row.version, |ui| card_ui(ui, cx, outcome, (true, row.reservations)))
            {
                self.open_outcome(outcome.id);
            }
            if let Some(regulation) = regulation
                && cards.card(ui, row.record, row.version, |ui| regulation_card_ui(ui, cx, regulation))
            {
                self.open = Some(Open::Form(Box::new(forms::regulation(cx, regulation))));
            }
        }
        cards.end(ui);
        ui.add_space(ui.metrics().large);
        self.attachments.list_ui(ui, cx);
        if !view.earlier.is_empty() || !view.closed_since.is_empty() {
            self.earlier_ui(ui, cx, view, &mut list.heights);
        }
        self.side = list;
    }

    /// What is open from earlier meetings, and what was closed since.
    fn earlier_ui(
        &mut self,
        ui: &mut Ui,
        cx: &mut Cx<'_>,
        view: &MeetingView,
        heights: &mut FxHashMap<Record, (Shown, f32)>,
    ) {
        ui.add_space(ui.metrics().large);
        let told = view.earlier.len();
        let open = match view.earlier_left.with(told) {
            Some(open) => tr!(cx.tr, "earlier-open", count = open),
            None => tr!(cx.tr, "earlier-open-more", count = told),
        };
        let weak = ui.tokens().ink_weak;
        let open_line = Line::new(&open).size(Type::Caption).weight(Weight::SemiBold).color(weak);
        let title = tr!(cx.tr, "earlier-title");
        let beside = paint::width_of(ui, &title, Type::Body, Weight::Bold)
            + paint::width_of(ui, &open, Type::Caption, Weight::SemiBold)
            + 2.0 * ui.metrics().small;
        // In a narrow column the count stands below its heading.
        if beside > ui.available_width() {
            section_heading(ui, &title);
            ui.add(open_line);
        } else {
            ui.row(|ui| {
                ui.spacing_mut().item_spacing.x = ui.metrics().small;
                section_heading(ui, &title);
                ui.add(open_line);
            });
        }
        let mut cards = Cards { heights, width: ui.available_width(), passed: 0.0 };
        for outcome in view.earlier.iter().chain(&view.closed_since) {
            let is_pressed =
                cards.card(ui, outcome.id.record(), outcome.version, |ui| card_ui(ui, cx, outcome, (false, 0)));
            if is_pressed {
                self.open_outcome(outcome.id);
            }
        }
        cards.end(ui);
        left_ui(ui, cx, "earlier-left", view.earlier_left, || open_before(view));
    }

    /// Opens the form of an outcome.
    pub(super) fn open_outcome(&mut self, outcome: OutcomeId) {
        self.wants_outcome = Some(outcome);
    }
}

/// The button below a list that tells a part: how much more there is, and the way to it.
pub(super) fn left_ui(ui: &mut Ui, cx: &mut Cx<'_>, key: &str, left: Further, tasks: impl FnOnce() -> OpenTasks) {
    let words = match left {
        Further::Counted(0) => return,
        Further::Counted(left) => tr!(cx.tr, key, count = left),
        Further::Uncounted => tr!(cx.tr, &format!("{key}-more")),
    };
    ui.add_space(ui.metrics().small);
    if ui.add(Button::quiet(&words).small().full_width()).clicked() {
        cx.ask(Ask::OpenTasks(tasks()));
    }
}

/// What is open from the meetings before this one: of its series, else with its hosts.
pub(super) fn open_before(view: &MeetingView) -> OpenTasks {
    let until = view.meeting.date.and_then(|date| date.add_days(-1).ok());
    match &view.meeting.series {
        Some((series, title)) => OpenTasks { field: MEETING_SERIES, of: vec![(series.0, title.clone())], until },
        None => {
            let hosts = view.parties.iter().filter(|party| party.side == Side::Host);
            let of = hosts.map(|party| (party.organisation.0, party.name.clone())).collect();
            OpenTasks { field: MEETING_HOST, of, until }
        }
    }
}

fn kind_chips(ui: &mut Ui, cx: &Cx<'_>, list: &SideList) {
    let layout = ui.direction().wrapping_row();
    ui.with_layout(layout, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (kind, count) in &list.counts {
            let words = tr!(cx.tr, kind_count_key(*kind), count = *count);
            ui.add(Chip::new(&words, parts::kind_tone(*kind)));
        }
        if list.regulations > 0 {
            let words = tr!(cx.tr, "kind-count-regulation", count = list.regulations);
            ui.add(Chip::new(&words, LineKind::Regulation.tone()).outlined(true));
        }
    });
    ui.add_space(ui.metrics().hair);
}

/// The key of «مقترحات 3».
const fn kind_count_key(kind: OutcomeKind) -> &'static str {
    match kind {
        OutcomeKind::Proposal => "kind-count-proposal",
        OutcomeKind::Initiative => "kind-count-initiative",
        OutcomeKind::FollowUp => "kind-count-follow-up",
        OutcomeKind::Decision => "kind-count-decision",
        OutcomeKind::Recommendation => "kind-count-recommendation",
        OutcomeKind::Challenge => "kind-count-challenge",
        OutcomeKind::Opportunity => "kind-count-opportunity",
        OutcomeKind::Obligation => "kind-count-obligation",
    }
}

/// An outcome's card; answers whether it was pressed, and how high it is. `own`: it came out of this meeting; some may have
/// reservations.
fn card_ui(ui: &mut Ui, cx: &Cx<'_>, outcome: &OutcomeRow, (own, reservations): (bool, usize)) -> (bool, f32) {
    let kind = cx.tr.text(outcome.kind.label_key(), &[]);
    let title = if outcome.text.is_empty() { tr!(cx.tr, "unspecified") } else { outcome.title().to_owned() };
    let detail = detail_line(cx, outcome);
    let (number, chip_words) = (cx.tr.code(&outcome.number), chip_words(cx, outcome, own, &kind));
    let reserved = (reservations > 0).then(|| tr!(cx.tr, "count-reservations", count = reservations));
    let age = own.then(|| parts::age(cx.now - outcome.created_at, cx.tr));
    // Whoever looks at an older meeting sees what of it is late.
    let is_late = own && lifecycle::is_overdue(outcome.status, outcome.due, cx.today);
    let late = outcome.due.filter(|_| is_late).map(|due| due_words(due, Some(outcome.kind), cx.today, cx.tr));
    let mut about = vec![Piece::Chip(card_chip(cx, outcome, own, &chip_words)), Piece::Number(&number)];
    about.extend(late.as_deref().map(|words| Piece::Chip(Chip::new(words, Tone::Red).icon(Icon::Warning))));
    about.extend(reserved.as_deref().map(|words| Piece::Chip(Chip::new(words, Tone::Amber))));
    about.extend(age.as_deref().map(Piece::Age));
    // The kind is a part of the name; that something is late stands in its place on the chip.
    let chip = Some(chip_words.as_str()).filter(|words| *words != kind);
    let said = chip
        .into_iter()
        .chain([number.as_str()])
        .chain(late.as_deref())
        .chain(reserved.as_deref())
        .chain([detail.as_str()]);
    let said = said.collect::<Vec<_>>().join(" · ");
    let id = Id::unique(("outcome-card", outcome.id));
    Card { id, kind: &kind, title: &title, detail: &detail, said }.ui(ui, cx, about)
}

/// The card of a change in laws and by-laws.
fn regulation_card_ui(ui: &mut Ui, cx: &Cx<'_>, row: &RegulationView) -> (bool, f32) {
    let kind = cx.tr.text(LineKind::Regulation.label_key(), &[]);
    let title = if row.title.is_empty() { tr!(cx.tr, "unspecified") } else { row.title.clone() };
    let known = [row.instrument.as_str(), row.impact.as_str()].into_iter().filter(|text| !text.is_empty());
    let effective = row.effective_on.map(|day| parts::day(day, cx.tr, cx.settings.calendars));
    let known: Vec<String> =
        known.map(str::to_owned).chain(effective).map(|it| arabic::isolate::isolate(&it)).collect();
    let detail = if known.is_empty() { tr!(cx.tr, "entity-regulation") } else { known.join(" · ") };
    let id = Id::unique(("regulation-card", row.id));
    let (number, age) = (cx.tr.code(&row.number), parts::age(cx.now - row.created_at, cx.tr));
    let chip = Chip::new(&kind, LineKind::Regulation.tone()).outlined(true);
    let card = Card { id, kind: &kind, title: &title, detail: &detail, said: [&*number, &detail].join(" · ") };
    card.ui(ui, cx, vec![Piece::Chip(chip), Piece::Number(&number), Piece::Age(&age)])
}

/// What stands above the title of a card.
enum Piece<'p> {
    Chip(Chip<'p>),
    Number(&'p str),
    /// How long ago, at the end; left out where it has no room, for its form tells the day.
    Age(&'p str),
}

impl Piece<'_> {
    fn width(&self, ui: &Ui) -> f32 {
        match self {
            Self::Chip(chip) => chip.width(ui),
            Self::Number(words) | Self::Age(words) => paint::width_of(ui, words, Type::Caption, Weight::Regular),
        }
    }
}

/// Shows the pieces in a row; those that have no room in it stand in another one below.
fn pieces_ui(ui: &mut Ui, pieces: Vec<Piece<'_>>) {
    let (room, gap) = (ui.available_width(), ui.metrics().small);
    let mut rows: Vec<Vec<Piece<'_>>> = Vec::new();
    let mut taken = f32::INFINITY;
    for piece in pieces {
        let width = piece.width(ui);
        let fits = taken + gap + width <= room;
        if matches!(piece, Piece::Age(_)) && !fits {
            continue;
        }
        match rows.last_mut().filter(|_| fits) {
            Some(row) => {
                taken += gap + width;
                row.push(piece);
            }
            None => {
                taken = width;
                rows.push(vec![piece]);
            }
        }
    }
    for row in rows {
        ui.row_of(22.0, |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for piece in row {
                match piece {
                    Piece::Chip(chip) => _ = ui.add(chip),
                    Piece::Number(words) => _ = ui.add(Line::new(words).weak(ui)),
                    Piece::Age(words) => _ = ui.at_end("ago", |ui| ui.add(Line::new(words).weak(ui))),
                }
            }
        });
    }
}

/// What a card of the list says below its first row.
struct Card<'c> {
    id: Id,
    kind: &'c str,
    title: &'c str,
    detail: &'c str,
    /// What a screen reader says behind its name.
    said: String,
}

impl Card<'_> {
    /// Draws it with these above its title; answers whether it was pressed, and how high it is.
    fn ui(self, ui: &mut Ui, cx: &Cx<'_>, above: Vec<Piece<'_>>) -> (bool, f32) {
        let Self { id, kind, title, detail, said } = self;
        let width = ui.available_width();
        let background = ui.painter().add(egui::Shape::Noop);
        let card = Frame::new().inner_margin(Margin::symmetric(4, 10)).show(ui, |ui| {
            ui.set_width(width - 8.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            pieces_ui(ui, above);
            ui.spacing_mut().item_spacing.y = 0.0;
            // Two lines tell what it is; the rest is in the tooltip, and in its form.
            let title = Label::new(title).size(14.0).line_height(20.0).weight(Weight::Medium);
            ui.add(title.most_lines(LINES));
            let weak = ui.tokens().ink_weak;
            ui.add(Label::new(detail).size(12.0).line_height(18.0).color(weak).most_lines(LINES));
        });
        let rect = card.response.rect;
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| {
            let name = tr!(cx.tr, "outcome-card-name", kind = kind, text = title);
            WidgetInfo::labeled(Role::Button, true, name)
        });
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(said));
        let tokens = ui.tokens();
        if response.hovered() {
            let fill = egui::Shape::rect_filled(rect, RADIUS_CONTROL, tokens.surface_hover);
            ui.painter().set(background, fill);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.hairline());
        focus_ring(ui, &response, RADIUS_CONTROL);
        (response.clicked(), rect.height())
    }
}

/// The kind, or how late it is when it comes from an earlier meeting; what was closed since says so, this once.
fn chip_words(cx: &Cx<'_>, outcome: &OutcomeRow, own: bool, kind: &str) -> String {
    if !own && lifecycle::is_closed(outcome.status) {
        return outcome.status.words(Some(outcome.kind), cx.tr);
    }
    match late_since(cx, outcome, own) {
        Some(due) => due_words(due, Some(outcome.kind), cx.today, cx.tr),
        None => kind.to_owned(),
    }
}

fn card_chip<'c>(cx: &Cx<'_>, outcome: &OutcomeRow, own: bool, words: &'c str) -> Chip<'c> {
    if !own && lifecycle::is_closed(outcome.status) {
        Chip::new(words, parts::outcome_tone(outcome.status))
    } else if late_since(cx, outcome, own).is_some() {
        Chip::new(words, Tone::Red).icon(Icon::Warning)
    } else {
        Chip::new(words, parts::kind_tone(outcome.kind))
    }
}

/// The day by which something of an earlier meeting was to be done, where that is past.
fn late_since(cx: &Cx<'_>, outcome: &OutcomeRow, own: bool) -> Option<Date> {
    outcome.due.filter(|_| !own && lifecycle::is_overdue(outcome.status, outcome.due, cx.today))
}

/// Who, when, where it stands: what is known.
fn detail_line(cx: &Cx<'_>, outcome: &OutcomeRow) -> String {
    let mut known: Vec<String> = Vec::new();
    if outcome.person.is_some() {
        known.push(parts::person_short(outcome.person_honorific, &outcome.person_name));
    }
    known.extend([&outcome.organisation_name, &outcome.area].into_iter().filter(|text| !text.is_empty()).cloned());
    if let Some(due) = outcome.due {
        known.push(parts::day(due, cx.tr, cx.settings.calendars));
    }
    if known.is_empty() || !outcome.kind.is_task() {
        known.push(outcome.status.words(Some(outcome.kind), cx.tr));
    }
    let known: Vec<String> = known.iter().map(|part| arabic::isolate::isolate(part)).collect();
    known.join(" · ")
}
