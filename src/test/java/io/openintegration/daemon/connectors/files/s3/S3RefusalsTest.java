package io.openintegration.daemon.connectors.files.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.openintegration.daemon.metadata.ItemDescription;
import io.openintegration.daemon.metadata.ItemKey;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A store that lists everything and gives out some of it, as policies of Amazon's store have it, which s3proxy does not know. It
 * answers in Amazon's words.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class S3RefusalsTest {

    private static final String IDS = "BASIC-FILES-INTEGRATION-CONNECTORS-";
    private static final String TABLE = "patient,left\n4711,1.5\n";

    private S3Fixture fixture;
    private HttpServer store;
    private String refused = "";
    private String code = "AccessDenied";

    @BeforeEach
    void begin() throws IOException {
        fixture = new S3Fixture();
        store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        store.createContext("/", this::answer);
        store.start();
    }

    @AfterEach
    void end() throws IOException {
        store.stop(0);
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({"AccessDenied", "InvalidObjectState"})
    void objectThatIsNotGivenOutIsCataloguedByItsName(String why) {
        refused = "landing/open/a.csv";
        code = why;

        RecordingSink sink = refresh();

        ItemDescription item = sink.item(url("landing/open/a.csv"));
        assertThat(item.parts()).isEmpty();
        assertThat(item.certainty().orElseThrow().type()).isFalse();
        assertThat(item.certainty().orElseThrow().problem().orElseThrow().id()).isEqualTo(IDS + "0108");
        assertThat(sink.item(url("landing/closed/a.csv")).parts()).hasSize(1);
        assertThat(sink.scopes().values()).allMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void folderThatMayNotBeListedIsReportedAndTheRestGoesOn() {
        refused = "landing/closed/";

        RecordingSink sink = refresh();

        assertThat(sink.items()).containsOnlyKeys(new ItemKey(url("landing/open/a.csv")));
        assertThat(sink.unreadable()).containsOnlyKeys(new ItemKey(url("landing/closed/")));
        assertThat(sink.unreadable().values()).allMatch(reason -> reason.id().equals(IDS + "0102"));
        assertThat(sink.scope(url("landing")).isComplete()).isTrue();
    }

    @Test
    void excludedFolderIsNotAskedFor() {
        refused = "landing/closed/";

        RecordingSink sink = fixture.refresh(
                connection(Map.of("excludeFolders", "closed", "includeHidden", false)), new RecordingSink());

        assertThat(sink.unreadable()).isEmpty();
        assertThat(sink.items()).containsOnlyKeys(new ItemKey(url("landing/open/a.csv")));
    }

    private RecordingSink refresh() {
        return fixture.refresh(connection(Map.of()), new RecordingSink());
    }

    private Connection connection(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("endpointUrl", "http://127.0.0.1:" + store.getAddress().getPort());
        return fixture.connection(url("landing"), properties);
    }

    private String url(String key) {
        return "s3://" + fixture.bucket() + "/" + key;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String asked = query == null
                ? exchange.getRequestURI().getPath().substring(fixture.bucket().length() + 2)
                : prefix(query);
        if (asked.equals(refused)) {
            send(exchange, 403, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
        } else if (query == null) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes 0-" + (TABLE.length() - 1) + "/" + TABLE.length());
            send(exchange, 206, TABLE);
        } else {
            send(exchange, 200, listing(asked));
        }
    }

    private static String prefix(String query) {
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith("prefix=")) {
                return parameter.substring("prefix=".length());
            }
        }
        return "";
    }

    private String listing(String folder) {
        String content = folder.equals("landing/")
                ? "<CommonPrefixes><Prefix>landing/closed/</Prefix></CommonPrefixes>"
                        + "<CommonPrefixes><Prefix>landing/open/</Prefix></CommonPrefixes>"
                : "<Contents><Key>" + folder + "a.csv</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified>"
                        + "<ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag><Size>" + TABLE.length()
                        + "</Size><StorageClass>STANDARD</StorageClass></Contents>";
        return "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>" + fixture.bucket()
                + "</Name><Prefix>" + folder + "</Prefix><Delimiter>/</Delimiter><IsTruncated>false</IsTruncated>"
                + content + "</ListBucketResult>";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
