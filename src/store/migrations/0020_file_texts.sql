-- The words in kept files, read once each: derived, left out of the change log, read again when their reader changes.
CREATE TABLE file_text (
    hash TEXT NOT NULL PRIMARY KEY,
    -- What read it; an empty text is of a file without words.
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    -- Its words as the index has them, each once, by an analyser; and where the first of each stands in the text, in bytes.
    analyser INTEGER NOT NULL,
    words TEXT NOT NULL,
    stems TEXT NOT NULL,
    places TEXT NOT NULL
) STRICT;
