//! What must be there before a window can be: a display, and the system's libraries that are loaded at run time.
//!
//! Without this look, a missing library is a panic deep inside the window system's crates.

use crate::error::{Error, ErrorKind, Result};

/// Checks what a window needs.
///
/// # Errors
/// [`ErrorKind::NoDisplay`], or [`ErrorKind::MissingPackage`] with the package to install.
#[cfg(target_os = "linux")]
pub fn check() -> Result<()> {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
        return Err(Error::new(ErrorKind::NoDisplay, "neither DISPLAY nor WAYLAND_DISPLAY is set"));
    }
    let missing: Vec<&str> = wanted(is_set("WAYLAND_DISPLAY"))
        .iter()
        .filter(|(library, _)| !FOLDERS.iter().any(|folder| std::path::Path::new(folder).join(library).exists()))
        .map(|(_, package)| *package)
        .collect();
    // An unusual system keeps its libraries elsewhere: only a system that has the usual places is judged by them.
    let is_usual = FOLDERS.iter().any(|folder| std::path::Path::new(folder).join("libc.so.6").exists());
    if missing.is_empty() || !is_usual {
        return Ok(());
    }
    Err(Error::new(ErrorKind::MissingPackage(missing.join(" ")), "not found in the usual library folders"))
}

/// Other systems bring what a window needs.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub fn check() -> Result<()> {
    Ok(())
}

/// Where Debian, Ubuntu, Fedora and Arch keep their libraries.
#[cfg(target_os = "linux")]
const FOLDERS: [&str; 7] = [
    "/usr/lib/x86_64-linux-gnu",
    "/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu",
    "/lib/aarch64-linux-gnu",
    "/usr/lib64",
    "/usr/lib",
    "/lib64",
];

/// Library and Debian package of what is loaded at run time.
#[cfg(target_os = "linux")]
fn wanted(is_wayland: bool) -> &'static [(&'static str, &'static str)] {
    if is_wayland {
        &[("libxkbcommon.so.0", "libxkbcommon0"), ("libEGL.so.1", "libegl1")]
    } else {
        &[
            ("libX11.so.6", "libx11-6"),
            ("libX11-xcb.so.1", "libx11-xcb1"),
            ("libXcursor.so.1", "libxcursor1"),
            ("libXi.so.6", "libxi6"),
            ("libxkbcommon.so.0", "libxkbcommon0"),
            ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
            ("libGL.so.1", "libgl1"),
            ("libEGL.so.1", "libegl1"),
        ]
    }
}
