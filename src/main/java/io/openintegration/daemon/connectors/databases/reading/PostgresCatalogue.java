package io.openintegration.daemon.connectors.databases.reading;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * PostgreSQL, from version 12, by its own catalogue, which everybody may read: so what the account has no right to is left out on
 * purpose. The tables of a schema are listed, and read in portions with so many columns together that the memory is bounded, by four
 * queries each, however many they are. Each portion is of one moment, and is told when its transaction is over.
 */
public final class PostgresCatalogue implements CatalogueReader {

    // texts of people come as far as Limits lets them in, and one character further, which shows that there is more
    private static final String DATABASES =
            """
            SELECT d.datname AS name, left(shobj_description(d.oid, 'pg_database'), 20001) AS comment,
                   has_database_privilege(d.oid, 'CONNECT') AS readable
            FROM pg_catalog.pg_database d
            WHERE d.datallowconn AND NOT d.datistemplate
            ORDER BY d.datname""";

    private static final String SCHEMAS =
            """
            SELECT n.nspname AS name, left(obj_description(n.oid, 'pg_namespace'), 20001) AS comment,
                   has_schema_privilege(n.oid, 'USAGE') AS readable
            FROM pg_catalog.pg_namespace n
            WHERE n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
            ORDER BY n.nspname""";

    private static final String NAMES =
            """
            SELECT c.relname AS name, c.relnatts AS width
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace
            WHERE s.nspname = ? AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            ORDER BY c.relname""";

    private static final String TABLES =
            """
            SELECT c.oid AS id, c.relname AS name, c.relkind AS kind, c.relispartition AS is_part,
                   c.reltuples::bigint AS estimate, left(obj_description(c.oid, 'pg_class'), 20001) AS comment,
                   CASE WHEN c.relkind IN ('v', 'm') THEN left(pg_get_viewdef(c.oid), 20001) END AS definition,
                   CASE WHEN c.relkind = 'p' THEN left(pg_get_partkeydef(c.oid), 20001) END AS part_key,
                   CASE WHEN c.relispartition THEN
                     (SELECT n.nspname || '.' || p.relname FROM pg_catalog.pg_inherits i
                      JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
                      JOIN pg_catalog.pg_namespace n ON n.oid = p.relnamespace
                      WHERE i.inhrelid = c.oid ORDER BY i.inhseqno LIMIT 1) END AS parted,
                   left(pg_get_expr(c.relpartbound, c.oid), 20001) AS bound
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace s ON s.oid = c.relnamespace
            WHERE s.nspname = ? AND c.relname = ANY (?) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            ORDER BY c.relname""";

    private static final String COLUMNS =
            """
            SELECT a.attrelid AS id, a.attname AS name, t.typname AS type, a.atttypmod AS modifier,
                   format_type(a.atttypid, a.atttypmod) AS native_type, NOT a.attnotnull AS nullable,
                   left(pg_get_expr(d.adbin, d.adrelid), 20001) AS default_value, a.attidentity AS identity, a.attgenerated AS generated,
                   left(col_description(a.attrelid, a.attnum), 20001) AS comment
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";

    /** A foreign key to a parted table is one more of its own for each part: those are left out. */
    private static final String KEYS =
            """
            SELECT k.conrelid AS id, k.conname AS name, k.contype AS kind,
                   (SELECT array_agg(a.attname::text ORDER BY u.place) FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,
                   n.nspname AS other_schema, o.relname AS other_table,
                   (SELECT array_agg(a.attname::text ORDER BY u.place) FROM unnest(k.confkey) WITH ORDINALITY u(number, place)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number) AS other_columns
            FROM pg_catalog.pg_constraint k
            LEFT JOIN pg_catalog.pg_class o ON o.oid = k.confrelid
            LEFT JOIN pg_catalog.pg_namespace n ON n.oid = o.relnamespace
            LEFT JOIN pg_catalog.pg_constraint whole ON whole.oid = k.conparentid AND whole.conrelid = k.conrelid
            WHERE k.conrelid = ANY (?) AND k.contype IN ('p', 'u', 'f') AND whole.oid IS NULL""";

    private static final String INDEXES =
            """
            SELECT x.indrelid AS id, c.relname AS name, x.indisunique AS is_unique, m.amname AS method,
                   (SELECT array_agg(pg_get_indexdef(x.indexrelid, place, true) ORDER BY place)
                    FROM generate_series(1, x.indnkeyatts) place) AS columns,
                   left(pg_get_expr(x.indpred, x.indrelid), 20001) AS condition
            FROM pg_catalog.pg_index x
            JOIN pg_catalog.pg_class c ON c.oid = x.indexrelid
            JOIN pg_catalog.pg_am m ON m.oid = c.relam
            WHERE x.indrelid = ANY (?) AND x.indisvalid""";

    private final Session session;

    public PostgresCatalogue(Session session) {
        this.session = session;
    }

    @Override
    public Product product() throws SQLException {
        return JdbcCatalogue.productOf(session);
    }

    @Override
    public boolean seesAll() {
        return true;
    }

    @Override
    public boolean seesQueriesOfViews() {
        return true;
    }

    @Override
    public Optional<Boolean> isEncrypted() throws SQLException {
        return session
                .places(
                        "SELECT ssl FROM pg_catalog.pg_stat_ssl WHERE pid = pg_backend_pid()",
                        "connections",
                        row -> row.flag("ssl"))
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
        return session.places(
                DATABASES,
                "databases of one server",
                row -> new DatabaseEntry(row.name("name"), row.prose("comment"), row.flag("readable")));
    }

    @Override
    public List<Schema> schemas() throws SQLException {
        return session.places(
                SCHEMAS,
                "schemas of one database",
                row -> new Schema(Optional.of(row.name("name")), row.prose("comment"), row.flag("readable")));
    }

    @Override
    public boolean tables(Schema schema, TableReceiver receiver) throws SQLException {
        String name = schema.name().orElseThrow();
        TableList.tell(session, receiver, tables -> list(name, tables), portion -> read(name, portion));
        return true;
    }

    private void list(String schema, TableList tables) throws SQLException {
        session.inTransaction(
                Connection.TRANSACTION_READ_COMMITTED,
                () -> session.query(
                        NAMES,
                        List.of(schema),
                        row -> tables.add(row.text("name"), row.number("width").orElse(0L))));
    }

    private Collection<Draft> read(String schema, List<String> tables) throws SQLException {
        Map<Long, Draft> drafts = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>(tables);
        session.inTransaction(Connection.TRANSACTION_REPEATABLE_READ, () -> {
            session.query(TABLES, List.of(schema, array("text", tables)), row -> {
                if (asked.remove(row.text("name"))) {
                    drafts.put(row.number("id").orElse(0L), draft(row));
                }
            });
            complete(drafts);
        });
        return drafts.values();
    }

    private Array array(String type, Collection<?> elements) throws SQLException {
        return session.connection().createArrayOf(type, elements.toArray());
    }

    private Draft draft(Row row) throws SQLException {
        Relation relation = new Relation(
                row.text("name"),
                kind(row.text("kind"), row.flag("is_part")),
                row.prose("comment"),
                row.number("estimate").filter(estimate -> estimate >= 0),
                row.prose("definition"),
                partitioning(row));
        return new Draft(relation, session.limits()).seen(ColumnSight.ALL);
    }

    private static TableKind kind(String code, boolean isPart) {
        if (isPart) {
            return TableKind.PARTITION;
        }
        return switch (code) {
            case "v" -> TableKind.VIEW;
            case "m" -> TableKind.MATERIALIZED_VIEW;
            case "p" -> TableKind.PARTITIONED_TABLE;
            case "f" -> TableKind.FOREIGN_TABLE;
            default -> TableKind.TABLE;
        };
    }

    private static Optional<String> partitioning(Row row) throws SQLException {
        Optional<String> parted = row.prose("parted");
        if (parted.isPresent()) {
            return Optional.of("of " + parted.get() + " "
                    + row.prose("bound").orElse("")
                    + row.prose("part_key").map(key -> ", by " + key).orElse(""));
        }
        return row.prose("part_key").map(key -> "by " + key);
    }

    private void complete(Map<Long, Draft> portion) throws SQLException {
        List<?> ids = List.of(array("oid", portion.keySet()));
        session.query(COLUMNS, ids, row -> each(portion, row, draft -> draft.add(column(row))));
        session.query(KEYS, ids, row -> each(portion, row, draft -> addKey(draft, row)));
        session.query(INDEXES, ids, row -> each(portion, row, draft -> draft.addIndex(index(row))));
    }

    private static void each(Map<Long, Draft> portion, Row row, Draft.Adding adding) throws SQLException {
        Draft.toOne(portion, row.number("id").orElse(0L), adding);
    }

    private static Column column(Row row) throws SQLException {
        String type = row.text("type");
        int modifier = row.number("modifier").orElse(-1L).intValue();
        boolean text = "varchar".equals(type) || "bpchar".equals(type);
        boolean decimal = "numeric".equals(type);
        boolean generated = !row.text("generated").isBlank();
        Optional<String> expression = row.prose("default_value");
        return new Column(
                row.text("name"),
                DataType.named(type),
                row.text("native_type"),
                text && modifier >= 4 ? Optional.of(modifier - 4) : Optional.empty(),
                decimal && modifier >= 4 ? Optional.of(((modifier - 4) >> 16) & 0xffff) : Optional.empty(),
                row.flag("nullable"),
                generated ? Optional.empty() : expression,
                generated ? expression.map(formula -> "stored: " + formula) : identity(row.text("identity")),
                row.prose("comment"));
    }

    private static Optional<String> identity(String code) {
        return switch (code) {
            case "a" -> Optional.of("identity, always");
            case "d" -> Optional.of("identity, by default");
            default -> Optional.empty();
        };
    }

    private static void addKey(Draft draft, Row row) throws SQLException {
        if ("f".equals(row.text("kind"))) {
            draft.addForeignKey(new ForeignKey(
                    row.text("name"),
                    row.texts("columns"),
                    row.prose("other_schema"),
                    row.text("other_table"),
                    row.texts("other_columns")));
        } else {
            draft.addKey(new Key(row.text("name"), "p".equals(row.text("kind")), row.texts("columns")));
        }
    }

    private static Index index(Row row) throws SQLException {
        return new Index(
                row.text("name"),
                row.flag("is_unique"),
                row.texts("columns"),
                row.prose("method"),
                row.prose("condition"));
    }
}
