//! Settings_screen.
