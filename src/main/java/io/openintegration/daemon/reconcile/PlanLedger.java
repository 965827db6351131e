package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A ledger as a plan would leave it. Nothing is written to the ledger itself. */
final class PlanLedger implements Ledger {

    private final Ledger ledger;
    private final PlanScratch scratch;
    private boolean settled;
    private Optional<ItemKey> lastPlanned = Optional.empty();

    PlanLedger(Ledger ledger, PlanScratch scratch) {
        this.ledger = ledger;
        this.scratch = scratch;
    }

    @Override
    public Optional<LedgerEntry> find(ItemKey key) {
        return Optional.ofNullable(find(List.of(key)).get(key));
    }

    @Override
    public Map<ItemKey, LedgerEntry> find(Collection<ItemKey> keys) {
        Map<ItemKey, LedgerEntry> planned = scratch.find(keys);
        List<ItemKey> others =
                keys.stream().filter(key -> !planned.containsKey(key)).toList();
        Map<ItemKey, LedgerEntry> found = new HashMap<>(others.isEmpty() ? Map.of() : ledger.find(others));
        planned.values().stream()
                .filter(entry -> !PlanScratch.isBuried(entry))
                .forEach(entry -> found.put(entry.key(), entry));
        return found;
    }

    @Override
    public List<LedgerEntry> topScopes() {
        return laidOver(ledger.topScopes(), scratch.entriesIn(Optional.empty()));
    }

    @Override
    public List<LedgerEntry> entries(ItemKey scope) {
        return laidOver(ledger.entries(scope), scratch.entriesIn(Optional.of(scope)));
    }

    @Override
    public List<LedgerMark> marks(Optional<ItemKey> scope) {
        List<LedgerMark> marks = ledger.marks(scope);
        if (scratch.isEmpty()) {
            return marks;
        }
        Set<ItemKey> planned =
                scratch.find(marks.stream().map(LedgerMark::key).toList()).keySet();
        return Stream.concat(
                        marks.stream().filter(mark -> !planned.contains(mark.key())), scratch.marks(scope).stream())
                .toList();
    }

    /** What the plan put there first: what is done with the others may put them there too. */
    @Override
    public void marks(Optional<ItemKey> scope, int most, Consumer<List<LedgerMark>> work) {
        scratch.marks(scope, most, work);
        ledger.marks(scope, most, portion -> {
            Set<ItemKey> planned =
                    scratch.find(portion.stream().map(LedgerMark::key).toList()).keySet();
            List<LedgerMark> others = portion.stream()
                    .filter(mark -> !planned.contains(mark.key()))
                    .toList();
            if (!others.isEmpty()) {
                work.accept(others);
            }
        });
    }

    /** What the plan makes is this ledger's; what it takes away is nobody's. */
    @Override
    public Map<Guid, LedgerOwner> owners(Collection<Guid> elements) {
        List<Guid> existing =
                elements.stream().filter(guid -> !PlanScratch.isPlanned(guid)).toList();
        Map<Guid, LedgerOwner> owners = new HashMap<>(existing.isEmpty() ? Map.of() : ledger.owners(existing));
        scratch.entriesOf(elements).forEach((guid, entry) -> {
            if (PlanScratch.isBuried(entry)) {
                owners.remove(guid);
            } else {
                owners.put(guid, new LedgerOwner(Optional.empty(), entry.key()));
            }
        });
        return owners;
    }

    /** Nothing is made, so nothing can be lost on the way. */
    @Override
    public void intend(Collection<LedgerIntent> intents, Collection<LedgerEntry> entries) {
        scratch.save(entries);
    }

    @Override
    public List<LedgerIntent> intended() {
        return settled ? List.of() : ledger.intended();
    }

    @Override
    public void settle(Collection<LedgerEntry> entries) {
        settled = true;
        scratch.save(entries);
    }

    /** Those that are noted as missing stay where they are, so that going through them is not disturbed. */
    @Override
    public void markMissing(Collection<ItemKey> keys, Instant since) {
        scratch.save(find(keys).values().stream()
                .filter(entry -> !entry.isMissing())
                .map(entry -> entry.with(entry.history().missing(since)))
                .toList());
    }

    /** First those of which the plan changed nothing, then the others. */
    @Override
    public List<LedgerEntry> missing(Optional<ItemKey> after, int most) {
        List<LedgerEntry> found = new ArrayList<>();
        boolean amongOthers = after.isPresent() && after.equals(lastPlanned);
        if (!amongOthers) {
            collect(found, after, most, ledger::missing, entry -> !scratch.find(List.of(entry.key()))
                    .containsKey(entry.key()));
        }
        if (found.size() < most && !scratch.isEmpty()) {
            int before = found.size();
            collect(
                    found,
                    amongOthers ? after : Optional.empty(),
                    most,
                    scratch::missing,
                    entry -> !PlanScratch.isBuried(entry));
            lastPlanned = found.size() > before
                    ? Optional.of(found.get(found.size() - 1).key())
                    : lastPlanned;
        }
        return found;
    }

    private interface Pages {
        List<LedgerEntry> after(Optional<ItemKey> last, int most);
    }

    private static void collect(
            List<LedgerEntry> found, Optional<ItemKey> after, int most, Pages pages, Predicate<LedgerEntry> which) {
        List<LedgerEntry> page = pages.after(after, most);
        while (!page.isEmpty() && found.size() < most) {
            page.stream().filter(which).limit(most - found.size()).forEach(found::add);
            page = pages.after(Optional.of(page.get(page.size() - 1).key()), most);
        }
    }

    @Override
    public List<LedgerEntry> findMissing(String containing, Paging paging) {
        return ledger.findMissing(containing, paging);
    }

    /** What the plan itself makes is made by no run yet. */
    @Override
    public List<LedgerEntry> madeBy(String run, Optional<ItemKey> after, int limit) {
        Optional<ItemKey> last = after;
        List<LedgerEntry> made = List.of();
        boolean more = true;
        while (made.isEmpty() && more) {
            List<LedgerEntry> page = ledger.madeBy(run, last, limit);
            made = presentOf(page);
            more = !page.isEmpty();
            last = more ? Optional.of(page.get(page.size() - 1).key()) : last;
        }
        return made;
    }

    private List<LedgerEntry> presentOf(List<LedgerEntry> page) {
        Map<ItemKey, LedgerEntry> planned =
                scratch.find(page.stream().map(LedgerEntry::key).toList());
        return page.stream()
                .map(entry -> planned.getOrDefault(entry.key(), entry))
                .filter(entry -> !PlanScratch.isBuried(entry))
                .toList();
    }

    @Override
    public void save(Collection<LedgerEntry> entries, Collection<ItemKey> forgotten) {
        List<LedgerEntry> buried = List.copyOf(find(forgotten).values());
        scratch.save(entries);
        scratch.bury(buried);
    }

    private List<LedgerEntry> laidOver(List<LedgerEntry> entries, List<LedgerEntry> planned) {
        Set<ItemKey> replaced =
                scratch.find(entries.stream().map(LedgerEntry::key).toList()).keySet();
        return Stream.concat(entries.stream().filter(entry -> !replaced.contains(entry.key())), planned.stream())
                .collect(Collectors.toList());
    }
}
