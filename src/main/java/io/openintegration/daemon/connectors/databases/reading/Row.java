package io.openintegration.daemon.connectors.databases.reading;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The current row of a result. */
public final class Row {

    private final ResultSet rows;
    private final Limits limits;

    Row(ResultSet rows, Limits limits) {
        this.rows = rows;
        this.limits = limits;
    }

    /** Never null: what is not there is empty. */
    String text(String column) throws SQLException {
        String text = rows.getString(column);
        return text == null ? "" : text;
    }

    /** The first column, whatever it is called. */
    String first() throws SQLException {
        String text = rows.getString(1);
        return text == null ? "" : text;
    }

    /** What people wrote; cut off where it is very long, absent where it is blank. */
    Optional<String> prose(String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column))
                .filter(text -> !text.isBlank())
                .map(text -> text.length() > limits.text() ? cut(text) : text);
    }

    private String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(limits.text() - 1)) ? limits.text() - 1 : limits.text();
        return text.substring(0, end) + "…";
    }

    Optional<Long> number(String column) throws SQLException {
        long number = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(number);
    }

    Optional<Integer> size(String column) throws SQLException {
        return number(column)
                .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    List<String> texts(String column) throws SQLException {
        Array array = rows.getArray(column);
        List<String> texts = new ArrayList<>();
        if (array != null) {
            for (Object text : (Object[]) array.getArray()) {
                texts.add(String.valueOf(text));
            }
            array.free();
        }
        return texts;
    }
}
