package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TextSearch;
import java.util.Locale;

/**
 * The text properties of an element in one column, in lower case, each between two marks, and the LIKE patterns that find
 * them there. Upper and lower case are folded here and not by the database, whose folding depends on its locale.
 */
final class SearchableText {

    private static final String MARK = "\u0001";

    private SearchableText() {}

    static String of(ElementProperties properties) {
        StringBuilder all = new StringBuilder(MARK);
        for (PropertyValue value : properties.values().values()) {
            if (value instanceof PropertyValue.Text text) {
                all.append(folded(storable(text.value()))).append(MARK);
            }
        }
        return all.toString();
    }

    static String pattern(TextSearch.Match match, String text) {
        String literal = Like.literal(folded(storable(text)));
        return switch (match) {
            case CONTAINS -> "%" + literal + "%";
            case STARTS_WITH -> "%" + MARK + literal + "%";
            case ENDS_WITH -> "%" + literal + MARK + "%";
            case WHOLE -> "%" + MARK + literal + MARK + "%";
        };
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Without the mark, and without what a database cannot keep. */
    private static String storable(String text) {
        return StorableText.of(text.replace(MARK, " "));
    }
}
