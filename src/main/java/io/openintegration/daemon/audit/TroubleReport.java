package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the beginning and the end of a destination's trouble are told. Called by the destination's thread. */
@FunctionalInterface
public interface TroubleReport {

    /** @param cause empty for good news */
    void tell(Message message, Optional<Throwable> cause);

    /**
     * To the application server's log: for destinations that every record goes to, since an audit record about one that is
     * away would only add to what waits for it.
     */
    static TroubleReport toServerLog() {
        Logger logger = System.getLogger(TroubleReport.class.getName());
        return (message, cause) ->
                logger.log(cause.isPresent() ? Level.WARNING : Level.INFO, message.toString(), cause.orElse(null));
    }

    /** To an audit log, the one of that moment. */
    static TroubleReport toAuditLog(Supplier<AuditLog> log) {
        return (message, cause) ->
                cause.ifPresentOrElse(failure -> log.get().log("deliverAuditRecords", message, failure), () -> log.get()
                        .log("deliverAuditRecords", message));
    }
}
