-- All meetings grouped by one of these are counted along its contents. The indexes are of expressions, so that no other
-- question takes them for its own: a list narrowed by a kind has a better way.
CREATE INDEX meeting_kinds ON meeting (coalesce(kind, '')) WHERE deleted = 0;
CREATE INDEX meeting_modes ON meeting (coalesce(mode, '')) WHERE deleted = 0;
CREATE INDEX meeting_chairs ON meeting (coalesce(chair, 0)) WHERE deleted = 0;
