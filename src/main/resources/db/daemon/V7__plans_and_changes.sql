-- Runs unchanged on H2 and PostgreSQL.

-- What refreshes would do, as asked for by operators or held for their approval; and what became of that.
CREATE TABLE "daemon".change_plan (
    id           UUID NOT NULL PRIMARY KEY,
    daemon       VARCHAR NOT NULL,
    connector    VARCHAR NOT NULL,
    state        VARCHAR NOT NULL,
    requested_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    story        VARCHAR NOT NULL
);

CREATE INDEX change_plan_newest ON "daemon".change_plan (daemon, connector, requested_at);

-- The changes of plans, and of runs what is needed to undo them: list_id is the id of a plan or of a run. Item keys are longer
-- than an index entry may be: item_hash stands for daemon, connector and key.
CREATE TABLE "daemon".item_change (
    list_id        UUID NOT NULL,
    number         BIGINT NOT NULL,
    item_hash      UUID NOT NULL,
    action         VARCHAR NOT NULL,
    item_key       VARCHAR NOT NULL,
    scope_key      VARCHAR,
    former_scope   VARCHAR,
    type_name      VARCHAR NOT NULL,
    qualified_name VARCHAR NOT NULL,
    name_folded    VARCHAR NOT NULL,
    digest         VARCHAR NOT NULL,
    details        VARCHAR NOT NULL,
    undone         BOOLEAN NOT NULL,
    PRIMARY KEY (list_id, number)
);

CREATE INDEX item_change_item ON "daemon".item_change (item_hash);
