package io.openintegration.daemon.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;

/**
 * A store of objects with the protocol of Amazon S3, in this process and its memory, at loopback and a free port. One for
 * all tests, since it takes its time to start: each test has a bucket of its own. What the tests put into it does not go
 * through the protocol.
 */
public final class ObjectStore {

    public static final String ACCOUNT = "oak-dene-key";
    public static final String SECRET = "drop-foot-secret-4711";

    private static final ObjectStore SHARED = new ObjectStore();

    private final BlobStore blobs;
    private final S3Proxy server;

    private ObjectStore() {
        blobs = ContextBuilder.newBuilder(new TransientApiMetadata())
                .credentials("nobody", "nothing")
                .build(BlobStoreContext.class)
                .getBlobStore();
        server = S3Proxy.builder()
                .blobStore(blobs)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCOUNT, SECRET)
                .build();
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static ObjectStore shared() {
        return SHARED;
    }

    public int port() {
        return server.getPort();
    }

    public void makeBucket(String bucket) {
        blobs.createContainerInLocation(null, bucket);
    }

    public void removeBucket(String bucket) {
        blobs.deleteContainer(bucket);
    }

    public void put(String bucket, String key, String content) {
        blobs.putBlob(
                bucket,
                blobs.blobBuilder(key)
                        .payload(content.getBytes(StandardCharsets.UTF_8))
                        .contentType("text/csv")
                        .build());
    }

    public void remove(String bucket, String key) {
        blobs.removeBlob(bucket, key);
    }
}
