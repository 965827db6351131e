package io.openintegration.daemon.testing;

import javax.sql.DataSource;

/** A database of one test's own, empty at first, of a kind that the product runs on and set as operators set it. */
public interface TestDatabase extends AutoCloseable {

    DataSource dataSource();

    /** Ends all connections, and lets go of the database's files; the content stays. What came from here before is void. */
    void restart();

    /** Removes all tables and schemas. */
    void wipe();

    /** Connections to a database that does not exist: each attempt fails. */
    DataSource absent();

    @Override
    void close();
}
