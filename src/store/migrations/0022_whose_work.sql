-- What is open with a body counts what its people owe, where no other body is named: as everywhere else that is asked of.
DROP TRIGGER IF EXISTS outcome_counts;
DROP TRIGGER IF EXISTS outcome_counts_no_more;
DROP TRIGGER IF EXISTS outcome_counts_now;

CREATE TRIGGER outcome_owed AFTER INSERT ON outcome WHEN NEW.deleted = 0
    AND NEW.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND NEW.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed') BEGIN
    UPDATE person SET open_tasks = open_tasks + 1 WHERE id = NEW.person;
    UPDATE organisation SET open_tasks = open_tasks + 1
        WHERE id = coalesce(NEW.organisation, (SELECT organisation FROM person WHERE id = NEW.person));
END;
CREATE TRIGGER outcome_owed_no_more AFTER UPDATE OF deleted, kind, status, person, organisation ON outcome
WHEN OLD.deleted = 0
    AND OLD.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND OLD.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed') BEGIN
    UPDATE person SET open_tasks = open_tasks - 1 WHERE id = OLD.person;
    UPDATE organisation SET open_tasks = open_tasks - 1
        WHERE id = coalesce(OLD.organisation, (SELECT organisation FROM person WHERE id = OLD.person));
END;
CREATE TRIGGER outcome_owed_now AFTER UPDATE OF deleted, kind, status, person, organisation ON outcome
WHEN NEW.deleted = 0
    AND NEW.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND NEW.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed') BEGIN
    UPDATE person SET open_tasks = open_tasks + 1 WHERE id = NEW.person;
    UPDATE organisation SET open_tasks = open_tasks + 1
        WHERE id = coalesce(NEW.organisation, (SELECT organisation FROM person WHERE id = NEW.person));
END;

-- Who goes to another body takes along what they owe. What is counted here is what the person is counted to owe, without
-- that of which a body is named.
CREATE TRIGGER person_owes_elsewhere AFTER UPDATE OF organisation ON person WHEN NEW.organisation IS NOT OLD.organisation
BEGIN
    UPDATE organisation SET open_tasks = open_tasks - (
        SELECT count(*) FROM outcome AS task WHERE task.person = NEW.id AND task.organisation IS NULL
        AND task.deleted = 0
    AND task.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND task.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed')
    ) WHERE id = OLD.organisation;
    UPDATE organisation SET open_tasks = open_tasks + (
        SELECT count(*) FROM outcome AS task WHERE task.person = NEW.id AND task.organisation IS NULL
        AND task.deleted = 0
    AND task.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND task.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed')
    ) WHERE id = NEW.organisation;
END;

UPDATE organisation SET open_tasks = open_tasks + found.count FROM (
    SELECT person.organisation AS whose, count(*) AS count FROM outcome AS task JOIN person ON person.id = task.person
    WHERE person.organisation IS NOT NULL AND task.organisation IS NULL AND task.deleted = 0
    AND task.kind IN ('follow-up', 'recommendation', 'decision', 'obligation')
    AND task.status IN (
        'not-started', 'in-progress', 'stalled', 'on-hold', 'idea', 'submitted', 'under-study', 'needs-info',
        'approved', 'logged', 'analysing', 'in-treatment', 'escalated', 'available', 'offered', 'assigned',
        'consultation', 'issued', 'in-force', 'negotiating', 'drafted', 'legal-review', 'ready', 'signed',
        'active', 'renewed') GROUP BY 1
) AS found WHERE found.whose = organisation.id;
