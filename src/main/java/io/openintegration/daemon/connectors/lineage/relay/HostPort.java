package io.openintegration.daemon.connectors.lineage.relay;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port of it.
 *
 * @param host a name or an address, without brackets
 */
public record HostPort(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([A-Za-z0-9_.-]+)):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    /** Empty where the text is not {@code host:port}, or {@code [address]:port} for IPv6. */
    public static Optional<HostPort> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(form.group(3));
        return port < 1 || port > LAST_PORT
                ? Optional.empty()
                : Optional.of(new HostPort(form.group(1) == null ? form.group(2) : form.group(1), port));
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
