-- Runs unchanged on H2 and PostgreSQL.

-- Who runs the connectors of a daemon, and until when, by the clock of the database. The term counts the times that the lease
-- changed hands: whoever writes in an earlier one is too late.
CREATE TABLE "daemon".daemon_lease (
    daemon     VARCHAR NOT NULL PRIMARY KEY,
    held_by    VARCHAR NOT NULL,
    held_until TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    term       BIGINT NOT NULL
);
