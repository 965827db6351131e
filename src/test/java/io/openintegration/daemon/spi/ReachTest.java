package io.openintegration.daemon.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.message.MessageDefinition;
import io.openintegration.daemon.message.MessageText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachTest {

    /** No name server knows it (RFC 6761). */
    private static final HostPort UNKNOWN = new HostPort("nowhere.invalid", 1);

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private static final MessageDefinition REFUSED =
            () -> MessageText.error("REACH-TEST-400-001", 400, "refused {0}", "-", "-");
    private static final MessageDefinition UNAVAILABLE =
            () -> MessageText.error("REACH-TEST-503-001", 503, "unavailable {0}", "-", "-");

    private static final Reach.Failures FAILURES = new Reach.Failures() {
        @Override
        public ConnectorException refused(InetAddress address) {
            return new ConnectorException(FailureOrigin.CONFIGURATION, REFUSED.with(address.getHostAddress()));
        }

        @Override
        public ConnectorException unavailable(String detail, Throwable cause) {
            return new ConnectorException(FailureOrigin.THIRD_PARTY, UNAVAILABLE.with(detail), cause);
        }
    };

    private static Reach reach(ConnectionPolicy policy) {
        return new Reach(policy, Duration.ofSeconds(10), FAILURES);
    }

    @Test
    void hostWhereSomebodyListensIsReached() throws IOException {
        try (ServerSocket server = listening()) {
            reach(address -> true).connect(at(server));

            assertThat(server.accept().getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void hostWhereNobodyListensIsUnavailableAtEachOfItsAddresses() throws IOException {
        HostPort closed = closed();

        assertThatThrownBy(() -> reach(address -> true).connect(closed))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("REACH-TEST-503-001 unavailable 127.0.0.1: ConnectException")
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void refusedAddressIsNotConnectedTo() throws IOException {
        try (ServerSocket server = listening()) {
            assertThatThrownBy(() -> reach(address -> false).connect(at(server)))
                    .hasMessage("REACH-TEST-400-001 refused 127.0.0.1");

            server.setSoTimeout(1);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void hostOfNoAddressIsUnavailable() {
        assertThatThrownBy(() -> reach(address -> true).addresses(UNKNOWN))
                .hasMessage("REACH-TEST-503-001 unavailable unknown host nowhere.invalid");
    }

    @Test
    void oneHostThatIsReachedIsEnough() throws IOException {
        try (ServerSocket server = listening()) {
            HostPort closed = closed();

            assertThat(steps(true, closed, at(server)))
                    .containsExactly(
                            "RESOLVE 127.0.0.1 PASSED",
                            "RESOLVE 127.0.0.1 PASSED",
                            "CONNECT " + closed + " FAILED",
                            "CONNECT " + at(server) + " PASSED");
        }
    }

    @Test
    void nameThatIsNotKnownEndsTheTrialAlsoWhereAnotherIs() throws IOException {
        try (ServerSocket server = listening()) {
            assertThat(steps(false, at(server), UNKNOWN))
                    .containsExactly(
                            "RESOLVE 127.0.0.1 PASSED",
                            "RESOLVE nowhere.invalid FAILED",
                            "CONNECT the third party SKIPPED");
        }
    }

    @Test
    void hostsOfWhichNoneIsReachedEndTheTrial() throws IOException {
        HostPort closed = closed();

        assertThat(steps(false, closed)).containsExactly("RESOLVE 127.0.0.1 PASSED", "CONNECT " + closed + " FAILED");
    }

    @Test
    void hostWithoutPortIsNotConnectedToAndTheTrialGoesOn() {
        HostPort portless = new HostPort("127.0.0.1", Optional.empty());

        assertThat(steps(true, portless)).containsExactly("RESOLVE 127.0.0.1 PASSED", "CONNECT 127.0.0.1 SKIPPED");
    }

    private static List<String> steps(boolean reached, HostPort... targets) {
        List<String> told = new ArrayList<>();
        ConnectionTestSteps steps = new ConnectionTestSteps(
                "the third party", CLOCK, step -> told.add(step.kind() + " " + step.subject() + " " + step.outcome()));

        assertThat(reach(address -> true).tryInSteps(steps, List.of(targets))).isEqualTo(reached);
        return told;
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static HostPort at(ServerSocket server) {
        return new HostPort("127.0.0.1", server.getLocalPort());
    }

    private static HostPort closed() throws IOException {
        try (ServerSocket server = listening()) {
            return at(server);
        }
    }
}
