package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.IntegrationContext;
import org.junit.jupiter.api.Test;

/**
 * The law for every connector, also for one to which everything comes by itself, so that it has no third party that could be away.
 *
 * @param <C> the context of the connector's integration service
 */
public abstract class ConnectorLifeContract<C extends IntegrationContext> {

    /** The same bench throughout one test. */
    protected abstract ConnectorBench<C> bench();

    /** A new instance, configured for the third party of this test. */
    protected abstract IntegrationConnector<C> newConnector();

    /** Makes the third party, with something in it to catalogue. */
    protected abstract void makeSource() throws Exception;

    /** Changes something in it that must show in the catalogue. */
    protected abstract void changeSource() throws Exception;

    /** Whether everything that the connector had opened is closed. */
    protected abstract boolean isReleased();

    /** A new instance that has begun. */
    protected final IntegrationConnector<C> started() {
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
    void disconnectReleasesEverything() throws Exception {
        makeSource();
        IntegrationConnector<C> connector = started();
        bench().refresh(connector);

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
