package io.openintegration.daemon.spi;

import io.openintegration.daemon.metadata.NameCheck;

/** The name of a connector, unique within its integration daemon. */
public record ConnectorName(String value) {

    public ConnectorName {
        NameCheck.notBlank(value, "a connector name");
    }

    @Override
    public String toString() {
        return value;
    }
}
