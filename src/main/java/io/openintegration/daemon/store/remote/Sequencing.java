package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.ElementVersions;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.Sequence;
import io.openintegration.daemon.metadata.Sequence.Rank;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Puts what was found in its sequence: Egeria chooses the members of a page by the sequence, but lists them in any order. Its GUIDs do not
 * tell what was made first, the times do.
 */
final class Sequencing {

    private Sequencing() {}

    /** Egeria's name of the sequence, which is not one by a property. */
    static String name(Sequence sequence) {
        return switch (sequence.by()) {
            case CREATION -> sequence.descending() ? "CREATION_DATE_RECENT" : "CREATION_DATE_OLDEST";
            case UPDATE -> sequence.descending() ? "LAST_UPDATE_RECENT" : "LAST_UPDATE_OLDEST";
            case PROPERTY -> throw new IllegalArgumentException("no page is chosen by a property");
        };
    }

    /** @param rank of a thing, whose GUID is passed over */
    static <T> List<T> sorted(
            List<T> found, Sequence sequence, Function<T, ElementVersions> versions, Function<T, Rank> rank) {
        List<T> created = new ArrayList<>(found);
        created.sort(Comparator.comparing((T one) -> versions.apply(one).createTime())
                .thenComparing(one -> rank.apply(one).guid().value()));
        return IntStream.range(0, created.size())
                .mapToObj(position ->
                        new Placed<>(created.get(position), placed(rank.apply(created.get(position)), position)))
                .sorted(Comparator.comparing(Placed::rank, sequence.order()))
                .map(Placed::thing)
                .toList();
    }

    private static Rank placed(Rank rank, int position) {
        return new Rank(new Guid("%010d".formatted(position)), rank.time(), rank.value());
    }

    private record Placed<T>(T thing, Rank rank) {}
}
