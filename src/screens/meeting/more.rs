//! The menu beside the buttons of a meeting's head. What it offers can be run by its name from the search, too.

use super::preparing::InvitationsForm;
use super::{MeetingScreen, Open};
use crate::domain::{MinutesState, PaperFormat, PaperKind, Settings};
use crate::screens::reason::reopen_minutes;
use crate::screens::{Ask, Cx, PaperSubject, Route, Screen, ScreenCommand};
use crate::store::Edit;
use crate::store::query::MeetingView;
use crate::tr;
use crate::widgets::{Button, Icon, MenuEntry, menu_below};
use egui::Ui;

/// What the menu offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum More {
    Facts,
    Parties,
    Hall,
    /// Words in its notes.
    Find,
    LineTimes,
    Series,
    NextMeeting,
    /// Its papers page by page, to be printed from there.
    PreviewPapers,
    Invitations,
    /// The meeting for the calendars of those who come.
    Calendar,
    Agenda,
    SigningSheet,
    Preparation,
    /// What of it may be published.
    Press,
    /// The minutes, to go on writing.
    Word,
    KeepAgenda,
    KeepTemplate,
    Copy,
    History,
    Reopen,
    Remove,
}

impl More {
    /// The key of its name.
    const fn label_key(self) -> &'static str {
        match self {
            Self::Facts => "meeting-facts",
            Self::Parties => "meeting-parties",
            Self::Hall => "hall-title",
            Self::Find => "find-notes",
            Self::LineTimes => "notes-line-times",
            Self::Series => "series-page",
            Self::NextMeeting => "series-next",
            Self::PreviewPapers => "paper-preview",
            Self::Invitations => "paper-invitations",
            Self::Calendar => "paper-calendar",
            Self::Agenda => PaperKind::Agenda.label_key(),
            Self::SigningSheet => PaperKind::SigningSheet.label_key(),
            Self::Preparation => PaperKind::Preparation.label_key(),
            Self::Press => "paper-press-menu",
            Self::Word => "minutes-word",
            Self::KeepAgenda => "meeting-keep-agenda",
            Self::KeepTemplate => "meeting-keep-template",
            Self::Copy => "meeting-copy",
            Self::History => "meeting-history",
            Self::Reopen => "meeting-reopen",
            Self::Remove => "meeting-remove",
        }
    }

    /// Does choosing it change what is kept?
    const fn is_change(self) -> bool {
        match self {
            Self::Facts
            | Self::Parties
            | Self::NextMeeting
            | Self::KeepAgenda
            | Self::KeepTemplate
            | Self::Copy
            | Self::Reopen
            | Self::Remove => true,
            Self::Hall
            | Self::Find
            | Self::LineTimes
            | Self::Series
            | Self::PreviewPapers
            | Self::Invitations
            | Self::Calendar
            | Self::Agenda
            | Self::SigningSheet
            | Self::Preparation
            | Self::Press
            | Self::Word
            | Self::History => false,
        }
    }

    fn entry(self, cx: &Cx<'_>) -> MenuEntry {
        let entry = MenuEntry::new(tr!(cx.tr, self.label_key()));
        match self {
            Self::Hall => entry.shortcut("F11"),
            Self::Find => entry.shortcut(ScreenCommand::FindNotes.keys()),
            Self::PreviewPapers => entry.shortcut("Ctrl P").begins_group(),
            Self::History => entry.begins_group(),
            Self::Remove => entry.danger(),
            Self::LineTimes => entry.current(cx.settings.shows_line_times),
            Self::Facts
            | Self::Parties
            | Self::Series
            | Self::NextMeeting
            | Self::Invitations
            | Self::Calendar
            | Self::Agenda
            | Self::SigningSheet
            | Self::Preparation
            | Self::Press
            | Self::Word
            | Self::KeepAgenda
            | Self::KeepTemplate
            | Self::Copy
            | Self::Reopen => entry,
        }
    }
}

/// What of the menu the search runs by its name. The window for the room has a key, and finding a command of its own.
pub(super) fn commands(view: &MeetingView, is_read_only: bool) -> impl Iterator<Item = ScreenCommand> {
    more_choices(view)
        .into_iter()
        .filter(|choice| !matches!(choice, More::Hall | More::Find | More::LineTimes))
        .filter(move |choice| !(is_read_only && choice.is_change()))
        .map(|choice| ScreenCommand::Menu(choice.label_key()))
}

/// The entry of that name.
pub(super) fn choice(view: &MeetingView, key: &str) -> Option<More> {
    more_choices(view).into_iter().find(|choice| choice.label_key() == key)
}

impl MeetingScreen {
    pub(super) fn more_ui(&mut self, ui: &mut Ui, cx: &mut Cx<'_>, view: &MeetingView) {
        let name = tr!(cx.tr, "meeting-more");
        let button = ui.add(Button::icon_only(Icon::Dots, &name));
        let choices = more_choices(view);
        let entries: Vec<MenuEntry> = choices.iter().map(|choice| choice.entry(cx)).collect();
        match menu_below(ui, &button, &name, &entries).and_then(|index| choices.get(index).copied()) {
            Some(More::Hall) => self.turn_hall(ui.ctx()),
            Some(choice) => self.do_more(cx, view, choice),
            None => {}
        }
    }

    /// Does what an entry says.
    pub(super) fn do_more(&mut self, cx: &mut Cx<'_>, view: &MeetingView, choice: More) {
        let meeting = view.meeting.id;
        match choice {
            More::Facts => self.open = Some(Open::Form(Box::new(super::forms::facts(cx, view)))),
            More::Parties => self.open = Some(Open::Parties(Box::default())),
            // Windows belong to the frame that draws the menu.
            More::Hall => {}
            More::Find => self.run_command(ScreenCommand::FindNotes, cx, view),
            More::LineTimes => {
                let is_shown = if cx.settings.shows_line_times { "" } else { "1" };
                cx.configure(Settings::LINE_TIMES, is_shown);
            }
            More::Series => {
                if let Some((series, _)) = view.meeting.series {
                    cx.go(Route::Record(series.record()));
                }
            }
            More::NextMeeting => {
                if let Some((series, _)) = view.meeting.series {
                    self.next_meeting.make(cx, series);
                }
            }
            More::Invitations => {
                self.open = Some(Open::Invitations(Box::new(InvitationsForm::new(view))));
            }
            More::Calendar => self.ask_for(cx, PaperKind::Invitation, PaperFormat::Ics),
            More::PreviewPapers => {
                self.flush(cx);
                cx.ask(Ask::ShowPaper(PaperSubject::Minutes(meeting)));
            }
            More::Agenda => self.ask_for(cx, PaperKind::Agenda, PaperFormat::Pdf),
            More::Press => self.open = Some(Open::Press(Box::default())),
            More::SigningSheet => self.ask_for(cx, PaperKind::SigningSheet, PaperFormat::Pdf),
            More::Preparation => self.ask_for(cx, PaperKind::Preparation, PaperFormat::Pdf),
            More::Word => {
                // What is still only typed belongs in the minutes.
                self.flush(cx);
                cx.ask(Ask::ExportMinutes(meeting, PaperFormat::Docx));
            }
            More::KeepAgenda => {
                let ticket = cx.store.send(Edit::KeepAgenda(meeting));
                cx.ask(Ask::ToastUndo(ticket, tr!(cx.tr, "meeting-agenda-kept")));
            }
            More::KeepTemplate => {
                let ticket = cx.store.send(Edit::KeepAsTemplate(meeting));
                let words = tr!(cx.tr, "meeting-template-kept", title = view.meeting.title.as_str());
                cx.ask(Ask::ToastUndo(ticket, words));
            }
            More::Copy => cx.ask(Ask::MeetingLike(meeting.record())),
            More::History => cx.go(Route::Record(meeting.record())),
            More::Reopen => {
                self.reason = Some(reopen_minutes(meeting));
            }
            More::Remove => {
                let ticket = cx.store.send(Edit::Remove(meeting.record()));
                cx.say_removed(ticket, "meeting-removed", 1);
                cx.asks.push(Ask::Go(crate::screens::Route::Meetings));
            }
        }
    }
}

fn more_choices(view: &MeetingView) -> Vec<More> {
    let of_series = view.meeting.series.iter().flat_map(|_| [More::Series, More::NextMeeting]);
    if view.meeting.approved_on.is_some() {
        // What is signed stays.
        let reopen = (view.meeting.minutes != MinutesState::Signed).then_some(More::Reopen);
        return of_series
            .chain([
                More::Hall,
                More::Find,
                More::LineTimes,
                More::PreviewPapers,
                More::Agenda,
                More::Word,
                More::Press,
                More::KeepTemplate,
                More::Copy,
                More::History,
            ])
            .chain(reopen)
            .collect();
    }
    let keeps = (view.meeting.series.is_some() && !view.agenda.is_empty()).then_some(More::KeepAgenda);
    let papers = [
        More::PreviewPapers,
        More::Invitations,
        More::Calendar,
        More::Agenda,
        More::SigningSheet,
        More::Preparation,
        More::Word,
        More::Press,
    ];
    [More::Facts, More::Parties, More::Hall, More::Find, More::LineTimes]
        .into_iter()
        .chain(of_series)
        .chain(keeps)
        .chain(papers)
        .chain([More::KeepTemplate, More::Copy, More::History, More::Remove])
        .collect()
}
