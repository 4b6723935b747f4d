-- What approved minutes say, word for word, under the hash of its bytes, and which of it a meeting's minutes are.
--
-- The content stands apart from the meeting: it is made once, never changed, and too large for the change log. The log
-- holds the hash, as a field of the meeting: so undo, redo and reopening are plain changes of that field, the chain of the
-- log vouches for the hash and the hash for the content, and the content of what was reopened stays as evidence. A copy
-- of the store carries both; a picture that many minutes share is kept once.

CREATE TABLE frozen (
    hash TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

CREATE TRIGGER frozen_never_changes BEFORE UPDATE ON frozen BEGIN SELECT RAISE(ABORT, 'frozen'); END;
CREATE TRIGGER frozen_never_goes BEFORE DELETE ON frozen BEGIN SELECT RAISE(ABORT, 'frozen'); END;

ALTER TABLE meeting ADD COLUMN content_hash TEXT;
-- Where the minutes stand on their way to approval.
ALTER TABLE meeting ADD COLUMN review TEXT;
CREATE INDEX meeting_content ON meeting (content_hash) WHERE content_hash IS NOT NULL;
