package io.openintegration.daemon.configuration;

import java.util.Arrays;
import java.util.Optional;

/** The two kinds of named server that this platform can run. */
public enum ServerType {
    INTEGRATION_DAEMON("Integration Daemon"),
    METADATA_ACCESS_STORE("Metadata Access Store");

    private final String displayName;

    ServerType(String displayName) {
        this.displayName = displayName;
    }

    /** The name as documents ({@code localServerType}) and audit records spell it. */
    public String displayName() {
        return displayName;
    }

    public static Optional<ServerType> ofDisplayName(String name) {
        return Arrays.stream(values())
                .filter(type -> type.displayName.equals(name))
                .findFirst();
    }
}
