package io.openintegration.daemon.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Severity;
import io.openintegration.daemon.testing.AuditRecords;
import io.openintegration.daemon.testing.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleAuditDestinationTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void lineIsThatOfTheGuide() {
        console("GMT").write(AuditRecords.numbered(12));

        assertThat(lines())
                .containsExactly("Sat Nov 22 12:00:12 GMT 2025 integration-daemon Startup TEST-00012 Text number 12");
    }

    @Test
    void timeIsShownInTheZoneOfTheClock() {
        console("Z").write(AuditRecords.numbered(1));
        console("Europe/Berlin").write(AuditRecords.numbered(1));

        assertThat(lines().get(0)).startsWith("Sat Nov 22 12:00:01 UTC 2025 ");
        assertThat(lines().get(1)).startsWith("Sat Nov 22 13:00:01 CET 2025 ");
    }

    @Test
    void exceptionHasASecondLineAndTheBeginningOfItsStack() {
        AuditedException exception = ExceptionText.of(deep(100));
        AuditRecord failed = AuditRecords.of(1, Severity.EXCEPTION, "TEST-0001", "failed", Optional.of(exception));
        console("GMT").write(failed);

        assertThat(lines().get(1))
                .isEqualTo("Supplementary information: log record id " + failed.guid()
                        + " java.lang.IllegalStateException returned message of too deep and stacktrace of");
        assertThat(lines()).hasSize(2 + ConsoleAuditDestination.MOST_STACK_LINES + 1);
        assertThat(lines().get(lines().size() - 1)).contains("more lines");
    }

    @Test
    void exceptionOfOursSaysNothingTwice() {
        AuditedException explained = ExceptionText.of(new Explained(null));
        AuditedException caused = ExceptionText.of(new Explained(new NoSuchFileException("/data")));

        console("GMT").write(AuditRecords.of(1, Severity.EXCEPTION, "TEST-0001", "explained", Optional.of(explained)));
        console("GMT").write(AuditRecords.of(2, Severity.EXCEPTION, "TEST-0001", "caused", Optional.of(caused)));

        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).endsWith("explained");
        assertThat(lines().get(2))
                .startsWith("Supplementary information: log record id ")
                .endsWith("Caused by: java.nio.file.NoSuchFileException: /data");
    }

    private static final class Explained extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Explained(Throwable cause) {
            super("explained", cause);
        }
    }

    @Test
    void messageOfAnExceptionCannotForgeALine() {
        AuditedException exception = ExceptionText.of(
                new IllegalStateException("a\r\nSat Nov 22 forged", new RuntimeException("b\nforged")));

        assertThat(exception.message()).doesNotContain("\n").doesNotContain("\r");
        assertThat(exception.stackTrace().lines()).noneMatch(line -> line.startsWith("Sat") || line.equals("forged"));
    }

    @Test
    void exceptionThatCannotWordItselfIsRecordedAllTheSame() {
        AuditedException exception = ExceptionText.of(new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new UnsupportedOperationException();
            }
        });

        assertThat(exception.message()).contains("UnsupportedOperationException");
    }

    @Test
    void circleOfCausesEnds() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);

        assertThat(ExceptionText.of(one).stackTrace()).containsOnlyOnce("Caused by");
    }

    private static RuntimeException deep(int depth) {
        return depth == 0 ? new IllegalStateException("too deep") : deep(depth - 1);
    }

    private ConsoleAuditDestination console(String zone) {
        return new ConsoleAuditDestination(out, new SettableClock().withZone(ZoneId.of(zone)));
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
