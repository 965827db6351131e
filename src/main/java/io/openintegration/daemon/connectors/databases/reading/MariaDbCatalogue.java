package io.openintegration.daemon.connectors.databases.reading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * MariaDB and MySQL, by {@code information_schema}. A database is a schema there. It shows an account only that to which it has a
 * right, and does not say what it left out: so the grants are looked at, to know whether it was everything. So it is
 * with the columns of each table: a right to some of them shows these alone.
 *
 * <p>A table that a query does not name is not opened for it: so tables are listed, and asked for in portions by their names. Each
 * portion is read to its end before it is told: a server waits only so long for one that does not take its rows.
 */
public final class MariaDbCatalogue implements CatalogueReader {

    /** A table's columns are not counted without opening it. */
    private static final int USUAL_COLUMNS = 100;

    private static final String DATABASES =
            """
            SELECT schema_name AS name FROM information_schema.schemata
            WHERE schema_name NOT IN ('information_schema', 'performance_schema', 'mysql', 'sys') ORDER BY schema_name""";

    private static final String NAMES =
            "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? ORDER BY table_name";

    private static final String TABLES =
            """
            SELECT table_name AS name, table_type AS kind, table_comment AS comment, table_rows AS estimate
            FROM information_schema.tables
            WHERE table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED') AND table_schema = ?""";

    private static final String VIEWS =
            """
            SELECT table_name AS name, LEFT(view_definition, 20001) AS definition FROM information_schema.views
            WHERE table_schema = ?""";

    private static final String PARTITIONS =
            """
            SELECT table_name AS tab, partition_method AS method, partition_expression AS expression,
                   GROUP_CONCAT(DISTINCT partition_name ORDER BY partition_ordinal_position SEPARATOR ', ') AS parts
            FROM information_schema.partitions WHERE partition_name IS NOT NULL AND table_schema = ?""";

    private static final String COLUMNS =
            """
            SELECT table_name AS tab, column_name AS name, data_type AS type, column_type AS native_type,
                   character_maximum_length AS length, numeric_precision AS digits, is_nullable AS nullable,
                   column_default AS default_value, extra AS extra, generation_expression AS formula,
                   column_comment AS comment
            FROM information_schema.columns WHERE table_schema = ?""";

    private static final String KEYS =
            """
            SELECT table_name AS tab, constraint_name AS name, column_name AS col, referenced_table_schema AS other_schema,
                   referenced_table_name AS other_table, referenced_column_name AS other_column
            FROM information_schema.key_column_usage WHERE table_schema = ?""";

    private static final String INDEXES =
            """
            SELECT table_name AS tab, index_name AS name, non_unique = 0 AS is_unique, index_type AS method,
                   column_name AS col
            FROM information_schema.statistics WHERE table_schema = ?""";

    private static final String PRIMARY = "PRIMARY";
    private static final String SELECT = "SELECT";

    private final Session session;

    public MariaDbCatalogue(Session session) {
        this.session = session;
    }

    @Override
    public Product product() throws SQLException {
        return JdbcCatalogue.productOf(session);
    }

    @Override
    public boolean seesAll() throws SQLException {
        return grants().cover(database(), SELECT);
    }

    @Override
    public boolean seesQueriesOfViews() throws SQLException {
        return grants().cover(database(), "SHOW VIEW");
    }

    @Override
    public Optional<Boolean> isEncrypted() throws SQLException {
        return session
                .places("SHOW SESSION STATUS LIKE 'Ssl_cipher'", "connections", row -> !row.text("Value")
                        .isBlank())
                .stream()
                .findFirst();
    }

    @Override
    public boolean isAlive() {
        return session.isAlive();
    }

    @Override
    public String database() throws SQLException {
        return session.connection().getCatalog();
    }

    @Override
    public List<DatabaseEntry> databases() throws SQLException {
        if (!grants().cover(Grants.EVERYWHERE, "SHOW DATABASES")) {
            throw new IncompleteListException("SHOW DATABASES on *.*");
        }
        return session.places(
                DATABASES,
                "databases of one server",
                row -> new DatabaseEntry(row.name("name"), Optional.empty(), true));
    }

    @Override
    public List<Schema> schemas() {
        return List.of(Schema.NAMELESS);
    }

    @Override
    public boolean tables(Schema schema, TableReceiver receiver) throws SQLException {
        String database = database();
        Grants before = grants();
        TableList.tell(session, receiver, tables -> list(database, tables), portion -> read(database, portion, before));
        return before.cover(database, SELECT) && seesAll();
    }

    private Grants grants() throws SQLException {
        Grants grants = new Grants();
        session.places("SHOW GRANTS", "rights of one account", Row::first).forEach(grants::add);
        return grants;
    }

    private void list(String database, TableList tables) throws SQLException {
        session.query(NAMES, List.of(database), row -> tables.add(row.text("name"), USUAL_COLUMNS));
    }

    private Collection<Draft> read(String database, List<String> tables, Grants before) throws SQLException {
        String named = " AND table_name IN (" + String.join(", ", Collections.nCopies(tables.size(), "?")) + ")";
        List<String> of = new ArrayList<>(List.of(database));
        of.addAll(tables);
        Map<String, Optional<String>> definitions = new HashMap<>();
        session.query(VIEWS + named, of, row -> definitions.put(row.text("name"), row.prose("definition")));
        Map<String, String> partitions = new HashMap<>();
        session.query(
                PARTITIONS + named + " GROUP BY table_name, partition_method, partition_expression",
                of,
                row -> partitions.put(row.text("tab"), partitioning(row)));
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>(tables);
        session.query(TABLES + named + " ORDER BY table_name", of, row -> {
            String name = row.text("name");
            if (asked.remove(name)) {
                Relation relation = relation(row, Optional.ofNullable(partitions.get(name)))
                        .withDefinition(definitions.getOrDefault(name, Optional.empty()));
                drafts.put(name, new Draft(relation, session.limits()));
            }
        });
        complete(drafts, of, named);
        // before and after: a right that came or went in the meantime may have been missing when the columns were read
        Grants after = grants();
        drafts.forEach((name, draft) -> {
            if (!before.coverTable(database, name, SELECT) || !after.coverTable(database, name, SELECT)) {
                draft.seen(ColumnSight.SOME);
            }
        });
        return drafts.values();
    }

    /** Parts are no tables here. */
    private static String partitioning(Row row) throws SQLException {
        return "by " + row.text("method")
                + row.prose("expression").map(by -> " (" + by + ")").orElse("") + " into "
                + row.prose("parts").orElse("");
    }

    private static Relation relation(Row row, Optional<String> partitioning) throws SQLException {
        boolean view = "VIEW".equals(row.text("kind"));
        return new Relation(
                row.text("name"),
                view ? TableKind.VIEW : partitioning.isPresent() ? TableKind.PARTITIONED_TABLE : TableKind.TABLE,
                row.prose("comment").filter(comment -> !view),
                row.number("estimate"),
                Optional.empty(),
                partitioning);
    }

    private void complete(Map<String, Draft> drafts, List<String> of, String condition) throws SQLException {
        session.query(
                COLUMNS + condition + " ORDER BY table_name, ordinal_position",
                of,
                row -> Draft.toOne(drafts, row.text("tab"), draft -> draft.add(column(row))));
        session.query(
                KEYS + condition + " ORDER BY table_name, constraint_name, ordinal_position",
                of,
                row -> Draft.toOne(drafts, row.text("tab"), draft -> addKey(draft, row)));
        session.query(
                INDEXES + condition + " ORDER BY table_name, index_name, seq_in_index",
                of,
                row -> Draft.toOne(drafts, row.text("tab"), draft -> draft.addToIndex(index(row))));
    }

    private static Index index(Row row) throws SQLException {
        return new Index(
                row.text("name"),
                row.flag("is_unique"),
                List.of(row.text("col")),
                row.prose("method"),
                Optional.empty());
    }

    private static void addKey(Draft draft, Row row) throws SQLException {
        String name = row.text("name");
        if (row.text("other_table").isEmpty()) {
            draft.addToKey(name, PRIMARY.equals(name), row.text("col"));
        } else {
            draft.addToForeignKey(new ForeignKey(
                    name,
                    List.of(row.text("col")),
                    row.prose("other_schema"),
                    row.text("other_table"),
                    List.of(row.text("other_column"))));
        }
    }

    private static Column column(Row row) throws SQLException {
        DataType type = DataType.named(row.text("type"));
        Optional<String> generated = row.prose("formula").map(formula -> "computed: " + formula);
        if (row.text("extra").contains("auto_increment")) {
            generated = Optional.of("identity, by default");
        }
        return new Column(
                row.text("name"),
                "tinyint(1)".equals(row.text("native_type")) ? DataType.BOOLEAN : type,
                row.text("native_type"),
                type == DataType.STRING ? row.size("length") : Optional.empty(),
                type == DataType.BIGDECIMAL ? row.size("digits") : Optional.empty(),
                "YES".equals(row.text("nullable")),
                // MariaDB spells out that there is none
                row.prose("default_value").filter(value -> !"NULL".equals(value)),
                generated,
                row.prose("comment"));
    }
}
