//! A list that comes in can be called off until all of it is written.

use super::*;
use crate::domain::{ImportTo, Imported, ImportedRow};
use crate::store::watch::ImportWatch;
use std::sync::{Arc, OnceLock};

#[test]
fn a_list_called_off_after_its_last_row_leaves_nothing() {
    let tried = Tried::new();
    let row = |number| ImportedRow {
        to: ImportTo::New,
        values: vec![("name", format!("جمعية السنابل {number}").into())],
        links: Vec::new(),
        staff: Vec::new(),
    };
    // Whoever watches is woken at every 200th row: here with the last one, while the search index is still to be written.
    let imported = Imported { entity: Entity::Organisation, names: Vec::new(), rows: (0..200).map(row).collect() };
    let watch = Arc::new(OnceLock::<ImportWatch>::new());
    let told = Arc::clone(&watch);
    let waker = Arc::new(move || told.get().expect("it is watched").cancel());
    let watch = watch.get_or_init(|| ImportWatch::new(waker)).clone();
    let edit = Edit::Import { imported: imported.into(), watch: watch.clone() };
    assert_eq!(tried.refused(edit), ErrorKind::ImportCancelled);
    assert_eq!(watch.done(), 200);
    assert_eq!(tried.count("SELECT count(*) FROM organisation"), 0);
}
