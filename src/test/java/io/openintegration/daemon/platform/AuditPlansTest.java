package io.openintegration.daemon.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.audit.ConsoleAuditDestination;
import io.openintegration.daemon.audit.DestinationPlan;
import io.openintegration.daemon.audit.ServerPlan;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration.Console;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration.Database;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration.Files;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration.Slf4j;
import io.openintegration.daemon.configuration.AuditDestinationConfiguration.Topic;
import io.openintegration.daemon.configuration.AuditFileLimits;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.testing.Answers;
import io.openintegration.daemon.testing.SettableClock;
import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditPlansTest {

    private static final Set<Severity> ALL = EnumSet.allOf(Severity.class);
    private static final Set<Severity> ERRORS = Set.of(Severity.ERROR);
    private static final AuditFileLimits LIMITS = new AuditFileLimits(100, Duration.ofDays(1), 200, 2);

    private final AuditPlans plans =
            new AuditPlans(new Answers().as(ConnectionFactory.class, (method, arguments) -> null), new SettableClock());

    @Test
    void withoutDestinationsTheConsoleLeavesOutRoutineTrafficAndTheTrailNothing() {
        ServerPlan plan = plan();

        assertThat(plan.console())
                .isEqualTo(ConsoleAuditDestination.DEFAULT_SEVERITIES)
                .doesNotContain(Severity.EVENT, Severity.TYPES, Severity.TRACE, Severity.PERFMON, Severity.ACTIVITY)
                .hasSize(11);
        assertThat(plan.trail()).isEqualTo(ALL);
        assertThat(plan.retention()).isEmpty();
        assertThat(plan.destinations()).isEmpty();
    }

    @Test
    void withDestinationsExactlyTheyAreServedAndTheTrailIsKept() {
        ServerPlan plan = plan(new Slf4j(ERRORS));

        assertThat(plan.console()).isEmpty();
        assertThat(plan.trail()).isEqualTo(ALL);
        assertThat(plan.destinations()).extracting(DestinationPlan::name).containsExactly("slf4j");
    }

    @Test
    void databaseSetsSeveritiesAndRetentionOfTheTrail() {
        ServerPlan plan = plan(new Database(ERRORS, Optional.of(Duration.ofDays(90))));

        assertThat(plan.trail()).isEqualTo(ERRORS);
        assertThat(plan.retention()).contains(Duration.ofDays(90));
        assertThat(plan.destinations()).isEmpty();
    }

    @Test
    void twoConsolesPrintWhatEitherWould() {
        assertThat(plan(new Console(ERRORS), new Console(Set.of(Severity.EVENT)))
                        .console())
                .containsExactlyInAnyOrder(Severity.ERROR, Severity.EVENT);
    }

    @Test
    void destinationsHaveNamesThatAnybodyMaySee() {
        ServerPlan plan = plan(
                files("secret"), new Topic(ALL, "confidential"), files("other"), new Topic(ERRORS, "confidential"));

        assertThat(plan.destinations())
                .extracting(DestinationPlan::name)
                .containsExactly("files", "topic", "files 2", "topic 2");
        assertThat(plan.destinations())
                .extracting(destination -> destination.destination().get().name())
                .containsExactly("files", "topic", "files 2", "topic 2");
    }

    @Test
    void destinationIsTheSameWhereOnlyItsSeveritiesDiffer() {
        assertThat(place(files("a"))).isEqualTo(place(new Files(ERRORS, Path.of("/r"), Path.of("/r/a"), LIMITS)));
        assertThat(place(files("a"))).isNotEqualTo(place(files("b")));
        assertThat(place(new Topic(ALL, "a"))).isEqualTo(place(new Topic(ERRORS, "a")));
        assertThat(place(new Topic(ALL, "a"))).isNotEqualTo(place(new Topic(ALL, "b")));
    }

    private Object place(AuditDestinationConfiguration destination) {
        return plan(destination).destinations().get(0).place();
    }

    private static Files files(String directory) {
        return new Files(ALL, Path.of("/r"), Path.of("/r", directory), LIMITS);
    }

    private ServerPlan plan(AuditDestinationConfiguration... destinations) {
        return plans.of(List.of(destinations));
    }
}
