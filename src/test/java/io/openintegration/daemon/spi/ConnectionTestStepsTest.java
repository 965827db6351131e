package io.openintegration.daemon.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectionTestSteps.Result;
import io.openintegration.daemon.testing.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionTestStepsTest {

    private static final MessageDefinition UNAVAILABLE =
            () -> MessageText.error("STEPS-TEST-503-001", 503, "unavailable", "-", "-");
    private static final Message REASON = UNAVAILABLE.with();

    private final SettableClock clock = new SettableClock();
    private final List<ConnectionTestStep> told = new ArrayList<>();
    private final ConnectionTestSteps steps = new ConnectionTestSteps("the third party", clock, told::add);

    @Test
    void stepThatReturnsPassesAndIsToldWithItsTime() {
        assertThat(steps.take(Kind.CONNECT, "host:1", () -> clock.advance(Duration.ofSeconds(2))))
                .isTrue();

        assertThat(told)
                .containsExactly(new ConnectionTestStep(
                        Kind.CONNECT, "host:1", Outcome.PASSED, Duration.ofSeconds(2), Optional.empty()));
    }

    @Test
    void whatAConnectorSaysWentWrongIsWhyTheStepFailed() {
        assertThat(steps.take(Kind.CONNECT, "host:1", () -> {
                    clock.advance(Duration.ofSeconds(2));
                    throw new ConnectorException(FailureOrigin.THIRD_PARTY, REASON);
                }))
                .isFalse();

        assertThat(told)
                .containsExactly(new ConnectionTestStep(
                        Kind.CONNECT, "host:1", Outcome.FAILED, Duration.ofSeconds(2), Optional.of(REASON)));
    }

    @Test
    void stepThatWarnsLetsThoseBeTriedThatNeedIt() {
        assertThat(steps.take(Kind.TLS, "host:1", () -> Result.warning(REASON))).isTrue();

        assertThat(told).extracting(ConnectionTestStep::outcome).containsExactly(Outcome.WARNING);
        assertThat(told).extracting(ConnectionTestStep::message).containsExactly(Optional.of(REASON));
    }

    @Test
    void stepsThatAreNotTakenAreAboutTheThirdPartyAndTakeNoTime() {
        steps.skip(Kind.RIGHT, Kind.SAMPLE_READ);
        steps.take(Kind.TLS, "host:1", () -> {
            clock.advance(Duration.ofSeconds(2));
            return Result.SKIPPED;
        });

        assertThat(told)
                .containsExactly(
                        new ConnectionTestStep(
                                Kind.RIGHT, "the third party", Outcome.SKIPPED, Duration.ZERO, Optional.empty()),
                        new ConnectionTestStep(
                                Kind.SAMPLE_READ, "the third party", Outcome.SKIPPED, Duration.ZERO, Optional.empty()),
                        new ConnectionTestStep(Kind.TLS, "host:1", Outcome.SKIPPED, Duration.ZERO, Optional.empty()));
    }

    @Test
    void clockThatWasSetBackMakesNoNegativeTime() {
        steps.take(Kind.CONNECT, "host:1", () -> clock.set(clock.instant().minusSeconds(5)));

        assertThat(told).extracting(ConnectionTestStep::took).containsExactly(Duration.ZERO);
    }

    @Test
    void stepThatIsToldLaterIsNotToldBefore() {
        ConnectionTestStep login = steps.taken(Kind.LOG_IN, "account", () -> Result.PASSED);
        steps.take(Kind.TLS, "host:1", () -> {});
        steps.tell(login);

        assertThat(told).extracting(ConnectionTestStep::kind).containsExactly(Kind.TLS, Kind.LOG_IN);
    }

    @Test
    void defectIsNoOutcome() {
        assertThatThrownBy(() -> steps.take(Kind.TLS, "host:1", () -> {
                    throw new IllegalStateException("defect");
                }))
                .hasMessage("defect");
        assertThat(told).isEmpty();
    }
}
