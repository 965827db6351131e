package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditComponent;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.AuditOriginator;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Message;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The audit log of one start of one named server. Make one per start: the time of making it is the incarnation of its
 * records, which are numbered from 1. {@link #as(AuditComponent)} gives logs that share the numbering.
 */
public final class ServerAuditLog implements AuditLog {

    private final AuditComponent component;
    private final AuditRecordStream stream;

    /**
     * @param component the component that speaks where {@link #as(AuditComponent)} was not used
     * @param clock gives the time stamps, kept to the millisecond
     * @param sinks where every record goes
     */
    public ServerAuditLog(
            AuditOriginator originator, AuditComponent component, Clock clock, List<? extends AuditSink> sinks) {
        this(component, new AuditRecordStream(originator, component, clock, sinks));
    }

    private ServerAuditLog(AuditComponent component, AuditRecordStream stream) {
        this.component = component;
        this.stream = stream;
    }

    @Override
    public void log(String action, Message message) {
        stream.publish(component, action, message, Optional.empty());
    }

    @Override
    public void log(String action, Message message, Throwable cause) {
        Optional<AuditedException> exception = Optional.ofNullable(cause).map(ExceptionText::of);
        stream.publish(component, action, message, exception);
    }

    @Override
    public AuditLog as(AuditComponent other) {
        return new ServerAuditLog(other, stream);
    }
}
