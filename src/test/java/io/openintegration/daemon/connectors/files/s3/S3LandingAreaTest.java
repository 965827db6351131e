package io.openintegration.daemon.connectors.files.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.openintegration.daemon.connectors.files.DataFolderMonitor;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seen of a store of objects, and how little is asked for. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class S3LandingAreaTest {

    private S3Fixture fixture;

    @BeforeEach
    void prepare() {
        fixture = new S3Fixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private String url(String key) {
        return "s3://" + fixture.bucket() + "/" + key;
    }

    private String name(String key) {
        return "s3://" + fixture.bucket() + "::" + key;
    }

    private static Map<String, String> additional(ItemDescription item) {
        return ((PropertyValue.TextMap)
                        item.properties().get("additionalProperties").orElseThrow())
                .values();
    }

    @Test
    void keysAreFilesInFoldersAndNamedAsLineageNamesThem() {
        fixture.put("landing/drop-foot/week-01.csv", "patient,left\n4711,1.5\n");
        fixture.put("elsewhere/x.csv", "a\n");

        RecordingSink sink = fixture.refresh();

        assertThat(sink.scopes().keySet())
                .containsExactly(new ItemKey(url("landing")), new ItemKey(url("landing/drop-foot/")));
        RecordingSink.Scope root = sink.scope(url("landing"));
        assertThat(root.item().qualifiedName().value()).isEqualTo(name("landing"));
        assertThat(root.item().properties().text("displayName")).contains("landing");
        assertThat(root.item().properties().get("storeCreateTime")).isEmpty();
        assertThat(sink.scope(url("landing/drop-foot/")).item().properties().text("displayName"))
                .contains("drop-foot");
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
        ItemDescription file = sink.item(url("landing/drop-foot/week-01.csv"));
        assertThat(file.type()).isEqualTo(new TypeName("CSVFile"));
        assertThat(file.qualifiedName().value()).isEqualTo(name("landing/drop-foot/week-01.csv"));
        assertThat(file.properties().text("pathName")).contains(url("landing/drop-foot/week-01.csv"));
        assertThat(file.parts().get(0).parts())
                .extracting(column -> column.properties().text("displayName").orElseThrow())
                .containsExactly("patient", "left");
        assertThat(additional(file))
                .containsEntry("size", "22")
                .containsEntry("isHidden", "false")
                .containsEntry("isSymLink", "false")
                .containsKeys("eTag", "storageClass")
                .doesNotContainKey("canRead");
    }

    @Test
    void wholeBucketCanBeMonitored() {
        fixture.put("a.txt", "x");

        RecordingSink sink =
                fixture.refresh(fixture.connection("s3://" + fixture.bucket(), Map.of()), new RecordingSink());

        assertThat(sink.scopes().keySet()).containsExactly(new ItemKey(url("")));
        assertThat(sink.item(url("a.txt")).qualifiedName().value()).isEqualTo(name("a.txt"));
    }

    @Test
    void configuredFileSystemNameStandsInQualifiedNames() {
        fixture.put("landing/a.txt", "x");

        RecordingSink sink = fixture.refresh(
                fixture.connection(url("landing/"), Map.of("fileSystemName", "coco-lake")), new RecordingSink());

        assertThat(sink.item(url("landing/a.txt")).qualifiedName().value()).isEqualTo("coco-lake::landing/a.txt");
    }

    @Test
    void folderAsOneDataSetSumsUpItsObjects() {
        fixture.put("landing/a.csv", "12345");
        fixture.put("landing/deep/er/b.csv", "123");
        FilesIntegratorConnector monitor = new DataFolderMonitor(fixture.connection(), S3Place::new);
        monitor.initialize(fixture.context());
        RecordingSink sink = new RecordingSink();

        monitor.refresh(sink);

        ItemDescription folder = sink.scope(url("landing")).item();
        assertThat(folder.type()).isEqualTo(new TypeName("DataFolder"));
        assertThat(folder.qualifiedName().value()).isEqualTo(name("landing"));
        assertThat(additional(folder)).containsEntry("numberOfFiles", "2").containsEntry("volumeInBytes", "8");
        assertThat(folder.properties().get("storeUpdateTime")).isPresent();
        assertThat(fixture.requests()).noneMatch(request -> !request.contains("list-type=2"));
    }

    @Test
    void unchangedRefreshReadsNoObjectAndAsksOnceForEachFolder() {
        fixture.put("landing/drop-foot/week-01.csv", "patient,left\n");
        fixture.put("landing/a.csv", "a,b\n");
        Map<ItemKey, String> known = new HashMap<>();
        fixture.refresh().items().forEach((key, item) -> known.put(key, item.stamp()));
        FilesIntegratorConnector monitor = fixture.started(fixture.connection());
        int before = fixture.requests().size();

        monitor.refresh(new RecordingSink((key, stamp) -> stamp.equals(known.get(key))));

        List<String> requests = fixture.requests();
        assertThat(requests.subList(before, requests.size()))
                .hasSize(2)
                .allMatch(request -> request.startsWith("GET /" + fixture.bucket() + "?list-type=2"));
    }

    @Test
    void replacedObjectOfTheSameSizeHasAnotherStamp() {
        fixture.put("landing/a.csv", "a,b\n");
        String before =
                fixture.refresh().items().get(new ItemKey(url("landing/a.csv"))).stamp();
        fixture.put("landing/a.csv", "c,d\n");

        assertThat(fixture.refresh()
                        .items()
                        .get(new ItemKey(url("landing/a.csv")))
                        .stamp())
                .isNotEqualTo(before);
    }

    @Test
    void headerOfALargeObjectIsReadByRange() {
        fixture.put("landing/large.csv", "patient,left,right\n" + "4711,1.5,1.7\n".repeat(400_000));
        long before = fixture.proxy().answered();

        RecordingSink sink = fixture.refresh();

        assertThat(sink.item(url("landing/large.csv")).parts()).hasSize(1);
        assertThat(fixture.proxy().answered() - before).isLessThan(100_000);
        assertThat(fixture.proxy().asked()).containsIgnoringCase("range: bytes=0-65535");
    }

    @Test
    void folderOfManyPagesIsListedToItsEnd() {
        for (int i = 0; i < 2_345; i++) {
            fixture.put("landing/many/%04d.txt".formatted(i), "");
        }

        RecordingSink sink = fixture.refresh();

        assertThat(sink.scope(url("landing/many/")).items()).hasSize(2_345);
        assertThat(sink.scope(url("landing/many/")).isComplete()).isTrue();
        assertThat(fixture.requests())
                .filteredOn(request -> request.contains("many"))
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../up.txt",
                "a/../../b.txt",
                "a/./b.txt",
                "a//b.txt",
                "//b.txt",
                "two\nlines.txt",
                "患者/データ.txt",
                "emoji 🩺.txt",
                " ",
                "a+b%2Fc.txt",
                "a::b.txt",
                "q'uo\"te<&>.txt",
                "CON.txt "
            })
    void oddKeysAreKeptAsTheyAre(String odd) {
        String key = "landing/" + odd;
        fixture.put(key, "x");

        // by their names alone: this store cannot be asked for the content of all of them
        RecordingSink sink = fixture.refresh(
                fixture.connection("s3://" + fixture.bucket() + "/landing", Map.of("maximumFileSize", 0)),
                new RecordingSink());

        assertThat(sink.items()).containsOnlyKeys(new ItemKey(url(key)));
        assertThat(sink.item(url(key)).qualifiedName().value()).isEqualTo(name(key));
        assertThat(sink.item(url(key)).properties().text("fileName")).contains(key.substring(key.lastIndexOf('/') + 1));
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void keyThatTheServerReadsOtherwiseIsReportedAloneAndTheRefreshGoesOn() {
        fixture.put("landing/a//b.txt", "x");
        fixture.put("landing/c.csv", "a,b\n");

        RecordingSink sink = fixture.refresh();

        assertThat(sink.items()).containsOnlyKeys(new ItemKey(url("landing/c.csv")));
        assertThat(sink.unreadable()).containsOnlyKeys(new ItemKey(url("landing/a//b.txt")));
    }

    @Test
    void keyThatIsBothObjectAndFolderIsBoth() {
        fixture.put("landing/week", "an object");
        fixture.put("landing/week/01.txt", "in a folder");

        RecordingSink sink = fixture.refresh();

        assertThat(sink.items().keySet())
                .containsExactlyInAnyOrder(new ItemKey(url("landing/week")), new ItemKey(url("landing/week/01.txt")));
        assertThat(sink.item(url("landing/week")).qualifiedName().value()).isEqualTo(name("landing/week"));
        assertThat(sink.scope(url("landing/week/")).item().qualifiedName().value())
                .isEqualTo(name("landing/week/"));
    }

    @Test
    void objectThatStandsForAFolderIsNoFile() throws IOException {
        // s3proxy does not list such an object in its own folder, Amazon's store does
        HttpServer store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        store.createContext("/", exchange -> {
            boolean isRoot = exchange.getRequestURI().getQuery().contains("prefix=landing/&")
                    || exchange.getRequestURI().getQuery().endsWith("prefix=landing/");
            byte[] body = listing(isRoot ? "landing/" : "landing/empty/", isRoot ? "landing/empty/" : null)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        store.start();
        RecordingSink sink;
        try {
            sink = fixture.refresh(
                    fixture.connection(
                            url("landing"),
                            Map.of(
                                    "endpointUrl",
                                    "http://127.0.0.1:" + store.getAddress().getPort())),
                    new RecordingSink());
        } finally {
            store.stop(0);
        }

        assertThat(sink.items()).isEmpty();
        assertThat(sink.scopes().keySet())
                .containsExactly(new ItemKey(url("landing")), new ItemKey(url("landing/empty/")));
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
    }

    /** As Amazon's store words it. */
    private String listing(String folder, String nested) {
        return "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + fixture.bucket()
                + "</Name><Prefix>" + folder + "</Prefix><Delimiter>/</Delimiter><IsTruncated>false</IsTruncated>"
                + "<Contents><Key>" + folder + "</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified>"
                + "<ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag><Size>0</Size></Contents>"
                + (nested == null ? "" : "<CommonPrefixes><Prefix>" + nested + "</Prefix></CommonPrefixes>")
                + "</ListBucketResult>";
    }

    @Test
    void folderThatIsGoneBeforeItIsLookedAtIsSimplyNotThere() {
        fixture.put("landing/one/a.txt", "x");
        fixture.put("landing/two/b.txt", "x");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("landing/one/")) {
                fixture.remove("landing/two/b.txt");
            }
        });

        fixture.refresh(fixture.connection(), sink);

        assertThat(sink.scopes().keySet())
                .containsExactly(new ItemKey(url("landing")), new ItemKey(url("landing/one/")));
        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.scope(url("landing")).isComplete()).isTrue();
    }

    @Test
    void bucketThatIsGoneInTheMiddleFailsTheRefreshAndCompletesNothing() {
        fixture.put("landing/one/a.txt", "x");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("landing")) {
                fixture.removeBucket();
            }
        });

        assertThatThrownBy(() -> fixture.refresh(fixture.connection(), sink))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith("BASIC-FILES-INTEGRATION-CONNECTORS-404-101");
        assertThat(sink.scopes().values())
                .hasSize(1)
                .noneMatch(RecordingSink.Scope::isComplete)
                .allMatch(RecordingSink.Scope::isClosed);
    }

    @Test
    void objectThatIsReplacedBeforeItIsReadIsNotCataloguedHalfOldHalfNew() {
        fixture.put("landing/a.csv", "a,b\n");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("a.csv")) {
                fixture.put("landing/a.csv", "c,d,e\n");
            }
        });

        fixture.refresh(fixture.connection(), sink);

        assertThat(sink.items()).isEmpty();
        assertThat(sink.unreadable()).containsOnlyKeys(new ItemKey(url("landing/a.csv")));
    }

    @Test
    void objectThatIsGoneBeforeItIsReadIsSimplyNotThere() {
        fixture.put("landing/a.csv", "a,b\n");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("a.csv")) {
                fixture.remove("landing/a.csv");
            }
        });

        fixture.refresh(fixture.connection(), sink);

        assertThat(sink.items()).isEmpty();
        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.scope(url("landing")).isComplete()).isTrue();
    }

    @Test
    void folderWithNothingInItIsCataloguedAndToldAtTheStart() {
        RecordingSink sink = fixture.refresh();

        assertThat(sink.scope(url("landing")).isComplete()).isTrue();
        assertThat(fixture.context().auditLog().ids()).contains("BASIC-FILES-INTEGRATION-CONNECTORS-0121");
    }

    @Test
    void refreshThatIsToEndEndsInTheMiddleOfAFolder() {
        for (int i = 0; i < 20; i++) {
            fixture.put("landing/" + i + ".txt", "");
        }
        List<ItemKey> seen = new ArrayList<>();
        RecordingSink sink = new RecordingSink();
        sink.beforeItem(key -> {
            seen.add(key);
            if (seen.size() == 5) {
                sink.cancel();
            }
        });

        assertThatThrownBy(() -> fixture.refresh(fixture.connection(), sink))
                .hasMessageStartingWith("BASIC-FILES-INTEGRATION-CONNECTORS-503-001");
        assertThat(seen).hasSize(5);
        assertThat(sink.scope(url("landing")).isComplete()).isFalse();
    }

    @Test
    void interruptedRefreshEnds() {
        fixture.put("landing/a.csv", "a,b\n");
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("a.csv")) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatThrownBy(() -> fixture.refresh(fixture.connection(), sink))
                .hasMessageStartingWith("BASIC-FILES-INTEGRATION-CONNECTORS-503-001");
        assertThat(Thread.interrupted()).isTrue();
    }
}
