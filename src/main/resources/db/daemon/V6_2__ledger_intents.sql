-- Runs unchanged on H2 and PostgreSQL.

-- The items whose elements are about to be made: where a refresh breaks off before the ledger heard of them, the next one looks for
-- them. A few rows for a batch, which go with it.
CREATE TABLE "daemon".ledger_intent (
    ledger_id BIGINT NOT NULL,
    items     VARCHAR NOT NULL
);

CREATE INDEX ledger_intent_ledger ON "daemon".ledger_intent (ledger_id);
