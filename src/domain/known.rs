//! What a store knows already, as far as a list that comes in has to be held against it.

/// All of it; plain, so that judging a list needs no store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The bodies.
    pub bodies: Vec<KnownBody>,
    /// The people.
    pub people: Vec<KnownPerson>,
    /// The entries of the editable lists.
    pub entries: Vec<KnownEntry>,
    /// The outcomes, where the list is one of outcomes.
    pub outcomes: Vec<KnownOutcome>,
    /// The meetings, where the list may speak of them.
    pub meetings: Vec<KnownMeeting>,
}

/// A body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownBody {
    /// Its row.
    pub id: i64,
    /// Its name first, then its short and its other names.
    pub names: Vec<String>,
    /// Its licence.
    pub licence: String,
}

/// Somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownPerson {
    /// Their row.
    pub id: i64,
    /// Their name first, then their other names.
    pub names: Vec<String>,
    /// Where they work.
    pub organisation: Option<i64>,
    /// Their phone.
    pub phone: String,
    /// Their e-mail.
    pub email: String,
}

/// An entry of an editable list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownEntry {
    /// Its row.
    pub id: i64,
    /// The code of its list.
    pub list: String,
    /// Its names, the Arabic one first.
    pub names: Vec<String>,
}

/// An outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownOutcome {
    /// Its row.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// What it says.
    pub text: String,
    /// Whose it is.
    pub organisation: Option<i64>,
    /// It belongs to approved minutes.
    pub is_approved: bool,
    /// It is in the bin, and keeps its number there.
    pub is_deleted: bool,
}

/// A meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownMeeting {
    /// Its row.
    pub id: i64,
    /// Its number.
    pub number: String,
    /// That of its minutes.
    pub minutes_number: String,
    /// What it is called.
    pub title: String,
    /// Its day in ISO form.
    pub date: String,
    /// Its minutes are approved.
    pub is_approved: bool,
    /// It is in the bin, and keeps its number there.
    pub is_deleted: bool,
}
