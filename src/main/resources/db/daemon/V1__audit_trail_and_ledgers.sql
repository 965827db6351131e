-- Runs unchanged on H2 and PostgreSQL.

CREATE TABLE "daemon".audit_record (
    guid                  VARCHAR NOT NULL PRIMARY KEY,
    incarnation           BIGINT NOT NULL,
    sequence_number       BIGINT NOT NULL,
    time_stamp            TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    server_name           VARCHAR NOT NULL,
    server_type           VARCHAR NOT NULL,
    organization_name     VARCHAR NOT NULL,
    component_id          INTEGER NOT NULL,
    component_name        VARCHAR NOT NULL,
    component_description VARCHAR NOT NULL,
    action_description    VARCHAR NOT NULL,
    thread_id             BIGINT NOT NULL,
    thread_name           VARCHAR NOT NULL,
    severity_code         INTEGER NOT NULL,
    message_id            VARCHAR NOT NULL,
    message_text          VARCHAR NOT NULL,
    message_parameters    VARCHAR NOT NULL,
    system_action         VARCHAR NOT NULL,
    user_action           VARCHAR NOT NULL,
    exception_class       VARCHAR,
    exception_message     VARCHAR,
    exception_stack_trace VARCHAR
);

CREATE INDEX audit_record_newest
    ON "daemon".audit_record (server_name, time_stamp, incarnation, sequence_number);
CREATE INDEX audit_record_message
    ON "daemon".audit_record (server_name, message_id, time_stamp);

CREATE TABLE "daemon".ledger (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    daemon          VARCHAR NOT NULL,
    connector       VARCHAR NOT NULL,
    metadata_server VARCHAR NOT NULL,
    CONSTRAINT ledger_once UNIQUE (daemon, connector, metadata_server)
);

-- Keys are long paths, longer than an index entry may be: rows are found by item_hash and scope_hash, which stand for
-- ledger and key together. The top scopes are found by the hash of the empty key. Keys of one folder have hashes that are
-- near to each other, so that a refresh touches few pages of an index. The content of a scope is read in portions, in the
-- order of item_hash.
CREATE TABLE "daemon".ledger_entry (
    item_hash       UUID NOT NULL PRIMARY KEY,
    scope_hash      UUID NOT NULL,
    ledger_id       BIGINT NOT NULL,
    item_key        VARCHAR NOT NULL,
    scope_key       VARCHAR,
    is_scope        BOOLEAN NOT NULL,
    type_name       VARCHAR NOT NULL,
    guid            VARCHAR NOT NULL,
    qualified_name  VARCHAR NOT NULL,
    classifications VARCHAR NOT NULL,
    stamp           VARCHAR NOT NULL,
    fingerprint     VARCHAR NOT NULL,
    version         BIGINT NOT NULL,
    parts           VARCHAR NOT NULL
);

CREATE INDEX ledger_entry_scope ON "daemon".ledger_entry (scope_hash, item_hash);
CREATE INDEX ledger_entry_guid ON "daemon".ledger_entry (guid);

-- Which item a part belongs to; what else is known of the part stands with the item.
CREATE TABLE "daemon".ledger_part (
    item_hash UUID NOT NULL,
    guid      VARCHAR NOT NULL
);

CREATE INDEX ledger_part_item ON "daemon".ledger_part (item_hash);
CREATE INDEX ledger_part_guid ON "daemon".ledger_part (guid);
