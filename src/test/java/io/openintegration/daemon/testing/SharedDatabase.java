package io.openintegration.daemon.testing;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database on which another process can work. */
public interface SharedDatabase extends TestDatabase {

    String H2 = "h2";
    String POSTGRES = "postgres";

    /** What tells another process the way to it. */
    List<String> way();

    /** Returns when nothing that others began there is going on any more. */
    void awaitAlone();

    /** In the other process. */
    static DataSource by(List<String> way) {
        if (way.get(0).equals(H2)) {
            return new H2Database(Path.of(way.get(1))).dataSource();
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setURL(way.get(1));
        postgres.setUser(way.get(2));
        postgres.setPassword(way.get(3));
        return postgres;
    }
}
