package io.openintegration.daemon.connectors.databases.address;

import io.openintegration.daemon.spi.HostPort;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a driver is told: a URL made of parts that were looked at, and properties, of which those that close a door are always set.
 *
 * @param url without properties and secrets, but for the settings of H2
 * @param properties those of the account are not among them
 */
public record DriverCall(String url, Map<String, String> properties) {

    /** Most that a server may send in one transaction, so that a hostile one cannot fill the memory (PostgreSQL). */
    private static final String LARGEST_RESULT = "64M";

    /** Most that it may send as one row (MariaDB). */
    private static final String LARGEST_PACKET = Integer.toString(16 << 20);

    /** Of one result: those that are asked for have a dozen (MariaDB). */
    private static final String MOST_COLUMNS = "100";

    public DriverCall {
        properties = Map.copyOf(properties);
    }

    /**
     * A call that leads to nothing but what was looked at.
     *
     * @param resolved the addresses of each host, in the same order, to connect to no others; each has one or more
     * @param file the path of a database in a file, resolved; else ignored
     */
    public static DriverCall to(
            DatabaseAddress address,
            List<List<InetAddress>> resolved,
            Optional<String> file,
            Duration connectTimeout,
            Duration readTimeout) {
        return switch (address.engine()) {
            case POSTGRESQL -> new DriverCall(
                    server(address, resolved), postgresql(address, connectTimeout, readTimeout));
            case MARIADB -> new DriverCall(server(address, resolved), mariadb(address, connectTimeout, readTimeout));
            case H2 -> new DriverCall(h2(address, resolved, file, readTimeout), Map.of());
            case OTHER -> new DriverCall(server(address, resolved), Map.of());
        };
    }

    /** With the account; without one it is set to nobody, since a driver would take that of the operating system, or look for secrets in files. */
    public Properties with(Optional<String> user, Optional<String> password) {
        Properties all = new Properties();
        all.putAll(properties);
        all.setProperty("user", user.orElse(""));
        all.setProperty("password", password.orElse(""));
        return all;
    }

    private static String server(DatabaseAddress address, List<List<InetAddress>> resolved) {
        return "jdbc:" + address.scheme() + "://" + hosts(address, resolved) + "/"
                + address.database()
                        .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .orElse("");
    }

    /**
     * Addresses instead of names, so that no driver looks a name up once more, and finds something else. Where the certificate
     * has to be for the name it proves that nobody else answers.
     */
    private static String hosts(DatabaseAddress address, List<List<InetAddress>> resolved) {
        if (address.verifiesHost()) {
            return address.hosts().stream().map(HostPort::toString).collect(Collectors.joining(","));
        }
        StringBuilder hosts = new StringBuilder();
        for (int host = 0; host < resolved.size(); host++) {
            for (InetAddress one : resolved.get(host)) {
                hosts.append(hosts.isEmpty() ? "" : ",")
                        .append(address.hosts().get(host).at(one));
            }
        }
        return hosts.toString();
    }

    private static Map<String, String> postgresql(DatabaseAddress address, Duration connect, Duration read) {
        Properties properties = new Properties();
        properties.putAll(address.properties());
        properties.putIfAbsent("ApplicationName", "Integration Daemon");
        properties.putIfAbsent("tcpKeepAlive", "true");
        String ssl =
                address.verifiesHost() ? "verify-full" : address.properties().getOrDefault("sslmode", "prefer");
        if (ssl.startsWith("verify-")) {
            // certificates by the trust store of the JVM, not by files in the account's home
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else if (!"require".equals(ssl)) {
            // who answers may be anybody: the password is not sent in clear, whatever they ask for
            properties.setProperty("requireAuth", "!password");
        }
        properties.setProperty("gssEncMode", "disable");
        properties.setProperty("socketFactory", CableSockets.class.getName());
        properties.setProperty("connectTimeout", seconds(connect));
        properties.setProperty("sslResponseTimeout", Long.toString(connect.toMillis()));
        properties.setProperty("socketTimeout", seconds(read));
        properties.setProperty("cancelSignalTimeout", seconds(connect));
        properties.setProperty("maxResultBuffer", LARGEST_RESULT);
        // else the driver counts what all queries of a connection bring: it begins anew where a transaction ends by a
        // plain statement
        properties.setProperty("preferQueryMode", "extendedForPrepared");
        return texts(properties);
    }

    private static Map<String, String> mariadb(DatabaseAddress address, Duration connect, Duration read) {
        Properties properties = new Properties();
        properties.putAll(address.properties());
        properties.setProperty("socketFactory", CableSockets.class.getName());
        // a server may ask for files of this host, send the connection elsewhere, or ask for the password in clear
        properties.setProperty("allowLocalInfile", "false");
        properties.setProperty("permitRedirect", "false");
        properties.setProperty("allowMultiQueries", "false");
        properties.setProperty("allowPublicKeyRetrieval", "false");
        properties.setProperty("restrictedAuth", "mysql_native_password,client_ed25519,caching_sha2_password,parsec");
        properties.setProperty("dumpQueriesOnException", "false");
        properties.setProperty("maxAllowedPacket", LARGEST_PACKET);
        properties.setProperty("maxAllowedColumns", MOST_COLUMNS);
        properties.setProperty("connectTimeout", Long.toString(connect.toMillis()));
        properties.setProperty("socketTimeout", Long.toString(read.toMillis()));
        return texts(properties);
    }

    private static String h2(
            DatabaseAddress address, List<List<InetAddress>> resolved, Optional<String> file, Duration read) {
        String name = address.database().orElse("");
        return "jdbc:h2:"
                + switch (address.place()) {
                    case SERVER -> "tcp://" + at(address, resolved) + "/" + name + ";NETWORK_TIMEOUT="
                            + read.toMillis();
                    case ENCRYPTED_SERVER -> "ssl://" + at(address, resolved) + "/" + name + ";NETWORK_TIMEOUT="
                            + read.toMillis();
                    case MEMORY -> "mem:" + name;
                    case FILE -> "file:" + file.orElse(name) + ";ACCESS_MODE_DATA=r";
                }
                + ";IFEXISTS=TRUE";
    }

    /** Two of them would be a cluster. */
    private static HostPort at(DatabaseAddress address, List<List<InetAddress>> resolved) {
        return address.hosts().get(0).at(resolved.get(0).get(0));
    }

    private static Map<String, String> texts(Properties properties) {
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    /** Never none at all, which would mean that there is no limit. */
    private static String seconds(Duration time) {
        return Long.toString(Math.max(1, time.toSeconds()));
    }
}
