package io.openintegration.daemon.connectors.lineage.choice;

import io.openintegration.daemon.connectors.lineage.event.BadEventException;
import io.openintegration.daemon.connectors.lineage.event.EventLimits;
import io.openintegration.daemon.connectors.lineage.event.EventReader;
import io.openintegration.daemon.connectors.lineage.event.Job;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.connectors.lineage.event.LineageEvent;
import io.openintegration.daemon.spi.NameChoice;
import io.openintegration.daemon.spi.PropertyReader;
import java.util.Optional;

/**
 * Which jobs, and so which events, a connector is asked for. What data sets an event names plays no part, unless it is of a data set alone:
 * then the data set's namespace counts, and where jobs are included by their names it is not asked for, since it has none.
 *
 * @param jobs by their names
 * @param namespaces of jobs
 */
public record JobChoice(NameChoice jobs, NameChoice namespaces) {

    private static final EventReader READER = EventReader.ofNoFacets(EventLimits.STANDARD);

    public static JobChoice of(PropertyReader reader) {
        return new JobChoice(
                reader.choice(ChoiceProperty.INCLUDE_JOBS, ChoiceProperty.EXCLUDE_JOBS),
                reader.choice(ChoiceProperty.INCLUDE_NAMESPACES, ChoiceProperty.EXCLUDE_NAMESPACES));
    }

    /** Whether there are no patterns, so that every event is asked for. */
    public boolean takesAll() {
        return jobs.takesAll() && namespaces.takesAll();
    }

    public boolean takes(JobName job) {
        return namespaces.takes(job.namespace()) && jobs.takes(job.name());
    }

    public boolean takes(LineageEvent event) {
        Optional<JobName> job = event.job().map(Job::name);
        return job.isPresent()
                ? takes(job.get())
                : jobs.include().isEmpty()
                        && event.outputs().stream()
                                .allMatch(dataSet ->
                                        namespaces.takes(dataSet.name().namespace()));
    }

    /** The same for the text of one. What is no event is taken: others say what is wrong with it. */
    public boolean takes(String event) {
        if (takesAll()) {
            return true;
        }
        try {
            return takes(READER.read(event));
        } catch (BadEventException none) {
            return true;
        }
    }
}
