package io.openintegration.daemon.connectors.databases.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an account of MariaDB or MySQL may do with whole databases and whole tables, from the answer to {@code SHOW GRANTS}. Lines
 * with rights to single columns are left out: names of columns stand in them, which may look like anything.
 */
final class Grants {

    static final String EVERYWHERE = "*";

    private static final Pattern GRANT =
            Pattern.compile("GRANT ([^(`]+) ON (\\*|`(?:[^`]|``)++`)\\.(\\*|`(?:[^`]|``)++`) TO .*", Pattern.DOTALL);
    private static final String ALL = "ALL PRIVILEGES";

    private final List<Grant> ofDatabases = new ArrayList<>();
    private final Map<String, Set<String>> ofTables = new HashMap<>();

    /** @param databases a pattern in quotes, or {@link #EVERYWHERE} */
    private record Grant(Set<String> rights, String databases) {}

    void add(String line) {
        Matcher grant = GRANT.matcher(line);
        if (grant.matches()) {
            Set<String> rights = Arrays.stream(grant.group(1).split(",", -1))
                    .map(String::strip)
                    .collect(Collectors.toSet());
            String table = grant.group(3);
            if (EVERYWHERE.equals(table)) {
                ofDatabases.add(new Grant(rights, grant.group(2)));
            } else {
                ofTables.computeIfAbsent(grant.group(2) + "." + table, any -> new HashSet<>())
                        .addAll(rights);
            }
        }
    }

    /** @param database its name; {@link #EVERYWHERE} for a right to all of them */
    boolean cover(String database, String right) {
        return ofDatabases.stream()
                .filter(grant -> isAmong(grant.rights(), right))
                .anyMatch(grant -> EVERYWHERE.equals(grant.databases())
                        || (!EVERYWHERE.equals(database) && isLike(unquoted(grant.databases()), database)));
    }

    /** Whether there is that right to all of a table, with its database or by itself. */
    boolean coverTable(String database, String table, String right) {
        return cover(database, right)
                || isAmong(ofTables.getOrDefault(quoted(database) + "." + quoted(table), Set.of()), right);
    }

    private static boolean isAmong(Set<String> rights, String right) {
        return rights.contains(right) || rights.contains(ALL);
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private static String unquoted(String name) {
        return name.substring(1, name.length() - 1).replace("``", "`");
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
