package io.openintegration.daemon.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Reads settings as what they are. Each method that is given limits throws a {@link SettingException} where the value cannot
 * be used; it names the setting, the value and what is expected.
 */
final class SettingReader {

    private final Config config;

    SettingReader(Config config) {
        this.config = config;
    }

    Optional<String> text(String name) {
        return config.getOptionalValue(name, String.class);
    }

    /** Parts separated by commas, none of them empty. */
    Stream<String> list(String name) {
        return text(name).stream()
                .flatMap(texts -> Arrays.stream(texts.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty());
    }

    Path path(String name, String otherwise) {
        return Path.of(text(name).orElse(otherwise)).toAbsolutePath().normalize();
    }

    /** A number from 1 to the largest. */
    int number(String name, int otherwise, int largest) {
        String number = text(name).map(String::strip).orElse(Integer.toString(otherwise));
        if (!number.matches("[1-9]\\d{0,8}") || Integer.parseInt(number) > largest) {
            throw SettingException.of(name, number, "a number from 1 to " + largest);
        }
        return Integer.parseInt(number);
    }

    boolean flag(String name, boolean otherwise) {
        String flag = text(name).map(String::strip).orElse(Boolean.toString(otherwise));
        if (!flag.matches("true|false")) {
            throw SettingException.of(name, flag, "true or false");
        }
        return Boolean.parseBoolean(flag);
    }

    Duration duration(String name, Duration otherwise, Duration shortest, Duration longest) {
        String text = text(name).map(String::strip).orElse(otherwise.toString());
        return duration(text)
                .filter(value -> value.compareTo(shortest) >= 0 && value.compareTo(longest) <= 0)
                .orElseThrow(() -> SettingException.of(
                        name, text, "a duration from " + shortest + " to " + longest + " such as " + otherwise));
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
