package io.openintegration.daemon.store.remote;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How one platform elsewhere is reached.
 *
 * @param url its root URL, without a slash at the end
 * @param login empty where the platform wants none
 * @param trust the certificates that are trusted by https; empty: those that the JVM trusts
 */
public record RemotePlatformSettings(URI url, Optional<Login> login, Optional<TrustStore> trust, Limits limits) {

    /** The account under which tokens are fetched; connectors' users act in the paths of requests. */
    public record Login(String user, String password) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }

    /** @param type a type of key store, for instance {@code PKCS12} */
    public record TrustStore(Path file, Optional<String> password, String type) {

        /** Never with the password. */
        @Override
        public String toString() {
            return "TrustStore[file=" + file + "]";
        }
    }

    /**
     * @param connect how long connecting may take
     * @param answer how long a whole answer may take, from sending the request to its last byte
     * @param parallel how many requests are under way at once
     * @param attempts how often a request is sent at the most, where a repeat is harmless
     * @param pause before the first repeat; twice as long before each further one, and up to half of it shorter by chance
     * @param largestAnswer in bytes
     */
    public record Limits(
            Duration connect, Duration answer, int parallel, int attempts, Duration pause, int largestAnswer) {

        public static final Limits STANDARD =
                new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), 4, 3, Duration.ofMillis(200), 64 << 20);
    }
}
