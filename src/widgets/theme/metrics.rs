//! Sizes: the type scale, and the heights and gaps of a density.

use crate::text::{self, Weight};
use egui::FontId;

/// The type scale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Type {
    /// Captions, chips, counts.
    Caption,
    /// Buttons, fields, navigation, tables.
    #[default]
    Interface,
    /// Reading.
    Body,
    /// A heading in a page.
    Section,
    /// A page's title.
    Title,
}

impl Type {
    /// Its size in points.
    pub const fn size(self) -> f32 {
        match self {
            Self::Caption => 12.0,
            Self::Interface => 14.0,
            Self::Body => 16.0,
            Self::Section => 18.0,
            Self::Title => 22.0,
        }
    }

    /// The height of its line in points.
    pub const fn line_height(self) -> f32 {
        match self {
            Self::Caption => 18.0,
            Self::Interface => 20.0,
            Self::Body => 24.0,
            Self::Section => 28.0,
            Self::Title => 31.0,
        }
    }

    /// Its font in a weight.
    pub fn font(self, weight: Weight) -> FontId {
        FontId::new(self.size(), text::family(weight))
    }
}

/// How much room things have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Density {
    /// Easy to hit and to read.
    #[default]
    Comfortable,
    /// More at once.
    Compact,
}

/// The heights and gaps of a density, in points; text is as large in both.
#[derive(Debug, PartialEq)]
pub struct Metrics {
    /// Between an icon and its word.
    pub hair: f32,
    /// Between things that belong together.
    pub small: f32,
    /// Between fields.
    pub medium: f32,
    /// Between groups.
    pub large: f32,
    /// A page's margin.
    pub page: f32,
    /// Buttons and fields.
    pub control: f32,
    /// Buttons inside rows and fields.
    pub small_control: f32,
    /// Chips.
    pub chip: f32,
    /// An entry of a menu or a list, and of the navigation.
    pub entry: f32,
    /// An entry of two lines.
    pub tall_entry: f32,
    /// The head of a table.
    pub table_head: f32,
    /// A table's row of two lines.
    pub table_row: f32,
    /// A table's row of one line.
    pub table_line: f32,
    /// The bar above all screens.
    pub top_bar: f32,
    /// The bar that names a screen's keys.
    pub footer: f32,
    /// The width and the height of a day in a month.
    pub day: (f32, f32),
}

const COMFORTABLE: Metrics = Metrics {
    hair: 4.0,
    small: 8.0,
    medium: 12.0,
    large: 16.0,
    page: 24.0,
    control: 36.0,
    small_control: 26.0,
    chip: 22.0,
    entry: 36.0,
    tall_entry: 46.0,
    table_head: 36.0,
    table_row: 56.0,
    table_line: 40.0,
    top_bar: 56.0,
    footer: 36.0,
    day: (40.0, 38.0),
};

const COMPACT: Metrics = Metrics {
    hair: 4.0,
    small: 6.0,
    medium: 8.0,
    large: 12.0,
    page: 16.0,
    control: 30.0,
    small_control: 24.0,
    chip: 20.0,
    entry: 28.0,
    tall_entry: 40.0,
    table_head: 30.0,
    table_row: 44.0,
    table_line: 30.0,
    top_bar: 46.0,
    footer: 30.0,
    day: (36.0, 34.0),
};

impl Density {
    /// Its heights and gaps.
    pub const fn metrics(self) -> &'static Metrics {
        match self {
            Self::Comfortable => &COMFORTABLE,
            Self::Compact => &COMPACT,
        }
    }
}

/// How large everything is drawn, in percent of the usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TextSize(u16);

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl TextSize {
    /// The sizes there are.
    pub const STEPS: [Self; 9] =
        [Self(80), Self(90), Self(100), Self(110), Self(125), Self(140), Self(150), Self(175), Self(200)];

    /// The nearest size there is.
    pub fn new(percent: i64) -> Self {
        let far = |step: &Self| (i64::from(step.0) - percent).abs();
        Self::STEPS.into_iter().min_by_key(far).unwrap_or_default()
    }

    /// In percent.
    pub const fn percent(self) -> i64 {
        self.0 as i64
    }

    /// What every length is multiplied with.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger one; the largest stays.
    #[must_use]
    pub fn larger(self) -> Self {
        Self::STEPS.into_iter().find(|step| step.0 > self.0).unwrap_or(self)
    }

    /// The next smaller one; the smallest stays.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self::STEPS.into_iter().rfind(|step| step.0 < self.0).unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_size_is_the_nearest_there_is() {
        let check = |percent, expected| assert_eq!(TextSize::new(percent).percent(), expected, "{percent}");
        check(100, 100);
        check(131, 125);
        check(0, 80);
        check(-5, 80);
        check(900, 200);
    }

    #[test]
    fn text_grows_and_shrinks_by_steps_and_stops_at_the_ends() {
        let sizes = |step: fn(TextSize) -> TextSize, from: i64| {
            let mut size = TextSize::new(from);
            std::iter::repeat_with(|| {
                size = step(size);
                size.percent()
            })
            .take(10)
            .collect::<Vec<_>>()
        };
        assert_eq!(sizes(TextSize::larger, 80), [90, 100, 110, 125, 140, 150, 175, 200, 200, 200]);
        assert_eq!(sizes(TextSize::smaller, 200), [175, 150, 140, 125, 110, 100, 90, 80, 80, 80]);
    }

    #[test]
    fn what_is_compact_takes_no_more_room_anywhere() {
        let (wide, narrow) = (Density::Comfortable.metrics(), Density::Compact.metrics());
        for (name, wide, narrow) in [
            ("control", wide.control, narrow.control),
            ("entry", wide.entry, narrow.entry),
            ("table row", wide.table_row, narrow.table_row),
            ("page", wide.page, narrow.page),
        ] {
            assert!(narrow < wide, "{name}");
            assert!(narrow >= 16.0, "{name} can still be hit and read");
        }
    }
}
