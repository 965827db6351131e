package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the elements that an earlier refresh made just before it broke off, so that the ledger never heard of them. They are
 * entered into the ledger: an item that is described is then written as described, and one that is gone is missing like any
 * other. One whose scope the ledger does not have, or has as
 * an ordinary item, is looked for among the top scopes.
 */
final class Orphans {

    private final Catalogue catalogue;
    private final RunOrigin origin;

    Orphans(Catalogue catalogue, RunOrigin origin) {
        this.catalogue = catalogue;
        this.origin = origin;
    }

    /** One question to the ledger where nothing broke off. */
    void adopt() {
        List<LedgerIntent> intended = catalogue.intended();
        if (intended.isEmpty()) {
            return;
        }
        Map<QualifiedName, Element> made = made(intended);
        Map<ItemKey, LedgerEntry> known = catalogue.entries(intended.stream()
                .flatMap(intent -> Stream.concat(Stream.of(intent.key()), intent.scope().stream()))
                .toList());
        Set<ItemKey> places = new HashSet<>();
        known.values().stream()
                .filter(LedgerEntry::isScope)
                .map(LedgerEntry::key)
                .forEach(places::add);
        intended.stream()
                .filter(intent -> intent.isScope() && made.containsKey(intent.name()))
                .map(LedgerIntent::key)
                .forEach(places::add);
        catalogue.settle(intended.stream()
                .filter(intent -> made.containsKey(intent.name()))
                .map(intent ->
                        entry(intent, made.get(intent.name()), Optional.ofNullable(known.get(intent.key())), places))
                .toList());
    }

    /** What was intended and is there, and belongs to nobody. */
    private Map<QualifiedName, Element> made(List<LedgerIntent> intended) {
        Map<QualifiedName, Element> made = new HashMap<>(
                catalogue.named(intended.stream().map(LedgerIntent::name).toList()));
        Set<Guid> owned = catalogue
                .owners(made.values().stream().map(Element::guid).toList())
                .keySet();
        made.values()
                .removeIf(element ->
                        !catalogue.isOwn(element.source()) || element.isArchived() || owned.contains(element.guid()));
        return made;
    }

    /**
     * An item that the ledger has already got another element, in place of one that others purged or that had another type. It
     * stays where the ledger has it: two scopes of which each was moved into the other would hold each other.
     */
    private LedgerEntry entry(LedgerIntent intent, Element element, Optional<LedgerEntry> known, Set<ItemKey> places) {
        return new LedgerEntry(
                intent.key(),
                known.map(LedgerEntry::scope).orElseGet(() -> intent.scope().filter(places::contains)),
                intent.isScope() || known.filter(LedgerEntry::isScope).isPresent(),
                element.type(),
                element.guid(),
                intent.name(),
                Set.of(),
                "",
                "",
                0,
                new AnchoredParts(catalogue, element.guid()).except(Set.of()),
                known.map(LedgerEntry::history).orElseGet(() -> LedgerHistory.beginning(origin)));
    }
}
