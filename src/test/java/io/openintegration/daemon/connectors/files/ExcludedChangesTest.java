package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.connectors.files.content.FileLook;
import io.openintegration.daemon.connectors.files.content.LookLimits;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcludedChangesTest {

    @TempDir
    private Path base;

    /** Whether a change in that folder, of which nothing is catalogued, is no reason to look at everything. */
    private boolean isAllKnown(String folder) throws IOException {
        MonitorFixture fixture = new MonitorFixture(base);
        fixture.file("scratch/deep/a.txt", "a");
        fixture.file("wanted/a.txt", "a");
        LandingArea area = new LocalLandingArea(
                fixture.directory(), "host", fixture.context().connectorName());
        FileSelection selection = FilesSettings.of(fixture.connection(Map.of("excludeFolders", "scratch")))
                .selection();
        RecordingSink refresh = new RecordingSink();
        FolderDescriber folders = new FolderDescriber("host", area);
        FileDescriber files = new FileDescriber(
                folders,
                new FileLook(LookLimits.DEFAULT, new SettableClock()),
                fixture.context().connectorName(),
                new FileRemarks(
                        fixture.context().connectorName(), fixture.context().auditLog(), FilesMessage.MORE_REMARKS));
        SpecialFiles special = new SpecialFiles(
                fixture.context().connectorName(), fixture.context().auditLog());
        String path = fixture.directory().resolve(folder).toString();
        try (SpecialFiles.Look look = special.look()) {
            FolderReader reader =
                    new FolderReader(area, selection, fixture.context().connectorName(), refresh, look);
            return new TreeDescription(reader, folders, files).describeChanges(new TreeSet<>(List.of(path)), refresh);
        }
    }

    @ParameterizedTest
    @CsvSource({"scratch, true", "scratch/deep, true", "wanted, false", "'', false"})
    void changesInFoldersThatAreNotWantedAreNobodysBusiness(String folder, boolean known) throws IOException {
        assertThat(isAllKnown(folder)).isEqualTo(known);
    }

    @Test
    void folderIsReachedOnlyWhereAllAroundItAre() {
        FileSelection selection = FilesSettings.of(
                        new MonitorFixture(base).connection(Map.of("excludeFolders", "a/b", "includeHidden", false)))
                .selection();

        assertThat(selection.reaches("")).isTrue();
        assertThat(selection.reaches("a")).isTrue();
        assertThat(selection.reaches("a/b")).isFalse();
        assertThat(selection.reaches("a/b/c/d")).isFalse();
        assertThat(selection.reaches("a/.c/d")).isFalse();
    }
}
