package io.openintegration.daemon.connectors.lineage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.PropertyReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEventSinkTest extends EventSinkContract {

    private static final String SECRET = "s3cr3t-key";

    private final LineageEndpoint endpoint = new LineageEndpoint();

    @AfterEach
    void closeEndpoint() throws IOException {
        endpoint.close();
    }

    @Override
    EventSink newSink() {
        return sink(endpoint.address(), Optional.empty());
    }

    private EventSink sink(String address, Optional<String> user) {
        return new HttpEventSink(endpoint(connection(address, user)), context);
    }

    private static HttpEndpoint endpoint(Connection connection) {
        return HttpEndpoint.of(connection, new PropertyReader(connection));
    }

    private static Connection connection(String address, Optional<String> user) {
        return new Connection(
                OpenLineageHttpPublisherProvider.class.getName(),
                Optional.of(address),
                Map.of("connectTimeout", 2, "requestTimeout", 2),
                user,
                Optional.of(SECRET),
                Map.of());
    }

    @Override
    List<String> published() {
        return endpoint.taken().stream().distinct().toList();
    }

    @Override
    void takeAway() throws IOException {
        endpoint.cable().refuse();
    }

    @Override
    void bringBack() throws IOException {
        endpoint.cable().acceptAgain();
    }

    @Override
    String unavailableMessageId() {
        return "OPEN-LINEAGE-CONNECTORS-503-101";
    }

    @Test
    void secretWithoutAnAccountIsABearerTokenAndThePathIsTheUsualOne() {
        sink().deliver(Events.start(1));

        assertThat(endpoint.asked())
                .containsExactly(
                        new LineageEndpoint.Asked("POST", "/api/v1/lineage", "Bearer " + SECRET, Events.start(1)));
    }

    @Test
    void secretWithAnAccountIsAPasswordAndAPathIsKept() {
        EventSink other = sink(endpoint.address() + "/events?source=daemon", Optional.of("ann"));
        other.deliver(Events.start(1));
        other.close();

        assertThat(endpoint.asked()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/events?source=daemon");
            assertThat(request.authorization()).isEqualTo("Basic YW5uOnMzY3IzdC1rZXk=");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void whatIsAboutTheEventRefusesItAlone(int status) {
        endpoint.answer(event -> event.contains("run-1") ? status : 201);

        assertThat(sink().deliver(Events.start(1)).orElseThrow().text()).contains(Integer.toString(status));
        assertThat(sink().deliver(Events.start(2))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 307, 404, 405, 408, 415, 429, 500, 502, 503})
    void whatIsAboutTheEndpointFails(int status) {
        endpoint.answer(event -> status);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> sink().deliver(Events.start(1)))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-502-111")
                .withMessageContaining(Integer.toString(status))
                .matches(failure -> failure.origin() == FailureOrigin.THIRD_PARTY);
        assertThat(endpoint.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void accountThatIsRefusedFailsWithoutTellingTheSecret(int status) {
        endpoint.answer(event -> status);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> sink().deliver(Events.start(1)))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-401-101")
                .matches(failure -> !failure.getMessage().contains(SECRET));
        assertThat(steps())
                .anyMatch(step -> step.kind() == Kind.LOG_IN && step.outcome() == Outcome.FAILED)
                .allMatch(step -> !step.toString().contains(SECRET));
    }

    @Test
    void answerThatDoesNotEndIsGivenUp() {
        endpoint.drag();

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> sink().deliver(Events.start(1)))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-504-101");
    }

    @Test
    void cableThatIsCutIsGivenUp() {
        sink().deliver(Events.start(1));
        endpoint.cable().cut();

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> sink().deliver(Events.start(2)))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-504-101");
    }

    @Test
    void interruptEndsTheWaiting() {
        endpoint.cable().cut();
        Thread waiting = Thread.currentThread();
        CompletableFuture<Void> interrupting = CompletableFuture.runAsync(() -> {
            Awaitility.await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            waiting.interrupt();
        });

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> sink().deliver(Events.start(1)))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-503-102");
        assertThat(Thread.interrupted()).isTrue();
        interrupting.join();
    }

    @Test
    void closingEndsTheWaiting() {
        endpoint.cable().cut();
        CompletableFuture<Void> delivering = CompletableFuture.runAsync(() -> sink().deliver(Events.start(1)));
        Awaitility.await().until(() -> endpoint.cable().open() > 0);

        sink().close();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(delivering::isDone);
        assertThat(delivering).isCompletedExceptionally();
    }

    @Test
    void networkThatIsRefusedIsNotConnectedTo() {
        context.connectBy(address -> false);
        EventSink refusing = newSink();

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> refusing.deliver(Events.start(1)))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-400-101")
                .matches(failure -> failure.origin() == FailureOrigin.CONFIGURATION);
        refusing.close();
        assertThat(endpoint.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lineage.example",
                "ftp://host/",
                "http://ann:secret@host/",
                "https:///path",
                "http://h/#part",
                "file:/etc"
            })
    void addressThatIsNoneIsAMistakeOfTheConfiguration(String address) {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> endpoint(connection(address, Optional.empty())))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-400-103")
                .matches(failure -> failure.origin() == FailureOrigin.CONFIGURATION)
                .matches(failure -> !failure.getMessage().contains("secret"));
    }

    @Test
    void secretThatCannotBeSentIsAMistakeOfTheConfigurationThatDoesNotTellIt() {
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> endpoint(new Connection(
                        "any",
                        Optional.of("https://host"),
                        Map.of(),
                        Optional.empty(),
                        Optional.of("one\ntwo"),
                        Map.of())))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-400-102")
                .matches(failure -> !failure.getMessage().contains("two"));
    }
}
