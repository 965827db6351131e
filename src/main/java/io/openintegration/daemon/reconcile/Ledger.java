package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Paging;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: the memory of what one connector of one daemon has catalogued in one metadata server. Used by one thread at a
 * time.
 */
public interface Ledger {

    int MARKS_COUNTED_AT_ONCE = 2_000;

    Optional<LedgerEntry> find(ItemKey key);

    /**
     * The entries of these keys, any number of them; keys without an entry are left out. Adapters make it one query.
     */
    default Map<ItemKey, LedgerEntry> find(Collection<ItemKey> keys) {
        Map<ItemKey, LedgerEntry> found = new LinkedHashMap<>();
        keys.forEach(key -> find(key).ifPresent(entry -> found.put(key, entry)));
        return found;
    }

    /** The entries whose scope is empty. */
    List<LedgerEntry> topScopes();

    /** The entries directly in this scope. */
    List<LedgerEntry> entries(ItemKey scope);

    /**
     * The marks of the entries directly in this scope; of the top scopes where it is empty. Asked for each scope of
     * each refresh: adapters read no parts for it.
     */
    default List<LedgerMark> marks(Optional<ItemKey> scope) {
        return scope.map(this::entries).orElseGet(this::topScopes).stream()
                .map(LedgerMark::of)
                .toList();
    }

    /**
     * Hands out these marks a portion at a time, in an order of the ledger's own; nothing where there are none. The ledger may
     * be changed by what is done with a portion: what it has from the beginning to the end is handed out once. Adapters
     * hold no more than one portion.
     *
     * @param most how many marks a portion has at the most
     */
    default void marks(Optional<ItemKey> scope, int most, Consumer<List<LedgerMark>> work) {
        List<LedgerMark> all = marks(scope);
        for (int start = 0; start < all.size(); start += most) {
            work.accept(all.subList(start, Math.min(all.size(), start + most)));
        }
    }

    /**
     * Who has catalogued these elements (items or parts), in this ledger and in those of all other connectors of the
     * same daemon for the same metadata server. Elements that nobody catalogued are left out. Where several ledgers
     * name an element, the owner in this ledger is the answer.
     */
    Map<Guid, LedgerOwner> owners(Collection<Guid> elements);

    /**
     * Entries whose element was made by that run, in an order of the ledger's own.
     *
     * @param after only entries that come after that of this key, which need not be there any more; empty for the first ones
     */
    List<LedgerEntry> madeBy(String run, Optional<ItemKey> after, int limit);

    /** How many entries there are. */
    default long count() {
        return topScopes().stream().mapToLong(top -> 1 + countIn(top.key())).sum();
    }

    /** How many entries there are in this scope and in the scopes in it, itself not counted. */
    default long countIn(ItemKey scope) {
        long[] count = {0};
        marks(Optional.of(scope), MARKS_COUNTED_AT_ONCE, portion -> {
            count[0] += portion.size();
            portion.stream().filter(LedgerMark::isScope).forEach(inner -> count[0] += countIn(inner.key()));
        });
        return count[0];
    }

    /** Notes that these items are missing, those since then that were not missing before. Keys without an entry have no effect. */
    default void markMissing(Collection<ItemKey> keys, Instant since) {
        save(
                find(keys).values().stream()
                        .map(entry -> entry.with(entry.history().missing(since)))
                        .toList(),
                List.of());
    }

    /** Notes that these items are not missing. */
    default void markPresent(Collection<ItemKey> keys) {
        save(
                find(keys).values().stream()
                        .map(entry -> entry.with(entry.history().present()))
                        .toList(),
                List.of());
    }

    /**
     * The next of the entries whose items are missing, in an order of the ledger's own, in which forgetting some of them makes
     * no difference to the rest.
     *
     * @param after the last one that was returned; empty to begin with
     */
    List<LedgerEntry> missing(Optional<ItemKey> after, int most);

    /**
     * The entries whose items are missing, ordered by key as the ledger orders texts.
     *
     * @param containing text in key or qualified name, as it is written; empty for all
     */
    List<LedgerEntry> findMissing(String containing, Paging paging);

    /**
     * Notes which items are about to be made in the metadata server, in place of those noted before, and stores entries: all of it
     * or nothing.
     */
    void intend(Collection<LedgerIntent> intents, Collection<LedgerEntry> entries);

    /** The items that were about to be made, as far as that is not {@linkplain #settle settled}. */
    List<LedgerIntent> intended();

    /** Stores entries, and forgets what was intended: all of it or nothing. */
    void settle(Collection<LedgerEntry> entries);

    /** Stores entries, replacing those of the same key, and forgets others: all of it or nothing. */
    void save(Collection<LedgerEntry> entries, Collection<ItemKey> forgotten);
}
