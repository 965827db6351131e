package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes audit records to the application server's log, by SLF4J, with the loggers of Egeria's protocol: one for each
 * server and component. Errors and exceptions are errors there, all else is information. Always one line.
 */
public final class Slf4jAuditDestination implements AuditDestination {

    static final String LOGGERS = "org.odpi.openmetadata.frameworks.auditlog.";

    private static final Pattern NOT_IN_NAMES = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final Pattern NOT_IN_LINES = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final String name;

    public Slf4jAuditDestination(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(AuditRecord auditRecord) {
        Logger logger = LoggerFactory.getLogger(loggerName(auditRecord));
        String line = NOT_IN_LINES.matcher(text(auditRecord)).replaceAll(" ");
        switch (auditRecord.severity()) {
            case ERROR, EXCEPTION -> logger.error(line);
            default -> logger.info(line);
        }
    }

    static String loggerName(AuditRecord auditRecord) {
        String owner = auditRecord.originator().serverName() + "."
                + auditRecord.component().name();
        return LOGGERS + NOT_IN_NAMES.matcher(owner).replaceAll("");
    }

    private static String text(AuditRecord auditRecord) {
        return auditRecord.severity().displayName() + " " + auditRecord.messageId() + " " + auditRecord.messageText()
                + auditRecord
                        .exception()
                        .map(exception -> supplement(auditRecord, exception))
                        .orElse("");
    }

    private static String supplement(AuditRecord auditRecord, AuditedException exception) {
        return " (log record id " + auditRecord.guid() + ", " + exception.className() + ": " + exception.message()
                + ")";
    }
}
