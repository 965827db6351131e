package io.openintegration.daemon.spi;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port of it.
 *
 * @param host a name or an IP address in lower case, without brackets
 * @param port empty where it is not known
 */
public record HostPort(String host, Optional<Integer> port) {

    private static final Pattern FORM = Pattern.compile(
            "(?:([A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?)|\\[([0-9A-Fa-f:.]{2,45})])(?::(\\d{1,5}))?");
    private static final int LAST_PORT = 65_535;

    public HostPort {
        host = host.toLowerCase(Locale.ROOT);
    }

    public HostPort(String host, int port) {
        this(host, Optional.of(port));
    }

    /**
     * Reads {@code host}, {@code host:port}, {@code [address]} or {@code [address]:port}; the brackets are for IPv6.
     *
     * @return empty where the text is anything else; nothing is looked up
     */
    public static Optional<HostPort> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String host = form.group(1) == null ? form.group(2) : form.group(1);
        Optional<Integer> port = Optional.ofNullable(form.group(3)).map(Integer::valueOf);
        return port.filter(number -> number < 1 || number > LAST_PORT).isPresent()
                ? Optional.empty()
                : Optional.of(new HostPort(host, port));
    }

    /** With this port where it has none. */
    public HostPort withUsualPort(Optional<Integer> usual) {
        return new HostPort(host, port.isPresent() ? port : usual);
    }

    /** The same port at an address that the host's name stands for. */
    public HostPort at(InetAddress address) {
        String literal = address.getHostAddress();
        int zone = literal.indexOf('%');
        return new HostPort(zone < 0 ? literal : literal.substring(0, zone), port);
    }

    /** As in URLs: an address of IPv6 in brackets, a port that is not known left out. */
    @Override
    public String toString() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]")
                + port.map(number -> ":" + number).orElse("");
    }
}
