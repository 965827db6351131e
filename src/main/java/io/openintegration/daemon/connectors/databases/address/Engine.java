package io.openintegration.daemon.connectors.databases.address;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of databases whose URLs are known here. */
public enum Engine {
    POSTGRESQL(Set.of("postgresql"), "postgres", 5_432),
    /** Its driver speaks with MySQL, too, and so do OpenLineage's names. */
    MARIADB(Set.of("mariadb", "mysql"), "mysql", 3_306),
    H2(Set.of("h2"), "h2", 9_092),
    /** Whatever else an operator has a driver for: a host and a name, and no properties at all. */
    OTHER(Set.of(), "", 0);

    private final Set<String> schemes;
    private final String namespace;
    private final int port;

    Engine(Set<String> schemes, String namespace, int port) {
        this.schemes = schemes;
        this.namespace = namespace;
        this.port = port;
    }

    /** @param scheme what follows {@code jdbc:}, in lower case */
    static Engine of(String scheme) {
        return Arrays.stream(values())
                .filter(engine -> engine.schemes.contains(scheme))
                .findFirst()
                .orElse(OTHER);
    }

    /** How OpenLineage's names of data sets in such a database begin. */
    String namespace() {
        return namespace;
    }

    Optional<Integer> usualPort() {
        return port == 0 ? Optional.empty() : Optional.of(port);
    }
}
