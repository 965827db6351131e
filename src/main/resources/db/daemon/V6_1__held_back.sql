-- Runs unchanged on H2 and PostgreSQL.

-- How many items that are gone a refresh did not remove, since a guard held them back.
ALTER TABLE "daemon".connector_run ADD COLUMN held_back INTEGER DEFAULT 0 NOT NULL;
