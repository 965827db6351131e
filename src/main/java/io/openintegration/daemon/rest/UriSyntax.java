package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.Message;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URIs that are taken: RFC 3986 to the letter, percent-encoding of UTF-8, no control characters. A path has, moreover, no
 * encoded slash or backslash, no dots as a segment, and no path parameters: with them, who checks a path and who carries it
 * out may take it for two different ones.
 */
final class UriSyntax {

    private static final String PLAIN = "[A-Za-z0-9\\-._~!$&'()*+,=:@/";
    private static final Pattern PATH_CHARACTER = Pattern.compile(PLAIN + "]");
    private static final Pattern QUERY_CHARACTER = Pattern.compile(PLAIN + ";?]");
    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})++");
    private static final Pattern DOTS = Pattern.compile("(?<=^|/)(?:\\.|%2[Ee]){1,2}(?=/|$)");

    private UriSyntax() {}

    /** @param path as it was sent */
    static Optional<Message> mistakeInPath(String path) {
        Matcher dots = DOTS.matcher(path);
        return dots.find()
                ? Optional.of(refused("path", dots.group(), dots.start()))
                : mistake("path", path, PATH_CHARACTER, c -> c == '/' || c == '\\' || misleads(c));
    }

    /** @param query as it was sent, without the question mark; null where there is none */
    static Optional<Message> mistakeInQuery(String query) {
        return query == null ? Optional.empty() : mistake("query", query, QUERY_CHARACTER, UriSyntax::misleads);
    }

    private static Optional<Message> mistake(String part, String text, Pattern plain, IntPredicate refused) {
        Matcher encoded = ENCODED.matcher(text);
        Matcher allowed = plain.matcher(text);
        for (int at = 0; at < text.length(); ) {
            if (encoded.region(at, text.length()).lookingAt()) {
                if (isRefused(encoded.group(), refused)) {
                    return Optional.of(refused(part, encoded.group(), at));
                }
                at = encoded.end();
            } else if (allowed.region(at, at + 1).matches()) {
                at++;
            } else {
                return Optional.of(refused(part, text.substring(at, at + 1), at));
            }
        }
        return Optional.empty();
    }

    private static boolean isRefused(String encoded, IntPredicate refused) {
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length() / 3);
        for (int i = 1; i < encoded.length(); i += 3) {
            bytes.put((byte) Integer.parseInt(encoded, i, i + 2, 16));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.flip())
                    .chars()
                    .anyMatch(refused);
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    /** Control characters, and those that turn the direction of writing or break lines where the text is shown. */
    private static boolean misleads(int c) {
        return Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029;
    }

    private static Message refused(String part, String piece, int at) {
        String shown = piece.length() > 12 ? piece.substring(0, 12) + "…" : piece;
        boolean plain = shown.chars().allMatch(c -> (c > ' ' && c < 0x7F) || c == '…');
        return HttpMessage.URI_REFUSED.with(
                part, plain ? shown : String.format(Locale.ROOT, "%%%02X", (int) piece.charAt(0)), at + 1);
    }
}
