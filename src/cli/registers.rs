//! A register with all its fields, written to a file.

use super::{LanguageChoice, RegisterChoice, print};
use crate::calendar::Date;
use crate::domain::{Entity, OutcomeKind, Settings, SheetFormat};
use crate::error::Result;
use crate::jobs::{self, RegisterAsked};
use crate::store::Store;
use crate::store::query::{AllSettings, GivenLabels, IS_CLOSED, Sort, Which};
use crate::strings::{Language, Tr};
use crate::tr;
use std::path::Path;

pub(super) fn export(
    store: &Store,
    of: RegisterChoice,
    format: SheetFormat,
    out: &Path,
    language: Option<LanguageChoice>,
    tr: &Tr,
) -> Result<()> {
    let mut settings = Settings::from_rows(&store.read(AllSettings)?);
    if language.is_some() {
        settings.papers.forget_languages();
    }
    let language = language.map_or(settings.language, Language::from);
    let words = Tr::new(language, settings.digits).relabelled(&store.read(GivenLabels)?);
    let today = Date::today();
    let (title, which) = register(of, today);
    let columns = jobs::all_columns(&which);
    let asked = RegisterAsked { title_key: title.to_owned(), which, columns, format };
    let rows = jobs::write_register(store, &asked, (&settings, &words), today, out)?;
    print(&tr!(tr, "cli-exported-rows", count = rows, file = out.display().to_string()))
}

/// The key of its name, and which rows it has in which order.
fn register(of: RegisterChoice, today: Date) -> (&'static str, Which) {
    let up = |field| Sort { field, is_descending: false };
    let down = |field| Sort { field, is_descending: true };
    let outcomes = |kinds: &[OutcomeKind]| kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>();
    let owed = [OutcomeKind::FollowUp, OutcomeKind::Recommendation, OutcomeKind::Decision, OutcomeKind::Obligation];
    let open_first = || vec![up(IS_CLOSED), up("due")];
    let (title, entity, kinds, order) = match of {
        RegisterChoice::FollowUps => ("screen-follow-ups", Entity::Outcome, outcomes(&owed), open_first()),
        RegisterChoice::Proposals => {
            let kinds = outcomes(&[OutcomeKind::Initiative, OutcomeKind::Proposal]);
            ("screen-proposals", Entity::Outcome, kinds, open_first())
        }
        RegisterChoice::Challenges => {
            let kinds = outcomes(&[OutcomeKind::Challenge, OutcomeKind::Opportunity]);
            ("screen-challenges", Entity::Outcome, kinds, open_first())
        }
        RegisterChoice::Meetings => {
            ("screen-meetings", Entity::Meeting, Vec::new(), vec![down("date"), down("start_time")])
        }
        RegisterChoice::Partnerships => ("screen-partnerships", Entity::Partnership, Vec::new(), vec![up("ends_on")]),
        RegisterChoice::Regulations => ("screen-regulations", Entity::Regulation, Vec::new(), vec![down("issued_on")]),
        RegisterChoice::Organisations => ("screen-organisations", Entity::Organisation, Vec::new(), vec![up("name")]),
        RegisterChoice::People => ("screen-people", Entity::Person, Vec::new(), vec![up("name")]),
    };
    (title, Which { entity, kinds, conditions: Vec::new(), containing: String::new(), order, today })
}
