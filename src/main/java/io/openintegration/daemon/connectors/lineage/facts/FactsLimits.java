package io.openintegration.daemon.connectors.lineage.facts;

import java.time.Duration;
import java.util.Optional;

/**
 * How much is kept of one job or data set.
 *
 * @param runs of a job, those that began last
 * @param dataSets that a job reads, and as many that it writes, those told of last
 * @param jobs that write the columns of a data set, those told of last
 * @param facets of one job, run or data set, those told of last
 * @param failedChildren of one run
 * @param age how much older than the last thing that was told of a job its data flows may be; empty means any
 */
public record FactsLimits(int runs, int dataSets, int jobs, int facets, int failedChildren, Optional<Duration> age) {

    public static final FactsLimits STANDARD = new FactsLimits(10, 2_000, 500, 100, 100, Optional.empty());
}
