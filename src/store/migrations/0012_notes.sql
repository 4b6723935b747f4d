-- A line of the notes may be private, and then stands in no document, or a quote with the one who said it.

ALTER TABLE block ADD COLUMN kind TEXT;
ALTER TABLE block ADD COLUMN speaker INTEGER REFERENCES person (id);
ALTER TABLE block ADD COLUMN may_be_published INTEGER;
CREATE INDEX block_by_speaker ON block (speaker) WHERE speaker IS NOT NULL;
