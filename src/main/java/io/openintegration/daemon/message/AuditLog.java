package io.openintegration.daemon.message;

/**
 * Port: where the product and its connectors report what they do (docs/architecture.md). One instance belongs to one
 * named server and one reporting component. Calls return at once, never throw, and are safe from any thread: a slow or
 * absent destination never holds up the caller.
 */
public interface AuditLog {

    /**
     * Records a message.
     *
     * @param action what the code was doing (operation name)
     */
    void log(String action, Message message);

    /** Records a message together with the exception that caused it, including its stack trace. */
    void log(String action, Message message, Throwable cause);

    /** The same server's log, speaking for another component. */
    AuditLog as(AuditComponent component);
}
