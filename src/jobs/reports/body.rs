//! A body's rows as the facts of its profile.

use super::rows::{agreed, belonging, by, cell, fields, files, held, honorific, met};
use crate::documents::minutes::Person;
use crate::documents::reports::{Holder, OtherName, ProfileFacts, ReportHead, Told};
use crate::domain::{AliasKind, Entity, OrganisationId, OrganisationKind, Settings};
use crate::error::Result;
use crate::jobs::minutes::outcome;
use crate::jobs::titles::Titles;
use crate::store::Store;
use crate::store::query::{Dealings, OutcomeRow, RecordPage, Sort, Told as ToldRows};
use crate::strings::Tr;

/// Everything the profile tells.
pub(super) fn facts(
    store: &Store,
    body: OrganisationId,
    head: ReportHead,
    (settings, tr): (&Settings, &Tr),
) -> Result<ProfileFacts> {
    let view = store.read(RecordPage { record: body.record() })?;
    let today = head.today;
    let aliases = belonging(store, (Entity::Alias, "organisation"), body.0, &[by("ends_on"), by("name")], today)?;
    let names = aliases.rows.iter().map(|row| OtherName {
        name: cell(&aliases, row, "name").text().to_owned(),
        kind: AliasKind::from_code(cell(&aliases, row, "kind").text()),
        from: cell(&aliases, row, "starts_on").date(),
        until: cell(&aliases, row, "ends_on").date(),
    });
    let units = belonging(store, (Entity::Organisation, "parent"), body.0, &[by("name")], today)?;
    let dealings = store.read(Dealings { organisation: body })?;
    let told = |told: ToldRows<OutcomeRow>| Told { rows: told.rows.iter().map(outcome).collect(), left: told.left };
    let kind = OrganisationKind::from_code(&view.kind).unwrap_or(OrganisationKind::Other);
    Ok(ProfileFacts {
        name: held(&view, "name").text().to_owned(),
        is_licensed: Entity::Organisation.field("licence").is_some_and(|field| field.is_of(Some(kind.code()))),
        fields: fields(&view, &Titles::all(store)?, tr),
        names: names.collect(),
        people: people(store, body, &head, settings)?,
        units: units.rows.iter().map(|row| row.title.clone()).collect(),
        theirs: told(dealings.theirs),
        ours: told(dealings.ours),
        partnerships: dealings.partnerships.iter().map(agreed).collect(),
        meetings: dealings.meetings.rows.iter().map(met).collect(),
        meetings_left: dealings.meetings.left,
        proposals: told(dealings.proposals),
        challenges: told(dealings.challenges),
        documents: files(store, body.record())?,
        head,
    })
}

/// Who is of it now, then who held a post there before.
fn people(store: &Store, body: OrganisationId, head: &ReportHead, settings: &Settings) -> Result<Vec<Holder>> {
    let now = belonging(store, (Entity::Person, "organisation"), body.0, &[by("name")], head.today)?;
    let mut people: Vec<Holder> = now
        .rows
        .iter()
        .map(|row| {
            let text = |name: &str| cell(&now, row, name).text().to_owned();
            Holder {
                person: Person {
                    honorific: honorific(&text("honorific"), settings),
                    gender: None,
                    name: text("name"),
                    post: text("post"),
                    organisation: String::new(),
                },
                from: cell(&now, row, "post_since").date(),
                until: None,
                is_present: true,
                phone: text("phone"),
                email: text("email"),
            }
        })
        .collect();
    let latest = Sort { field: "ends_on", is_descending: true };
    let earlier = belonging(store, (Entity::Post, "organisation"), body.0, &[latest], head.today)?;
    let titles = Titles::all(store)?;
    people.extend(earlier.rows.iter().map(|row| Holder {
        person: Person {
            post: cell(&earlier, row, "title").text().to_owned(),
            organisation: String::new(),
            ..titles.person(&cell(&earlier, row, "person"), settings)
        },
        from: cell(&earlier, row, "starts_on").date(),
        until: cell(&earlier, row, "ends_on").date(),
        ..Holder::default()
    }));
    Ok(people)
}
