package io.openintegration.daemon.rest.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.StoreEvent;
import io.openintegration.daemon.metadata.StoreEvents;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.metadata.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    private final ScriptedEvents events = new ScriptedEvents();
    private final ByteArrayOutputStream listener = new ByteArrayOutputStream();

    @Test
    void eventsAreSentWithTheirPlacesUntilTheServerStops() throws IOException {
        events.then(element("a"), relationship("b"))
                .thenNothing()
                .then(element("c"))
                .thenEnd();
        new EventStream(events, Optional.empty()).sendTo(listener);
        assertThat(sent())
                .isEqualTo(
                        """
                        id: a
                        event: ELEMENT_CLASSIFIED
                        data: {"time":1,"type":"ELEMENT_CLASSIFIED","guid":"guid","typeName":"FileFolder","version":7,"user":"erin","qualifiedName":"two\\nlines","classification":"Ownership"}

                        id: b
                        event: RELATIONSHIP_DELETED
                        data: {"time":1,"type":"RELATIONSHIP_DELETED","guid":"guid","typeName":"DataFlow","version":7,"user":"erin","end1":"1","end2":"2"}

                        :

                        id: c
                        event: ELEMENT_CLASSIFIED
                        data: {"time":1,"type":"ELEMENT_CLASSIFIED","guid":"guid","typeName":"FileFolder","version":7,"user":"erin","qualifiedName":"two\\nlines","classification":"Ownership"}

                        :

                        """);
        assertThat(events.asked).containsExactly("now", "b", "b", "c");
    }

    @Test
    void listenerThatComesAgainGoesOnBehindItsLastEvent() throws IOException {
        events.thenEnd();
        new EventStream(events, Optional.of("earlier")).sendTo(listener);
        assertThat(events.asked).containsExactly("earlier");
        assertThat(sent()).doesNotContain("gap");
    }

    @Test
    void listenerThatComesTooLateIsToldOfTheGapAndGoesOnFromNow() throws IOException {
        events.thenGap().then(element("a")).thenEnd();
        new EventStream(events, Optional.of("long ago")).sendTo(listener);
        assertThat(sent()).startsWith("id: now\nevent: gap\ndata: {}\n\nid: a\n");
        assertThat(events.asked).containsExactly("long ago", "now", "a");
    }

    @Test
    void listenerThatIsTooSlowIsEnded() throws IOException {
        events.then(element("a")).thenGap().then(element("never"));
        new EventStream(events, Optional.empty()).sendTo(listener);
        assertThat(sent()).endsWith("id: now\nevent: gap\ndata: {}\n\n").doesNotContain("never");
    }

    @Test
    void listenerThatIsGoneEndsTheStream() {
        events.thenNothing();
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        assertThatThrownBy(() -> new EventStream(events, Optional.empty()).sendTo(gone))
                .isInstanceOf(IOException.class);
    }

    @Test
    void interruptedThreadStopsAndSaysSo() throws IOException {
        events.then(element("a"));
        Thread.currentThread().interrupt();
        new EventStream(events, Optional.empty()).sendTo(listener);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent()).isEmpty();
    }

    /** Behind the comment by which each stream begins. */
    private String sent() {
        String text = listener.toString(StandardCharsets.UTF_8);
        int begin = text.indexOf("\n\n") + 2;
        assertThat(text.substring(0, begin)).matches(": {8192}\n\n");
        return text.substring(begin);
    }

    private static StoreEvents.Placed element(String place) {
        return new StoreEvents.Placed(
                place,
                new StoreEvent(
                        StoreEvent.Kind.ELEMENT_CLASSIFIED,
                        new Guid("guid"),
                        new TypeName("FileFolder"),
                        7,
                        Optional.of(new QualifiedName("two\nlines")),
                        Optional.of(new TypeName("Ownership")),
                        Optional.empty(),
                        new UserId("erin"),
                        Instant.ofEpochMilli(1)));
    }

    private static StoreEvents.Placed relationship(String place) {
        return new StoreEvents.Placed(
                place,
                new StoreEvent(
                        StoreEvent.Kind.RELATIONSHIP_DELETED,
                        new Guid("guid"),
                        new TypeName("DataFlow"),
                        7,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new StoreEvent.Ends(new Guid("1"), new Guid("2"))),
                        new UserId("erin"),
                        Instant.ofEpochMilli(1)));
    }

    /** Answers as it was told, whatever it is asked. */
    private static final class ScriptedEvents implements StoreEvents {

        private final Deque<Optional<Reading>> answers = new ArrayDeque<>();
        private final List<String> asked = new ArrayList<>();

        ScriptedEvents then(Placed... events) {
            answers.add(Optional.of(new Reading(Arrays.asList(events), true)));
            return this;
        }

        ScriptedEvents thenNothing() {
            return then();
        }

        ScriptedEvents thenGap() {
            answers.add(Optional.empty());
            return this;
        }

        void thenEnd() {
            answers.add(Optional.of(new Reading(List.of(), false)));
        }

        @Override
        public String now() {
            return "now";
        }

        @Override
        public Optional<Reading> after(String place, int most, Duration patience) throws InterruptedException {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            asked.add(place);
            return answers.remove();
        }
    }
}
