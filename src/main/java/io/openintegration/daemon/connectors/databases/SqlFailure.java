package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.reading.IncompleteListException;
import io.openintegration.daemon.connectors.databases.reading.TooMuchException;
import io.openintegration.daemon.spi.FailureOrigin;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an {@link SQLException} means, by its code alone: SQL's state, and where that is too coarse the number of the vendor. Its
 * text is not looked at, and never shown.
 *
 * @param detail the code
 */
record SqlFailure(DatabaseMessage message, FailureOrigin origin, String detail) {

    private static final int DEEPEST = 20;
    private static final Pattern STATE = Pattern.compile("[0-9A-Z]{5}");

    /** Numbers of H2, whose states are its numbers; and of MariaDB, whose states are shared by many failures. */
    private static final Map<Integer, DatabaseMessage> NUMBERS = Map.of(
            90_013, DatabaseMessage.DATABASE_MISSING,
            90_146, DatabaseMessage.DATABASE_MISSING,
            90_149, DatabaseMessage.DATABASE_MISSING,
            90_020, DatabaseMessage.UNREACHABLE,
            90_067, DatabaseMessage.UNREACHABLE,
            90_098, DatabaseMessage.UNREACHABLE,
            90_121, DatabaseMessage.UNREACHABLE,
            1_044, DatabaseMessage.DATABASE_MISSING,
            1_049, DatabaseMessage.DATABASE_MISSING,
            1_969, DatabaseMessage.TIMED_OUT);

    static SqlFailure of(SQLException failure) {
        if (failure instanceof TooMuchException) {
            return thirdParty(DatabaseMessage.FAILED, "more " + failure.getMessage() + " than are taken in");
        }
        if (failure instanceof IncompleteListException list) {
            return new SqlFailure(DatabaseMessage.RIGHT_MISSING, FailureOrigin.CONFIGURATION, list.right());
        }
        if (isWaitedFor(failure)) {
            return thirdParty(DatabaseMessage.TIMED_OUT, "no answer in time");
        }
        String code = code(failure);
        DatabaseMessage message =
                Optional.ofNullable(NUMBERS.get(failure.getErrorCode())).orElseGet(() -> byState(failure));
        boolean configured = message == DatabaseMessage.LOGIN_REFUSED
                || message == DatabaseMessage.DATABASE_MISSING
                || message == DatabaseMessage.RIGHT_MISSING;
        return new SqlFailure(message, configured ? FailureOrigin.CONFIGURATION : FailureOrigin.THIRD_PARTY, code);
    }

    private static SqlFailure thirdParty(DatabaseMessage message, String detail) {
        return new SqlFailure(message, FailureOrigin.THIRD_PARTY, detail);
    }

    /** Whether it was here that somebody lost patience: a driver takes that for a broken connection. */
    private static boolean isWaitedFor(SQLException failure) {
        if (failure instanceof SQLTimeoutException && failure.getSQLState() == null) {
            return true;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static DatabaseMessage byState(SQLException failure) {
        String state =
                failure.getSQLState() == null ? "" : failure.getSQLState().toUpperCase(Locale.ROOT);
        if (failure instanceof SQLTimeoutException || state.equals("57014") || state.equals("HYT00")) {
            return DatabaseMessage.TIMED_OUT;
        }
        if (state.startsWith("28")) {
            return DatabaseMessage.LOGIN_REFUSED;
        }
        if (state.equals("3D000")) {
            return DatabaseMessage.DATABASE_MISSING;
        }
        if (state.equals("42501")) {
            return DatabaseMessage.RIGHT_MISSING;
        }
        // connections that failed or broke, a server that starts, stops or has no room
        if ((state.startsWith("08") && !state.equals("08P01")) || state.startsWith("57P") || state.startsWith("53")) {
            return DatabaseMessage.UNREACHABLE;
        }
        return DatabaseMessage.FAILED;
    }

    /** Nothing that a server could have put into it. */
    private static String code(SQLException failure) {
        String state = failure.getSQLState();
        String shown = state != null && STATE.matcher(state).matches() ? state : "no SQL state";
        return failure.getErrorCode() == 0 ? shown : shown + ", " + failure.getErrorCode();
    }
}
