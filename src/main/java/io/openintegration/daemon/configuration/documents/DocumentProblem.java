package io.openintegration.daemon.configuration.documents;

import io.openintegration.daemon.message.Message;

/** Where messages about documents keep the place that they speak of. */
public final class DocumentProblem {

    private static final String WHOLE = "$";

    private DocumentProblem() {}

    /** The JSON path of a mistake or warning: its first parameter, by convention; {@code $} where it has none. */
    public static String path(Message problem) {
        return problem.parameters().stream()
                .findFirst()
                .filter(first -> first.startsWith(WHOLE))
                .orElse(WHOLE);
    }
}
