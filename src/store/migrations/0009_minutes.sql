-- The minutes as somebody wants them: their parts in order, and words in place of the composed ones.

ALTER TABLE meeting ADD COLUMN layout TEXT;
ALTER TABLE agenda_item ADD COLUMN wording TEXT;

-- What minutes said at each step of their review: named as the content of approved ones is.
ALTER TABLE progress ADD COLUMN content TEXT;

-- Somebody's reservation on a decision, printed below it.
CREATE TABLE reservation (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    outcome INTEGER REFERENCES outcome (id),
    person INTEGER REFERENCES person (id),
    text TEXT,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX reservation_of_outcome ON reservation (outcome);
CREATE INDEX reservation_of_person ON reservation (person);

-- What adds to approved minutes or corrects them, with a review and a content of its own.
CREATE TABLE addendum (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    meeting INTEGER REFERENCES meeting (id),
    kind TEXT,
    text TEXT,
    number TEXT,
    approved_on TEXT,
    content_hash TEXT,
    review TEXT,
    created_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX addendum_of_meeting ON addendum (meeting);
CREATE INDEX addendum_content ON addendum (content_hash) WHERE content_hash IS NOT NULL;
