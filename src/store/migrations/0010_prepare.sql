-- A series has an agenda that its meetings start with, and a place and a time at which they usually are. An item of a
-- series is one without a meeting.

ALTER TABLE agenda_item ADD COLUMN series INTEGER REFERENCES series (id);
CREATE INDEX agenda_item_by_series ON agenda_item (series, deleted, position) WHERE series IS NOT NULL;

ALTER TABLE series ADD COLUMN start_time TEXT;
ALTER TABLE series ADD COLUMN end_time TEXT;
ALTER TABLE series ADD COLUMN mode TEXT;
ALTER TABLE series ADD COLUMN venue TEXT;
ALTER TABLE series ADD COLUMN city TEXT;
ALTER TABLE series ADD COLUMN chair INTEGER REFERENCES person (id);
ALTER TABLE series ADD COLUMN secretary INTEGER REFERENCES person (id);
CREATE INDEX series_by_chair ON series (chair) WHERE chair IS NOT NULL;
CREATE INDEX series_by_secretary ON series (secretary) WHERE secretary IS NOT NULL;

-- What is open from the meetings of a series is found without reading the rows.
DROP INDEX outcome_by_meeting;
CREATE INDEX outcome_by_meeting ON outcome (meeting, deleted, kind, status, due, done_on);
PRAGMA analysis_limit = 4000;
ANALYZE outcome;
PRAGMA analysis_limit = 0;
