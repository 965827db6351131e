package io.openintegration.daemon.persistence;

import java.util.regex.Pattern;

/** Text that every database can store: PostgreSQL refuses the character NUL and halves of surrogate pairs. */
final class StorableText {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x{0}\\x{D800}-\\x{DFFF}]");

    private StorableText() {}

    /** The text, with U+FFFD in the place of each character that cannot be stored; null stays null. */
    static String of(String text) {
        return text == null ? null : UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }
}
