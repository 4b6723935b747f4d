//! Menus and pick lists: a popup of words, walked with the arrow keys, closed with Escape.
//!
//! # Keyboard
//! Arrows, Home, End and first letters walk (typed quickly, they are one beginning), Enter chooses, the arrow towards the
//! end opens further entries, Escape closes and gives the focus back. A pick list is a stop of Tab that Enter, Space and
//! Down open, and letters, at the entry that begins with them; Tab takes the entry one is at and goes on to the next field.
//!
//! # Example
//! ```no_run
//! use tansiq::widgets::{Button, MenuEntry, menu_below, pick_list};
//! fn more_ui(ui: &mut egui::Ui, words: [&str; 3], kinds: &[String], kind: &mut usize) {
//!     let button = ui.add(Button::new(words[0]));
//!     let entries = [MenuEntry::new(words[1]).shortcut("Ctrl C"), MenuEntry::new(words[2]).danger().begins_group()];
//!     if let Some(chosen) = menu_below(ui, &button, words[0], &entries) {
//!         println!("{chosen}");
//!     }
//!     *kind = pick_list(ui, words[0], Some(*kind), kinds, 240.0).unwrap_or(*kind);
//! }
//! ```

mod context;
mod entries;
mod searched;
mod typing;

pub use context::{Chosen, context_menu, is_asked_by_key, is_menu_near};
pub use searched::SearchedMenu;

pub(crate) use context::{below, menu_at, open_menu};

use super::combo::opens;
use super::direction::UiExt;
use super::icon::Icon;
use super::paint;
use super::scroll::{bring_into_sight, scroll_vertical};
use super::surround::{INSIDE, SIGN_ROOM, field_frame, field_label, sign_place};
use super::theme::{POPUP_GAP, Type};
use crate::text::Weight;
use crate::text::keep_keys;
use egui::accesskit::HasPopup;
use egui::{
    EventFilter, FocusDirection, Id, Key, LayerId, Modifiers, Order, Popup, RectAlign, Response, Role, Sense, Ui,
    WidgetInfo, vec2,
};
use entries::{entries_ui, tall, walk, wide};
use std::borrow::Cow;

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuEntry {
    /// Its words.
    pub text: String,
    /// The shortcut, shown at the end.
    pub shortcut: String,
    /// A picture before the words.
    pub icon: Option<Icon>,
    /// It is what holds now.
    pub is_current: bool,
    /// It takes something away.
    pub is_danger: bool,
    /// It can be chosen now.
    pub is_enabled: bool,
    /// A line stands above it.
    pub begins_group: bool,
    /// Further entries, beside this one. Only [`context_menu`] shows them.
    pub children: Vec<Self>,
}

impl Default for MenuEntry {
    fn default() -> Self {
        Self {
            text: String::new(),
            shortcut: String::new(),
            icon: None,
            is_current: false,
            is_danger: false,
            is_enabled: true,
            begins_group: false,
            children: Vec::new(),
        }
    }
}

impl MenuEntry {
    /// An entry with these words.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// It is what holds now.
    #[must_use]
    pub const fn current(mut self, is_current: bool) -> Self {
        self.is_current = is_current;
        self
    }

    /// The keys that do the same.
    #[must_use]
    pub fn shortcut(mut self, keys: impl Into<String>) -> Self {
        self.shortcut = keys.into();
        self
    }

    /// A picture before the words.
    #[must_use]
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// It takes something away.
    #[must_use]
    pub const fn danger(mut self) -> Self {
        self.is_danger = true;
        self
    }

    /// Can it be chosen now?
    #[must_use]
    pub const fn enabled(mut self, is_enabled: bool) -> Self {
        self.is_enabled = is_enabled;
        self
    }

    /// A line stands above it.
    #[must_use]
    pub const fn begins_group(mut self) -> Self {
        self.begins_group = true;
        self
    }

    /// Further entries beside it.
    #[must_use]
    pub fn children(mut self, children: Vec<Self>) -> Self {
        self.children = children;
        self
    }
}

/// What a menu leaves of the window's height, in points.
const EDGE: f32 = 32.0;
/// A popup's margins and lines, beside what is in it.
pub(in crate::widgets) const FRAME: f32 = 14.0;

/// A menu below the button that was pressed, as [`menu_below_with`] has it, with entries that are at hand.
pub fn menu_below(ui: &Ui, button: &Response, name: &str, entries: &[MenuEntry]) -> Option<usize> {
    menu_below_with(ui, button, name, || Cow::Borrowed(entries))
}

/// A menu below the button that was pressed; answers the entry that was chosen. `entries` is asked only while it is open: in
/// a list, making them for each row in each frame would cost more than the rows.
///
/// Keys: arrows, Home, End and first letters walk, Enter chooses, Escape closes and gives the focus back to the button.
pub fn menu_below_with<'a>(
    ui: &Ui,
    button: &Response,
    name: &str,
    entries: impl FnOnce() -> Cow<'a, [MenuEntry]>,
) -> Option<usize> {
    menu_below_asked(ui, button, name, Opening::default(), entries)
}

/// How a list below a field differs from the menu of a button.
#[derive(Clone, Copy, Default)]
struct Opening {
    /// A key opens it as a press of the button does.
    is_asked: bool,
    /// Tab takes the entry one is at, and leads on from the field.
    is_field: bool,
}

/// The entries, which scroll where there are more than the window is high. Answers the one that was chosen: pressed, or the
/// one at which `takes` came.
fn list_ui(ui: &mut Ui, wide: f32, entries: &[MenuEntry], at_first: Option<usize>, takes: bool) -> Option<usize> {
    let chosen = |responses: &[Response], reached: Option<usize>| {
        let at = || reached.or_else(|| responses.iter().position(Response::has_focus));
        responses.iter().position(Response::clicked).or_else(|| at().filter(|_| takes))
    };
    let room = ui.ctx().content_rect().height() - EDGE;
    if tall(ui, entries) <= room {
        let responses = entries_ui(ui, entries, None);
        let reached = walk(ui, entries, &responses, at_first);
        return chosen(&responses, reached);
    }
    let (rect, _) = ui.allocate_exact_size(vec2(wide, room), Sense::hover());
    ui.within(rect, "entries", |ui| {
        let output = scroll_vertical(ui, "entries", |ui, area| {
            area.show(ui, |ui| {
                let responses = entries_ui(ui, entries, None);
                let reached = walk(ui, entries, &responses, at_first);
                if let Some(response) = reached.and_then(|at| responses.get(at)) {
                    response.scroll_to_me(None);
                }
                chosen(&responses, reached)
            })
        });
        output.inner
    })
}

/// As [`menu_below_with`].
fn menu_below_asked<'a>(
    ui: &Ui,
    button: &Response,
    name: &str,
    Opening { is_asked, is_field }: Opening,
    entries: impl FnOnce() -> Cow<'a, [MenuEntry]>,
) -> Option<usize> {
    if is_asked {
        Popup::open_id(ui.ctx(), Popup::default_response_id(button));
    }
    let just_opened = button.clicked() || is_asked;
    let align = if ui.direction().is_rtl() { RectAlign::BOTTOM_END } else { RectAlign::BOTTOM_START };
    let popup = Popup::menu(button);
    tell_of_menu(ui, button, popup.is_open());
    if !just_opened && !popup.is_open() {
        return None;
    }
    let entries: &[MenuEntry] = &entries();
    // As wide as the button with its frame, and wider only where an entry would be cut off.
    let wide = (wide(ui, entries) - 12.0).max(button.rect.width() - FRAME);
    let popup = popup.align(align).gap(POPUP_GAP).accessible_name(name).width(wide + 12.0);
    let was_open = popup.is_open();
    let id = popup.get_id();
    keep_on_top(ui, id);
    let leads_on = if is_field && was_open { tab(ui) } else { None };
    let shown = popup.show(|ui| {
        ui.set_width(wide);
        let start = entries.iter().position(|entry| entry.is_current).unwrap_or(0);
        let chosen = list_ui(ui, wide, entries, just_opened.then_some(start), leads_on.is_some());
        if chosen.is_some() {
            ui.close();
        }
        chosen
    });
    let chosen = shown.and_then(|shown| shown.inner);
    let is_left_by_key = was_open && !Popup::is_id_open(ui.ctx(), id) && !ui.input(|input| input.pointer.any_click());
    if chosen.is_some() || is_left_by_key {
        button.request_focus();
    }
    if let Some(direction) = leads_on.filter(|_| chosen.is_some()) {
        // The field has its turn in this frame behind it: the focus goes on from there in the next.
        ui.data_mut(|data| data.insert_temp(button.id, direction));
        ui.ctx().request_repaint();
    }
    chosen
}

/// A screen reader hears that something has a menu, and whether it is open.
fn tell_of_menu(ui: &Ui, button: &Response, is_open: bool) {
    ui.ctx().accesskit_node_builder(button.id, |node| {
        node.set_has_popup(HasPopup::Menu);
        node.set_expanded(is_open);
    });
}

/// Takes Tab, and says which way it leads.
fn tab(ui: &Ui) -> Option<FocusDirection> {
    let direction = ui.input_mut(|input| {
        if input.consume_key(Modifiers::SHIFT, Key::Tab) {
            Some(FocusDirection::Previous)
        } else {
            input.consume_key(Modifiers::NONE, Key::Tab).then_some(FocusDirection::Next)
        }
    })?;
    // egui read the key before: the focus is to stay until the entry is taken.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    Some(direction)
}

/// Call it in each frame in which the popup of that id is open. A press brings the sheet it is pressed on to the top, and a list
/// that was open in it once before would open below it: whoever asks for the top in the same frame keeps the order they had.
/// And what is below a sheet for a frame has lost the focus.
pub(in crate::widgets) fn keep_on_top(ui: &Ui, id: Id) {
    let layer = LayerId::new(Order::Foreground, id);
    ui.ctx().move_to_top(layer);
    if ui.layer_id().order == layer.order {
        ui.ctx().set_sublayer(ui.layer_id(), layer);
    }
}

/// A field that holds one of a closed list; answers the new choice. Enter, Space, Down and Alt+Down open the list,
/// and letters open it at the entry that begins with them.
pub fn pick_list(ui: &mut Ui, label: &str, current: Option<usize>, options: &[String], width: f32) -> Option<usize> {
    let layout = ui.direction().column();
    ui.allocate_ui_with_layout(vec2(width, ui.metrics().control + 22.0), layout, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.set_width(width);
        field_label(ui, label);
        pick_list_bare(ui, label, current, options, width)
    })
    .inner
}

/// As [`pick_list`]; its label is only heard: it stands below a heading that says it.
pub fn pick_list_bare(
    ui: &mut Ui,
    label: &str,
    current: Option<usize>,
    options: &[String],
    width: f32,
) -> Option<usize> {
    let id = ui.next_auto_id();
    if let Some(direction) = ui.data_mut(|data| data.remove_temp::<FocusDirection>(id)) {
        ui.memory_mut(|memory| memory.move_focus(direction));
    }
    let (rect, response) = ui.allocate_exact_size(vec2(width, ui.metrics().control), Sense::click());
    let value = current.and_then(|index| options.get(index)).map_or("", String::as_str);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), label);
        info.current_text_value = Some(value.to_owned());
        info
    });
    let tokens = ui.tokens();
    let direction = ui.direction();
    // While its list is open an entry of that has the focus.
    let is_open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    field_frame(ui, rect, response.has_focus() || is_open, false);
    if response.gained_focus() {
        bring_into_sight(ui, rect);
    }
    let mut content = rect.shrink2(vec2(INSIDE, 0.0));
    direction.take_end(&mut content, SIGN_ROOM);
    let place = sign_place(ui, rect, 14.0);
    Icon::Down.paint(ui.painter(), place, tokens.ink_weak, false);
    paint::line_in(ui, content, direction.start_center(), value, (Type::Interface, Weight::Regular), tokens.ink);
    let entry = |(index, text): (usize, &String)| MenuEntry::new(text).current(current == Some(index));
    let is_asked = response.has_focus() && {
        // The arrows are the field's, and not ways to its neighbours.
        let filter = EventFilter { vertical_arrows: true, ..Default::default() };
        keep_keys(ui.ctx(), response.id, filter);
        !is_open && (opens(ui) || typing::is_typing(ui))
    };
    let opening = Opening { is_asked, is_field: true };
    let chosen = menu_below_asked(ui, &response, label, opening, || options.iter().enumerate().map(entry).collect());
    // The field has the focus again before whoever shows it knows of the choice, and a screen reader would say the old one.
    if let Some(chosen) = chosen.and_then(|index| options.get(index)) {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(chosen.as_str()));
    }
    chosen
}
