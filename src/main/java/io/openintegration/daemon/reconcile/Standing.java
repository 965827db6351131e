package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.Guid;
import java.util.Optional;
import java.util.Set;

/**
 * What is catalogued of a described item.
 *
 * @param noted what the ledger says
 * @param entry what to start from: the same, or what the metadata server was found to hold (then with unknown
 *     fingerprints); empty where there is nothing
 * @param surveyed whether the metadata server was asked
 * @param archived those of its elements that have to be restored
 * @param conflict why the item cannot be catalogued
 */
record Standing(
        Optional<LedgerEntry> noted,
        Optional<LedgerEntry> entry,
        boolean surveyed,
        Set<Guid> archived,
        Optional<Message> conflict) {

    static Standing trusted(Optional<LedgerEntry> noted) {
        return new Standing(noted, noted, false, Set.of(), Optional.empty());
    }

    static Standing surveyed(Optional<LedgerEntry> noted, Optional<LedgerEntry> found, Set<Guid> archived) {
        return new Standing(noted, found, true, Set.copyOf(archived), Optional.empty());
    }

    static Standing conflict(Optional<LedgerEntry> noted, Message conflict) {
        return new Standing(noted, Optional.empty(), true, Set.of(), Optional.of(conflict));
    }

    /** Whether the ledger does not have the element that was found. */
    boolean hasOtherElement() {
        return !noted.map(LedgerEntry::guid).equals(entry.map(LedgerEntry::guid));
    }

    /**
     * The element that content hangs on where the item itself is left as it is. Empty where the ledger does not have the
     * item as a scope, even if the metadata server has an element: content is found by way of its scope in the ledger,
     * so this content could never be retired.
     */
    Optional<Guid> holder() {
        return noted.filter(LedgerEntry::isScope).flatMap(any -> entry).map(LedgerEntry::guid);
    }
}
