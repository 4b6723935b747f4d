//! Tabs: several pages in one place, of which one is shown.
//!
//! The tabs are one stop of Tab; the arrows along the line, Home and End choose another page, and Tab goes on into it.
//!
//! ```no_run
//! use tansiq::widgets::{Line, Tab, Tabs};
//! fn page_ui(ui: &mut egui::Ui, at: &mut usize, name: &str, titles: [&str; 2]) {
//!     let tabs = titles.map(Tab::new);
//!     Tabs::new(name, &tabs).show(ui, at, |ui, page| {
//!         ui.add(Line::new(titles[page]));
//!     });
//! }
//! ```

use super::button::focus_ring;
use super::direction::{UiExt, line_below};
use super::paint;
use super::presses;
use super::theme::{RADIUS_CONTROL, Type};
use crate::text::Weight;
use crate::text::{keep_keys, take_focus};
use egui::{EventFilter, Id, Key, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

/// A tab: the title of its page, and how many things are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tab<'a> {
    /// The title.
    pub title: &'a str,
    /// How many, in the interface's digits; empty: not said.
    pub count: &'a str,
}

impl<'a> Tab<'a> {
    /// A tab with that title.
    pub const fn new(title: &'a str) -> Self {
        Self { title, count: "" }
    }

    /// How many things its page holds.
    #[must_use]
    pub const fn count(mut self, count: &'a str) -> Self {
        self.count = count;
        self
    }
}

/// Tabs before they are shown.
#[must_use = "show them"]
pub struct Tabs<'a> {
    name: &'a str,
    tabs: &'a [Tab<'a>],
}

const TALL: f32 = 40.0;
/// Beside a title.
const PADDING: f32 = 12.0;
const LINE: f32 = 2.0;

/// Where a key leads among tabs.
#[derive(Clone, Copy)]
enum Step {
    On,
    Back,
    First,
    Last,
}

impl<'a> Tabs<'a> {
    /// Tabs with that name for screen readers.
    pub const fn new(name: &'a str, tabs: &'a [Tab<'a>]) -> Self {
        Self { name, tabs }
    }

    /// Shows them, and below them the page that is chosen.
    pub fn show<R>(self, ui: &mut Ui, at: &mut usize, page: impl FnOnce(&mut Ui, usize) -> R) -> R {
        *at = (*at).min(self.tabs.len().saturating_sub(1));
        let id = ui.scope_id().with(("tabs", self.name));
        let (strip, _) = ui.allocate_exact_size(vec2(ui.available_width(), TALL), Sense::hover());
        let builder = UiBuilder::new().scope_id(id).max_rect(strip).layout(ui.direction().row());
        let builder = builder.accessibility_role(Role::TabList).accessibility_label(self.name);
        let mut inside = ui.new_child(builder);
        inside.tell_place(strip);
        ui.ctx().accesskit_node_builder(inside.unique_id(), |node| node.set_size_of_set(self.tabs.len()));
        line_below(&inside, strip);
        self.keys(&inside, id, at);
        self.tabs_ui(&mut inside, id, strip, at);
        let title = self.tabs.get(*at).map_or("", |tab| tab.title);
        let rest = ui.available_rect_before_wrap();
        let builder = UiBuilder::new().id_salt((self.name, *at)).max_rect(rest).layout(ui.direction().column());
        let builder = builder.accessibility_role(Role::TabPanel).accessibility_label(title);
        let shown = ui.scope_builder(builder, |ui| {
            let shown = page(ui, *at);
            ui.tell_place(ui.min_rect());
            shown
        });
        shown.inner
    }

    fn keys(&self, ui: &Ui, id: Id, at: &mut usize) {
        let focused = ui.memory(|memory| memory.focused());
        let is_ours = (0..self.tabs.len()).any(|index| focused == Some(id.with(index)));
        let Some(last) = self.tabs.len().checked_sub(1).filter(|_| is_ours) else { return };
        let direction = ui.direction();
        let keys = [
            (direction.forward_key(), Step::On),
            (direction.back_key(), Step::Back),
            (Key::Home, Step::First),
            (Key::End, Step::Last),
        ];
        let before = *at;
        while let Some(step) = ui.input_mut(|input| presses::next(input, &keys)) {
            *at = match step {
                Step::On if *at == last => 0,
                Step::On => *at + 1,
                Step::Back => at.checked_sub(1).unwrap_or(last),
                Step::First => 0,
                Step::Last => last,
            };
        }
        if *at != before {
            take_focus(ui.ctx(), id.with(*at));
        }
    }

    fn tabs_ui(&self, ui: &mut Ui, id: Id, strip: Rect, at: &mut usize) {
        let direction = ui.direction();
        let mut rest = strip;
        for (index, tab) in self.tabs.iter().enumerate() {
            let title = paint::width_of(ui, tab.title, Type::Interface, Weight::SemiBold);
            let count = match tab.count {
                "" => 0.0,
                count => paint::width_of(ui, count, Type::Caption, Weight::Medium) + ui.metrics().small,
            };
            let rect = direction.take_start(&mut rest, title + count + 2.0 * PADDING);
            let is_chosen = *at == index;
            // Tab stops only at the tab whose page is shown.
            let sense = if is_chosen { Sense::click() } else { Sense::CLICK };
            let response = ui.interact(rect, id.with(index), sense);
            self.tell(ui, &response, index, is_chosen);
            if response.clicked() {
                *at = index;
                response.request_focus();
            }
            if response.has_focus() {
                let filter = EventFilter { horizontal_arrows: true, ..Default::default() };
                keep_keys(ui.ctx(), response.id, filter);
            }
            tab_ui(ui, &response, tab, title, is_chosen);
        }
    }

    fn tell(&self, ui: &Ui, response: &Response, index: usize, is_chosen: bool) {
        let tab = self.tabs.get(index);
        let title = tab.map_or("", |tab| tab.title);
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, title));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(is_chosen);
            node.set_position_in_set(index);
            if let Some(tab) = tab.filter(|tab| !tab.count.is_empty()) {
                node.set_description(tab.count);
            }
        });
    }
}

fn tab_ui(ui: &Ui, response: &Response, tab: &Tab<'_>, title_width: f32, is_chosen: bool) {
    let tokens = ui.tokens();
    let direction = ui.direction();
    let rect = response.rect;
    if response.hovered() && !is_chosen {
        ui.painter().rect_filled(rect.shrink2(vec2(2.0, 4.0)), RADIUS_CONTROL, tokens.surface_hover);
    }
    let mut content = rect.shrink2(vec2(PADDING, 0.0));
    let (weight, ink) =
        if is_chosen { (Weight::SemiBold, tokens.accent_ink) } else { (Weight::Medium, tokens.ink_soft) };
    let place = direction.take_start(&mut content, title_width + 1.0);
    paint::line_in(ui, place, direction.start_center(), tab.title, (Type::Interface, weight), ink);
    let caption = (Type::Caption, Weight::Medium);
    paint::line_in(ui, content, direction.end_center(), tab.count, caption, tokens.ink_weak);
    if is_chosen {
        let line = rect.with_min_y(rect.bottom() - LINE).shrink2(vec2(4.0, 0.0));
        ui.painter().rect_filled(line, 1.0, tokens.accent_stroke);
    }
    focus_ring(ui, &response.clone().with_new_rect(rect.shrink2(vec2(3.0, 5.0))), RADIUS_CONTROL);
}
