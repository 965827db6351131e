package io.openintegration.daemon.connectors.databases.reading;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Any database, by JDBC's metadata. It shows what the account may see, and does not say what it left out. Columns are read for the
 * whole schema at once, or table by table where few of many are asked for; keys and indexes are always asked for table by table,
 * because there is no other way.
 */
public final class JdbcCatalogue implements CatalogueReader {

    private static final int FEW = 20;

    private static final Set<String> ENGINES_OWN = Set.of(
            "information_schema",
            "pg_catalog",
            "performance_schema",
            "system_lobs",
            "sys",
            "sysibm",
            "syscat",
            "sysfun",
            "sysproc",
            "sysstat",
            "syscs_diag",
            "syscs_util",
            "sqlj",
            "nullid");

    private final Session session;
    private final Additions additions;

    private JdbcCatalogue(Session session, Additions additions) {
        this.session = session;
        this.additions = additions;
    }

    public static JdbcCatalogue ofAnyEngine(Session session) {
        return new JdbcCatalogue(session, Additions.NONE);
    }

    public static JdbcCatalogue ofH2(Session session) {
        return new JdbcCatalogue(session, new H2Additions(session));
    }

    static Product productOf(Session session) throws SQLException {
        DatabaseMetaData metadata = session.connection().getMetaData();
        return new Product(metadata.getDatabaseProductName(), metadata.getDatabaseProductVersion());
    }

    @Override
    public Product product() throws SQLException {
        return productOf(session);
    }

    /** Nobody says that it does not. */
    @Override
    public boolean seesAll() {
        return true;
    }

    @Override
    public boolean seesQueriesOfViews() {
        return true;
    }

    @Override
    public Optional<Boolean> isEncrypted() {
        return Optional.empty();
    }

    @Override
    public boolean isAlive() {
        return session.isAlive();
    }

    @Override
    public String database() throws SQLException {
        String catalog = session.connection().getCatalog();
        return catalog == null ? "" : catalog;
    }

    @Override
    public List<DatabaseEntry> databases() throws SQLException {
        return List.of(new DatabaseEntry(database(), Optional.empty(), true));
    }

    @Override
    public List<Schema> schemas() throws SQLException {
        List<Schema> schemas = new ArrayList<>();
        session.metadata(DatabaseMetaData::getSchemas, row -> {
            String name = row.name("TABLE_SCHEM");
            if (!name.isBlank() && !ENGINES_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                if (schemas.size() >= session.limits().places()) {
                    throw new TooMuchException("schemas of one database");
                }
                schemas.add(new Schema(Optional.of(name), Optional.empty(), true));
            }
        });
        return schemas.isEmpty() ? List.of(Schema.NAMELESS) : schemas;
    }

    @Override
    public boolean tables(Schema schema, TableReceiver receiver) throws SQLException {
        long before = session.budget().spent();
        try {
            session.inTransaction(isolation(), () -> tell(schema, receiver));
        } finally {
            session.budget().backTo(before);
        }
        return true;
    }

    private void tell(Schema schema, TableReceiver receiver) throws SQLException {
        int[] seen = {0};
        Map<String, Draft> drafts = drafts(schema, receiver, seen);
        for (Draft draft : drafts.values()) {
            addKeysAndIndexes(draft, schema);
        }
        long held = session.budget().spent();
        Consumer<Draft> telling = draft -> {
            draft.tell(receiver);
            session.budget().backTo(held);
        };
        if (drafts.size() <= FEW && drafts.size() * 4 < seen[0]) {
            for (Draft draft : drafts.values()) {
                addColumns(draft, schema);
                telling.accept(draft);
            }
        } else {
            tellAll(drafts, schema, draft -> session.meanwhile(() -> telling.accept(draft)));
        }
    }

    private int isolation() throws SQLException {
        DatabaseMetaData metadata = session.connection().getMetaData();
        return metadata.supportsTransactionIsolationLevel(Connection.TRANSACTION_READ_COMMITTED)
                ? Connection.TRANSACTION_READ_COMMITTED
                : metadata.getDefaultTransactionIsolation();
    }

    private Map<String, Draft> drafts(Schema schema, TableReceiver receiver, int[] seen) throws SQLException {
        String catalog = database();
        String pattern = pattern(schema);
        Additions.OfSchema added = additions.of(schema, receiver);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        session.metadata(metadata -> metadata.getTables(catalog, pattern, "%", null), row -> {
            String name = row.text("TABLE_NAME");
            Optional<TableKind> kind = kind(row.text("TABLE_TYPE"));
            if (isOf(schema, row) && kind.isPresent()) {
                seen[0]++;
                if (receiver.wants(name)) {
                    if (drafts.size() >= session.limits().tables()) {
                        throw new TooMuchException("tables of one schema");
                    }
                    Relation relation = Relation.of(name, kind.get(), row.prose("REMARKS"));
                    drafts.put(name, new Draft(added.to(relation), session.limits()));
                }
            }
        });
        return drafts;
    }

    /** Empty for what is no table: an index, a sequence, what the engine has for itself. */
    private static Optional<TableKind> kind(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "TABLE", "BASE TABLE" -> Optional.of(TableKind.TABLE);
            case "VIEW" -> Optional.of(TableKind.VIEW);
            case "MATERIALIZED VIEW" -> Optional.of(TableKind.MATERIALIZED_VIEW);
            case "PARTITIONED TABLE" -> Optional.of(TableKind.PARTITIONED_TABLE);
            case "FOREIGN TABLE", "TABLE LINK", "EXTERNAL TABLE" -> Optional.of(TableKind.FOREIGN_TABLE);
            default -> Optional.empty();
        };
    }

    /** JDBC takes a pattern where a name is meant: what it finds beside the schema asked for is left out. */
    private static boolean isOf(Schema schema, Row row) throws SQLException {
        return schema.name().isEmpty() || schema.name().get().equals(row.text("TABLE_SCHEM"));
    }

    private String pattern(Schema schema) throws SQLException {
        return schema.name().isEmpty() ? null : escaped(schema.name().get());
    }

    private String escaped(String name) throws SQLException {
        String escape = session.connection().getMetaData().getSearchStringEscape();
        return escape == null || escape.isEmpty()
                ? name
                : name.replace(escape, escape + escape)
                        .replace("_", escape + "_")
                        .replace("%", escape + "%");
    }

    private void addColumns(Draft draft, Schema schema) throws SQLException {
        String catalog = database();
        String inSchema = pattern(schema);
        String name = draft.relation().name();
        String ofTable = escaped(name);
        session.metadata(metadata -> metadata.getColumns(catalog, inSchema, ofTable, "%"), row -> {
            if (isOf(schema, row) && name.equals(row.text("TABLE_NAME"))) {
                draft.add(column(row));
            }
        });
    }

    private void tellAll(Map<String, Draft> drafts, Schema schema, Consumer<Draft> telling) throws SQLException {
        String catalog = database();
        String inSchema = pattern(schema);
        TableByTable tables = new TableByTable(drafts, telling);
        session.metadata(metadata -> metadata.getColumns(catalog, inSchema, "%", "%"), row -> {
            if (isOf(schema, row)) {
                tables.add(row.text("TABLE_NAME"), () -> column(row));
            }
        });
        tables.end();
    }

    private static Column column(Row row) throws SQLException {
        DataType type = DataType.of(row.number("DATA_TYPE").orElse(0L).intValue());
        String nativeType = row.text("TYPE_NAME");
        Optional<Integer> size = row.size("COLUMN_SIZE");
        return new Column(
                row.text("COLUMN_NAME"),
                type,
                nativeType,
                type == DataType.STRING ? size : Optional.empty(),
                type == DataType.BIGDECIMAL ? size : Optional.empty(),
                row.number("NULLABLE").orElse(0L) != DatabaseMetaData.columnNoNulls,
                row.prose("COLUMN_DEF"),
                "YES".equals(row.text("IS_AUTOINCREMENT")) ? Optional.of("identity, by default") : Optional.empty(),
                row.prose("REMARKS"));
    }

    private void addKeysAndIndexes(Draft draft, Schema schema) throws SQLException {
        if (draft.relation().kind().isView()) {
            return;
        }
        String catalog = database();
        String inSchema = schema.name().orElse(null);
        String name = draft.relation().name();
        Map<Long, String> primary = new TreeMap<>();
        String[] keyName = {name};
        session.metadata(metadata -> metadata.getPrimaryKeys(catalog, inSchema, name), row -> {
            primary.put(row.number("KEY_SEQ").orElse(0L), row.text("COLUMN_NAME"));
            row.prose("PK_NAME").ifPresent(given -> keyName[0] = given);
        });
        if (!primary.isEmpty()) {
            draft.addKey(new Key(keyName[0], true, List.copyOf(primary.values())));
        }
        session.metadata(
                metadata -> metadata.getImportedKeys(catalog, inSchema, name),
                row -> draft.addToForeignKey(new ForeignKey(
                        row.prose("FK_NAME").orElse(row.text("PKTABLE_NAME")),
                        List.of(row.text("FKCOLUMN_NAME")),
                        row.prose("PKTABLE_SCHEM"),
                        row.text("PKTABLE_NAME"),
                        List.of(row.text("PKCOLUMN_NAME")))));
        session.metadata(metadata -> metadata.getIndexInfo(catalog, inSchema, name, false, true), row -> {
            if (row.number("TYPE").orElse(0L) != DatabaseMetaData.tableIndexStatistic) {
                draft.addToIndex(new Index(
                        row.text("INDEX_NAME"),
                        !row.flag("NON_UNIQUE"),
                        List.of(row.text("COLUMN_NAME")),
                        Optional.empty(),
                        row.prose("FILTER_CONDITION")));
            }
        });
    }
}
