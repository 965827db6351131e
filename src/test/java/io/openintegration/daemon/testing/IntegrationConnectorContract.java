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
 * The law for every connector that has a third party. An implementation says how that is made, changed and taken away.
 *
 * @param <C> the context of the connector's integration service
 */
public abstract class IntegrationConnectorContract<C extends IntegrationContext> extends ConnectorLifeContract<C> {

    /** Makes the third party unavailable. */
    protected abstract void takeSourceAway() throws Exception;

    /** Makes it available again, as it was. */
    protected abstract void bringSourceBack() throws Exception;

    /** Id of the message that tells that the third party is not there. */
    protected abstract String unavailableMessageId();

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
        Set<String> before = bench().elements();
        takeSourceAway();

        assertThatThrownBy(() -> bench().refresh(connector))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith(unavailableMessageId());
        assertThat(bench().elements()).isEqualTo(before);
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
    void disconnectWorksAlsoWhereStartFailed() throws Exception {
        makeSource();
        takeSourceAway();
        IntegrationConnector<C> connector = newConnector();
        connector.initialize(bench().context());
        assertThatThrownBy(connector::start).isInstanceOf(ConnectorException.class);

        connector.disconnect();

        assertThat(isReleased()).isTrue();
    }
}
