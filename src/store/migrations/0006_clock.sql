-- How long an item was discussed: the moment since which its clock runs, and the seconds that ran before.

ALTER TABLE agenda_item ADD COLUMN running_since INTEGER;
ALTER TABLE agenda_item ADD COLUMN ran_seconds INTEGER;
