package io.openintegration.daemon.configuration.documents;

import java.time.Instant;
import java.util.Optional;

/**
 * One kept version of a document.
 *
 * @param id names it in requests
 * @param keptAt when it was put aside
 * @param version as it was the document's
 * @param lastChange the newest entry of its audit trail; empty where it has none
 */
public record DocumentRevision(String id, Instant keptAt, DocumentVersion version, Optional<String> lastChange) {}
