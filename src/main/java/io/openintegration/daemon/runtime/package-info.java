/**
 * One integration daemon: its hosted connectors with their state machine, who works when, and what requests do. Plain Java;
 * threads, clock and the ports to the outside are handed in.
 *
 * <p>Way in: {@link io.openintegration.daemon.runtime.IntegrationDaemon} answers for all connectors, {@link
 * io.openintegration.daemon.runtime.HostedConnector} for one. A connector has one operation at a time, which {@link
 * io.openintegration.daemon.runtime.OperationLane} sees to; each restart begins a new generation, and whatever belongs to
 * an earlier one can no longer change status or metadata.
 *
 * <p>What an operation does is in {@link io.openintegration.daemon.runtime.ConnectorWork}. Each call of a connector is a {@link
 * io.openintegration.daemon.runtime.WatchedCall}: it ends, or it is given up, and what comes first decides. At each tick {@link
 * io.openintegration.daemon.runtime.ConnectorWard} looks whether it still lives, and when a failed connector is brought back;
 * {@link io.openintegration.daemon.runtime.RefreshTimer} knows when it is due, {@link io.openintegration.daemon.runtime.Wish} what is
 * wanted of it.
 *
 * <p>What a request comes to for one connector is an {@link io.openintegration.daemon.runtime.Errand}: it names the refresh that came
 * of it, and ends with the work.
 *
 * <p>Where several nodes can run a daemon, {@link io.openintegration.daemon.runtime.DaemonDuty} lets the one that has the {@link
 * io.openintegration.daemon.runtime.Lease} do so; on the others {@link io.openintegration.daemon.runtime.StandbyDaemon} answers.
 *
 * <p>A daemon may go over to another configuration while it runs: {@link
 * io.openintegration.daemon.runtime.RosterChange} decides what becomes of each connector, and {@link
 * io.openintegration.daemon.runtime.ConnectorRoster} is the list of them that is replaced as a whole.
 *
 * <table>
 * <caption>Status of a connector</caption>
 * <tr><th>status</th><th>entered</th><th>left</th></tr>
 * <tr><td>INITIALIZED</td><td>created and given its context; restart accepted</td><td>start</td></tr>
 * <tr><td>WAITING</td><td>start or refresh succeeded</td><td>refresh due or requested</td></tr>
 * <tr><td>REFRESHING</td><td>refresh begins</td><td>it ends, or is given up at its deadline</td></tr>
 * <tr><td>RUNNING</td><td>engaged on its own thread</td><td>engage ends</td></tr>
 * <tr><td>STOPPED</td><td>stop; engage returned</td><td>restart</td></tr>
 * <tr><td>INITIALIZE_FAILED</td><td>no context: the metadata server is not available; initialize threw</td><td>restart</td></tr>
 * <tr><td>CONFIG_FAILED</td><td>it could not be created</td><td>restart</td></tr>
 * <tr><td>FAILED</td><td>one of its methods threw</td><td>restart</td></tr>
 * </table>
 */
package io.openintegration.daemon.runtime;
