-- The message in lower case, folded by the daemon: LOWER of H2 and of PostgreSQL differ, and PostgreSQL's depends on the
-- database's locale.
ALTER TABLE "daemon".audit_record ADD COLUMN message_folded VARCHAR;
UPDATE "daemon".audit_record SET message_folded = LOWER(message_text);
ALTER TABLE "daemon".audit_record ALTER COLUMN message_folded SET NOT NULL;
