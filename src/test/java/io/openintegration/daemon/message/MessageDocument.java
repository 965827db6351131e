package io.openintegration.daemon.message;

import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders docs/messages.md. */
final class MessageDocument {

    private static final String HEAD =
            """
            # Messages

            Everything the product says, sorted by id. Generated: do not edit (CONTRIBUTING.md, "Add a message"). A message
            of the audit log shows its severity; one that answers a request, or explains why a connector failed, shows its
            HTTP code. `{0}`, `{1}` … stand for parameters.
            """;

    private MessageDocument() {}

    static String of(Stream<MessageDefinition> messages) {
        return messages.map(MessageDefinition::text)
                .sorted(Comparator.comparing(MessageText::id))
                .map(MessageDocument::section)
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String section(MessageText text) {
        String kind = text.httpCode() == 0 ? text.severity().displayName() : "HTTP " + text.httpCode();
        return """

                ## %s

                %s: %s

                - The daemon: %s
                - You: %s
                """
                .formatted(
                        text.id(),
                        kind,
                        escaped(text.template()),
                        escaped(text.systemAction()),
                        escaped(text.userAction()));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_<\\[])", "\\\\$1");
    }
}
