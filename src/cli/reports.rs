//! Reports and letters, written to a file.

use super::{LanguageChoice, LetterArguments, PaperArguments, PeriodArguments, meeting_called, print, warn};
use crate::arabic::{fold, to_ascii_digits};
use crate::calendar::{self, Calendar, Calendars, Date};
use crate::domain::{
    Entity, Honorific, Letter, NamedPeriod, OrganisationId, PartnershipId, Record, Report, ReportAsked, ReportPeriod,
    Settings, SheetFormat,
};
use crate::error::{Error, ErrorKind, Result};
use crate::jobs;
use crate::store::Store;
use crate::store::query::{AllSettings, GivenLabels, Named, Names};
use crate::strings::{Language, Tr};
use crate::tr;
use std::io::Read;
use std::path::Path;

/// The settings of the store, and the words in the language of its documents.
fn words(store: &Store, language: Option<LanguageChoice>) -> Result<(Settings, Tr)> {
    let mut settings = Settings::from_rows(&store.read(AllSettings)?);
    if language.is_some() {
        settings.papers.forget_languages();
    }
    let language = language.map_or(settings.language, Language::from);
    let words = Tr::new(language, settings.digits).relabelled(&store.read(GivenLabels)?);
    Ok((settings, words))
}

fn write(
    store: &Store,
    (report, format): (Report, SheetFormat),
    out: &Path,
    language: Option<LanguageChoice>,
    tr: &Tr,
) -> Result<()> {
    let (settings, words) = words(store, language)?;
    let asked = ReportAsked { report, format };
    jobs::report_file(store, &asked, (&settings, &words), Date::today(), Some(out))?;
    print(&tr!(tr, "cli-exported", file = out.display().to_string()))
}

/// The press item of a meeting, for that paper.
pub(super) fn press(
    store: &Store,
    paper: &PaperArguments,
    (outlet, tells_all, format): (&str, bool, SheetFormat),
    language: Option<LanguageChoice>,
    tr: &Tr,
) -> Result<()> {
    let meeting = meeting_called(store, &paper.meeting)?;
    let report = Report::Press { meeting, outlet: outlet.to_owned(), tells_all };
    write(store, (report, format), &paper.out, language, tr)?;
    let jobs::HeldBack { people, said } = jobs::held_back(store, meeting)?;
    if !tells_all && people + said > 0 {
        // Few sentences are no fault of the meeting: whoever reads them knows why.
        let names = tr!(tr, "press-held-names", count = people);
        let texts = tr!(tr, "press-held-texts", count = said);
        let parts: Vec<String> = [(people, names), (said, texts)]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(_, words)| words)
            .collect();
        warn(&tr!(tr, "cli-press-held-back", what = tr.list(&parts)));
    }
    Ok(())
}

/// The profile of a body.
pub(super) fn profile(
    store: &Store,
    body: &str,
    (format, out): (SheetFormat, &Path),
    language: Option<LanguageChoice>,
    tr: &Tr,
) -> Result<()> {
    let body = OrganisationId(called(store, &[Entity::Organisation], body)?.id);
    write(store, (Report::Profile(body), format), out, language, tr)
}

/// The record of a partnership.
pub(super) fn partnership(
    store: &Store,
    name: &str,
    (format, out): (SheetFormat, &Path),
    language: Option<LanguageChoice>,
    tr: &Tr,
) -> Result<()> {
    let partnership = PartnershipId(called(store, &[Entity::Partnership], name)?.id);
    write(store, (Report::Partnership(partnership), format), out, language, tr)
}

/// The goals of the Vision and what serves them.
pub(super) fn goals(
    store: &Store,
    (format, out): (SheetFormat, &Path),
    language: Option<LanguageChoice>,
    tr: &Tr,
) -> Result<()> {
    write(store, (Report::Goals, format), out, language, tr)
}

/// What was done in a time.
pub(super) fn period(
    store: &Store,
    asked: &PeriodArguments,
    format: SheetFormat,
    language: Option<LanguageChoice>,
    tr: &Tr,
) -> Result<()> {
    let today = Date::today();
    let settings = Settings::from_rows(&store.read(AllSettings)?);
    let body = asked.body.as_deref().map(|name| called(store, &[Entity::Organisation], name)).transpose()?;
    let (from, until) = days(asked, today, settings.calendars)?;
    let report = Report::Period(ReportPeriod { from, until, body: body.map(|body| OrganisationId(body.id)) });
    write(store, (report, format), &asked.out, language, tr)
}

/// The first and the last day that were meant: a named period, or two days; without either, the month before this one.
fn days(asked: &PeriodArguments, today: Date, calendars: Calendars) -> Result<(Date, Date)> {
    let calendar = match calendars {
        Calendars::HijriFirst | Calendars::Hijri => Calendar::Hijri,
        Calendars::GregorianFirst | Calendars::Gregorian => Calendar::Gregorian,
    };
    let calendar = asked.calendar.map_or(calendar, Into::into);
    let typed = |text: &Option<String>| text.as_deref().map(|text| calendar::parse(text, today)).transpose();
    let (from, until) = (typed(&asked.from)?, typed(&asked.until)?);
    if asked.period.is_some() || (from.is_none() && until.is_none()) {
        let named = asked.period.map_or(NamedPeriod::LastMonth, Into::into);
        let range = || Error::new(ErrorKind::DateOutOfRange(today.iso()), "");
        return named.days(today, calendar).ok_or_else(range);
    }
    let (from, until) = (from.unwrap_or(Date::MIN), until.unwrap_or(today));
    if until < from {
        return Err(Error::new(ErrorKind::PeriodReversed, ""));
    }
    Ok((from, until))
}

/// A letter whose text stands in a file, or comes on stdin.
pub(super) fn letter(
    store: &Store,
    asked: &LetterArguments,
    format: crate::domain::PaperFormat,
    language: Option<LanguageChoice>,
    tr: &Tr,
) -> Result<()> {
    let today = Date::today();
    let (settings, words) = words(store, language)?;
    let letter = Letter {
        to: called(store, &[Entity::Organisation, Entity::Person], &asked.to)?,
        number: asked.number.clone(),
        date: asked.date.as_deref().map(|text| calendar::parse(text, today)).transpose()?,
        attachments: asked.attachments.clone(),
        subject: asked.subject.clone(),
        text: text_of(&asked.text)?,
        signatory: asked.signed_by.clone(),
        signatory_post: asked.post.clone(),
        format,
    };
    jobs::letter_file(store, &letter, (&settings, &words), today, Some(&asked.out))?;
    print(&tr!(tr, "cli-exported", file = asked.out.display().to_string()))
}

/// A text in a file; `-` is stdin.
fn text_of(file: &Path) -> Result<String> {
    let unreadable = |error: std::io::Error| Error::new(ErrorKind::FileUnreadable(file.display().to_string()), error);
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(unreadable)?;
    } else {
        bytes = std::fs::read(file).map_err(unreadable)?;
    }
    let text =
        String::from_utf8(bytes).map_err(|_| Error::new(ErrorKind::FileNotText(file.display().to_string()), ""))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}

/// So many records of a name are told apart.
const MOST_ALIKE: usize = 8;

/// A name without the title before it: lists have one, and whoever types may.
fn untitled(name: &str) -> &str {
    let name = name.trim();
    let titles = Honorific::ALL.iter().flat_map(|title| [title.printed(), title.short()]);
    let mut rest = titles.filter_map(|title| name.strip_prefix(title)).filter(|rest| rest.starts_with(' '));
    rest.next().map_or(name, str::trim_start)
}

/// The record of that name or number, however it is spelt; by its other names too.
pub(super) fn called(store: &Store, entities: &[Entity], typed: &str) -> Result<Record> {
    let name = untitled(typed);
    let wanted = fold(to_ascii_digits(name.trim()).trim());
    let mut found: Vec<Named> = Vec::new();
    for entity in entities {
        found.extend(store.read(Names { entity: *entity, list: None, containing: name.trim().to_owned() })?);
    }
    let is = |text: &str| fold(to_ascii_digits(untitled(text)).trim()) == wanted;
    // Its own name goes before its other names, and those before what stands beside it: a body's people are known by the
    // body, and are not meant by whoever names it.
    let by: [&dyn Fn(&Named) -> bool; 3] =
        [&|named| is(&named.name), &|named| named.also.lines().any(is), &|named| is(&named.detail)];
    let exact = by.into_iter().map(|by| found.iter().filter(|named| by(named)).collect::<Vec<_>>());
    let chosen = exact.into_iter().find(|exact| !exact.is_empty()).unwrap_or_else(|| found.iter().collect());
    match chosen.as_slice() {
        [only] => Ok(only.record),
        [] => Err(Error::new(ErrorKind::NoSuchRecord(typed.to_owned()), "")),
        several => {
            let names: Vec<&str> = several.iter().take(MOST_ALIKE).map(|named| named.name.as_str()).collect();
            Err(Error::new(ErrorKind::SeveralRecords(names.join(" · ")), name))
        }
    }
}
