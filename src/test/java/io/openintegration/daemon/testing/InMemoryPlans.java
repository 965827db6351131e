package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.plan.Plan;
import io.openintegration.daemon.runtime.plan.PlanId;
import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.runtime.plan.Plans;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plans of daemons, in memory. */
public final class InMemoryPlans implements Plans {

    private final InMemoryChangeLists changes;
    private final Map<Key, Plan> plans = new LinkedHashMap<>();

    private Optional<Instant> forgotten = Optional.empty();

    private record Key(ServerName daemon, PlanId plan) {}

    public InMemoryPlans(InMemoryChangeLists changes) {
        this.changes = changes;
    }

    @Override
    public synchronized void keep(ServerName daemon, Plan plan) {
        plans.put(new Key(daemon, plan.id()), plan);
    }

    @Override
    public synchronized boolean change(ServerName daemon, PlanState from, Plan plan) {
        boolean found = find(daemon, plan.id()).filter(it -> it.state() == from).isPresent();
        if (found) {
            keep(daemon, plan);
        }
        return found;
    }

    @Override
    public synchronized Optional<Plan> find(ServerName daemon, PlanId id) {
        return Optional.ofNullable(plans.get(new Key(daemon, id)));
    }

    @Override
    public synchronized List<Plan> list(ServerName daemon, PlanQuery query) {
        return plans.entrySet().stream()
                .filter(entry -> entry.getKey().daemon().equals(daemon))
                .map(Map.Entry::getValue)
                .filter(plan -> query.connector().stream().allMatch(plan.connector()::equals))
                .filter(plan -> query.state().stream().allMatch(state -> state == plan.state()))
                .sorted(Comparator.comparing(Plan::requestedAt).reversed().thenComparing(plan -> plan.id()
                        .value()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized void delete(ServerName daemon, PlanId id) {
        plans.remove(new Key(daemon, id));
        changes.delete(id.value());
    }

    @Override
    public synchronized int endLost(ServerName daemon) {
        List<Plan> lost = list(daemon, new PlanQuery(Optional.empty(), Optional.empty(), Integer.MAX_VALUE)).stream()
                .filter(plan -> plan.state().isOpen())
                .toList();
        lost.forEach(plan -> keep(daemon, plan.in(PlanState.FAILED)));
        return lost.size();
    }

    @Override
    public synchronized int purge(Instant before) {
        List<Map.Entry<Key, Plan>> old = plans.entrySet().stream()
                .filter(entry -> entry.getValue().requestedAt().isBefore(before))
                .filter(entry -> !entry.getValue().state().isOpen())
                .toList();
        old.forEach(entry -> delete(entry.getKey().daemon(), entry.getKey().plan()));
        return old.size();
    }

    @Override
    public synchronized void purgeChangesOfRuns(Instant before) {
        forgotten = Optional.of(before);
    }

    /** The last time for which the changes of earlier runs were to be forgotten. */
    public synchronized Optional<Instant> changesForgottenBefore() {
        return forgotten;
    }
}
