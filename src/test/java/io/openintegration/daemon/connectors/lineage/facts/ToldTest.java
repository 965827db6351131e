package io.openintegration.daemon.connectors.lineage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.connectors.lineage.event.BadEventException;
import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.EventLimits;
import io.openintegration.daemon.connectors.lineage.event.EventReader;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ToldTest {

    private static final JobName APPLICATION = new JobName("demo", "daily_region_sales");
    private static final JobName FAILED = new JobName("demo", SparkEvents.FAILED_JOB);
    private static final String APPLICATION_RUN = "01a20626-1ee5-755d-bc58-45c5fe447dc2";

    static Told told(Stream<String> events) {
        EventReader reader = new EventReader(EventLimits.STANDARD);
        return events.map(text -> {
                    try {
                        return Told.by(reader.read(text));
                    } catch (BadEventException bad) {
                        throw new AssertionError(bad);
                    }
                })
                .reduce(Told.NOTHING, Told::with);
    }

    @Test
    @DisplayName("a run that failed has failed, though a COMPLETE of the same run came after it")
    void failThenComplete() {
        RunFacts run = told(SparkEvents.all().stream())
                .jobs()
                .get(FAILED)
                .lastRun()
                .orElseThrow()
                .getValue();

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.ended()).isPresent();
        assertThat(run.facets()).containsKey("spark.exception");
    }

    @Test
    @DisplayName("an application that completed, though one of its jobs failed, is shown as just that")
    void childFailed() {
        RunFacts run =
                told(SparkEvents.all().stream()).jobs().get(APPLICATION).runs().get(APPLICATION_RUN);

        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(run.failedChildren()).containsExactly(Map.entry("01a20626-3946-71df-8383-68f4e3591d49", FAILED));
    }

    @Test
    @DisplayName("a job of which only a failed child told is known, and how it stands is not")
    void onlyChild() {
        RunFacts run = told(Stream.of(SparkEvents.number(31)))
                .jobs()
                .get(APPLICATION)
                .runs()
                .get(APPLICATION_RUN);

        assertThat(run.state()).isEqualTo(RunState.UNKNOWN);
        assertThat(run.failedChildren()).hasSize(1);
    }

    @Test
    @DisplayName("a job without runs, of which only its design was told, has its data flows all the same")
    void design() {
        Told told = told(
                Stream.of(
                        """
                {"eventTime":"2026-01-31T12:00:00Z","job":{"namespace":"n","name":"j"},
                 "inputs":[{"namespace":"n","name":"a"}],"outputs":[{"namespace":"n","name":"b"}]}"""));

        JobFacts job = told.jobs().get(new JobName("n", "j"));
        assertThat(job.lastRun()).isEmpty();
        assertThat(job.inputs()).containsOnlyKeys(new DataSetName("n", "a"));
        assertThat(job.outputs()).containsOnlyKeys(new DataSetName("n", "b"));
    }

    @Test
    @DisplayName("facts that were written are read as they were")
    void json() {
        Told told = told(SparkEvents.all().stream());

        told.jobs().values().forEach(job -> assertThat(FactsJson.readJob(FactsJson.write(job)))
                .isEqualTo(job));
        told.dataSets().values().forEach(dataSet -> assertThat(FactsJson.readDataSet(FactsJson.write(dataSet)))
                .isEqualTo(dataSet));
    }

    @Test
    @DisplayName("of many runs those that began last are kept; data flows that are too old go, others never")
    void limits() {
        Told told = told(Stream.concat(
                event("2026-01-01T00:00:00Z", "old", "forgotten"),
                Stream.of("2026-03-01", "2026-03-02", "2026-03-03")
                        .flatMap(day -> event(day + "T00:00:00Z", day, "kept"))));
        JobFacts job = told.jobs().get(new JobName("n", "j"));

        JobFacts limited = job.within(new FactsLimits(2, 10, 10, 10, 10, Optional.of(Duration.ofDays(30))));

        assertThat(limited.runs()).containsOnlyKeys("2026-03-02", "2026-03-03");
        assertThat(limited.inputs()).containsOnlyKeys(new DataSetName("n", "kept"));
        assertThat(job.within(FactsLimits.STANDARD)).isEqualTo(job);
        assertThat(limited.lastTold()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z"));
    }

    private static Stream<String> event(String time, String run, String input) {
        return List.of(
                """
                        {"eventTime":"%s","eventType":"COMPLETE","run":{"runId":"%s"},"job":{"namespace":"n","name":"j"},
                         "inputs":[{"namespace":"n","name":"%s"}]}"""
                        .formatted(time, run, input))
                .stream();
    }
}
