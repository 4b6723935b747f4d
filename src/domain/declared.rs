//! Where each entity declares its fields, once, in the order of its form. One line is one field of form, table, filter,
//! change log, search, import and export; [`super::fields`] says what a line means.

use super::codes::MOVED;
use super::fields::{Field, FieldKind, body, field, title};
use super::names::HONORIFICS;
use super::{
    AddendumKind, AgendaState, AliasKind, AttendanceStatus, BlockKind, Confidentiality, DocumentKind, Entity,
    EntryList, Gender, LinkKind, MeetingKind, MeetingMode, MeetingStatus, MinutesState, OrganisationKind, OutcomeKind,
    OutcomeStatus, Priority, ReviewState, Role, Severity, Side,
};

const MEETING_LINK: FieldKind = FieldKind::Link(Entity::Meeting);
const PERSON_LINK: FieldKind = FieldKind::Link(Entity::Person);
const ORGANISATION_LINK: FieldKind = FieldKind::Link(Entity::Organisation);
const POSITION: Field = field("position", FieldKind::Position).kept();
const STATUS: Field = field("status", FieldKind::Choice(&OutcomeStatus::CHOICES));

pub(super) const ENTRY: &[Field] = &[
    field("list", FieldKind::Choice(&EntryList::CHOICES)).required(),
    title("name", FieldKind::Line).required(),
    title("name_en", FieldKind::Line),
    field("parent", FieldKind::Link(Entity::Entry)),
    field("code", FieldKind::Code).kept(),
    POSITION,
    field("is_hidden", FieldKind::Flag),
];

pub(super) const ORGANISATION: &[Field] = &[
    title("name", FieldKind::Line).required(),
    title("short_name", FieldKind::Line),
    title("name_en", FieldKind::Line),
    field("kind", FieldKind::Choice(&OrganisationKind::CHOICES)),
    field("parent", ORGANISATION_LINK),
    field("region", FieldKind::Entry(EntryList::Region)),
    field("governorate", FieldKind::Entry(EntryList::Governorate)),
    // In whose area it works.
    field("amana", FieldKind::Entry(EntryList::Amana)),
    body("city", FieldKind::Line),
    body("address", FieldKind::Line),
    body("phone", FieldKind::Phone),
    body("email", FieldKind::Code),
    field("website", FieldKind::Code),
    field("contact", PERSON_LINK),
    body("licence", FieldKind::Code).only(NGOS),
    field("licensed_on", FieldKind::Date).only(NGOS),
    field("licence_ends_on", FieldKind::Date).only(NGOS),
    field("unified_number", FieldKind::Code).only(NGOS),
    field("class", FieldKind::Entry(EntryList::NgoClass)).only(NGOS),
    field("supervisor", ORGANISATION_LINK).only(NGOS),
    body("scope", FieldKind::Line).only(NGOS),
    field("chair", PERSON_LINK).only(NGOS),
    field("director", PERSON_LINK).only(NGOS),
    field("board_ends_on", FieldKind::Date).only(NGOS),
    body("beneficiaries", FieldKind::Line).only(NGOS),
    field("governance_percent", FieldKind::Percent).only(NGOS),
    field("has_premises", FieldKind::Flag).only(NGOS),
    field("precedence", FieldKind::Number),
    body("notes", FieldKind::Prose),
];

/// The kinds that are licensed by the centre for the non-profit sector.
const NGOS: &[&str] = &[
    OrganisationKind::Ngo.code(),
    OrganisationKind::Foundation.code(),
    OrganisationKind::FamilyFund.code(),
    OrganisationKind::Cooperative.code(),
    OrganisationKind::Council.code(),
];

pub(super) const ALIAS: &[Field] = &[
    // Of the one or of the other.
    field("organisation", ORGANISATION_LINK),
    field("person", PERSON_LINK),
    title("name", FieldKind::Line).required(),
    field("kind", FieldKind::Choice(&AliasKind::CHOICES)),
    field("starts_on", FieldKind::Date),
    field("ends_on", FieldKind::Date),
];

pub(super) const PERSON: &[Field] = &[
    title("name", FieldKind::Line).required(),
    field("honorific", FieldKind::Choice(&HONORIFICS)),
    title("name_en", FieldKind::Line),
    field("gender", FieldKind::Choice(&Gender::CHOICES)),
    body("post", FieldKind::Line),
    field("organisation", ORGANISATION_LINK),
    field("post_level", FieldKind::Entry(EntryList::PostLevel)),
    // The first day of the present post; those before it are periods of their own.
    field("post_since", FieldKind::Date),
    body("phone", FieldKind::Phone),
    body("email", FieldKind::Code),
    field("is_contact", FieldKind::Flag),
    field("may_be_named", FieldKind::Flag),
    field("consented_on", FieldKind::Date),
    field("keep_until", FieldKind::Date),
    body("notes", FieldKind::Prose),
];

pub(super) const POST: &[Field] = &[
    field("person", PERSON_LINK).required(),
    body("title", FieldKind::Line).required(),
    field("organisation", ORGANISATION_LINK),
    field("level", FieldKind::Entry(EntryList::PostLevel)),
    field("starts_on", FieldKind::Date),
    field("ends_on", FieldKind::Date),
];

pub(super) const SERIES: &[Field] = &[
    title("title", FieldKind::Line).required(),
    field("kind", FieldKind::Choice(&MeetingKind::CHOICES)),
    field("organisation", ORGANISATION_LINK),
    // A [`super::Rule`] as it is stored.
    field("repeats", FieldKind::Code),
    field("start_time", FieldKind::Time),
    field("end_time", FieldKind::Time),
    field("mode", FieldKind::Choice(&MeetingMode::CHOICES)),
    body("venue", FieldKind::Line),
    body("city", FieldKind::Line),
    field("chair", PERSON_LINK),
    field("secretary", PERSON_LINK),
    field("is_ended", FieldKind::Flag),
    // Meetings begin as it says, and are none of it: a template.
    field("is_template", FieldKind::Flag),
    body("notes", FieldKind::Prose),
];

pub(super) const MEETING: &[Field] = &[
    title("title", FieldKind::Line).required(),
    title("number", FieldKind::Code),
    field("kind", FieldKind::Choice(&MeetingKind::CHOICES)),
    body("purpose", FieldKind::Prose),
    field("date", FieldKind::Date),
    // When it is to begin; and when it did, which its minutes tell.
    field("start_time", FieldKind::Time),
    field("began_at", FieldKind::Time),
    field("end_time", FieldKind::Time),
    field("mode", FieldKind::Choice(&MeetingMode::CHOICES)),
    body("venue", FieldKind::Line).suggested_by(EntryList::Place),
    body("city", FieldKind::Line),
    field("chair", PERSON_LINK),
    field("secretary", PERSON_LINK),
    field("series", FieldKind::Link(Entity::Series)),
    field("status", FieldKind::Choice(&MeetingStatus::CHOICES)),
    field("confidentiality", FieldKind::Choice(&Confidentiality::CHOICES)),
    field("next_date", FieldKind::Date),
    body("other_business", FieldKind::Prose),
    // The minutes' own number, given at approval; from then on the meeting can only be read.
    title("minutes_number", FieldKind::Code).kept(),
    field("approved_on", FieldKind::Date).kept(),
    // Names what the approved minutes say, word for word; and where they stand until they are approved.
    field("content_hash", FieldKind::Code).kept(),
    field("review", FieldKind::Choice(&MinutesState::CHOICES)).kept(),
    // A [`super::MinutesLayout`] as it is stored.
    field("layout", FieldKind::Prose).kept(),
    // The running clock: Unix seconds when it was last started, and what had run before.
    field("running_since", FieldKind::Number).kept(),
    field("ran_seconds", FieldKind::Number).kept(),
    // The pasted text it was taken from, and what names that text.
    field("source_text", FieldKind::Prose).kept(),
    field("source_hash", FieldKind::Code).kept(),
];

pub(super) const PARTNERSHIP: &[Field] = &[
    title("title", FieldKind::Line).required(),
    title("number", FieldKind::Code),
    field("agreement", FieldKind::Entry(EntryList::Agreement)),
    STATUS,
    body("purpose", FieldKind::Prose),
    field("starts_on", FieldKind::Date),
    field("ends_on", FieldKind::Date),
    field("renews_itself", FieldKind::Flag),
    field("notice_days", FieldKind::Number),
    field("person", PERSON_LINK),
    field("meeting", MEETING_LINK),
    field("outcome", FieldKind::Link(Entity::Outcome)),
    body("sponsor", FieldKind::Line),
    field("budget", FieldKind::Number),
    body("notes", FieldKind::Prose),
];

pub(super) const PARTY: &[Field] = &[
    field("meeting", MEETING_LINK),
    field("partnership", FieldKind::Link(Entity::Partnership)),
    // Of a template: with these its meetings begin.
    field("series", FieldKind::Link(Entity::Series)).kept(),
    field("organisation", ORGANISATION_LINK),
    body("group_name", FieldKind::Line),
    field("group_count", FieldKind::Number),
    field("side", FieldKind::Choice(&Side::CHOICES)),
    field("signatory", PERSON_LINK),
    // As it was when it was signed, also when they move later.
    body("signatory_post", FieldKind::Line),
    POSITION,
];

pub(super) const AGENDA_ITEM: &[Field] = &[
    field("meeting", MEETING_LINK),
    // Of a standing item: with these the meetings of the series start.
    field("series", FieldKind::Link(Entity::Series)).kept(),
    POSITION,
    body("title", FieldKind::Line).required(),
    field("presenter", PERSON_LINK),
    field("planned_minutes", FieldKind::Number),
    field("state", FieldKind::Choice(&AgendaState::CHOICES)),
    // What the minutes say of it in place of its notes.
    body("wording", FieldKind::Prose).kept(),
    field("running_since", FieldKind::Number).kept(),
    field("ran_seconds", FieldKind::Number).kept(),
];

pub(super) const ATTENDANCE: &[Field] = &[
    field("meeting", MEETING_LINK).required(),
    POSITION,
    field("person", PERSON_LINK),
    // The post and the body of the day, also when they move later.
    field("post", FieldKind::Line),
    field("organisation", ORGANISATION_LINK),
    body("group_name", FieldKind::Line),
    field("group_count", FieldKind::Number),
    field("role", FieldKind::Choice(&Role::CHOICES)),
    field("status", FieldKind::Choice(&AttendanceStatus::CHOICES)),
    field("deputises", PERSON_LINK),
    field("came_at", FieldKind::Time),
    field("left_at", FieldKind::Time),
    field("excuse", FieldKind::Line),
];

/// What somebody owes by a day.
const TASKS: &[&str] = &[
    OutcomeKind::FollowUp.code(),
    OutcomeKind::Decision.code(),
    OutcomeKind::Recommendation.code(),
    OutcomeKind::Obligation.code(),
];
const PROPOSALS: &[&str] = &[OutcomeKind::Proposal.code(), OutcomeKind::Initiative.code()];
const OBLIGATION: &[&str] = &[OutcomeKind::Obligation.code()];
const CHALLENGE: &[&str] = &[OutcomeKind::Challenge.code()];
const OPPORTUNITY: &[&str] = &[OutcomeKind::Opportunity.code()];

pub(super) const OUTCOME: &[Field] = &[
    field("kind", FieldKind::Choice(&OutcomeKind::CHOICES)).required(),
    title("number", FieldKind::Code),
    title("text", FieldKind::Line).required(),
    body("details", FieldKind::Prose),
    field("meeting", MEETING_LINK),
    field("agenda_item", FieldKind::Link(Entity::AgendaItem)).kept(),
    field("partnership", FieldKind::Link(Entity::Partnership)).only(OBLIGATION),
    field("person", PERSON_LINK),
    field("organisation", ORGANISATION_LINK),
    field("support", ORGANISATION_LINK).only(TASKS),
    body("area", FieldKind::Line),
    field("challenge_class", FieldKind::Entry(EntryList::ChallengeClass)).only(CHALLENGE),
    field("opportunity_class", FieldKind::Entry(EntryList::OpportunityClass)).only(OPPORTUNITY),
    field("severity", FieldKind::Choice(&Severity::CHOICES)).only(CHALLENGE),
    body("causes", FieldKind::Prose).only(CHALLENGE),
    body("treatment", FieldKind::Prose).only(CHALLENGE),
    field("escalated_to", ORGANISATION_LINK).only(CHALLENGE),
    body("beneficiaries", FieldKind::Line).only(PROPOSALS),
    field("cost", FieldKind::Number).only(PROPOSALS),
    field("starts_on", FieldKind::Date).only(PROPOSALS),
    field("due", FieldKind::Date),
    STATUS,
    field("priority", FieldKind::Choice(&Priority::CHOICES)),
    field("percent", FieldKind::Percent),
    body("obstacles", FieldKind::Prose).only(TASKS),
    body("support_needed", FieldKind::Prose).only(TASKS),
    body("resolution", FieldKind::Line).only(PROPOSALS),
    field("done_on", FieldKind::Date),
    field("carried", FieldKind::Number).only(TASKS).kept(),
    field("may_be_published", FieldKind::Flag),
];

pub(super) const BLOCK: &[Field] = &[
    field("meeting", MEETING_LINK).required(),
    field("agenda_item", FieldKind::Link(Entity::AgendaItem)),
    POSITION,
    body("body", FieldKind::Prose),
    field("outcome", FieldKind::Link(Entity::Outcome)),
    field("regulation", FieldKind::Link(Entity::Regulation)),
    // What is private stands in no document; of a quote it is known who said it.
    field("kind", FieldKind::Choice(&BlockKind::CHOICES)),
    field("speaker", PERSON_LINK).only(QUOTES),
    field("may_be_published", FieldKind::Flag).only(QUOTES),
    // A [`super::LineTimes`] as it is stored.
    field("line_times", FieldKind::Prose).kept(),
];

const QUOTES: &[&str] = &[BlockKind::Quote.code()];

pub(super) const REGULATION: &[Field] = &[
    title("title", FieldKind::Line).required(),
    title("number", FieldKind::Code),
    field("instrument", FieldKind::Entry(EntryList::Instrument)),
    body("instrument_number", FieldKind::Code),
    field("organisation", ORGANISATION_LINK),
    STATUS,
    field("review", FieldKind::Choice(&ReviewState::CHOICES)),
    field("issued_on", FieldKind::Date),
    field("effective_on", FieldKind::Date),
    body("summary", FieldKind::Prose),
    body("impact", FieldKind::Prose),
    body("required_action", FieldKind::Prose),
    field("due", FieldKind::Date),
    field("address", FieldKind::Code),
];

pub(super) const PROGRESS: &[Field] = &[
    field("subject", FieldKind::Any).required(),
    field("day", FieldKind::Date),
    field("person", PERSON_LINK),
    body("text", FieldKind::Prose),
    field("from_status", FieldKind::Choice(&MOVED)).kept(),
    field("to_status", FieldKind::Choice(&MOVED)).kept(),
    field("percent", FieldKind::Percent),
    // What stood in the way then.
    body("obstacles", FieldKind::Prose),
    // Names what minutes said when they were handed on, returned, approved.
    field("content", FieldKind::Code).kept(),
];

pub(super) const LINK: &[Field] = &[
    field("source", FieldKind::Any).required(),
    field("kind", FieldKind::Choice(&LinkKind::CHOICES)).required(),
    field("target", FieldKind::Any).required(),
    // A remark.
    title("note", FieldKind::Line),
];

pub(super) const DOCUMENT: &[Field] = &[
    field("subject", FieldKind::Any).required(),
    title("name", FieldKind::Line).required(),
    field("kind", FieldKind::Choice(&DocumentKind::CHOICES)),
    field("day", FieldKind::Date),
    field("ends_on", FieldKind::Date),
    field("confidentiality", FieldKind::Choice(&Confidentiality::CHOICES)),
    body("notes", FieldKind::Line),
    // As the file was called when it came; it is opened and copied out under this name.
    body("file_name", FieldKind::Line).kept(),
    // The file's content by its BLAKE3 hash in hexadecimal digits: equal files are kept once.
    field("hash", FieldKind::Code).kept(),
    field("bytes", FieldKind::Number).kept(),
];

pub(super) const RESERVATION: &[Field] = &[
    field("outcome", FieldKind::Link(Entity::Outcome)).required(),
    field("person", PERSON_LINK).required(),
    body("text", FieldKind::Prose).required(),
];

pub(super) const ADDENDUM: &[Field] = &[
    field("meeting", MEETING_LINK).required(),
    field("kind", FieldKind::Choice(&AddendumKind::CHOICES)),
    body("text", FieldKind::Prose).required(),
    // Given at approval; from then on it can only be read.
    title("number", FieldKind::Code).kept(),
    field("approved_on", FieldKind::Date).kept(),
    field("content_hash", FieldKind::Code).kept(),
    field("review", FieldKind::Choice(&MinutesState::CHOICES)).kept(),
];

/// The fields in which something ends, each behind the one in which it begins: what ends does not end before it begins.
/// [`super::check`] says how a pair is looked at.
pub(super) const PERIODS: &[(Entity, &str, &str)] = &[
    (Entity::Organisation, "licensed_on", "licence_ends_on"),
    (Entity::Alias, "starts_on", "ends_on"),
    (Entity::Post, "starts_on", "ends_on"),
    (Entity::Series, "start_time", "end_time"),
    (Entity::Meeting, "start_time", "end_time"),
    (Entity::Partnership, "starts_on", "ends_on"),
    (Entity::Attendance, "came_at", "left_at"),
    (Entity::Outcome, "starts_on", "due"),
    (Entity::Document, "day", "ends_on"),
];

pub(super) const SETTING: &[Field] = &[field("key", FieldKind::Code), field("value", FieldKind::Prose)];
