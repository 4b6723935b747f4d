-- When each line of a block of notes was begun: Unix seconds, each further one counted from the one before.

ALTER TABLE block ADD COLUMN line_times TEXT;
