package io.openintegration.daemon.configuration.documents;

import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.ServerName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for the name of a server that gets its first document by a command: it becomes the name of a file. */
public final class NewServerName {

    /** The name under which the platform itself reports. */
    private static final String RESERVED = "platform";

    private static final int LONGEST = 100;
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._ -]*[A-Za-z0-9_])?");

    private NewServerName() {}

    /** @throws ConfigurationException {@code SERVER-CONFIGURATION-400-051} where it cannot be such a name */
    public static void require(ServerName name, List<ServerName> others) {
        mistake(name, others).ifPresent(mistake -> {
            throw new ConfigurationException(mistake);
        });
    }

    /** Why it cannot be such a name; empty where it can. */
    static Optional<Message> mistake(ServerName name, List<ServerName> others) {
        String value = name.value();
        if (!isSafe(value)) {
            return refused(
                    name,
                    "allowed are up to " + LONGEST
                            + " letters (A to Z), digits, dots, dashes, underscores and blanks, with"
                            + " a letter, digit or underscore at either end and no two dots in a row");
        }
        if (value.equalsIgnoreCase(RESERVED)) {
            return refused(name, "the platform itself reports under it");
        }
        return others.stream()
                .filter(other -> other.value().equalsIgnoreCase(value))
                .findFirst()
                .flatMap(other -> refused(name, "it differs from that of server " + other + " in letter case only"));
    }

    /** Whether a file or directory may have this name. */
    static boolean isSafe(String name) {
        return name.length() <= LONGEST && SAFE.matcher(name).matches() && !name.contains("..");
    }

    private static Optional<Message> refused(ServerName name, String reason) {
        return Optional.of(DocumentMessage.NAME_NOT_ALLOWED.with(name, reason));
    }
}
