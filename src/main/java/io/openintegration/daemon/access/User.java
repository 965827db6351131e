package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/**
 * A user as the file of users knows it.
 *
 * @param tokenStamp random; tokens of the user carry it, so that a new one ends all of them. Empty in files of an earlier
 *     version
 */
record User(UserId id, Set<Role> roles, PasswordHash password, String tokenStamp) {

    private static final int STAMP_BYTES = 12;

    User {
        roles = Set.copyOf(roles);
    }

    /** A new user, or an old one with another password: no token is valid yet. */
    static User withPassword(UserId id, Set<Role> roles, PasswordHash password, SecureRandom random) {
        return new User(id, roles, password, newStamp(random));
    }

    User withRoles(Set<Role> others) {
        return new User(id, others, password, tokenStamp);
    }

    User withoutTokens(SecureRandom random) {
        return new User(id, roles, password, newStamp(random));
    }

    Caller caller() {
        return new Caller(id, roles);
    }

    UserAccount account() {
        return new UserAccount(id, roles, version());
    }

    /** Changes with every change of the user. Tells nothing about the password: its hash is salted. */
    private String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String state = String.join(
                    "\n", id.value(), new TreeSet<>(roles).toString(), password.salt(), password.hash(), tokenStamp);
            return HexFormat.of().formatHex(digest.digest(state.getBytes(StandardCharsets.UTF_8)), 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    private static String newStamp(SecureRandom random) {
        byte[] bytes = new byte[STAMP_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
