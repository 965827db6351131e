-- Runs unchanged on H2 and PostgreSQL.

-- Since when an item is catalogued, since when it is missing though it was not removed, and the refresh that made its element.
-- Times are milliseconds since 1970, which read faster than time stamps: a refresh reads them for every item. What was
-- catalogued before this migration counts as old.
ALTER TABLE "daemon".ledger_entry ADD COLUMN catalogued_at BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE "daemon".ledger_entry ADD COLUMN missing_since BIGINT;
ALTER TABLE "daemon".ledger_entry ADD COLUMN made_by VARCHAR;
