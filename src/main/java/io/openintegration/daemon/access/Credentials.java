package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** User and password of a request. */
public record Credentials(UserId user, String password) {

    static final int LONGEST_USER = 256;
    static final int LONGEST_PASSWORD = 1_024;

    private static final String SCHEME = "Basic ";

    /** Reads an {@code Authorization} header of the scheme Basic, in UTF-8; empty where it is anything else. */
    public static Optional<Credentials> parse(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim());
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

    private static Optional<Credentials> split(String pair) {
        int colon = pair.indexOf(':');
        if (colon < 0 || pair.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        String user = pair.substring(0, colon);
        String password = pair.substring(colon + 1);
        boolean usable = !user.isBlank()
                && user.length() <= LONGEST_USER
                && !password.isEmpty()
                && password.length() <= LONGEST_PASSWORD;
        return usable ? Optional.of(new Credentials(new UserId(user), password)) : Optional.empty();
    }
}
