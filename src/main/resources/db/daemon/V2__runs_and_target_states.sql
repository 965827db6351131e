-- Runs unchanged on H2 and PostgreSQL.

CREATE TABLE "daemon".connector_run (
    id             UUID NOT NULL PRIMARY KEY,
    daemon         VARCHAR NOT NULL,
    connector      VARCHAR NOT NULL,
    trigger_name   VARCHAR NOT NULL,
    requested_by   VARCHAR,
    begin_time     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    end_time       TIMESTAMP(3) WITH TIME ZONE,
    outcome        VARCHAR NOT NULL,
    created        INTEGER NOT NULL,
    updated        INTEGER NOT NULL,
    removed        INTEGER NOT NULL,
    restored       INTEGER NOT NULL,
    unchanged      INTEGER NOT NULL,
    problem_count  INTEGER NOT NULL,
    problems       VARCHAR NOT NULL,
    failure        VARCHAR NOT NULL,
    failure_origin VARCHAR
);

CREATE INDEX connector_run_newest ON "daemon".connector_run (daemon, connector, begin_time);
CREATE INDEX connector_run_outcome ON "daemon".connector_run (daemon, outcome, begin_time);
CREATE INDEX connector_run_end ON "daemon".connector_run (end_time);

-- Connectors that are not to be started; of all others there is no row.
CREATE TABLE "daemon".connector_target (
    daemon    VARCHAR NOT NULL,
    connector VARCHAR NOT NULL,
    target    VARCHAR NOT NULL,
    PRIMARY KEY (daemon, connector)
);
