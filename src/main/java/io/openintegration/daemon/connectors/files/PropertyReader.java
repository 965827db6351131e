package io.openintegration.daemon.connectors.files;

import io.openintegration.daemon.spi.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads configuration properties, and notes all mistakes in them. */
final class PropertyReader {

    /** A comma that is not within braces or brackets. */
    private static final Pattern COMMA = Pattern.compile(",(?![^{]*})(?![^\\[]*])");

    private final Connection connection;
    private final List<String> mistakes = new ArrayList<>();

    PropertyReader(Connection connection) {
        this.connection = connection;
    }

    /** One for each property, or part of it, that could not be used. */
    List<String> mistakes() {
        return mistakes;
    }

    boolean flag(FilesProperty property, boolean usual) {
        Optional<String> text = text(property);
        if (text.isPresent() && !"true".equalsIgnoreCase(text.get()) && !"false".equalsIgnoreCase(text.get())) {
            mistakes.add(property.wireName() + " is neither true nor false: " + text.get());
        }
        return text.map(Boolean::parseBoolean).orElse(usual);
    }

    long number(FilesProperty property, long least, long most, long usual) {
        Optional<String> text = text(property);
        if (text.isEmpty()) {
            return usual;
        }
        Optional<Long> number = wholeNumber(text.get()).filter(value -> value >= least && value <= most);
        if (number.isEmpty()) {
            mistakes.add(property.wireName() + " is no whole number from " + least + " to " + most + ": " + text.get());
        }
        return number.orElse(usual);
    }

    private static Optional<Long> wholeNumber(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Of a list, or of one text with commas between the patterns. */
    List<PathPattern> patterns(FilesProperty property) {
        List<PathPattern> patterns = new ArrayList<>();
        for (String glob : texts(property)) {
            try {
                patterns.add(PathPattern.of(glob));
            } catch (PatternSyntaxException wrong) {
                mistakes.add(property.wireName() + " has a bad pattern: " + glob + " (" + wrong.getDescription() + ")");
            }
        }
        return patterns;
    }

    private List<String> texts(FilesProperty property) {
        Object value = connection.configurationProperties().get(property.wireName());
        List<String> texts = value instanceof Collection<?> list
                ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : text(property).map(COMMA::split).map(List::of).orElse(List.of());
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private Optional<String> text(FilesProperty property) {
        return connection.property(property.wireName()).map(String::strip);
    }
}
