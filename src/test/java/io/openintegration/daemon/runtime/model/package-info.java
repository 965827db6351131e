/**
 * A model of what connectors of a daemon do, and the test that compares it with the daemon. The model knows no threads and does
 * each thing at once; it is what docs/operating.md says, in code that is as plain as can be.
 *
 * <p>{@link io.openintegration.daemon.runtime.model.ConnectorModelTest} plays random {@link
 * io.openintegration.daemon.runtime.model.Step}s to the {@link io.openintegration.daemon.runtime.model.RealDaemon} and to the {@link
 * io.openintegration.daemon.runtime.model.DaemonModel}. After each step it waits until all threads are at {@link
 * io.openintegration.daemon.runtime.model.Rest}; then the {@link io.openintegration.daemon.runtime.model.Laws} must hold, and both
 * must be in the same state.
 */
package io.openintegration.daemon.runtime.model;
