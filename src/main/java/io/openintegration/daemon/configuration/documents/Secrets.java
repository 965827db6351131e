package io.openintegration.daemon.configuration.documents;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a document is secret, as far as names tell. Rather too much than too little: what is masked without need can be
 * sent back as it is.
 */
final class Secrets {

    /** Stands for a secret in everything that leaves. */
    static final String MASK = "********";

    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "token",
            "apikey",
            "accesskey",
            "credential",
            "privatekey",
            "jaas");

    /** Where secrets are kept, which is none itself. */
    private static final Pattern NO_SECRET = Pattern.compile("secrets?(store|collection).*");

    private static final Pattern ONLY_PLACEHOLDERS = Pattern.compile("(~\\{[^{}~]+}~)+");

    /** A password before the host of a URL; a secret-looking parameter of a URL or connection string. */
    private static final Pattern IN_TEXT = Pattern.compile(
            "(://[^/?#\\s:@]*:)([^/?#\\s@]+)(?=@)"
                    + "|((?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|credential)\\s*=\\s*)([^&;,\\s]+)",
            Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** Whether a field of that name holds a secret, or an object full of them. */
    static boolean named(String field) {
        String plain = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (plain.equals("securedproperties")) {
            return true;
        }
        return WORDS.stream().anyMatch(plain::contains)
                && !NO_SECRET.matcher(plain).matches();
    }

    /** A secret text, masked; one that is empty, or nothing but placeholders, needs no mask. */
    static String masked(String secret) {
        return secret.isEmpty() || onlyPlaceholders(secret) ? secret : MASK;
    }

    /** A text that is no secret as a whole, with the secrets in it masked. */
    static String maskedInside(String text) {
        Matcher found = IN_TEXT.matcher(text);
        StringBuilder masked = new StringBuilder();
        while (found.find()) {
            boolean url = found.group(1) != null;
            String before = url ? found.group(1) : found.group(3);
            String secret = url ? found.group(2) : found.group(4);
            found.appendReplacement(masked, Matcher.quoteReplacement(before + masked(secret)));
        }
        return found.appendTail(masked).toString();
    }

    private static boolean onlyPlaceholders(String text) {
        return ONLY_PLACEHOLDERS.matcher(text).matches();
    }
}
