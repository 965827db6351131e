package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.openintegration.daemon.configuration.Placeholders;
import io.openintegration.daemon.configuration.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Shows documents, and parts of them, without their secrets. Masked are all values of fields that a name betrays ({@code
 * clearPassword}, {@code securedProperties}, a configuration property {@code apiKey}), and passwords inside URLs. What
 * consists of nothing but placeholders is shown: the secret is elsewhere.
 */
public final class SecretMask {

    private SecretMask() {}

    /** A copy to be shown. */
    public static ObjectNode masked(ObjectNode document) {
        return (ObjectNode) masked(document, false);
    }

    /** A copy of a list to be shown. */
    public static ArrayNode masked(ArrayNode list) {
        return (ArrayNode) masked(list, false);
    }

    /**
     * A copy to be shown with its placeholders resolved. Placeholders in secret places, and those with a name that looks
     * like a secret's, become a mask; one without a value stays as it is.
     */
    public static ObjectNode resolved(ObjectNode document, Placeholders placeholders) {
        Placeholders harmless = new Placeholders(name -> Secrets.named(name)
                ? Optional.of(Secrets.MASK)
                : placeholders.values().apply(name));
        return masked((ObjectNode) resolved((JsonNode) document, harmless));
    }

    /** A text that is no secret as a whole, without the passwords in it. */
    public static String masked(String text) {
        return Secrets.maskedInside(text);
    }

    /** Whether there is a secret in what is there, also one that a placeholder stands for. */
    static boolean holdsSecrets(JsonNode value) {
        return holdsSecrets(value, false);
    }

    private static boolean holdsSecrets(JsonNode value, boolean secret) {
        if (value.isObject()) {
            return value.properties().stream()
                    .anyMatch(field -> holdsSecrets(field.getValue(), secret || Secrets.named(field.getKey())));
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).anyMatch(item -> holdsSecrets(item, secret));
        }
        boolean given =
                value.isNumber() || (value.isTextual() && !value.textValue().isEmpty());
        return (secret && given) || !masked(value, secret).equals(value);
    }

    static JsonNode masked(JsonNode value, boolean secret) {
        if (value.isObject()) {
            ObjectNode copy = DocumentJson.object();
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                copy.set(field.getKey(), masked(field.getValue(), secret || Secrets.named(field.getKey())));
            }
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = DocumentJson.object().arrayNode();
            value.forEach(item -> copy.add(masked(item, secret)));
            return copy;
        }
        if (value.isTextual()) {
            String text = value.textValue();
            return TextNode.valueOf(secret ? Secrets.masked(text) : Secrets.maskedInside(text));
        }
        return secret && value.isNumber() ? TextNode.valueOf(Secrets.MASK) : value;
    }

    private static JsonNode resolved(JsonNode value, Placeholders placeholders) {
        if (value.isObject()) {
            ObjectNode copy = DocumentJson.object();
            value.properties().forEach(field -> copy.set(field.getKey(), resolved(field.getValue(), placeholders)));
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = DocumentJson.object().arrayNode();
            value.forEach(item -> copy.add(resolved(item, placeholders)));
            return copy;
        }
        return value.isTextual()
                ? TextNode.valueOf(placeholders
                        .resolve(value.textValue(), unresolved -> {})
                        .orElse(value.textValue()))
                : value;
    }
}
