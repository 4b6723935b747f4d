//! The words that a register is narrowed by: looked up row by row where they stand in little, gathered as a set where they
//! stand in much.

use super::Which;
use crate::domain::Value;
use crate::error::Result;
use crate::store::Reader;
use crate::store::query::filter::Filter;
use crate::store::query::naming;
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, ValueRef};
use std::rc::Rc;

/// What a question gives to its SQL.
#[derive(Clone, Debug)]
pub(super) enum Parameter {
    /// A value.
    Value(Value),
    /// A set of ids, for `among`.
    Set(Rc<[u8]>),
}

impl From<Value> for Parameter {
    fn from(value: Value) -> Self {
        Self::Value(value)
    }
}

impl ToSql for Parameter {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::Value(value) => value.to_sql(),
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
    pub fn of(reader: &Reader<'_>, which: &Which) -> Result<Self> {
        if which.containing.trim().is_empty() {
            return Ok(Self::default());
        }
        let references = naming::references(which.entity);
        let references: Vec<_> = references.iter().map(|(entity, sql)| (*entity, sql.as_str())).collect();
        let filter = Filter::new(reader.sql, which.entity, &which.containing, &references, 1)?;
        if !filter.is_broad {
            let parameters = filter.parameters.into_iter().map(|text| Value::Text(text).into()).collect();
            return Ok(Self { sql: filter.sql, parameters, is_set: false });
        }
        let set = Parameter::Set(filter.hits(reader.sql)?.shared());
        let sql = format!(" AND among(?1, {}.id)", which.entity.code());
        Ok(Self { sql, parameters: vec![set], is_set: true })
    }

    pub const fn is_empty(&self) -> bool {
        self.sql.is_empty()
    }
}
