package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.FolderContent;
import io.openintegration.daemon.connectors.files.FolderFacts;
import io.openintegration.daemon.connectors.files.FolderListing;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The keys that begin like a folder's name, up to the next slash. Their first page is here already. */
record S3Folder(FolderFacts folder, ListObjectsV2Response first, S3Pages pages, S3Contents contents)
        implements FolderListing {

    /** A server may answer with pages that have nothing in them, but not for ever. */
    private static final int MOST_EMPTY_PAGES = 1_000;

    @Override
    public void read(FolderContent content) throws IOException {
        String prefix = Optional.ofNullable(first.prefix()).orElse("");
        ListObjectsV2Response page = first;
        int emptyPages = 0;
        tell(page, content);
        Optional<String> token = pages.next(page, null);
        while (token.isPresent()) {
            page = pages.page(prefix, token.get());
            emptyPages = page.contents().isEmpty() && page.commonPrefixes().isEmpty() ? emptyPages + 1 : 0;
            if (emptyPages > MOST_EMPTY_PAGES) {
                throw pages.failures().nonsense("a listing without an end", null);
            }
            tell(page, content);
            token = pages.next(page, token.get());
        }
    }

    private void tell(ListObjectsV2Response page, FolderContent content) {
        for (S3Object object : page.contents()) {
            // One whose key ends like a folder's stands for the folder; most tools make it so that an empty one is
            // seen.
            if (!object.key().endsWith("/")) {
                content.file(new S3File(object, contents));
            }
        }
        for (CommonPrefix common : page.commonPrefixes()) {
            content.folder(common.prefix());
        }
    }

    @Override
    public void close() {
        // each page is a request of its own
    }
}
