package io.openintegration.daemon.audit;

import io.openintegration.daemon.message.AuditedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns an exception into text of bounded size: the innermost frames of it and of its causes. Control characters in
 * messages are replaced, so that a third party's answer cannot forge lines of the log.
 */
final class ExceptionText {

    static final int MOST_FRAMES = 30;
    static final int MOST_CAUSES = 8;
    static final int LONGEST_MESSAGE = 2_000;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private ExceptionText() {}

    static AuditedException of(Throwable thrown) {
        return new AuditedException(thrown.getClass().getName(), messageOf(thrown), stackTraceOf(thrown));
    }

    private static String stackTraceOf(Throwable thrown) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Throwable current = thrown;
        while (current != null && seen.size() < MOST_CAUSES && seen.add(current)) {
            String prefix = lines.isEmpty() ? "" : "Caused by: ";
            lines.add(prefix + current.getClass().getName() + ": " + messageOf(current));
            addFrames(current.getStackTrace(), lines);
            current = current.getCause();
        }
        return String.join("\n", lines);
    }

    private static void addFrames(StackTraceElement[] frames, List<String> lines) {
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            lines.add("\tat " + frames[i]);
        }
        if (frames.length > MOST_FRAMES) {
            lines.add("\t... " + (frames.length - MOST_FRAMES) + " more");
        }
    }

    /** An exception class of a connector may fail to word itself: that must not keep its record from being written. */
    private static String messageOf(Throwable thrown) {
        try {
            return oneLine(thrown.getMessage());
        } catch (RuntimeException | Error failedToo) {
            return "(no message: " + failedToo.getClass().getName() + ")";
        }
    }

    private static String oneLine(String message) {
        if (message == null) {
            return "";
        }
        String cut = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
        return UNPRINTABLE.matcher(cut).replaceAll(" ");
    }
}
