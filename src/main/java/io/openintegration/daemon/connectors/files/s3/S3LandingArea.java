package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.FolderFacts;
import io.openintegration.daemon.connectors.files.FolderListing;
import io.openintegration.daemon.connectors.files.LandingArea;
import io.openintegration.daemon.connectors.files.remote.RemoteMessage;
import io.openintegration.daemon.message.Message;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * The keys of a bucket, or those that begin alike, as folders and files. The path of a folder ends in a slash, so that it is
 * never that of an object; that of the monitored one alone does not, as lineage names it.
 */
final class S3LandingArea implements LandingArea {

    private final S3Address address;
    private final S3Client client;
    private final S3Failures failures;
    private final S3Pages pages;
    private Optional<ListObjectsV2Response> checked = Optional.empty();

    S3LandingArea(S3Address address, S3Client client, S3Failures failures) {
        this.address = address;
        this.client = client;
        this.failures = failures;
        this.pages = new S3Pages(client, address.bucket(), failures);
    }

    /** Makes sure that the monitored folder can be listed. */
    S3LandingArea check() throws IOException {
        checked = Optional.of(pages.page(address.prefix(), null));
        return this;
    }

    @Override
    public String root() {
        return address.folder();
    }

    @Override
    public String fileSystemName() {
        return address.namespace();
    }

    @Override
    public Optional<Message> remark() {
        return checked.filter(S3LandingArea::isEmpty)
                .map(nothing -> RemoteMessage.NOTHING_THERE.with(
                        addressOf(root()), failures.site().connector()));
    }

    @Override
    public String addressOf(String path) {
        return address.namespace() + "/" + path;
    }

    @Override
    public FolderListing list(String folder) throws IOException {
        ListObjectsV2Response first = folder.equals(root()) ? firstOfRoot() : pages.page(folder, null);
        if (isEmpty(first) && !folder.equals(root())) {
            throw new NoSuchFileException(folder);
        }
        FolderFacts facts = new FolderFacts(folder, nameOf(folder), Optional.empty(), Optional.empty(), null);
        return new S3Folder(facts, first, pages, new S3Contents(client, address.bucket(), failures));
    }

    /** The one that was asked for to see whether there is anything, if that was just now. */
    private ListObjectsV2Response firstOfRoot() throws IOException {
        ListObjectsV2Response first = checked.isPresent() ? checked.get() : pages.page(address.prefix(), null);
        checked = Optional.empty();
        return first;
    }

    /** Each page of a listing is true of its moment, and there is no folder that could have been exchanged. */
    @Override
    public boolean isStill(FolderFacts folder) {
        return true;
    }

    @Override
    public void close() {
        client.close();
    }

    private String nameOf(String folder) {
        String whole = folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
        String name = whole.substring(whole.lastIndexOf('/') + 1);
        return name.isEmpty() ? addressOf(folder) : name;
    }

    private static boolean isEmpty(ListObjectsV2Response page) {
        return page.contents().isEmpty() && page.commonPrefixes().isEmpty() && !page.isTruncated();
    }
}
