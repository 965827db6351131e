package io.openintegration.daemon.store.embedded;

/** Patterns of LIKE. */
final class Like {

    /** What stands before a character that is taken literally. */
    static final char ESCAPE = '!';

    private Like() {}

    static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
