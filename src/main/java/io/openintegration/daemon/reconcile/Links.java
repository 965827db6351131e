package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.RelatedElement;
import io.openintegration.daemon.metadata.Relationship;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The relationships by which items hang on their containers. They are of the kinds of which there is one between two
 * elements, so relating twice is harmless.
 */
final class Links {

    private final Catalogue catalogue;

    Links(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static Change relate(ItemLink link, ElementRef container, ElementRef element) {
        return new Change.Relate(
                link.relationshipType(),
                link.containerAtEnd1() ? container : element,
                link.containerAtEnd1() ? element : container,
                link.properties());
    }

    static Change.ParentLink toParent(ItemLink link, ElementRef container) {
        return new Change.ParentLink(link.relationshipType(), container, link.containerAtEnd1(), link.properties());
    }

    /** Those links of this kind by which the element hangs on anything but {@code container}. */
    List<RelatedElement> toOthers(Guid element, ItemLink link, Optional<Guid> container) {
        return catalogue.linksToContainers(element, link).stream()
                .filter(found -> !Optional.of(found.element().guid()).equals(container))
                .toList();
    }

    /** All links between the element and its former container, except one of this kind. */
    List<RelatedElement> ofOtherKinds(Guid element, ItemLink link, Guid container) {
        return catalogue.ownNeighbours(
                element, found -> found.element().guid().equals(container) && !isOfKind(found, link));
    }

    /**
     * Hangs what the ledger has in this scope on the replacement of its element, as it hung on that.
     *
     * @param leaving items that are about to be moved to another scope
     */
    List<Change> hangContentOn(ItemKey scope, Guid former, ElementRef replacement, Set<ItemKey> leaving) {
        Set<Guid> content = new HashSet<>();
        catalogue.marks(Optional.of(scope), marks -> marks.stream()
                .filter(mark -> !leaving.contains(mark.key()))
                .forEach(mark -> content.add(mark.guid())));
        return catalogue
                .ownNeighbours(
                        former,
                        found -> content.contains(found.element().guid())
                                && !found.element().isArchived())
                .stream()
                .map(found -> again(found, replacement))
                .toList();
    }

    private static Change again(RelatedElement found, ElementRef replacement) {
        Relationship link = found.relationship();
        ElementRef child = ElementRef.to(found.element().guid());
        return new Change.Relate(
                link.type(),
                found.elementAtEnd1() ? child : replacement,
                found.elementAtEnd1() ? replacement : child,
                link.properties());
    }

    private static boolean isOfKind(RelatedElement found, ItemLink link) {
        return found.relationship().type().equals(link.relationshipType())
                && found.elementAtEnd1() == link.containerAtEnd1();
    }
}
