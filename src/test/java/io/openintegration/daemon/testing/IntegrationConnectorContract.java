package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationContext;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The law for every connector that reads from a third party. An implementation says how the third party is made,
 * changed and taken away.
 *
 * @param <C> the context of the connector's integration service
 */
public abstract class IntegrationConnectorContract<C extends IntegrationContext> {

    /** The same bench throughout one test. */
    protected abstract ConnectorBench<C> bench();

    /** A new instance, configured for the third party of this test. */
    protected abstract IntegrationConnector<C> newConnector();

    /** Makes the third party, with something in it to catalogue. */
    protected abstract void makeSource() throws Exception;

    /** Changes something in it that must show in the catalogue. */
    protected abstract void changeSource() throws Exception;

    /** Makes the third party unavailable. */
    protected abstract void takeSourceAway() throws Exception;

    /** Makes it available again, as it was. */
    protected abstract void bringSourceBack() throws Exception;

    /** Id of the message that tells that the third party is not there. */
    protected abstract String unavailableMessageId();

    /** Whether everything that the connector had opened is closed. */
    protected abstract boolean isReleased();

    private IntegrationConnector<C> started() {
        IntegrationConnector<C> connector = newConnector();
        connector.initialize(bench().context());
        connector.start();
        return connector;
    }

    @Test
    void firstRefreshPublishesWhatIsThere() throws Exception {
        makeSource();

        ConnectorBench.Outcome outcome = bench().refresh(started());

        assertThat(outcome.created()).isNotEmpty().containsExactlyInAnyOrderElementsOf(bench().catalogued());
        assertThat(outcome.updated()).isEmpty();
        assertThat(outcome.removed()).isEmpty();
    }

    @Test
    void startAloneCataloguesNothing() throws Exception {
        makeSource();

        started();

        assertThat(bench().catalogued()).isEmpty();
    }

    @Test
    void refreshWithoutAChangeChangesNothing() throws Exception {
        makeSource();
        IntegrationConnector<C> connector = started();
        bench().refresh(connector);

        assertThat(bench().refresh(connector).isNothing()).isTrue();
    }

    @Test
    void newInstanceChangesNothingThatIsCatalogued() throws Exception {
        makeSource();
        bench().refresh(started());

        assertThat(bench().refresh(started()).isNothing()).isTrue();
    }

    @Test
    void changeShowsAtTheNextRefreshAndOnlyThen() throws Exception {
        makeSource();
        IntegrationConnector<C> connector = started();
        bench().refresh(connector);
        changeSource();

        assertThat(bench().refresh(connector).isNothing()).isFalse();
        assertThat(bench().refresh(connector).isNothing()).isTrue();
    }

    @Test
    void startFailsReadablyWhileTheThirdPartyIsAway() throws Exception {
        makeSource();
        takeSourceAway();
        IntegrationConnector<C> connector = newConnector();
        connector.initialize(bench().context());

        ConnectorException failure = catchThrowableOfType(ConnectorException.class, connector::start);

        assertThat(failure.reason().id()).isEqualTo(unavailableMessageId());
        assertThat(failure.origin()).isEqualTo(FailureOrigin.THIRD_PARTY);
        assertThat(failure.getMessage())
                .startsWith(unavailableMessageId())
                .hasLineCount(1)
                .contains(bench().context().connectorName().value());
    }

    @Test
    void outageFailsTheRefreshAndRemovesNothing() throws Exception {
        makeSource();
        IntegrationConnector<C> connector = started();
        bench().refresh(connector);
        Set<String> before = bench().catalogued();
        takeSourceAway();

        assertThatThrownBy(() -> bench().refresh(connector))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith(unavailableMessageId());
        assertThat(bench().catalogued()).isEqualTo(before);
    }

    @Test
    void newInstanceWorksOnceTheThirdPartyIsBack() throws Exception {
        makeSource();
        IntegrationConnector<C> failing = started();
        bench().refresh(failing);
        takeSourceAway();
        assertThatThrownBy(() -> bench().refresh(failing)).isInstanceOf(ConnectorException.class);
        failing.disconnect();
        bringSourceBack();

        assertThat(bench().refresh(started()).isNothing()).isTrue();
    }

    @Test
    void disconnectReleasesEverything() throws Exception {
        makeSource();
        IntegrationConnector<C> connector = started();
        bench().refresh(connector);

        connector.disconnect();

        assertThat(isReleased()).isTrue();
    }

    @Test
    void disconnectWorksAlsoWhereStartFailed() throws Exception {
        makeSource();
        takeSourceAway();
        IntegrationConnector<C> connector = newConnector();
        connector.initialize(bench().context());
        assertThatThrownBy(connector::start).isInstanceOf(ConnectorException.class);

        connector.disconnect();

        assertThat(isReleased()).isTrue();
    }

    @Test
    void cancelledRefreshEndsByAnExceptionAndCompletesNothing() throws Exception {
        makeSource();
        IntegrationConnector<C> connector = started();
        RecordingSink sink = new RecordingSink();
        sink.cancel();

        assertThatThrownBy(() -> connector.refresh(sink)).isInstanceOf(ConnectorException.class);
        assertThat(sink.scopes().values()).noneMatch(RecordingSink.Scope::isComplete);
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isClosed);
    }
}
