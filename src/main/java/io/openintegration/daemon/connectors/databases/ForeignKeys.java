package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.ForeignKey;
import io.openintegration.daemon.connectors.databases.reading.Table;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Relation;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The foreign keys that one refresh sees, as relationships between columns. They are looked at again where a table has changed, or one to
 * which it refers, since that may not have been catalogued before; all of them where everything is compared. Of a table whose columns
 * are not all seen keys may be hidden as well: its relationships stay as they are.
 */
final class ForeignKeys {

    private static final TypeName FOREIGN_KEY = new TypeName("ForeignKey");

    /** The column of the foreign key is end 2. */
    private static final Set<Relations.Kind> KINDS = Set.of(new Relations.Kind(FOREIGN_KEY, 2));

    private static final int TABLES_AT_ONCE = 200;

    private final Relations.Mark mark;
    private final boolean everything;
    private final Map<QualifiedName, Keys> seen = new LinkedHashMap<>();
    private final Set<QualifiedName> changed = new HashSet<>();

    /** @param namespace of the server: where the keys come from */
    ForeignKeys(String namespace, boolean everything) {
        this.mark = new Relations.Mark("source", namespace);
        this.everything = everything;
    }

    void seen(SchemaPlace place, Table table) {
        if (table.hasAllColumns() && (everything || !table.foreignKeys().isEmpty())) {
            seen.put(place.table(table.name()), new Keys(place, table.foreignKeys()));
        }
    }

    void changed(SchemaPlace place, Table table) {
        QualifiedName name = place.table(table.name());
        changed.add(name);
        if (table.hasAllColumns()) {
            // also where it has none any more
            seen.put(name, new Keys(place, table.foreignKeys()));
        }
    }

    /** Tells in portions what is to be brought in line with the catalogue. */
    void relations(Consumer<List<Relations>> portions) {
        List<Relations> portion = new ArrayList<>();
        seen.forEach((table, keys) -> {
            if (isToBeRelated(table, keys)) {
                portion.add(new Relations(table, true, KINDS, mark, wanted(table, keys)));
            }
            if (portion.size() == TABLES_AT_ONCE) {
                portions.accept(List.copyOf(portion));
                portion.clear();
            }
        });
        if (!portion.isEmpty()) {
            portions.accept(List.copyOf(portion));
        }
    }

    private boolean isToBeRelated(QualifiedName table, Keys keys) {
        return everything
                || changed.contains(table)
                || keys.all().stream().anyMatch(key -> changed.contains(keys.referredBy(key)));
    }

    private static List<Relation> wanted(QualifiedName table, Keys keys) {
        Map<ColumnPair, Told> told = new LinkedHashMap<>();
        for (ForeignKey key : keys.all()) {
            int columns = Math.min(key.columns().size(), key.keyColumns().size());
            for (int i = 0; i < columns; i++) {
                ColumnPair pair = new ColumnPair(
                        key.columns().get(i),
                        keys.referredBy(key),
                        key.keyColumns().get(i));
                told.merge(pair, new Told(key.name(), described(key, i, keys.place())), Told::and);
            }
        }
        return told.entrySet().stream()
                .map(each -> relation(table, each.getKey(), each.getValue()))
                .toList();
    }

    private static Relation relation(QualifiedName table, ColumnPair pair, Told told) {
        return new Relation(
                FOREIGN_KEY,
                Relation.End.of(DatabaseNames.column(pair.other(), pair.keyColumn())),
                Relation.End.of(DatabaseNames.column(table, pair.column())),
                ElementProperties.builder()
                        .text("displayName", told.name())
                        .text("description", told.description())
                        .build());
    }

    private static String described(ForeignKey key, int column, SchemaPlace place) {
        int columns = key.columns().size();
        return (columns == 1 ? "" : "column " + (column + 1) + " of " + columns + ": ") + place.shown(key);
    }

    private record Keys(SchemaPlace place, List<ForeignKey> all) {

        QualifiedName referredBy(ForeignKey key) {
            return place.of(key).table(key.table());
        }
    }

    private record ColumnPair(String column, QualifiedName other, String keyColumn) {}

    private record Told(String name, String description) {

        /** Where two foreign keys have a pair of columns in common, there is one relationship for both. */
        Told and(Told other) {
            return new Told(name + ", " + other.name, description + "; " + other.description);
        }
    }
}
