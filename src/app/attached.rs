//! Files that could not be attached while the person looks at something else: said in passing. Their own page shows them
//! until they are tried again or dismissed.

use super::App;
use crate::domain::{Entity, MeetingId, Record};
use crate::screens::Route;
use crate::store::AttachState;

impl App {
    /// Says which files could not be attached to a record that is not shown.
    pub(super) fn tell_unattached(&mut self) {
        let items = self.store.attaching();
        self.told.retain(|told| items.iter().any(|item| item.id == *told));
        for item in items {
            let AttachState::Failed(error) = item.state else {
                self.told.retain(|told| *told != item.id);
                continue;
            };
            if self.told.contains(&item.id) {
                continue;
            }
            self.told.push(item.id);
            if self.route != page_of(item.subject) {
                self.toasts.fail(error.message(&self.tr));
            }
        }
    }
}

fn page_of(record: Record) -> Route {
    if record.entity == Entity::Meeting { Route::Meeting(MeetingId(record.id)) } else { Route::Record(record) }
}
