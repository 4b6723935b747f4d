-- What has an English name, found without a walk through all of a large store.
CREATE INDEX entry_english ON entry (name, name_en) WHERE deleted = 0 AND name_en <> '';
CREATE INDEX organisation_english ON organisation (name, name_en) WHERE deleted = 0 AND name_en <> '';
CREATE INDEX person_english ON person (name, name_en) WHERE deleted = 0 AND name_en <> '';
