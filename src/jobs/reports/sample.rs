//! Reports to look at a template with: of what the store has, or of invented records where it has none.

use super::{Dress, head, report_document, reports};
use crate::calendar::Date;
use crate::documents::Document;
use crate::documents::reports::{PartnershipFacts, ProfileFacts, Told};
use crate::domain::{Entity, OrganisationId, PartnershipId, Report, ReportPeriod, Settings, TemplateKind};
use crate::error::Result;
use crate::store::Store;
use crate::store::query::{RecordList, Which};
use crate::strings::Tr;
use crate::tr;

/// So many days back lies the beginning of a report's time.
const DAYS: i64 = 30;

/// A report of that sort, in the form of its template.
///
/// # Errors
/// The store can't be read.
pub(in crate::jobs) fn sample(
    store: &Store,
    kind: TemplateKind,
    (settings, tr): (&Settings, &Tr),
    today: Date,
) -> Result<Document> {
    let of = |report: Report| Ok(report_document(store, &report, (settings, tr), today)?.1);
    let dress = || Dress::new(kind, settings, store.folder());
    let calendars = settings.calendars;
    match kind {
        TemplateKind::Profile => match first(store, Entity::Organisation, today)? {
            Some(id) => of(Report::Profile(OrganisationId(id))),
            None => {
                let facts = |tr: &Tr| ProfileFacts {
                    head: head(settings, store.folder(), today),
                    name: tr!(tr, "template-sample-body"),
                    is_licensed: true,
                    fields: Vec::new(),
                    names: Vec::new(),
                    people: Vec::new(),
                    units: Vec::new(),
                    theirs: Told::default(),
                    ours: Told::default(),
                    partnerships: Vec::new(),
                    meetings: Vec::new(),
                    meetings_left: 0,
                    proposals: Told::default(),
                    challenges: Told::default(),
                    documents: Vec::new(),
                };
                Ok(dress().document(tr, |tr| reports::profile(&facts(tr), tr, calendars)))
            }
        },
        TemplateKind::Partnership => match first(store, Entity::Partnership, today)? {
            Some(id) => of(Report::Partnership(PartnershipId(id))),
            None => {
                let facts = |tr: &Tr| PartnershipFacts {
                    head: head(settings, store.folder(), today),
                    title: tr!(tr, "template-sample-item-1"),
                    number: String::new(),
                    agreement: String::new(),
                    status: None,
                    purpose: tr!(tr, "template-sample-purpose"),
                    from: Some(today),
                    until: None,
                    renews_itself: None,
                    notice_days: None,
                    fields: Vec::new(),
                    parties: Vec::new(),
                    obligations: Vec::new(),
                    team: Vec::new(),
                    goals: Vec::new(),
                    progress: Vec::new(),
                    documents: Vec::new(),
                };
                Ok(dress().document(tr, |tr| reports::partnership_record(&facts(tr), tr, calendars)))
            }
        },
        TemplateKind::Goals => of(Report::Goals),
        TemplateKind::Period
        | TemplateKind::Minutes
        | TemplateKind::Addendum
        | TemplateKind::Agenda
        | TemplateKind::Invitation
        | TemplateKind::Letter
        | TemplateKind::SigningSheet
        | TemplateKind::Preparation
        | TemplateKind::PressItem
        | TemplateKind::Register => {
            let from = today.add_days(-DAYS).unwrap_or(today);
            of(Report::Period(ReportPeriod { from, until: today, body: None }))
        }
    }
}

/// The first record of an entity.
fn first(store: &Store, entity: Entity, today: Date) -> Result<Option<i64>> {
    let which = Which {
        entity,
        kinds: Vec::new(),
        conditions: Vec::new(),
        containing: String::new(),
        order: Vec::new(),
        today,
    };
    let rows = store.read(RecordList { which, columns: Vec::new(), first: 0, count: 1 })?.rows;
    Ok(rows.first().map(|row| row.record.id))
}
