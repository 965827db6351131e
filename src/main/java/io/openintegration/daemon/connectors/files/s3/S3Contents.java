package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Reads parts of objects. */
record S3Contents(S3Client client, String bucket, S3Failures failures) {

    /** What is in an object, as it was listed: one that was replaced since is not read. */
    FileBytes of(S3Object object) {
        return new FileBytes() {
            @Override
            public long size() {
                return object.size();
            }

            @Override
            public InputStream from(long offset) {
                return new S3RangeStream((from, length) -> part(object, from, length), offset, object.size());
            }
        };
    }

    /**
     * @throws IOException where it may not be read, is gone or was replaced
     * @throws io.openintegration.daemon.spi.ConnectorException for any other failure
     */
    private byte[] part(S3Object object, long from, int length) throws IOException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(bucket)
                .key(object.key())
                .range("bytes=" + from + "-" + (from + length - 1))
                .ifMatch(object.eTag())
                .build();
        try (ResponseInputStream<GetObjectResponse> body = client.getObject(request)) {
            if (from > 0 && body.response().contentRange() == null) {
                body.abort();
                throw failures.nonsense("no range", null);
            }
            byte[] part = body.readNBytes(length);
            if (body.read() >= 0) {
                // the server sends more than was asked for: closing alone would read it all
                body.abort();
            }
            return part;
        } catch (SdkException failure) {
            throw failures.ofContent(failure, object.key());
        }
    }
}
