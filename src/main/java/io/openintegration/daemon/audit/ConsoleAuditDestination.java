package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditRecord;
import io.openintegration.daemon.message.AuditedException;
import io.openintegration.daemon.message.Severity;
import java.io.PrintStream;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;

/**
 * Writes audit records as lines: {@code <time> <server> <severity> <message id> <text>}, as the operator's guide shows
 * them. A record with an exception has a second line, followed by the beginning of the stack trace, or, where the exception
 * is one of ours, by its causes.
 */
public final class ConsoleAuditDestination implements AuditDestination {

    /** All severities except those that only tell of routine traffic (Egeria's protocol). */
    public static final Set<Severity> DEFAULT_SEVERITIES = Set.copyOf(EnumSet.complementOf(
            EnumSet.of(Severity.EVENT, Severity.TYPES, Severity.TRACE, Severity.PERFMON, Severity.ACTIVITY)));

    static final int MOST_STACK_LINES = 20;

    private static final String OWN_EXCEPTIONS = "io.openintegration.daemon.";
    private static final String CAUSED_BY = "Caused by: ";

    private final PrintStream out;
    private final DateTimeFormatter time;

    /** @param clock its zone is the zone of the times shown */
    public ConsoleAuditDestination(PrintStream out, Clock clock) {
        this.out = out;
        this.time = DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.ENGLISH)
                .withZone(TimeZone.getTimeZone(clock.getZone()).toZoneId()); // an offset of zero reads UTC, not Z
    }

    @Override
    public String name() {
        return "console";
    }

    @Override
    public void write(AuditRecord auditRecord) {
        String line = String.join(
                " ",
                time.format(auditRecord.timeStamp()),
                auditRecord.originator().serverName(),
                auditRecord.severity().displayName(),
                auditRecord.messageId(),
                auditRecord.messageText());
        out.println(auditRecord
                .exception()
                .map(exception -> line + supplement(auditRecord, exception))
                .orElse(line));
    }

    private static String supplement(AuditRecord auditRecord, AuditedException exception) {
        String intro = System.lineSeparator() + "Supplementary information: log record id " + auditRecord.guid() + " ";
        if (exception.className().startsWith(OWN_EXCEPTIONS)) {
            String causes = causes(exception.stackTrace());
            return causes.isEmpty() ? "" : intro + causes;
        }
        return intro + exception.className() + " returned message of " + exception.message() + " and stacktrace of"
                + System.lineSeparator() + beginning(exception.stackTrace());
    }

    /** An exception of ours explains itself: what caused it is all that can be added; the rest is in the trail. */
    private static String causes(String stackTrace) {
        return stackTrace.lines().filter(line -> line.startsWith(CAUSED_BY)).collect(Collectors.joining("; "));
    }

    private static String beginning(String stackTrace) {
        List<String> lines = stackTrace.lines().toList();
        String kept = String.join(System.lineSeparator(), lines.subList(0, Math.min(lines.size(), MOST_STACK_LINES)));
        int left = lines.size() - MOST_STACK_LINES;
        return left <= 0 ? kept : kept + System.lineSeparator() + "\t... " + left + " more lines in the audit trail";
    }
}
