package io.openintegration.daemon.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were found right a short while ago, as keyed hashes over the stored hash, the address and the
 * password: changing a password makes what was remembered worthless, and the key never leaves this object.
 */
final class VerifiedPasswords {

    static final Duration REMEMBERED = Duration.ofMinutes(5);
    static final int MOST = 1_000;

    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<ByteBuffer, Instant> expiries = new LinkedHashMap<>();

    VerifiedPasswords(Clock clock, SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        this.clock = clock;
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    boolean contains(User user, String password, String address) {
        ByteBuffer mark = mark(user, password, address);
        synchronized (expiries) {
            Instant expiry = expiries.get(mark);
            return expiry != null && clock.instant().isBefore(expiry);
        }
    }

    void add(User user, String password, String address) {
        ByteBuffer mark = mark(user, password, address);
        synchronized (expiries) {
            expiries.remove(mark);
            expiries.put(mark, clock.instant().plus(REMEMBERED));
            if (expiries.size() > MOST) {
                expiries.remove(expiries.keySet().iterator().next());
            }
        }
    }

    int size() {
        synchronized (expiries) {
            return expiries.size();
        }
    }

    /** The stored hash was made with a salt of its own, so that it stands for the user as well. */
    private ByteBuffer mark(User user, String password, String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(user.password().hash().getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            mac.update(address.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
