//! The gallery: every house widget in every state, in both languages and themes.
//!
//! `cargo run --example gallery` opens it. It is the place to look at a widget, to take its picture and to listen to it
//! with a screen reader; the program's tests drive the same pages. `-- --pictures FOLDER [PAGE]` draws all pages, or one,
//! into files instead of opening a window.

#![allow(clippy::indexing_slicing, reason = "samples are made here, and their places are known")]

mod pages;
mod pictures;

use eframe::{NativeOptions, egui};
use pages::{Gallery, Switches};

fn main() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some("--pictures") {
        let folder = arguments.next().ok_or("which folder?")?;
        return pictures::write(folder.as_ref(), arguments.next().as_deref());
    }
    let viewport = egui::ViewportBuilder::default().with_title("Gallery").with_inner_size([1280.0, 860.0]);
    let options = NativeOptions { viewport, ..NativeOptions::default() };
    let gallery = |creation: &eframe::CreationContext<'_>| {
        tansiq::app::window::follow_desktop(&creation.egui_ctx);
        Gallery::new(&creation.egui_ctx, Switches::default())
    };
    eframe::run_native("tansiq-gallery", options, Box::new(move |creation| Ok(Box::new(gallery(creation)))))
        .map_err(|error| error.to_string())
}
