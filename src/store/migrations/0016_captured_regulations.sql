-- A line of the notes may be a change in laws and by-laws: its words are the title of that record.

ALTER TABLE block ADD COLUMN regulation INTEGER REFERENCES regulation (id);
CREATE INDEX block_by_regulation ON block (regulation) WHERE regulation IS NOT NULL;
