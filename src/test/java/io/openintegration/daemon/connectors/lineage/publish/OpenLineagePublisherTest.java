package io.openintegration.daemon.connectors.lineage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.LineageIntegratorConnector;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.spi.ReceivedEvent;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is passed on when, by the publisher that speaks HTTP. */
class OpenLineagePublisherTest {

    private final LineageEndpoint endpoint = new LineageEndpoint();
    private final FakeLineageIntegratorContext context = new FakeLineageIntegratorContext();
    private LineageIntegratorConnector publisher;

    @BeforeEach
    void begin() {
        context.permit(PermittedSynchronization.TO_THIRD_PARTY);
        publisher = begun();
    }

    @AfterEach
    void end() throws IOException {
        publisher.disconnect();
        endpoint.close();
    }

    private LineageIntegratorConnector begun() {
        LineageIntegratorConnector connector = (LineageIntegratorConnector) new OpenLineageHttpPublisherProvider()
                .create(new Connection(
                        OpenLineageHttpPublisherProvider.class.getName(),
                        Optional.of(endpoint.address()),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
        connector.initialize(context);
        return connector;
    }

    private void refresh() {
        publisher.refresh(new RecordingSink());
    }

    private List<String> waiting() {
        return context.inbox().waiting(1_000).stream().map(ReceivedEvent::text).toList();
    }

    private static List<String> events(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Events::start).toList();
    }

    @Test
    void eventsArePassedOnInTheOrderOfTheirComingAndLeaveTheInbox() {
        context.send(events(1, 250));

        refresh();

        assertThat(endpoint.taken()).isEqualTo(events(1, 250));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void startAsksForARefreshSinceEventsMayWait() {
        publisher.start();

        assertThat(context.refreshRequests()).isEqualTo(1);
        assertThat(context.auditLog().ids()).contains("OPEN-LINEAGE-CONNECTORS-0112");
    }

    @Test
    void whatWasTakenBeforeAFailureLeavesTheInboxAndTheRestWaits() {
        context.send(events(1, 5));
        endpoint.answer(event -> event.equals(Events.start(4)) ? 503 : 201);

        assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::refresh);
        assertThat(waiting()).isEqualTo(events(4, 5));

        endpoint.answer(event -> 201);
        refresh();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void eventsWithoutEndAreNoRefreshWithoutEnd() {
        AtomicInteger number = new AtomicInteger();
        context.keepSending(() -> List.of(Events.start(number.incrementAndGet())));
        context.send(List.of(Events.start(0)));

        refresh();

        assertThat(context.refreshRequests()).isEqualTo(1);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void eventThatIsRefusedIsSetAsideByNameAndTheOthersArePassedOn() {
        context.send(events(1, 3));
        endpoint.answer(event -> event.equals(Events.start(2)) ? 422 : 201);

        refresh();

        assertThat(endpoint.taken()).isEqualTo(List.of(Events.start(1), Events.start(3)));
        assertThat(waiting()).isEmpty();
        assertThat(context.auditLog().entries("OPEN-LINEAGE-CONNECTORS-0113"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.message().text()).contains("daily sales", "run-2", "422"));
    }

    @Test
    void endpointThatRefusesEverythingIsTakenForTheWrongOneAndNothingIsLost() {
        context.send(events(1, 30));
        endpoint.answer(event -> 400);

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(this::refresh)
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-502-112")
                .matches(failure -> failure.origin() == FailureOrigin.THIRD_PARTY);

        assertThat(waiting()).isEqualTo(events(1, 30));
        assertThat(context.auditLog().entries("OPEN-LINEAGE-CONNECTORS-0113")).isEmpty();
    }

    @Test
    void eventThatComesBackIsNotPassedOnAgain() {
        context.send(events(1, 1));
        refresh();
        context.send(events(1, 2));

        refresh();

        assertThat(endpoint.taken()).isEqualTo(events(1, 2));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void refreshThatIsCancelledKeepsWhatIsLeft() {
        context.send(events(1, 5));
        RecordingSink cancelled = new RecordingSink();
        endpoint.answer(event -> {
            cancelled.cancel();
            return 201;
        });

        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> publisher.refresh(cancelled))
                .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-503-102");
        assertThat(waiting()).isEqualTo(events(2, 5));
    }

    @ParameterizedTest
    @EnumSource(PermittedSynchronization.class)
    void nothingIsPublishedThatTheDocumentDoesNotPermit(PermittedSynchronization directions) {
        context.permit(directions);

        if (directions == PermittedSynchronization.FROM_THIRD_PARTY) {
            assertThatExceptionOfType(ConnectorException.class)
                    .isThrownBy(publisher::start)
                    .withMessageStartingWith("OPEN-LINEAGE-CONNECTORS-403-111")
                    .matches(failure -> failure.origin() == FailureOrigin.CONFIGURATION);
        } else {
            publisher.start();
            assertThat(context.refreshRequests()).isEqualTo(1);
        }
    }

    @Test
    void rememberedEventsAreBounded() {
        PublishedLately lately = new PublishedLately();
        IntStream.rangeClosed(0, PublishedLately.MOST).forEach(number -> lately.add("event " + number));

        assertThat(lately.contains("event 0")).isFalse();
        assertThat(lately.contains("event 1")).isTrue();
        assertThat(lately.contains("event " + PublishedLately.MOST)).isTrue();
    }
}
