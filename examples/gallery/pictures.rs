//! Pictures of every page: both languages, both themes, at scale 1, 1.5 and 2, drawn without a screen.

use super::pages::{Gallery, Switches};
use eframe::egui::vec2;
use egui_kittest::Harness;
use std::path::Path;
use tansiq::strings::Language;
use tansiq::widgets::Theme;

/// Wide and high enough for every page.
const SIZE: [f32; 2] = [1180.0, 1300.0];
const SCALES: [f32; 3] = [1.0, 1.5, 2.0];

/// Writes them into a folder, as `buttons-ar-light-1.5.png`.
///
/// # Errors
/// No renderer, or no room for a picture.
pub fn write(folder: &Path, only: Option<&str>) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    for (language, code) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
            for scale in SCALES {
                for id in Gallery::ids().filter(|id| only.is_none_or(|only| only == *id)) {
                    let switches = Switches { language, theme: Some(theme), ..Switches::default() };
                    let mut harness =
                        Harness::builder().with_size(SIZE).with_pixels_per_point(scale).wgpu().build_eframe(
                            |creation| {
                                let mut gallery = Gallery::new(&creation.egui_ctx, switches);
                                gallery.go(id);
                                gallery
                            },
                        );
                    harness.set_size(vec2(SIZE[0], SIZE[1]));
                    harness.run();
                    let image = harness.render()?;
                    let path = folder.join(format!("{id}-{code}-{look}-{scale}.png"));
                    image.save(&path).map_err(|error| error.to_string())?;
                }
            }
        }
    }
    Ok(())
}
