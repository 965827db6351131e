package io.openintegration.daemon.access.token;

import io.openintegration.daemon.metadata.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An API key as {@code api-keys.json} has it.
 *
 * @param stamp of the user's tokens when it was made: a new stamp ends the key along with them
 * @param digest of the key's whole text. It need not be slow: the text has {@value #SECRET_BYTES} random bytes, which nobody tries out
 */
record StoredApiKey(String id, String user, String stamp, String name, long made, long expires, String digest) {

    /** What all keys begin with, so that people and scanners of repositories know them; no token does. */
    static final String PREFIX = "idak_";

    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    StoredApiKey {
        if (id == null || user == null || stamp == null || name == null || digest == null) {
            throw new IllegalArgumentException("an API key misses something");
        }
    }

    /** A new text, which nobody can guess. */
    static String newText(SecureRandom random) {
        byte[] id = new byte[ID_BYTES];
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(id);
        random.nextBytes(secret);
        return PREFIX + HexFormat.of().formatHex(id) + "_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The id in a key's text; empty where it is none. */
    static String idIn(String text) {
        int end = text.indexOf('_', PREFIX.length());
        return text.startsWith(PREFIX) && end > 0 ? text.substring(PREFIX.length(), end) : "";
    }

    static StoredApiKey of(String text, UserId user, String stamp, String name, Instant made, Instant expires) {
        return new StoredApiKey(
                idIn(text), user.value(), stamp, name, made.getEpochSecond(), expires.getEpochSecond(), digest(text));
    }

    boolean isOf(UserId holder) {
        return user.equals(holder.value());
    }

    boolean hasExpired(Instant now) {
        return now.getEpochSecond() >= expires;
    }

    boolean matches(String text) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), digest(text).getBytes(StandardCharsets.US_ASCII));
    }

    ApiKey shown() {
        return new ApiKey(id, new UserId(user), name, Instant.ofEpochSecond(made), Instant.ofEpochSecond(expires));
    }

    private static String digest(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
