package io.openintegration.daemon.metadata;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Port: one open metadata server (docs/architecture.md). Made for bulk: many changes, names or GUIDs in one call. Safe
 * from any thread. Every method throws {@link MetadataStoreException} where the server cannot be reached, is not
 * started, refuses the requester, or does not understand the request.
 */
public interface MetadataStore {

    /**
     * Carries out the changes in their order.
     *
     * @return one result for each change, in the same order
     * @throws ChangeRejectedException naming the change that failed; nothing was changed
     */
    List<ChangeResult> apply(Requester requester, ChangeSet changes);

    /**
     * @param forLineage whether an archived element is returned too
     * @return empty where there is no such element, or it is archived and {@code forLineage} is false
     */
    Optional<Element> get(Requester requester, Guid guid, boolean forLineage);

    /** Several elements at once, archived ones included; those that there are not are left out. */
    default Map<Guid, Element> get(Requester requester, Collection<Guid> guids) {
        Map<Guid, Element> found = new HashMap<>();
        Set.copyOf(guids).forEach(guid -> get(requester, guid, true).ifPresent(element -> found.put(guid, element)));
        return found;
    }

    /** The elements that have these qualified names, archived ones included; names without an element are left out. */
    Map<QualifiedName, Element> findByQualifiedNames(Requester requester, Collection<QualifiedName> names);

    /**
     * The current versions of these elements; those that are gone or archived are left out. Cheap compared with reading
     * the elements.
     */
    Map<Guid, Long> versions(Requester requester, Collection<Guid> guids);

    /** The elements found, in the order of their GUIDs' creation; empty where there are none. */
    List<Element> find(Requester requester, TextSearch search);

    /**
     * The elements that are asked for, in the sequence that is asked for; empty where there are none. A type, property or
     * classification that there is not, or a value that its property cannot have, is refused as it is where elements are
     * written.
     */
    List<Element> find(Requester requester, ElementQuery query);

    /** The same for relationships. */
    List<Relationship> find(Requester requester, RelationshipQuery query);

    /** Empty where there is no such relationship. */
    Optional<Relationship> relationship(Requester requester, Guid guid);

    /** The neighbours of an element, in the sequence of the relationships. */
    List<RelatedElement> related(Requester requester, RelatedQuery query);

    /**
     * The relationships in which these elements sit at that end, whatever sits at the other; elements without any, and those that
     * are gone, are left out. Adapters make it one call for many elements where their server can.
     *
     * @param end 1 or 2
     */
    default Map<Guid, List<Relationship>> relationships(Requester requester, Collection<Guid> elements, int end) {
        Map<Guid, List<Relationship>> found = new HashMap<>();
        for (Guid element : elements) {
            List<Relationship> links = new RelatedPages(this, requester).relationships(element, end);
            if (!links.isEmpty()) {
                found.put(element, links);
            }
        }
        return found;
    }

    /**
     * The same, but only relationships of these types, each exactly. Adapters leave the others unread where their server can.
     *
     * @param types none of them: nothing is found
     */
    default Map<Guid, List<Relationship>> relationships(
            Requester requester, Collection<Guid> elements, int end, Set<TypeName> types) {
        Map<Guid, List<Relationship>> found = new HashMap<>();
        relationships(requester, elements, end).forEach((element, all) -> {
            List<Relationship> links =
                    all.stream().filter(link -> types.contains(link.type())).toList();
            if (!links.isEmpty()) {
                found.put(element, links);
            }
        });
        return found;
    }
}
