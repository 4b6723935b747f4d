-- What a body and a person are sorted by in their registers: how many meetings, how many people, how much is open.
-- Counted anew for each row they cost more than the whole list; here the tables keep them in step, beside the place in
-- a sorted list, so that a register by them is a walk along an index. Derived data: left out of the log, looked over by
-- the check.

ALTER TABLE organisation ADD COLUMN people INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organisation ADD COLUMN meetings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE organisation ADD COLUMN open_tasks INTEGER NOT NULL DEFAULT 0;
-- The meetings it took part in as a party or by somebody who attended, those in the bin left out.
ALTER TABLE organisation ADD COLUMN took_part INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN meetings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN open_tasks INTEGER NOT NULL DEFAULT 0;
-- Where a post stands among posts, as `title_order` tells it of names; filled with the search index.
ALTER TABLE person ADD COLUMN post_order BLOB;

-- What the list of meetings shows of each: its host, who came of those listed, what came of it; where its venue stands.
ALTER TABLE meeting ADD COLUMN host INTEGER;
ALTER TABLE meeting ADD COLUMN attended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN proposals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN follow_ups INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN decisions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN venue_order BLOB;

UPDATE meeting SET host = (SELECT part.organisation FROM party AS part
        WHERE part.meeting = meeting.id AND part.deleted = 0 AND part.side = 'host' AND part.organisation IS NOT NULL
        ORDER BY part.position, part.id LIMIT 1),
    (attended, listed) = (SELECT
        coalesce(sum(coalesce(line.group_count, 1)) FILTER (
            WHERE line.status IN ('present', 'remote', 'late', 'left-early')), 0),
        coalesce(sum(coalesce(line.group_count, 1)), 0)
        FROM attendance AS line WHERE line.meeting = meeting.id AND line.deleted = 0),
    (proposals, follow_ups, decisions) = (SELECT
        count(*) FILTER (WHERE one.kind IN ('proposal', 'initiative')),
        count(*) FILTER (WHERE one.kind = 'follow-up'),
        count(*) FILTER (WHERE one.kind IN ('decision', 'recommendation'))
        FROM outcome AS one WHERE one.meeting = meeting.id AND one.deleted = 0);
UPDATE organisation SET people = found.count FROM (
    SELECT organisation AS whose, count(*) AS count FROM person WHERE deleted = 0 GROUP BY 1
) AS found WHERE found.whose = organisation.id;
UPDATE organisation SET meetings = found.count FROM (
    SELECT organisation AS whose, count(DISTINCT meeting) AS count FROM party WHERE deleted = 0 GROUP BY 1
) AS found WHERE found.whose = organisation.id;
UPDATE organisation SET took_part = found.count FROM (
    SELECT whose, count(*) AS count FROM (
        SELECT organisation AS whose, meeting FROM party WHERE deleted = 0
        UNION SELECT organisation, meeting FROM attendance WHERE deleted = 0)
    WHERE meeting IN (SELECT id FROM meeting WHERE deleted = 0) GROUP BY 1
) AS found WHERE found.whose = organisation.id;
UPDATE person SET meetings = found.count FROM (
    SELECT person AS whose, count(DISTINCT meeting) AS count FROM attendance WHERE deleted = 0 GROUP BY 1
) AS found WHERE found.whose = person.id;
UPDATE organisation SET open_tasks = found.count FROM (
    SELECT organisation AS whose, count(*) AS count FROM outcome AS task
    WHERE organisation IS NOT NULL AND task.deleted = 0
    AND task.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND task.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed') GROUP BY 1
) AS found WHERE found.whose = organisation.id;
UPDATE person SET open_tasks = found.count FROM (
    SELECT person AS whose, count(*) AS count FROM outcome AS task
    WHERE person IS NOT NULL AND task.deleted = 0
    AND task.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND task.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed') GROUP BY 1
) AS found WHERE found.whose = person.id;

CREATE INDEX organisation_by_people ON organisation (people, title_order) WHERE deleted = 0;
CREATE INDEX organisation_by_meetings ON organisation (meetings, title_order) WHERE deleted = 0;
CREATE INDEX organisation_by_open_tasks ON organisation (open_tasks, title_order) WHERE deleted = 0;
CREATE INDEX person_by_meetings ON person (meetings, title_order) WHERE deleted = 0;
CREATE INDEX person_by_open_tasks ON person (open_tasks, title_order) WHERE deleted = 0;
CREATE INDEX person_by_post ON person (post_order) WHERE deleted = 0;

CREATE TRIGGER person_counts AFTER INSERT ON person WHEN NEW.deleted = 0 BEGIN
    UPDATE organisation SET people = people + 1 WHERE id = NEW.organisation;
END;
CREATE TRIGGER person_counts_anew AFTER UPDATE OF deleted, organisation ON person BEGIN
    UPDATE organisation SET people = people - 1 WHERE id = OLD.organisation AND OLD.deleted = 0;
    UPDATE organisation SET people = people + 1 WHERE id = NEW.organisation AND NEW.deleted = 0;
END;

CREATE TRIGGER outcome_counts AFTER INSERT ON outcome WHEN NEW.deleted = 0
    AND NEW.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND NEW.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed') BEGIN
    UPDATE person SET open_tasks = open_tasks + 1 WHERE id = NEW.person;
    UPDATE organisation SET open_tasks = open_tasks + 1 WHERE id = NEW.organisation;
END;
CREATE TRIGGER outcome_counts_no_more AFTER UPDATE OF deleted, kind, status, person, organisation ON outcome
WHEN OLD.deleted = 0
    AND OLD.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND OLD.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed') BEGIN
    UPDATE person SET open_tasks = open_tasks - 1 WHERE id = OLD.person;
    UPDATE organisation SET open_tasks = open_tasks - 1 WHERE id = OLD.organisation;
END;
CREATE TRIGGER outcome_counts_now AFTER UPDATE OF deleted, kind, status, person, organisation ON outcome
WHEN NEW.deleted = 0
    AND NEW.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND NEW.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed') BEGIN
    UPDATE person SET open_tasks = open_tasks + 1 WHERE id = NEW.person;
    UPDATE organisation SET open_tasks = open_tasks + 1 WHERE id = NEW.organisation;
END;

-- A meeting counts once, however many lines name the same: as the first comes, and as the last goes. With a plus
-- before it a condition asks for no index: those of one meeting are few.
CREATE TRIGGER party_counts AFTER INSERT ON party WHEN NEW.deleted = 0 AND NEW.meeting IS NOT NULL BEGIN
    UPDATE organisation SET meetings = meetings + 1 WHERE id = NEW.organisation
        AND NOT EXISTS (SELECT 1 FROM party AS other
            WHERE other.meeting = NEW.meeting AND other.deleted = 0 AND +other.organisation = NEW.organisation
                AND other.id <> NEW.id);
    UPDATE organisation SET took_part = took_part + 1 WHERE id = NEW.organisation
        AND EXISTS (SELECT 1 FROM meeting WHERE meeting.id = NEW.meeting AND meeting.deleted = 0)
        AND NOT EXISTS (SELECT 1 FROM party AS other
            WHERE other.meeting = NEW.meeting AND other.deleted = 0 AND +other.organisation = NEW.organisation
                AND other.id <> NEW.id)
        AND NOT EXISTS (SELECT 1 FROM attendance AS line
            WHERE line.meeting = NEW.meeting AND line.deleted = 0 AND +line.organisation = NEW.organisation);
END;
CREATE TRIGGER party_counts_no_more AFTER UPDATE OF deleted, meeting, organisation ON party
WHEN OLD.deleted = 0 AND OLD.meeting IS NOT NULL BEGIN
    UPDATE organisation SET meetings = meetings - 1 WHERE id = OLD.organisation
        AND NOT EXISTS (SELECT 1 FROM party AS other
            WHERE other.meeting = OLD.meeting AND other.deleted = 0 AND +other.organisation = OLD.organisation
                AND other.id <> OLD.id);
    UPDATE organisation SET took_part = took_part - 1 WHERE id = OLD.organisation
        AND EXISTS (SELECT 1 FROM meeting WHERE meeting.id = OLD.meeting AND meeting.deleted = 0)
        AND NOT EXISTS (SELECT 1 FROM party AS other
            WHERE other.meeting = OLD.meeting AND other.deleted = 0 AND +other.organisation = OLD.organisation
                AND other.id <> OLD.id)
        AND NOT EXISTS (SELECT 1 FROM attendance AS line
            WHERE line.meeting = OLD.meeting AND line.deleted = 0 AND +line.organisation = OLD.organisation);
END;
CREATE TRIGGER party_counts_now AFTER UPDATE OF deleted, meeting, organisation ON party
WHEN NEW.deleted = 0 AND NEW.meeting IS NOT NULL BEGIN
    UPDATE organisation SET meetings = meetings + 1 WHERE id = NEW.organisation
        AND NOT EXISTS (SELECT 1 FROM party AS other
            WHERE other.meeting = NEW.meeting AND other.deleted = 0 AND +other.organisation = NEW.organisation
                AND other.id <> NEW.id);
    UPDATE organisation SET took_part = took_part + 1 WHERE id = NEW.organisation
        AND EXISTS (SELECT 1 FROM meeting WHERE meeting.id = NEW.meeting AND meeting.deleted = 0)
        AND NOT EXISTS (SELECT 1 FROM party AS other
            WHERE other.meeting = NEW.meeting AND other.deleted = 0 AND +other.organisation = NEW.organisation
                AND other.id <> NEW.id)
        AND NOT EXISTS (SELECT 1 FROM attendance AS line
            WHERE line.meeting = NEW.meeting AND line.deleted = 0 AND +line.organisation = NEW.organisation);
END;
CREATE TRIGGER attendance_counts AFTER INSERT ON attendance WHEN NEW.deleted = 0 AND NEW.meeting IS NOT NULL BEGIN
    UPDATE person SET meetings = meetings + 1 WHERE id = NEW.person
        AND NOT EXISTS (SELECT 1 FROM attendance AS other
            WHERE other.meeting = NEW.meeting AND other.deleted = 0 AND other.person = NEW.person
                AND other.id <> NEW.id);
    UPDATE organisation SET took_part = took_part + 1 WHERE id = NEW.organisation
        AND EXISTS (SELECT 1 FROM meeting WHERE meeting.id = NEW.meeting AND meeting.deleted = 0)
        AND NOT EXISTS (SELECT 1 FROM party AS other
            WHERE other.meeting = NEW.meeting AND other.deleted = 0 AND +other.organisation = NEW.organisation)
        AND NOT EXISTS (SELECT 1 FROM attendance AS line
            WHERE line.meeting = NEW.meeting AND line.deleted = 0 AND +line.organisation = NEW.organisation
                AND line.id <> NEW.id);
END;
CREATE TRIGGER attendance_counts_no_more AFTER UPDATE OF deleted, meeting, person, organisation ON attendance
WHEN OLD.deleted = 0 AND OLD.meeting IS NOT NULL BEGIN
    UPDATE person SET meetings = meetings - 1 WHERE id = OLD.person
        AND NOT EXISTS (SELECT 1 FROM attendance AS other
            WHERE other.meeting = OLD.meeting AND other.deleted = 0 AND other.person = OLD.person
                AND other.id <> OLD.id);
    UPDATE organisation SET took_part = took_part - 1 WHERE id = OLD.organisation
        AND EXISTS (SELECT 1 FROM meeting WHERE meeting.id = OLD.meeting AND meeting.deleted = 0)
        AND NOT EXISTS (SELECT 1 FROM party AS other
            WHERE other.meeting = OLD.meeting AND other.deleted = 0 AND +other.organisation = OLD.organisation)
        AND NOT EXISTS (SELECT 1 FROM attendance AS line
            WHERE line.meeting = OLD.meeting AND line.deleted = 0 AND +line.organisation = OLD.organisation
                AND line.id <> OLD.id);
END;
CREATE TRIGGER attendance_counts_now AFTER UPDATE OF deleted, meeting, person, organisation ON attendance
WHEN NEW.deleted = 0 AND NEW.meeting IS NOT NULL BEGIN
    UPDATE person SET meetings = meetings + 1 WHERE id = NEW.person
        AND NOT EXISTS (SELECT 1 FROM attendance AS other
            WHERE other.meeting = NEW.meeting AND other.deleted = 0 AND other.person = NEW.person
                AND other.id <> NEW.id);
    UPDATE organisation SET took_part = took_part + 1 WHERE id = NEW.organisation
        AND EXISTS (SELECT 1 FROM meeting WHERE meeting.id = NEW.meeting AND meeting.deleted = 0)
        AND NOT EXISTS (SELECT 1 FROM party AS other
            WHERE other.meeting = NEW.meeting AND other.deleted = 0 AND +other.organisation = NEW.organisation)
        AND NOT EXISTS (SELECT 1 FROM attendance AS line
            WHERE line.meeting = NEW.meeting AND line.deleted = 0 AND +line.organisation = NEW.organisation
                AND line.id <> NEW.id);
END;
CREATE TRIGGER meeting_counts AFTER UPDATE OF deleted ON meeting WHEN OLD.deleted <> NEW.deleted BEGIN
    UPDATE organisation SET took_part = took_part + OLD.deleted - NEW.deleted WHERE id IN (
        SELECT organisation FROM party WHERE meeting = NEW.id AND deleted = 0
        UNION SELECT organisation FROM attendance WHERE meeting = NEW.id AND deleted = 0);
END;

-- A meeting is counted anew as one of its lines changes: they are few.
CREATE TRIGGER party_hosts AFTER INSERT ON party WHEN NEW.side = 'host' BEGIN
    UPDATE meeting SET host = (SELECT part.organisation FROM party AS part
        WHERE part.meeting = meeting.id AND part.deleted = 0 AND part.side = 'host' AND part.organisation IS NOT NULL
        ORDER BY part.position, part.id LIMIT 1)
        WHERE id = NEW.meeting;
END;
CREATE TRIGGER party_hosts_anew AFTER UPDATE OF deleted, meeting, organisation, side, position ON party
WHEN OLD.side = 'host' OR NEW.side = 'host' BEGIN
    UPDATE meeting SET host = (SELECT part.organisation FROM party AS part
        WHERE part.meeting = meeting.id AND part.deleted = 0 AND part.side = 'host' AND part.organisation IS NOT NULL
        ORDER BY part.position, part.id LIMIT 1)
        WHERE id IN (OLD.meeting, NEW.meeting);
END;
CREATE TRIGGER attendance_adds AFTER INSERT ON attendance BEGIN
    UPDATE meeting SET (attended, listed) = (SELECT
        coalesce(sum(coalesce(line.group_count, 1)) FILTER (
            WHERE line.status IN ('present', 'remote', 'late', 'left-early')), 0),
        coalesce(sum(coalesce(line.group_count, 1)), 0)
        FROM attendance AS line WHERE line.meeting = meeting.id AND line.deleted = 0)
        WHERE id = NEW.meeting;
END;
CREATE TRIGGER attendance_adds_anew AFTER UPDATE OF deleted, meeting, status, group_count ON attendance BEGIN
    UPDATE meeting SET (attended, listed) = (SELECT
        coalesce(sum(coalesce(line.group_count, 1)) FILTER (
            WHERE line.status IN ('present', 'remote', 'late', 'left-early')), 0),
        coalesce(sum(coalesce(line.group_count, 1)), 0)
        FROM attendance AS line WHERE line.meeting = meeting.id AND line.deleted = 0)
        WHERE id IN (OLD.meeting, NEW.meeting);
END;
CREATE TRIGGER outcome_adds AFTER INSERT ON outcome BEGIN
    UPDATE meeting SET (proposals, follow_ups, decisions) = (SELECT
        count(*) FILTER (WHERE one.kind IN ('proposal', 'initiative')),
        count(*) FILTER (WHERE one.kind = 'follow-up'),
        count(*) FILTER (WHERE one.kind IN ('decision', 'recommendation'))
        FROM outcome AS one WHERE one.meeting = meeting.id AND one.deleted = 0)
        WHERE id = NEW.meeting;
END;
CREATE TRIGGER outcome_adds_anew AFTER UPDATE OF deleted, meeting, kind ON outcome BEGIN
    UPDATE meeting SET (proposals, follow_ups, decisions) = (SELECT
        count(*) FILTER (WHERE one.kind IN ('proposal', 'initiative')),
        count(*) FILTER (WHERE one.kind = 'follow-up'),
        count(*) FILTER (WHERE one.kind IN ('decision', 'recommendation'))
        FROM outcome AS one WHERE one.meeting = meeting.id AND one.deleted = 0)
        WHERE id IN (OLD.meeting, NEW.meeting);
END;

-- The list by each of its columns, of equals the newest first.
CREATE INDEX meeting_by_host ON meeting (host, date DESC, start_time DESC, id DESC) WHERE deleted = 0;
CREATE INDEX meeting_by_venue ON meeting (venue_order, date DESC, start_time DESC, id DESC) WHERE deleted = 0;
CREATE INDEX meeting_by_standing ON meeting (approved_on IS NOT NULL, status, date DESC, start_time DESC, id DESC)
    WHERE deleted = 0;
CREATE INDEX meeting_by_attended ON meeting (attended, date DESC, start_time DESC, id DESC) WHERE deleted = 0;
CREATE INDEX meeting_by_results ON meeting (
    proposals + follow_ups + decisions, date DESC, start_time DESC, id DESC) WHERE deleted = 0;

-- What was agreed with a body: few of the lines that name one who hosts every meeting.
CREATE INDEX party_agreed ON party (organisation, deleted, partnership) WHERE partnership IS NOT NULL;

-- A single letter is looked up like a word: the first one that is typed finds as quickly as those after it.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (
    title, body, title_stem, body_stem,
    content = '', contentless_delete = 1, tokenize = 'ascii', detail = column, prefix = '1 2 3'
);
DELETE FROM meta WHERE key = 'analyser_version';
