package io.openintegration.daemon.connectors.databases;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.JdbcDrivers;
import io.openintegration.daemon.testing.FakeDatabaseIntegratorContext;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.derby.client.ClientAutoloadedDriver;
import org.apache.derby.drda.NetworkServerControl;
import org.apache.derby.iapi.jdbc.AutoloadedDriver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that nothing here knows, on its own server, by a driver that somebody dropped beside the product. */
class RelationalDatabaseMonitorOnDerbyTest {

    @TempDir
    static Path home;

    private final FakeDatabaseIntegratorContext context =
            new FakeDatabaseIntegratorContext().driving(JdbcDrivers.of(List.of(new ClientAutoloadedDriver())));
    private int port;
    private NetworkServerControl server;

    @BeforeEach
    void prepare() throws Exception {
        System.setProperty("derby.system.home", home.toString());
        System.setProperty("derby.stream.error.file", home.resolve("derby.log").toString());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        server = new NetworkServerControl(InetAddress.getLoopbackAddress(), port);
        server.start(new PrintWriter(Writer.nullWriter()));
        Awaitility.await().ignoreExceptions().until(() -> {
            server.ping();
            return true;
        });
        try (Connection connection = new AutoloadedDriver().connect("jdbc:derby:shop;create=true", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA SALES");
            statement.execute("CREATE TABLE SALES.CUSTOMER (REGION INT NOT NULL, ID INT NOT NULL,"
                    + " NAME VARCHAR(80) DEFAULT 'x' NOT NULL, PRICE DECIMAL(9,2),"
                    + " CONSTRAINT CUSTOMER_KEY PRIMARY KEY (REGION, ID))");
            statement.execute("CREATE TABLE SALES.ORDERS (ID BIGINT NOT NULL PRIMARY KEY, R INT, C INT,"
                    + " CONSTRAINT WHO FOREIGN KEY (R, C) REFERENCES SALES.CUSTOMER (REGION, ID))");
            statement.execute("CREATE VIEW SALES.NAMES AS SELECT NAME FROM SALES.CUSTOMER");
        }
    }

    @AfterEach
    void close() throws Exception {
        server.shutdown();
    }

    @Test
    void tablesColumnsAndKeysAreRead() {
        RecordingSink sink = DatabaseFixture.described(
                DatabaseFixture.connection("jdbc:derby://127.0.0.1:" + port + "/shop", "SA", "hush-hush", Map.of()),
                context);

        String schema = "derby://127.0.0.1:" + port + "/shop/SALES/#tables/";
        assertThat(sink.items())
                .containsOnlyKeys(
                        new ItemKey(schema + "CUSTOMER"),
                        new ItemKey(schema + "ORDERS"),
                        new ItemKey(schema + "NAMES"));
        ItemDescription customer = sink.item(schema + "CUSTOMER");
        assertThat(customer.qualifiedName()).hasToString("derby://127.0.0.1:" + port + "::shop.SALES.CUSTOMER");
        assertThat(customer.parts())
                .extracting(part -> part.properties().text("displayName").orElseThrow())
                .containsExactly("REGION", "ID", "NAME", "PRICE");
        assertThat(customer.parts().get(2).properties().get("isNullable")).contains(new PropertyValue.Flag(false));
        assertThat(customer.parts().get(2).properties().get("length")).contains(new PropertyValue.IntNumber(80));
        assertThat(customer.parts()
                        .get(2)
                        .classifications()
                        .get(new TypeName("TypeEmbeddedAttribute"))
                        .text("defaultValue"))
                .contains("'x'");
        assertThat(customer.parts().get(3).properties().get("precision")).contains(new PropertyValue.IntNumber(9));
        assertThat(customer.parts().get(0).classifications()).containsKey(new TypeName("PrimaryKey"));
        assertThat(more(customer)).containsEntry("primaryKey.CUSTOMER_KEY", "(REGION, ID)");
        assertThat(more(sink.item(schema + "ORDERS")))
                .containsEntry("foreignKey.WHO", "(R, C) -> shop.SALES.CUSTOMER (REGION, ID)");
        assertThat(more(sink.item(schema + "NAMES"))).containsEntry("tableType", "VIEW");
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
        assertThat(sink.scopes().keySet()).extracting(ItemKey::value).noneMatch(key -> key.contains("SYS"));
    }

    private static Map<String, String> more(ItemDescription item) {
        return ((PropertyValue.TextMap)
                        item.properties().get("additionalProperties").orElseThrow())
                .values();
    }
}
