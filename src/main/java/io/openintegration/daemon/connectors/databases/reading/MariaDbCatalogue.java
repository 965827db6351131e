package io.openintegration.daemon.connectors.databases.reading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MariaDB and MySQL, by {@code information_schema}. A database is a schema there. It shows an account only that to which it has a
 * right, and does not say what it left out: so the grants are looked at, to know whether it was everything.
 *
 * <p>A query with the name of one table reads that alone, every other one all tables of the database: so a few tables are asked for
 * one by one, and many together.
 */
public final class MariaDbCatalogue implements CatalogueReader {

    private static final int FEW = 8;

    private static final String DATABASES =
            """
            SELECT schema_name AS name FROM information_schema.schemata
            WHERE schema_name NOT IN ('information_schema', 'performance_schema', 'mysql', 'sys') ORDER BY schema_name""";

    private static final String TABLES =
            """
            SELECT table_name AS name, table_type AS kind, table_comment AS comment, table_rows AS estimate,
                   create_options AS options
            FROM information_schema.tables
            WHERE table_schema = ? AND table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED') ORDER BY table_name""";

    private static final String VIEWS =
            """
            SELECT table_name AS name, view_definition AS definition FROM information_schema.views
            WHERE table_schema = ?""";

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

    private static final String OF_TABLE = " AND table_name = ?";
    private static final String PRIMARY = "PRIMARY";

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
        return grants().cover(database(), "SELECT");
    }

    @Override
    public Optional<Boolean> isEncrypted() throws SQLException {
        List<Boolean> answers = new ArrayList<>();
        session.query(
                "SHOW SESSION STATUS LIKE 'Ssl_cipher'",
                List.of(),
                row -> answers.add(!row.text("Value").isBlank()));
        return answers.stream().findFirst();
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
        List<DatabaseEntry> databases = new ArrayList<>();
        session.query(
                DATABASES,
                List.of(),
                row -> databases.add(new DatabaseEntry(row.text("name"), Optional.empty(), true)));
        return databases;
    }

    @Override
    public List<Schema> schemas() {
        return List.of(Schema.NAMELESS);
    }

    @Override
    public boolean tables(Schema schema, TableReceiver receiver) throws SQLException {
        String database = database();
        boolean all = seesAll();
        session.beginReading(Connection.TRANSACTION_READ_COMMITTED);
        try {
            Map<String, Draft> drafts = drafts(database, receiver);
            if (drafts.size() <= FEW) {
                for (Draft draft : drafts.values()) {
                    complete(drafts, List.of(database, draft.relation().name()), OF_TABLE);
                    draft.tell(receiver);
                }
            } else {
                addKeysAndIndexes(drafts, List.of(database), "");
                tellAll(drafts, database, receiver);
            }
        } finally {
            session.endReading();
        }
        return all;
    }

    private Grants grants() throws SQLException {
        Grants grants = new Grants();
        session.query("SHOW GRANTS", List.of(), row -> grants.add(row.first()));
        return grants;
    }

    private Map<String, Draft> drafts(String database, TableReceiver receiver) throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        session.query(VIEWS, List.of(database), row -> {
            Optional<String> definition = row.prose("definition");
            if (definition.isPresent() && receiver.wants(row.text("name"))) {
                if (definitions.size() >= session.limits().tables()) {
                    throw new TooMuchException("tables of one schema");
                }
                definitions.put(row.text("name"), definition.get());
            }
        });
        Map<String, Draft> drafts = new LinkedHashMap<>();
        session.query(TABLES, List.of(database), row -> {
            String name = row.text("name");
            if (receiver.wants(name)) {
                if (drafts.size() >= session.limits().tables()) {
                    throw new TooMuchException("tables of one schema");
                }
                drafts.put(
                        name,
                        new Draft(
                                relation(row).withDefinition(Optional.ofNullable(definitions.get(name))),
                                session.limits()));
            }
        });
        return drafts;
    }

    private static Relation relation(Row row) throws SQLException {
        boolean view = "VIEW".equals(row.text("kind"));
        boolean parted = row.text("options").contains("partitioned");
        return new Relation(
                row.text("name"),
                view ? TableKind.VIEW : parted ? TableKind.PARTITIONED_TABLE : TableKind.TABLE,
                row.prose("comment").filter(comment -> !view),
                row.number("estimate"),
                Optional.empty(),
                Optional.empty());
    }

    private void complete(Map<String, Draft> drafts, List<String> of, String condition) throws SQLException {
        addKeysAndIndexes(drafts, of, condition);
        session.query(
                COLUMNS + condition + " ORDER BY ordinal_position",
                of,
                row -> Draft.toOne(drafts, row.text("tab"), draft -> draft.add(column(row))));
    }

    private void tellAll(Map<String, Draft> drafts, String database, TableReceiver receiver) throws SQLException {
        TableByTable tables = new TableByTable(drafts, receiver);
        session.query(
                // by its bytes: names that differ by case alone are the same to the server's collation
                COLUMNS + " ORDER BY BINARY table_name, ordinal_position",
                List.of(database),
                row -> tables.add(row.text("tab"), () -> column(row)));
        tables.end();
    }

    private void addKeysAndIndexes(Map<String, Draft> drafts, List<String> of, String condition) throws SQLException {
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
