package io.openintegration.daemon.connectors.lineage.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One event of OpenLineage, of any of its three kinds: of a run (run and job are there), of a job (no run), or of a data set (neither;
 * it stands among the outputs).
 */
public record LineageEvent(
        Instant time, Optional<Run> run, Optional<Job> job, List<DataSet> inputs, List<DataSet> outputs) {

    public LineageEvent {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }
}
