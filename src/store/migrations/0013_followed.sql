-- What the register of recommendations shows of each beyond its own fields: the day and the minutes' number of its meeting,
-- the last that was done for it and on which day, how many files witness it; and the day on which it was over, so that the
-- next minutes tell of it once. Kept here in step with what they follow from, so that a register of any size stands by them.
-- Derived data: left out of the log, looked over by the check. The numbers before << are those of a record's key: 2 an
-- outcome's, 16 an update's.
--
-- One trigger knows how all of it follows. The others say of which outcome something was touched, by giving it the day on
-- which it was done anew, which is what it was.

ALTER TABLE outcome ADD COLUMN met_on TEXT;
ALTER TABLE outcome ADD COLUMN minutes_number TEXT;
ALTER TABLE outcome ADD COLUMN last_action TEXT;
ALTER TABLE outcome ADD COLUMN updated_on TEXT;
ALTER TABLE outcome ADD COLUMN evidence INTEGER;
ALTER TABLE outcome ADD COLUMN closed_on TEXT;

-- What stood in the way when an update was written.
ALTER TABLE progress ADD COLUMN obstacles TEXT;

CREATE TRIGGER outcome_is_followed AFTER UPDATE OF meeting, status, done_on ON outcome BEGIN
    UPDATE outcome SET met_on = (SELECT held.date FROM meeting AS held WHERE held.id = outcome.meeting),
        minutes_number = (SELECT held.minutes_number FROM meeting AS held WHERE held.id = outcome.meeting),
        last_action = (SELECT step.text FROM progress AS step
            WHERE step.subject = (2 << 48) + outcome.id AND step.deleted = 0 AND step.text <> ''
            ORDER BY step.id DESC LIMIT 1),
        updated_on = (SELECT max(step.day) FROM progress AS step
            WHERE step.subject = (2 << 48) + outcome.id AND step.deleted = 0),
        evidence = nullif(
            (SELECT count(*) FROM document AS kept WHERE kept.subject = (2 << 48) + outcome.id AND kept.deleted = 0)
            + (SELECT count(*) FROM progress AS step
                JOIN document AS kept ON kept.subject = (16 << 48) + step.id AND kept.deleted = 0
                WHERE step.subject = (2 << 48) + outcome.id AND step.deleted = 0), 0),
        closed_on = CASE WHEN status IN (
            'done', 'cancelled', 'completed', 'declined', 'archived', 'resolved', 'closed', 'converted', 'expired',
            'repealed', 'amended', 'terminated') THEN coalesce(done_on,
            (SELECT max(step.day) FROM progress AS step
                WHERE step.subject = (2 << 48) + outcome.id AND step.deleted = 0 AND step.to_status = outcome.status)) END
    WHERE id = NEW.id;
END;
CREATE TRIGGER outcome_follows AFTER INSERT ON outcome BEGIN
    UPDATE outcome SET done_on = done_on WHERE id = NEW.id;
END;
CREATE TRIGGER meeting_is_followed AFTER UPDATE OF date, minutes_number ON meeting
WHEN OLD.date IS NOT NEW.date OR OLD.minutes_number IS NOT NEW.minutes_number BEGIN
    UPDATE outcome SET done_on = done_on WHERE meeting = NEW.id;
END;
CREATE TRIGGER progress_is_followed AFTER INSERT ON progress BEGIN
    UPDATE outcome SET done_on = done_on WHERE id = NEW.subject - (2 << 48);
END;
CREATE TRIGGER progress_is_followed_anew AFTER UPDATE OF deleted, subject, day, text, to_status ON progress BEGIN
    UPDATE outcome SET done_on = done_on WHERE id IN (OLD.subject - (2 << 48), NEW.subject - (2 << 48));
END;
CREATE TRIGGER document_is_followed AFTER INSERT ON document BEGIN
    UPDATE outcome SET done_on = done_on WHERE id = NEW.subject - (2 << 48)
        OR id = (SELECT subject - (2 << 48) FROM progress WHERE progress.id = NEW.subject - (16 << 48));
END;
CREATE TRIGGER document_is_followed_anew AFTER UPDATE OF deleted, subject ON document BEGIN
    UPDATE outcome SET done_on = done_on WHERE id IN (OLD.subject - (2 << 48), NEW.subject - (2 << 48))
        OR id IN (SELECT subject - (2 << 48) FROM progress
            WHERE progress.id IN (OLD.subject - (16 << 48), NEW.subject - (16 << 48)));
END;


UPDATE outcome SET done_on = done_on;

CREATE INDEX outcome_by_met_on ON outcome (met_on, kind) WHERE deleted = 0 AND met_on IS NOT NULL;
CREATE INDEX outcome_by_minutes_number ON outcome (minutes_number, kind) WHERE deleted = 0 AND minutes_number IS NOT NULL;
CREATE INDEX outcome_by_updated_on ON outcome (updated_on, kind) WHERE deleted = 0 AND updated_on IS NOT NULL;
CREATE INDEX outcome_by_evidence ON outcome (evidence, kind) WHERE deleted = 0 AND evidence IS NOT NULL;
CREATE INDEX outcome_by_closed_on ON outcome (closed_on, kind) WHERE deleted = 0 AND closed_on IS NOT NULL;

-- What the indexes are like, so that a question that names none takes the best of them from the first day.
PRAGMA analysis_limit = 4000;
ANALYZE outcome;
PRAGMA analysis_limit = 0;
