package io.openintegration.daemon.connectors.files.s3;

import static org.awaitility.Awaitility.await;

import io.openintegration.daemon.connectors.files.DataFilesMonitor;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.testing.FakeFilesIntegratorContext;
import io.openintegration.daemon.testing.ObjectStore;
import io.openintegration.daemon.testing.RecordingSink;
import io.openintegration.daemon.testing.TcpProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/** A bucket to monitor, and a cable to it that can be looked at and cut. */
final class S3Fixture implements AutoCloseable {

    static final String FOLDER = "landing";

    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final Pattern REQUEST = Pattern.compile("(?m)^(GET|HEAD|PUT|POST|DELETE) (\\S+) HTTP");

    private final ObjectStore store = ObjectStore.shared();
    private final String bucket = "bucket-" + BUCKETS.incrementAndGet();
    private final TcpProxy proxy = new TcpProxy("127.0.0.1", store.port());
    private final FakeFilesIntegratorContext context = new FakeFilesIntegratorContext(Path.of("."));

    S3Fixture() {
        store.makeBucket(bucket);
    }

    String bucket() {
        return bucket;
    }

    TcpProxy proxy() {
        return proxy;
    }

    FakeFilesIntegratorContext context() {
        return context;
    }

    void put(String key, String content) {
        store.put(bucket, key, content);
    }

    void remove(String key) {
        store.remove(bucket, key);
    }

    void removeBucket() {
        store.removeBucket(bucket);
    }

    Connection connection() {
        return connection("s3://" + bucket + "/" + FOLDER, Map.of());
    }

    Connection connection(String address, Map<String, Object> more) {
        return connection(address, more, Optional.of(ObjectStore.ACCOUNT), Optional.of(ObjectStore.SECRET));
    }

    Connection connection(String address, Map<String, Object> more, Optional<String> account, Optional<String> secret) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("endpointUrl", "http://127.0.0.1:" + proxy.port());
        properties.putAll(more);
        return new Connection("test", Optional.of(address), properties, account, secret, Map.of());
    }

    static FilesIntegratorConnector monitor(Connection connection) {
        return new DataFilesMonitor(connection, S3Place::new);
    }

    FilesIntegratorConnector started(Connection connection) {
        FilesIntegratorConnector monitor = monitor(connection);
        monitor.initialize(context);
        monitor.start();
        return monitor;
    }

    RecordingSink refresh() {
        return refresh(connection(), new RecordingSink());
    }

    RecordingSink refresh(Connection connection, RecordingSink sink) {
        started(connection).refresh(sink);
        return sink;
    }

    /** Methods and paths of all requests that were made so far. */
    List<String> requests() {
        return REQUEST.matcher(proxy.asked()).results().map(MatchResult::group).toList();
    }

    boolean nothingOpen() {
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> proxy.open() == 0);
            return true;
        } catch (ConditionTimeoutException stillOpen) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
