package io.openintegration.daemon.connectors.databases.address;

import io.openintegration.daemon.spi.HostPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A JDBC URL, taken apart. There is no way back to what was written: URLs are made from these parts.
 *
 * @param scheme what follows {@code jdbc:}, as the driver wants it
 * @param hosts in the order in which they are tried; none for a database in this process
 * @param database name or path; empty where the URL names none
 * @param properties those that are on the list, by their names
 */
public record DatabaseAddress(
        Engine engine,
        String scheme,
        Place place,
        List<HostPort> hosts,
        Optional<String> database,
        Map<String, String> properties) {

    /** Where the database is. */
    public enum Place {
        /** A server. */
        SERVER,
        /** A server, by H2's encrypted protocol. */
        ENCRYPTED_SERVER,
        /** The memory of this process (H2). */
        MEMORY,
        /** A file on this host (H2). */
        FILE
    }

    public DatabaseAddress {
        hosts = List.copyOf(hosts);
        properties = Map.copyOf(properties);
    }

    /**
     * Takes a URL apart.
     *
     * @throws BadAddressException where it is not of a known form, or asks for anything that is not known to be harmless
     */
    public static DatabaseAddress parse(String url) throws BadAddressException {
        return new AddressParser(url).parse();
    }

    /** Another database of the same server. */
    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(engine, scheme, place, hosts, Optional.of(name), properties);
    }

    /**
     * The first part of all qualified names, by OpenLineage's rules: {@code postgres://host:port}, {@code mysql://host:port}. It
     * has no rule for H2, whose databases stand for themselves: {@code h2:tcp://host:port/path}.
     */
    public String namespace() {
        return switch (engine) {
            case POSTGRESQL, MARIADB -> engine.namespace() + "://" + hosts.get(0);
            case H2 -> "h2:" + h2Place() + database.orElse("");
            case OTHER -> scheme + "://" + hosts.get(0);
        };
    }

    /** Whether the certificate of the server must name the host: then the driver has to be told the name. */
    public boolean verifiesHost() {
        return switch (engine) {
            case POSTGRESQL -> "verify-full".equals(properties.get("sslmode"))
                    || ("true".equals(properties.get("ssl")) && !properties.containsKey("sslmode"));
            case MARIADB -> "verify-full".equals(properties.get("sslMode"));
            case H2 -> false;
                // what it does with the name is its own affair
            case OTHER -> true;
        };
    }

    /** For people: what was asked for, without its properties. */
    public String shown() {
        return switch (engine) {
            case H2 -> "jdbc:h2:" + h2Place() + database.orElse("");
            case POSTGRESQL, MARIADB, OTHER -> "jdbc:" + scheme + "://"
                    + hosts.stream().map(HostPort::toString).collect(Collectors.joining(",")) + "/"
                    + database.orElse("");
        };
    }

    private String h2Place() {
        return switch (place) {
            case SERVER -> "tcp://" + hosts.get(0) + "/";
            case ENCRYPTED_SERVER -> "ssl://" + hosts.get(0) + "/";
            case MEMORY -> "mem:";
            case FILE -> "file:";
        };
    }
}
