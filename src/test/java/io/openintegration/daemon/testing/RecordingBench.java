package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A bench that compares what a connector describes with what it described before, by the rules of scopes. */
public final class RecordingBench<C extends IntegrationContext> implements ConnectorBench<C> {

    private record Known(Optional<ItemKey> scope, String stamp, ItemDescription description) {

        String name() {
            return description.qualifiedName().value();
        }
    }

    private final C context;
    private final Map<ItemKey, Known> known = new HashMap<>();

    public RecordingBench(C context) {
        this.context = context;
    }

    @Override
    public C context() {
        return context;
    }

    @Override
    public Set<String> catalogued() {
        return known.values().stream().map(Known::name).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Outcome refresh(IntegrationConnector<C> connector) {
        RecordingSink sink = new RecordingSink(
                (key, stamp) -> known.containsKey(key) && known.get(key).stamp().equals(stamp));
        Outcome outcome = new Outcome(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        try {
            connector.refresh(sink);
            retireTopScopes(sink, outcome);
        } finally {
            sink.scopes().values().forEach(scope -> take(scope, sink, outcome));
        }
        return outcome;
    }

    private void take(RecordingSink.Scope scope, RecordingSink sink, Outcome outcome) {
        put(scope.key(), new Known(scope.parent(), "", scope.item()), outcome);
        scope.items().forEach((key, item) -> item.description()
                .ifPresent(description ->
                        put(key, new Known(Optional.of(scope.key()), item.stamp(), description), outcome)));
        if (scope.isComplete()) {
            contentOf(scope.key()).stream()
                    .filter(key -> !scope.items().containsKey(key)
                            && !scope.unreadable().containsKey(key)
                            && !sink.scopes().containsKey(key))
                    .forEach(key -> remove(key, outcome));
        }
    }

    private void retireTopScopes(RecordingSink sink, Outcome outcome) {
        if (sink.scopes().values().stream().allMatch(RecordingSink.Scope::isComplete)) {
            Set<ItemKey> gone = new HashSet<>();
            known.forEach((key, item) -> {
                if (item.scope().isEmpty() && !sink.scopes().containsKey(key)) {
                    gone.add(key);
                }
            });
            gone.forEach(key -> remove(key, outcome));
        }
    }

    private Set<ItemKey> contentOf(ItemKey scope) {
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().scope().filter(scope::equals).isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void put(ItemKey key, Known now, Outcome outcome) {
        Known before = known.put(key, now);
        if (before == null) {
            outcome.created().add(now.name());
        } else if (!before.description().equals(now.description())) {
            outcome.updated().add(now.name());
        }
    }

    private void remove(ItemKey key, Outcome outcome) {
        contentOf(key).forEach(inner -> remove(inner, outcome));
        outcome.removed().add(known.remove(key).name());
    }
}
