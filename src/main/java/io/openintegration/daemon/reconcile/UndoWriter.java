package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes steps of an undo: one change set for the metadata server, then the ledger. */
final class UndoWriter {

    private final Catalogue catalogue;
    private final ChangeWatch watch;
    private final Tally tally;

    UndoWriter(Catalogue catalogue, ChangeWatch watch, Tally tally) {
        this.catalogue = catalogue;
        this.watch = watch;
        this.tally = tally;
    }

    /** Returns the numbers of the changes that are undone, as far as they can be. */
    List<Long> write(List<UndoStep> steps) {
        List<UndoStep> going = new ArrayList<>(steps);
        boolean written = going.isEmpty();
        while (!written) {
            written = attempt(going);
        }
        return going.stream()
                .filter(UndoStep::isDone)
                .map(step -> step.undone().number())
                .toList();
    }

    private boolean attempt(List<UndoStep> steps) {
        Map<ItemKey, Message> forbidden = watch.before(told(steps));
        if (!forbidden.isEmpty()) {
            watch.withdrawn();
            steps.replaceAll(step -> Optional.ofNullable(forbidden.get(step.key()))
                    .filter(why -> step.told().isPresent())
                    .map(why -> UndoStep.left(step.undone(), why))
                    .orElse(step));
            return false;
        }
        doubtUntilWritten(steps);
        try {
            settle(
                    steps,
                    catalogue.apply(steps.stream()
                            .flatMap(step -> step.changes().stream())
                            .toList()));
            return true;
        } catch (ChangeRejectedException refused) {
            if (refused.kind() == Kind.UNAVAILABLE) {
                throw refused;
            }
            watch.withdrawn();
            leave(steps, refused);
            return false;
        }
    }

    /** Should the answer get lost, the next refresh or undo must look at the items again. */
    private void doubtUntilWritten(List<UndoStep> steps) {
        List<ItemKey> keys = steps.stream()
                .filter(step -> step.entry().isPresent())
                .map(UndoStep::key)
                .toList();
        catalogue.save(
                catalogue.entries(keys).values().stream()
                        .filter(entry -> !entry.isUnread())
                        .map(LedgerEntry::unread)
                        .toList(),
                List.of());
    }

    private static List<ItemChange> told(List<UndoStep> steps) {
        List<ItemChange> told = new ArrayList<>();
        for (UndoStep step : steps) {
            step.told().ifPresent(told::add);
            step.left().forEach(why -> told.add(ItemChange.left(step.undone().change(), why)));
        }
        return told;
    }

    private void leave(List<UndoStep> steps, ChangeRejectedException refused) {
        int next = 0;
        for (int i = 0; i < steps.size(); i++) {
            UndoStep step = steps.get(i);
            next += step.changes().size();
            if (refused.index() < next) {
                steps.set(
                        i,
                        UndoStep.left(
                                step.undone(),
                                UndoMessage.REFUSED.with(step.undone().change().name(), refused.reason())));
                return;
            }
        }
        throw new IllegalStateException(
                "the metadata server refused change " + refused.index() + ", which it was not given");
    }

    private void settle(List<UndoStep> steps, List<ChangeResult> results) {
        int next = 0;
        List<LedgerEntry> entries = new ArrayList<>();
        List<ItemKey> forgotten = new ArrayList<>();
        for (UndoStep step : steps) {
            int end = next + step.changes().size();
            step.entry(results.subList(next, end)).ifPresent(entries::add);
            if (step.forgotten()) {
                forgotten.add(step.key());
            }
            next = end;
        }
        catalogue.save(entries, forgotten);
        steps.forEach(this::count);
    }

    private void count(UndoStep step) {
        step.told()
                .map(ItemChange::action)
                .ifPresent(action -> tally.count(
                        switch (action) {
                            case REMOVE -> Outcome.REMOVED;
                            case RESTORE -> Outcome.RESTORED;
                            default -> Outcome.UPDATED;
                        }));
        step.left().forEach(tally::problem);
    }
}
