package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.IntegrationService;
import io.openintegration.daemon.testing.ChangingDaemon;
import io.openintegration.daemon.testing.ConnectorEntry;
import io.openintegration.daemon.testing.DaemonBench;
import io.openintegration.daemon.testing.ScriptedConnector;
import io.openintegration.daemon.testing.ScriptedConnector.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the document was and has become: the daemon is then as the document says, and nothing more was touched. */
class ChangedConfigurationPropertyTest {

    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E", "F");

    @Property(tries = 150)
    void daemonIsAsTheDocumentSaysAndWhatIsUnchangedWasNotTouched(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        List<ConnectorEntry> before = document(random);
        List<ConnectorEntry> after = document(random);
        ChangingDaemon daemon = new ChangingDaemon();
        try {
            DaemonBench bench = daemon.start(before);
            settle(bench);
            Map<String, ConnectorState> states = states(bench);
            Set<ScriptedConnector> lives = Set.copyOf(daemon.lives());

            ApplyReport report = daemon.apply(after);
            ChangingDaemon.await(report);
            settle(bench);

            assertThat(slots(bench)).isEqualTo(slotsOf(after));
            assertThat(all(report)).containsExactlyInAnyOrderElementsOf(names(before, after));
            assertThat(report.unchanged()).allSatisfy(name -> {
                assertThat(after).contains(entry(before, name));
                assertThat(bench.state(name.value())).isEqualTo(states.get(name.value()));
            });
            assertThat(report.rescheduled())
                    .allSatisfy(name -> assertThat(bench.state(name.value())).isEqualTo(states.get(name.value())));
            assertThat(report.restarted())
                    .allSatisfy(name -> assertThat(bench.state(name.value()).generation())
                            .isEqualTo(states.get(name.value()).generation() + 1));
            assertThat(daemon.lives().stream().filter(life -> !lives.contains(life)))
                    .as("new lives")
                    .hasSize((int) after.stream()
                            .filter(entry -> !entry.hasMistake())
                            .map(entry -> new ConnectorName(entry.name()))
                            .filter(name -> report.started().contains(name)
                                    || report.restarted().contains(name))
                            .count());

            bench.daemon().stop(Duration.ofSeconds(10));
            assertThat(daemon.lives()).allSatisfy(life -> assertThat(life.count(Method.DISCONNECT))
                    .isEqualTo(life.count(Method.INITIALIZE))
                    .isLessThanOrEqualTo(1));
        } finally {
            daemon.close();
        }
    }

    private static List<ConnectorEntry> document(Random random) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return names.subList(0, random.nextInt(NAMES.size() + 1)).stream()
                .map(name -> entry(name, random))
                .toList();
    }

    /** Mostly the same in each document, so that something is unchanged. */
    private static ConnectorEntry entry(String name, Random random) {
        ConnectorEntry usual = ConnectorEntry.of(name);
        return switch (random.nextInt(12)) {
            case 0 -> usual.at("second");
            case 1 -> usual.every(Duration.ofMinutes(5));
            case 2 -> usual.in(IntegrationService.DATABASE);
            case 3 -> usual.with("other");
            case 4 -> usual.broken();
            case 5 -> usual.at("second").every(Duration.ofMinutes(5));
            default -> usual;
        };
    }

    private static void settle(DaemonBench bench) {
        DaemonBench.until(() -> states(bench).values().stream().allMatch(ChangedConfigurationPropertyTest::isSettled));
    }

    private static boolean isSettled(ConnectorState state) {
        return switch (state.status()) {
            case CONFIG_FAILED -> true;
            case WAITING -> state.lastSuccess().isPresent();
            default -> false;
        };
    }

    private static Map<String, ConnectorState> states(DaemonBench bench) {
        Map<String, ConnectorState> states = new LinkedHashMap<>();
        bench.daemon().status().stream()
                .flatMap(service -> service.connectors().stream())
                .forEach(report -> states.put(report.slot().name().value(), report.state()));
        return states;
    }

    private static List<ConnectorSlot> slots(DaemonBench bench) {
        return bench.daemon().status().stream()
                .flatMap(service -> service.connectors().stream())
                .map(ConnectorReport::slot)
                .toList();
    }

    /** In the order of the status: by service, in the order in which the document first names each. */
    private static List<ConnectorSlot> slotsOf(List<ConnectorEntry> entries) {
        return ConnectorEntry.document(entries).integrationServices().stream()
                .collect(Collectors.groupingBy(service -> service.service(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .flatMap(service -> service.connectors().stream()
                        .map(connector -> new ConnectorSlot(
                                ConnectorEntry.DAEMON, service.service(), service.metadataServer(), connector)))
                .toList();
    }

    private static List<ConnectorName> all(ApplyReport report) {
        List<ConnectorName> all = new ArrayList<>(report.started());
        all.addAll(report.restarted());
        all.addAll(report.rescheduled());
        all.addAll(report.stopped());
        all.addAll(report.unchanged());
        return all;
    }

    private static Set<ConnectorName> names(List<ConnectorEntry> before, List<ConnectorEntry> after) {
        List<ConnectorEntry> both = new ArrayList<>(before);
        both.addAll(after);
        return both.stream().map(entry -> new ConnectorName(entry.name())).collect(Collectors.toSet());
    }

    private static ConnectorEntry entry(List<ConnectorEntry> document, ConnectorName name) {
        return document.stream()
                .filter(entry -> entry.name().equals(name.value()))
                .findFirst()
                .orElseThrow();
    }
}
