package io.openintegration.daemon.it.api;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an application server answers by itself, in its own words: the application never sees these requests (ADR 13, 19). */
enum ApplicationServer {
    LIBERTY(
            "(?!)", // it is told to log none of these: liberty/server.xml
            new OwnAnswer(
                    400,
                    "its web container decodes paths before it looks for an application",
                    "encoded NUL",
                    "encoded control character",
                    "encoded line break",
                    "broken percent-encoding",
                    "cut percent-encoding",
                    "out of the root"),
            new OwnAnswer(400, "a header line of 32 KB or more is too long for it", "huge header")),
    PAYARA(
            "(?m)^\\[.*\\[AS-WEB-CORE-00037].*\\R.*\\R.*\\R\tat org\\.glassfish\\.grizzly\\.http\\.util\\.URLDecoder\\.(?s:.*?)]]$",
            new OwnAnswer(
                    400,
                    "it decodes paths, as UTF-8, before it looks for an application, and takes no backslash",
                    "encoded NUL",
                    "encoded backslash",
                    "backslash",
                    "not UTF-8",
                    "lone surrogate",
                    "overlong encoding",
                    "raw bytes above ASCII",
                    "out of the root"),
            new OwnAnswer(
                    200,
                    "it fails over them: it logs a stack trace and answers nothing; no setting was found that changes that",
                    "broken percent-encoding",
                    "cut percent-encoding"),
            new OwnAnswer(400, "a header of more than 32 KB does not fit in its buffer", "huge header"),
            new OwnAnswer(400, "it reads the headers", "control characters in a header"),
            new OwnAnswer(405, "TRACE is switched off in it, which is as it should be", "method TRACE"));

    /** Beside all that the application answers. */
    private static final String MARK = "x-content-type-options";

    private final Pattern ownRecords;
    private final List<OwnAnswer> answers;

    /** @param ownRecords what it logs of the requests that it refuses itself */
    ApplicationServer(String ownRecords, OwnAnswer... answers) {
        this.ownRecords = Pattern.compile(ownRecords);
        this.answers = List.of(answers);
    }

    /** The one that the build runs the tests on. */
    static ApplicationServer ofTheBuild() {
        return valueOf(System.getProperty("arquillian.launch").toUpperCase(Locale.ROOT));
    }

    /** Whether it was the server that gave this answer, and may. A success must not show anything. */
    boolean gave(Answer answer, Kind kind) {
        return !answer.headers().containsKey(MARK)
                && (answer.isRefusal() || answer.body().isEmpty())
                && answers.stream()
                        .anyMatch(own ->
                                own.status() == answer.status() && own.kinds().contains(kind.name()));
    }

    /** What stands here, although the server gave no such answer. */
    List<String> neverSeen(Collection<String> seen) {
        return answers.stream()
                .flatMap(own -> own.kinds().stream()
                        .filter(kind -> !seen.contains(kind))
                        .map(kind -> "%s does not answer by itself any more, which was because %s: %s"
                                .formatted(this, own.reason(), kind)))
                .toList();
    }

    /** The log without what the server says of the requests that it refused itself. */
    String withoutOwnRecords(String log) {
        return ownRecords.matcher(log).replaceAll("");
    }

    /**
     * @param reason why the application cannot answer instead
     * @param kinds the kinds of bad input, by name
     */
    private record OwnAnswer(int status, String reason, List<String> kinds) {

        OwnAnswer(int status, String reason, String... kinds) {
            this(status, reason, List.of(kinds));
        }
    }
}
