package io.openintegration.daemon.metadata;

/** Port: a metadata server that carries out a change set at most once, however often it is sent. */
public interface BatchStore extends MetadataStore {

    /**
     * Carries out the changes as {@link #apply} does, and remembers for a day, in the same transaction, that it did. Where
     * it did so before, nothing is done, and the results are those of then. A set that was refused is not remembered.
     *
     * @throws ChangeRejectedException naming the change that failed; nothing was changed
     * @throws MetadataStoreException {@code OPEN-METADATA-STORE-409-001} where the id stands for other changes
     */
    BatchOutcome applyOnce(Requester requester, BatchId id, ChangeSet changes);
}
