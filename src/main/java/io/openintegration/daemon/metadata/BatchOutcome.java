package io.openintegration.daemon.metadata;

import java.util.List;

/**
 * What a change set came to.
 *
 * @param repeated whether it had been carried out before
 * @param results one for each change, in the same order
 */
public record BatchOutcome(boolean repeated, List<ChangeResult> results) {

    public BatchOutcome {
        results = List.copyOf(results);
    }
}
