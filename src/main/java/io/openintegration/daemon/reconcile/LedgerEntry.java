package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one catalogued item.
 *
 * @param scope key of the scope that holds the item; empty for a top scope
 * @param isScope whether the item is itself a scope
 * @param type of its element when it was created
 * @param name the qualified name that its element got when it was created, and keeps
 * @param classifications those that were set on its element from its description (others may have set more)
 * @param stamp the item's stamp when it was last described; for a scope the fingerprint of its whole description; empty
 *     where the next refresh is to write the item again whatever its stamp
 * @param fingerprint of the item's description, without its parts; opaque text of at most 200 characters, may be empty
 * @param version of its element after the last write
 * @param parts of the item, each part's parent before it
 * @param history since when it is catalogued, and who made its element
 */
public record LedgerEntry(
        ItemKey key,
        Optional<ItemKey> scope,
        boolean isScope,
        TypeName type,
        Guid guid,
        QualifiedName name,
        Set<TypeName> classifications,
        String stamp,
        String fingerprint,
        long version,
        List<LedgerPart> parts,
        LedgerHistory history) {

    public LedgerEntry {
        classifications = Set.copyOf(classifications);
        parts = List.copyOf(parts);
    }

    /** This entry in another scope. */
    LedgerEntry in(Optional<ItemKey> otherScope) {
        return new LedgerEntry(
                key,
                otherScope,
                isScope,
                type,
                guid,
                name,
                classifications,
                stamp,
                fingerprint,
                version,
                parts,
                history);
    }

    /** Whether it is held back from removal. */
    boolean isMissing() {
        return history.missingSince().isPresent();
    }

    /** This entry with that history. */
    LedgerEntry with(LedgerHistory otherHistory) {
        return new LedgerEntry(
                key,
                scope,
                isScope,
                type,
                guid,
                name,
                classifications,
                stamp,
                fingerprint,
                version,
                parts,
                otherHistory);
    }

    /** With these versions of its elements, where they are among them. */
    LedgerEntry withVersions(Map<Guid, Long> versions) {
        List<LedgerPart> newer = parts.stream()
                .map(part -> part.withVersion(versions.getOrDefault(part.guid(), part.version())))
                .toList();
        return new LedgerEntry(
                key,
                scope,
                isScope,
                type,
                guid,
                name,
                classifications,
                stamp,
                fingerprint,
                versions.getOrDefault(guid, version),
                newer,
                history);
    }

    LedgerEntry without(Set<Guid> gone) {
        return new LedgerEntry(
                key,
                scope,
                isScope,
                type,
                guid,
                name,
                classifications,
                stamp,
                fingerprint,
                version,
                parts.stream().filter(part -> !gone.contains(part.guid())).toList(),
                history);
    }

    LedgerEntry withoutParts() {
        return new LedgerEntry(
                key,
                scope,
                isScope,
                type,
                guid,
                name,
                classifications,
                stamp,
                fingerprint,
                version,
                List.of(),
                history);
    }

    boolean isUnread() {
        return stamp.isEmpty() && fingerprint.isEmpty();
    }

    /**
     * This entry with stamp and fingerprints unknown, those of its parts too, so that the next refresh writes the whole
     * item again as described.
     */
    LedgerEntry unread() {
        List<LedgerPart> unreadParts = parts.stream().map(LedgerPart::unread).toList();
        return new LedgerEntry(
                key, scope, isScope, type, guid, name, classifications, "", "", version, unreadParts, history);
    }
}
