package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.Set;

/**
 * What is known of one catalogued part of an item.
 *
 * @param classifications those that were set on its element from its description
 * @param fingerprint of the part's description, without its own parts; as with {@link LedgerEntry}
 * @param version of its element after the last write
 */
public record LedgerPart(
        QualifiedName name, TypeName type, Guid guid, Set<TypeName> classifications, String fingerprint, long version) {

    public LedgerPart {
        classifications = Set.copyOf(classifications);
    }

    LedgerPart withVersion(long newVersion) {
        return new LedgerPart(name, type, guid, classifications, fingerprint, newVersion);
    }

    /**
     * This part with its fingerprint unknown, so that it is written again as described. What it hangs on stays known: a
     * part that hangs on something else is another element.
     */
    LedgerPart unread() {
        String onlyLink = Fingerprint.read(fingerprint).onlyLink().text();
        return new LedgerPart(name, type, guid, classifications, onlyLink, version);
    }
}
