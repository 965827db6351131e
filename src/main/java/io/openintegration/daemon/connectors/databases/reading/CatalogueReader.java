package io.openintegration.daemon.connectors.databases.reading;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the catalogue of the database that a session is connected to. Throws {@link CancelledException} where it is told to end. */
public interface CatalogueReader {

    Product product() throws SQLException;

    /** Name of the database that the session is connected to. */
    String database() throws SQLException;

    /**
     * All databases of the server that somebody can use.
     *
     * @throws IncompleteListException where the account may not see all of them
     */
    List<DatabaseEntry> databases() throws SQLException;

    /** The schemas of the database, those of the engine itself not among them. */
    List<Schema> schemas() throws SQLException;

    /**
     * Tells the tables of a schema.
     *
     * @return whether they are all; not so where the account may not see every one of them
     * @throws SQLException where it could not read them to the end
     */
    boolean tables(Schema schema, TableReceiver receiver) throws SQLException;

    /** Whether the account may see everything that is in this database, so that what it does not see is not there. */
    boolean seesAll() throws SQLException;

    /** Whether the account may see by which queries views are made, as far as there is a right to that. */
    boolean seesQueriesOfViews() throws SQLException;

    /** Whether the connection is encrypted; empty where the database does not say. */
    Optional<Boolean> isEncrypted() throws SQLException;

    /** Whether the database still answers, so that something else can be read from it. */
    boolean isAlive();
}
