package io.openintegration.daemon.metadata;

/**
 * Where a connector says what it sees (docs/architecture.md: a connector describes, the framework reconciles). Used by
 * one thread at a time.
 */
public interface DescriptionSink {

    /**
     * Opens a top scope: a place that the connector watches. A top scope that a completely described refresh no longer
     * opens is retired with all its content.
     *
     * @param key identity of the place within this connector
     * @param item the place itself
     */
    DescriptionScope open(ItemKey key, ItemDescription item);
}
