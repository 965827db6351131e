package io.openintegration.daemon.persistence;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Text that every database can store: PostgreSQL refuses the character NUL, and loses halves of surrogate pairs. */
final class StorableText {

    private static final char ESCAPE = '\u001B';
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");
    private static final Pattern TO_ESCAPE = Pattern.compile("[\\x{0}\\x{1B}\\x{D800}-\\x{DFFF}]");
    private static final Pattern ESCAPED = Pattern.compile("\\x{1B}([0-9A-F]{4})");

    private StorableText() {}

    /** The text, with U+FFFD in the place of each character that cannot be stored; null stays null. */
    static String of(String text) {
        return text == null ? null : UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }

    /** The text as it can be stored, without loss: {@link #unescaped} is its inverse. Null stays null. */
    static String escaped(String text) {
        return isPlain(text) ? text : TO_ESCAPE.matcher(text).replaceAll(StorableText::escape);
    }

    /** Null stays null. */
    static String unescaped(String stored) {
        return stored == null || stored.indexOf(ESCAPE) < 0
                ? stored
                : ESCAPED.matcher(stored)
                        .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
    }

    private static boolean isPlain(String text) {
        int length = text == null ? 0 : text.length();
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (unit == 0 || unit == ESCAPE || Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }

    private static String escape(MatchResult found) {
        return ESCAPE + String.format("%04X", (int) found.group().charAt(0));
    }
}
