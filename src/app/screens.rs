//! All screens of the window, and which of them a route leads to.

use crate::domain::{MeetingId, Record};
use crate::screens::intake::IntakeScreen;
use crate::screens::meeting::MeetingScreen;
use crate::screens::minutes::MinutesScreen;
use crate::screens::record::RecordScreen;
use crate::screens::registers::{
    CHALLENGES, FOLLOW_UPS, MeetingsScreen, ORGANISATIONS, PARTNERSHIPS, PEOPLE, PROPOSALS, REGULATIONS, RegisterScreen,
};
use crate::screens::settings::SettingsScreen;
use crate::screens::templates::TemplatesScreen;
use crate::screens::tidying::TidyingScreen;
use crate::screens::{Route, Screen};
use crate::store::Ticket;

/// All screens; each keeps its place while another is shown.
pub(super) struct Screens {
    pub meetings: MeetingsScreen,
    pub meeting: Option<(MeetingId, MeetingScreen)>,
    /// Those that were left with a form that is not done with, or with a window that is open.
    pub held_meetings: Vec<(MeetingId, MeetingScreen)>,
    pub minutes: Option<(MeetingId, MinutesScreen)>,
    pub follow_ups: RegisterScreen,
    pub proposals: RegisterScreen,
    pub challenges: RegisterScreen,
    pub partnerships: RegisterScreen,
    pub regulations: RegisterScreen,
    pub record: Option<(Record, RecordScreen)>,
    /// As with meetings.
    pub held_records: Vec<(Record, RecordScreen)>,
    pub intake: IntakeScreen,
    pub tidying: TidyingScreen,
    pub organisations: RegisterScreen,
    pub people: RegisterScreen,
    pub settings: SettingsScreen,
    pub templates: TemplatesScreen,
}

impl Screens {
    pub fn new() -> Self {
        Self {
            meetings: MeetingsScreen::default(),
            meeting: None,
            held_meetings: Vec::new(),
            minutes: None,
            follow_ups: RegisterScreen::new(&FOLLOW_UPS),
            proposals: RegisterScreen::new(&PROPOSALS),
            challenges: RegisterScreen::new(&CHALLENGES),
            partnerships: RegisterScreen::new(&PARTNERSHIPS),
            regulations: RegisterScreen::new(&REGULATIONS),
            record: None,
            held_records: Vec::new(),
            intake: IntakeScreen::default(),
            tidying: TidyingScreen::default(),
            organisations: RegisterScreen::new(&ORGANISATIONS),
            people: RegisterScreen::new(&PEOPLE),
            settings: SettingsScreen::default(),
            templates: TemplatesScreen::default(),
        }
    }

    pub fn at(&mut self, route: Route) -> &mut dyn Screen {
        match route {
            Route::Meetings => &mut self.meetings,
            Route::Meeting(id) => {
                let screen: &mut MeetingScreen =
                    take_up(&mut self.meeting, &mut self.held_meetings, id, MeetingScreen::new);
                screen
            }
            Route::Minutes(id) => {
                self.minutes.take_if(|(open, _)| *open != id);
                let (_, screen) = self.minutes.get_or_insert_with(|| (id, MinutesScreen::new(id)));
                screen
            }
            Route::FollowUps => &mut self.follow_ups,
            Route::Proposals => &mut self.proposals,
            Route::Challenges => &mut self.challenges,
            Route::Partnerships => &mut self.partnerships,
            Route::Regulations => &mut self.regulations,
            Route::Record(record) => {
                let screen: &mut RecordScreen =
                    take_up(&mut self.record, &mut self.held_records, record, RecordScreen::new);
                screen
            }
            Route::Intake => &mut self.intake,
            Route::Tidying => &mut self.tidying,
            Route::Organisations => &mut self.organisations,
            Route::People => &mut self.people,
            Route::Settings => &mut self.settings,
            Route::Templates => &mut self.templates,
        }
    }

    pub fn each(&mut self, mut visit: impl FnMut(&mut dyn Screen)) {
        self.each_at(|_, screen| visit(screen));
    }

    pub fn each_at(&mut self, mut visit: impl FnMut(Route, &mut dyn Screen)) {
        visit(Route::Meetings, &mut self.meetings);
        for (id, meeting) in self.meeting.iter_mut().chain(&mut self.held_meetings) {
            visit(Route::Meeting(*id), meeting);
        }
        if let Some((id, minutes)) = &mut self.minutes {
            visit(Route::Minutes(*id), minutes);
        }
        visit(Route::FollowUps, &mut self.follow_ups);
        visit(Route::Proposals, &mut self.proposals);
        visit(Route::Challenges, &mut self.challenges);
        visit(Route::Partnerships, &mut self.partnerships);
        visit(Route::Regulations, &mut self.regulations);
        for (record, screen) in self.record.iter_mut().chain(&mut self.held_records) {
            visit(Route::Record(*record), screen);
        }
        visit(Route::Intake, &mut self.intake);
        visit(Route::Tidying, &mut self.tidying);
        visit(Route::Organisations, &mut self.organisations);
        visit(Route::People, &mut self.people);
        visit(Route::Settings, &mut self.settings);
        visit(Route::Templates, &mut self.templates);
    }

    /// Where the form is that holds what the writer refused.
    pub fn refused_at(&mut self, ticket: Ticket) -> Option<Route> {
        let mut found = None;
        self.each_at(|route, screen| found = found.or(screen.holds_refused(ticket).then_some(route)));
        found
    }

    /// Lets go of those whose form is done with, and whose own window is closed.
    pub fn let_go(&mut self) {
        self.held_meetings.retain(|(_, screen)| screen.holds_form() || screen.has_window());
        self.held_records.retain(|(_, screen)| screen.holds_form());
    }
}

/// The screen of what a key names: the one that is open, one that was left with a form, or a new one. One that is left
/// with a form that is not done with is held, and so is one that has a window of its own.
fn take_up<'s, Key: Copy + PartialEq, S: Screen>(
    slot: &'s mut Option<(Key, S)>,
    held: &mut Vec<(Key, S)>,
    key: Key,
    make: impl FnOnce(Key) -> S,
) -> &'s mut S {
    if slot.as_ref().is_none_or(|(open, _)| *open != key) {
        held.extend(slot.take().filter(|(_, screen)| screen.holds_form() || screen.has_window()));
        let place = held.iter().position(|(left, _)| *left == key);
        *slot = place.map(|place| held.swap_remove(place));
    }
    &mut slot.get_or_insert_with(|| (key, make(key))).1
}
