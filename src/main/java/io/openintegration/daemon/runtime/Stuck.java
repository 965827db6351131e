package io.openintegration.daemon.runtime;

import java.time.Instant;
import java.util.List;

/**
 * A call of a connector that has given no sign of life for long.
 *
 * @param method what was called
 * @param since when it gave its last sign of life
 * @param stack where it was when that was noticed, innermost frame first
 */
public record Stuck(String method, Instant since, List<String> stack) {

    public Stuck {
        stack = List.copyOf(stack);
    }
}
