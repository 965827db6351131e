package io.openintegration.daemon.audit;

/** What a {@link BoundedWriter} writes to. Called by the writer's one thread only. */
public interface WriterTarget<T> extends AutoCloseable {

    /**
     * Writes one item.
     *
     * @throws Exception where the target does not work at present: the same item is tried again later
     */
    void write(T item) throws Exception;

    /** Called once, after the last item. */
    @Override
    default void close() {}
}
