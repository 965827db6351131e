package io.openintegration.daemon.spi;

import java.util.function.Consumer;

/**
 * Tries in steps whether a connector can do its work with its third party, so that an operator learns which of them fails and
 * why. It only looks: nothing is changed at the third party, nothing is described, and the connector itself is neither started
 * nor refreshed by it.
 */
public interface ConnectionTest {

    /**
     * Takes the steps in the order of {@link ConnectionTestStep.Kind}, some kinds several times or not at all. After one that
     * failed those that need it are told as {@link ConnectionTestStep.Outcome#SKIPPED}. What goes wrong at the third party is
     * the outcome of a step, never an exception. Every step has a time limit by the connector's configuration; ends early, with
     * a failed step, where the thread is interrupted.
     *
     * @param told of each step as soon as it was taken, by the calling thread; at least one, never null
     */
    void run(Consumer<ConnectionTestStep> told);
}
