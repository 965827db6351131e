package io.openintegration.daemon.connectors.databases.reading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A table while it is being read: what belongs to it comes row by row, from several queries. */
final class Draft {

    private final Relation relation;
    private final Limits limits;
    private final List<Column> columns = new ArrayList<>();
    private final Map<String, Key> keys = new TreeMap<>();
    private final Map<String, ForeignKey> foreignKeys = new TreeMap<>();
    private final Map<String, Index> indexes = new TreeMap<>();
    private ColumnSight sight = ColumnSight.ALL_OR_NONE;
    private boolean tooMuch;

    Draft(Relation relation, Limits limits) {
        this.relation = relation;
        this.limits = limits;
        this.tooMuch = isTooLong(relation.name());
    }

    /** What a row has for the table that it is about. */
    interface Adding {
        void to(Draft draft) throws SQLException;
    }

    /** A row about a table that was not asked for says nothing. */
    static <K> void toOne(Map<K, Draft> drafts, K table, Adding adding) throws SQLException {
        Draft draft = drafts.get(table);
        if (draft != null) {
            adding.to(draft);
        }
    }

    Relation relation() {
        return relation;
    }

    /** Unless it is said, a table that has no columns could not be opened. */
    Draft seen(ColumnSight how) {
        sight = how;
        return this;
    }

    void add(Column column) {
        tooMuch |= columns.size() >= limits.columns() || isTooLong(column.name()) || isTooLong(column.nativeType());
        if (!tooMuch) {
            columns.add(column);
        }
    }

    /** A column of a key, after those before it. */
    void addToKey(String name, boolean primary, String column) {
        addKey(new Key(
                name, primary, joined(keys.containsKey(name) ? keys.get(name).columns() : List.of(), column)));
    }

    void addKey(Key key) {
        if (isUsable(key.name(), keys.size(), key.columns())) {
            keys.put(key.name(), key);
        }
    }

    /** A column of a foreign key, after those before it; with the rest of the first one. */
    void addToForeignKey(ForeignKey next) {
        ForeignKey before = foreignKeys.get(next.name());
        addForeignKey(
                before == null
                        ? next
                        : new ForeignKey(
                                next.name(),
                                joined(before.columns(), next.columns().get(0)),
                                before.schema(),
                                before.table(),
                                joined(before.keyColumns(), next.keyColumns().get(0))));
    }

    void addForeignKey(ForeignKey key) {
        if (isUsable(key.name(), foreignKeys.size(), key.columns()) && isUsable(key.table(), 0, key.keyColumns())) {
            foreignKeys.put(key.name(), key);
        }
    }

    /** A column of an index, after those before it; with the rest of the first one. */
    void addToIndex(Index next) {
        Index before = indexes.get(next.name());
        addIndex(
                before == null
                        ? next
                        : new Index(
                                next.name(),
                                before.unique(),
                                joined(before.columns(), next.columns().get(0)),
                                before.method(),
                                before.condition()));
    }

    void addIndex(Index index) {
        if (isUsable(index.name(), indexes.size(), index.columns())) {
            indexes.put(index.name(), index);
        }
    }

    void tell(TableReceiver receiver) {
        if (tooMuch) {
            receiver.refuse(relation.name());
        } else {
            receiver.take(new Table(
                    relation,
                    sight,
                    columns,
                    sorted(keys, Comparator.comparing(Key::name)),
                    sorted(foreignKeys, Comparator.comparing(ForeignKey::name)),
                    sorted(indexes, Comparator.comparing(Index::name))));
        }
    }

    private static <T> List<T> sorted(Map<String, T> named, Comparator<T> order) {
        return named.values().stream().sorted(order).toList();
    }

    private boolean isUsable(String name, int before, List<String> texts) {
        tooMuch |= before >= limits.columns()
                || isTooLong(name)
                || texts.size() > limits.columns()
                || texts.stream().anyMatch(text -> text.length() > limits.text());
        return !tooMuch;
    }

    private boolean isTooLong(String name) {
        return name.length() > limits.name();
    }

    private static List<String> joined(List<String> before, String last) {
        List<String> all = new ArrayList<>(before);
        all.add(last);
        return all;
    }
}
