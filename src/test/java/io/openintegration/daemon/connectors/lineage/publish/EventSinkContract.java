package io.openintegration.daemon.connectors.lineage.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.connectors.lineage.SparkEvents;
import io.openintegration.daemon.spi.ConnectionTestStep;
import io.openintegration.daemon.spi.ConnectionTestStep.Kind;
import io.openintegration.daemon.spi.ConnectionTestStep.Outcome;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.PermittedSynchronization;
import io.openintegration.daemon.testing.FakeLineageIntegratorContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place keeps that events are published to. */
abstract class EventSinkContract {

    final FakeLineageIntegratorContext context = new FakeLineageIntegratorContext();
    private EventSink sink;

    /** A sink for the third party of this test. */
    abstract EventSink newSink();

    /** What the third party has, each once. */
    abstract List<String> published() throws Exception;

    abstract void takeAway() throws Exception;

    abstract void bringBack() throws Exception;

    /** Id of the message that tells that it is not there. */
    abstract String unavailableMessageId();

    @BeforeEach
    void begin() {
        context.permit(PermittedSynchronization.TO_THIRD_PARTY);
        sink = newSink();
    }

    @AfterEach
    void close() {
        sink.close();
        assertThat(context.threadsEnd()).isTrue();
    }

    final EventSink sink() {
        return sink;
    }

    @Test
    void eventsArriveAsTheyWereSent() throws Exception {
        List<String> events = SparkEvents.all();

        for (String event : events) {
            assertThat(sink.deliver(event)).isEmpty();
        }

        assertThat(published()).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test
    void deliveringAgainDoesNoHarm() throws Exception {
        String event = SparkEvents.number(1);

        sink.deliver(event);
        sink.deliver(event);

        assertThat(published()).containsOnly(event);
    }

    @Test
    void checkingPublishesNothing() throws Exception {
        sink.check();

        assertThat(published()).isEmpty();
    }

    @Test
    void outageIsTheThirdPartysFaultAndToldInOneLine() throws Exception {
        takeAway();

        ConnectorException checked = catchThrowableOfType(ConnectorException.class, sink::check);
        assertThat(checked.origin()).isEqualTo(FailureOrigin.THIRD_PARTY);
        assertThat(checked.getMessage()).startsWith(unavailableMessageId()).hasLineCount(1);
        assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> sink.deliver(Events.start(1)))
                .withMessageStartingWith(unavailableMessageId());
    }

    @Test
    void theSameSinkWorksAfterAnOutage() throws Exception {
        takeAway();
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> sink.deliver(Events.start(1)));
        bringBack();

        assertThatNoException().isThrownBy(sink::check);
        assertThat(sink.deliver(Events.start(1))).isEmpty();
        assertThat(published()).containsExactly(Events.start(1));
    }

    @Test
    void connectionTestPassesWithoutPublishing() throws Exception {
        assertThat(steps()).noneMatch(step -> step.outcome() == Outcome.FAILED);
        assertThat(published()).isEmpty();
    }

    @Test
    void connectionTestNamesTheStepThatFails() throws Exception {
        takeAway();

        assertThat(steps())
                .filteredOn(step -> step.outcome() == Outcome.FAILED)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.kind()).isEqualTo(Kind.CONNECT);
                    assertThat(step.message().orElseThrow().id()).isEqualTo(unavailableMessageId());
                });
    }

    final List<ConnectionTestStep> steps() {
        List<ConnectionTestStep> steps = new ArrayList<>();
        sink.connectionTest().run(steps::add);
        return steps;
    }
}
