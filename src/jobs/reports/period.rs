//! What was done in a time, as the facts of its report.

use super::rows::{agreed, met};
use crate::documents::reports::{PeriodFacts, ReportHead, ShownRegulation, Told};
use crate::documents::without_signs;
use crate::domain::{Record, ReportPeriod};
use crate::error::Result;
use crate::jobs::minutes::outcome;
use crate::store::Store;
use crate::store::query::{OutcomeRow, PeriodOf, RecordPage, Told as ToldRows};

/// Everything the report tells.
pub(super) fn facts(store: &Store, period: ReportPeriod, head: ReportHead) -> Result<PeriodFacts> {
    let body: Option<Record> = period.body.map(crate::domain::OrganisationId::record);
    let body = match body {
        Some(record) => store.read(RecordPage { record })?.title,
        None => String::new(),
    };
    let view = store.read(PeriodOf { period, today: head.today })?;
    let told = |told: ToldRows<OutcomeRow>| Told { rows: told.rows.iter().map(outcome).collect(), left: told.left };
    Ok(PeriodFacts {
        from: period.from,
        until: period.until,
        body,
        meetings: view.meetings.iter().map(met).collect(),
        undated: view.undated,
        bodies: view.bodies,
        outcomes: view.outcomes.iter().map(outcome).collect(),
        done: told(view.done),
        overdue: told(view.overdue),
        partnerships: view.partnerships.iter().map(agreed).collect(),
        regulations: view
            .regulations
            .into_iter()
            .map(|(row, meeting_number)| ShownRegulation {
                title: without_signs(&row.title),
                instrument: row.instrument,
                effective_on: row.effective_on,
                meeting_number,
            })
            .collect(),
        head,
    })
}
