package io.openintegration.daemon.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.openintegration.daemon.testing.H2Database;
import io.openintegration.daemon.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryPlansOnH2Test extends QueryPlansContract {

    @Override
    TestDatabase newDatabase(Path directory) {
        return new H2Database(directory);
    }

    @Override
    String wholeTable() {
        return ".tableScan";
    }

    @Override
    String index(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /** Each index is written at every insert, and H2 adds some for foreign keys by itself. */
    @Test
    void noIndexIsThereTwice(@TempDir Path directory) throws Exception {
        try (TestDatabase database = newDatabase(directory)) {
            store(database.dataSource());
            assertThat(indexes(database))
                    .extracting(Index::table, Index::columns)
                    .contains(tuple("RELATIONSHIP", "END2"), tuple("ELEMENT", "ANCHOR_GUID"))
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Index> indexes(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT i.table_name, i.index_name,"
                        + " LISTAGG(i.column_name, ',') WITHIN GROUP (ORDER BY i.ordinal_position) AS columns"
                        + " FROM information_schema.index_columns i WHERE i.index_schema LIKE 'store%'"
                        + " GROUP BY i.table_name, i.index_name")) {
            List<Index> indexes = new ArrayList<>();
            while (rows.next()) {
                indexes.add(new Index(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
            return indexes;
        }
    }

    private record Index(String table, String name, String columns) {}
}
