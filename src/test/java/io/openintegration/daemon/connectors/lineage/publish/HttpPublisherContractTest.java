package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.IntegrationConnector;
import io.openintegration.daemon.spi.LineageIntegratorContext;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class HttpPublisherContractTest extends PublisherContract {

    private final LineageEndpoint endpoint = new LineageEndpoint();

    @AfterEach
    void close() throws IOException {
        endpoint.close();
    }

    @Override
    List<String> published() {
        return endpoint.taken();
    }

    @Override
    protected IntegrationConnector<LineageIntegratorContext> newConnector() {
        return of(new OpenLineageHttpPublisherProvider()
                .create(new Connection(
                        OpenLineageHttpPublisherProvider.class.getName(),
                        Optional.of(endpoint.address()),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of())));
    }

    @Override
    protected void takeSourceAway() throws IOException {
        endpoint.cable().refuse();
    }

    @Override
    protected void bringSourceBack() throws IOException {
        endpoint.cable().acceptAgain();
    }

    @Override
    protected String unavailableMessageId() {
        return "OPEN-LINEAGE-CONNECTORS-503-101";
    }
}
