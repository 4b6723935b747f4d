-- What a kept file is, who may read it, until when it holds, and what it was called when it came.

ALTER TABLE document ADD COLUMN kind TEXT;
ALTER TABLE document ADD COLUMN ends_on TEXT;
ALTER TABLE document ADD COLUMN confidentiality TEXT;
ALTER TABLE document ADD COLUMN file_name TEXT;
