package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What described items hang on: the element of their scope, or the metadata source for top scopes. */
final class Container {

    private final Optional<ItemKey> key;
    private final Optional<ItemKey> topScope;
    /** In which a scope is catalogued that was reopened around it; that one, too. */
    private final Set<ItemKey> around;

    private Optional<Sighting> sighting = Optional.empty();
    private Optional<Guid> guid = Optional.empty();
    private Optional<QualifiedName> expected = Optional.empty();
    private boolean refused;
    private boolean refusedForNow;
    private boolean made;

    private Container(Optional<ItemKey> key, Optional<ItemKey> topScope, Set<ItemKey> around) {
        this.key = key;
        this.topScope = topScope;
        this.around = around;
    }

    static Container ofTopScopes(Optional<Guid> metadataSource) {
        Container container = new Container(Optional.empty(), Optional.empty(), Set.of());
        container.guid = metadataSource;
        return container;
    }

    /**
     * Of a scope that is catalogued, and spoken of without those around it.
     *
     * @param around the scope and what it is catalogued in, from within
     */
    static Container reopened(List<ItemKey> around, Guid element) {
        Container container = new Container(
                Optional.of(around.get(0)), Optional.of(around.get(around.size() - 1)), Set.copyOf(around));
        container.guid = Optional.of(element);
        return container;
    }

    /** Of a scope that is described in this one. */
    Container ofScope(ItemKey scope) {
        return new Container(Optional.of(scope), Optional.of(topScopeOf(scope)), around);
    }

    /** Key of the scope; empty for the container of the top scopes. */
    Optional<ItemKey> key() {
        return key;
    }

    /** The top scope that it is in, or is; empty for the container of the top scopes. */
    Optional<ItemKey> topScope() {
        return topScope;
    }

    /** The top scope that an item described in it is in, or is. */
    ItemKey topScopeOf(ItemKey item) {
        return topScope.orElse(item);
    }

    /** Whether that scope is around this one, as far as this refresh knows: it cannot be in it as well. */
    boolean isWithin(ItemKey scope) {
        return around.contains(scope);
    }

    /** How the scope itself was described; empty for the container of the top scopes. */
    Optional<Sighting> sighting() {
        return sighting;
    }

    void sightedAs(Sighting itself) {
        sighting = Optional.of(itself);
    }

    /** The element exists. */
    void is(Guid element) {
        guid = Optional.of(element);
        expected = Optional.empty();
        refused = false;
    }

    /** The element was made in this refresh; what its scope holds from before does not hang on it yet. */
    void wasMade() {
        made = true;
    }

    /** An earlier change of the change set being planned makes the element. */
    void willBe(QualifiedName name) {
        expected = Optional.of(name);
    }

    /** There is no element, and in this refresh there will be none. */
    void refuse() {
        refused = true;
    }

    /** As {@link #refuse}; what is described in it is to stay as it is catalogued elsewhere. */
    void refuseForNow() {
        refused = true;
        refusedForNow = true;
    }

    boolean isRefusedForNow() {
        return refusedForNow;
    }

    boolean isRefused() {
        return refused;
    }

    /** Whether items that were catalogued before have to be linked to it again. */
    boolean isNew() {
        return made || expected.isPresent();
    }

    Optional<Guid> guid() {
        return expected.isPresent() ? Optional.empty() : guid;
    }

    /** How to point to the element; empty for top scopes without a metadata source. */
    Optional<ElementRef> reference() {
        return expected.map(ElementRef::to).or(() -> guid.map(ElementRef::to));
    }
}
