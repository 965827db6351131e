package io.openintegration.daemon.metadata;

/**
 * The element that stands for where metadata comes from. Elements created for a source may be changed for that source
 * only (docs/architecture.md).
 */
public record MetadataSource(Guid guid, QualifiedName name) {}
