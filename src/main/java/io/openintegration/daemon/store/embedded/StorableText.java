package io.openintegration.daemon.store.embedded;

import java.util.regex.Pattern;

/** Text that every database can store: PostgreSQL refuses the character NUL, and loses halves of surrogate pairs. */
final class StorableText {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");

    private StorableText() {}

    /** The text, with U+FFFD in the place of each character that cannot be stored; null stays null. */
    static String of(String text) {
        return isPlain(text) ? text : UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }

    /** JSON text without loss: what it holds is escaped as JSON has it. */
    static String ofJson(String json) {
        return isPlain(json)
                ? json
                : UNSTORABLE
                        .matcher(json)
                        .replaceAll(found ->
                                String.format("\\\\u%04X", (int) found.group().charAt(0)));
    }

    private static boolean isPlain(String text) {
        int length = text == null ? 0 : text.length();
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            if (unit == 0 || Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }
}
