package io.openintegration.daemon.runtime;

import java.time.Instant;

/**
 * Which node runs a daemon's connectors.
 *
 * @param since when that began, by the clock of the node
 */
public record DutyNotice(Node node, Instant since) {}
