package io.openintegration.daemon.metadata;

/** The name of a named server (an integration daemon or a metadata access store), unique on a platform. */
public record ServerName(String value) {

    public ServerName {
        NameCheck.notBlank(value, "a server name");
    }

    @Override
    public String toString() {
        return value;
    }
}
