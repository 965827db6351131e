package io.openintegration.daemon.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: salted, and slow to compute. Passwords are compared in Unicode's composed form, so that it
 * does not matter how a keyboard or browser writes an accent.
 *
 * @param algorithm always {@link #ALGORITHM} so far; kept so that another one can follow
 * @param salt random, of this password alone, in Base64
 * @param hash in Base64
 */
record PasswordHash(String algorithm, int iterations, String salt, String hash) {

    static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    static final int ITERATIONS = 210_000;

    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;

    /** Compared with where a user does not exist, so that this takes as long as where one does. */
    static final PasswordHash OF_NOBODY =
            new PasswordHash(ALGORITHM, ITERATIONS, text(new byte[SALT_BYTES]), text(new byte[BITS / 8]));

    PasswordHash {
        if (!ALGORITHM.equals(algorithm) || iterations < 1 || bytes(salt).length == 0 || bytes(hash).length == 0) {
            throw new IllegalArgumentException("not a password hash");
        }
    }

    static PasswordHash make(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(ALGORITHM, ITERATIONS, text(salt), text(derive(password, salt, ITERATIONS)));
    }

    /** Takes the same time wherever the difference is. */
    boolean matches(String password) {
        return MessageDigest.isEqual(bytes(hash), derive(password, bytes(salt), iterations));
    }

    /** Names the algorithm alone: nobody needs a hash in a log. */
    @Override
    public String toString() {
        return algorithm;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        PBEKeySpec spec = new PBEKeySpec(composed.toCharArray(), salt, iterations, BITS);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime cannot compute " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
        }
    }
}
