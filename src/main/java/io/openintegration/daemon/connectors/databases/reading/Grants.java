package io.openintegration.daemon.connectors.databases.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an account of MariaDB or MySQL may do with whole databases, from the answer to {@code SHOW GRANTS}. Rights to single tables
 * or columns are left out: they are never the right to see all.
 */
final class Grants {

    static final String EVERYWHERE = "*";

    private static final Pattern GRANT =
            Pattern.compile("GRANT (.+?) ON (\\*|`(?:[^`]|``)++`)\\.\\* TO .*", Pattern.DOTALL);
    private static final String ALL = "ALL PRIVILEGES";

    private final List<Grant> grants = new ArrayList<>();

    private record Grant(List<String> rights, String databases) {}

    void add(String line) {
        Matcher grant = GRANT.matcher(line);
        if (grant.matches()) {
            String place = grant.group(2);
            grants.add(new Grant(
                    Arrays.stream(grant.group(1).split(",", -1))
                            .map(String::strip)
                            .toList(),
                    EVERYWHERE.equals(place)
                            ? EVERYWHERE
                            : place.substring(1, place.length() - 1).replace("``", "`")));
        }
    }

    /** @param database its name; {@link #EVERYWHERE} for a right to all of them */
    boolean cover(String database, String right) {
        return grants.stream()
                .filter(grant ->
                        grant.rights().contains(right) || grant.rights().contains(ALL))
                .anyMatch(grant -> EVERYWHERE.equals(grant.databases())
                        || (!EVERYWHERE.equals(database) && isLike(grant.databases(), database)));
    }

    /** As SQL's LIKE: {@code _} stands for one character, {@code %} for any, a backslash takes the next as it is. */
    private static boolean isLike(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char character = pattern.charAt(i);
            if (character == '\\' && i + 1 < pattern.length()) {
                i++;
                regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
            } else if (character == '_') {
                regex.append('.');
            } else if (character == '%') {
                regex.append(".*");
            } else {
                regex.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(name).matches();
    }
}
