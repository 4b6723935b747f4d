-- The text that a meeting was taken from, and what names it: the same text pasted again is known by that.

ALTER TABLE meeting ADD COLUMN source_text TEXT;
ALTER TABLE meeting ADD COLUMN source_hash TEXT;
CREATE INDEX meeting_by_source ON meeting (source_hash) WHERE source_hash IS NOT NULL;
