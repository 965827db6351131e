package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.testing.RecordingAuditLog;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpecialFilesTest {

    private final RecordingAuditLog auditLog = new RecordingAuditLog();
    private final SpecialFiles special = new SpecialFiles(new ConnectorName("test"), auditLog);

    /** A refresh that comes across these; what it says. */
    private List<String> said(boolean everywhere, String... addresses) {
        auditLog.clear();
        try (SpecialFiles.Look look = special.look()) {
            List.of(addresses).forEach(look::passOver);
            if (everywhere) {
                look.wasEverywhere();
            }
        }
        return auditLog.entries().stream().map(entry -> entry.message().text()).toList();
    }

    private static String[] many(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "/in/" + number).toArray(String[]::new);
    }

    @Test
    void nothingIsSaidOfNothing() {
        assertThat(said(true)).isEmpty();
    }

    @Test
    void whatIsListedTwiceIsNamedOnce() {
        assertThat(said(true, "/in/pipe", "/in/pipe")).hasSize(1);
    }

    @Test
    void refreshThatLooksElsewhereForgetsNothing() {
        said(true, "/in/pipe");
        assertThat(said(false, "/in/other")).hasSize(1);
        assertThat(said(false)).isEmpty();

        assertThat(said(true, "/in/pipe", "/in/other")).isEmpty();
    }

    @Test
    void whatIsGoneWouldBeNewsAgain() {
        said(true, "/in/pipe");
        said(true);

        assertThat(said(true, "/in/pipe")).hasSize(1);
    }

    @Test
    void moreThanAreKeptAreCountedOnceAndNeverToldAgain() {
        String[] all = many(0, SpecialFiles.MOST_KNOWN + 5);

        assertThat(said(true, all)).hasSize(FileRemarks.MOST_TOLD + 1).last().satisfies(more -> assertThat(more)
                .contains(String.valueOf(SpecialFiles.MOST_KNOWN + 5 - FileRemarks.MOST_TOLD)));
        assertThat(said(true, many(3, all.length))).isEmpty();
        assertThat(said(false, "/in/new")).isEmpty();
        assertThat(said(true, "/in/0")).isEmpty();
        assertThat(said(true, "/in/0", "/in/new")).hasSize(1);
    }
}
