package io.openintegration.daemon.access.token;

import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.AccessMessage;
import io.openintegration.daemon.access.OwnerOnlyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key of our own tokens: {@code token-key} in the data directory, made when it is not there yet. */
final class TokenKey {

    static final int BYTES = 32;

    private TokenKey() {}

    /** @throws AccessException {@code ACCESS-500-002} where the file can be neither read nor made */
    static byte[] readOrMake(Path dataDirectory) {
        Path file = dataDirectory.resolve("token-key");
        try {
            return Files.exists(file) ? read(file) : make(file);
        } catch (IOException e) {
            throw unusable(file, e.getClass().getSimpleName());
        } catch (IllegalArgumentException e) {
            throw unusable(file, "it does not hold a key");
        }
    }

    private static byte[] read(Path file) throws IOException {
        byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
        if (key.length != BYTES) {
            throw new IllegalArgumentException("too short for a key");
        }
        return key;
    }

    private static byte[] make(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        String text = Base64.getEncoder().encodeToString(key) + "\n";
        OwnerOnlyFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
        return key;
    }

    private static AccessException unusable(Path file, String why) {
        return new AccessException(AccessMessage.TOKEN_FILE_UNUSABLE.with(file, why));
    }
}
