package io.openintegration.daemon.message;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with its parameters. Always one readable line: control characters in parameters, and those that turn the
 * direction of text, are replaced, so that a hostile name cannot forge a line of the log; overlong parameters are cut.
 */
public record Message(MessageDefinition definition, List<String> parameters) {

    /** Longest parameter kept, in characters. */
    public static final int LONGEST_PARAMETER = 10_000;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    public Message {
        parameters = parameters.stream().map(Message::printable).toList();
    }

    public String id() {
        return definition.id();
    }

    /** The text without the id. */
    public String text() {
        return PLACEHOLDER
                .matcher(definition.text().template())
                .replaceAll(found -> Matcher.quoteReplacement(parameter(Integer.parseInt(found.group(1)))));
    }

    /** Id and text, as shown in status and answers. */
    @Override
    public String toString() {
        return id() + " " + text();
    }

    private String parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : "{" + index + "}";
    }

    private static String printable(String parameter) {
        String oneLine = CONTROL.matcher(parameter).replaceAll(" ");
        return oneLine.length() <= LONGEST_PARAMETER ? oneLine : oneLine.substring(0, LONGEST_PARAMETER) + "…";
    }
}
