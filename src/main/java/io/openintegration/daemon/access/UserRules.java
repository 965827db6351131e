package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What may be a user id, and what a password. */
final class UserRules {

    static final int SHORTEST_PASSWORD = 12;

    /** A colon would end the user id in Basic authentication; the others have a meaning in URLs. */
    private static final Pattern USER_ID =
            Pattern.compile("[^\\p{C}\\p{Z}:/\\\\;%?#]++(?: [^\\p{C}\\p{Z}:/\\\\;%?#]++)*+");

    private UserRules() {}

    /** @throws AccessException {@code ACCESS-400-001} */
    static void checkNew(UserId user) {
        String id = user.value();
        if (id.length() > Credentials.LONGEST_USER
                || id.matches("\\.++")
                || !USER_ID.matcher(id).matches()) {
            throw new AccessException(AccessMessage.BAD_USER_ID.with(
                    id.length() > Credentials.LONGEST_USER ? "of " + id.length() + " characters" : id,
                    "at most " + Credentials.LONGEST_USER
                            + " letters, digits and signs, without control characters and the signs : / \\ ; % ? #"));
        }
    }

    /**
     * Passwords are measured as they are compared, in Unicode's composed form. They are never cut.
     *
     * @throws AccessException {@code ACCESS-400-002}
     */
    static void check(UserId user, String password) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        boolean good = composed.codePointCount(0, composed.length()) >= SHORTEST_PASSWORD
                && password.length() <= Credentials.LONGEST_PASSWORD
                && password.chars().noneMatch(Character::isISOControl)
                && !password.isBlank()
                && !password.equalsIgnoreCase(user.value());
        if (!good) {
            throw new AccessException(AccessMessage.BAD_PASSWORD.with("from " + SHORTEST_PASSWORD + " to "
                    + Credentials.LONGEST_PASSWORD
                    + " characters, without control characters, and another text than the user id"));
        }
    }
}
