//! The words that a list is narrowed by: looked up row by row where they stand in little, gathered as a set where they stand
//! in much.

use super::filter::{Filter, Reference};
use crate::domain::{Entity, Value};
use crate::error::Result;
use crate::store::Reader;
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use std::rc::Rc;

/// What a question gives to its SQL.
#[derive(Clone, Debug)]
pub(super) enum Parameter {
    /// A value.
    Value(Value),
    /// What was read as it is stored.
    Stored(SqlValue),
    /// A set of ids, for `among`.
    Set(Rc<[u8]>),
}

impl From<Value> for Parameter {
    fn from(value: Value) -> Self {
        Self::Value(value)
    }
}

impl From<SqlValue> for Parameter {
    fn from(value: SqlValue) -> Self {
        Self::Stored(value)
    }
}

impl ToSql for Parameter {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Value(value) => value.to_sql(),
            Self::Stored(value) => value.to_sql(),
            Self::Set(set) => Ok(ToSqlOutput::Borrowed(ValueRef::Blob(set))),
        }
    }
}

/// The words of a question as a condition; its parameters come before all others.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// Begins with ` AND` when there are any.
    pub sql: String,
    pub parameters: Vec<Parameter>,
    /// They stand in so much that they are a set.
    pub is_set: bool,
}

impl Words {
    /// Those of a list of an entity, which may also stand in what it refers to.
    pub fn of(reader: &Reader<'_>, entity: Entity, containing: &str, references: &[Reference<'_>]) -> Result<Self> {
        if containing.trim().is_empty() {
            return Ok(Self::default());
        }
        let filter = Filter::new(reader.sql, entity, containing, references, 1)?;
        if !filter.is_broad {
            let parameters = filter.parameters.into_iter().map(|text| Value::Text(text).into()).collect();
            return Ok(Self { sql: filter.sql, parameters, is_set: false });
        }
        let set = Parameter::Set(filter.hits(reader.sql)?.shared());
        Ok(Self { sql: format!(" AND among(?1, {}.id)", entity.code()), parameters: vec![set], is_set: true })
    }

    pub const fn is_empty(&self) -> bool {
        self.sql.is_empty()
    }
}
