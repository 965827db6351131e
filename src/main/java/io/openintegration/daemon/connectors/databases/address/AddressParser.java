package io.openintegration.daemon.connectors.databases.address;

import io.openintegration.daemon.connectors.databases.address.DatabaseAddress.Place;
import io.openintegration.daemon.spi.HostPort;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes one JDBC URL apart. */
final class AddressParser {

    private static final int LONGEST = 2_000;
    private static final int MOST_HOSTS = 16;

    /** What drivers understand in ways of their own is in none of the forms: blanks, backslashes, control characters. */
    private static final Pattern PLAIN = Pattern.compile("[!-\\[\\]-~]+");

    private static final Pattern SCHEME = Pattern.compile("(?i)jdbc:([a-z][a-z0-9]{0,30}):(.*)");
    private static final Pattern SERVER = Pattern.compile("//([^/?#;]*)(?:/([^?#;]*))?(?:\\?([^#]*))?");
    private static final Pattern H2 = Pattern.compile("(?:(tcp|ssl)://([^/;]*)/|(mem|file):)([^;]*)(?:;(.*))?");

    /** Letters, digits and what cannot mean anything to a driver. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_$~-][A-Za-z0-9_.$~-]{0,127}");

    private static final Pattern H2_PATH = Pattern.compile("(?:mem:)?(?:~?/)?[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*");

    private final String url;

    AddressParser(String url) {
        this.url = url;
    }

    DatabaseAddress parse() throws BadAddressException {
        if (url.length() > LONGEST || !PLAIN.matcher(url).matches()) {
            throw new BadAddressException(
                    "it is too long, or has blanks, backslashes or other characters that no URL has");
        }
        Matcher form = SCHEME.matcher(url);
        if (!form.matches()) {
            throw new BadAddressException("it does not begin with jdbc: and the name of a kind of database");
        }
        String scheme = form.group(1).toLowerCase(Locale.ROOT);
        return switch (Engine.of(scheme)) {
            case POSTGRESQL -> server(Engine.POSTGRESQL, "postgresql", form.group(2));
            case MARIADB -> server(Engine.MARIADB, "mariadb", form.group(2));
            case H2 -> h2(form.group(2));
            case OTHER -> server(Engine.OTHER, scheme, form.group(2));
        };
    }

    private static DatabaseAddress server(Engine engine, String scheme, String rest) throws BadAddressException {
        Matcher form = SERVER.matcher(rest);
        if (!form.matches()) {
            throw new BadAddressException("after " + scheme + ": it is not of the form //host:port/database");
        }
        String properties = Optional.ofNullable(form.group(3)).orElse("");
        return new DatabaseAddress(
                engine,
                scheme,
                Place.SERVER,
                hosts(form.group(1), engine),
                database(engine, Optional.ofNullable(form.group(2)).orElse("")),
                UrlProperties.parse(engine, properties, "&"));
    }

    private static List<HostPort> hosts(String text, Engine engine) throws BadAddressException {
        List<HostPort> hosts = new ArrayList<>();
        for (String host : text.split(",", -1)) {
            hosts.add(host(host, engine));
        }
        if (hosts.size() > MOST_HOSTS || (hosts.size() > 1 && engine == Engine.OTHER)) {
            throw new BadAddressException("it has too many hosts");
        }
        return hosts;
    }

    private static HostPort host(String text, Engine engine) throws BadAddressException {
        return HostPort.parse(text)
                .map(host -> host.withUsualPort(engine.usualPort()))
                .orElseThrow(() -> new BadAddressException(
                        text.indexOf('@') >= 0
                                ? "it holds an account or a secret, which belong into userId and clearPassword"
                                : "a host is a name or an IP address, and may have a port from 1 to 65535"));
    }

    private static Optional<String> database(Engine engine, String text) throws BadAddressException {
        if (text.isEmpty()) {
            if (engine == Engine.OTHER) {
                throw new BadAddressException("it names no database");
            }
            return Optional.empty();
        }
        if (engine != Engine.POSTGRESQL) {
            return Optional.of(plain(text, PLAIN_NAME));
        }
        try {
            String name = URLDecoder.decode(text, StandardCharsets.UTF_8);
            if (name.isBlank() || text.indexOf('/') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
                throw new BadAddressException("the name of the database has characters that it may not have");
            }
            return Optional.of(name);
        } catch (IllegalArgumentException malformed) {
            throw new BadAddressException("a percent sign is not followed by two hexadecimal digits");
        }
    }

    /**
     * A database in a file or in memory is only ever opened where it exists: H2 would make it, and whoever may name it could have
     * it make files. It has to be said what it is, since H2 takes anything for a file.
     */
    private static DatabaseAddress h2(String rest) throws BadAddressException {
        Matcher form = H2.matcher(rest);
        if (!form.matches()) {
            throw new BadAddressException("after h2: it is not of the form tcp://host:port/name, ssl://host:port/name,"
                    + " mem:name or file:/path");
        }
        Map<String, String> settings = UrlProperties.parse(
                Engine.H2, Optional.ofNullable(form.group(5)).orElse(""), ";");
        boolean remote = form.group(1) != null;
        Place place = remote
                ? ("ssl".equals(form.group(1)) ? Place.ENCRYPTED_SERVER : Place.SERVER)
                : ("mem".equals(form.group(3)) ? Place.MEMORY : Place.FILE);
        List<HostPort> hosts = remote ? hosts(form.group(2), Engine.H2) : List.of();
        if (hosts.size() > 1) {
            throw new BadAddressException("it has too many hosts");
        }
        String name = plain(form.group(4), place == Place.MEMORY ? PLAIN_NAME : H2_PATH);
        if (place == Place.FILE && name.startsWith("mem:")) {
            throw new BadAddressException("it is a file and in memory");
        }
        for (String part : name.split("/", -1)) {
            if ("..".equals(part) || ".".equals(part)) {
                throw new BadAddressException("its path leads elsewhere");
            }
        }
        return new DatabaseAddress(Engine.H2, "h2", place, hosts, Optional.of(name), settings);
    }

    private static String plain(String name, Pattern form) throws BadAddressException {
        if (!form.matcher(name).matches()) {
            throw new BadAddressException("the name of the database has characters that it may not have");
        }
        return name;
    }
}
