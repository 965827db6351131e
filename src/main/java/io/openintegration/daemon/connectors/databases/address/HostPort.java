package io.openintegration.daemon.connectors.databases.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port of it.
 *
 * @param host a name or an IP address in lower case; one of IPv6 is in brackets
 * @param port empty where the engine's usual one is not known
 */
public record HostPort(String host, Optional<Integer> port) {

    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]{2,45}])(?::(\\d{1,5}))?");
    private static final int LAST_PORT = 65_535;

    static HostPort parse(String text, Engine engine) throws BadAddressException {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new BadAddressException(
                    text.indexOf('@') >= 0
                            ? "it holds an account or a secret, which belong into userId and clearPassword"
                            : "a host is a name or an IP address, and may have a port");
        }
        Optional<Integer> port = Optional.ofNullable(form.group(2)).map(Integer::valueOf);
        if (port.filter(number -> number < 1 || number > LAST_PORT).isPresent()) {
            throw new BadAddressException("a port is a number from 1 to " + LAST_PORT);
        }
        return new HostPort(form.group(1).toLowerCase(Locale.ROOT), port.or(engine::usualPort));
    }

    /** As a name server wants it: without brackets. */
    public String lookedUp() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** The same port at an address that the host's name stands for. */
    HostPort at(InetAddress address) {
        String literal = address.getHostAddress();
        int zone = literal.indexOf('%');
        String plain = zone < 0 ? literal : literal.substring(0, zone);
        return new HostPort(address instanceof Inet6Address ? "[" + plain + "]" : plain, port);
    }

    @Override
    public String toString() {
        return host + port.map(number -> ":" + number).orElse("");
    }
}
