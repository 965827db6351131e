package io.openintegration.daemon.message;

import java.util.Arrays;
import java.util.Optional;

/**
 * Severities of audit records, with the ordinals and display names that the peer's tools and filters use (Egeria's
 * protocol).
 */
public enum Severity {
    UNKNOWN(0, "Unknown"),
    INFO(1, "Information"),
    EVENT(2, "Event"),
    DECISION(3, "Decision"),
    ACTION(4, "Action"),
    ERROR(5, "Error"),
    EXCEPTION(6, "Exception"),
    SECURITY(7, "Security"),
    STARTUP(8, "Startup"),
    SHUTDOWN(9, "Shutdown"),
    ASSET(10, "Asset"),
    TYPES(11, "Types"),
    COHORT(12, "Cohort"),
    TRACE(13, "Trace"),
    PERFMON(14, "PerfMon"),
    ACTIVITY(15, "Activity");

    private final int code;
    private final String displayName;

    Severity(int code, String displayName) {
        this.code = code;
        this.displayName = displayName;
    }

    /** The number that stands for this severity on the wire. */
    public int code() {
        return code;
    }

    /** The name shown on the console and used, exactly so spelled, in severity filters. */
    public String displayName() {
        return displayName;
    }

    /** The severity of that display name (exact spelling), or empty where there is none. */
    public static Optional<Severity> ofDisplayName(String name) {
        return Arrays.stream(values())
                .filter(severity -> severity.displayName.equals(name))
                .findFirst();
    }
}
