package io.openintegration.daemon.connectors.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.connectors.lineage.facts.JobFacts;
import io.openintegration.daemon.connectors.lineage.facts.RunFacts;
import io.openintegration.daemon.connectors.lineage.facts.RunState;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemLink;
import io.openintegration.daemon.metadata.TypeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts jobs into the words of open metadata: each is a process, which tells how its last run stands. */
record JobDescriber(LineageNames names) {

    private static final TypeName PROCESS = new TypeName("Process");
    private static final ItemLink IN_NAMESPACE = new ItemLink(
            new TypeName("ProcessHierarchy"),
            true,
            ElementProperties.builder()
                    .choice("containmentType", "ProcessContainmentType", "OWNED")
                    .build());
    private static final Set<String> KNOWN = Set.of("documentation", "sql", "jobType");

    /** Of a message that holds a stack trace, the first line says what happened. */
    private static final int LONGEST_FAILURE = 1_000;

    ItemDescription describe(JobName name, JobFacts job) {
        JsonNode sql = Facet.of(job.facets(), "sql");
        ElementProperties.Builder properties = ElementProperties.builder()
                .text("displayName", name.name())
                .text("description", CommonFacets.description(job.facets()).orElse(null))
                .text("namespacePath", name.namespace())
                .text("resourceName", name.name())
                .text("deployedImplementationType", kind(job).orElse(null))
                .text("formula", Facet.text(sql, "query").orElse(null));
        if (Facet.text(sql, "query").isPresent()) {
            properties.text("formulaType", Facet.text(sql, "dialect").orElse("SQL"));
        }
        Map<String, String> additional = CommonFacets.unknown(job.facets(), KNOWN);
        job.lastRun().ifPresent(last -> describe(last.getKey(), last.getValue(), properties, additional));
        return new ItemDescription(
                PROCESS,
                names.job(name),
                properties.map("additionalProperties", additional).build(),
                CommonFacets.ownership(job.facets()),
                IN_NAMESPACE,
                List.of());
    }

    /** For instance {@code SPARK SQL_JOB}. */
    private static Optional<String> kind(JobFacts job) {
        JsonNode type = Facet.of(job.facets(), "jobType");
        String kind = Stream.of("integration", "jobType")
                .flatMap(field -> Facet.text(type, field).stream())
                .collect(Collectors.joining(" "));
        return Optional.of(kind).filter(text -> !text.isEmpty());
    }

    private static void describe(
            String id, RunFacts run, ElementProperties.Builder properties, Map<String, String> additional) {
        activity(run.state()).ifPresent(status -> properties.choice("activityStatus", "ActivityStatus", status));
        properties
                .date("startTime", run.began())
                .date("completionTime", run.ended().orElse(null));
        Map<String, String> told = new HashMap<>();
        told.put("lastRun", id);
        told.put("lastRunState", run.state().name());
        run.parent().ifPresent(parent -> told.put("lastRunParent", parent.runId()));
        failure(run).ifPresent(text -> told.put("lastRunFailure", text));
        if (!run.failedChildren().isEmpty()) {
            told.put(
                    "lastRunFailedChildren", String.valueOf(run.failedChildren().size()));
            told.put(
                    "lastRunFailedJobs",
                    run.failedChildren().values().stream()
                            .map(JobName::toString)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        additional.putAll(told);
    }

    private static Optional<String> activity(RunState state) {
        return switch (state) {
            case UNKNOWN -> Optional.empty();
            case STARTED, RUNNING -> Optional.of("IN_PROGRESS");
            case COMPLETED -> Optional.of("COMPLETED");
            case ABORTED -> Optional.of("CANCELLED");
            case FAILED -> Optional.of("FAILED");
        };
    }

    /** What OpenLineage's own facet, or Spark's, says of a failure. */
    private static Optional<String> failure(RunFacts run) {
        return Stream.of("errorMessage", "spark.exception")
                .flatMap(facet -> Facet.text(Facet.of(run.facets(), facet), "message").stream())
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_FAILURE)))
                .findFirst();
    }
}
