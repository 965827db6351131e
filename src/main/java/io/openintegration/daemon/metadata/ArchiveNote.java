package io.openintegration.daemon.metadata;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the classification {@code Memento} of an archived element tells beside who archived it.
 *
 * @param date when it was archived; empty means when the change is made
 * @param process what archived it
 * @param properties anything else; none where empty
 */
public record ArchiveNote(Optional<Instant> date, Optional<String> process, Map<String, String> properties) {

    public static final ArchiveNote NONE = new ArchiveNote(Optional.empty(), Optional.empty(), Map.of());

    public ArchiveNote {
        properties = Map.copyOf(properties);
    }
}
