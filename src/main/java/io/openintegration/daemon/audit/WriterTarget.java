package io.openintegration.daemon.audit;

import java.util.List;

/** What a {@link BoundedWriter} writes to. Called by the writer's one thread only. */
public interface WriterTarget<T> extends AutoCloseable {

    /**
     * Writes one item.
     *
     * @throws Exception where the target does not work at present: the same item is tried again later
     */
    void write(T item) throws Exception;

    /** How many items it likes to be given at a time, at least 1. With more than one, {@link #writeAll} must be its own. */
    default int mostAtATime() {
        return 1;
    }

    /**
     * Writes items in their order, no more than {@link #mostAtATime}.
     *
     * @throws Exception where the target does not work at present: the same items, and perhaps more, are tried again later
     */
    default void writeAll(List<T> items) throws Exception {
        for (T item : items) {
            write(item);
        }
    }

    /** Called once, after the last item. */
    @Override
    default void close() {}
}
