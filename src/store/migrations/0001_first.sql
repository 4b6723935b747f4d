-- The first version. Entity tables hold what `domain::fields` declares, behind the five columns every entity has; a test
-- compares them. Nothing is ever deleted from them: `deleted` is the bin.

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    name TEXT,
    short_name TEXT,
    kind TEXT,
    city TEXT,
    licence TEXT,
    phone TEXT,
    email TEXT,
    notes TEXT
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    name TEXT,
    honorific TEXT,
    post TEXT,
    organisation INTEGER REFERENCES organisation (id),
    phone TEXT,
    email TEXT,
    notes TEXT
) STRICT;
CREATE INDEX person_by_organisation ON person (organisation, deleted);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    title TEXT,
    number TEXT,
    kind TEXT,
    purpose TEXT,
    date TEXT,
    start_time TEXT,
    end_time TEXT,
    mode TEXT,
    venue TEXT,
    city TEXT,
    chair INTEGER REFERENCES person (id),
    secretary INTEGER REFERENCES person (id),
    status TEXT,
    confidentiality TEXT,
    next_date TEXT,
    other_business TEXT,
    minutes_number TEXT,
    approved_on TEXT,
    running_since INTEGER,
    ran_seconds INTEGER
) STRICT;
CREATE INDEX meeting_by_date ON meeting (date DESC, start_time DESC, id DESC) WHERE deleted = 0;
CREATE INDEX meeting_by_number ON meeting (number);

CREATE TABLE party (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    meeting INTEGER REFERENCES meeting (id),
    organisation INTEGER REFERENCES organisation (id),
    side TEXT,
    position TEXT
) STRICT;
CREATE INDEX party_by_meeting ON party (meeting, deleted, side, organisation);
CREATE INDEX party_by_organisation ON party (organisation, deleted, side, meeting);

CREATE TABLE agenda_item (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    meeting INTEGER REFERENCES meeting (id),
    position TEXT,
    title TEXT,
    presenter INTEGER REFERENCES person (id),
    planned_minutes INTEGER,
    state TEXT
) STRICT;
CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting, deleted, position);

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    meeting INTEGER REFERENCES meeting (id),
    position TEXT,
    person INTEGER REFERENCES person (id),
    organisation INTEGER REFERENCES organisation (id),
    group_name TEXT,
    group_count INTEGER,
    status TEXT,
    excuse TEXT
) STRICT;
CREATE INDEX attendance_by_meeting ON attendance (meeting, deleted, position);
CREATE INDEX attendance_counted ON attendance (meeting, deleted, status, group_count);
CREATE INDEX attendance_by_person ON attendance (person, deleted, meeting);

CREATE TABLE outcome (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    kind TEXT,
    number TEXT,
    text TEXT,
    details TEXT,
    meeting INTEGER REFERENCES meeting (id),
    agenda_item INTEGER REFERENCES agenda_item (id),
    person INTEGER REFERENCES person (id),
    organisation INTEGER REFERENCES organisation (id),
    area TEXT,
    due TEXT,
    status TEXT,
    priority TEXT,
    percent INTEGER,
    done_on TEXT
) STRICT;
CREATE INDEX outcome_by_meeting ON outcome (meeting, deleted, kind);
CREATE INDEX outcome_by_agenda_item ON outcome (agenda_item, deleted);
CREATE INDEX outcome_by_state ON outcome (kind, deleted, status, due);
CREATE INDEX outcome_by_number ON outcome (number);
CREATE INDEX outcome_by_person ON outcome (person) WHERE person IS NOT NULL;
CREATE INDEX outcome_by_organisation ON outcome (organisation) WHERE organisation IS NOT NULL;

CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    meeting INTEGER REFERENCES meeting (id),
    agenda_item INTEGER REFERENCES agenda_item (id),
    position TEXT,
    body TEXT,
    outcome INTEGER REFERENCES outcome (id)
) STRICT;
CREATE INDEX block_by_meeting ON block (meeting, deleted, agenda_item, position);
CREATE INDEX block_by_agenda_item ON block (agenda_item, deleted, position);
CREATE INDEX block_by_outcome ON block (outcome) WHERE outcome IS NOT NULL;

CREATE TABLE setting (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
    key TEXT,
    value TEXT
) STRICT;
CREATE INDEX setting_by_key ON setting (key);

-- The numbers that were given out: a series such as «تن-1448», and to which record. Rows stay when an edit is undone, so
-- that a number is never given twice.
CREATE TABLE number (
    series TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    uid TEXT NOT NULL,
    PRIMARY KEY (series, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX number_by_uid ON number (uid);

-- Every copy of the store that ever wrote; `meta.site` says which one is this.
CREATE TABLE site (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE
) STRICT;

-- A transaction that a person would name. `id` is the sequence number of its first record, `last` of its last.
-- kind: do, undo, redo, fill (a sample; not to be undone); `of` is the step an undo or redo is about.
-- undone (of a `do`): 0 stands, 1 taken back and may be redone, 2 taken back for good.
CREATE TABLE step (
    site INTEGER NOT NULL REFERENCES site (id),
    id INTEGER NOT NULL,
    last INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author TEXT NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'fill')),
    of INTEGER,
    undone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (site, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX step_to_undo ON step (site, id) WHERE kind = 'do' AND undone = 0;
CREATE INDEX step_to_redo ON step (site, id) WHERE kind = 'do' AND undone = 1;
CREATE INDEX step_of ON step (site, of, id) WHERE of IS NOT NULL;

-- The change log, append-only but for the last record of a stretch of typing. `field` is '*' for a new row (its values as
-- JSON), 'deleted' for the bin. Links are held as uids, for they travel. `hash` chains the records of a site.
CREATE TABLE change (
    site INTEGER NOT NULL REFERENCES site (id),
    seq INTEGER NOT NULL,
    clock INTEGER NOT NULL,
    step INTEGER NOT NULL,
    entity TEXT NOT NULL,
    uid TEXT NOT NULL,
    field TEXT NOT NULL,
    value ANY,
    previous_site INTEGER,
    previous_seq INTEGER,
    hash BLOB NOT NULL,
    PRIMARY KEY (site, seq)
) STRICT, WITHOUT ROWID;

-- The record that last wrote each field; '*' stands for all that were not written since the row was made. `version` is
-- the row's version in which that happened.
CREATE TABLE field_version (
    entity TEXT NOT NULL,
    record INTEGER NOT NULL,
    field TEXT NOT NULL,
    version INTEGER NOT NULL,
    clock INTEGER NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (entity, record, field)
) STRICT, WITHOUT ROWID;

-- Derived, rebuilt when the analyser changes: the words of each record (the row id says which, see `search::feed`), and
-- the folded names by which a typed name finds its record.
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, title_stem, body_stem,
    content = '', contentless_delete = 1, tokenize = 'ascii', detail = column, prefix = '2 3'
);
CREATE TABLE name_key (
    entity TEXT NOT NULL,
    key TEXT NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (entity, key, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key_by_record ON name_key (entity, record);
