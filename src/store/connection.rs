//! How a connection to the store is set up, the same for the writer, the readers and the checks.

use super::query::hits;
use super::sought::Sought;
use crate::arabic::{self, Collator};
use crate::error::Result;
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, OpenFlags};
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// `PRAGMA application_id` of a store: "Tnsq".
pub(super) const APPLICATION_ID: i32 = 0x546e_7371;

/// Where the rows are read from: the file itself, or a copy of it where it can't be written beside.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// The database file.
    pub path: PathBuf,
    /// The folder can't be written and there is no write-ahead log: SQLite may neither lock nor look for one.
    pub immutable: bool,
}

/// Opens for writing and sets everything up. Changes nothing in the file but, on a new one, its journal mode.
pub(super) fn writer(path: &Path) -> Result<Connection> {
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // FULL, not NORMAL: NORMAL may lose the last notes in a power cut, and FULL costs about a millisecond.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = FAST;
         PRAGMA journal_size_limit = 67108864;",
    )?;
    common(&connection)?;
    Ok(connection)
}

/// Opens for reading only.
pub(super) fn reader(source: &Source) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = if source.immutable {
        Connection::open_with_flags(immutable_uri(&source.path), flags | OpenFlags::SQLITE_OPEN_URI)?
    } else {
        Connection::open_with_flags(&source.path, flags)?
    };
    common(&connection)?;
    vocabulary(&connection)?;
    connection.execute_batch("PRAGMA query_only = ON;")?;
    Ok(connection)
}

/// Opens for the checks, which need a temporary table beside the store's own.
pub(super) fn checker(path: &Path) -> Result<Connection> {
    let connection =
        Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    common(&connection)?;
    vocabulary(&connection)?;
    Ok(connection)
}

/// The words of the search index, as a table beside the store's own.
fn vocabulary(connection: &Connection) -> Result<()> {
    connection.execute_batch("CREATE VIRTUAL TABLE temp.search_words USING fts5vocab(main, search, instance);")?;
    Ok(())
}

fn common(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA busy_timeout = 5000;
         PRAGMA cache_size = -65536;
         PRAGMA temp_store = MEMORY;
         PRAGMA trusted_schema = OFF;
         PRAGMA cell_size_check = ON;",
    )?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // Without it SQLite prepares cached statements again whenever a parameter that its statistics could weigh changes:
    // several times an edit.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    // For the order of lists only, never in an index: the file stays readable to other programs.
    let collator = Collator::new();
    connection.create_collation("arabic", move |one, other| collator.compare(one, other))?;
    // A text as it is compared, for the filters that look into one field.
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC | FunctionFlags::SQLITE_DIRECTONLY;
    connection.create_scalar_function("fold", 1, flags, |context| {
        Ok(context.get_raw(0).as_str_or_null()?.map(arabic::fold))
    })?;
    // Does a text hold what is sought?
    let sought = RefCell::new(Sought::default());
    connection.create_scalar_function("holds", 2, flags, move |context| {
        let (text, wanted) = (context.get_raw(0).as_str_or_null()?, context.get_raw(1).as_str_or_null()?);
        let (Some(text), Some(wanted)) = (text, wanted) else { return Ok(false) };
        Ok(sought.try_borrow_mut().is_ok_and(|mut sought| sought.is_in(wanted, text)))
    })?;
    // Is a row among the hits of a filter?
    connection.create_scalar_function("among", 2, flags, |context| {
        Ok(hits::is_among(context.get_raw(0).as_blob()?, context.get(1)?))
    })?;
    Ok(())
}

/// A file URI with what SQLite would misread in it escaped.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for character in path.to_string_lossy().chars() {
        match character {
            '%' => uri.push_str("%25"),
            '?' => uri.push_str("%3f"),
            '#' => uri.push_str("%23"),
            '\\' => uri.push('/'),
            other => uri.push(other),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_sqlite_is_free_of_the_wal_reset_bug() {
        assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
    }

    #[test]
    fn a_commit_is_on_disk_and_a_reader_only_reads() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        Connection::open(&path).unwrap().execute_batch("CREATE TABLE x (a);").unwrap();
        let writer = writer(&path).unwrap();
        let says = |pragma: &str| -> String {
            let value: rusqlite::types::Value =
                writer.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0)).unwrap();
            match value {
                rusqlite::types::Value::Integer(number) => number.to_string(),
                rusqlite::types::Value::Text(text) => text,
                other @ (rusqlite::types::Value::Null
                | rusqlite::types::Value::Real(_)
                | rusqlite::types::Value::Blob(_)) => panic!("{other:?}"),
            }
        };
        for (pragma, expected) in [
            ("journal_mode", "wal"),
            ("synchronous", "2"),
            ("foreign_keys", "1"),
            ("busy_timeout", "5000"),
            ("trusted_schema", "0"),
            ("cell_size_check", "1"),
            ("secure_delete", "2"),
            ("temp_store", "2"),
            ("cache_size", "-65536"),
            ("journal_size_limit", "67108864"),
        ] {
            assert_eq!(says(pragma), expected, "{pragma}");
        }
        let reader = reader(&Source { path, immutable: false }).unwrap();
        assert!(reader.execute_batch("INSERT INTO x VALUES (1)").is_err());
    }

    #[test]
    fn what_a_path_may_hold_is_escaped() {
        assert_eq!(immutable_uri(Path::new("/a b/50%?#.db")), "file:/a b/50%25%3f%23.db?immutable=1");
    }
}
