package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.reconcile.Node.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says in the plainest way what a refresh removes and holds back: all items at once, in memory, without any order. */
final class GuardModel {

    private final Map<String, Item> items = new HashMap<>();
    private final RemovalGuards guards;
    private int removed;
    private int heldBack;

    /** @param in key of the scope that holds it; empty for a top scope */
    private record Item(Optional<String> in, Instant since, boolean missing) {}

    /** What one refresh sees. */
    private static final class Sight {

        private final Map<String, String> tops = new HashMap<>();
        private final Map<String, Reading> readings = new HashMap<>();
        private final Set<String> spared = new HashSet<>();
        private final Set<String> added = new HashSet<>();
        /** What was read completely, and holds nothing. */
        private final Set<String> empty = new HashSet<>();

        private boolean isIncomplete() {
            return readings.containsValue(Reading.INCOMPLETE);
        }

        private String topOf(String key, Item item) {
            return item.in().map(tops::get).orElse(key);
        }
    }

    GuardModel(RemovalGuards guards) {
        this.guards = guards;
    }

    void refresh(List<Node> described, RefreshMode mode, Instant now) {
        removed = 0;
        heldBack = 0;
        Sight sight = new Sight();
        Map<String, Item> before = Map.copyOf(items);
        described.forEach(top -> see(top, Optional.empty(), top.key(), now, sight));
        Set<String> roots = new TreeSet<>();
        items.forEach((key, item) -> {
            if (isMissed(key, item, mode, sight)) {
                roots.add(key);
            }
        });
        Set<String> free = new HashSet<>();
        roots.stream()
                .filter(root -> mode == RefreshMode.RELEASING
                        && guards.removalAllowed()
                        && before.get(root).missing())
                .forEach(free::add);
        Set<String> held = heldTops(roots, free, now, sight);
        Set<String> heldFolders = heldFolders(roots, free, now, sight);
        for (String root : roots) {
            Item missed = items.get(root);
            boolean stays = held.contains(sight.topOf(root, missed))
                    || missed.in().filter(heldFolders::contains).isPresent();
            Set<String> remaining = new HashSet<>(below(root, sight));
            if (free.contains(root) || !stays) {
                Set<String> going = going(root, free.contains(root), now, sight);
                removed += going.size();
                remaining.removeAll(going);
                heldBack += remaining.size();
                remaining.forEach(this::mark);
                items.keySet().removeAll(going);
            } else {
                heldBack += remaining.size();
                mark(root);
            }
        }
    }

    int removed() {
        return removed;
    }

    int heldBack() {
        return heldBack;
    }

    Set<String> keys() {
        return Set.copyOf(items.keySet());
    }

    Set<String> missing() {
        Set<String> missing = new HashSet<>();
        items.forEach((key, item) -> {
            if (item.missing()) {
                missing.add(key);
            }
        });
        return missing;
    }

    private void see(Node node, Optional<String> in, String top, Instant now, Sight sight) {
        Optional<Item> known = Optional.ofNullable(items.get(node.key()));
        if (node.reading() == Reading.UNREADABLE) {
            known.ifPresent(item -> items.put(node.key(), new Item(item.in(), item.since(), false)));
            sight.spared.add(node.key());
            return;
        }
        if (known.isEmpty()) {
            sight.added.add(node.key());
        }
        items.put(node.key(), new Item(in, known.map(Item::since).orElse(now), false));
        sight.tops.put(node.key(), top);
        if (node.kind().isFolder()) {
            sight.readings.put(node.key(), node.reading());
            if (node.content().isEmpty() && node.reading() == Reading.WHOLE) {
                sight.empty.add(node.key());
            }
        }
        node.content().forEach(child -> see(child, Optional.of(node.key()), top, now, sight));
    }

    /** A refresh of changes concludes nothing of top scopes that it does not mention. */
    private static boolean isMissed(String key, Item item, RefreshMode mode, Sight sight) {
        if (sight.tops.containsKey(key) || sight.spared.contains(key)) {
            return false;
        }
        return item.in().isPresent()
                ? sight.readings.get(item.in().get()) == Reading.WHOLE
                : mode != RefreshMode.CHANGES && !sight.isIncomplete();
    }

    private Set<String> heldTops(Set<String> roots, Set<String> free, Instant now, Sight sight) {
        Map<String, Integer> leaving = new HashMap<>();
        Map<String, Integer> released = new HashMap<>();
        for (String root : roots) {
            String top = sight.topOf(root, items.get(root));
            int going = going(root, free.contains(root), now, sight).size();
            (free.contains(root) ? released : leaving).merge(top, going, Integer::sum);
        }
        if (!guards.removalAllowed() || sight.tops.isEmpty()) {
            return leaving.keySet();
        }
        Set<String> held = new HashSet<>();
        leaving.forEach((top, number) -> {
            int had = 1 + content(top).size() - addedIn(top, sight) - released.getOrDefault(top, 0);
            if ((sight.empty.contains(top) && number > 0 && guards.maximumShare() < 100) || areTooMany(number, had)) {
                held.add(top);
            }
        });
        int others = leaving.entrySet().stream()
                .filter(place -> !held.contains(place.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        int had = items.size()
                - sight.added.size()
                - released.values().stream().mapToInt(Integer::intValue).sum();
        if (areTooMany(others, had)) {
            return leaving.keySet();
        }
        leaving.forEach((top, number) -> {
            if (guards.maximumShare() < 100 && number > 0 && !sight.tops.containsKey(top)) {
                held.add(top);
            }
        });
        return held;
    }

    /** Folders within top scopes, and these, that have nothing left of what they had. */
    private Set<String> heldFolders(Set<String> roots, Set<String> free, Instant now, Sight sight) {
        Map<String, Integer> leaving = new HashMap<>();
        roots.stream().filter(root -> !free.contains(root)).forEach(root -> items.get(root)
                .in()
                .filter(sight.empty::contains)
                .ifPresent(folder ->
                        leaving.merge(folder, going(root, false, now, sight).size(), Integer::sum)));
        leaving.values().removeIf(number -> guards.maximumShare() == 100 || number < guards.minimumItems());
        return leaving.keySet();
    }

    private boolean areTooMany(int leaving, int of) {
        return leaving >= guards.minimumItems() && leaving * 100 > of * guards.maximumShare();
    }

    private static int addedIn(String top, Sight sight) {
        return (int) sight.added.stream()
                .filter(key -> top.equals(sight.tops.get(key)))
                .count();
    }

    /** What goes with the item: not what is too young, nor what holds anything that stays. */
    private Set<String> going(String item, boolean isFree, Instant now, Sight sight) {
        Set<String> going = new HashSet<>();
        if (sight.spared.contains(item)) {
            return going;
        }
        List<String> children = children(item);
        boolean allGo = true;
        for (String child : children) {
            Set<String> further = going(child, isFree, now, sight);
            going.addAll(further);
            allGo &= further.contains(child);
        }
        boolean young = guards.isTooYoung(items.get(item).since(), now);
        if (allGo && (isFree || !young)) {
            going.add(item);
        }
        return going;
    }

    /** The item and what is in it, except what was seen without being readable. */
    private Set<String> below(String item, Sight sight) {
        Set<String> all = new HashSet<>();
        if (!sight.spared.contains(item)) {
            all.add(item);
            children(item).forEach(child -> all.addAll(below(child, sight)));
        }
        return all;
    }

    private Set<String> content(String scope) {
        Set<String> all = new HashSet<>();
        children(scope).forEach(child -> {
            all.add(child);
            all.addAll(content(child));
        });
        return all;
    }

    private List<String> children(String scope) {
        List<String> children = new ArrayList<>();
        items.forEach((key, item) -> {
            if (item.in().equals(Optional.of(scope))) {
                children.add(key);
            }
        });
        return children;
    }

    private void mark(String key) {
        Item item = items.get(key);
        items.put(key, new Item(item.in(), item.since(), true));
    }
}
