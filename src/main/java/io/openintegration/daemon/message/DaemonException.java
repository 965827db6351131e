package io.openintegration.daemon.message;

/**
 * The root of all failures that the product reports on purpose: each carries the {@link Message} that explains it. Its
 * {@link #getMessage()} starts with the message's id.
 */
public abstract class DaemonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    protected DaemonException(Message reason) {
        this(reason, null);
    }

    protected DaemonException(Message reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    /** What happened, with id, parameters and actions. */
    public Message reason() {
        return reason;
    }
}
