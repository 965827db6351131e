package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * What a refresh does, or would do, to one item in the metadata server.
 *
 * @param scope key of the scope that holds it afterwards; empty for a top scope
 * @param formerScope of {@link ChangeAction#MOVE}, the scope that held it before; empty for a top scope
 * @param type of its element afterwards
 * @param differences of what existed before; none where the element is made or taken away
 * @param digest tells changes apart: two that are the same, whenever and for whatever reason they are made, have the same
 * @param former what the ledger knew of it, or would have known; empty where the element is made
 * @param reason why it is held back or left
 */
public record ItemChange(
        ChangeAction action,
        ItemKey key,
        Optional<ItemKey> scope,
        Optional<ItemKey> formerScope,
        TypeName type,
        QualifiedName name,
        List<Difference> differences,
        String digest,
        Optional<LedgerEntry> former,
        Optional<Message> reason) {

    public ItemChange {
        differences = List.copyOf(differences);
    }

    /**
     * Of an item whose element exists.
     *
     * @param description fingerprint of what is described, where the element is replaced; else empty
     */
    static ItemChange of(
            ChangeAction action,
            LedgerEntry former,
            Optional<ItemKey> scope,
            TypeName type,
            String description,
            List<Difference> differences) {
        Optional<ItemKey> formerScope = action == ChangeAction.MOVE ? former.scope() : Optional.empty();
        return new ItemChange(
                action,
                former.key(),
                scope,
                formerScope,
                type,
                former.name(),
                differences,
                ChangeDigest.of(
                        action, former.key(), scope, formerScope, type, former.name(), description, differences),
                Optional.of(action == ChangeAction.REMOVE ? former : former.withoutParts()),
                Optional.empty());
    }

    /** The item's element is taken away. */
    static ItemChange removal(LedgerEntry former) {
        return of(ChangeAction.REMOVE, former, former.scope(), former.type(), "", List.of());
    }

    /** The item is gone, and its element stays all the same. */
    static ItemChange heldBack(LedgerEntry entry) {
        return of(ChangeAction.HOLD_BACK, entry, entry.scope(), entry.type(), "", List.of());
    }

    /** An undo leaves something of what was changed. */
    static ItemChange left(ItemChange changed, Message why) {
        return of(ChangeAction.LEAVE, changed.former().orElseThrow(), changed.scope(), changed.type(), "", List.of())
                .because(why);
    }

    /** The same, with why it is so. */
    public ItemChange because(Message why) {
        return new ItemChange(
                action, key, scope, formerScope, type, name, differences, digest, former, Optional.of(why));
    }
}
