package io.openintegration.daemon.access.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.AccessMessage;
import io.openintegration.daemon.access.OwnerOnlyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Single tokens that were revoked: {@code revoked-tokens.json} in the data directory, digests with the second in which the
 * token would have expired anyway; then it is forgotten. Safe from any thread; asking never touches the file.
 */
public final class RevokedTokens {

    static final int MOST = 10_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final Clock clock;
    private volatile Map<String, Long> expirySeconds;

    /** @throws AccessException {@code ACCESS-500-002} where there is a file that cannot be read */
    public RevokedTokens(Path dataDirectory, Clock clock) {
        this.file = dataDirectory.resolve("revoked-tokens.json");
        this.clock = clock;
        this.expirySeconds = Map.copyOf(read());
    }

    boolean contains(SignedJWT token) {
        Map<String, Long> revoked = expirySeconds;
        return !revoked.isEmpty() && revoked.containsKey(digest(token));
    }

    /**
     * Revokes a token that was found valid.
     *
     * @throws AccessException {@code ACCESS-500-002} where the file cannot be written, {@code ACCESS-503-002} where there are
     *     too many; the token is still valid then
     */
    synchronized void add(SignedJWT token, Instant expiry) {
        long now = clock.instant().minus(ClaimsRule.LEEWAY).getEpochSecond();
        Map<String, Long> changed = new TreeMap<>(expirySeconds);
        changed.values().removeIf(seconds -> seconds < now);
        if (changed.size() >= MOST) {
            throw new AccessException(AccessMessage.TOO_MANY_REVOKED.with(MOST));
        }
        changed.put(digest(token), expiry.getEpochSecond());
        try {
            OwnerOnlyFile.write(file, MAPPER.writeValueAsBytes(changed));
        } catch (IOException e) {
            throw unusable(e.getClass().getSimpleName());
        }
        expirySeconds = Map.copyOf(changed);
    }

    private Map<String, Long> read() {
        if (Files.notExists(file)) {
            return Map.of();
        }
        try {
            return MAPPER.readValue(Files.readAllBytes(file), new TypeReference<HashMap<String, Long>>() {});
        } catch (JsonProcessingException e) {
            throw unusable("it is not in the form expected");
        } catch (IOException e) {
            throw unusable(e.getClass().getSimpleName());
        }
    }

    private AccessException unusable(String why) {
        return new AccessException(AccessMessage.TOKEN_FILE_UNUSABLE.with(file, why));
    }

    /** Of what is signed: some signatures can be written in more than one way, this cannot. */
    private static String digest(SignedJWT token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getSigningInput()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
