//! The colours, by what they are for, in both themes. A colour is named here and nowhere else.

use egui::{Color32, Stroke};

/// A set of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark ink on white.
    #[default]
    Light,
    /// Pale ink on a blue so dark that it is nearly black.
    Dark,
}

/// What a colour says. A word or an icon always stands with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// Proposals; what is done, saved, present.
    Green,
    /// Follow-ups; what informs.
    Blue,
    /// Decisions.
    Lavender,
    /// Challenges; what is under way or needs care.
    Amber,
    /// What is late or failed.
    Red,
}

impl Tone {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Neutral, Self::Green, Self::Blue, Self::Lavender, Self::Amber, Self::Red];
}

/// A tone's ink and the wash it stands on: at least 4.5 : 1 together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToneColors {
    /// Text and icons.
    pub ink: Color32,
    /// The ground behind them.
    pub wash: Color32,
    /// What carries no words: the bar at a captured line's start, a column of a chart, a mark on a time line.
    pub bar: Color32,
}

/// The colours of a theme, by what they are for.
#[derive(Debug)]
pub struct Tokens {
    /// The ground of pages and controls.
    pub surface: Color32,
    /// The ground of side panels, search boxes and boards.
    pub surface_sunken: Color32,
    /// A hovered quiet control.
    pub surface_hover: Color32,
    /// Thin lines between things.
    pub line: Color32,
    /// The frame of a control.
    pub line_strong: Color32,
    /// What is read first.
    pub ink: Color32,
    /// What is read next.
    pub ink_soft: Color32,
    /// Captions and hints.
    pub ink_weak: Color32,
    /// Captions on the wash of a tone.
    pub ink_weak_on_wash: Color32,
    /// Marks that carry no words.
    pub ink_faint: Color32,
    /// The program's green, as a ground: [`Self::on_accent`] stands on it.
    pub accent: Color32,
    /// The same, under the pointer.
    pub accent_hover: Color32,
    /// The program's green, as a stroke on a surface: check marks, links, the caret, the ring of what has the focus.
    pub accent_stroke: Color32,
    /// Green words on a pale ground.
    pub accent_ink: Color32,
    /// The ground of what is selected.
    pub accent_wash: Color32,
    /// The ground of chips and round marks.
    pub accent_tint: Color32,
    /// The frame of what is selected softly.
    pub accent_line: Color32,
    /// Words on the accent.
    pub on_accent: Color32,
    /// Behind found words.
    pub mark: Color32,
    /// Behind a sheet or a dialog.
    pub scrim: Color32,
    /// What a popup casts.
    pub shadow: Color32,
    neutral: ToneColors,
    green: ToneColors,
    blue: ToneColors,
    lavender: ToneColors,
    amber: ToneColors,
    red: ToneColors,
}

impl Tokens {
    /// The colours of a tone.
    pub const fn tone(&self, tone: Tone) -> ToneColors {
        match tone {
            Tone::Neutral => self.neutral,
            Tone::Green => self.green,
            Tone::Blue => self.blue,
            Tone::Lavender => self.lavender,
            Tone::Amber => self.amber,
            Tone::Red => self.red,
        }
    }

    /// The ring around what has the focus.
    pub const fn focus_ring(&self) -> Stroke {
        Stroke { width: 2.0, color: self.accent_stroke }
    }

    /// A thin line.
    pub const fn hairline(&self) -> Stroke {
        Stroke { width: 1.0, color: self.line }
    }
}

#[allow(clippy::disallowed_methods, reason = "colours are named here and nowhere else")]
const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn tone(ink: u32, wash: u32, bar: u32) -> ToneColors {
    ToneColors { ink: rgb(ink), wash: rgb(wash), bar: rgb(bar) }
}

const LIGHT: Tokens = Tokens {
    surface: rgb(0xFFFFFF),
    surface_sunken: rgb(0xF9FAFB),
    surface_hover: rgb(0xF3F4F6),
    line: rgb(0xE5E7EB),
    line_strong: rgb(0xD2D6DB),
    ink: rgb(0x161616),
    ink_soft: rgb(0x384250),
    ink_weak: rgb(0x6C737F),
    ink_weak_on_wash: rgb(0x616875),
    ink_faint: rgb(0x9DA4AE),
    accent: rgb(0x1B8354),
    accent_hover: rgb(0x166A45),
    accent_stroke: rgb(0x1B8354),
    accent_ink: rgb(0x14573A),
    accent_wash: rgb(0xF3FCF6),
    accent_tint: rgb(0xDFF6E7),
    accent_line: rgb(0x88D8AD),
    on_accent: rgb(0xFFFFFF),
    mark: rgb(0xFEEFC6),
    scrim: Color32::from_black_alpha(100),
    shadow: Color32::from_black_alpha(28),
    neutral: tone(0x384250, 0xF3F4F6, 0x6C737F),
    green: tone(0x14573A, 0xDFF6E7, 0x1B8354),
    blue: tone(0x175CD3, 0xEFF8FF, 0x175CD3),
    lavender: tone(0x80519F, 0xF9F5FA, 0x80519F),
    amber: tone(0xB54708, 0xFFFAEB, 0xB54708),
    red: tone(0xB42318, 0xFEF3F2, 0xB42318),
};

const DARK: Tokens = Tokens {
    surface: rgb(0x111927),
    surface_sunken: rgb(0x0D121C),
    surface_hover: rgb(0x1F2A37),
    line: rgb(0x2B3747),
    line_strong: rgb(0x384250),
    ink: rgb(0xF3F4F6),
    ink_soft: rgb(0xD2D6DB),
    ink_weak: rgb(0x9DA4AE),
    ink_weak_on_wash: rgb(0x9DA4AE),
    ink_faint: rgb(0x6C737F),
    accent: rgb(0x1B8354),
    accent_hover: rgb(0x166A45),
    accent_stroke: rgb(0x54C08A),
    accent_ink: rgb(0xB8EACB),
    accent_wash: rgb(0x0F2A1F),
    accent_tint: rgb(0x14402D),
    accent_line: rgb(0x2E7D57),
    on_accent: rgb(0xFFFFFF),
    mark: rgb(0x5C3A05),
    scrim: Color32::from_black_alpha(160),
    shadow: Color32::from_black_alpha(120),
    neutral: tone(0xD2D6DB, 0x1F2A37, 0x9DA4AE),
    green: tone(0xB8EACB, 0x14402D, 0x54C08A),
    blue: tone(0x84CAFF, 0x0B2440, 0x84CAFF),
    lavender: tone(0xD6BBFB, 0x241A33, 0xD6BBFB),
    amber: tone(0xFEC84B, 0x2E2008, 0xF79009),
    red: tone(0xFDA29B, 0x3A1512, 0xFDA29B),
};

impl Theme {
    /// Its colours.
    pub const fn tokens(self) -> &'static Tokens {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: Color32) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    fn contrast(one: Color32, other: Color32) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn check(theme: Theme, pair: &str, ink: Color32, ground: Color32, least: f64) {
        let contrast = contrast(ink, ground);
        assert!(contrast >= least, "{theme:?}, {pair}: {contrast:.2}");
    }

    #[test]
    fn words_stand_out_from_their_ground() {
        for theme in [Theme::Light, Theme::Dark] {
            let tokens = theme.tokens();
            for tone in Tone::ALL {
                let colors = tokens.tone(tone);
                check(theme, &format!("{tone:?} on its wash"), colors.ink, colors.wash, 4.5);
                check(theme, &format!("a caption on the wash of {tone:?}"), tokens.ink_weak_on_wash, colors.wash, 4.5);
                check(theme, &format!("{tone:?} on the page"), colors.ink, tokens.surface, 4.5);
                check(theme, &format!("{tone:?} on a panel"), colors.ink, tokens.surface_sunken, 4.5);
            }
            let grounds = [
                (tokens.surface, "the page"),
                (tokens.surface_sunken, "a panel"),
                (tokens.accent_wash, "what is selected"),
                (tokens.mark, "found words"),
            ];
            for (ground, name) in grounds {
                check(theme, &format!("ink on {name}"), tokens.ink, ground, 4.5);
                check(theme, &format!("soft ink on {name}"), tokens.ink_soft, ground, 4.5);
            }
            for (ink, ground, pair) in [
                (tokens.ink_weak, tokens.surface, "weak ink on the page"),
                (tokens.ink_weak, tokens.surface_sunken, "weak ink on a panel"),
                (tokens.ink_weak, tokens.accent_wash, "weak ink on what is selected"),
                (tokens.ink, tokens.surface_hover, "ink under the pointer"),
                (tokens.ink_soft, tokens.surface_hover, "soft ink under the pointer"),
                (tokens.on_accent, tokens.accent, "words on the accent"),
                (tokens.on_accent, tokens.accent_hover, "words on the accent under the pointer"),
                (tokens.accent_ink, tokens.accent_tint, "green words on a chip"),
                (tokens.accent_ink, tokens.accent_wash, "green words on what is selected"),
                (tokens.accent_ink, tokens.surface, "green words on the page"),
                (tokens.accent_stroke, tokens.surface, "a link on the page"),
                (tokens.accent_stroke, tokens.surface_sunken, "a link on a panel"),
            ] {
                check(theme, pair, ink, ground, 4.5);
            }
        }
    }

    #[test]
    fn what_carries_no_words_is_seen() {
        for theme in [Theme::Light, Theme::Dark] {
            let tokens = theme.tokens();
            for tone in Tone::ALL {
                let colors = tokens.tone(tone);
                check(theme, &format!("the bar of {tone:?}"), colors.bar, tokens.surface, 3.0);
                check(theme, &format!("the bar of {tone:?} on its wash"), colors.bar, colors.wash, 3.0);
            }
            check(theme, "the ring of the focus", tokens.accent_stroke, tokens.surface, 3.0);
            check(theme, "a full progress bar", tokens.accent_stroke, tokens.surface_hover, 3.0);
        }
    }
}
