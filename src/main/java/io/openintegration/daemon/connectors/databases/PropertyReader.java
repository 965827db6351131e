package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.spi.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Reads configuration properties, and notes all mistakes in them. */
final class PropertyReader {

    private final Connection connection;
    private final List<String> mistakes = new ArrayList<>();

    PropertyReader(Connection connection) {
        this.connection = connection;
    }

    /** One for each property, or part of it, that could not be used. */
    List<String> mistakes() {
        return mistakes;
    }

    int number(DatabasesProperty property, int least, int most, int usual) {
        Optional<String> text = name(property).flatMap(connection::property).map(String::strip);
        if (text.isEmpty()) {
            return usual;
        }
        Optional<Integer> number = wholeNumber(text.get()).filter(value -> value >= least && value <= most);
        if (number.isEmpty()) {
            mistakes.add(property.wireName() + " is no whole number from " + least + " to " + most + ": " + text.get());
        }
        return number.orElse(usual);
    }

    private static Optional<Integer> wholeNumber(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    NameChoice choice(DatabasesProperty include, DatabasesProperty exclude) {
        return new NameChoice(patterns(include), patterns(exclude));
    }

    /** Of a list, or of one text with commas between the patterns. */
    private List<NamePattern> patterns(DatabasesProperty property) {
        List<NamePattern> patterns = new ArrayList<>();
        for (String glob : texts(property)) {
            try {
                patterns.add(NamePattern.of(glob));
            } catch (PatternSyntaxException wrong) {
                mistakes.add(property.wireName() + " has a bad pattern: " + glob + " (" + wrong.getDescription() + ")");
            }
        }
        return patterns;
    }

    private List<String> texts(DatabasesProperty property) {
        Object value =
                name(property).map(connection.configurationProperties()::get).orElse("");
        List<String> texts = value instanceof Collection<?> list
                ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : List.of(value.toString().split(",", -1));
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    /** Ours, else the peer's. */
    private Optional<String> name(DatabasesProperty property) {
        return property.names().stream()
                .filter(connection.configurationProperties()::containsKey)
                .findFirst();
    }
}
