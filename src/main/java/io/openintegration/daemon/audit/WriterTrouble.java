package io.openintegration.daemon.audit;

/** Is told by a {@link BoundedWriter} how writing goes. Called by the writer's thread; must not throw. */
public interface WriterTrouble {

    /** An attempt to write failed. */
    void met(Throwable failure);

    /** An item was written. */
    void over();
}
