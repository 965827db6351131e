package io.openintegration.daemon.connectors.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import io.openintegration.daemon.reconcile.RefreshMode;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.testing.RecordingSink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenLineageMonitorTest {

    private static final String JOB = "Job::demo::" + SparkEvents.JOB;
    private static final String FAILED = "Job::demo::" + SparkEvents.FAILED_JOB;
    private static final String APPLICATION = "Job::demo::daily_region_sales";
    private static final String CUSTOMERS = "DataSet::file::/data/spark/data/customers.csv";
    private static final String ORDERS = "DataSet::file::/data/spark/data/orders.csv";
    private static final String SALES = "DataSet::file::/data/spark/out/region_sales.parquet";

    private final LineageWorld world = new LineageWorld();

    @Test
    @DisplayName(
            "what Spark sent becomes processes, data sets with columns, flows between them, and mappings of columns")
    void replay() {
        world.context.send(SparkEvents.all());

        assertThat(world.refresh(world.monitor(Map.of()), RefreshMode.SCHEDULED).problems())
                .isEmpty();

        assertThat(world.links("DataFlow"))
                .contains(CUSTOMERS + " -> " + JOB, ORDERS + " -> " + JOB, JOB + " -> " + SALES);
        assertThat(world.links("ProcessCall")).contains(APPLICATION + " -> " + JOB, APPLICATION + " -> " + FAILED);
        assertThat(world.links("DataMapping"))
                .contains(
                        column(CUSTOMERS, "region") + " -> " + column(SALES, "region"),
                        column(CUSTOMERS, "name") + " -> " + column(SALES, "customer_name"),
                        column(ORDERS, "amount") + " -> " + column(SALES, "total"));
        assertThat(world.links("AttributeForSchema"))
                .contains("TabularSchemaType::" + ORDERS + " -> " + column(ORDERS, "customer_id"));
        assertThat(world.context.inbox().waiting(9)).isEmpty();
    }

    @Test
    @DisplayName("a job whose run failed is shown so, though it completed after that, and the application names it")
    void states() {
        world.context.send(SparkEvents.all());
        world.refresh(world.monitor(Map.of()), RefreshMode.SCHEDULED);

        assertThat(status(FAILED)).isEqualTo("FAILED");
        assertThat(additional(FAILED))
                .containsEntry("lastRunState", "FAILED")
                .hasEntrySatisfying("lastRunFailure", text -> assertThat(text)
                        .startsWith("Job aborted due to stage failure")
                        .hasLineCount(1));
        assertThat(status(APPLICATION)).isEqualTo("COMPLETED");
        assertThat(additional(APPLICATION))
                .containsEntry("lastRunFailedChildren", "1")
                .containsEntry("lastRunFailedJobs", "demo::" + SparkEvents.FAILED_JOB);
        assertThat(status(JOB)).isEqualTo("COMPLETED");
        assertThat(world.element(JOB).properties().text("formula"))
                .hasValueSatisfying(sql -> assertThat(sql).startsWith("select c.region"));
        assertThat(world.element(JOB).properties().text("deployedImplementationType"))
                .contains("SPARK SQL_JOB");
    }

    @ParameterizedTest
    @DisplayName(
            "in whatever order events come, how often, and with how many refreshes in between: the catalogue is the same")
    @ValueSource(longs = {1, 2, 3, 4})
    void order(long seed) {
        LineageWorld straight = new LineageWorld();
        straight.context.send(SparkEvents.all());
        straight.refresh(straight.monitor(Map.of()), RefreshMode.SCHEDULED);
        Random random = new Random(seed);
        List<String> events = new ArrayList<>(SparkEvents.all());
        Collections.shuffle(events, random);
        LineageIntegratorConnector monitor = world.monitor(Map.of());
        world.refresh(monitor, RefreshMode.SCHEDULED);

        for (String event : events) {
            world.context.send(List.of(event));
            if (random.nextInt(3) == 0) {
                world.refresh(monitor, RefreshMode.CHANGES);
                world.context.send(List.of(event));
            }
        }
        world.refresh(monitor, RefreshMode.CHANGES);

        assertThat(world.names()).isEqualTo(straight.names());
        assertThat(world.links("DataFlow", "DataMapping", "ProcessCall"))
                .isEqualTo(straight.links("DataFlow", "DataMapping", "ProcessCall"));
        for (String job : List.of(JOB, FAILED, APPLICATION)) {
            assertThat(world.element(job).properties())
                    .isEqualTo(straight.element(job).properties());
        }
    }

    @Test
    @DisplayName(
            "a refresh without new events changes nothing, and neither does one that compares everything, or a new instance")
    void unchanged() {
        world.context.send(SparkEvents.all());
        LineageIntegratorConnector monitor = world.monitor(Map.of());
        world.refresh(monitor, RefreshMode.SCHEDULED);
        int before = world.store.changesApplied();

        world.refresh(monitor, RefreshMode.CHANGES);
        world.refresh(monitor, RefreshMode.SCHEDULED);
        world.refresh(world.monitor(Map.of()), RefreshMode.REQUESTED);

        assertThat(world.store.changesApplied()).isEqualTo(before);
    }

    @Test
    @DisplayName("data flows that others made stay, whatever the connector knows of its own")
    void ofOthers() {
        world.context.send(SparkEvents.all());
        LineageIntegratorConnector monitor = world.monitor(Map.of());
        world.refresh(monitor, RefreshMode.SCHEDULED);
        world.source("by hand");
        world.store.apply(
                new Requester(new UserId("somebody"), Optional.empty()),
                new ChangeSet(List.of(new Change.Relate(
                        new TypeName("DataFlow"),
                        ElementRef.to(new QualifiedName("by hand")),
                        ElementRef.to(new QualifiedName(JOB)),
                        ElementProperties.NONE))));

        world.refresh(monitor, RefreshMode.REQUESTED);

        assertThat(world.links("DataFlow")).contains("by hand -> " + JOB);
    }

    @Test
    @DisplayName("what is no longer told of stays for ever, unless the configuration says for how long")
    void retention() {
        world.context.send(SparkEvents.all());
        LineageIntegratorConnector forEver = world.monitor(Map.of());
        world.context.clock().advance(Duration.ofDays(20_000));
        world.refresh(forEver, RefreshMode.SCHEDULED);
        assertThat(world.names()).contains(JOB, SALES);

        LineageIntegratorConnector monitor = world.monitor(Map.of("retentionDays", 30));
        world.context.send(List.of(event(world.context.clock().instant())));
        // nearly everything goes at once: the guard of removals waits for an operator's word
        assertThat(world.refresh(monitor, RefreshMode.SCHEDULED).heldBack()).isPositive();
        assertThat(world.names()).contains(JOB);
        world.refresh(monitor, RefreshMode.RELEASING);

        assertThat(world.names()).contains("Job::demo::new").doesNotContain(JOB, SALES);
        assertThat(world.context.auditLog().ids()).contains("OPEN-LINEAGE-CONNECTORS-0102");
    }

    @Test
    @DisplayName("documentation, owner and facets that nobody knows are told")
    void facets() {
        world.context.send(
                List.of(
                        """
                {"eventTime":"2026-01-31T12:00:00Z","job":{"namespace":"n","name":"j","facets":{
                  "documentation":{"description":"What it does"},"mine":{"a":[1,2]},
                  "ownership":{"owners":[{"name":"team:sales","type":"MAINTAINER"}]}}},
                 "outputs":[{"namespace":"n","name":"d","facets":{
                  "schema":{"fields":[{"name":"a","type":"struct","fields":[{"name":"b","type":"int"}]},
                   {"name":"a","type":"int"}]}}}]}"""));
        world.refresh(world.monitor(Map.of()), RefreshMode.SCHEDULED);

        Element job = world.element("Job::n::j");
        assertThat(job.properties().text("description")).contains("What it does");
        assertThat(job.classifications().get(new TypeName("Ownership")).text("owner"))
                .contains("team:sales");
        assertThat(additional("Job::n::j")).containsEntry("facet.mine", "{\"a\":[1,2]}");
        assertThat(world.links("NestedSchemaAttribute"))
                .containsExactly("TabularColumn::DataSet::n::d::a -> SchemaAttribute::DataSet::n::d::a::b");
    }

    @Test
    @DisplayName("an event that was accepted but cannot be used is left out, and told of; the others are taken in")
    void badEvent() {
        world.context.send(List.of("{}", SparkEvents.number(1)));
        world.refresh(world.monitor(Map.of()), RefreshMode.SCHEDULED);

        assertThat(world.names()).contains(APPLICATION);
        assertThat(world.context.auditLog().ids()).containsExactly("OPEN-LINEAGE-CONNECTORS-0101");
        assertThat(world.context.inbox().waiting(9)).isEmpty();
    }

    @Test
    @DisplayName("events without end do not keep from the catalogue what they told; the next refresh is asked for")
    void endless() {
        AtomicInteger runs = new AtomicInteger();
        world.context.keepSending(() -> IntStream.range(0, 100)
                .mapToObj(any ->
                        """
                        {"eventTime": "2026-01-31T12:00:00Z", "eventType": "COMPLETE", "job": {"namespace": "demo", "name": "endless"},
                         "run": {"runId": "%d"}}"""
                                .formatted(runs.incrementAndGet()))
                .toList());
        world.context.send(List.of(SparkEvents.number(1)));
        LineageIntegratorConnector monitor = world.monitor(Map.of());
        int asked = world.context.refreshRequests();

        world.refresh(monitor, RefreshMode.CHANGES);

        assertThat(world.names()).contains(APPLICATION, "Job::demo::endless");
        assertThat(world.context.refreshRequests()).isEqualTo(asked + 1);
        assertThat(world.context.inbox().waiting(1)).isNotEmpty();
    }

    @Test
    @DisplayName("a refresh that is cancelled ends by an exception, and loses no event")
    void cancelled() {
        world.context.send(SparkEvents.all());
        RecordingSink sink = new RecordingSink();
        sink.cancel();

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> world.monitor(Map.of()).refresh(sink))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-503-001");
        assertThat(world.context.inbox().waiting(99)).hasSize(26);
    }

    @Test
    @DisplayName("all mistakes in the configuration are told at once")
    void mistakes() {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> world.monitor(Map.of("namespaces", "file", "retentionDays", -1, "runsKept", "x")))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-400-021")
                .withMessageContainingAll("namespaces", "retentionDays", "runsKept");
    }

    @Test
    @DisplayName("the check of events that are sent says what is wrong, and where")
    void check() {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> new OpenLineageMonitorProvider()
                        .lineageEvents()
                        .orElseThrow()
                        .check("{}"))
                .withMessageContainingAll("OPEN-LINEAGE-CONNECTORS-400-001", "missing", "/eventTime");
        SparkEvents.all()
                .forEach(new OpenLineageMonitorProvider().lineageEvents().orElseThrow()::check);
    }

    private static String event(Instant time) {
        return "{\"eventTime\":\"" + time + "\",\"job\":{\"namespace\":\"demo\",\"name\":\"new\"}}";
    }

    private static String column(String dataSet, String name) {
        return "TabularColumn::" + dataSet + "::" + name;
    }

    private String status(String job) {
        return world.element(job)
                .properties()
                .get("activityStatus")
                .map(PropertyValue.Choice.class::cast)
                .orElseThrow()
                .symbolicName();
    }

    private Map<String, String> additional(String job) {
        return world.element(job)
                .properties()
                .get("additionalProperties")
                .map(PropertyValue.TextMap.class::cast)
                .orElseThrow()
                .values();
    }
}
