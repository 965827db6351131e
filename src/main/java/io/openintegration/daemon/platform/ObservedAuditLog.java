package io.openintegration.daemon.platform;

import io.openintegration.daemon.message.AuditComponent;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import java.util.function.Consumer;

/** Shows each message to an observer, after it was logged. */
record ObservedAuditLog(AuditLog log, Consumer<Message> observer) implements AuditLog {

    @Override
    public void log(String action, Message message) {
        log.log(action, message);
        observer.accept(message);
    }

    @Override
    public void log(String action, Message message, Throwable cause) {
        log.log(action, message, cause);
        observer.accept(message);
    }

    @Override
    public AuditLog as(AuditComponent other) {
        return new ObservedAuditLog(log.as(other), observer);
    }
}
