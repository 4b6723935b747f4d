//! A PDF on its way to a printer: through the system's own queue, or, where that can't be reached, in the viewer that prints.

use crate::error::{Error, ErrorKind, Result};
use std::path::Path;
use std::process::{Command, Stdio};

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// It is in the queue.
    Queued,
    /// There is no queue to give it to: it is open in a viewer, which prints.
    Opened,
}

/// Gives a PDF to the printer that the system takes by itself.
///
/// # Errors
/// [`ErrorKind::NotPrinted`] with what the system says; no program shows a PDF either.
pub fn print(file: &Path) -> Result<Printed> {
    match queue(file) {
        Queue::Taken => Ok(Printed::Queued),
        Queue::Refused(why) => Err(Error::new(ErrorKind::NotPrinted(short(&why)), why)),
        Queue::None => open::that_detached(file).map(|()| Printed::Opened).map_err(|error| {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Error::new(ErrorKind::FileUnopened(name), error)
        }),
    }
}

/// What the system's queue says.
enum Queue {
    Taken,
    Refused(String),
    None,
}

/// The first line is what a person can do something with.
fn short(why: &str) -> String {
    why.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned()
}

/// `lp` is there wherever printers are set up with CUPS.
#[cfg(not(windows))]
fn queue(file: &Path) -> Queue {
    let asked = run(Command::new("lp").arg("--").arg(file));
    // Without a printer to go to there is no queue either, whatever is installed: the viewer asks where to.
    match &asked {
        Queue::Refused(why) if !has_printer(&mut Command::new("lpstat")) => {
            log::info!("print: {why}");
            Queue::None
        }
        Queue::Taken | Queue::Refused(_) | Queue::None => asked,
    }
}

/// Does the system's queue say which printer is taken? Its words are those of no language but English here.
#[cfg(not(windows))]
fn has_printer(status: &mut Command) -> bool {
    let said = status.arg("-d").env("LC_ALL", "C").stdin(Stdio::null()).output();
    said.is_ok_and(|said| String::from_utf8_lossy(&said.stdout).contains("system default destination:"))
}

/// What the file's own program does when it is asked to print, as from the file manager's menu.
#[cfg(windows)]
fn queue(file: &Path) -> Queue {
    use std::os::windows::process::CommandExt;
    /// No console flashes up.
    const NO_WINDOW: u32 = 0x0800_0000;
    // The path is an argument of the script and never part of its text.
    let script = "param($file) $ErrorActionPreference = 'Stop'; Start-Process -FilePath $file -Verb Print";
    let mut command = Command::new("powershell");
    command.args(["-NoProfile", "-NonInteractive", "-Command", &format!("& {{ {script} }}")]).arg(quoted(file));
    command.creation_flags(NO_WINDOW);
    match run(&mut command) {
        // No program prints PDFs here: the viewer shows it.
        Queue::Refused(why) => {
            log::info!("print: {why}");
            Queue::None
        }
        taken => taken,
    }
}

#[cfg(windows)]
fn quoted(file: &Path) -> String {
    format!("'{}'", file.to_string_lossy().replace('\'', "''"))
}

fn run(command: &mut Command) -> Queue {
    let done = command.stdin(Stdio::null()).output();
    match done {
        Ok(output) if output.status.success() => Queue::Taken,
        Ok(output) => Queue::Refused(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
        Err(error) => {
            log::info!("no print queue: {error}");
            Queue::None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn what_the_queue_refuses_is_told_in_its_first_line() {
        assert_eq!(
            short("\n lp: Error - no default destination available.\nmore"),
            "lp: Error - no default destination available."
        );
        let refused = run(Command::new("sh").args(["-c", "echo no printer >&2; exit 1"]));
        assert!(matches!(refused, Queue::Refused(why) if why == "no printer"));
        assert!(matches!(run(&mut Command::new("no-such-program-anywhere")), Queue::None));
    }

    #[cfg(unix)]
    #[test]
    fn a_queue_without_a_printer_is_none() {
        let says = |words: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", &format!("echo '{words}'"), "lpstat"]);
            has_printer(&mut command)
        };
        assert!(says("system default destination: office"));
        assert!(!says("no system default destination"));
        assert!(!has_printer(&mut Command::new("no-such-program-anywhere")));
    }
}
