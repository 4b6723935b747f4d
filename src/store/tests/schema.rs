//! The migrated schema is what the entities declare.

use super::*;
use crate::domain::FieldKind;
use crate::store::search::order;

#[test]
fn every_table_has_the_declared_columns_and_the_five_of_all() {
    let tried = Tried::new();
    let sql = tried.sql();
    for entity in Entity::ALL {
        let mut statement = sql.prepare("SELECT name, type FROM pragma_table_info(?1)").unwrap();
        let present: Vec<(String, String)> = statement
            .query_map([entity.code()], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let common = [
            ("id", "INTEGER"),
            ("uid", "TEXT"),
            ("created_at", "INTEGER"),
            ("version", "INTEGER"),
            ("deleted", "INTEGER"),
        ];
        // Derived data beside what is declared.
        let order = order::kept(entity).map(|(_, column)| (column, "BLOB"));
        let kind_of = |column: &&'static str| match query::field_or_figure(entity, column) {
            Some(figure) => column_type(figure.kind),
            None if column.ends_with("_on") => "TEXT",
            None => "INTEGER",
        };
        let figures = query::figures::kept(entity).iter().map(|column| (*column, kind_of(column)));
        let declared = entity.fields().iter().map(|field| (field.name, column_type(field.kind)));
        let expected: Vec<(String, String)> = common
            .into_iter()
            .chain(order)
            .chain(figures)
            .chain(declared)
            .map(|(name, kind)| (name.to_owned(), kind.to_owned()))
            .collect();
        // Columns that came later stand last, wherever a form shows them.
        let sorted = |mut columns: Vec<(String, String)>| {
            columns.sort();
            columns
        };
        assert_eq!(sorted(present), sorted(expected), "{}", entity.code());
    }
}

#[test]
fn every_link_is_a_foreign_key_to_its_entity() {
    let tried = Tried::new();
    let sql = tried.sql();
    for entity in Entity::ALL {
        let mut statement =
            sql.prepare(r#"SELECT "from", "table" FROM pragma_foreign_key_list(?1) ORDER BY 1"#).unwrap();
        let present: Vec<(String, String)> = statement
            .query_map([entity.code()], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let mut expected: Vec<(String, String)> = entity
            .fields()
            .iter()
            .filter_map(|field| {
                let target = field.kind.target()?;
                Some((field.name.to_owned(), target.code().to_owned()))
            })
            .collect();
        expected.sort();
        assert_eq!(present, expected, "{}", entity.code());
    }
}

#[test]
fn all_tables_are_strict() {
    let tried = Tried::new();
    let loose = "SELECT count(*) FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'";
    assert_eq!(tried.count(loose), 0);
}

/// The column type a field is declared with.
const fn column_type(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Number
        | FieldKind::Percent
        | FieldKind::Flag
        | FieldKind::Entry(_)
        | FieldKind::Link(_)
        | FieldKind::Any => "INTEGER",
        FieldKind::Line
        | FieldKind::Prose
        | FieldKind::Code
        | FieldKind::Phone
        | FieldKind::Date
        | FieldKind::Time
        | FieldKind::Choice(_)
        | FieldKind::Position => "TEXT",
    }
}

#[test]
fn a_store_without_a_column_that_was_declared_since_is_given_it() {
    let tried = Tried::new();
    let values = vec![("name", "جمعية الأحياء".into())];
    let body = tried.apply(Edit::Add { entity: Entity::Organisation, values }).record.unwrap();
    let Tried { store, clock_ms, folder } = tried;
    store.close().unwrap();
    let file = rusqlite::Connection::open(folder.path().join(folder::DATABASE)).unwrap();
    file.execute_batch("ALTER TABLE organisation DROP COLUMN amana; ALTER TABLE organisation DROP COLUMN scope;")
        .unwrap();
    drop(file);
    let tried = Tried::open(folder, clock_ms);
    tried.apply(set(body, vec![("scope", "أحياء الشمال".into())]));
    assert_eq!(tried.count("SELECT count(*) FROM organisation WHERE scope = 'أحياء الشمال' AND amana IS NULL"), 1);
    tried.apply(Edit::Undo);
    assert_eq!(tried.count("SELECT count(*) FROM organisation WHERE scope IS NULL"), 1);
}
