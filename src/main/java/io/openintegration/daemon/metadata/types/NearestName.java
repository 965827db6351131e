package io.openintegration.daemon.metadata.types;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the known name that a wrong name was probably meant to be. */
public final class NearestName {

    private static final int LONGEST_COMPARED = 100;

    private NearestName() {}

    /** The known name that takes the fewest edits, upper and lower case being the same; never empty. */
    public static String to(String wrong, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> distance(folded(wrong), folded(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("none");
    }

    private static String folded(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.substring(0, Math.min(folded.length(), LONGEST_COMPARED));
    }

    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
