package io.openintegration.daemon.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * How the delivery of audit records to one destination is going, as data for health checks.
 *
 * @param backlog records that wait to be written
 * @param dropped records that were dropped since the start
 * @param failingSince when the present trouble began; empty while the destination works
 * @param lastFailure class of the exception that was met last; kept when the destination works again
 */
public record AuditDelivery(
        String destination, int backlog, long dropped, Optional<Instant> failingSince, Optional<String> lastFailure) {}
