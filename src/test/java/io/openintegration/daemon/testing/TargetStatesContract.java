package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.runtime.TargetStates;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link TargetStates} promises. */
public abstract class TargetStatesContract {

    protected static final ServerName DAEMON = new ServerName("integration-daemon");
    private static final ServerName OTHER = new ServerName("other-daemon");
    private static final ConnectorName MONITOR = new ConnectorName("FilesMonitor");
    private static final ConnectorName SECOND = new ConnectorName("filesmonitor");

    /** The same states, none at first, at each call of one test. */
    protected abstract TargetStates states();

    @Test
    void whatWasNeverWantedIsNotThere() {
        assertThat(states().of(DAEMON)).isEmpty();
    }

    @Test
    void whatIsWantedIsKeptForEachConnector() {
        states().keep(DAEMON, MONITOR, TargetState.STOPPED);
        states().keep(DAEMON, SECOND, TargetState.PAUSED);

        assertThat(states().of(DAEMON)).isEqualTo(Map.of(MONITOR, TargetState.STOPPED, SECOND, TargetState.PAUSED));
    }

    @Test
    void whatIsWantedLaterReplacesWhatWasWantedBefore() {
        states().keep(DAEMON, MONITOR, TargetState.STOPPED);
        states().keep(DAEMON, MONITOR, TargetState.PAUSED);
        states().keep(DAEMON, MONITOR, TargetState.PAUSED);

        assertThat(states().of(DAEMON)).isEqualTo(Map.of(MONITOR, TargetState.PAUSED));
    }

    @Test
    void connectorThatIsToBeStartedIsLikeOneOfWhichNothingWasEverWanted() {
        states().keep(DAEMON, MONITOR, TargetState.STOPPED);
        states().keep(DAEMON, MONITOR, TargetState.STARTED);
        states().keep(DAEMON, SECOND, TargetState.STARTED);

        assertThat(states().of(DAEMON)).isEmpty();
    }

    @Test
    void whatWasWantedOfARemovedConnectorIsForgotten() {
        states().keep(DAEMON, MONITOR, TargetState.STOPPED);
        states().keep(DAEMON, SECOND, TargetState.PAUSED);

        states().retain(DAEMON, Set.of(SECOND, new ConnectorName("never heard of")));

        assertThat(states().of(DAEMON)).isEqualTo(Map.of(SECOND, TargetState.PAUSED));
        states().retain(DAEMON, Set.of());
        assertThat(states().of(DAEMON)).isEmpty();
    }

    @Test
    void daemonsDoNotSeeEachOther() {
        states().keep(DAEMON, MONITOR, TargetState.STOPPED);
        states().keep(OTHER, MONITOR, TargetState.PAUSED);

        states().retain(OTHER, Set.of());

        assertThat(states().of(DAEMON)).isEqualTo(Map.of(MONITOR, TargetState.STOPPED));
        assertThat(states().of(OTHER)).isEmpty();
    }

    @Test
    void whatWasReadDoesNotChange() {
        states().keep(DAEMON, MONITOR, TargetState.STOPPED);
        Map<ConnectorName, TargetState> read = states().of(DAEMON);

        states().retain(DAEMON, Set.of());

        assertThat(read).isEqualTo(Map.of(MONITOR, TargetState.STOPPED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul \0 escape \u001B0041", "halves \uD83D and \uDE00", "\uD83D\uDE00 ' \" \\ % _"})
    void everyNameIsKeptAsItIs(String name) {
        ConnectorName connector = new ConnectorName(name);
        ServerName daemon = new ServerName(name);
        states().keep(daemon, connector, TargetState.STOPPED);

        assertThat(states().of(daemon)).isEqualTo(Map.of(connector, TargetState.STOPPED));
        states().retain(daemon, Set.of(connector));
        assertThat(states().of(daemon)).containsOnlyKeys(connector);
        states().keep(daemon, connector, TargetState.STARTED);
        assertThat(states().of(daemon)).isEmpty();
    }
}
