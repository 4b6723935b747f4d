//! The house's fields through accessible names: keyboard, mouse and what a screen reader hears, in both languages.

mod choosing;
mod dates;
mod numbers;
mod words;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, Key, Modifiers, Ui};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, Node};
use std::ops::{Deref, DerefMut};
use tansiq::arabic::Digits;
use tansiq::calendar::{Calendars, Date};
use tansiq::strings::{Language, Tr};
use tansiq::text;
use tansiq::widgets::date_field::DateContext;
use tansiq::widgets::{Button, Direction, Look, UiExt, theme};

/// Draws the field over its state.
type Show<T> = Box<dyn FnMut(&mut Ui, &mut T, &Tr)>;

/// A window that holds one field over some state.
pub struct Stage<T> {
    value: T,
    tr: Tr,
    show: Show<T>,
}

impl<T> eframe::App for Stage<T> {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let Self { value, tr, show } = self;
        ui.column(|ui| {
            ui.set_width(420.0);
            show(ui, value, tr);
            // Somewhere for Tab to go on to.
            ui.add(Button::new("next"));
        });
    }
}

/// The window under test.
pub struct Trial<T>(Harness<'static, Stage<T>>);

impl<T> Deref for Trial<T> {
    type Target = Harness<'static, Stage<T>>;
    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<T> DerefMut for Trial<T> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

/// Shows a field in a language.
pub fn show_in<T: 'static>(
    (language, digits): (Language, Digits),
    value: T,
    show: impl FnMut(&mut Ui, &mut T, &Tr) + 'static,
) -> Trial<T> {
    let mut harness = Harness::builder().with_size([460.0, 620.0]).build_eframe(|creation| {
        let ctx = &creation.egui_ctx;
        text::install(ctx);
        let tr = Tr::new(language, digits);
        let direction = Direction::new(tr.is_rtl());
        text::set_interface_direction(ctx, direction.into());
        theme::apply(ctx, Look { direction, ..Look::default() });
        Stage { value, tr, show: Box::new(show) }
    });
    harness.run();
    Trial(harness)
}

/// Shows a field in Arabic, with Latin digits.
pub fn show<T: 'static>(value: T, show: impl FnMut(&mut Ui, &mut T, &Tr) + 'static) -> Trial<T> {
    show_in((Language::Arabic, Digits::Latin), value, show)
}

/// Shows a field in English.
pub fn show_english<T: 'static>(value: T, show: impl FnMut(&mut Ui, &mut T, &Tr) + 'static) -> Trial<T> {
    show_in((Language::English, Digits::Latin), value, show)
}

/// What date fields need to know: 23 November 2026.
pub fn dates(tr: &Tr) -> DateContext<'_> {
    let today = Date::from_iso(crate::support::TODAY).expect("a day");
    DateContext { tr, today, calendars: Calendars::HijriFirst }
}

impl<T> Trial<T> {
    /// What the field fills.
    pub fn value(&self) -> &T {
        &self.state().value
    }

    /// The language it is shown in.
    pub fn language(&self) -> Language {
        self.state().tr.language()
    }

    /// Where something has a line of that colour around it.
    pub fn frames(&self, color: egui::Color32) -> Vec<egui::Rect> {
        fn collect(shape: &egui::Shape, color: egui::Color32, found: &mut Vec<egui::Rect>) {
            if let egui::Shape::Vec(shapes) = shape {
                shapes.iter().for_each(|shape| collect(shape, color, found));
            } else if let egui::Shape::Rect(rect) = shape
                && rect.stroke.color == color
                && rect.stroke.width > 0.0
            {
                found.push(rect.rect);
            }
        }
        let mut found = Vec::new();
        self.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, color, &mut found));
        found
    }

    /// The text field.
    pub fn field(&self) -> Node<'_> {
        let all = self.query_all_by(|node| node.is_text_input() && node.role() != Role::Label);
        all.into_iter().next().expect("a field")
    }

    /// What stands in it.
    pub fn text(&self) -> String {
        self.field().value().unwrap_or_default()
    }

    /// What a screen reader says about it: what is wrong, or helps.
    pub fn description(&self) -> String {
        self.field().accesskit_node().description().unwrap_or_default()
    }

    /// What is said of what has just changed.
    pub fn said(&self) -> Vec<String> {
        self.query_all_by_role(Role::Status).filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Nobody types for a while.
    pub fn rest(&mut self) {
        (0..4).for_each(|_| self.step());
    }

    /// Is it announced as wrong?
    pub fn is_wrong(&self) -> bool {
        self.field().accesskit_node().data().invalid().is_some()
    }

    /// What the screen reader stands at inside the field's list.
    pub fn current(&self) -> String {
        let field = self.field();
        let at = field.accesskit_node().active_descendant();
        at.and_then(|node| node.label()).unwrap_or_default()
    }

    /// The names of the list's entries on the screen.
    pub fn options(&self) -> Vec<String> {
        let all = self.query_all_by_role(Role::ListBoxOption);
        all.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// Clicks into it and types.
    pub fn enter(&mut self, typed: &str) {
        self.field().click();
        self.run();
        self.type_on(typed);
    }

    /// Types where the caret is.
    pub fn type_on(&mut self, typed: &str) {
        self.field().type_text(typed);
        self.run();
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.key_press(key);
        self.run();
    }

    /// Presses a key with others.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.key_press_modifiers(modifiers, key);
        self.run();
    }

    /// Pastes.
    pub fn paste(&mut self, text: &str) {
        self.event(Event::Paste(text.to_owned()));
        self.run();
    }

    /// Clicks what has that name.
    pub fn click(&mut self, name: &str) {
        self.get_by_label(name).click();
        self.run();
    }

    /// Clicks at a place.
    pub fn click_at(&mut self, at: egui::Pos2) {
        self.hover_at(at);
        self.run();
        self.drag_at(at);
        self.drop_at(at);
        self.run();
    }
}
