package io.openintegration.daemon.connectors.files.content;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out what delimits the fields of a text, and what quotes them. */
final class Delimiters {

    private static final char QUOTE = '"';
    private static final char APOSTROPHE = '\'';

    /** Records that are looked at for every delimiter. */
    private static final int PROBED = 20;

    private final List<Character> candidates;

    private Delimiters(List<Character> candidates) {
        this.candidates = candidates;
    }

    /** For files of that extension: it says which delimiter counts where none occurs. */
    static Delimiters forExtension(String extension) {
        return new Delimiters(
                "tsv".equalsIgnoreCase(extension) || "tab".equalsIgnoreCase(extension)
                        ? List.of('\t', ',', ';', '|')
                        : List.of(',', ';', '\t', '|'));
    }

    /**
     * @param rows to take at most, beside a header
     * @return empty where the text makes no sense with any delimiter
     */
    Optional<DelimitedSample> sample(TextReading text, int rows) {
        int probed = Math.min(PROBED, rows + 1);
        Optional<DelimitedSample> best = Optional.empty();
        for (char delimiter : candidates) {
            // One that does not occur makes one column, as the first candidate does at least.
            if (best.isEmpty() || text.text().indexOf(delimiter) >= 0) {
                Optional<DelimitedSample> sample =
                        DelimitedSample.of(text, delimiter, quote(text.text(), delimiter), probed);
                if (sample.isPresent() && (best.isEmpty() || sample.get().isBetterThan(best.get()))) {
                    best = sample;
                }
            }
        }
        return best.flatMap(found -> found.records().size() < probed - 1
                ? Optional.of(found)
                : DelimitedSample.of(text, found.delimiter(), found.quote(), rows + 1));
    }

    /** Apostrophes quote where every line has a field between two of them, and there is no other quote. */
    private static char quote(String text, char delimiter) {
        if (text.indexOf(APOSTROPHE) < 0 || text.indexOf(QUOTE) >= 0) {
            return QUOTE;
        }
        String end = Pattern.quote(String.valueOf(delimiter));
        Pattern quoted = Pattern.compile("(?:^|" + end + ")'[^']*+'(?:" + end + "|$)");
        return text.lines().filter(line -> !line.isBlank()).limit(PROBED).allMatch(quoted.asPredicate())
                ? APOSTROPHE
                : QUOTE;
    }
}
