//! The migrator: numbered SQL, each in its own transaction with the number it leads to. Append-only: a migration that
//! shipped is never changed.

use super::failure;
use crate::error::{Error, ErrorKind, Result};
use rusqlite::Connection;
use std::time::Instant;

/// One step from a `user_version` to the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Migration {
    /// The `user_version` it leads to.
    pub version: i32,
    /// What it does.
    pub sql: &'static str,
}

/// All migrations, in order.
pub(super) const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, sql: include_str!("migrations/0001_first.sql") },
    Migration { version: 2, sql: include_str!("migrations/0002_registers.sql") },
    Migration { version: 3, sql: include_str!("migrations/0003_documents.sql") },
    Migration { version: 4, sql: include_str!("migrations/0004_order.sql") },
    Migration { version: 5, sql: include_str!("migrations/0005_speed.sql") },
    Migration { version: 6, sql: include_str!("migrations/0006_clock.sql") },
    Migration { version: 7, sql: include_str!("migrations/0007_frozen.sql") },
    Migration { version: 8, sql: include_str!("migrations/0008_figures.sql") },
    Migration { version: 9, sql: include_str!("migrations/0009_minutes.sql") },
    Migration { version: 10, sql: include_str!("migrations/0010_prepare.sql") },
    Migration { version: 11, sql: include_str!("migrations/0011_names.sql") },
    Migration { version: 12, sql: include_str!("migrations/0012_notes.sql") },
    Migration { version: 13, sql: include_str!("migrations/0013_followed.sql") },
    Migration { version: 14, sql: include_str!("migrations/0014_times_and_templates.sql") },
    Migration { version: 15, sql: include_str!("migrations/0015_meetings.sql") },
    Migration { version: 16, sql: include_str!("migrations/0016_captured_regulations.sql") },
    Migration { version: 17, sql: include_str!("migrations/0017_bin_and_units.sql") },
    Migration { version: 18, sql: include_str!("migrations/0018_meeting_groups.sql") },
    Migration { version: 19, sql: include_str!("migrations/0019_intake.sql") },
    Migration { version: 20, sql: include_str!("migrations/0020_file_texts.sql") },
    Migration { version: 21, sql: include_str!("migrations/0021_english_names.sql") },
    Migration { version: 22, sql: include_str!("migrations/0022_whose_work.sql") },
];

/// The version this program writes.
pub(super) fn newest(migrations: &[Migration]) -> i32 {
    migrations.last().map_or(0, |migration| migration.version)
}

/// The store's version.
pub(super) fn version(connection: &Connection) -> Result<i32> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings a store up to date. `before_first` makes and verifies the backup of a store that holds something.
pub(super) fn migrate(
    connection: &Connection,
    migrations: &[Migration],
    before_first: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let present = version(connection)?;
    if present > newest(migrations) {
        return Err(Error::new(ErrorKind::StoreNewer, format!("version {present}")));
    }
    let mut pending = migrations.iter().filter(|migration| migration.version > present).peekable();
    if pending.peek().is_some() && present > 0 {
        before_first()?;
    }
    pending.try_for_each(|migration| apply(connection, migration))
}

fn apply(connection: &Connection, migration: &Migration) -> Result<()> {
    let begun = Instant::now();
    let steps = || -> rusqlite::Result<()> {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        connection.execute_batch(migration.sql)?;
        connection.pragma_update(None, "user_version", migration.version)?;
        connection.execute_batch("COMMIT")
    };
    let done = steps().map(|()| log::info!("migrated to version {} in {:?}", migration.version, begun.elapsed()));
    done.map_err(|error| {
        if !connection.is_autocommit()
            && let Err(rollback) = connection.execute_batch("ROLLBACK")
        {
            log::error!("rolling back migration {}: {rollback}", migration.version);
        }
        let cause = Error::from(error);
        if failure::is_about_the_disk(cause.kind()) {
            cause
        } else {
            failure::internal(format!("migration {}: {}", migration.version, cause.details()))
        }
    })
}
