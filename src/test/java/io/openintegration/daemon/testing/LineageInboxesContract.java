package io.openintegration.daemon.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.runtime.LineageInboxes;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.LineageNote;
import io.openintegration.daemon.spi.ReceivedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link LineageInboxes} promises. */
public abstract class LineageInboxesContract {

    protected static final ServerName DAEMON = new ServerName("daemon");
    protected static final ConnectorName ONE = new ConnectorName("one");
    protected static final ConnectorName OTHER = new ConnectorName("other \u0000");

    protected abstract LineageInboxes inboxes();

    @Test
    @DisplayName("events wait for each connector, in their order, and each once however often it was sent")
    void files() {
        inboxes().file(DAEMON, List.of(ONE, OTHER), List.of("a", "b \uD83D\uDE00"));
        inboxes().file(DAEMON, List.of(ONE), List.of("b \uD83D\uDE00", "c", "c"));

        assertThat(texts(ONE)).containsExactly("a", "b \uD83D\uDE00", "c");
        assertThat(texts(OTHER)).containsExactly("a", "b \uD83D\uDE00");
        assertThat(inbox(ONE).waiting(1)).extracting(ReceivedEvent::text).containsExactly("a");
        assertThat(inboxes().of(new ServerName("another"), ONE).waiting(9)).isEmpty();
    }

    @Test
    @DisplayName("events that are done go, and what they told is noted instead")
    void settles() {
        inboxes().file(DAEMON, List.of(ONE, OTHER), List.of("a", "b"));
        List<Long> done = List.of(inbox(ONE).waiting(1).get(0).number());

        inbox(ONE).settle(done, List.of(note("n", "x", "1"), note("n", "x", "2")));
        inbox(ONE).settle(List.of(), List.of(note("n", "y", "3")));

        assertThat(texts(ONE)).containsExactly("b");
        assertThat(texts(OTHER)).containsExactly("a", "b");
        assertThat(inbox(ONE).notes(List.of(key("n", "x"), key("n", "y"), key("n", "z"))))
                .isEqualTo(Map.of(key("n", "x"), note("n", "x", "2"), key("n", "y"), note("n", "y", "3")));
        assertThat(inbox(OTHER).notes(List.of(key("n", "x")))).isEmpty();
    }

    @Test
    @DisplayName("what was taken in before is not noted again: nothing of it is done")
    void settlesOnce() {
        inboxes().file(DAEMON, List.of(ONE), List.of("a", "b", "c"));
        List<Long> waiting =
                inbox(ONE).waiting(3).stream().map(ReceivedEvent::number).toList();
        inbox(ONE).settle(waiting.subList(0, 2), List.of(note("n", "x", "a and b")));

        assertThatExceptionOfType(DaemonException.class)
                .isThrownBy(() -> inbox(ONE)
                        .settle(
                                List.of(waiting.get(0), waiting.get(2)),
                                List.of(note("n", "x", "a and c"), note("n", "y", "c"))))
                .withMessageStartingWith("DAEMON-DATABASE-409-002");

        assertThat(texts(ONE)).containsExactly("c");
        assertThat(inbox(ONE).notes(List.of(key("n", "x"), key("n", "y"))))
                .isEqualTo(Map.of(key("n", "x"), note("n", "x", "a and b")));
    }

    @Test
    @DisplayName("notes are read by namespaces, a page at a time, and can be forgotten")
    void pages() {
        List<LineageNote> some = IntStream.range(0, 7)
                .mapToObj(number -> note("n", "name " + number, "text " + number))
                .toList();
        inbox(ONE).settle(List.of(), some);
        inbox(ONE).settle(List.of(), List.of(note("m", "of another", "x")));
        inbox(OTHER).settle(List.of(), List.of(note("o", "of another", "x")));

        List<LineageNote> read = new ArrayList<>();
        Optional<LineageNote.Key> after = Optional.empty();
        List<LineageNote> page;
        do {
            page = inbox(ONE).notes("kind", "n", after, 3);
            read.addAll(page);
            after = Optional.of(read.get(read.size() - 1).key());
        } while (page.size() == 3);

        assertThat(read).containsExactlyInAnyOrderElementsOf(some);
        assertThat(inbox(ONE).namespaces("kind")).containsExactlyInAnyOrder("n", "m");
        assertThat(inbox(ONE).namespaces("none")).isEmpty();

        inbox(ONE).forget(List.of(key("n", "name 3"), key("m", "of another")));
        assertThat(inbox(ONE).namespaces("kind")).containsExactly("n");
        assertThat(inbox(ONE).notes("kind", "n", Optional.empty(), 9)).hasSize(6);
    }

    @Test
    @DisplayName("a note may be long")
    void longNote() {
        StringBuilder text = new StringBuilder();
        Random random = new Random(7);
        random.ints(3_000_000, 32, 127).forEach(letter -> text.append((char) letter));

        inbox(ONE).settle(List.of(), List.of(note("n", "x", text.toString())));

        assertThat(inbox(ONE).notes(List.of(key("n", "x"))).get(key("n", "x")).text())
                .isEqualTo(text.toString());
    }

    @Test
    @DisplayName("of connectors that are gone everything is forgotten")
    void forgets() {
        inboxes().file(DAEMON, List.of(ONE, OTHER), List.of("a"));
        inbox(OTHER).settle(List.of(), List.of(note("n", "x", "1")));

        inboxes().retain(DAEMON, Set.of(ONE));

        assertThat(texts(ONE)).containsExactly("a");
        assertThat(texts(OTHER)).isEmpty();
        assertThat(inbox(OTHER).namespaces("kind")).isEmpty();
    }

    protected LineageInbox inbox(ConnectorName connector) {
        return inboxes().of(DAEMON, connector);
    }

    protected List<String> texts(ConnectorName connector) {
        return inbox(connector).waiting(10_000).stream()
                .map(ReceivedEvent::text)
                .toList();
    }

    private static LineageNote note(String namespace, String name, String text) {
        return new LineageNote(key(namespace, name), text);
    }

    private static LineageNote.Key key(String namespace, String name) {
        return new LineageNote.Key("kind", namespace, name);
    }
}
