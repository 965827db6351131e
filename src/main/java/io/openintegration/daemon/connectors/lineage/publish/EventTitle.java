package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.event.BadEventException;
import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.EventLimits;
import io.openintegration.daemon.connectors.lineage.event.EventReader;
import io.openintegration.daemon.connectors.lineage.event.Job;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.connectors.lineage.event.LineageEvent;
import io.openintegration.daemon.connectors.lineage.event.Run;
import io.openintegration.daemon.metadata.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What an event is known by.
 *
 * @param namespace of the job, or of the data set where there is none
 * @param name likewise
 * @param runId empty where the event is of no run
 * @param type {@code START}, …; {@code JOB} or {@code DATASET} where the event is of no run
 * @param digest of its text; no two events have the same
 */
record EventTitle(String namespace, String name, Optional<String> runId, Instant time, String type, String digest) {

    private static final EventReader READER = new EventReader(EventLimits.STANDARD);
    private static final int DIGEST_BYTES = 8;

    /** Also for what was let in as an event once, and is none any more. */
    static EventTitle of(String text) {
        String digest = HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
        try {
            LineageEvent event = READER.read(text);
            if (event.job().isPresent()) {
                JobName job = event.job().map(Job::name).get();
                return new EventTitle(
                        job.namespace(),
                        job.name(),
                        event.run().map(Run::id),
                        event.time(),
                        event.run().map(run -> run.type().name()).orElse("JOB"),
                        digest);
            }
            DataSetName dataSet = event.outputs().get(0).name();
            return new EventTitle(
                    dataSet.namespace(), dataSet.name(), Optional.empty(), event.time(), "DATASET", digest);
        } catch (BadEventException bad) {
            return new EventTitle("unknown", bad.what(), Optional.empty(), Instant.EPOCH, "UNKNOWN", digest);
        }
    }

    /** For people. */
    @Override
    public String toString() {
        return type + " of " + namespace + "::" + name
                + runId.map(id -> " run " + id).orElse("") + ", " + time;
    }
}
