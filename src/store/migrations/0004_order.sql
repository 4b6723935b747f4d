-- Where a record's title stands in a sorted list, as bytes that compare as a reader of Arabic expects. Derived data, kept
-- beside the search index: with it a register of any size is sorted by a walk along an index.

ALTER TABLE organisation ADD COLUMN title_order BLOB;
ALTER TABLE person ADD COLUMN title_order BLOB;
ALTER TABLE series ADD COLUMN title_order BLOB;
ALTER TABLE meeting ADD COLUMN title_order BLOB;
ALTER TABLE partnership ADD COLUMN title_order BLOB;
ALTER TABLE outcome ADD COLUMN title_order BLOB;
ALTER TABLE regulation ADD COLUMN title_order BLOB;

CREATE INDEX organisation_by_title ON organisation (title_order, deleted);
CREATE INDEX person_by_title ON person (title_order, deleted);
CREATE INDEX meeting_by_title ON meeting (title_order, deleted);
CREATE INDEX outcome_by_title ON outcome (kind, deleted, title_order);

-- The short texts that a register may be sorted by stand with the other facets now.
DROP INDEX outcome_facets;
CREATE INDEX outcome_facets ON outcome (
    kind, deleted, status, due, priority, percent, person, organisation, meeting, number, done_on, severity, partnership,
    support, challenge_class, opportunity_class, escalated_to, cost, starts_on, may_be_published, area, beneficiaries,
    resolution, carried
);

-- A number is looked for before it is given.
CREATE INDEX meeting_by_minutes_number ON meeting (minutes_number) WHERE minutes_number IS NOT NULL;
