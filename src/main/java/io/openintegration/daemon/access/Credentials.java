package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** User and password of a request. */
public record Credentials(UserId user, String password) {

    public static final int LONGEST_USER = 256;
    static final int LONGEST_PASSWORD = 1_024;

    /** Reads what follows the word of the scheme Basic, in UTF-8; empty where it is anything else. */
    static Optional<Credentials> parse(String encoded) {
        try {
            byte[] decoded = Base64.getDecoder().decode(encoded);
            return split(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Shows the user alone. */
    @Override
    public String toString() {
        return "credentials of " + user;
    }

    /** User and password as they were sent; empty where they cannot be those of any user. */
    public static Optional<Credentials> of(String user, String password) {
        boolean usable = !user.isBlank()
                && user.length() <= LONGEST_USER
                && !password.isEmpty()
                && password.length() <= LONGEST_PASSWORD
                && (user + password).chars().noneMatch(Character::isISOControl);
        return usable ? Optional.of(new Credentials(new UserId(user), password)) : Optional.empty();
    }

    private static Optional<Credentials> split(String pair) {
        int colon = pair.indexOf(':');
        return colon < 0 ? Optional.empty() : of(pair.substring(0, colon), pair.substring(colon + 1));
    }
}
