package io.openintegration.daemon.testing;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.DescriptionScope;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Relations;
import io.openintegration.daemon.spi.Refresh;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A refresh that keeps what is described to it, and checks that scopes are used as they should be: only the innermost
 * open one is spoken to, nothing is added to it after it was declared complete, and no item is described twice.
 */
public final class RecordingSink implements Refresh {

    /** What was said of one scope. */
    public static final class Scope {

        private final ItemKey key;
        private final ItemDescription item;
        private final Optional<ItemKey> parent;
        private final Map<ItemKey, Item> items = new LinkedHashMap<>();
        private final Map<ItemKey, Message> unreadable = new LinkedHashMap<>();
        private boolean complete;
        private boolean closed;

        private Scope(ItemKey key, ItemDescription item, Optional<ItemKey> parent) {
            this.key = key;
            this.item = item;
            this.parent = parent;
        }

        public ItemKey key() {
            return key;
        }

        public ItemDescription item() {
            return item;
        }

        /** Empty for a top scope. */
        public Optional<ItemKey> parent() {
            return parent;
        }

        public Map<ItemKey, Item> items() {
            return items;
        }

        public Map<ItemKey, Message> unreadable() {
            return unreadable;
        }

        public boolean isComplete() {
            return complete;
        }

        public boolean isClosed() {
            return closed;
        }
    }

    /**
     * An item that was described.
     *
     * @param description empty where it was not asked for, since the stamp was known
     */
    public record Item(String stamp, Optional<ItemDescription> description) {}

    private final Map<ItemKey, Scope> scopes = new LinkedHashMap<>();
    private final BiPredicate<ItemKey, String> isKnown;
    private Consumer<ItemKey> beforeItem = key -> {};
    private Optional<RecordingScope> innermost = Optional.empty();
    private final List<Relations> relations = new ArrayList<>();
    private boolean cancelled;

    /** Asks for every description. */
    public RecordingSink() {
        this((key, stamp) -> false);
    }

    /** @param isKnown whether an item with that stamp needs no description */
    public RecordingSink(BiPredicate<ItemKey, String> isKnown) {
        this.isKnown = isKnown;
    }

    /** Has something happen before each item or nested scope is taken in: the world moves while a connector looks. */
    public RecordingSink beforeItem(Consumer<ItemKey> event) {
        beforeItem = event;
        return this;
    }

    public void cancel() {
        cancelled = true;
    }

    /** All scopes, in the order in which they were opened. */
    public Map<ItemKey, Scope> scopes() {
        return scopes;
    }

    public Scope scope(Object key) {
        return Optional.ofNullable(scopes.get(new ItemKey(key.toString())))
                .orElseThrow(() -> new NoSuchElementException("no scope " + key + " in " + scopes.keySet()));
    }

    /** The description of an item, in whichever scope it is. */
    public ItemDescription item(Object key) {
        return scopes.values().stream()
                .map(scope -> scope.items().get(new ItemKey(key.toString())))
                .filter(item -> item != null)
                .flatMap(item -> item.description().stream())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no description of " + key));
    }

    /** All items of all scopes, nested scopes not among them. */
    public Map<ItemKey, Item> items() {
        Map<ItemKey, Item> all = new LinkedHashMap<>();
        scopes.values().forEach(scope -> all.putAll(scope.items()));
        return all;
    }

    /** All that was reported as unreadable. */
    public Map<ItemKey, Message> unreadable() {
        Map<ItemKey, Message> all = new LinkedHashMap<>();
        scopes.values().forEach(scope -> all.putAll(scope.unreadable()));
        return all;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean isOfChanges() {
        return false;
    }

    @Override
    public boolean isFullComparison() {
        return false;
    }

    @Override
    public void relate(List<Relations> wanted) {
        require(innermost.isEmpty(), "relationships asked for while a scope is open");
        relations.addAll(wanted);
    }

    /** What was asked for, in its order. */
    public List<Relations> relations() {
        return relations;
    }

    @Override
    public Optional<DescriptionScope> reopen(ItemKey key) {
        return Optional.empty();
    }

    @Override
    public DescriptionScope open(ItemKey key, ItemDescription item) {
        require(innermost.isEmpty(), "top scope " + key + " opened within another scope");
        return opened(key, item, Optional.empty());
    }

    private RecordingScope opened(ItemKey key, ItemDescription item, Optional<RecordingScope> parent) {
        beforeItem.accept(key);
        Scope scope = new Scope(key, item, parent.map(outer -> outer.scope.key()));
        require(scopes.put(key, scope) == null && !items().containsKey(key), key + " described twice");
        RecordingScope recording = new RecordingScope(scope, parent);
        innermost = Optional.of(recording);
        return recording;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    private final class RecordingScope implements DescriptionScope {

        private final Scope scope;
        private final Optional<RecordingScope> parent;

        private RecordingScope(Scope scope, Optional<RecordingScope> parent) {
            this.scope = scope;
            this.parent = parent;
        }

        @Override
        public void add(ItemKey key, String stamp, Supplier<ItemDescription> description) {
            requireCurrent();
            beforeItem.accept(key);
            Optional<ItemDescription> asked =
                    isKnown.test(key, stamp) ? Optional.empty() : Optional.of(description.get());
            require(scope.items.put(key, new Item(stamp, asked)) == null, key + " described twice");
        }

        @Override
        public void unreadable(ItemKey key, Message reason) {
            requireCurrent();
            scope.unreadable.put(key, reason);
        }

        @Override
        public DescriptionScope open(ItemKey key, ItemDescription item) {
            requireCurrent();
            return opened(key, item, Optional.of(this));
        }

        @Override
        public boolean keep(ItemKey key) {
            return false;
        }

        @Override
        public void complete() {
            requireCurrent();
            scope.complete = true;
        }

        @Override
        public void close() {
            require(innermost.filter(this::equals).isPresent(), scope.key + " closed, but not as the innermost scope");
            scope.closed = true;
            innermost = parent;
        }

        private void requireCurrent() {
            require(innermost.filter(this::equals).isPresent(), scope.key + " is not the innermost open scope");
            require(!scope.complete, scope.key + " was declared complete before");
        }
    }
}
