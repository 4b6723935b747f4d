-- The registers of the whole work: what a body, a person, a meeting and an outcome are known by beyond the first version,
-- and the records that came with them. Columns that are added stand last here, wherever a form shows them.

CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    list TEXT,
    name TEXT,
    name_en TEXT,
    parent INTEGER REFERENCES entry (id),
    code TEXT,
    position TEXT,
    is_hidden INTEGER
) STRICT;

CREATE TABLE alias (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    organisation INTEGER REFERENCES organisation (id),
    name TEXT,
    kind TEXT,
    starts_on TEXT,
    ends_on TEXT
) STRICT;

CREATE TABLE post (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    person INTEGER REFERENCES person (id),
    title TEXT,
    organisation INTEGER REFERENCES organisation (id),
    level INTEGER REFERENCES entry (id),
    starts_on TEXT,
    ends_on TEXT
) STRICT;

CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    title TEXT,
    kind TEXT,
    organisation INTEGER REFERENCES organisation (id),
    repeats TEXT,
    is_ended INTEGER,
    notes TEXT
) STRICT;

CREATE TABLE partnership (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    title TEXT,
    number TEXT,
    agreement INTEGER REFERENCES entry (id),
    status TEXT,
    purpose TEXT,
    starts_on TEXT,
    ends_on TEXT,
    renews_itself INTEGER,
    notice_days INTEGER,
    person INTEGER REFERENCES person (id),
    meeting INTEGER REFERENCES meeting (id),
    outcome INTEGER REFERENCES outcome (id),
    sponsor TEXT,
    budget INTEGER,
    notes TEXT
) STRICT;

CREATE TABLE regulation (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    title TEXT,
    number TEXT,
    instrument INTEGER REFERENCES entry (id),
    instrument_number TEXT,
    organisation INTEGER REFERENCES organisation (id),
    status TEXT,
    review TEXT,
    issued_on TEXT,
    effective_on TEXT,
    summary TEXT,
    impact TEXT,
    required_action TEXT,
    due TEXT,
    address TEXT
) STRICT;

CREATE TABLE progress (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    subject INTEGER,
    day TEXT,
    person INTEGER REFERENCES person (id),
    text TEXT,
    from_status TEXT,
    to_status TEXT,
    percent INTEGER
) STRICT;

CREATE TABLE link (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    source INTEGER,
    kind TEXT,
    target INTEGER,
    note TEXT
) STRICT;

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    subject INTEGER,
    name TEXT,
    notes TEXT,
    day TEXT,
    hash TEXT,
    bytes INTEGER
) STRICT;

ALTER TABLE organisation ADD COLUMN name_en TEXT;
ALTER TABLE organisation ADD COLUMN parent INTEGER REFERENCES organisation (id);
ALTER TABLE organisation ADD COLUMN region INTEGER REFERENCES entry (id);
ALTER TABLE organisation ADD COLUMN governorate INTEGER REFERENCES entry (id);
ALTER TABLE organisation ADD COLUMN address TEXT;
ALTER TABLE organisation ADD COLUMN website TEXT;
ALTER TABLE organisation ADD COLUMN contact INTEGER REFERENCES person (id);
ALTER TABLE organisation ADD COLUMN licensed_on TEXT;
ALTER TABLE organisation ADD COLUMN licence_ends_on TEXT;
ALTER TABLE organisation ADD COLUMN unified_number TEXT;
ALTER TABLE organisation ADD COLUMN class INTEGER REFERENCES entry (id);
ALTER TABLE organisation ADD COLUMN supervisor INTEGER REFERENCES organisation (id);
ALTER TABLE organisation ADD COLUMN scope TEXT;
ALTER TABLE organisation ADD COLUMN chair INTEGER REFERENCES person (id);
ALTER TABLE organisation ADD COLUMN director INTEGER REFERENCES person (id);
ALTER TABLE organisation ADD COLUMN board_ends_on TEXT;
ALTER TABLE organisation ADD COLUMN beneficiaries TEXT;
ALTER TABLE organisation ADD COLUMN governance_percent INTEGER;
ALTER TABLE organisation ADD COLUMN has_premises INTEGER;
ALTER TABLE organisation ADD COLUMN precedence INTEGER;
ALTER TABLE person ADD COLUMN name_en TEXT;
ALTER TABLE person ADD COLUMN gender TEXT;
ALTER TABLE person ADD COLUMN post_level INTEGER REFERENCES entry (id);
ALTER TABLE person ADD COLUMN is_contact INTEGER;
ALTER TABLE person ADD COLUMN may_be_named INTEGER;
ALTER TABLE person ADD COLUMN consented_on TEXT;
ALTER TABLE person ADD COLUMN keep_until TEXT;
ALTER TABLE meeting ADD COLUMN series INTEGER REFERENCES series (id);
ALTER TABLE party ADD COLUMN partnership INTEGER REFERENCES partnership (id);
ALTER TABLE party ADD COLUMN group_name TEXT;
ALTER TABLE party ADD COLUMN group_count INTEGER;
ALTER TABLE party ADD COLUMN signatory INTEGER REFERENCES person (id);
ALTER TABLE party ADD COLUMN signatory_post TEXT;
ALTER TABLE attendance ADD COLUMN post TEXT;
ALTER TABLE attendance ADD COLUMN role TEXT;
ALTER TABLE attendance ADD COLUMN deputises INTEGER REFERENCES person (id);
ALTER TABLE attendance ADD COLUMN came_at TEXT;
ALTER TABLE attendance ADD COLUMN left_at TEXT;
ALTER TABLE outcome ADD COLUMN partnership INTEGER REFERENCES partnership (id);
ALTER TABLE outcome ADD COLUMN support INTEGER REFERENCES organisation (id);
ALTER TABLE outcome ADD COLUMN challenge_class INTEGER REFERENCES entry (id);
ALTER TABLE outcome ADD COLUMN opportunity_class INTEGER REFERENCES entry (id);
ALTER TABLE outcome ADD COLUMN severity TEXT;
ALTER TABLE outcome ADD COLUMN causes TEXT;
ALTER TABLE outcome ADD COLUMN treatment TEXT;
ALTER TABLE outcome ADD COLUMN escalated_to INTEGER REFERENCES organisation (id);
ALTER TABLE outcome ADD COLUMN beneficiaries TEXT;
ALTER TABLE outcome ADD COLUMN cost INTEGER;
ALTER TABLE outcome ADD COLUMN starts_on TEXT;
ALTER TABLE outcome ADD COLUMN obstacles TEXT;
ALTER TABLE outcome ADD COLUMN support_needed TEXT;
ALTER TABLE outcome ADD COLUMN resolution TEXT;
ALTER TABLE outcome ADD COLUMN carried INTEGER;
ALTER TABLE outcome ADD COLUMN may_be_published INTEGER;

CREATE INDEX entry_by_list ON entry (list, deleted, position);
CREATE INDEX alias_by_organisation ON alias (organisation, deleted);
CREATE INDEX post_by_person ON post (person, deleted, starts_on);
CREATE INDEX post_by_organisation ON post (organisation, deleted);
CREATE INDEX organisation_by_parent ON organisation (parent) WHERE parent IS NOT NULL;
CREATE INDEX meeting_by_series ON meeting (series, deleted, date) WHERE series IS NOT NULL;
CREATE INDEX party_by_partnership ON party (partnership, deleted) WHERE partnership IS NOT NULL;
CREATE INDEX outcome_by_partnership ON outcome (partnership, deleted) WHERE partnership IS NOT NULL;
CREATE INDEX partnership_by_number ON partnership (number);
CREATE INDEX partnership_by_end ON partnership (deleted, ends_on);
CREATE INDEX regulation_by_number ON regulation (number);
CREATE INDEX regulation_by_day ON regulation (deleted, issued_on);
CREATE INDEX progress_by_subject ON progress (subject, deleted, id);
CREATE INDEX link_by_source ON link (source, deleted, kind);
CREATE INDEX link_by_target ON link (target, deleted, kind);
CREATE INDEX document_by_subject ON document (subject, deleted);
CREATE INDEX document_by_hash ON document (hash);

-- What points to a record is found from it: for its page, and when two records become one.
CREATE INDEX meeting_by_chair ON meeting (chair) WHERE chair IS NOT NULL;
CREATE INDEX meeting_by_secretary ON meeting (secretary) WHERE secretary IS NOT NULL;
CREATE INDEX agenda_item_by_presenter ON agenda_item (presenter) WHERE presenter IS NOT NULL;
CREATE INDEX attendance_by_organisation ON attendance (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX attendance_by_deputised ON attendance (deputises) WHERE deputises IS NOT NULL;
CREATE INDEX party_by_signatory ON party (signatory) WHERE signatory IS NOT NULL;
CREATE INDEX outcome_by_support ON outcome (support) WHERE support IS NOT NULL;
CREATE INDEX outcome_by_escalation ON outcome (escalated_to) WHERE escalated_to IS NOT NULL;
CREATE INDEX outcome_by_challenge_class ON outcome (challenge_class) WHERE challenge_class IS NOT NULL;
CREATE INDEX outcome_by_opportunity_class ON outcome (opportunity_class) WHERE opportunity_class IS NOT NULL;
CREATE INDEX progress_by_person ON progress (person) WHERE person IS NOT NULL;
CREATE INDEX partnership_by_person ON partnership (person) WHERE person IS NOT NULL;
CREATE INDEX partnership_by_meeting ON partnership (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX partnership_by_outcome ON partnership (outcome) WHERE outcome IS NOT NULL;
CREATE INDEX regulation_by_organisation ON regulation (organisation) WHERE organisation IS NOT NULL;
CREATE INDEX series_by_organisation ON series (organisation) WHERE organisation IS NOT NULL;

-- All that registers are filtered and sorted by, beside each other, so that neither reads the texts.
CREATE INDEX outcome_facets ON outcome (
    kind, deleted, status, due, priority, percent, person, organisation, meeting, number, done_on, severity, partnership,
    support, challenge_class, opportunity_class, escalated_to, cost, starts_on, may_be_published
);

-- The history of one record.
CREATE INDEX change_by_record ON change (uid, seq);

-- Challenges and opportunities had the statuses of a task; they have lives of their own now.
UPDATE outcome SET status = CASE status
    WHEN 'not-started' THEN 'logged' WHEN 'in-progress' THEN 'in-treatment' WHEN 'stalled' THEN 'analysing'
    WHEN 'on-hold' THEN 'analysing' WHEN 'done' THEN 'resolved' WHEN 'cancelled' THEN 'closed' ELSE status END
WHERE kind = 'challenge';
UPDATE outcome SET status = CASE status
    WHEN 'not-started' THEN 'available' WHEN 'in-progress' THEN 'under-study' WHEN 'stalled' THEN 'under-study'
    WHEN 'on-hold' THEN 'under-study' WHEN 'done' THEN 'assigned' WHEN 'cancelled' THEN 'expired' ELSE status END
WHERE kind = 'opportunity';
