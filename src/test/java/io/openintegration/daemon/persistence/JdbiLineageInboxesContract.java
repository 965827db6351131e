package io.openintegration.daemon.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.runtime.InboxFullException;
import io.openintegration.daemon.runtime.LineageInboxes;
import io.openintegration.daemon.spi.LineageInbox;
import io.openintegration.daemon.spi.ReceivedEvent;
import io.openintegration.daemon.testing.LineageInboxesContract;
import io.openintegration.daemon.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the inboxes in a database promise, whichever database it is. */
abstract class JdbiLineageInboxesContract extends LineageInboxesContract {

    private static final InboxLimits MUCH = new InboxLimits(100_000, 1L << 30);

    private TestDatabase own;

    /** @param directory for files, where it has any */
    abstract TestDatabase newDatabase(Path directory);

    @BeforeEach
    void migrate(@TempDir Path directory) {
        own = newDatabase(directory);
        new DaemonDatabase(own.dataSource()).migrate();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Override
    protected LineageInboxes inboxes() {
        return inboxes(MUCH);
    }

    private JdbiLineageInboxes inboxes(InboxLimits limits) {
        DaemonDatabase database = new DaemonDatabase(own.dataSource());
        return new JdbiLineageInboxes(database, database, limits);
    }

    @Test
    @DisplayName(
            "events of many threads at once are all stored, those of each thread in its order, and wait over a restart")
    void manyAtOnce() throws Exception {
        JdbiLineageInboxes inboxes = inboxes(MUCH);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Object>> all = threads.invokeAll(IntStream.range(0, 8)
                    .mapToObj(thread -> (Callable<Object>) () -> {
                        for (int number = 0; number < 40; number++) {
                            inboxes.file(DAEMON, List.of(ONE), List.of(thread + "-" + number, "the same"));
                        }
                        return thread;
                    })
                    .toList());
            for (Future<Object> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        own.restart();

        List<String> texts = new ArrayList<>(texts(ONE));
        assertThat(texts).hasSize(8 * 40 + 1).contains("the same");
        texts.remove("the same");
        for (int thread = 0; thread < 8; thread++) {
            String mark = thread + "-";
            assertThat(texts.stream().filter(text -> text.startsWith(mark)))
                    .containsExactlyElementsOf(IntStream.range(0, 40)
                            .mapToObj(number -> mark + number)
                            .toList());
        }
    }

    @Test
    @DisplayName(
            "more events than may wait are refused, nothing of them is kept, and there is room again when some are done")
    void full() {
        JdbiLineageInboxes inboxes = inboxes(new InboxLimits(3, 1_000));
        inboxes.file(DAEMON, List.of(ONE), List.of("a", "b"));

        assertThatExceptionOfType(InboxFullException.class)
                .isThrownBy(() -> inboxes.file(DAEMON, List.of(ONE), List.of("c", "d")))
                .withMessageStartingWith("INTEGRATION-DAEMON-SERVICES-503-020");
        inboxes.file(DAEMON, List.of(ONE), List.of("a", "b"));
        assertThat(texts(ONE)).containsExactly("a", "b");

        List<Long> done = inboxes.of(DAEMON, ONE).waiting(1).stream()
                .map(ReceivedEvent::number)
                .toList();
        inboxes.of(DAEMON, ONE).settle(done, List.of());
        inboxes.file(DAEMON, List.of(ONE), List.of("c", "d"));
        assertThat(texts(ONE)).containsExactly("b", "c", "d");
    }

    @Test
    @DisplayName("a request for which there is no room does not fail those that came at the same moment")
    void fullForOne() throws Exception {
        Semaphore go = new Semaphore(1);
        DaemonDatabase held = new DaemonDatabase(held(own.dataSource(), go));
        JdbiLineageInboxes inboxes = new JdbiLineageInboxes(held, held, new InboxLimits(3, 1_000));
        inboxes.file(DAEMON, List.of(ONE), List.of("a"));
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = Stream.of(List.of("b"), List.of("c", "d", "e"), List.of("f"))
                .map(events -> new Thread(() -> inboxes.file(DAEMON, List.of(ONE), events)))
                .toList();
        for (Thread thread : threads) {
            thread.setUncaughtExceptionHandler((which, failure) -> failures.add(failure));
            thread.start();
            Awaitility.await().until(() -> thread.getState() == Thread.State.WAITING);
        }
        go.release(100);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(texts(ONE)).containsExactly("a", "b", "f");
        assertThat(failures).singleElement().isInstanceOf(InboxFullException.class);
    }

    /** Gives out a connection for each permit. */
    private static DataSource held(DataSource database, Semaphore go) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        go.acquire();
                    }
                    return method.invoke(database, arguments);
                });
    }

    @Test
    @DisplayName("more bytes than may wait are refused too")
    void fullOfBytes() {
        JdbiLineageInboxes inboxes = inboxes(new InboxLimits(100, 10));

        assertThatExceptionOfType(InboxFullException.class)
                .isThrownBy(() -> inboxes.file(DAEMON, List.of(ONE), List.of("abcdefghijk")));
    }

    @Test
    @DisplayName("room that another node made is found")
    void roomMadeElsewhere() {
        JdbiLineageInboxes here = inboxes(new InboxLimits(2, 1_000));
        JdbiLineageInboxes there = inboxes(new InboxLimits(2, 1_000));
        here.file(DAEMON, List.of(ONE), List.of("a", "b"));
        assertThatExceptionOfType(InboxFullException.class)
                .isThrownBy(() -> here.file(DAEMON, List.of(ONE), List.of("c")));

        LineageInbox inbox = there.of(DAEMON, ONE);
        inbox.settle(inbox.waiting(2).stream().map(ReceivedEvent::number).toList(), List.of());

        here.file(DAEMON, List.of(ONE), List.of("c"));
        assertThat(texts(ONE)).containsExactly("c");
    }

    @Test
    @DisplayName("what another node stored at the same time is no fault")
    void otherNode() {
        JdbiLineageInboxes here = inboxes(MUCH);
        JdbiLineageInboxes there = inboxes(MUCH);

        here.file(DAEMON, List.of(ONE), List.of("a"));
        there.file(DAEMON, List.of(ONE), List.of("a", "b"));
        here.file(DAEMON, List.of(ONE), List.of("b", "c"));

        assertThat(texts(ONE)).containsExactly("a", "b", "c");
    }

    @Test
    @DisplayName("a database that is away is said to be")
    void away() {
        DaemonDatabase absent = new DaemonDatabase(own.absent());

        assertThatThrownBy(() -> new JdbiLineageInboxes(absent, absent, MUCH).file(DAEMON, List.of(ONE), List.of("a")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageStartingWith("DAEMON-DATABASE-500-001")
                .hasMessageContaining("fileEvents");
    }

    @Test
    @DisplayName("no more is handed out at once than is bearable, and in the end everything is")
    void longEvents() {
        JdbiLineageInboxes inboxes = inboxes(MUCH);
        Random random = new Random(3);
        List<String> events = IntStream.range(0, 8)
                .mapToObj(number -> random.ints(800_000, 32, 127)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .toList();
        events.forEach(event -> inboxes.file(DAEMON, List.of(ONE), List.of(event)));

        List<String> read = new ArrayList<>();
        List<ReceivedEvent> some = inboxes.of(DAEMON, ONE).waiting(100);
        assertThat(some).hasSizeBetween(1, 7);
        while (!some.isEmpty()) {
            some.forEach(event -> read.add(event.text()));
            inboxes.of(DAEMON, ONE)
                    .settle(some.stream().map(ReceivedEvent::number).toList(), List.of());
            some = inboxes.of(DAEMON, ONE).waiting(100);
        }
        assertThat(read).isEqualTo(events);
    }
}
