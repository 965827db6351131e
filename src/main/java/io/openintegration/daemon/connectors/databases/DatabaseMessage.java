package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.message.Severity;

/**
 * What the databases connector says. No parameter is a text of a driver: those quote addresses, accounts and statements. They are
 * codes of failures (SQL's states and the numbers of vendors), which their manuals explain.
 */
public enum DatabaseMessage implements MessageDefinition {
    ADDRESS_MISSING(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-400-001",
            400,
            "The connection has no endpoint address, which would say where the database is",
            "The connector is not created.",
            "Give the connection's endpoint the JDBC URL of the database, such as jdbc:postgresql://host:5432/shop.")),
    BAD_PROPERTIES(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-400-002",
            400,
            "The configuration properties of the connection cannot be used: {0}",
            "The connector is not created.",
            "Correct them (docs/connectors/databases.md lists them), then restart the connector.")),
    /** Why: never a part of the address but names of properties. */
    ADDRESS_REFUSED(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-400-003",
            400,
            "The endpoint address is not a JDBC URL that is let through: {0}",
            "The connector is not created, and no driver sees the address.",
            "Correct the address. docs/connectors/databases.md says which forms and properties there are, and why not others;"
                    + " account and secret belong into userId and clearPassword.")),
    NETWORK_REFUSED(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-400-004",
            400,
            "Connector {1} may not connect to {2}, where {0} is found: it is in a network that is refused",
            "No connection is made; the connector stops working.",
            "Correct the endpoint address. Where the connection is meant, change the setting"
                    + " daemon.connections.refused.networks.")),
    DRIVER_MISSING(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-400-005",
            400,
            "There is no JDBC driver for {0}, which connector {1} is to catalogue",
            "The connector stops working; what it has catalogued stays as it is.",
            "Put the driver's jar into a directory below daemon.plugins.directory, and start the server again.")),
    LOGIN_REFUSED(
            MessageText.error(
                    "DATABASE-INTEGRATION-CONNECTORS-401-001",
                    401,
                    "{0} does not accept the account or the secret of connector {1} ({2})",
                    "The connector stops working; what it has catalogued stays as it is.",
                    "Correct userId and clearPassword of the connection, or let the account in from this host; then restart the"
                            + " connector. A server that wants the password in clear gets it by an encrypted connection alone.")),
    RIGHT_MISSING(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-403-001",
            403,
            "The account of connector {1} lacks a right at {0}: {2}",
            "The connector stops working; what it has catalogued stays as it is.",
            "Give the account the right, then restart the connector. Where all databases of a server are not to be catalogued,"
                    + " name one in the address.")),
    DATABASE_MISSING(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-404-001",
            404,
            "There is no database {0}, asked for by connector {1}, or its account may not use it ({2})",
            "The connector stops working; what it has catalogued stays as it is.",
            "Bring the database back, give the account the right to connect to it, or correct the endpoint address; then restart"
                    + " the connector.")),
    FAILED(
            MessageText.error(
                    "DATABASE-INTEGRATION-CONNECTORS-502-001",
                    502,
                    "{0} answers connector {1} with something that makes no sense, or with a failure ({2})",
                    "The connector stops working; what it has catalogued stays as it is.",
                    "Make sure that the address leads to a server of the right kind, and see its log; then restart the connector.")),
    NOT_TO_BE_ENCRYPTED(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-502-002",
            502,
            "Connector {1} has no encrypted connection to {0}: {2}",
            "No account is told; the connector stops working, and what it has catalogued stays as it is.",
            "Make sure that the server encrypts, that its certificate is for the host in the endpoint address, and that the trust store"
                    + " of the JVM has the authority that signed it; then restart the connector.")),
    UNREACHABLE(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-503-001",
            503,
            "Connector {1} cannot reach {0}, or the connection broke ({2})",
            "The connector stops working; what it has catalogued stays as it is.",
            "Make sure that the database runs and can be reached from here, then restart the connector.")),
    REFRESH_ENDED(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-503-002",
            503,
            "The refresh of connector {1} was told to end while it read {0}",
            "What is catalogued stays as it is.",
            "Nothing to do: the next refresh looks again.")),
    TIMED_OUT(MessageText.error(
            "DATABASE-INTEGRATION-CONNECTORS-504-001",
            504,
            "Connector {1} got no answer from {0} in time (limit {2} seconds)",
            "The connector stops working; what it has catalogued stays as it is.",
            "Find out why the database or the network is slow, or raise connectTimeout or queryTimeout; then restart the"
                    + " connector.")),
    MONITORING(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0001",
            Severity.INFO,
            "Connector {0} catalogues {1}: {2} {3}",
            "Its databases, schemas, tables and columns are catalogued at each refresh.",
            "Nothing to do.")),
    STOPPED(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0002",
            Severity.INFO,
            "Connector {0} has stopped reading its database",
            "What it has catalogued stays as it is.",
            "Nothing to do.")),
    NOT_TORN_DOWN(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0003",
            Severity.ERROR,
            "The connection of connector {0} could not be torn down at once ({1})",
            "It ends at its time limit.",
            "None is needed. Lower queryTimeout where that is too long.")),
    WAITS_WITHOUT_LIMIT(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0004",
            Severity.INFO,
            "The driver that connector {0} uses for {1} cannot be told how long to wait for an answer",
            "Queries have their time limit; asking for metadata is ended where the refresh is cancelled, or found to be stuck.",
            "Give the connector a deadline (docs/operating.md) where the database is not to be relied on.")),
    SCHEMA_NOT_PERMITTED(
            MessageText.audit(
                    "DATABASE-INTEGRATION-CONNECTORS-0101",
                    Severity.ERROR,
                    "The account of connector {1} may not use schema {0}",
                    "What is catalogued of it stays as it is.",
                    "Give the account the right (PostgreSQL: GRANT USAGE ON SCHEMA), or exclude the schema by excludeSchemas.")),
    DATABASE_NOT_PERMITTED(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0102",
            Severity.ERROR,
            "The account of connector {1} may not connect to database {0}",
            "What is catalogued of it stays as it is.",
            "Give the account the right (PostgreSQL: GRANT CONNECT ON DATABASE), or exclude the database by"
                    + " excludeDatabases.")),
    SCHEMA_NOT_READ(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0103",
            Severity.ERROR,
            "The tables of {0} could not be read to the end by connector {1} ({2})",
            "Those that were read are catalogued; of the others everything stays as it is, and nothing is taken out of the catalogue.",
            "Look the code up in the manual of the database, and see its log. Where it is a time limit, raise"
                    + " queryTimeout; where there are too many tables, maximumTables.")),
    NOT_ALL_SEEN(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0104",
            Severity.ERROR,
            "The account of connector {1} may not see every table of {0}",
            "Those that it sees are catalogued; nothing is taken out of the catalogue, since what it does not see may be there.",
            "Give the account SELECT on the whole database.")),
    TABLE_TOO_LARGE(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0105",
            Severity.ERROR,
            "Table {0} has more columns, or a longer name in it, than connector {1} takes in",
            "What is catalogued of it stays as it is.",
            "Exclude it by excludeTables. Make sure that the database is what it should be.")),
    DATABASE_NOT_READ(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0106",
            Severity.ERROR,
            "Database {0} could not be read by connector {1}: {2}",
            "What is catalogued of it stays as it is; the other databases of the server are catalogued.",
            "Act on what is said of it, or exclude the database by excludeDatabases.")),
    NOT_ENCRYPTED(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0107",
            Severity.INFO,
            "The connection of connector {0} to {1} is not encrypted",
            "It is used as it is.",
            "Where it leaves this host, have it encrypted: sslmode=verify-full (PostgreSQL), sslMode=verify-full (MariaDB) or"
                    + " ssl: (H2) in the endpoint address.")),
    VIEWS_NOT_SHOWN(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0108",
            Severity.INFO,
            "The account of connector {1} may not see the queries of the views of {0}",
            "Views are catalogued without their queries.",
            "Where those are wanted, give the account the right (MariaDB: GRANT SHOW VIEW on the database).")),
    COLUMNS_NOT_SEEN(MessageText.audit(
            "DATABASE-INTEGRATION-CONNECTORS-0109",
            Severity.ERROR,
            "The database shows connector {1} no columns of {0}",
            "A new table is catalogued without columns; of a known one everything stays as it is until columns are seen.",
            "Find out whether it can still be used: a view whose tables are gone cannot, nor can a damaged table. Repair or drop it, or"
                    + " exclude it by excludeTables."));

    private final MessageText text;

    DatabaseMessage(MessageText text) {
        this.text = text;
    }

    @Override
    public MessageText text() {
        return text;
    }
}
