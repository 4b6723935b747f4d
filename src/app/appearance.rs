//! Light or dark, as the desktop asks for it: on Linux the window system does not say, so the desktop's portal is asked,
//! on a thread of its own, and heard for as long as the program runs.
//!
//! Apart because only it knows the portal. What the portal says goes into the window's input,
//! where other systems put theirs: whoever reads [`egui::Context::system_theme`] need not know where it comes from. Without
//! a bus or a portal nothing is said, and nothing is shown.

use egui::{Context, Plugin, RawInput, Theme};
use futures_lite::StreamExt;
use futures_lite::future::block_on;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use zbus::zvariant::{OwnedValue, Value};
use zbus::{Connection, MatchRule, MessageStream, message};

const PORTAL: &str = "org.freedesktop.portal.Desktop";
const PATH: &str = "/org/freedesktop/portal/desktop";
const SETTINGS: &str = "org.freedesktop.portal.Settings";
const NAMESPACE: &str = "org.freedesktop.appearance";
const KEY: &str = "color-scheme";
/// What the portal says where nobody chose.
const NO_PREFERENCE: u32 = 0;

/// Asks the desktop from now on, and wakes the window when it changes its mind.
pub(super) fn follow(ctx: &Context) {
    let scheme = Arc::new(AtomicU32::new(NO_PREFERENCE));
    ctx.add_plugin(Appearance { scheme: Arc::clone(&scheme) });
    let ctx = ctx.clone();
    let listen = move || {
        let told = |told: u32| {
            if scheme.swap(told, Ordering::Relaxed) != told {
                ctx.request_repaint();
            }
        };
        let ended = block_on(async { hear(&Connection::session().await?, told).await });
        if let Err(error) = ended {
            log::info!("the desktop does not say whether it is light or dark: {error}");
        }
    };
    if let Err(error) = std::thread::Builder::new().name("appearance".to_owned()).spawn(listen) {
        log::warn!("the desktop's colours are not followed: {error}");
    }
}

/// Puts what the desktop asks for where the window reads it.
struct Appearance {
    scheme: Arc<AtomicU32>,
}

impl Plugin for Appearance {
    fn debug_name(&self) -> &'static str {
        "appearance"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        input.system_theme = theme_of(self.scheme.load(Ordering::Relaxed)).or(input.system_theme);
    }
}

/// What a number of the portal asks for; those it may learn one day ask for nothing.
const fn theme_of(scheme: u32) -> Option<Theme> {
    match scheme {
        1 => Some(Theme::Dark),
        2 => Some(Theme::Light),
        _ => None,
    }
}

/// Tells what the portal says now and whenever it says something else, until the bus is gone.
async fn hear(bus: &Connection, told: impl Fn(u32)) -> zbus::Result<()> {
    let rule = MatchRule::builder()
        .msg_type(message::Type::Signal)
        .sender(PORTAL)?
        .path(PATH)?
        .interface(SETTINGS)?
        .member("SettingChanged")?
        .arg(0, NAMESPACE)?
        .arg(1, KEY)?
        .build();
    // Heard first and asked then, so that no change falls between. A portal that starts later is heard as well.
    let mut changes = MessageStream::for_match_rule(rule, bus, None).await?;
    match ask(bus).await {
        Ok(scheme) => told(scheme),
        Err(error) => log::debug!("the portal does not answer: {error}"),
    }
    while let Some(change) = changes.next().await {
        let body = change?.body();
        let (_, _, value): (&str, &str, Value<'_>) = body.deserialize()?;
        told(number(&value));
    }
    Ok(())
}

async fn ask(bus: &Connection) -> zbus::Result<u32> {
    let call = async |method: &str| {
        let answer = bus.call_method(Some(PORTAL), PATH, Some(SETTINGS), method, &(NAMESPACE, KEY)).await?;
        answer.body().deserialize::<OwnedValue>()
    };
    let value = match call("ReadOne").await {
        // Older portals know only the other one, which packs its answer twice.
        Err(zbus::Error::MethodError(..)) => call("Read").await?,
        answer => answer?,
    };
    Ok(number(&value))
}

/// The number in a value, however often it is packed.
fn number(mut value: &Value<'_>) -> u32 {
    while let Value::Value(inner) = value {
        value = inner;
    }
    value.downcast_ref().unwrap_or(NO_PREFERENCE)
}

#[cfg(test)]
mod tests {
    use super::super::test_bus::Bus;
    use super::*;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    struct Portal;

    #[zbus::interface(name = "org.freedesktop.portal.Settings")]
    impl Portal {
        async fn read_one(&self, _namespace: &str, _key: &str) -> OwnedValue {
            OwnedValue::from(1_u32)
        }
    }

    /// As it was before it could answer once.
    struct OldPortal;

    #[zbus::interface(name = "org.freedesktop.portal.Settings")]
    impl OldPortal {
        async fn read(&self, _namespace: &str, _key: &str) -> OwnedValue {
            OwnedValue::try_from(Value::Value(Box::new(Value::U32(2)))).expect("a number packed twice")
        }
    }

    async fn serve(bus: &Bus, portal: impl zbus::object_server::Interface) -> Connection {
        let served = bus.connect().await;
        served.object_server().at(PATH, portal).await.expect("a place");
        served.request_name(PORTAL).await.expect("its name");
        served
    }

    #[test]
    fn a_number_of_the_portal_is_light_dark_or_nothing() {
        let check = |scheme, expected| assert_eq!(theme_of(scheme), expected);
        check(0, None);
        check(1, Some(Theme::Dark));
        check(2, Some(Theme::Light));
        check(7, None);
    }

    #[test]
    fn what_is_no_number_asks_for_nothing() {
        let check = |value: Value<'_>, expected| assert_eq!(number(&value), expected);
        check(Value::U32(1), 1);
        check(Value::Value(Box::new(Value::Value(Box::new(Value::U32(2))))), 2);
        check(Value::from("dark"), NO_PREFERENCE);
        check(Value::I32(1), NO_PREFERENCE);
    }

    #[test]
    fn the_desktop_wins_over_a_window_system_that_guesses() {
        let check = |scheme: u32, guessed, expected| {
            let mut input = RawInput { system_theme: guessed, ..RawInput::default() };
            Appearance { scheme: Arc::new(scheme.into()) }.input_hook(&Context::default(), &mut input);
            assert_eq!(input.system_theme, expected);
        };
        check(1, None, Some(Theme::Dark));
        check(1, Some(Theme::Light), Some(Theme::Dark));
        check(NO_PREFERENCE, Some(Theme::Dark), Some(Theme::Dark));
        check(NO_PREFERENCE, None, None);
    }

    #[test]
    fn a_portal_is_asked_and_then_heard() {
        let bus = Bus::start();
        let (sender, told) = channel();
        let heard = |told: &std::sync::mpsc::Receiver<u32>| told.recv_timeout(Duration::from_secs(20));
        let (client, portal) = block_on(async { (bus.connect().await, serve(&bus, Portal).await) });
        let listener = std::thread::Builder::new()
            .spawn(move || block_on(hear(&client, |scheme| sender.send(scheme).expect("the test listens"))))
            .expect("a thread");
        assert_eq!(heard(&told), Ok(1));
        let say = |namespace: &str, key: &str, value: Value<'_>| {
            let body = (namespace, key, value);
            let said = portal.emit_signal(None::<&str>, PATH, SETTINGS, "SettingChanged", &body);
            block_on(said).expect("it is said");
        };
        say("org.gnome.desktop.interface", KEY, Value::U32(1));
        say(NAMESPACE, "accent-color", Value::U32(1));
        say(NAMESPACE, KEY, Value::U32(2));
        assert_eq!(heard(&told), Ok(2), "what is about something else is not heard");
        say(NAMESPACE, KEY, Value::from("nonsense"));
        assert_eq!(heard(&told), Ok(NO_PREFERENCE));
        drop(bus);
        // Without a bus there is nothing more to hear, and the thread ends.
        let ended = listener.join().expect("no panic");
        assert!(heard(&told).is_err(), "{ended:?}");
    }

    #[test]
    fn a_portal_of_the_older_kind_is_understood() {
        let bus = Bus::start();
        let asked = block_on(async {
            let portal = serve(&bus, OldPortal).await;
            let asked = ask(&bus.connect().await).await;
            drop(portal);
            asked
        });
        assert_eq!(asked.expect("an answer"), 2);
    }

    #[test]
    fn a_bus_without_a_portal_is_an_error_and_no_end() {
        let bus = Bus::start();
        let asked = block_on(async { ask(&bus.connect().await).await });
        assert!(asked.is_err());
    }
}
