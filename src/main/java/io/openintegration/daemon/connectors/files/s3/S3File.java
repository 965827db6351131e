package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.FoundFile;
import io.openintegration.daemon.connectors.files.content.FileBytes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.S3Object;

/** An object, as the listing shows it. */
record S3File(S3Object object, S3Contents contents) implements FoundFile {

    @Override
    public String path() {
        return object.key();
    }

    @Override
    public String name() {
        return object.key().substring(object.key().lastIndexOf('/') + 1);
    }

    @Override
    public long size() {
        return object.size();
    }

    @Override
    public FileTime lastChange() {
        return FileTime.from(object.lastModified());
    }

    /** Objects are replaced, not changed. */
    @Override
    public FileTime created() {
        return lastChange();
    }

    @Override
    public boolean isLink() {
        return false;
    }

    @Override
    public String version() {
        return Optional.ofNullable(object.eTag()).orElse("");
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>();
        facts.put("isHidden", String.valueOf(name().startsWith(".")));
        if (object.eTag() != null) {
            facts.put("eTag", object.eTag());
        }
        if (object.storageClassAsString() != null) {
            facts.put("storageClass", object.storageClassAsString());
        }
        return facts;
    }

    @Override
    public FileBytes bytes() {
        return contents.of(object);
    }
}
