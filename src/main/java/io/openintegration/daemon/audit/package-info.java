/**
 * The way of an audit record from the one who logs it to its destinations (docs/architecture.md). A
 * {@link io.openintegration.daemon.audit.ServerAuditLog} numbers the records of one start of one named server and hands
 * each to its sinks. A sink is a {@link io.openintegration.daemon.audit.BufferedAuditDestination}: a bounded buffer
 * with one thread that writes to the console ({@link io.openintegration.daemon.audit.ConsoleAuditDestination}) or to
 * the persistent queue ({@link io.openintegration.daemon.audit.JmsAuditQueue}).
 * On the other side of the queue {@link io.openintegration.daemon.audit.AuditConsumer} files the records and hands them,
 * by way of {@link io.openintegration.daemon.audit.AuditRoutes}, to the other destinations of their server: files, topics,
 * the application server's log, each behind a buffer and a thread of its own. Nobody who logs ever waits: what does not fit
 * is dropped, counted, and reported as a gap.
 */
package io.openintegration.daemon.audit;
