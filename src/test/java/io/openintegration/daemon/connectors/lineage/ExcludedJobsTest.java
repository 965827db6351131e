package io.openintegration.daemon.connectors.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is catalogued where the configuration asks for some jobs, and not for others. */
class ExcludedJobsTest {

    private static final String DAILY = "Job::demo::daily";
    private static final String SCRATCH = "Job::demo::scratch_1";
    private static final Map<String, Object> NO_SCRATCH = Map.of("excludeJobs", "scratch_*");

    private final LineageWorld world = new LineageWorld();

    @Test
    @DisplayName("events of jobs that are not asked for leave the inbox, and nothing of them is catalogued")
    void excluded() {
        send();

        world.refresh(world.monitor(NO_SCRATCH), RefreshMode.SCHEDULED);

        assertThat(world.names())
                .contains(DAILY, dataSet("shared"), dataSet("sales"))
                .doesNotContain(SCRATCH, dataSet("scratch"));
        assertThat(world.links("DataFlow"))
                .containsExactly(dataSet("shared") + " -> " + DAILY, DAILY + " -> " + dataSet("sales"));
        assertThat(world.context.inbox().waiting(9)).isEmpty();
        assertThat(world.context.auditLog().entries("OPEN-LINEAGE-CONNECTORS-0103"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.message().text()).contains("left out 1 events"));
    }

    @Test
    @DisplayName("data sets of a job that is asked for are catalogued whatever their namespace")
    void namespaces() {
        world.context.send(
                List.of(event("demo", "daily", "shared", "sales"), event("other", "daily", "shared", "of-other")));

        world.refresh(world.monitor(Map.of("includeNamespaces", "demo")), RefreshMode.SCHEDULED);

        assertThat(world.names())
                .contains(DAILY, dataSet("sales"))
                .doesNotContain("Job::other::daily", "JobNamespace::other", dataSet("of-other"));
    }

    @Test
    @DisplayName("a job that is not asked for is not catalogued either because a run of it began another's")
    void parent() {
        world.context.send(
                List.of(
                        """
                {"eventType":"START","eventTime":"2026-01-31T12:00:00Z","job":{"namespace":"demo","name":"daily"},
                 "run":{"runId":"r1","facets":{"parent":{"run":{"runId":"r0"},"job":{"namespace":"demo","name":"scratch_1"}}}}}"""));

        world.refresh(world.monitor(NO_SCRATCH), RefreshMode.SCHEDULED);

        assertThat(world.names()).contains(DAILY).doesNotContain(SCRATCH);
    }

    @Test
    @DisplayName(
            "what was catalogued before it was excluded is taken out, but not what another job names; and comes back")
    void excludedLater() {
        send();
        world.refresh(world.monitor(Map.of()), RefreshMode.SCHEDULED);
        assertThat(world.names()).contains(DAILY, SCRATCH, dataSet("shared"), dataSet("scratch"));

        refreshReleasing(NO_SCRATCH);
        assertThat(world.names())
                .contains(DAILY, dataSet("shared"), dataSet("sales"))
                .doesNotContain(SCRATCH, dataSet("scratch"));

        world.refresh(world.monitor(Map.of()), RefreshMode.SCHEDULED);
        assertThat(world.names()).contains(DAILY, SCRATCH, dataSet("shared"), dataSet("scratch"));
        assertThat(world.links("DataFlow")).contains(SCRATCH + " -> " + dataSet("scratch"));
    }

    @Test
    @DisplayName("a namespace of which nothing is asked for any more goes, and comes back with what is new in it alone")
    void namespaceExcludedLater() {
        world.context.send(List.of(
                event("demo", "daily", "shared", "sales"), eventIn("lake", "other", "scratch_1", "raw", "scratch")));
        world.refresh(world.monitor(Map.of()), RefreshMode.SCHEDULED);
        assertThat(world.names()).contains("JobNamespace::other", "DataSetNamespace::lake");

        LineageIntegratorConnector monitor = refreshReleasing(Map.of("excludeNamespaces", "other"));
        assertThat(world.names())
                .contains(DAILY)
                .doesNotContain("JobNamespace::other", "DataSetNamespace::lake", "DataSet::lake::scratch");

        world.context.send(List.of(eventIn("lake", "demo", "weekly", "raw", "weekly")));
        world.refresh(monitor, RefreshMode.CHANGES);
        assertThat(world.names())
                .contains("Job::demo::weekly", "DataSet::lake::raw", "DataSet::lake::weekly")
                .doesNotContain("DataSet::lake::scratch");
    }

    @Test
    @DisplayName(
            "mappings of columns that a job told are taken from what another connector catalogues, once it is excluded")
    void columns() {
        MetadataSource files = world.source("myhost");
        world.catalogueFile(files, "myhost::/a.csv", "x");
        world.catalogueFile(files, "myhost::/b.csv", "y");
        world.context.send(List.of(
                """
                {"eventTime":"2026-01-31T12:00:00Z","job":{"namespace":"demo","name":"scratch_1"},
                 "inputs":[{"namespace":"file","name":"/a.csv"}],
                 "outputs":[{"namespace":"file","name":"/b.csv","facets":{"columnLineage":{"fields":{
                  "y":{"inputFields":[{"namespace":"file","name":"/a.csv","field":"x"}]}}}}}]}""",
                event("demo", "daily", "shared", "sales")));
        world.refresh(world.monitor(Map.of("namespaces", "file=myhost")), RefreshMode.SCHEDULED);
        assertThat(world.links("DataMapping")).hasSize(1);

        refreshReleasing(Map.of("namespaces", "file=myhost", "excludeJobs", "scratch_*"));

        assertThat(world.links("DataMapping")).isEmpty();
        assertThat(world.names()).contains("myhost::/a.csv", "myhost::/b.csv").doesNotContain(SCRATCH);
    }

    /** More than the guard of removals lets go by itself. */
    private LineageIntegratorConnector refreshReleasing(Map<String, Object> properties) {
        LineageIntegratorConnector monitor = world.monitor(properties);
        world.refresh(monitor, RefreshMode.SCHEDULED);
        world.refresh(monitor, RefreshMode.RELEASING);
        return monitor;
    }

    private void send() {
        world.context.send(
                List.of(event("demo", "daily", "shared", "sales"), event("demo", "scratch_1", "shared", "scratch")));
    }

    private static String dataSet(String name) {
        return "DataSet::warehouse::" + name;
    }

    private static String event(String namespace, String job, String input, String output) {
        return eventIn("warehouse", namespace, job, input, output);
    }

    private static String eventIn(String place, String namespace, String job, String input, String output) {
        return """
                {"eventTime":"2026-01-31T12:00:00Z","job":{"namespace":"%s","name":"%s"},
                 "inputs":[{"namespace":"%s","name":"%s"}],"outputs":[{"namespace":"%s","name":"%s"}]}"""
                .formatted(namespace, job, place, input, place, output);
    }
}
