package io.openintegration.daemon.metadata;

/** The user in whose name something is done. */
public record UserId(String value) {

    public UserId {
        NameCheck.notBlank(value, "a user id");
    }

    @Override
    public String toString() {
        return value;
    }
}
