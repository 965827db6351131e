package io.openintegration.daemon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderMonitorTest {

    private static final Instant LATER = Instant.parse("2125-03-04T05:06:07Z");

    @TempDir
    Path base;

    private MonitorFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new MonitorFixture(base);
        Files.createDirectory(fixture.directory());
    }

    private RecordingSink refresh() {
        return fixture.refresh(new DataFolderMonitor(fixture.connection()));
    }

    private ItemDescription folder() {
        return refresh().scope(fixture.directory()).item();
    }

    @Test
    void directoryIsOneDataFolder() throws IOException {
        fixture.file("weekly/week-01.csv", "a,b\n");

        RecordingSink sink = refresh();

        assertThat(sink.scopes()).hasSize(1);
        assertThat(sink.items()).isEmpty();
        RecordingSink.Scope root = sink.scope(fixture.directory());
        assertThat(root.isComplete()).isTrue();
        assertThat(root.item().type()).isEqualTo(new TypeName("DataFolder"));
        assertThat(root.item().properties().text("pathName"))
                .contains(fixture.directory().toString());
        assertThat(root.item().link().relationshipType()).isEqualTo(new TypeName("CapabilityAssetUse"));
    }

    @Test
    void timeOfLastChangeIsThatOfTheNewestFileBelow() throws IOException {
        Files.setLastModifiedTime(fixture.file("a/b/c.csv", "a\n"), FileTime.from(LATER));

        assertThat(folder().properties().get("storeUpdateTime")).contains(new PropertyValue.Date(LATER));
    }

    @Test
    void timeOfLastChangeIsThatOfAFolderWhoseContentChanged() throws IOException {
        fixture.file("a/b/c.csv", "a\n");
        Files.setLastModifiedTime(fixture.directory().resolve("a/b"), FileTime.from(LATER));

        assertThat(folder().properties().get("storeUpdateTime")).contains(new PropertyValue.Date(LATER));
    }

    @Test
    void numberAndVolumeOfFilesAreGivenLinksNotCounted() throws IOException {
        fixture.file("a/one.csv", "12345");
        Path two = fixture.file("two.csv", "123");
        Files.createSymbolicLink(fixture.directory().resolve("link.csv"), two);

        assertThat(folder().properties().get("additionalProperties"))
                .contains(new PropertyValue.TextMap(Map.of("numberOfFiles", "2", "volumeInBytes", "8")));
    }

    @Test
    void onlyFilesThatAreWantedCount() throws IOException {
        fixture.file("a/one.csv", "12345");
        fixture.file("a/two.tmp", "123");
        fixture.file("scratch/three.csv", "123");
        Files.setLastModifiedTime(fixture.file("four.tmp", "1"), FileTime.from(LATER));

        RecordingSink sink = fixture.refresh(new DataFolderMonitor(
                fixture.connection(Map.of("includeFiles", "*.csv", "excludeFolders", "scratch", "watch", false))));

        ElementProperties properties = sink.scope(fixture.directory()).item().properties();
        assertThat(properties.get("additionalProperties"))
                .contains(new PropertyValue.TextMap(Map.of("numberOfFiles", "1", "volumeInBytes", "5")));
        assertThat(properties.get("storeUpdateTime")).isNotEqualTo(Optional.of(new PropertyValue.Date(LATER)));
    }

    @Test
    void whatCannotBeReadIsReported() throws IOException {
        Files.createSymbolicLink(fixture.directory().resolve("out"), base);

        assertThat(refresh().unreadable()).hasSize(1);
    }

    @Test
    void whatIsCountedWithoutAFolderThatCannotBeListedIsNoMoreThanAGuess() throws IOException {
        fixture.file("a/one.csv", "12345");
        Path closed = fixture.file("b/two.csv", "123").getParent();
        ClosedEntries places = new ClosedEntries();
        places.close(closed);

        RecordingSink sink = fixture.refresh(new DataFolderMonitor(fixture.connection(), places));

        assertThat(sink.unreadable().values()).singleElement().satisfies(reason -> assertThat(reason.id())
                .isEqualTo("BASIC-FILES-INTEGRATION-CONNECTORS-0102"));
        ItemDescription item = sink.scope(fixture.directory()).item();
        assertThat(item.properties().get("additionalProperties")).isPresent();
        assertThat(item.certainty()).hasValueSatisfying(certain -> {
            assertThat(certain.properties().get("additionalProperties")).isEmpty();
            assertThat(certain.properties().get("storeUpdateTime")).isEmpty();
            assertThat(certain.properties().text("pathName"))
                    .contains(fixture.directory().toString());
        });
    }

    @Test
    void interruptEndsTheRefreshBeforeAnythingIsDescribed() {
        RecordingSink sink = new RecordingSink();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> fixture.refresh(new DataFolderMonitor(fixture.connection()), sink))
                    .hasMessageStartingWith("BASIC-FILES-INTEGRATION-CONNECTORS-503-001");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(sink.scopes()).isEmpty();
    }
}
