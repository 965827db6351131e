package io.openintegration.daemon.metadata;

import java.util.Optional;

/** A relationship as a metadata server holds it; it runs from end 1 to end 2. */
public record Relationship(
        Guid guid,
        TypeName type,
        Guid end1,
        Guid end2,
        ElementProperties properties,
        Optional<MetadataSource> source,
        ElementVersions versions) {}
