package io.openintegration.daemon.metadata;

import java.util.List;

/** Changes that belong together, carried out in their order: all of them, or none. */
public record ChangeSet(List<Change> changes) {

    public ChangeSet {
        changes = List.copyOf(changes);
    }

    public static ChangeSet of(Change... changes) {
        return new ChangeSet(List.of(changes));
    }
}
