package io.openintegration.daemon.connectors.lineage.publish;

import io.openintegration.daemon.connectors.lineage.relay.RelayMessage;
import io.openintegration.daemon.spi.ConnectionTest;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestSteps;
import io.openintegration.daemon.spi.ConnectionTestSteps.Result;
import io.openintegration.daemon.spi.HostPort;
import io.openintegration.daemon.spi.IntegrationContext;
import io.openintegration.daemon.spi.Reach;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Tries in steps whether events can be posted to an endpoint. No event is posted: the endpoint is asked by GET, which those who only take
 * events answer with 404 or 405, and those who want another account with 401 or 403.
 */
final class HttpConnectionTest implements ConnectionTest {

    private static final int FIRST_SERVER_ERROR = 500;

    private final HttpEndpoint endpoint;
    private final HttpEventSink sink;
    private final Reach reach;
    private final IntegrationContext context;

    HttpConnectionTest(HttpEndpoint endpoint, HttpEventSink sink, Reach reach, IntegrationContext context) {
        this.endpoint = endpoint;
        this.sink = sink;
        this.reach = reach;
        this.context = context;
    }

    @Override
    public void run(Consumer<ConnectionTestStep> told) {
        ConnectionTestSteps steps = new ConnectionTestSteps(endpoint.shown(), context.clock(), told);
        steps.take(Kind.CONFIGURATION, endpoint.shown(), this::permitted);
        if (!reach.tryInSteps(steps, List.of(endpoint.target()))) {
            steps.skip(Kind.TLS, Kind.LOG_IN);
        } else if (!steps.take(Kind.TLS, endpoint.target().toString(), this::encryption)) {
            steps.skip(Kind.LOG_IN);
        } else {
            steps.take(Kind.LOG_IN, endpoint.shown(), this::ask);
        }
        steps.skip(Kind.RIGHT, Kind.SAMPLE_READ);
    }

    private Result permitted() {
        return context.permittedSynchronization().allowsWritingToThirdParty()
                ? Result.PASSED
                : Result.warning(
                        PublishMessage.NOT_PERMITTED.with(context.connectorName(), context.permittedSynchronization()));
    }

    private Result encryption() {
        if (!endpoint.isEncrypted()) {
            return Result.warning(RelayMessage.NOT_ENCRYPTED.with(context.connectorName(), endpoint.shown()));
        }
        HostPort target = endpoint.target();
        int limit = (int) endpoint.connectTimeout().toMillis();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(reach.addresses(target).get(0), endpoint.port()), limit);
            plain.setSoTimeout(limit);
            SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            try (SSLSocket socket = (SSLSocket) factory.createSocket(plain, target.host(), endpoint.port(), true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
            }
            return Result.PASSED;
        } catch (IOException failure) {
            throw reach.failures()
                    .unavailable(
                            "no encrypted connection (" + failure.getClass().getSimpleName() + ")", failure);
        }
    }

    private Result ask() {
        int status = sink.ask();
        if (HttpEventSink.ABOUT_THE_ACCOUNT.contains(status) || status >= FIRST_SERVER_ERROR) {
            throw sink.refused(status);
        }
        return Result.PASSED;
    }
}
