-- What large registers are asked every day: how many records stand in each status, which the tables themselves keep in
-- step, and the orders that every row would otherwise be weighed for.

CREATE TABLE tally (
    entity TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (entity, kind, status)
) STRICT, WITHOUT ROWID;

INSERT INTO tally (entity, kind, status, count)
    SELECT 'outcome', coalesce(kind, ''), coalesce(status, ''), count(*)
    FROM outcome WHERE deleted = 0 GROUP BY 2, 3;
INSERT INTO tally (entity, kind, status, count)
    SELECT 'partnership', '', coalesce(status, ''), count(*) FROM partnership WHERE deleted = 0 GROUP BY 3;
INSERT INTO tally (entity, kind, status, count)
    SELECT 'regulation', '', coalesce(status, ''), count(*) FROM regulation WHERE deleted = 0 GROUP BY 3;
INSERT INTO tally (entity, kind, status, count)
    SELECT 'meeting', '', coalesce(status, ''), count(*) FROM meeting WHERE deleted = 0 GROUP BY 3;
INSERT INTO tally (entity, kind, status, count)
    SELECT 'organisation', '', '', count(*) FROM organisation WHERE deleted = 0;
INSERT INTO tally (entity, kind, status, count)
    SELECT 'person', '', '', count(*) FROM person WHERE deleted = 0;

CREATE TRIGGER outcome_comes AFTER INSERT ON outcome WHEN NEW.deleted = 0 BEGIN
    INSERT INTO tally (entity, kind, status, count)
        VALUES ('outcome', coalesce(NEW.kind, ''), coalesce(NEW.status, ''), 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER outcome_moves AFTER UPDATE OF deleted, kind, status ON outcome BEGIN
    UPDATE tally SET count = count - 1 WHERE entity = 'outcome' AND kind = coalesce(OLD.kind, '')
        AND status = coalesce(OLD.status, '') AND OLD.deleted = 0;
    INSERT INTO tally (entity, kind, status, count)
        SELECT 'outcome', coalesce(NEW.kind, ''), coalesce(NEW.status, ''), 1 WHERE NEW.deleted = 0
        ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER partnership_comes AFTER INSERT ON partnership WHEN NEW.deleted = 0 BEGIN
    INSERT INTO tally (entity, kind, status, count)
        VALUES ('partnership', '', coalesce(NEW.status, ''), 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER partnership_moves AFTER UPDATE OF deleted, status ON partnership BEGIN
    UPDATE tally SET count = count - 1 WHERE entity = 'partnership' AND kind = ''
        AND status = coalesce(OLD.status, '') AND OLD.deleted = 0;
    INSERT INTO tally (entity, kind, status, count)
        SELECT 'partnership', '', coalesce(NEW.status, ''), 1 WHERE NEW.deleted = 0
        ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER regulation_comes AFTER INSERT ON regulation WHEN NEW.deleted = 0 BEGIN
    INSERT INTO tally (entity, kind, status, count)
        VALUES ('regulation', '', coalesce(NEW.status, ''), 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER regulation_moves AFTER UPDATE OF deleted, status ON regulation BEGIN
    UPDATE tally SET count = count - 1 WHERE entity = 'regulation' AND kind = ''
        AND status = coalesce(OLD.status, '') AND OLD.deleted = 0;
    INSERT INTO tally (entity, kind, status, count)
        SELECT 'regulation', '', coalesce(NEW.status, ''), 1 WHERE NEW.deleted = 0
        ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER meeting_comes AFTER INSERT ON meeting WHEN NEW.deleted = 0 BEGIN
    INSERT INTO tally (entity, kind, status, count)
        VALUES ('meeting', '', coalesce(NEW.status, ''), 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER meeting_moves AFTER UPDATE OF deleted, status ON meeting BEGIN
    UPDATE tally SET count = count - 1 WHERE entity = 'meeting' AND kind = ''
        AND status = coalesce(OLD.status, '') AND OLD.deleted = 0;
    INSERT INTO tally (entity, kind, status, count)
        SELECT 'meeting', '', coalesce(NEW.status, ''), 1 WHERE NEW.deleted = 0
        ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER organisation_comes AFTER INSERT ON organisation WHEN NEW.deleted = 0 BEGIN
    INSERT INTO tally (entity, kind, status, count)
        VALUES ('organisation', '', '', 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER organisation_moves AFTER UPDATE OF deleted ON organisation BEGIN
    UPDATE tally SET count = count + OLD.deleted - NEW.deleted
        WHERE entity = 'organisation' AND kind = '' AND status = '';
END;
CREATE TRIGGER person_comes AFTER INSERT ON person WHEN NEW.deleted = 0 BEGIN
    INSERT INTO tally (entity, kind, status, count)
        VALUES ('person', '', '', 1) ON CONFLICT DO UPDATE SET count = count + 1;
END;
CREATE TRIGGER person_moves AFTER UPDATE OF deleted ON person BEGIN
    UPDATE tally SET count = count + OLD.deleted - NEW.deleted
        WHERE entity = 'person' AND kind = '' AND status = '';
END;

-- The newest of a kind; and what is sorted by a field that many have, the kinds beside it, so that a register of several
-- kinds is one walk. A field that few have costs nothing where it is not given.
CREATE INDEX outcome_by_kind ON outcome (kind) WHERE deleted = 0;
DROP INDEX outcome_by_number;
CREATE INDEX outcome_by_number ON outcome (number, kind);
CREATE INDEX outcome_by_priority ON outcome (priority, kind, status, due) WHERE deleted = 0 AND priority IS NOT NULL;
CREATE INDEX outcome_by_severity ON outcome (severity, kind, status, due) WHERE deleted = 0 AND severity IS NOT NULL;
CREATE INDEX outcome_by_percent ON outcome (percent, kind, status, due) WHERE deleted = 0 AND percent IS NOT NULL;
CREATE INDEX outcome_by_day_done ON outcome (done_on, kind) WHERE deleted = 0 AND done_on IS NOT NULL;

-- A body's and a person's tasks are counted, late ones among them, without reading them.
DROP INDEX outcome_by_organisation;
CREATE INDEX outcome_by_organisation ON outcome (organisation, deleted, kind, status, due)
    WHERE organisation IS NOT NULL;
DROP INDEX outcome_by_person;
CREATE INDEX outcome_by_person ON outcome (person, deleted, kind, status, due) WHERE person IS NOT NULL;

-- In how many meetings a body took part: those of one body by meeting.
DROP INDEX party_by_organisation;
CREATE INDEX party_by_organisation ON party (organisation, deleted, meeting, side);

-- What the indexes are like, so that a question that names none takes the best of them from the first day.
PRAGMA analysis_limit = 4000;
ANALYZE outcome;
ANALYZE party;
PRAGMA analysis_limit = 0;
