package io.openintegration.daemon.connectors.databases.address;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The properties that a URL may have: those of which it is known that they can only change how safely or how patiently the driver
 * connects. None names a class, a file or a statement.
 */
enum UrlProperty {
    PG_SSL(Engine.POSTGRESQL, "ssl", "true|false"),
    PG_SSL_MODE(Engine.POSTGRESQL, "sslmode", "disable|allow|prefer|require|verify-ca|verify-full"),
    PG_CHANNEL_BINDING(Engine.POSTGRESQL, "channelBinding", "disable|prefer|require"),
    PG_TARGET(
            Engine.POSTGRESQL,
            "targetServerType",
            "any|primary|master|slave|secondary|preferSlave|preferSecondary|preferPrimary"),
    PG_KEEP_ALIVE(Engine.POSTGRESQL, "tcpKeepAlive", "true|false"),
    PG_APPLICATION(Engine.POSTGRESQL, "ApplicationName", "[A-Za-z0-9 ._-]{1,63}"),
    MARIADB_SSL_MODE(Engine.MARIADB, "sslMode", "disable|trust|verify-ca|verify-full"),
    MARIADB_KEEP_ALIVE(Engine.MARIADB, "tcpKeepAlive", "true|false"),
    H2_EXISTS(Engine.H2, "IFEXISTS", "(?i)true"),
    H2_READ_ONLY(Engine.H2, "ACCESS_MODE_DATA", "r");

    private final Engine engine;
    private final String wireName;
    private final Pattern values;

    UrlProperty(Engine engine, String wireName, String values) {
        this.engine = engine;
        this.wireName = wireName;
        this.values = Pattern.compile(values);
    }

    String wireName() {
        return wireName;
    }

    boolean takes(String value) {
        return values.matcher(value).matches();
    }

    /** By the name as the driver would understand it: those of H2 and MariaDB do not tell upper from lower case. */
    static Optional<UrlProperty> of(Engine engine, String name) {
        return Arrays.stream(values())
                .filter(property -> property.engine == engine)
                .filter(property -> engine == Engine.POSTGRESQL
                        ? property.wireName.equals(name)
                        : property.wireName.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String namesFor(Engine engine) {
        String names = Arrays.stream(values())
                .filter(property -> property.engine == engine)
                .map(UrlProperty::wireName)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}
