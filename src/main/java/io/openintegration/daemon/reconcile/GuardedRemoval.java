package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ItemKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes away at the end of a refresh what is gone, as far as the guards let it: first it is counted what would go, then it is
 * judged, then it goes or is marked in the ledger as held back.
 */
final class GuardedRemoval {

    private static final int MARKS_AT_ONCE = 1_000;

    private final Catalogue catalogue;
    private final Journal journal;
    private final Census census;
    private final ItemGuard guard;
    private final Retirement retirement;
    private final List<ItemKey> remaining = new ArrayList<>();

    GuardedRemoval(Catalogue catalogue, Journal journal, Census census, ItemGuard guard, Retirement retirement) {
        this.catalogue = catalogue;
        this.journal = journal;
        this.census = census;
        this.guard = guard;
        this.retirement = retirement;
    }

    /** @param reason why nothing may go that is not released; empty where the guards decide */
    Judgement carryOut(MissingItems missing, Optional<Message> reason) {
        Forecast forecast = new Forecast(catalogue, journal, guard);
        missing.forEachSlice(slice -> slice.forEach(forecast::add));
        Judgement judgement = new Judgement(catalogue, census, journal, forecast);
        reason.ifPresentOrElse(any -> judgement.holdAll(), judgement::judge);
        missing.forEachSlice(slice -> carryOut(slice, judgement, missing));
        return judgement;
    }

    private void carryOut(List<LedgerEntry> slice, Judgement judgement, MissingItems missing) {
        List<LedgerMark> free = new ArrayList<>();
        List<LedgerMark> guarded = new ArrayList<>();
        for (LedgerEntry entry : slice) {
            LedgerMark item = LedgerMark.of(entry);
            if (guard.releases(item)) {
                free.add(item);
            } else if (judgement.isHeld(entry)) {
                remaining.add(item.key());
            } else {
                guarded.add(item);
            }
        }
        retirement.retire(free, any -> false, item -> remains(item, missing));
        retirement.retire(guarded, guard::isTooYoung, item -> remains(item, missing));
        mark(missing);
    }

    private void remains(LedgerMark item, MissingItems missing) {
        remaining.add(item.key());
        if (remaining.size() >= MARKS_AT_ONCE) {
            mark(missing);
        }
    }

    private void mark(MissingItems missing) {
        missing.mark(remaining);
        retirement.heldBack(remaining);
        remaining.clear();
    }
}
