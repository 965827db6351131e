package io.openintegration.daemon.configuration;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves {@code ~{name}~} in the texts of configuration documents, so that secrets and addresses need not stand in
 * them. Values are taken as they are: a placeholder in a value is not resolved again.
 *
 * @param values where to look a name up
 */
public record Placeholders(Function<String, Optional<String>> values) {

    private static final Pattern PLACEHOLDER = Pattern.compile("~\\{([^{}~]++)}~");

    /**
     * @param unresolved is told each name that has no value
     * @return empty where a name has no value
     */
    public Optional<String> resolve(String text, Consumer<String> unresolved) {
        StringBuilder resolved = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        boolean complete = true;
        while (matcher.find()) {
            Optional<String> value = values.apply(matcher.group(1));
            if (value.isEmpty()) {
                unresolved.accept(matcher.group(1));
                complete = false;
            }
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value.orElse("")));
        }
        matcher.appendTail(resolved);
        return complete ? Optional.of(resolved.toString()) : Optional.empty();
    }
}
