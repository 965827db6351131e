package io.openintegration.daemon.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a document is secret, as far as names tell. Rather too much than too little: what is masked without need can be
 * sent back as it is.
 */
public final class Secrets {

    /** Stands for a secret in everything that leaves. */
    public static final String MASK = "********";

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

    /** Short or common enough to be parts of harmless words: they count only where they stand alone. */
    private static final Pattern WHOLE_WORDS = Pattern.compile(
            "\\b(pass|pass ?phrase|authorization|bearer|account ?key|shared ?key|signature)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** Where secrets are kept, which is none itself. */
    private static final Set<String> NO_SECRETS = Set.of(
            "secretsstore",
            "secretsstoreprovider",
            "secretsstorelocation",
            "secretsstorecollection",
            "secretscollectionname");

    private static final Pattern ONLY_PLACEHOLDERS = Pattern.compile("(~\\{[^{}~]+}~)++");

    private static final Pattern BETWEEN_BLANKS = Pattern.compile("\\S++");

    /** What comes before a password in a URL; digits that are a port are none. */
    private static final Pattern BEFORE_PASSWORD = Pattern.compile("://[^/?#\\s:\\[]*+:(?!\\d++(?:[/?#,\\s]|$))");

    /** Something before the host of a web page that is no user with a password is a token; for other schemes it is a user. */
    private static final Pattern TOKEN_IN_URL =
            Pattern.compile("(https?://)([^/?#\\s:\\[]+:?)(?=@)", Pattern.CASE_INSENSITIVE);

    /** A parameter of a URL or connection string; its name tells whether it is secret. */
    private static final Pattern PARAMETER = Pattern.compile("(?<![\\w.-])([\\w.-]++(?: [\\w.-]++)?+)\\s*+=\\s*+");

    /** A parameter's value that certainly ends where it seems to. */
    private static final Pattern VALUE = Pattern.compile("(?:(?:~\\{[^{}~]+}~)++|[^&;,\"'{}]++)(?=[&;]|$)");

    private static final Pattern JSON_FIELD = Pattern.compile("(?<![\\w.-])([\\w.-]++)\\\\*+[\"']\\s*+:");

    private static final Pattern ORACLE_LOGIN = Pattern.compile("thin:[^/@\\s]*+/([^@]++)@", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** Whether a field of that name holds a secret, or an object full of them. */
    public static boolean named(String field) {
        String plain = field.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (plain.equals("securedproperties")) {
            return true;
        }
        boolean speaking = WORDS.stream().anyMatch(plain::contains)
                || WHOLE_WORDS
                        .matcher(BETWEEN_WORDS.matcher(field).replaceAll(" "))
                        .find();
        return speaking && !NO_SECRETS.contains(plain);
    }

    /** A secret text, masked; one that is empty, or nothing but placeholders, needs no mask. */
    public static String masked(String secret) {
        return secret.isEmpty() || onlyPlaceholders(secret) ? secret : MASK;
    }

    /** A text that is no secret as a whole, with the secrets in it masked; as a whole where it is unclear where they end. */
    public static String maskedInside(String text) {
        return isUnclear(text) ? MASK : maskedParameters(maskedUrls(text));
    }

    private static boolean isUnclear(String text) {
        // to the last @: without one behind it, every beginning would be followed to the end of the text
        Matcher login = ORACLE_LOGIN.matcher(text).region(0, text.lastIndexOf('@') + 1);
        return JSON_FIELD.matcher(text).results().anyMatch(field -> named(field.group(1)))
                || (login.find() && !onlyPlaceholders(login.group(1)));
    }

    private static String maskedUrls(String text) {
        String withoutPasswords = BETWEEN_BLANKS
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(maskedPassword(found.group())));
        return TOKEN_IN_URL
                .matcher(withoutPasswords)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + masked(found.group(2))));
    }

    /** A password may hold anything: it ends at the last @. Looked for just once, so that long texts do not take long. */
    private static String maskedPassword(String url) {
        int end = Math.max(0, url.lastIndexOf('@'));
        Matcher before = BEFORE_PASSWORD
                .matcher(url)
                .region(0, end)
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return before.find() && before.end() < end
                ? url.substring(0, before.end()) + masked(url.substring(before.end(), end)) + url.substring(end)
                : url;
    }

    private static String maskedParameters(String text) {
        StringBuilder masked = new StringBuilder();
        Matcher parameter = PARAMETER.matcher(text);
        Matcher value = VALUE.matcher(text);
        int shown = 0;
        while (shown < text.length() && parameter.find(shown)) {
            masked.append(text, shown, parameter.end());
            shown = parameter.end();
            if (named(parameter.group(1))) {
                int end = value.region(shown, text.length()).lookingAt() ? value.end() : text.length();
                boolean nothing = shown < text.length() && "&;".indexOf(text.charAt(shown)) >= 0;
                masked.append(nothing ? "" : masked(text.substring(shown, end)));
                shown = nothing ? shown : end;
            }
        }
        return masked.append(text.substring(shown)).toString();
    }

    private static boolean onlyPlaceholders(String text) {
        return ONLY_PLACEHOLDERS.matcher(text).matches();
    }
}
