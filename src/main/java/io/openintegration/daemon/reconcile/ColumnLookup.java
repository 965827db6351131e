package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Relationship;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the columns of elements, whoever catalogued them: those of their schema, and those nested in them where they are attributes of a
 * schema themselves, as tables are.
 */
final class ColumnLookup {

    private static final TypeName SCHEMA = new TypeName("Schema");
    private static final TypeName OF_SCHEMA = new TypeName("AttributeForSchema");
    private static final TypeName NESTED = new TypeName("NestedSchemaAttribute");

    private final Catalogue catalogue;

    ColumnLookup(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The columns of each element by their display names; elements without any are left out. */
    Map<Guid, Map<String, Guid>> columns(Collection<Guid> elements) {
        Map<Guid, Guid> holders = new HashMap<>();
        elements.forEach(element -> holders.put(element, element));
        catalogue.links(elements, 1).forEach((element, links) -> ends(links, SCHEMA)
                .forEach(schema -> holders.put(schema, element)));
        Map<Guid, Guid> owners = new HashMap<>();
        catalogue.links(holders.keySet(), 1).forEach((holder, links) -> {
            ends(links, OF_SCHEMA).forEach(column -> owners.put(column, holders.get(holder)));
            if (elements.contains(holder)) {
                ends(links, NESTED).forEach(column -> owners.put(column, holder));
            }
        });
        Map<Guid, Map<String, Guid>> found = new HashMap<>();
        Map<Guid, Element> columns = catalogue.elements(owners.keySet());
        owners.forEach((column, owner) -> {
            Element element = columns.get(column);
            if (element != null && !element.isArchived()) {
                element.properties()
                        .text("displayName")
                        .ifPresent(name -> found.computeIfAbsent(owner, none -> new HashMap<>())
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
