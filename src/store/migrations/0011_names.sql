-- Other names of people are kept as those of bodies are: with their sort and their days. Until now each was a tie of
-- somebody to themselves. A name keeps its uid, and where its versions stand in the log: so its history and the undo of
-- what was done to it go on.

ALTER TABLE alias ADD COLUMN person INTEGER REFERENCES person (id);
CREATE INDEX alias_by_person ON alias (person, deleted) WHERE person IS NOT NULL;

INSERT INTO alias (uid, created_at, version, deleted, person, name, kind)
    SELECT link.uid, link.created_at, link.version, link.deleted, person.id, link.note, 'spelling'
    FROM link JOIN person ON person.id = link.source - (6 << 48)
    WHERE link.kind = 'also-called' ORDER BY link.id;
INSERT INTO field_version (entity, record, field, version, clock, site, seq)
    SELECT 'alias', alias.id, CASE field WHEN 'note' THEN 'name' WHEN 'source' THEN 'person' ELSE field END,
        field_version.version, clock, site, seq
    FROM field_version JOIN link ON link.id = field_version.record JOIN alias ON alias.uid = link.uid
    WHERE field_version.entity = 'link' AND link.kind = 'also-called' AND field IN ('*', 'deleted', 'note', 'source');
DELETE FROM field_version WHERE entity = 'link' AND record IN (SELECT id FROM link WHERE kind = 'also-called');
DELETE FROM link WHERE kind = 'also-called';
