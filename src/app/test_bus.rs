//! A bus of a test's own, for what speaks to the desktop.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use zbus::Connection;

/// Runs for as long as it is kept.
pub(super) struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    pub(super) fn start() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon, of the package of that name");
        let mut address = String::new();
        let said = daemon.stdout.take().expect("what it says");
        BufReader::new(said).read_line(&mut address).expect("its address");
        Self { daemon, address: address.trim().to_owned() }
    }

    pub(super) async fn connect(&self) -> Connection {
        let builder = zbus::connection::Builder::address(self.address.as_str()).expect("an address");
        builder.build().await.expect("a connection")
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        self.daemon.kill().expect("it runs");
        self.daemon.wait().expect("it ended");
    }
}
