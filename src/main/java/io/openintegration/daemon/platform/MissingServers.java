package io.openintegration.daemon.platform;

import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.message.DaemonException;
import io.openintegration.daemon.metadata.ServerName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The start-up servers that did not start, why, and which of them wait for the end of an outage. Safe from any thread; never
 * waits.
 */
@ApplicationScoped
public class MissingServers {

    /** What failed through no fault of the request has such a code, as in HTTP. */
    private static final int FIRST_CODE_OF_OUTAGES = 500;

    private final Map<ServerName, Missing> missing = new LinkedHashMap<>();

    private record Missing(String cause, boolean waits) {}

    /** The server did not start. It waits where that is not for its configuration, which stays wrong however often it is tried. */
    synchronized void failed(ServerName server, RuntimeException why) {
        missing.put(server, new Missing(causeOf(why), isOutage(why)));
    }

    /** What is no server, and not tried again, is not as it should be. */
    synchronized void failedForGood(ServerName part, RuntimeException why) {
        missing.put(part, new Missing(causeOf(why), false));
    }

    /** It did not start this time either; one that an operator has taken over, or given up, does not wait again. */
    synchronized void failedAgain(ServerName server, RuntimeException why) {
        missing.computeIfPresent(server, (name, found) -> new Missing(causeOf(why), found.waits() && isOutage(why)));
    }

    synchronized void started(ServerName server) {
        missing.remove(server);
    }

    /** An operator starts the server: from now on it is theirs. It is missing until it has started. */
    synchronized void takenOver(ServerName server) {
        missing.computeIfPresent(server, (name, found) -> new Missing(found.cause(), false));
    }

    /** An operator wants the server to be stopped: nobody misses it any more. */
    synchronized void givenUp(ServerName server) {
        missing.remove(server);
    }

    /** The same for all servers. */
    synchronized void givenUp() {
        missing.clear();
    }

    synchronized boolean waits(ServerName server) {
        return missing.containsKey(server) && missing.get(server).waits();
    }

    /** Those that wait, in the order in which they were tried. */
    synchronized List<ServerName> waiting() {
        return missing.keySet().stream().filter(this::waits).toList();
    }

    /** By server, why it did not start: the message's id, or the class of what was thrown. */
    synchronized Map<ServerName, String> causes() {
        Map<ServerName, String> causes = new LinkedHashMap<>();
        missing.forEach((server, found) -> causes.put(server, found.cause()));
        return causes;
    }

    private static String causeOf(RuntimeException why) {
        return why instanceof DaemonException explained
                ? explained.reason().id()
                : why.getClass().getSimpleName();
    }

    private static boolean isOutage(RuntimeException why) {
        return why instanceof DaemonException explained
                && !(why instanceof ConfigurationException)
                && explained.reason().definition().text().httpCode() >= FIRST_CODE_OF_OUTAGES;
    }
}
