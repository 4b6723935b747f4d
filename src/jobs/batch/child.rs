//! The child that writes a stretch of a batch: what it is asked on its standard input, and what it says on its standard
//! output, a line each.

use super::{BatchAsked, BatchDone, BatchItem, BatchWatch, BatchWriter, is_fatal, remove_part};
use crate::domain::{PaperFormat, Settings};
use crate::error::{Error, ErrorKind, Result};
use crate::store::Store;
use crate::strings::{Language, Tr};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// So many papers one child writes: what composes them has grown by then to some hundred megabytes at most.
const STRETCH: usize = 150;

/// What a child is asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct BatchRequest {
    items: Vec<BatchItem>,
    format: PaperFormat,
    folder: PathBuf,
    /// In which language it says what can't be written; nothing: that of the papers.
    told_in: Option<Language>,
    /// The names that were given before it began.
    names: Vec<String>,
}

/// What a child says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Said {
    /// A file of that name is being written.
    Writing(String),
    /// It is there.
    Written(String),
    /// A paper can't be written: which, and why.
    Refused(String, String),
    /// Nothing more can be written: the folder or the disk. Which, and what the machine says.
    Stuck(String, String),
    /// Everything was tried.
    Finished,
}

/// Has children write all of it.
pub(super) fn write_all(
    store: &Store,
    asked: &BatchAsked,
    items: &[BatchItem],
    watch: &BatchWatch,
    (program, tr): (&Path, &Tr),
) -> Result<BatchDone> {
    let mut done = BatchDone::default();
    let mut names: Vec<String> = Vec::new();
    for stretch in items.chunks(STRETCH) {
        if watch.is_cancelled() {
            done.is_cancelled = true;
            break;
        }
        let request = BatchRequest {
            items: stretch.to_vec(),
            format: asked.format,
            folder: asked.folder.clone(),
            told_in: asked.told_in,
            names: names.clone(),
        };
        let mut command = Command::new(program);
        command.arg("--data").arg(store.folder()).arg("--language").arg(
            match asked.language.unwrap_or(tr.language()) {
                Language::Arabic => "ar",
                Language::English => "en",
            },
        );
        // The store's own words where nobody asked for a language.
        command.args(["export", "batch", "--request"]);
        if asked.language.is_none() {
            command.arg("--as-store");
        }
        let is_whole = run(command, &request, watch, (&mut done, &mut names))?;
        if watch.is_cancelled() {
            done.is_cancelled = true;
            break;
        }
        if !is_whole {
            return Err(Error::new(ErrorKind::BatchBroken(tr.number(count(done.written))), "the child ended"));
        }
    }
    Ok(done)
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Runs one child; `false` where it ended before it had said that it was done.
fn run(
    mut command: Command,
    request: &BatchRequest,
    watch: &BatchWatch,
    (done, names): (&mut BatchDone, &mut Vec<String>),
) -> Result<bool> {
    let internal = |error: &dyn ToString| Error::new(ErrorKind::Internal, error.to_string());
    let mut child: Child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(|error| internal(&error))?;
    let asks = child.stdin.take();
    let says = child.stdout.take();
    watch.hold(child);
    if let Some(mut asks) = asks {
        let text = serde_json::to_vec(request).map_err(|error| internal(&error))?;
        // A child that has ended already says why by having said nothing.
        if let Err(error) = asks.write_all(&text) {
            log::warn!("the child took no request: {error}");
        }
    }
    let mut is_whole = false;
    let mut writing = None;
    let mut stuck = None;
    let lines = says.map(BufReader::new).into_iter().flat_map(BufRead::lines);
    for line in lines.map_while(std::io::Result::ok) {
        match serde_json::from_str(&line) {
            Ok(Said::Writing(name)) => writing = Some(name),
            Ok(Said::Written(name)) => {
                writing = None;
                done.written += 1;
                watch.tell(done.written + done.refused.len(), &name);
                names.push(name);
            }
            Ok(Said::Refused(name, why)) => {
                writing = None;
                done.refused.push((name, why));
                watch.tell(done.written + done.refused.len(), "");
            }
            Ok(Said::Stuck(place, details)) => stuck = Some((place, details)),
            Ok(Said::Finished) => is_whole = true,
            Err(error) => log::warn!("the child said {line:?}: {error}"),
        }
    }
    if let Some(mut child) = watch.release() {
        match child.wait() {
            Ok(status) if !status.success() => log::warn!("the child ended with {status}"),
            Ok(_) => {}
            Err(error) => log::warn!("the child: {error}"),
        }
    }
    if let Some(name) = writing {
        remove_part(&request.folder, &name);
    }
    match stuck {
        Some((place, details)) if place.is_empty() => Err(Error::new(ErrorKind::DiskFull, details)),
        Some((place, details)) => Err(Error::new(ErrorKind::FileUnwritable(place), details)),
        None => Ok(is_whole),
    }
}

/// The child's whole work: reads its request, writes the papers and says how far it is.
///
/// # Errors
/// The request makes no sense, or nobody listens.
pub fn serve(
    store: &Store,
    request: &[u8],
    (settings, tr): (&Settings, &Tr),
    now: i64,
    says: &mut dyn Write,
) -> Result<()> {
    let request: BatchRequest =
        serde_json::from_slice(request).map_err(|error| Error::new(ErrorKind::Usage("--request".to_owned()), error))?;
    let asked = BatchAsked {
        records: Vec::new(),
        papers: Vec::new(),
        format: request.format,
        folder: request.folder,
        language: None,
        told_in: request.told_in,
        program: None,
    };
    let told = asked.told(tr);
    let told = told.as_ref().unwrap_or(tr);
    let names = request.names.into_iter().collect::<HashSet<_>>();
    let mut writer = BatchWriter { store, asked: &asked, settings, words: (tr, told), now, names };
    for item in request.items {
        let mut announced = Ok(());
        let written = writer.write(item, |name| announced = say(says, &Said::Writing(name.to_owned())));
        announced?;
        match written {
            Ok(name) => say(says, &Said::Written(name))?,
            Err((name, error)) if is_fatal(&error) => {
                let place =
                    if let ErrorKind::FileUnwritable(place) = error.kind() { place.clone() } else { String::new() };
                log::warn!("{name}: {error}");
                say(says, &Said::Stuck(place, error.details().to_owned()))?;
                return Ok(());
            }
            Err((name, error)) => say(says, &Said::Refused(name, error.message(told)))?,
        }
    }
    say(says, &Said::Finished)
}

fn say(says: &mut dyn Write, said: &Said) -> Result<()> {
    let line = serde_json::to_string(said).map_err(|error| Error::new(ErrorKind::Internal, error))?;
    writeln!(says, "{line}").and_then(|()| says.flush()).map_err(|error| Error::new(ErrorKind::Disk, error))
}
