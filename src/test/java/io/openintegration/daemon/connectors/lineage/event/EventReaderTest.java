package io.openintegration.daemon.connectors.lineage.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.connectors.lineage.SparkEvents;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final String GOOD =
            """
            {"eventTime":"2026-01-31T12:00:00.000Z","eventType":"START","run":{"runId":"r"},
             "job":{"namespace":"n","name":"j"},"inputs":[],"outputs":[]}""";

    private final EventReader reader = new EventReader(EventLimits.STANDARD);

    @Test
    @DisplayName("what Spark sent is read, with names, times, parents and facets")
    void reads() throws BadEventException {
        LineageEvent event = reader.read(SparkEvents.number(17));

        assertThat(event.time()).isEqualTo(Instant.parse("2026-11-23T02:04:57.223Z"));
        assertThat(event.job()).map(Job::name).contains(new JobName("demo", SparkEvents.JOB));
        assertThat(event.run()).map(Run::type).contains(EventType.COMPLETE);
        assertThat(event.run().flatMap(Run::parent))
                .contains(
                        new RunRef(new JobName("demo", "daily_region_sales"), "01a20626-1ee5-755d-bc58-45c5fe447dc2"));
        assertThat(event.inputs())
                .extracting(DataSet::name)
                .containsExactly(
                        new DataSetName("file", "/data/spark/data/customers.csv"),
                        new DataSetName("file", "/data/spark/data/orders.csv"));
        assertThat(event.outputs()).singleElement().satisfies(output -> assertThat(output.facets())
                .containsKeys("columnLineage", "schema", "lifecycleStateChange"));
    }

    @Test
    @DisplayName("every captured event is read, and facets that nobody knows are kept as text")
    void readsAll() throws BadEventException {
        for (String text : SparkEvents.all()) {
            Run run = reader.read(text).run().orElseThrow();
            assertThat(run.facets()).containsKey("environment-properties");
            assertThat(run.facets().get("environment-properties")).startsWith("{");
        }
    }

    @Test
    @DisplayName(
            "what columns of outputs are made of is read as well, where Spark names the folder of several files alone")
    void columnSources() throws BadEventException {
        LineageEvent event = reader.read(SparkEvents.FILES_TO_TABLE);

        assertThat(event.inputs())
                .extracting(input -> input.name().name())
                .containsExactlyInAnyOrder(
                        "/data/spark/data/customers.csv",
                        "/data/spark/data/daily",
                        "/data/spark/data/daily/orders-1.csv",
                        "/data/spark/data/daily/orders-2.csv");
    }

    @Test
    @DisplayName(
            "sources of columns are taken as far as they can be, and up to the limit of data sets: no event is refused for them")
    void badColumnSources() throws BadEventException {
        String event = GOOD.replace(
                "\"outputs\":[]",
                """
                "outputs":[{"namespace":"n","name":"out","facets":{"columnLineage":{
                  "fields":{"a":{"inputFields":[{"namespace":"n","name":"in"},{"namespace":"n","name":"out"},{"namespace":7,"name":"x"}]},
                            "b":{"inputFields":"none"},"c":null},
                  "dataset":[{"namespace":"n","name":" "},"x",{"namespace":"n","name":"filter"}]}}},
                 {"namespace":"n","name":"other","facets":{"columnLineage":"none"}}]""");

        assertThat(reader.read(event).inputs())
                .extracting(DataSet::name)
                .containsExactly(new DataSetName("n", "in"), new DataSetName("n", "filter"));
        EventLimits few = new EventLimits(10_000, 64, 3, 100, 100, 100);
        assertThat(new EventReader(few).read(event).inputs())
                .extracting(DataSet::name)
                .containsExactly(new DataSetName("n", "in"));
    }

    @Test
    @DisplayName("an event of a job has no run, and one of a data set no job")
    void otherKinds() throws BadEventException {
        LineageEvent job = reader.read(
                "{\"eventTime\":\"2026-01-31T12:00:00+01:00\",\"job\":{\"namespace\":\"n\",\"name\":\"j\"}}");
        LineageEvent dataSet = reader.read(
                "{\"eventTime\":\"2026-01-31T12:00:00Z\",\"dataset\":{\"namespace\":\"n\",\"name\":\"d\"}}");

        assertThat(job.run()).isEmpty();
        assertThat(job.time()).isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));
        assertThat(dataSet.job()).isEmpty();
        assertThat(dataSet.outputs()).extracting(DataSet::name).containsExactly(new DataSetName("n", "d"));
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2} at {3}")
    @DisplayName("a bad event is refused, and what is wrong is told with its place")
    @CsvSource(
            delimiter = ';',
            value = {
                "\"runId\":\"r\"; \"x\":1; missing; /run/runId",
                "\"r\"; 7; no text, or an empty one; /run/runId",
                "\"r\"; \"  \"; no text, or an empty one; /run/runId",
                "START; BEGIN; none of START, RUNNING, COMPLETE, ABORT, FAIL, OTHER; /eventType",
                "2026-01-31T12:00:00.000Z; yesterday; no time with an offset, as 2026-01-31T12:00:00.000Z; /eventTime",
                "\"name\":\"j\"; \"nom\":\"j\"; missing; /job/name",
                "\"inputs\":[]; \"inputs\":{}; no list; /inputs",
                "\"inputs\":[]; \"inputs\":[{\"namespace\":\"n\"}]; missing; /inputs/0/name",
                "\"name\":\"j\"; \"name\":\"j\",\"facets\":[1]; no JSON object; /job/facets",
                "\"j\"; \"a\\u0007b\"; with control characters, or no valid Unicode; /job/name",
                "\"j\"; \"\\ud800\"; with control characters, or no valid Unicode; /job/name",
                "\"runId\":\"r\"; \"runId\":\"r\",\"facets\":{\"parent\":{\"job\":{\"namespace\":\"n\",\"name\":\"p\"}}};"
                        + " missing; /run/facets/parent/run/runId",
            })
    void refuses(String what, String instead, String reason, String where) {
        assertThat(GOOD).contains(what);

        assertThatExceptionOfType(BadEventException.class)
                .isThrownBy(() -> reader.read(GOOD.replace(what, instead)))
                .satisfies(bad -> {
                    assertThat(bad.what()).isEqualTo(reason);
                    assertThat(bad.where()).isEqualTo(where);
                });
    }

    @ParameterizedTest
    @DisplayName("what is no JSON, or no object, or more than one value, is refused")
    @ValueSource(strings = {"", "{", "[]", "null", "{}{}"})
    void noJson(String text) {
        assertThatExceptionOfType(BadEventException.class).isThrownBy(() -> reader.read(text));
    }

    @Test
    @DisplayName("a facet that comes twice, as Spark sends it with a failure, is no mistake: the last one counts")
    void twice() throws BadEventException {
        assertThat(reader.read(GOOD.replace("\"name\":\"j\"", "\"name\":\"j\",\"facets\":{\"f\":1,\"f\":2}"))
                        .job()
                        .map(Job::facets))
                .contains(Map.of("f", "2"));
    }

    @Test
    @DisplayName("limits of depth, length, data sets and facets hold")
    void limits() throws BadEventException {
        EventReader strict = new EventReader(new EventLimits(2_000, 6, 1, 2, 10, 24));
        String deep = GOOD.replace(
                "\"name\":\"j\"", "\"name\":\"j\",\"facets\":{\"f\":" + "[".repeat(9) + "]".repeat(9) + "}");
        String many = GOOD.replace("\"inputs\":[]", "\"inputs\":[{\"namespace\":\"n\",\"name\":\"a\"}]")
                .replace("\"outputs\":[]", "\"outputs\":[{\"namespace\":\"n\",\"name\":\"b\"}]");
        String facets = GOOD.replace("\"name\":\"j\"", "\"name\":\"j\",\"facets\":{\"a\":1,\"b\":2,\"c\":3}");

        assertThatExceptionOfType(BadEventException.class).isThrownBy(() -> strict.read(" ".repeat(2_001)));
        assertThatExceptionOfType(BadEventException.class)
                .isThrownBy(() -> strict.read(deep))
                .satisfies(bad -> assertThat(bad.what()).isEqualTo("no JSON, or nested deeper than 6"));
        assertThatExceptionOfType(BadEventException.class)
                .isThrownBy(() -> strict.read(many))
                .withMessage("more than 1 data sets at /inputs and /outputs");
        assertThatExceptionOfType(BadEventException.class)
                .isThrownBy(() -> strict.read(facets))
                .withMessage("more than 2 facets at /job/facets");
        assertThatExceptionOfType(BadEventException.class)
                .isThrownBy(() -> strict.read(GOOD.replace("\"j\"", '"' + "j".repeat(25) + '"')));
        assertThat(strict.read(GOOD.replace(
                                "\"name\":\"j\"",
                                "\"name\":\"j\",\"facets\":{\"long\":\"" + "x".repeat(30) + "\",\"schema\":\""
                                        + "x".repeat(30) + "\"}"))
                        .job()
                        .map(Job::facets))
                .map(Map::keySet)
                .isEqualTo(Optional.of(Set.of("schema")));
    }
}
