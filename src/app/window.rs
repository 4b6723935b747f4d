//! The window itself: opens the store, then eframe, and sees to it that a signal closes both in order.

use super::errands::Errands;
use super::refusal::Refusal;
use super::{App, Clock, Options, Wake};
use crate::cli::data_folder;
use crate::error::{Error, ErrorKind, Result};
use crate::strings::Language;
use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;
use std::path::{Path, PathBuf};

/// What is logged, for whoever measures the start, once the first frame was handed over. Its target is
/// `tansiq::first_frame`.
pub const FIRST_FRAME: &str = "first frame on the screen";

/// The smallest window everything fits in.
const SMALLEST: [f32; 2] = [1024.0, 680.0];
/// The window of a first start.
const USUAL: [f32; 2] = [1440.0, 900.0];
/// What a title bar and the system's own bar take from a screen's height, at most.
const BARS: f32 = 90.0;
/// Chooses the renderer where the usual one fails, as on some remote desktops.
const RENDERER_VARIABLE: &str = "TANSIQ_RENDERER";

/// Opens the window on the store in a folder and returns when it is closed.
///
/// # Errors
/// No display, no renderer that works, or no home folder. A store that does not open is explained in the window.
pub fn open(folder: Option<PathBuf>, language: Option<Language>) -> Result<()> {
    super::preflight::check()?;
    let folder = data_folder(folder)?;
    let mut last = None;
    for renderer in renderers(std::env::var(RENDERER_VARIABLE).ok().as_deref()) {
        match run(renderer, &folder, language) {
            Ok(()) => return Ok(()),
            Err(error) => {
                log::warn!("{renderer}: {error}");
                last = Some(error);
            }
        }
    }
    Err(Error::new(ErrorKind::NoWindow, last.map(|error| error.to_string()).unwrap_or_default()))
}

/// The renderers to try, in order: OpenGL starts faster, the other brings DirectX and Vulkan.
fn renderers(chosen: Option<&str>) -> Vec<Renderer> {
    match chosen {
        Some("glow") => vec![Renderer::Glow],
        Some("wgpu") => vec![Renderer::Wgpu],
        _ => vec![Renderer::Glow, Renderer::Wgpu],
    }
}

fn run(renderer: Renderer, folder: &Path, language: Option<Language>) -> eframe::Result {
    let viewport = ViewportBuilder::default()
        .with_title("Tansiq")
        .with_app_id("tansiq")
        .with_inner_size(USUAL)
        .with_min_inner_size(SMALLEST)
        .with_icon(super::icon::window_icon());
    let options = NativeOptions { viewport, renderer, ..NativeOptions::default() };
    let folder = folder.to_owned();
    eframe::run_native("tansiq", options, Box::new(move |cc| Ok(program(&cc.egui_ctx, &folder, language))))
}

/// What runs in the window: the program, or why its store does not open.
fn program(ctx: &egui::Context, folder: &Path, language: Option<Language>) -> Box<dyn eframe::App> {
    close_on_signals(ctx);
    follow_desktop(ctx);
    ctx.add_plugin(FitToScreen::default());
    let language = language.unwrap_or_default();
    Box::new(Refusal::or_program(ctx, folder, language, Box::new(open_program), super::errands::pick_folder))
}

/// Takes from the desktop what the window system keeps to itself: its colours.
#[cfg(target_os = "linux")]
pub fn follow_desktop(ctx: &egui::Context) {
    super::appearance::follow(ctx);
}

/// Elsewhere the window system says all of it.
#[cfg(not(target_os = "linux"))]
pub fn follow_desktop(_: &egui::Context) {}

/// What screen readers call the window: they ask its tree, not the window system. To be said in every frame.
pub fn tell_name(ctx: &egui::Context, name: &str) {
    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label(name));
}

/// Fills a screen on which the usual window has no room: its lower bars would be out of sight.
#[derive(Default)]
struct FitToScreen {
    is_done: bool,
}

impl egui::Plugin for FitToScreen {
    fn debug_name(&self) -> &'static str {
        "fit to screen"
    }

    fn on_begin_pass(&mut self, ui: &mut egui::Ui) {
        if self.is_done {
            return;
        }
        // The screen's size is not known before the window is on it.
        if let Some(screen) = ui.input(|input| input.viewport().monitor_size) {
            self.is_done = true;
            if !has_room(screen) {
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Maximized(true));
            }
        }
    }
}

/// Is there room for the usual window on a screen, in points?
fn has_room(screen: egui::Vec2) -> bool {
    let [width, height] = USUAL;
    width <= screen.x && height + BARS <= screen.y
}

/// Opens the store and makes the program on it.
fn open_program(ctx: &egui::Context, folder: &Path) -> Result<App> {
    let wake = Wake::default();
    let store = crate::jobs::open_store(folder, wake.waker())?;
    wake.attach(ctx);
    let outside = Box::new(Errands::new(wake));
    Ok(App::new(ctx, store, Options { clock: Clock::System, outside }))
}

/// SIGTERM, SIGINT and SIGHUP close the window as its button does: with everything typed on disk.
#[cfg(unix)]
fn close_on_signals(ctx: &egui::Context) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = match signal_hook::iterator::Signals::new([SIGTERM, SIGINT, SIGHUP]) {
        Ok(signals) => signals,
        Err(error) => return log::warn!("signals are not heard: {error}"),
    };
    let ctx = ctx.clone();
    let listen = move || {
        if signals.forever().next().is_some() {
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            ctx.request_repaint();
        }
    };
    if let Err(error) = std::thread::Builder::new().name("signals".to_owned()).spawn(listen) {
        log::warn!("signals are not heard: {error}");
    }
}

/// Windows closes windows by messages, which eframe hears.
#[cfg(not(unix))]
fn close_on_signals(_ctx: &egui::Context) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_screen_is_filled() {
        let check = |width, height, expected| assert_eq!(has_room(egui::vec2(width, height)), expected);
        check(1920.0, 1080.0, true);
        check(1920.0, 1200.0, true);
        check(1440.0, 900.0, false);
        check(1366.0, 768.0, false);
        check(1280.0, 1024.0, false);
    }

    #[test]
    fn a_chosen_renderer_is_the_only_one_tried() {
        let check = |chosen: Option<&str>, expected: &[Renderer]| assert_eq!(renderers(chosen), expected);
        check(None, &[Renderer::Glow, Renderer::Wgpu]);
        check(Some("wgpu"), &[Renderer::Wgpu]);
        check(Some("glow"), &[Renderer::Glow]);
        check(Some("nonsense"), &[Renderer::Glow, Renderer::Wgpu]);
    }
}
