//! Pictures of every page: both languages, both themes, at scale 1, 1.5 and 2, drawn without a screen.
//!
//! Of the pages that hold something that opens there is a picture with it open, too.

use super::pages::{Gallery, Switches, Words};
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::Path;
use tansiq::strings::Language;
use tansiq::widgets::{Look, Theme};

/// Wide and high enough for every page.
const SIZE: [f32; 2] = [1180.0, 1560.0];
const SCALES: [f32; 3] = [1.0, 1.5, 2.0];

/// What is done with a widget, so that something opens.
#[derive(Clone, Copy)]
enum Act {
    /// A field that holds something is gone into, and its list or month is opened.
    Enter,
    Press,
    RightClick,
    /// The pointer rests on it.
    Rest,
    /// A menu is opened, and the list within it.
    Unfold,
    /// All of a text is selected.
    Select,
    /// The word with this key is written there, and Enter pressed.
    Write(&'static str),
    /// A cell is changed in its place.
    Change,
    /// The last letter of a text is written anew: a list at the caret opens for what is typed.
    Retype(char),
}

impl Act {
    /// What the picture's name ends with.
    const fn outcome(self) -> &'static str {
        match self {
            Self::Enter | Self::Press | Self::RightClick | Self::Rest | Self::Retype(_) => "open",
            Self::Unfold => "unfolded",
            Self::Select => "selected",
            Self::Write(_) => "written",
            Self::Change => "changed",
        }
    }
}

/// A picture with something open: the page and its words, the key of the widget's name, and what is done with it.
const OPENED: [(&str, &str, &str, Act); 17] = [
    ("choices", CHOICES, "host", Act::Enter),
    ("choices", CHOICES, "guests", Act::Enter),
    ("choices", CHOICES, "kind", Act::Press),
    ("choices", CHOICES, "mention", Act::Retype('@')),
    ("dates", include_str!("pages/dates.json"), "held", Act::Enter),
    ("editor", EDITOR, "note", Act::Select),
    ("editor", EDITOR, "find", Act::Write("sought")),
    ("panes", PANES, "dialog", Act::Press),
    ("panes", PANES, "sheet", Act::Press),
    ("panes", PANES, "message", Act::Press),
    ("panes", PANES, "failure", Act::Press),
    ("panes", PANES, "menu-below", Act::Press),
    ("panes", PANES, "right-click", Act::Unfold),
    ("panes", PANES, "right-click", Act::RightClick),
    ("panes", PANES, "with-tip", Act::Rest),
    ("tables", TABLES, "person", Act::RightClick),
    ("tables", TABLES, "tasks", Act::Change),
];
const CHOICES: &str = include_str!("pages/choices.json");
const EDITOR: &str = include_str!("pages/editor.json");
const TABLES: &str = include_str!("pages/tables.json");
const PANES: &str = include_str!("pages/panes.json");

/// So many frames, of a quarter of a second each, are more than any tooltip waits and less than a message stays.
const MOMENT: usize = 6;

/// Writes them into a folder, as `buttons-ar-light-1.5.png`.
///
/// # Errors
/// No renderer, or no room for a picture.
pub fn write(folder: &Path, only: Option<&str>) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    for (language, code) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            for scale in SCALES {
                let switches = Switches { language, theme: Some(theme), ..Switches::default() };
                let path = |name: &str| folder.join(format!("{name}-{code}-{look}-{scale}.png"));
                let is_asked = |id: &str| only.is_none_or(|only| only == id);
                for id in Gallery::ids().filter(|id| is_asked(id)) {
                    save(&mut open(id, switches, scale), &path(id))?;
                }
                for (id, words, key, act) in OPENED.into_iter().filter(|(id, ..)| is_asked(id)) {
                    let mut harness = open(id, switches, scale);
                    open_by(&mut harness, &Words::new(words, language), key, act);
                    save(&mut harness, &path(&format!("{id}-{key}-{}", act.outcome())))?;
                }
            }
        }
    }
    Ok(())
}

fn open(id: &'static str, switches: Switches, scale: f32) -> Harness<'static, Gallery> {
    let builder = Harness::builder().with_size(SIZE).with_pixels_per_point(scale).wgpu();
    let mut harness = builder.build_eframe(move |creation| {
        let mut gallery = Gallery::new(&creation.egui_ctx, switches);
        gallery.go(id);
        gallery
    });
    harness.run();
    harness
}

/// Does something with the widget of that name: of several, the first that holds something.
fn open_by(harness: &mut Harness<'_, Gallery>, words: &Words, key: &str, act: Act) {
    // Of a list of samples the first.
    let label = words.get(key).split('|').next().unwrap_or_default();
    let named: Vec<_> = harness.query_all_by_label(label).collect();
    let full = named.iter().find(|node| node.accesskit_node().value().is_some_and(|value| !value.is_empty()));
    if let Some(node) = full.or(named.first()) {
        match act {
            Act::RightClick | Act::Unfold => node.click_secondary(),
            Act::Rest => node.hover(),
            Act::Enter | Act::Press | Act::Select | Act::Write(_) | Act::Change | Act::Retype(_) => node.click(),
        }
    }
    drop(named);
    harness.run_steps(MOMENT);
    match act {
        Act::Press | Act::RightClick | Act::Rest => return,
        Act::Enter => harness.key_press(Key::ArrowDown),
        Act::Unfold => {
            for _ in 0..2 {
                harness.key_press(Key::ArrowDown);
                harness.run_steps(MOMENT);
            }
            harness.key_press(Look::of(&harness.ctx).direction.forward_key());
        }
        Act::Select => harness.key_press_modifiers(Modifiers::COMMAND, Key::A),
        Act::Write(word) => {
            harness.event(Event::Text(words.get(word).to_owned()));
            harness.key_press(Key::Enter);
        }
        Act::Change => harness.key_press(Key::F2),
        Act::Retype(letter) => {
            harness.key_press(Key::End);
            harness.key_press(Key::Backspace);
            harness.run_steps(MOMENT);
            harness.event(Event::Text(letter.to_string()));
        }
    }
    harness.run_steps(MOMENT);
}

fn save(harness: &mut Harness<'_, Gallery>, path: &Path) -> Result<(), String> {
    let image = harness.render()?;
    image.save(path).map_err(|error| error.to_string())
}
