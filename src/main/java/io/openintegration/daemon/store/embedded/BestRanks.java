package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.Sequence.Rank;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps, of all that is offered, what comes first in a sequence: as many as are needed for the page, and no more. */
final class BestRanks {

    private final Comparator<Rank> order;
    private final Paging paging;
    private final long needed;
    private final PriorityQueue<Rank> lastFirst;

    BestRanks(Sequence sequence, Paging paging) {
        this.order = sequence.order();
        this.paging = paging;
        this.needed = (long) paging.startFrom() + paging.pageSize();
        this.lastFirst = new PriorityQueue<>(order.reversed());
    }

    void offer(Rank rank) {
        lastFirst.add(rank);
        if (lastFirst.size() > needed) {
            lastFirst.remove();
        }
    }

    /** The page, first things first. */
    List<Guid> page() {
        return lastFirst.stream()
                .sorted(order)
                .skip(paging.startFrom())
                .map(Rank::guid)
                .toList();
    }
}
