//! Whether the desktop's input method composes anything: on X11 keys take the way through it only while it does.
//!
//! There every key goes to the method and comes back, though a plain keyboard hands it back as it was. On a busy machine
//! keys come back in another order, or never: Xlib takes the one that was handed back for a new one where two wait (of 60
//! letters typed quickly under IBus 1.5, 20 arrived). Layouts and dead keys the window system knows by itself. So while
//! IBus says that its engine is a keyboard, keys come straight; with Vietnamese or Chinese they go through it. Other
//! methods, and Wayland, whose protocol has no such detour, are left as they are.
//!
//! Apart because only it knows of IBus, whose bus is not the session's: its address stands in a file.

use egui::{Context, FullOutput, Plugin};
use futures_lite::StreamExt;
use futures_lite::future::block_on;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;
use zbus::zvariant::{OwnedValue, Structure, Value};
use zbus::{Connection, MessageStream, connection, message};

const IBUS: &str = "org.freedesktop.IBus";
const PATH: &str = "/org/freedesktop/IBus";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const BUS: &str = "org.freedesktop.DBus";
const BUS_PATH: &str = "/org/freedesktop/DBus";
/// The signals that are wanted, in the words of the bus.
const CHANGES: &str =
    "type='signal',path='/org/freedesktop/IBus',interface='org.freedesktop.IBus',member='GlobalEngineChanged'";
/// The names of engines that only choose a layout begin with this.
const KEYBOARD: &str = "xkb:";
/// Where a description of an engine has its name, after its own type and what is attached to it.
const NAME: usize = 2;

/// Asks IBus from now on, where there is one and the window stands on X11.
pub(super) fn follow(ctx: &Context) {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET") {
        return;
    }
    let Some(address) = address() else { return };
    let is_plain = Arc::new(AtomicBool::new(false));
    ctx.add_plugin(InputMethod { is_plain: Arc::clone(&is_plain) });
    let ctx = ctx.clone();
    let listen = move || {
        let told = |told: bool| {
            if is_plain.swap(told, Ordering::Relaxed) != told {
                ctx.request_repaint();
            }
        };
        let ended = block_on(async {
            let connect = async || connection::Builder::address(address.as_str())?.build().await;
            hear(&connect().await?, &connect().await?, &told).await
        });
        // Whoever cannot be asked may compose.
        told(false);
        if let Err(error) = ended {
            log::info!("the input method does not say what it is: {error}");
        }
    };
    if let Err(error) = std::thread::Builder::new().name("input-method".to_owned()).spawn(listen) {
        log::warn!("the input method is not followed: {error}");
    }
}

/// Takes the way through the method out of what the window is told.
struct InputMethod {
    is_plain: Arc<AtomicBool>,
}

impl Plugin for InputMethod {
    fn debug_name(&self) -> &'static str {
        "input method"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        if self.is_plain.load(Ordering::Relaxed) {
            output.platform_output.ime = None;
        }
    }
}

/// The address of IBus's bus for this display.
fn address() -> Option<String> {
    if let Ok(address) = std::env::var("IBUS_ADDRESS") {
        return Some(address);
    }
    let display = std::env::var("DISPLAY").ok()?;
    let folder = match std::env::var_os("XDG_CONFIG_HOME").filter(|folder| !folder.is_empty()) {
        Some(folder) => PathBuf::from(folder),
        None => PathBuf::from(std::env::var_os("HOME")?).join(".config"),
    };
    address_in(&folder.join("ibus/bus"), &display)
}

/// The address in the newest of the files that IBus writes for a display: `MACHINE-unix-99` for `:99.0`.
fn address_in(folder: &Path, display: &str) -> Option<String> {
    let (host, screen) = display.rsplit_once(':')?;
    let number = screen.split('.').next()?;
    let host = if host.is_empty() { "unix" } else { host };
    let end = format!("-{host}-{number}");
    let files = std::fs::read_dir(folder).ok()?.flatten();
    let newest = files
        .filter(|file| file.file_name().to_string_lossy().ends_with(&end))
        .max_by_key(|file| file.metadata().and_then(|about| about.modified()).unwrap_or(SystemTime::UNIX_EPOCH))?;
    let text = std::fs::read_to_string(newest.path()).ok()?;
    text.lines().find_map(|line| line.strip_prefix("IBUS_ADDRESS=")).map(str::to_owned)
}

/// Tells whether the engine is a plain keyboard, now and whenever there is another, until the bus is gone.
///
/// IBus signs its signals with a name that is none by the rules of D-Bus, and zbus does not survive the look at such a
/// signature: nothing but the body of a signal may be read, and questions go another way than signals come.
async fn hear(signals: &Connection, questions: &Connection, told: &impl Fn(bool)) -> zbus::Result<()> {
    let mut messages = MessageStream::from(signals);
    // Heard first and asked then, so that no change falls between.
    signals.call_method(Some(BUS), BUS_PATH, Some(BUS), "AddMatch", &CHANGES).await?;
    match ask(questions).await {
        Ok(name) => told(is_keyboard(&name)),
        Err(error) => log::debug!("no engine yet: {error}"),
    }
    while let Some(message) = messages.next().await {
        let message = message?;
        let body = message.body();
        // What the bus tells a connection about itself begins with a colon.
        if message.message_type() == message::Type::Signal
            && let Ok(name) = body.deserialize::<&str>()
            && !name.starts_with(':')
        {
            told(is_keyboard(name));
        }
    }
    Ok(())
}

/// The name of the engine; empty where its description says none.
async fn ask(bus: &Connection) -> zbus::Result<String> {
    let answer = bus.call_method(Some(IBUS), PATH, Some(PROPERTIES), "Get", &(IBUS, "GlobalEngine")).await?;
    let value: OwnedValue = answer.body().deserialize()?;
    Ok(name(&value))
}

fn name(mut value: &Value<'_>) -> String {
    while let Value::Value(inner) = value {
        value = inner;
    }
    let Ok(description) = value.downcast_ref::<&Structure<'_>>() else { return String::new() };
    description.fields().get(NAME).and_then(|name| name.downcast_ref().ok()).unwrap_or_default()
}

/// Does an engine only hand keys on?
fn is_keyboard(name: &str) -> bool {
    name.starts_with(KEYBOARD)
}

#[cfg(test)]
mod tests {
    use super::super::test_bus::Bus;
    use super::*;
    use egui::output::IMEOutput;
    use std::collections::HashMap;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    const VIETNAMESE: &str = "m17n:vi:telex";
    const ARABIC: &str = "xkb:ara::ara";

    /// IBus, as far as it is asked here.
    struct Engine(&'static str);

    #[zbus::interface(name = "org.freedesktop.IBus")]
    impl Engine {
        #[zbus(property)]
        async fn global_engine(&self) -> Value<'_> {
            let nothing: HashMap<String, Value<'_>> = HashMap::new();
            Value::from(Structure::from(("IBusEngineDesc", nothing, self.0, "its longer name")))
        }
    }

    #[test]
    fn keys_go_through_a_method_only_while_it_composes() {
        let check = |is_plain: bool, expected: bool| {
            let mut output = FullOutput::default();
            output.platform_output.ime = Some(IMEOutput {
                rect: egui::Rect::ZERO,
                cursor_rect: egui::Rect::ZERO,
                should_interrupt_composition: false,
                purpose: egui::IMEPurpose::Normal,
            });
            InputMethod { is_plain: Arc::new(is_plain.into()) }.output_hook(&Context::default(), &mut output);
            assert_eq!(output.platform_output.ime.is_some(), expected);
        };
        check(true, false);
        check(false, true);
    }

    #[test]
    fn a_keyboard_is_told_from_what_composes() {
        let check = |name: &str, expected| assert_eq!(is_keyboard(name), expected, "{name}");
        check(ARABIC, true);
        check("xkb:us::eng", true);
        check(VIETNAMESE, false);
        check("libpinyin", false);
        check("", false);
    }

    #[test]
    fn the_engine_is_asked_for_and_then_heard() {
        let bus = Bus::start();
        let (sender, told) = channel();
        let heard = |told: &std::sync::mpsc::Receiver<bool>| told.recv_timeout(Duration::from_secs(20));
        let (signals, questions, ibus) = block_on(async {
            let ibus = bus.connect().await;
            ibus.object_server().at(PATH, Engine(ARABIC)).await.expect("a place");
            ibus.request_name(IBUS).await.expect("its name");
            (bus.connect().await, bus.connect().await, ibus)
        });
        let listener = std::thread::Builder::new()
            .spawn(move || block_on(hear(&signals, &questions, &|told| sender.send(told).expect("the test listens"))))
            .expect("a thread");
        assert_eq!(heard(&told), Ok(true));
        for (name, expected) in [(VIETNAMESE, false), ("xkb:us::eng", true)] {
            let said = ibus.emit_signal(None::<&str>, PATH, IBUS, "GlobalEngineChanged", &name);
            block_on(said).expect("it is said");
            assert_eq!(heard(&told), Ok(expected), "{name}");
        }
        drop(bus);
        // Without a bus there is nothing more to hear, and the thread ends.
        let ended = listener.join().expect("no panic");
        assert!(heard(&told).is_err(), "{ended:?}");
    }

    #[test]
    fn the_address_is_that_of_the_display() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
        write("3d12-unix-99", "# made by ibus\nIBUS_ADDRESS=unix:path=/run/one,guid=1=2\nIBUS_DAEMON_PID=7\n");
        write("3d12-unix-9", "IBUS_ADDRESS=unix:path=/run/other\n");
        write("3d12-unix-5", "IBUS_DAEMON_PID=7\n");
        let check = |display: &str, expected: Option<&str>| {
            assert_eq!(address_in(folder.path(), display).as_deref(), expected, "{display}");
        };
        check(":99", Some("unix:path=/run/one,guid=1=2"));
        check(":99.0", Some("unix:path=/run/one,guid=1=2"));
        check(":9", Some("unix:path=/run/other"));
        check(":5", None);
        check(":7", None);
        check("", None);
        assert_eq!(address_in(&folder.path().join("none"), ":99"), None);
    }
}
