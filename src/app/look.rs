//! How the window looks: what the settings say, turned into colours, sizes and directions.

use super::App;
use crate::domain::{DensityChoice, Settings, ThemeChoice};
use crate::store::query::{AllSettings, GivenLabels};
use crate::strings::Tr;
use crate::text;
use crate::tr;
use crate::widgets::{Density, Look, TextSize, Theme, theme};
use egui::{Context, SystemTheme, ViewportCommand};

impl App {
    /// Applies what the settings say.
    pub(super) fn apply_look(&self, ctx: &Context) {
        let direction = self.direction();
        text::set_interface_direction(ctx, direction.into());
        text_words(&self.tr).install(ctx);
        theme::apply(ctx, self.look(ctx));
        ctx.send_viewport_cmd(ViewportCommand::Title(tr!(self.tr, "app-name")));
        self.dress_bar(ctx);
    }

    /// The window's own bar goes with its inside.
    fn dress_bar(&self, ctx: &Context) {
        let shown = match Look::of(ctx).theme {
            Theme::Light => SystemTheme::Light,
            Theme::Dark => SystemTheme::Dark,
        };
        // Where the system dresses windows itself it is left to. X11 would be told that the bar is to be dark.
        let is_left_to_it = self.settings.theme == ThemeChoice::System && !cfg!(target_os = "linux");
        ctx.send_viewport_cmd(ViewportCommand::SetTheme(if is_left_to_it {
            SystemTheme::SystemDefault
        } else {
            shown
        }));
    }

    fn look(&self, ctx: &Context) -> Look {
        Look {
            theme: match self.settings.theme {
                ThemeChoice::System => theme::of_system(ctx),
                ThemeChoice::Light => Theme::Light,
                ThemeChoice::Dark => Theme::Dark,
            },
            direction: self.direction(),
            density: match self.settings.density {
                DensityChoice::Comfortable if theme::is_short(ctx) => Density::Compact,
                DensityChoice::Comfortable => Density::Comfortable,
                DensityChoice::Compact => Density::Compact,
            },
            text_size: TextSize::new(self.settings.text_percent.0.into()),
        }
    }

    /// Takes up settings that were changed, here or by an undo.
    pub(super) fn take_settings(&mut self, ctx: &Context) {
        let Some(rows) = self.live.settings.get(&self.store, AllSettings) else { return };
        let settings = Settings::from_rows(rows);
        if settings == self.settings {
            return;
        }
        let reads_other = settings.language != self.settings.language || settings.digits != self.settings.digits;
        let looks_other = settings.theme != self.settings.theme
            || settings.density != self.settings.density
            || settings.text_percent != self.settings.text_percent;
        self.settings = settings;
        if reads_other {
            self.tr = Tr::new(self.settings.language, self.settings.digits).relabelled(&self.labels);
        }
        if reads_other || looks_other {
            self.apply_look(ctx);
            ctx.request_repaint();
        }
    }

    /// Takes up what people call statuses and the like, from the next frame on.
    pub(super) fn take_labels(&mut self, ctx: &Context) {
        self.live.labels.get(&self.store, GivenLabels);
        let answers = self.live.labels.revision();
        if std::mem::replace(&mut self.labels_taken, answers) == answers {
            return;
        }
        let Some(labels) = self.live.labels.last().filter(|labels| **labels != self.labels) else { return };
        self.labels.clone_from(labels);
        self.tr.relabel(&self.labels);
        ctx.request_repaint();
    }

    /// The system has turned from light to dark, or the window has become low.
    pub(super) fn follow_surroundings(&self, ctx: &Context) {
        let now = Look::of(ctx);
        // A text size that was just asked for is ahead of the settings.
        let wanted = Look { text_size: now.text_size, ..self.look(ctx) };
        if wanted != now {
            theme::apply(ctx, wanted);
            if wanted.theme != now.theme {
                self.dress_bar(ctx);
            }
            ctx.request_repaint();
        }
    }

    /// To the other theme than the one that is shown.
    pub(super) fn switch_theme(&self, ctx: &Context) {
        let other = match Look::of(ctx).theme {
            Theme::Light => ThemeChoice::Dark,
            Theme::Dark => ThemeChoice::Light,
        };
        self.configure("theme", other.code().to_owned());
    }

    /// Changes the text's size: at once, so that a key held down goes on from what is seen, and in the settings.
    pub(super) fn resize_text(&self, ctx: &Context, step: impl Fn(TextSize) -> TextSize) {
        let look = Look::of(ctx);
        let text_size = step(look.text_size);
        if text_size != look.text_size {
            theme::apply(ctx, Look { text_size, ..look });
            self.configure("text_size", text_size.percent().to_string());
        }
    }
}

/// What the context menu of every text says.
pub fn text_words(tr: &Tr) -> text::Words {
    text::Words {
        cut: tr!(tr, "text-cut"),
        copy: tr!(tr, "text-copy"),
        paste: tr!(tr, "text-paste"),
        select_all: tr!(tr, "text-select-all"),
        undo: tr!(tr, "text-undo"),
        redo: tr!(tr, "text-redo"),
        direction_auto: tr!(tr, "text-direction-auto"),
        right_to_left: tr!(tr, "text-right-to-left"),
        left_to_right: tr!(tr, "text-left-to-right"),
    }
}
