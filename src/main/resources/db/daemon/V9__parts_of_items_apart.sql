-- Runs unchanged on H2 and PostgreSQL.

-- The parts of an item stand apart from it: H2 keeps whole rows in its pages, and a refresh with nothing changed reads all items,
-- but no parts. Only items that have parts have a row here. ledger_part still tells whose part an element is.
CREATE TABLE "daemon".ledger_item_parts (
    item_hash UUID NOT NULL PRIMARY KEY,
    parts     VARCHAR NOT NULL
);

INSERT INTO "daemon".ledger_item_parts (item_hash, parts)
    SELECT item_hash, parts FROM "daemon".ledger_entry WHERE parts <> '[]';

ALTER TABLE "daemon".ledger_entry DROP COLUMN parts;
