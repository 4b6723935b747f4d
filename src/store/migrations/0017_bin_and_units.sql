-- What lies in the bin is listed from the log, the last first.
CREATE INDEX change_put_away ON change (clock) WHERE field = 'deleted' AND value = 1;

-- A part of a body is a unit. Until units were a kind of their own, one whose name says no more was kept as another body.
UPDATE organisation SET kind = 'unit' WHERE parent IS NOT NULL AND coalesce(kind, 'other') = 'other';
