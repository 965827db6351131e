package io.openintegration.daemon.connectors.databases.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The current row of a result. No more of a cell is taken than its limit, and every character is counted. */
public final class Row {

    private final ResultSet rows;
    private final Limits limits;
    private final Budget budget;

    Row(ResultSet rows, Limits limits, Budget budget) {
        this.rows = rows;
        this.limits = limits;
        this.budget = budget;
    }

    /**
     * A name, or whatever else is short. Never null: what is not there is empty. Of one that is too long so much is taken that this
     * shows.
     */
    String text(String column) throws SQLException {
        return taken(string(column), limits.name());
    }

    /** The name of a place, without which nothing in it can be named. */
    String name(String column) throws SQLException {
        String name = text(column);
        if (name.length() > limits.name()) {
            throw new TooMuchException("characters of a name");
        }
        return name;
    }

    /** The first column, whatever it is called. */
    String first() throws SQLException {
        return taken(Session.asked(() -> rows.getString(1)), limits.text());
    }

    /** What people wrote; cut off where it is very long, absent where it is blank. */
    Optional<String> prose(String column) throws SQLException {
        String text = taken(string(column), limits.text());
        return Optional.of(text)
                .filter(any -> !any.isBlank())
                .map(any -> any.length() > limits.text() ? cut(any) : any);
    }

    private String string(String column) throws SQLException {
        return Session.asked(() -> rows.getString(column));
    }

    private String taken(String text, int limit) throws TooMuchException {
        String part = text == null ? "" : text.substring(0, Math.min(text.length(), limit + 1));
        budget.text(part);
        return part;
    }

    private String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(limits.text() - 1)) ? limits.text() - 1 : limits.text();
        return text.substring(0, end) + "…";
    }

    Optional<Long> number(String column) throws SQLException {
        long number = Session.asked(() -> rows.getLong(column));
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }

    Optional<Integer> size(String column) throws SQLException {
        return number(column)
                .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    boolean flag(String column) throws SQLException {
        return Session.asked(() -> rows.getBoolean(column));
    }

    List<String> texts(String column) throws SQLException {
        Array array = Session.asked(() -> rows.getArray(column));
        List<String> texts = new ArrayList<>();
        if (array != null) {
            for (Object text : (Object[]) Session.asked(array::getArray)) {
                texts.add(taken(String.valueOf(text), limits.text()));
            }
            array.free();
        }
        return texts;
    }
}
