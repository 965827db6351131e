package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import java.io.IOException;
import java.util.List;

class HostileAnswersOfPostgresTest extends HostileAnswersContract {

    private final PostgresFixture fixture = new PostgresFixture();

    @Override
    Impostor makePlaces() {
        fixture.execute(
                "CREATE SCHEMA elsewhere", "CREATE TABLE elsewhere.evil (id int)", "CREATE TABLE public.good (id int)");
        return new Impostor(fixture.proxy().port(), Wire.POSTGRESQL);
    }

    @Override
    Connection connection(Impostor way) {
        return fixture.connectionAt("127.0.0.1:" + way.port() + "/" + fixture.name() + "?sslmode=disable", PATIENT);
    }

    /** Both are asked for in the transaction of the place's tables. */
    @Override
    List<String> question(boolean columns) {
        return columns ? List.of("pg_get_viewdef", "elsewhere") : List.of("c.relnatts AS width", "elsewhere");
    }

    private String key(Impostor way, String schema) {
        return "postgres://127.0.0.1:" + way.port() + "/" + fixture.name() + "/" + schema + "/#tables";
    }

    @Override
    String unanswered(Impostor way) {
        return key(way, "elsewhere");
    }

    @Override
    String answered(Impostor way) {
        return key(way, "public");
    }

    @Override
    void closeAll() throws IOException {
        fixture.close();
    }
}
