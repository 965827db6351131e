package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.testing.TestMariaDb;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("io.openintegration.daemon.testing.TestMariaDb#isWanted")
class HostileAnswersOfMariaDbTest extends HostileAnswersContract {

    private final MariaDbFixture fixture = new MariaDbFixture();
    private String other;

    @Override
    Impostor makePlaces() {
        other = fixture.makeOther();
        fixture.execute("CREATE TABLE evil (id int)", "CREATE TABLE " + other + ".good (id int)");
        return new Impostor(TestMariaDb.port(), Wire.MARIADB);
    }

    @Override
    Connection connection(Impostor way) {
        Map<String, Object> properties = new HashMap<>(PATIENT);
        properties.put("includeDatabases", fixture.name() + "*");
        return fixture.connectionAt("127.0.0.1:" + way.port() + "/", properties);
    }

    @Override
    List<String> question(boolean columns) {
        return List.of(
                columns ? "FROM information_schema.columns" : "SELECT table_name AS name FROM",
                "'" + fixture.name() + "'");
    }

    private static String key(Impostor way, String database) {
        return "mysql://127.0.0.1:" + way.port() + "/" + database + "/#tables";
    }

    @Override
    String unanswered(Impostor way) {
        return key(way, fixture.name());
    }

    @Override
    String answered(Impostor way) {
        return key(way, other);
    }

    @Override
    void closeAll() throws IOException {
        fixture.close();
    }
}
