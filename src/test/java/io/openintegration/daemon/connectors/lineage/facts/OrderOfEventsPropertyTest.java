package io.openintegration.daemon.connectors.lineage.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.connectors.lineage.event.DataSet;
import io.openintegration.daemon.connectors.lineage.event.DataSetName;
import io.openintegration.daemon.connectors.lineage.event.EventType;
import io.openintegration.daemon.connectors.lineage.event.Job;
import io.openintegration.daemon.connectors.lineage.event.JobName;
import io.openintegration.daemon.connectors.lineage.event.LineageEvent;
import io.openintegration.daemon.connectors.lineage.event.Run;
import io.openintegration.daemon.connectors.lineage.event.RunRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the order in which events come, and however often each comes: what is known in the end is the same. */
class OrderOfEventsPropertyTest {

    @Property(tries = 300)
    void inAnyOrderAndAnyNumber(@ForAll("events") List<LineageEvent> events, @ForAll Random random) {
        Told known = known(events);
        List<LineageEvent> repeated = new ArrayList<>(events);
        events.stream().filter(any -> random.nextBoolean()).forEach(repeated::add);
        Collections.shuffle(repeated, random);

        assertThat(known(repeated)).isEqualTo(known);
    }

    /** So the facts kept from before can be put together with those of any later portion of events. */
    @Property(tries = 300)
    void inAnyPortions(@ForAll("events") List<LineageEvent> events, @ForAll Random random) {
        int middle = random.nextInt(events.size() + 1);
        Told early = known(events.subList(0, middle));
        Told late = known(events.subList(middle, events.size()));

        assertThat(early.with(late))
                .isEqualTo(known(events))
                .isEqualTo(late.with(early))
                .isEqualTo(late.with(early).with(early));
    }

    @Property(tries = 300)
    void aFailureStaysOneAndAnEndToo(@ForAll("events") List<LineageEvent> events) {
        known(events).jobs().forEach((name, job) -> job.runs().forEach((id, run) -> {
            List<EventType> told = events.stream()
                    .filter(event -> event.job().orElseThrow().name().equals(name))
                    .flatMap(event -> event.run().stream())
                    .filter(any -> any.id().equals(id))
                    .map(Run::type)
                    .toList();
            assertThat(run.state() == RunState.FAILED).isEqualTo(told.contains(EventType.FAIL));
            assertThat(run.state().hasEnded())
                    .isEqualTo(told.stream()
                            .anyMatch(List.of(EventType.FAIL, EventType.ABORT, EventType.COMPLETE)::contains));
            assertThat(run.ended().isPresent()).isEqualTo(run.state().hasEnded());
        }));
    }

    @Property(tries = 50)
    void whatSparkSent(@ForAll Random random) {
        List<String> events = new ArrayList<>(SparkEvents.all());
        Told known = ToldTest.told(events.stream());
        events.addAll(SparkEvents.all().subList(0, random.nextInt(events.size())));
        Collections.shuffle(events, random);

        assertThat(ToldTest.told(events.stream())).isEqualTo(known);
    }

    private static Told known(List<LineageEvent> events) {
        return events.stream().map(Told::by).reduce(Told.NOTHING, Told::with);
    }

    @Provide
    Arbitrary<List<LineageEvent>> events() {
        Arbitrary<Instant> times = Arbitraries.longs().between(0, 6).map(Instant::ofEpochSecond);
        Arbitrary<JobName> jobs = Arbitraries.of("a", "b").map(name -> new JobName("n", name));
        Arbitrary<String> runs = Arbitraries.of("r1", "r2", "r3");
        Arbitrary<Map<String, String>> facets =
                Arbitraries.maps(Arbitraries.of("schema", "columnLineage", "x"), Arbitraries.of("{}", "[1]"));
        Arbitrary<List<DataSet>> dataSets = Combinators.combine(Arbitraries.of("d1", "d2"), facets)
                .as((name, told) -> new DataSet(new DataSetName("n", name), told))
                .list()
                .ofMaxSize(3)
                .map(list -> List.copyOf(list.stream()
                        .collect(Collectors.toMap(DataSet::name, any -> any, (one, same) -> one))
                        .values()));
        Arbitrary<Optional<RunRef>> parents =
                Combinators.combine(jobs, runs).as(RunRef::new).optional();
        Arbitrary<Run> run = Combinators.combine(runs, Arbitraries.of(EventType.class), parents, facets)
                .as(Run::new);
        return Combinators.combine(times, run, jobs, dataSets, dataSets)
                .as((time, of, job, inputs, outputs) -> new LineageEvent(
                        time, Optional.of(of), Optional.of(new Job(job, of.facets())), inputs, outputs))
                .list()
                .ofMaxSize(12);
    }
}
