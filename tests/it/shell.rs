//! The frame of the window: navigation, search, undo, language, and pictures of every screen.

use crate::support::{Setup, Window, app, empty, open, sample};
use eframe::egui::{Key, Role};
use egui_kittest::kittest::Queryable;
use tansiq::screens::Route;
use tansiq::strings::Language;

#[test]
fn pictures() {
    let Some(folder) = std::env::var_os("TANSIQ_PICTURES") else { return };
    let folder = std::path::PathBuf::from(folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    for (language, code) in [(Language::Arabic, "ar"), (Language::English, "en")] {
        for (size, scale, name) in [([1440.0, 900.0], 1.0, "wide"), ([1024.0, 680.0], 2.0, "small")] {
            let mut window = open(&Setup { language, size, scale, has_pictures: true }, sample);
            let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6];
            for (number, key) in keys.into_iter().enumerate() {
                window.press_ctrl(key);
                window.picture(&folder.join(format!("{code}-{name}-{}.png", number + 1)));
            }
            window.press_ctrl(Key::N);
            window.picture(&folder.join(format!("{code}-{name}-new.png")));
            window.press(Key::Escape);
            window.press_ctrl(Key::K);
            window.event(eframe::egui::Event::Text("التراخيص".to_owned()));
            window.settle();
            window.picture(&folder.join(format!("{code}-{name}-search.png")));
        }
    }
}
