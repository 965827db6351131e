package io.openintegration.daemon.metadata;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the columns of elements, whoever catalogued them: those of their schema, and those nested in them where they are attributes of a
 * schema themselves, as tables are. Columns nested in columns are not found.
 *
 * @param links the relationships in which elements sit at end 1
 * @param elements elements by their GUIDs
 */
public record ColumnLookup(Links links, Function<Collection<Guid>, Map<Guid, Element>> elements) {

    /** Finds relationships of elements. */
    @FunctionalInterface
    public interface Links {
        Map<Guid, List<Relationship>> ofTypes(Collection<Guid> elements, Set<TypeName> types);
    }

    private static final TypeName SCHEMA = new TypeName("Schema");
    private static final TypeName OF_SCHEMA = new TypeName("AttributeForSchema");
    private static final TypeName NESTED = new TypeName("NestedSchemaAttribute");

    /** The columns of each element, archived ones too, without looking at them; elements without any are left out. */
    public Map<Guid, Set<Guid>> guids(Collection<Guid> owners) {
        Set<Guid> wanted = Set.copyOf(owners);
        Map<Guid, Guid> schemas = new HashMap<>();
        Map<Guid, Guid> columnOwners = new HashMap<>();
        links.ofTypes(wanted, Set.of(SCHEMA, OF_SCHEMA, NESTED)).forEach((owner, all) -> {
            ends(all, SCHEMA).forEach(schema -> schemas.put(schema, owner));
            ends(all, OF_SCHEMA).forEach(column -> columnOwners.put(column, owner));
            ends(all, NESTED).forEach(column -> columnOwners.put(column, owner));
        });
        if (!schemas.isEmpty()) {
            links.ofTypes(schemas.keySet(), Set.of(OF_SCHEMA)).forEach((schema, all) -> ends(all, OF_SCHEMA)
                    .forEach(column -> columnOwners.put(column, schemas.get(schema))));
        }
        Map<Guid, Set<Guid>> found = new HashMap<>();
        columnOwners.forEach((column, owner) ->
                found.computeIfAbsent(owner, none -> new HashSet<>()).add(column));
        return found;
    }

    /** By their display names, where the columns of each element are known; archived columns are left out, and elements without others. */
    public Map<Guid, Map<String, Element>> named(Map<Guid, Set<Guid>> columns) {
        Map<Guid, Guid> columnOwners = new HashMap<>();
        columns.forEach((owner, all) -> all.forEach(column -> columnOwners.put(column, owner)));
        Map<Guid, Map<String, Element>> found = new HashMap<>();
        elements.apply(columnOwners.keySet()).forEach((guid, column) -> {
            if (!column.isArchived()) {
                column.properties().text("displayName").ifPresent(name -> found.computeIfAbsent(
                                columnOwners.get(guid), none -> new HashMap<>())
                        .put(name, column));
            }
        });
        return found;
    }

    private static Set<Guid> ends(List<Relationship> links, TypeName type) {
        Set<Guid> ends = new HashSet<>();
        links.stream().filter(link -> link.type().equals(type)).forEach(link -> ends.add(link.end2()));
        return ends;
    }
}
