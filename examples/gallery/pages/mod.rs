//! The gallery's window and the list of its pages.
//!
//! # Adding a page
//! A page is one file beside this one, `name.rs`, with its words in `name.json`; it implements [`Page`]. It is known by
//! one line in [`PAGES`] and its `mod`. Nothing else changes: the list at the start side, the pictures and the tests
//! follow from the line.

mod boards;
mod buttons;
mod choices;
mod dates;
mod editor;
mod fields;
mod marks;
mod numbers;
mod panes;
mod sectioned;
mod specimen;
mod tables;
mod words;

pub use specimen::{case, note, row_of_cases, section, section_of_lines};
pub use words::Words;

use tansiq::arabic::Digits;
use tansiq::calendar::{Calendars, Date};
use tansiq::strings::{Language, Tr};
use tansiq::text;
use tansiq::widgets::date_field::DateContext;
use tansiq::widgets::{Button, Density, Direction, Line, Look, TextSize, Theme, Type, UiExt, scroll_vertical, theme};

use eframe::egui::{CentralPanel, Context, Frame, Margin, Panel, Ui, vec2};

/// Shows some widgets in all their states.
pub trait Page {
    /// Draws it.
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>);
}

/// What a page is given each frame.
pub struct Cx<'a> {
    /// The program's own words, for widgets that ask for them.
    pub tr: &'a Tr,
    /// The page's sample words, from its JSON file.
    pub words: &'a Words,
    /// The day of the gallery: always the same, so that pictures are.
    pub today: Date,
}

impl<'a> Cx<'a> {
    /// What date fields need to know.
    pub const fn dates(&self) -> DateContext<'a> {
        DateContext { tr: self.tr, today: self.today, calendars: Calendars::HijriFirst }
    }
}

/// A page before it is made.
struct Entry {
    id: &'static str,
    words: &'static str,
    new: fn() -> Box<dyn Page>,
}

/// All pages, in the order of the list.
const PAGES: &[Entry] = &[
    Entry { id: "buttons", words: include_str!("buttons.json"), new: || Box::new(buttons::Buttons::default()) },
    Entry { id: "fields", words: include_str!("fields.json"), new: || Box::new(fields::Fields::default()) },
    Entry { id: "choices", words: include_str!("choices.json"), new: || Box::new(choices::Choices::default()) },
    Entry { id: "numbers", words: include_str!("numbers.json"), new: || Box::new(numbers::Numbers::default()) },
    Entry { id: "dates", words: include_str!("dates.json"), new: || Box::new(dates::Dates::default()) },
    Entry { id: "editor", words: include_str!("editor.json"), new: || Box::new(editor::EditorPage::default()) },
    Entry { id: "boards", words: include_str!("boards.json"), new: || Box::new(boards::Boards::default()) },
    Entry { id: "marks", words: include_str!("marks.json"), new: || Box::new(marks::Marks::default()) },
    Entry { id: "panes", words: include_str!("panes.json"), new: || Box::new(panes::Panes::default()) },
    Entry { id: "tables", words: include_str!("tables.json"), new: || Box::new(tables::Tables::default()) },
];

/// The day of the gallery: 13 Jumada II 1448.
const TODAY: &str = "2026-11-23";

/// What the switches at the top stand at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Switches {
    /// Of the interface.
    pub language: Language,
    /// The colours; `None` are those the system asks for.
    pub theme: Option<Theme>,
    /// How much room things have.
    pub density: Density,
    /// How large everything is.
    pub text_size: TextSize,
}

/// The gallery.
pub struct Gallery {
    switches: Switches,
    tr: Tr,
    frame_words: Words,
    pages: Vec<(Words, Box<dyn Page>)>,
    at: usize,
    today: Date,
}

impl Gallery {
    /// A gallery on its first page. Text and look are set up as the program does it.
    pub fn new(ctx: &Context, switches: Switches) -> Self {
        text::install(ctx);
        let mut gallery = Self {
            switches,
            tr: Tr::new(switches.language, Digits::Latin),
            frame_words: Words::new(include_str!("frame.json"), switches.language),
            pages: Vec::new(),
            at: 0,
            today: Date::from_iso(TODAY).unwrap_or_else(|_| Date::today()),
        };
        gallery.set(ctx, switches);
        gallery
    }

    /// The ids of all pages, in the order of the list.
    pub fn ids() -> impl Iterator<Item = &'static str> {
        PAGES.iter().map(|entry| entry.id)
    }

    /// Goes to a page. One that is not there changes nothing.
    pub fn go(&mut self, id: &str) {
        self.at = PAGES.iter().position(|entry| entry.id == id).unwrap_or(self.at);
    }

    /// Turns the switches. Every page begins anew: its samples are in the language.
    pub fn set(&mut self, ctx: &Context, switches: Switches) {
        let language = switches.language;
        self.switches = switches;
        self.tr = Tr::new(language, Digits::Latin);
        self.frame_words = Words::new(include_str!("frame.json"), language);
        self.pages = PAGES.iter().map(|entry| (Words::new(entry.words, language), (entry.new)())).collect();
        let direction = Direction::new(self.tr.is_rtl());
        text::set_interface_direction(ctx, direction.into());
        tansiq::app::text_words(&self.tr).install(ctx);
        let Switches { density, text_size, .. } = switches;
        let theme = switches.theme.unwrap_or_else(|| theme::of_system(ctx));
        theme::apply(ctx, Look { theme, direction, density, text_size });
    }

    /// Draws the whole window.
    pub fn show(&mut self, ui: &mut Ui) {
        tansiq::app::window::tell_name(ui.ctx(), self.frame_words.get("gallery"));
        let tokens = ui.tokens();
        // Panels may meet between two pixels: what shows there is their own ground.
        ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, tokens.surface);
        let plain = Frame::new().fill(tokens.surface).inner_margin(Margin::symmetric(16, 4));
        let before = self.switches;
        let mut switches = before;
        Panel::top("switches").frame(plain).show(ui, |ui| self.switches_ui(ui, &mut switches));
        let sunken = Frame::new().fill(tokens.surface_sunken).inner_margin(Margin::symmetric(12, 16));
        ui.direction().start_panel("pages").exact_size(200.0).resizable(false).frame(sunken).show(ui, |ui| {
            ui.column(|ui| self.list_ui(ui));
        });
        CentralPanel::default().frame(Frame::new().fill(tokens.surface)).show(ui, |ui| {
            ui.column(|ui| self.page_ui(ui));
        });
        let ctx = ui.ctx();
        let is_turned = switches.theme.is_none() && Look::of(ctx).theme != theme::of_system(ctx);
        if switches != before || is_turned {
            self.set(&ctx.clone(), switches);
            ui.ctx().request_repaint();
        }
    }

    fn switches_ui(&self, ui: &mut Ui, switches: &mut Switches) {
        let words = &self.frame_words;
        ui.with_layout(ui.direction().wrapping_row(), |ui| {
            let languages = [(Language::Arabic, "arabic"), (Language::English, "english")];
            switch(ui, words, "language", &mut switches.language, &languages);
            let themes = [(None, "system"), (Some(Theme::Light), "light"), (Some(Theme::Dark), "dark")];
            switch(ui, words, "theme", &mut switches.theme, &themes);
            let densities = [(Density::Comfortable, "comfortable"), (Density::Compact, "compact")];
            switch(ui, words, "density", &mut switches.density, &densities);
            switch_name(ui, words.get("text-size"));
            if ui.add(Button::new(words.get("smaller")).small()).clicked() {
                switches.text_size = switches.text_size.smaller();
            }
            let size = tansiq::arabic::percent(switches.text_size.percent(), self.tr.digits());
            switch_name(ui, &size);
            if ui.add(Button::new(words.get("larger")).small()).clicked() {
                switches.text_size = switches.text_size.larger();
            }
        });
    }

    fn list_ui(&mut self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, (words, _)) in self.pages.iter().enumerate() {
            let button = Button::quiet(words.get("title")).selected(index == self.at).full_width().at_start();
            if ui.add(button).clicked() {
                self.at = index;
            }
        }
    }

    fn page_ui(&mut self, ui: &mut Ui) {
        let Some((words, page)) = self.pages.get_mut(self.at) else { return };
        let cx = Cx { tr: &self.tr, words, today: self.today };
        scroll_vertical(ui, ("page", self.at), |ui, area| {
            area.show(ui, |ui| {
                Frame::new().inner_margin(Margin::same(24)).show(ui, |ui| {
                    ui.column(|ui| {
                        ui.spacing_mut().item_spacing.y = ui.metrics().medium;
                        ui.add(Line::new(words.get("title")).size(Type::Title).weight(text::Weight::Bold).heading());
                        page.ui(ui, &cx);
                    });
                });
            })
        });
    }
}

impl eframe::App for Gallery {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

/// A name and buttons, of which one is chosen.
fn switch<T: Copy + PartialEq>(ui: &mut Ui, words: &Words, name: &str, value: &mut T, choices: &[(T, &str)]) {
    switch_name(ui, words.get(name));
    for (choice, key) in choices {
        if ui.add(Button::new(words.get(key)).small().selected(value == choice)).clicked() {
            *value = *choice;
        }
    }
    ui.add_space(ui.metrics().medium);
}

/// Words as high as the buttons beside them.
fn switch_name(ui: &mut Ui, words: &str) {
    let wide = tansiq::widgets::paint::width_of(ui, words, Type::Caption, text::Weight::Regular) + 1.0;
    let layout = ui.direction().row();
    let tall = ui.metrics().small_control;
    ui.allocate_ui_with_layout(vec2(wide, tall), layout, |ui| {
        ui.set_min_height(tall);
        ui.add(Line::new(words).weak(ui));
    });
}
