package io.openintegration.daemon.rest;

import io.openintegration.daemon.message.Message;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The form (RFC 9110) of those headers that JAX-RS reads for itself, or that guard changes. All repetitions are possessive:
 * Java would otherwise call itself once more for each, and a long header would exhaust the stack.
 */
final class HeaderSyntax {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final String PARAMETER = "[ \t]*+;[ \t]*+" + TOKEN + "=(?:" + TOKEN + "|\"[^\"\\\\\\p{Cntrl}]*+\")";
    private static final String Q = "[ \t]*+;[ \t]*+[qQ]=(?:0?(?:\\.\\d{1,3})|0\\.?|1(?:\\.0{0,3})?)";
    private static final String NOT_Q = "(?![ \t]*+;[ \t]*+[qQ]=)" + PARAMETER;
    private static final String MEDIA_TYPE = TOKEN + "/" + TOKEN;

    /** Java's HttpURLConnection accepts {@code *; q=.2}, which is none of RFC 9110, and which everybody takes. */
    private static final String MEDIA_RANGE = "(?:" + MEDIA_TYPE + "|\\*)";

    private static final String LANGUAGE = "(?:[A-Za-z]{1,8}+(?:-[A-Za-z0-9]{1,8}+)*+|\\*)";

    private static final String TAG = "(?:W/)?\"[^\"\\p{Cntrl}]*+\"";
    private static final Pattern TAGS = Pattern.compile("\\*|" + TAG + "(?:[ \t]*+,[ \t]*+" + TAG + ")*+");

    private static final Map<String, Pattern> FORMS = Map.of(
            "Accept",
            list(MEDIA_RANGE + "(?:" + NOT_Q + ")*+(?:" + Q + ")?+(?:" + NOT_Q + ")*+"),
            "Accept-Language",
            list(LANGUAGE + "(?:" + Q + ")?"),
            "Content-Type",
            Pattern.compile(MEDIA_TYPE + "(?:" + PARAMETER + ")*+[ \t]*+;?"),
            "If-Match",
            TAGS,
            "If-None-Match",
            TAGS);

    private HeaderSyntax() {}

    /** @param headers the values of a header by its name */
    static Optional<Message> mistake(Function<String, Enumeration<String>> headers) {
        return FORMS.entrySet().stream()
                .filter(form -> !fits(form.getValue(), Collections.list(headers.apply(form.getKey()))))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(HttpMessage.HEADER_UNREADABLE::with);
    }

    private static boolean fits(Pattern form, List<String> values) {
        return values.stream().allMatch(value -> form.matcher(value.strip()).matches());
    }

    private static Pattern list(String item) {
        return Pattern.compile("(?:" + item + ")?+(?:[ \t]*+,[ \t]*+(?:" + item + ")?+)*+");
    }
}
