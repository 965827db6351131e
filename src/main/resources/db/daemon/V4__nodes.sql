-- Runs unchanged on H2 and PostgreSQL.

-- Which node runs a daemon, as it tells itself about once a second. The publication counts that: what a reader has not seen has a
-- higher number than what it has.
CREATE TABLE "daemon".daemon_duty (
    daemon       VARCHAR NOT NULL PRIMARY KEY,
    node         VARCHAR NOT NULL,
    host         VARCHAR NOT NULL,
    since        TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    publication  BIGINT NOT NULL,
    published_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- What that node knows of each connector, and the publication that told it.
CREATE TABLE "daemon".connector_report (
    daemon      VARCHAR NOT NULL,
    connector   VARCHAR NOT NULL,
    publication BIGINT NOT NULL,
    report      VARCHAR NOT NULL,
    PRIMARY KEY (daemon, connector)
);

-- What operators ask on nodes that do not run the daemon. One that was taken cannot be withdrawn any more; one that was answered is
-- never carried out again.
CREATE TABLE "daemon".daemon_command (
    id           UUID NOT NULL PRIMARY KEY,
    place_number BIGINT GENERATED ALWAYS AS IDENTITY,
    daemon       VARCHAR NOT NULL,
    kind         VARCHAR NOT NULL,
    service      VARCHAR,
    connector    VARCHAR,
    target       VARCHAR,
    run          UUID,
    requested_by VARCHAR NOT NULL,
    placed_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    taken_by     VARCHAR,
    answer       VARCHAR,
    is_open      BOOLEAN NOT NULL
);

CREATE INDEX daemon_command_place ON "daemon".daemon_command (daemon, place_number);
