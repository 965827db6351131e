package io.openintegration.daemon.testing;

import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.reconcile.ChangeAction;
import io.openintegration.daemon.reconcile.ChangeList;
import io.openintegration.daemon.reconcile.ChangeLists;
import io.openintegration.daemon.reconcile.ChangeQuery;
import io.openintegration.daemon.reconcile.ItemChange;
import io.openintegration.daemon.reconcile.NumberedChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Lists of changes in memory: those of one connector, in the order of the runs that they belong to. */
public final class InMemoryChangeLists implements ChangeLists {

    private final Map<String, InMemoryChangeList> lists = new LinkedHashMap<>();
    private volatile Predicate<String> refreshes = name -> false;

    /** The list of that name: a plan's. */
    public synchronized ChangeList list(String name) {
        return lists.computeIfAbsent(name, none -> new InMemoryChangeList(name, false));
    }

    /** The list of that name: a run's, which begins now if it is new. */
    public synchronized ChangeList ofRun(String name) {
        return lists.computeIfAbsent(name, none -> new InMemoryChangeList(name, true));
    }

    /** Tells which lists are those of refreshes. */
    public void refreshesAre(Predicate<UUID> isRefresh) {
        refreshes = name -> isRefresh.test(UUID.fromString(name));
    }

    @Override
    public ChangeList list(ServerName daemon, String connector, UUID id) {
        return list(id.toString());
    }

    @Override
    public synchronized void delete(UUID id) {
        lists.remove(id.toString());
    }

    @Override
    public List<ItemChange> notIn(UUID list, UUID other, int limit) {
        ChangeList there = list(other.toString());
        return list(list.toString()).read(ChangeQuery.first(Integer.MAX_VALUE)).stream()
                .map(NumberedChange::change)
                .filter(change -> change.action().isWritten())
                .filter(change -> !there.digestsOf(List.of(change.key()))
                        .getOrDefault(change.key(), Set.of())
                        .contains(change.digest()))
                .limit(limit)
                .toList();
    }

    @Override
    public long countNotIn(UUID list, UUID other) {
        return notIn(list, other, Integer.MAX_VALUE).size();
    }

    private synchronized List<InMemoryChangeList> later(InMemoryChangeList than) {
        List<InMemoryChangeList> all = new ArrayList<>(lists.values());
        return all.subList(all.indexOf(than) + 1, all.size()).stream()
                .filter(list -> list.ofRun || refreshes.test(list.name))
                .toList();
    }

    private final class InMemoryChangeList implements ChangeList {

        private final String name;
        private final boolean ofRun;
        private final List<NumberedChange> changes = new ArrayList<>();
        private final Set<Long> undone = new HashSet<>();

        private InMemoryChangeList(String name, boolean ofRun) {
            this.name = name;
            this.ofRun = ofRun;
        }

        @Override
        public synchronized void append(List<NumberedChange> more) {
            changes.addAll(more);
        }

        @Override
        public synchronized void cut(long from) {
            changes.removeIf(change -> change.number() >= from);
        }

        @Override
        public synchronized List<NumberedChange> read(ChangeQuery query) {
            return changes.stream()
                    .filter(it -> it.number() > query.after())
                    .filter(it -> query.action().stream()
                            .allMatch(action -> action == it.change().action()))
                    .filter(it -> query.type().stream()
                            .allMatch(type -> type.equals(it.change().type())))
                    .filter(it -> query.text().stream().allMatch(text -> it.change()
                            .name()
                            .value()
                            .toLowerCase(Locale.ROOT)
                            .contains(text.toLowerCase(Locale.ROOT))))
                    .limit(query.limit())
                    .toList();
        }

        @Override
        public synchronized Map<ItemKey, Set<String>> digestsOf(Collection<ItemKey> keys) {
            Map<ItemKey, Set<String>> digests = new HashMap<>();
            changes.stream().filter(it -> keys.contains(it.change().key())).forEach(it -> digests.computeIfAbsent(
                            it.change().key(), none -> new HashSet<>())
                    .add(it.change().digest()));
            return digests;
        }

        @Override
        public synchronized List<NumberedChange> standing(long before, int limit) {
            List<NumberedChange> standing = new ArrayList<>();
            for (int i = changes.size() - 1; i >= 0 && standing.size() < limit; i--) {
                NumberedChange change = changes.get(i);
                if (change.number() < before && isStanding(change)) {
                    standing.add(change);
                }
            }
            return standing;
        }

        @Override
        public synchronized void undone(Collection<Long> numbers) {
            undone.addAll(numbers);
        }

        @Override
        public Set<ItemKey> changedLater(Collection<ItemKey> keys) {
            Set<ItemKey> changed = new HashSet<>();
            later(this).forEach(list -> changed.addAll(list.standingKeys()));
            changed.retainAll(new HashSet<>(keys));
            return changed;
        }

        private synchronized Set<ItemKey> standingKeys() {
            Set<ItemKey> keys = new HashSet<>();
            changes.stream()
                    .filter(this::isStanding)
                    .forEach(it -> keys.add(it.change().key()));
            return keys;
        }

        private boolean isStanding(NumberedChange change) {
            ChangeAction action = change.change().action();
            return action.isWritten() && !undone.contains(change.number());
        }
    }
}
