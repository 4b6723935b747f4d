-- Heads are counted by the one rule of the meeting's page and its minutes: a person is one, a group as many as it has and
-- none while that is not known, and who is represented by another on the list is not expected beside them.

DROP TRIGGER IF EXISTS attendance_adds;
DROP TRIGGER IF EXISTS attendance_adds_anew;
CREATE TRIGGER attendance_adds AFTER INSERT ON attendance BEGIN
    UPDATE meeting SET (attended, listed) = (SELECT
        coalesce(sum(CASE WHEN line.person IS NOT NULL THEN 1 ELSE max(coalesce(line.group_count, 0), 0) END) FILTER (
            WHERE line.status IN ('present', 'remote', 'late', 'left-early')), 0),
        coalesce(sum(CASE WHEN line.person IS NOT NULL THEN 1 ELSE max(coalesce(line.group_count, 0), 0) END) FILTER (
            WHERE line.status IS NOT 'deputised'), 0)
        FROM attendance AS line WHERE line.meeting = meeting.id AND line.deleted = 0)
        WHERE id = NEW.meeting;
END;
CREATE TRIGGER attendance_adds_anew AFTER UPDATE OF deleted, meeting, person, status, group_count ON attendance BEGIN
    UPDATE meeting SET (attended, listed) = (SELECT
        coalesce(sum(CASE WHEN line.person IS NOT NULL THEN 1 ELSE max(coalesce(line.group_count, 0), 0) END) FILTER (
            WHERE line.status IN ('present', 'remote', 'late', 'left-early')), 0),
        coalesce(sum(CASE WHEN line.person IS NOT NULL THEN 1 ELSE max(coalesce(line.group_count, 0), 0) END) FILTER (
            WHERE line.status IS NOT 'deputised'), 0)
        FROM attendance AS line WHERE line.meeting = meeting.id AND line.deleted = 0)
        WHERE id IN (OLD.meeting, NEW.meeting);
END;
-- Only lines that the rules count differently are counted anew.
UPDATE meeting SET (attended, listed) = (SELECT
    coalesce(sum(CASE WHEN line.person IS NOT NULL THEN 1 ELSE max(coalesce(line.group_count, 0), 0) END) FILTER (
        WHERE line.status IN ('present', 'remote', 'late', 'left-early')), 0),
    coalesce(sum(CASE WHEN line.person IS NOT NULL THEN 1 ELSE max(coalesce(line.group_count, 0), 0) END) FILTER (
        WHERE line.status IS NOT 'deputised'), 0)
    FROM attendance AS line WHERE line.meeting = meeting.id AND line.deleted = 0)
    WHERE id IN (SELECT line.meeting FROM attendance AS line
        WHERE line.status = 'deputised' OR line.person IS NULL OR line.group_count IS NOT NULL);

-- What the list of meetings is filtered, grouped and counted by, without reading the meetings themselves: where they stand
-- as one sees it, the newest first.
DROP INDEX IF EXISTS meeting_by_standing;
CREATE INDEX meeting_facets ON meeting (
    CASE WHEN approved_on IS NOT NULL THEN 'approved' ELSE status END, date DESC, start_time DESC, id DESC,
    approved_on, status, kind, series, host, mode, city, venue, chair, secretary, confidentiality, review, end_time,
    next_date, attended, listed, proposals, follow_ups, decisions) WHERE deleted = 0;
