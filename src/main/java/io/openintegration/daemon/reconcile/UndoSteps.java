package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out how changes of a run are undone, each of another item, and what of them has to be left. */
final class UndoSteps {

    private final Catalogue catalogue;
    private final Map<ItemKey, LedgerEntry> noted = new HashMap<>();
    private final Map<QualifiedName, Element> elements = new HashMap<>();
    private final Set<ItemKey> changedLater;

    UndoSteps(Catalogue catalogue, List<NumberedChange> changes, Set<ItemKey> changedLater) {
        this.catalogue = catalogue;
        this.changedLater = changedLater;
        Set<ItemKey> keys = new HashSet<>();
        Set<QualifiedName> names = new HashSet<>();
        for (NumberedChange numbered : changes) {
            ItemChange change = numbered.change();
            keys.add(change.key());
            change.scope().ifPresent(keys::add);
            change.formerScope().ifPresent(keys::add);
            names.add(change.name());
            change.former().ifPresent(entry -> entry.parts().forEach(part -> names.add(part.name())));
            change.differences().forEach(difference -> {
                names.add(difference.element());
                difference.other().ifPresent(end -> names.add(end.element()));
            });
        }
        noted.putAll(catalogue.entries(keys));
        elements.putAll(catalogue.named(names));
    }

    UndoStep of(NumberedChange numbered) {
        ItemChange change = numbered.change();
        if (changedLater.contains(change.key())) {
            return UndoStep.left(numbered, UndoMessage.CHANGED_LATER.with(change.name()));
        }
        LedgerEntry former = change.former().orElseThrow();
        return switch (change.action()) {
            case REMOVE -> ofRemoval(numbered, former);
            case RESTORE -> ofRestoring(numbered, former);
            default -> ofUpdate(numbered, former);
        };
    }

    private UndoStep ofRemoval(NumberedChange numbered, LedgerEntry former) {
        Optional<LedgerEntry> present = Optional.ofNullable(noted.get(former.key()));
        if (present.isPresent()) {
            boolean byUs = present.get().isUnread() && present.get().guid().equals(former.guid());
            return byUs
                    ? UndoStep.nothing(numbered)
                    : UndoStep.left(numbered, UndoMessage.CATALOGUED_AGAIN.with(former.name()));
        }
        Optional<Element> element = element(former);
        if (element.isEmpty()) {
            return UndoStep.left(numbered, UndoMessage.PURGED.with(former.name()));
        }
        if (catalogue.owners(List.of(former.guid())).containsKey(former.guid())) {
            return UndoStep.left(numbered, UndoMessage.CATALOGUED_AGAIN.with(former.name()));
        }
        Optional<Message> lost = lostScope(former.name(), former.scope());
        if (lost.isPresent()) {
            return UndoStep.left(numbered, lost.get());
        }
        LedgerEntry entry = asItIs(former).unread();
        noted.put(entry.key(), entry);
        elements.put(former.name(), restored(element.get()));
        boolean archived = element.get().isArchived();
        return new UndoStep(
                numbered,
                Optional.of(ItemChange.of(ChangeAction.RESTORE, former, former.scope(), former.type(), "", List.of())),
                archived ? List.of(new Change.RestoreElement(former.guid())) : List.of(),
                Optional.of(entry),
                false,
                List.of());
    }

    /** With the parts that are there, and the versions that they have: a later run may have changed them, and been undone. */
    private LedgerEntry asItIs(LedgerEntry former) {
        Set<Guid> gone = new HashSet<>();
        Map<Guid, Long> versions = new HashMap<>();
        for (LedgerPart part : former.parts()) {
            Optional.ofNullable(elements.get(part.name()))
                    .filter(element -> element.guid().equals(part.guid()))
                    .ifPresentOrElse(
                            element ->
                                    versions.put(part.guid(), element.versions().version()),
                            () -> gone.add(part.guid()));
        }
        return former.without(gone).withVersions(versions);
    }

    private static Element restored(Element element) {
        Map<TypeName, ElementProperties> classifications = new HashMap<>(element.classifications());
        classifications.remove(Element.MEMENTO);
        return element.classified(classifications);
    }

    private UndoStep ofRestoring(NumberedChange numbered, LedgerEntry former) {
        Optional<LedgerEntry> present = Optional.ofNullable(noted.get(former.key()));
        if (present.isEmpty()) {
            return UndoStep.nothing(numbered);
        }
        if (!present.get().guid().equals(former.guid())) {
            return UndoStep.left(numbered, UndoMessage.GONE.with(former.name()));
        }
        WayBack back = wayBack(numbered.change(), present.get());
        List<Change> changes = new ArrayList<>(back.changes());
        changes.add(new Change.RemoveElement(former.guid(), Change.Removal.ARCHIVE));
        return new UndoStep(
                numbered, Optional.of(ItemChange.removal(present.get())), changes, Optional.empty(), true, back.left());
    }

    private UndoStep ofUpdate(NumberedChange numbered, LedgerEntry former) {
        ItemChange change = numbered.change();
        Optional<LedgerEntry> present = Optional.ofNullable(noted.get(former.key()));
        boolean replaced =
                change.differences().stream().anyMatch(difference -> difference.aspect() == Difference.Aspect.TYPE);
        if (replaced) {
            return UndoStep.left(numbered, UndoMessage.PURGED.with(former.name()));
        }
        if (present.filter(entry -> entry.guid().equals(former.guid())).isEmpty()
                || element(former).filter(it -> !it.isArchived()).isEmpty()) {
            return UndoStep.left(numbered, UndoMessage.GONE.with(former.name()));
        }
        boolean moved =
                change.action() == ChangeAction.MOVE && !present.get().scope().equals(change.formerScope());
        Optional<ItemKey> scope = moved ? change.formerScope() : present.get().scope();
        Optional<Message> lost = moved ? lostScope(change, scope) : Optional.empty();
        if (lost.isPresent()) {
            return UndoStep.left(numbered, lost.get());
        }
        WayBack back = wayBack(change, present.get());
        LedgerEntry entry = present.get().without(back.purged()).in(scope).unread();
        noted.put(entry.key(), entry);
        boolean nothing = back.undone().isEmpty() && !moved;
        return new UndoStep(
                numbered,
                nothing
                        ? Optional.empty()
                        : Optional.of(ItemChange.of(
                                moved ? ChangeAction.MOVE : ChangeAction.UPDATE,
                                present.get(),
                                scope,
                                change.type(),
                                "",
                                back.undone())),
                back.changes(),
                nothing ? Optional.empty() : Optional.of(entry),
                false,
                back.left());
    }

    private WayBack wayBack(ItemChange change, LedgerEntry present) {
        Optional<Guid> container = present.scope().isPresent()
                ? present.scope().map(noted::get).map(LedgerEntry::guid)
                : catalogue.metadataSource();
        WayBack back = new WayBack(catalogue, change.name(), elements, container);
        back.go(change.differences());
        return back;
    }

    private Optional<Element> element(LedgerEntry former) {
        return Optional.ofNullable(elements.get(former.name()))
                .filter(element -> element.guid().equals(former.guid()))
                .or(() -> catalogue.element(former.guid()));
    }

    /** A place that was replaced is another one; and nothing can go into what lies within it. */
    private Optional<Message> lostScope(ItemChange move, Optional<ItemKey> scope) {
        Optional<Message> lost = lostScope(move.name(), scope);
        if (lost.isPresent() || scope.isEmpty()) {
            return lost;
        }
        Guid place = noted.get(scope.get()).guid();
        boolean replaced = move.differences().stream()
                .flatMap(difference -> difference.other().stream())
                .noneMatch(end -> end.guid().equals(place));
        return replaced || isWithin(scope, move.key())
                ? Optional.of(UndoMessage.SCOPE_GONE.with(move.name(), scope.get()))
                : Optional.empty();
    }

    private boolean isWithin(Optional<ItemKey> scope, ItemKey item) {
        Optional<ItemKey> place = scope;
        while (place.isPresent() && !place.get().equals(item)) {
            ItemKey key = place.get();
            place = Optional.ofNullable(noted.get(key))
                    .or(() -> catalogue.entry(key))
                    .flatMap(LedgerEntry::scope);
        }
        return place.isPresent();
    }

    private Optional<Message> lostScope(QualifiedName item, Optional<ItemKey> scope) {
        return scope.filter(key -> Optional.ofNullable(noted.get(key))
                        .filter(LedgerEntry::isScope)
                        .isEmpty())
                .map(key -> UndoMessage.SCOPE_GONE.with(item, key));
    }
}
