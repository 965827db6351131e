package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mistakes of a document, comparable with those of another state of it: a mistake in a connector stays the same mistake
 * when a connector before it is removed.
 */
final class Mistakes {

    private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[(\\d+)]");

    private final ObjectNode document;
    private final List<Message> mistakes;

    Mistakes(ObjectNode document, List<Message> mistakes) {
        this.document = document;
        this.mistakes = mistakes;
    }

    /** Those that the earlier state did not have. */
    List<Message> notIn(Mistakes earlier) {
        List<String> known =
                new ArrayList<>(earlier.mistakes.stream().map(earlier::identity).toList());
        return mistakes.stream()
                .filter(mistake -> !known.remove(identity(mistake)))
                .toList();
    }

    private String identity(Message mistake) {
        List<String> parameters = new ArrayList<>(mistake.parameters());
        String path = DocumentProblem.path(mistake);
        if (!parameters.isEmpty() && parameters.get(0).equals(path)) {
            parameters.set(0, byName(path));
        }
        return mistake.id() + parameters;
    }

    /** The path with the names of list elements in the place of their indexes. */
    private String byName(String path) {
        StringBuilder named = new StringBuilder("$");
        JsonNode here = document;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            boolean index = steps.group(2) != null;
            here = index ? here.path(Integer.parseInt(steps.group(2))) : here.path(steps.group(1));
            String step = index ? ListElement.name(here).orElse(steps.group(2)) : steps.group(1);
            named.append(index ? "[" + step + "]" : "." + step);
        }
        return named.toString();
    }

    /** The mistakes of what was no document at all. */
    static Mistakes none() {
        return new Mistakes(DocumentJson.object(), List.of());
    }
}
