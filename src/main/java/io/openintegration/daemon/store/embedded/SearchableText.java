package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TextSearch;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The text properties of an element in one column, each between two marks, and the LIKE patterns that find them there.
 * Upper and lower case are folded here and not by the database, whose folding depends on its locale.
 */
final class SearchableText {

    /** What {@link #pattern} puts before a character that must be taken literally. */
    static final char ESCAPE = '!';

    private static final String MARK = "\u0001";

    private SearchableText() {}

    static String of(ElementProperties properties) {
        return properties.values().values().stream()
                .filter(PropertyValue.Text.class::isInstance)
                .map(value -> storable(((PropertyValue.Text) value).value()))
                .collect(Collectors.joining(MARK, MARK, MARK));
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String pattern(TextSearch search) {
        String text = search.ignoreCase() ? folded(storable(search.text())) : storable(search.text());
        String literal = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return switch (search.match()) {
            case CONTAINS -> "%" + literal + "%";
            case STARTS_WITH -> "%" + MARK + literal + "%";
            case ENDS_WITH -> "%" + literal + MARK + "%";
            case WHOLE -> "%" + MARK + literal + MARK + "%";
        };
    }

    /** Without the mark, and without what a database cannot keep. */
    static String storable(String text) {
        return StorableText.of(text.replace(MARK, " "));
    }
}
