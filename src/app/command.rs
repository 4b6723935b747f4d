//! What can be done from anywhere. Menus, the search, shortcuts and tooltips all follow from this list.

use crate::screens::Route;
use crate::strings::Tr;
use crate::tr;
use crate::widgets::{Direction, UiExt};
use egui::{Event, Key, Modifiers, PointerButton};

/// One thing that can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UiCommand {
    /// Opens the form of a new meeting.
    NewMeeting,
    /// Something new of any kind, over whatever screen is open.
    QuickAdd,
    /// Opens the search.
    Search,
    /// Takes the last change back.
    Undo,
    /// Takes the last undo back.
    Redo,
    /// Goes to the meetings.
    GoMeetings,
    /// Goes to the follow-ups.
    GoFollowUps,
    /// Goes to the proposals.
    GoProposals,
    /// Goes to the challenges and opportunities.
    GoChallenges,
    /// Goes to the partnerships.
    GoPartnerships,
    /// Goes to the regulations.
    GoRegulations,
    /// Goes to the organisations.
    GoOrganisations,
    /// Goes to the people.
    GoPeople,
    /// Goes to where a pasted text becomes records.
    GoIntake,
    /// Goes to the bin and the likely twins.
    GoTidying,
    /// Goes to the settings.
    GoSettings,
    /// Goes to the papers' templates.
    GoTemplates,
    /// Arabic to English and back.
    SwitchLanguage,
    /// Light to dark and back.
    SwitchTheme,
    /// Everything a step larger.
    TextLarger,
    /// Everything a step smaller.
    TextSmaller,
    /// Everything as large as usual.
    TextUsual,
    /// The minutes of the open meeting as PDF.
    ExportMinutes,
    /// The paper of what is open, page by page.
    ShowPaper,
    /// A list comes in: a spreadsheet, contacts, a calendar.
    Import,
    /// The report of a period.
    Report,
    /// The goals of the Vision and what serves them.
    Goals,
    /// From the open meeting to its minutes, and back.
    Minutes,
    /// To the screen that was shown before.
    Back,
    /// To the screen from which one went back.
    Forward,
    /// To the newest message at the foot of the window, and back.
    GoMessage,
    /// Ends the program.
    Quit,
}

/// A key with Ctrl, named by its place on the keyboard so that an Arabic layout changes nothing; a key that types nothing
/// is pressed alone. An arrow is pressed with Alt, and named as where lines begin at the left: elsewhere it is the other one,
/// as in browsers and file managers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    key: Key,
    with_shift: bool,
}

impl Shortcut {
    /// Is it pressed without Ctrl?
    const fn is_alone(self) -> bool {
        matches!(self.key, Key::F8)
    }

    /// Is it an arrow with Alt?
    const fn is_arrow(self) -> bool {
        matches!(self.key, Key::ArrowLeft | Key::ArrowRight)
    }

    /// The key itself, as the interface runs.
    const fn key(self, direction: Direction) -> Key {
        match (self.key, direction.is_rtl()) {
            (Key::ArrowLeft, true) => Key::ArrowRight,
            (Key::ArrowRight, true) => Key::ArrowLeft,
            (key, _) => key,
        }
    }

    /// Is it this event?
    fn is(self, event: &Event, direction: Direction) -> bool {
        let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else { return false };
        if self.is_arrow() {
            return *key == self.key(direction) && modifiers.matches_exact(Modifiers::ALT);
        }
        let held = if self.is_alone() { Modifiers::NONE } else { Modifiers::COMMAND };
        let wanted = Modifiers { shift: self.with_shift, ..held };
        // Where the layout has Latin letters they decide; elsewhere the key's place does.
        let is_latin = key.name().len() == 1 && key.name().is_ascii();
        let is_key = *key == self.key || (!is_latin && *physical_key == Some(self.key));
        if self.key == Key::Plus {
            // Its sign stands above another one on most keyboards: with Shift or without, it is the same wish.
            let is_plus = is_key || *key == Key::Equals || (!is_latin && *physical_key == Some(Key::Equals));
            return is_plus && modifiers.command && !modifiers.alt;
        }
        is_key && modifiers.matches_exact(wanted)
    }

    /// `Ctrl Shift N`, for menus and lists, and each key to be shown in a frame of its own.
    pub fn keys(self, direction: Direction) -> String {
        let held = match (self.is_arrow(), self.is_alone()) {
            (true, _) => Some("Alt"),
            (false, true) => None,
            (false, false) => Some("Ctrl"),
        };
        let shift = self.with_shift.then_some("Shift");
        // egui's own signs of arrows are in no letters for Arabic.
        let key = self.key(direction);
        let key = match (self.is_arrow(), key == Key::ArrowLeft) {
            (true, true) => "\u{2190}",
            (true, false) => "\u{2192}",
            (false, _) => key.symbol_or_name(),
        };
        let keys = held.into_iter().chain(shift).chain([key]);
        keys.collect::<Vec<_>>().join(" ")
    }
}

/// Half of all programs redo with it.
const REDO_TOO: Shortcut = Shortcut { key: Key::Z, with_shift: true };

impl UiCommand {
    /// All of them, in the order of the search.
    pub const ALL: [Self; 32] = [
        Self::NewMeeting,
        Self::QuickAdd,
        Self::Import,
        Self::Search,
        Self::Minutes,
        Self::ExportMinutes,
        Self::ShowPaper,
        Self::Report,
        Self::Goals,
        Self::Undo,
        Self::Redo,
        Self::GoMeetings,
        Self::GoFollowUps,
        Self::GoProposals,
        Self::GoChallenges,
        Self::GoPartnerships,
        Self::GoRegulations,
        Self::GoOrganisations,
        Self::GoPeople,
        Self::GoIntake,
        Self::GoTidying,
        Self::GoSettings,
        Self::GoTemplates,
        Self::SwitchLanguage,
        Self::SwitchTheme,
        Self::TextLarger,
        Self::TextSmaller,
        Self::TextUsual,
        Self::Back,
        Self::Forward,
        Self::GoMessage,
        Self::Quit,
    ];

    /// The key of its name.
    pub const fn label_key(self) -> &'static str {
        match self {
            Self::NewMeeting => "command-new-meeting",
            Self::QuickAdd => "command-quick-add",
            Self::Import => "command-import",
            Self::Search => "command-search",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::GoMeetings => "command-go-meetings",
            Self::GoFollowUps => "command-go-follow-ups",
            Self::GoProposals => "command-go-proposals",
            Self::GoChallenges => "command-go-challenges",
            Self::GoPartnerships => "command-go-partnerships",
            Self::GoRegulations => "command-go-regulations",
            Self::GoIntake => "command-go-intake",
            Self::GoTidying => "command-go-tidying",
            Self::GoOrganisations => "command-go-organisations",
            Self::GoPeople => "command-go-people",
            Self::GoSettings => "command-go-settings",
            Self::GoTemplates => "command-go-templates",
            Self::ShowPaper => "command-show-paper",
            Self::SwitchLanguage => "command-switch-language",
            Self::SwitchTheme => "command-switch-theme",
            Self::TextLarger => "command-text-larger",
            Self::TextSmaller => "command-text-smaller",
            Self::TextUsual => "command-text-usual",
            Self::ExportMinutes => "command-export-minutes",
            Self::Report => "command-report",
            Self::Goals => "command-goals",
            Self::Minutes => "command-minutes",
            Self::Back => "command-back",
            Self::Forward => "command-forward",
            Self::GoMessage => "command-go-message",
            Self::Quit => "command-quit",
        }
    }

    /// Its name.
    pub fn label(self, tr: &Tr) -> String {
        tr!(tr, self.label_key())
    }

    /// Its keys.
    pub const fn shortcut(self) -> Shortcut {
        let (key, with_shift) = match self {
            Self::NewMeeting => (Key::N, false),
            Self::QuickAdd => (Key::N, true),
            Self::Import => (Key::I, true),
            Self::Search => (Key::K, false),
            Self::Undo => (Key::Z, false),
            Self::Redo => (Key::Y, false),
            Self::GoMeetings => (Key::Num1, false),
            Self::GoFollowUps => (Key::Num2, false),
            Self::GoProposals => (Key::Num3, false),
            Self::GoChallenges => (Key::Num4, false),
            Self::GoPartnerships => (Key::Num5, false),
            Self::GoRegulations => (Key::Num6, false),
            Self::GoOrganisations => (Key::Num7, false),
            Self::GoPeople => (Key::Num8, false),
            Self::GoSettings => (Key::Num9, false),
            Self::GoTemplates => (Key::P, true),
            Self::ShowPaper => (Key::P, false),
            Self::GoIntake => (Key::J, false),
            Self::GoTidying => (Key::T, true),
            Self::SwitchLanguage => (Key::L, true),
            Self::SwitchTheme => (Key::D, true),
            Self::TextLarger => (Key::Plus, false),
            Self::TextSmaller => (Key::Minus, false),
            Self::TextUsual => (Key::Num0, false),
            Self::ExportMinutes => (Key::E, false),
            Self::Report => (Key::R, true),
            Self::Goals => (Key::G, true),
            Self::Minutes => (Key::M, false),
            // Where an arrow points is where the interface's lines begin or end: see [`Shortcut`].
            Self::Back => (Key::ArrowLeft, false),
            Self::Forward => (Key::ArrowRight, false),
            Self::GoMessage => (Key::F8, false),
            Self::Quit => (Key::Q, false),
        };
        Shortcut { key, with_shift }
    }

    /// Does it change only how everything looks?
    pub const fn is_look(self) -> bool {
        matches!(
            self,
            Self::SwitchLanguage | Self::SwitchTheme | Self::TextLarger | Self::TextSmaller | Self::TextUsual
        )
    }

    /// The screen it goes to.
    pub const fn route(self) -> Option<Route> {
        match self {
            Self::GoMeetings => Some(Route::Meetings),
            Self::GoFollowUps => Some(Route::FollowUps),
            Self::GoProposals => Some(Route::Proposals),
            Self::GoChallenges => Some(Route::Challenges),
            Self::GoPartnerships => Some(Route::Partnerships),
            Self::GoRegulations => Some(Route::Regulations),
            Self::GoIntake => Some(Route::Intake),
            Self::GoTidying => Some(Route::Tidying),
            Self::GoOrganisations => Some(Route::Organisations),
            Self::GoPeople => Some(Route::People),
            Self::GoSettings => Some(Route::Settings),
            Self::GoTemplates => Some(Route::Templates),
            Self::NewMeeting
            | Self::QuickAdd
            | Self::Import
            | Self::Search
            | Self::Undo
            | Self::Redo
            | Self::SwitchLanguage
            | Self::SwitchTheme
            | Self::TextLarger
            | Self::TextSmaller
            | Self::TextUsual
            | Self::ExportMinutes
            | Self::ShowPaper
            | Self::Report
            | Self::Goals
            | Self::Minutes
            | Self::Back
            | Self::Forward
            | Self::GoMessage
            | Self::Quit => None,
        }
    }

    /// What the buttons at a mouse's side mean, as in browsers.
    fn of_mouse(event: &Event) -> Option<Self> {
        let Event::PointerButton { button, pressed: true, .. } = event else { return None };
        match button {
            PointerButton::Extra1 => Some(Self::Back),
            PointerButton::Extra2 => Some(Self::Forward),
            PointerButton::Primary | PointerButton::Secondary | PointerButton::Middle => None,
        }
    }

    /// Takes the commands whose keys nobody else has taken in this frame.
    pub fn take_pressed(ui: &egui::Ui) -> Vec<Self> {
        let direction = ui.direction();
        ui.input_mut(|input| {
            let mut pressed = Vec::new();
            input.events.retain(|event| {
                let command = Self::ALL.into_iter().find(|command| command.shortcut().is(event, direction));
                let command = command.or_else(|| REDO_TOO.is(event, direction).then_some(Self::Redo));
                let command = command.or_else(|| Self::of_mouse(event));
                pressed.extend(command);
                command.is_none()
            });
            pressed
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, physical_key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: Some(physical_key), pressed: true, repeat: false, modifiers }
    }

    const LTR: Direction = Direction::LeftToRight;

    #[test]
    fn each_command_has_its_own_keys() {
        for (index, command) in UiCommand::ALL.into_iter().enumerate() {
            for other in UiCommand::ALL.into_iter().skip(index + 1) {
                assert_ne!(command.shortcut(), other.shortcut(), "{command:?} and {other:?}");
            }
        }
    }

    #[test]
    fn a_shortcut_is_where_it_is_on_the_keyboard() {
        let search = UiCommand::Search.shortcut();
        assert!(search.is(&key(Key::K, Key::K, Modifiers::COMMAND), LTR), "Latin layout");
        assert!(search.is(&key(Key::Semicolon, Key::K, Modifiers::COMMAND), LTR), "a layout without Latin letters");
        assert!(!search.is(&key(Key::T, Key::K, Modifiers::COMMAND), LTR), "another Latin layout");
        assert!(!search.is(&key(Key::K, Key::K, Modifiers::NONE), LTR));
        assert!(!search.is(&key(Key::K, Key::K, Modifiers::COMMAND | Modifiers::SHIFT), LTR));
    }

    #[test]
    fn keys_are_named_as_on_a_keyboard() {
        assert_eq!(UiCommand::NewMeeting.shortcut().keys(LTR), "Ctrl N");
        assert_eq!(UiCommand::GoPeople.shortcut().keys(LTR), "Ctrl 8");
        assert_eq!(UiCommand::SwitchLanguage.shortcut().keys(LTR), "Ctrl Shift L");
        assert_eq!(UiCommand::TextLarger.shortcut().keys(LTR), "Ctrl +");
        assert_eq!(UiCommand::GoMessage.shortcut().keys(LTR), "F8");
    }

    #[test]
    fn the_arrow_that_leads_back_points_to_where_lines_begin() {
        let (back, rtl) = (UiCommand::Back.shortcut(), Direction::RightToLeft);
        let arrow = |arrow| key(arrow, arrow, Modifiers::ALT);
        for (direction, pointing) in [(LTR, Key::ArrowLeft), (rtl, Key::ArrowRight)] {
            assert!(back.is(&arrow(pointing), direction));
            assert!(!UiCommand::Forward.shortcut().is(&arrow(pointing), direction));
            assert!(!back.is(&key(pointing, pointing, Modifiers::COMMAND), direction), "that one is a word's");
        }
        assert_eq!((back.keys(LTR), back.keys(rtl)), ("Alt \u{2190}".to_owned(), "Alt \u{2192}".to_owned()));
    }

    #[test]
    fn a_key_that_types_nothing_is_pressed_alone() {
        let message = UiCommand::GoMessage.shortcut();
        assert!(message.is(&key(Key::F8, Key::F8, Modifiers::NONE), LTR));
        assert!(!message.is(&key(Key::F8, Key::F8, Modifiers::COMMAND), LTR));
    }

    #[test]
    fn the_plus_sign_is_meant_with_shift_and_without() {
        let larger = UiCommand::TextLarger.shortcut();
        assert!(larger.is(&key(Key::Equals, Key::Equals, Modifiers::COMMAND), LTR), "its key without Shift");
        assert!(larger.is(&key(Key::Plus, Key::Equals, Modifiers::COMMAND | Modifiers::SHIFT), LTR), "its sign");
        assert!(larger.is(&key(Key::Plus, Key::Plus, Modifiers::COMMAND), LTR), "on the number pad");
        assert!(!larger.is(&key(Key::Plus, Key::Equals, Modifiers::SHIFT), LTR), "typed");
        assert!(!larger.is(&key(Key::Minus, Key::Minus, Modifiers::COMMAND), LTR));
    }
}
