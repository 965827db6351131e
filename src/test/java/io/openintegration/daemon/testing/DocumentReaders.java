package io.openintegration.daemon.testing;

import io.openintegration.daemon.configuration.AuditDirectories;
import io.openintegration.daemon.configuration.DocumentReader;
import io.openintegration.daemon.configuration.Placeholders;
import io.openintegration.daemon.configuration.PlatformUrls;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** Readers of documents for tests that do not look at audit log destinations. */
public final class DocumentReaders {

    /** The platform's time zone, for schedules that name none. */
    public static final ZoneId ZONE = ZoneId.of("Pacific/Auckland");

    private DocumentReaders() {}

    public static DocumentReader of(Placeholders placeholders, PlatformUrls platformUrls) {
        return new DocumentReader(
                placeholders, platformUrls, new AuditDirectories(Path.of("data", "audit"), List.of()), ZONE);
    }
}
