-- Runs unchanged on H2 and PostgreSQL.

-- Events of lineage producers that a connector has not taken in yet, compressed. The digest stands for daemon, connector and
-- content, so that an event that is sent twice is kept once.
CREATE TABLE "daemon".lineage_event (
    number    BIGINT GENERATED ALWAYS AS IDENTITY,
    digest    UUID NOT NULL PRIMARY KEY,
    daemon    VARCHAR NOT NULL,
    connector VARCHAR NOT NULL,
    content   BYTEA NOT NULL
);

CREATE INDEX lineage_event_number ON "daemon".lineage_event (number);

-- What a connector noted of those that it has, in parts of a size that every database takes. The hashes stand for daemon, connector
-- and kind, with namespace and name, and with the namespace alone.
CREATE TABLE "daemon".lineage_note (
    note_hash      UUID NOT NULL,
    part           INTEGER NOT NULL,
    namespace_hash UUID NOT NULL,
    daemon         VARCHAR NOT NULL,
    connector      VARCHAR NOT NULL,
    kind           VARCHAR NOT NULL,
    namespace      VARCHAR NOT NULL,
    name           VARCHAR NOT NULL,
    content        BYTEA NOT NULL,
    PRIMARY KEY (note_hash, part)
);

CREATE INDEX lineage_note_namespace ON "daemon".lineage_note (namespace_hash, note_hash);
