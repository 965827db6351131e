package io.openintegration.daemon.connectors.files.s3;

import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Asks for listings, page by page. A page that does not name what was asked for is no listing: so nothing is taken for an
 * empty folder that is only a broken answer.
 */
record S3Pages(S3Client client, String bucket, S3Failures failures) {

    /**
     * @param token where the page before ends; null for the first
     * @throws IOException where this folder may not be listed
     * @throws io.openintegration.daemon.spi.ConnectorException for any other failure
     */
    ListObjectsV2Response page(String prefix, String token) throws IOException {
        try {
            ListObjectsV2Response page = client.listObjectsV2(ListObjectsV2Request.builder()
                    .bucket(bucket)
                    .prefix(prefix)
                    .delimiter("/")
                    .encodingType(EncodingType.URL)
                    .continuationToken(token)
                    .build());
            requireListing(page, prefix);
            return page;
        } catch (SdkException failure) {
            throw failures.of(failure, prefix);
        }
    }

    /** Where the next page begins; empty where there is none. */
    Optional<String> next(ListObjectsV2Response page, String token) {
        if (!page.isTruncated()) {
            return Optional.empty();
        }
        String next = page.nextContinuationToken();
        if (next == null || next.equals(token)) {
            throw failures.nonsense("a listing that does not go on", null);
        }
        return Optional.of(next);
    }

    private void requireListing(ListObjectsV2Response page, String prefix) {
        boolean isListing = bucket.equals(page.name())
                && page.isTruncated() != null
                && prefix.equals(Optional.ofNullable(page.prefix()).orElse(""))
                && page.contents().stream()
                        .allMatch(object -> object.key() != null
                                && object.key().startsWith(prefix)
                                && object.size() != null
                                && object.lastModified() != null)
                && page.commonPrefixes().stream()
                        .allMatch(common -> common.prefix() != null
                                && common.prefix().startsWith(prefix)
                                && common.prefix().length() > prefix.length());
        if (!isListing) {
            throw failures.nonsense("no listing", null);
        }
    }
}
