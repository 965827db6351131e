package io.openintegration.daemon.connectors.databases.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes the properties of a URL apart. Anything that is not on the list, twice there or of another form is refused by its name. */
final class UrlProperties {

    private static final Set<String> ACCOUNT =
            Set.of("user", "username", "password", "pwd", "sslpassword", "keystorepassword", "truststorepassword");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,60}");

    private final Engine engine;
    private final Map<String, String> found = new TreeMap<>();

    private UrlProperties(Engine engine) {
        this.engine = engine;
    }

    /** @param separator between two of them */
    static Map<String, String> parse(Engine engine, String text, String separator) throws BadAddressException {
        UrlProperties properties = new UrlProperties(engine);
        if (!text.isEmpty()) {
            for (String property : text.split(Pattern.quote(separator), -1)) {
                properties.add(property);
            }
        }
        return Map.copyOf(properties.found);
    }

    private void add(String property) throws BadAddressException {
        int equals = property.indexOf('=');
        String name = decoded(equals < 0 ? property : property.substring(0, equals));
        if (!NAME.matcher(name).matches()) {
            throw new BadAddressException("it has a property without a proper name");
        }
        if (ACCOUNT.contains(name.toLowerCase(Locale.ROOT))) {
            throw new BadAddressException(
                    "the property " + name + " is an account or a secret, which belong into userId and clearPassword");
        }
        UrlProperty known = UrlProperty.of(engine, name)
                .orElseThrow(() -> new BadAddressException("the property " + name
                        + " is none of those that it may have (" + UrlProperty.namesFor(engine) + ")"));
        String value = decoded(equals < 0 ? "" : property.substring(equals + 1));
        if (!known.takes(value)) {
            throw new BadAddressException("the property " + name + " has a value that it may not have");
        }
        if (found.put(known.wireName(), value) != null) {
            throw new BadAddressException("the property " + name + " is there twice");
        }
    }

    private static String decoded(String text) throws BadAddressException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BadAddressException("a percent sign is not followed by two hexadecimal digits");
        }
    }
}
