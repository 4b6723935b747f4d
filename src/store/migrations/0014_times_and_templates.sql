-- When each line of a block of notes was begun: Unix seconds, each further one counted from the one before.

ALTER TABLE block ADD COLUMN line_times TEXT;

-- A series may be a template: meetings begin as it says, with its bodies, and are none of it.
ALTER TABLE series ADD COLUMN is_template INTEGER;
ALTER TABLE party ADD COLUMN series INTEGER REFERENCES series (id);
CREATE INDEX party_by_series ON party (series) WHERE series IS NOT NULL;
