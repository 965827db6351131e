package io.openintegration.daemon.reconcile;

import java.time.Instant;

/**
 * Which refresh it is that writes.
 *
 * @param reference names it for good
 * @param begun when it began
 */
public record RunOrigin(String reference, Instant begun) {}
