package io.openintegration.daemon.testing;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.Chronicle;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.runtime.run.RunHistory;
import io.openintegration.daemon.runtime.run.RunId;
import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.runtime.run.RunReport;
import io.openintegration.daemon.spi.ConnectorName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The refreshes of daemons, in memory. */
public final class InMemoryRunHistory implements RunHistory {

    private final Map<Key, RunReport> runs = new LinkedHashMap<>();
    private final Chronicle chronicle = newChronicle();
    private final List<RunReport> told = new CopyOnWriteArrayList<>();
    private volatile Optional<DaemonException> outage = Optional.empty();

    private record Key(ServerName daemon, RunId run) {}

    /** From now on nothing can be noted. */
    public void failWith(Message reason) {
        outage = Optional.of(new RequestRefusedException(reason));
    }

    /** Ends what {@link #failWith} began. */
    public void recover() {
        outage = Optional.empty();
    }

    /** This history, with plans and changes that go with it. */
    public Chronicle chronicle() {
        return chronicle;
    }

    /** Whether the run is known, and a refresh. */
    public synchronized boolean isRefresh(UUID run) {
        return runs.values().stream()
                .anyMatch(known ->
                        known.id().value().equals(run) && known.trigger().isRefresh());
    }

    @Override
    public synchronized void begun(ServerName daemon, RunReport run) {
        mustBeUp();
        runs.put(new Key(daemon, run.id()), run);
    }

    @Override
    public synchronized void ended(ServerName daemon, RunReport run) {
        mustBeUp();
        runs.merge(
                new Key(daemon, run.id()),
                run,
                (known, ended) -> known.outcome().hasEnded() ? known : ended);
    }

    @Override
    public void told(ServerName daemon, RunReport run) {
        told.add(run);
    }

    /** The ends that it was told of, in their order. */
    public List<RunReport> told() {
        return List.copyOf(told);
    }

    @Override
    public synchronized int endLost(ServerName daemon, Instant now) {
        List<RunReport> lost = of(daemon).stream()
                .filter(run -> !run.outcome().hasEnded())
                .map(run -> run.ended(RunOutcome.LOST, run.report(), Optional.empty(), now))
                .toList();
        lost.forEach(run -> ended(daemon, run));
        return lost.size();
    }

    @Override
    public synchronized Optional<RunReport> find(ServerName daemon, RunId id) {
        return Optional.ofNullable(runs.get(new Key(daemon, id)));
    }

    @Override
    public synchronized List<RunReport> list(ServerName daemon, RunQuery query) {
        return of(daemon).stream()
                .filter(run -> query.connector()
                        .filter(name -> !name.equals(run.connector()))
                        .isEmpty())
                .filter(run -> query.outcome()
                        .filter(outcome -> outcome != run.outcome())
                        .isEmpty())
                .sorted(Comparator.comparing(RunReport::begin).reversed().thenComparing(run -> run.id()
                        .value()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized Map<ConnectorName, RunReport> lastSuccesses(ServerName daemon) {
        Map<ConnectorName, RunReport> last = new HashMap<>();
        of(daemon).stream()
                .filter(run -> run.trigger().isRefresh())
                .filter(run -> run.outcome() == RunOutcome.SUCCEEDED || run.outcome() == RunOutcome.DEGRADED)
                .forEach(run -> last.merge(
                        run.connector(), run, (one, other) -> other.begin().isBefore(one.begin()) ? one : other));
        return last;
    }

    @Override
    public synchronized int purge(Instant before) {
        Set<RunReport> spared = new HashSet<>();
        runs.keySet().stream()
                .map(Key::daemon)
                .distinct()
                .forEach(daemon -> spared.addAll(lastSuccesses(daemon).values()));
        int all = runs.size();
        runs.values()
                .removeIf(run -> run.end().filter(end -> end.isBefore(before)).isPresent() && !spared.contains(run));
        return all - runs.size();
    }

    private Chronicle newChronicle() {
        InMemoryChangeLists changes = new InMemoryChangeLists();
        changes.refreshesAre(this::isRefresh);
        return new Chronicle(this, new InMemoryPlans(changes), changes);
    }

    private void mustBeUp() {
        if (outage.isPresent()) {
            throw outage.get();
        }
    }

    private List<RunReport> of(ServerName daemon) {
        return new ArrayList<>(runs.entrySet().stream()
                .filter(run -> Objects.equals(run.getKey().daemon(), daemon))
                .map(Map.Entry::getValue)
                .toList());
    }
}
