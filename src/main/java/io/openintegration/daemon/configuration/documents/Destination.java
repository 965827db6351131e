package io.openintegration.daemon.configuration.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the secrets of a connection go: the addresses in it, and the connector provider that is given them. Told by the names
 * of fields, and by what looks like a URL; rather too much than too little: who changes what only looks like an address has
 * to give the secret anew.
 */
final class Destination {

    /** What a connection has, and hardly anything else. */
    private static final Set<String> MARKS =
            Set.of("endpoint", "connectorType", "connectorProvider", "configurationProperties", "embeddedConnections");

    private static final Pattern LEADING = Pattern.compile(
            "address|(?<!sec)ur[il]|host|server|endpoint|broker|provider|protocol|encryptionMethod",
            Pattern.CASE_INSENSITIVE);

    /** What tells people what is what, and connects nothing. */
    private static final Set<String> DESCRIPTIVE =
            Set.of("class", "headerVersion", "type", "guid", "qualifiedName", "displayName", "description");

    private Destination() {}

    /** Whether the object is a connection, embedded ones included. */
    static boolean isOf(JsonNode object) {
        return MARKS.stream().anyMatch(object::has);
    }

    /**
     * The path, within the connection, of something that leads elsewhere than what is stored; empty where nothing does. What
     * came back masked leads where the stored value does.
     *
     * @param secret whether everything in the connection is a secret
     */
    static Optional<String> change(JsonNode sent, JsonNode stored, boolean secret) {
        return change("", sent, new Stored(stored, SecretMask.masked(stored, secret)), false);
    }

    /** @param masked as it was shown to who sent it back */
    private record Stored(JsonNode value, JsonNode masked) {

        Stored field(String name) {
            return new Stored(value.path(name), masked.path(name));
        }

        Stored item(int index) {
            return new Stored(value.path(index), masked.path(index));
        }

        boolean isSameAs(JsonNode sent) {
            return sent.equals(value) || sent.equals(masked) || (isNothing(sent) && isNothing(value));
        }
    }

    /** @param leading whether this place is that of an address by its name */
    private static Optional<String> change(String path, JsonNode sent, Stored stored, boolean leading) {
        boolean single = isSingle(sent) || isSingle(stored.value());
        if (single && (leading || isUrl(sent) || isUrl(stored.value())) && !stored.isSameAs(sent)) {
            return Optional.of(path);
        }
        Stream<Optional<String>> fields = fields(sent, stored.value())
                .map(name -> change(
                        path + "." + name,
                        sent.path(name),
                        stored.field(name),
                        leading || LEADING.matcher(name).find()));
        Stream<Optional<String>> items = IntStream.range(0, Math.max(length(sent), length(stored.value())))
                .mapToObj(index -> change(path + "[" + index + "]", sent.path(index), stored.item(index), leading));
        return Stream.concat(fields, items).flatMap(Optional::stream).findFirst();
    }

    private static Stream<String> fields(JsonNode sent, JsonNode stored) {
        Set<String> names = new LinkedHashSet<>();
        sent.fieldNames().forEachRemaining(names::add);
        stored.fieldNames().forEachRemaining(names::add);
        return names.stream().filter(name -> !DESCRIPTIVE.contains(name));
    }

    private static int length(JsonNode list) {
        return list.isArray() ? list.size() : 0;
    }

    private static boolean isSingle(JsonNode value) {
        return value.isValueNode() && !value.isNull();
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static boolean isUrl(JsonNode value) {
        return value.isTextual() && value.textValue().contains("://");
    }
}
