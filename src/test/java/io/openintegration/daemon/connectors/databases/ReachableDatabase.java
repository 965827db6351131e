package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.testing.TcpProxy;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** A database of one test's own, and a way there that can be closed. */
interface ReachableDatabase extends AutoCloseable {

    /** As a document names it: the address, and an account that may read it. */
    Connection connection(Map<String, Object> properties);

    /** As its owner. */
    void execute(String... statements) throws SQLException;

    TcpProxy proxy();

    @Override
    void close() throws SQLException, IOException;
}
