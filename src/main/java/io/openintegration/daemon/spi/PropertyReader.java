package io.openintegration.daemon.spi;

import io.openintegration.daemon.message.MessageDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads the configuration properties of a connection, and notes all mistakes in them, so that an operator learns of every one at once
 * (docs/connector-authors.md). What is wrong has its default. Throws nothing itself: ask for {@link #mistakes} when everything is
 * read, or have them {@linkplain #requireNoMistakes thrown}. For one thread.
 */
public final class PropertyReader {

    private static final Pattern COMMA = Pattern.compile(",");

    private final Connection connection;
    private final List<String> mistakes = new ArrayList<>();

    public PropertyReader(Connection connection) {
        this.connection = connection;
    }

    /** One for each property, or part of it, that could not be used, in the order in which they were read; empty where all is well. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /**
     * Ends the reading.
     *
     * @param badProperties has one parameter: all mistakes
     * @throws ConnectorException of origin {@code CONFIGURATION} with that message, where there are any
     */
    public void requireNoMistakes(MessageDefinition badProperties) {
        if (!mistakes.isEmpty()) {
            throw new ConnectorException(FailureOrigin.CONFIGURATION, badProperties.with(String.join("; ", mistakes)));
        }
    }

    /** Notes a mistake in a property that the connector reads in a way of its own. */
    public void mistake(ConnectorProperty property, String what) {
        mistakes.add(property.wireName() + " " + what);
    }

    /** The value as the document has it; empty where it has none. Text, a number, a boolean, a list or a map. */
    public Optional<Object> value(ConnectorProperty property) {
        return name(property).map(connection.configurationProperties()::get);
    }

    /** @param usual where the property is not there, or blank */
    public boolean flag(ConnectorProperty property, boolean usual) {
        Optional<String> text = text(property);
        if (text.isPresent() && !"true".equalsIgnoreCase(text.get()) && !"false".equalsIgnoreCase(text.get())) {
            mistake(property, "is neither true nor false: " + text.get());
        }
        return text.map(Boolean::parseBoolean).orElse(usual);
    }

    /** A whole number between two others, both included. */
    public long number(ConnectorProperty property, long least, long most, long usual) {
        Optional<String> text = text(property);
        if (text.isEmpty()) {
            return usual;
        }
        Optional<Long> number = wholeNumber(text.get()).filter(value -> value >= least && value <= most);
        if (number.isEmpty()) {
            mistake(property, "is no whole number from " + least + " to " + most + ": " + text.get());
        }
        return number.orElse(usual);
    }

    /** The same for one that is not large. */
    public int number(ConnectorProperty property, int least, int most, int usual) {
        return (int) number(property, (long) least, (long) most, (long) usual);
    }

    /**
     * Patterns: a list of them, or one text with several.
     *
     * @param separator between patterns in one text
     * @param pattern makes one of its text; throws {@link PatternSyntaxException} where that is none
     */
    public <P> List<P> patterns(ConnectorProperty property, Pattern separator, Function<String, P> pattern) {
        List<P> patterns = new ArrayList<>();
        for (String text : texts(property, separator)) {
            try {
                patterns.add(pattern.apply(text));
            } catch (PatternSyntaxException wrong) {
                mistake(property, "has a bad pattern: " + text + " (" + wrong.getDescription() + ")");
            }
        }
        return patterns;
    }

    /** Which names are asked for: two lists of {@linkplain NamePattern globs}, or two texts of globs with commas between them. */
    public NameChoice choice(ConnectorProperty include, ConnectorProperty exclude) {
        return new NameChoice(patterns(include, COMMA, NamePattern::of), patterns(exclude, COMMA, NamePattern::of));
    }

    private List<String> texts(ConnectorProperty property, Pattern separator) {
        Object value = value(property).orElse("");
        List<String> texts = value instanceof Collection<?> list
                ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : List.of(separator.split(value.toString(), -1));
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private Optional<String> text(ConnectorProperty property) {
        return name(property).flatMap(connection::property).map(String::strip);
    }

    private Optional<String> name(ConnectorProperty property) {
        return property.names().stream()
                .filter(connection.configurationProperties()::containsKey)
                .findFirst();
    }

    private static Optional<Long> wholeNumber(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
