package io.openintegration.daemon.configuration.documents;

import io.openintegration.daemon.configuration.AtomicFile;
import io.openintegration.daemon.configuration.ConfigurationException;
import io.openintegration.daemon.configuration.ConfigurationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key by which versions are made of documents. Versions are shown to callers who see a document without its secrets:
 * with a plain digest they could try out passwords until one gives the version that they were shown. The key is made when it
 * is first needed, and is then kept in a file that only its owner can read. Safe for all threads.
 */
final class VersionKey {

    private static final int BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final Path file;
    private SecretKey key;

    /** @param file its directory is made when it is needed */
    VersionKey(Path file) {
        this.file = file;
    }

    /**
     * @throws ConfigurationException {@code SERVER-CONFIGURATION-500-001} where the key cannot be read, {@code -002} where
     *     there is none yet and none can be made
     */
    DocumentVersion versionOf(byte[] document) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return new DocumentVersion(HexFormat.of().formatHex(mac.doFinal(document)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private synchronized SecretKey key() {
        if (key == null) {
            // what is there and cannot be read is not replaced: that would change the versions of all documents
            key = new SecretKeySpec(Files.notExists(file, LinkOption.NOFOLLOW_LINKS) ? make() : read(), ALGORITHM);
        }
        return key;
    }

    private byte[] read() {
        try {
            byte[] found = Base64.getDecoder().decode(Files.readString(file).strip());
            if (found.length != BYTES) {
                throw unreadable("it does not hold a key");
            }
            return found;
        } catch (IOException e) {
            throw unreadable(e.getClass().getSimpleName());
        } catch (IllegalArgumentException e) {
            throw unreadable("it does not hold a key");
        }
    }

    private byte[] make() {
        byte[] made = new byte[BYTES];
        new SecureRandom().nextBytes(made);
        String text = Base64.getEncoder().encodeToString(made) + "\n";
        try {
            Path directory = file.toAbsolutePath().getParent();
            Files.createDirectories(directory, AtomicFile.ownerOnly(directory, "rwx------"));
            AtomicFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
            return made;
        } catch (IOException e) {
            throw new ConfigurationException(
                    ConfigurationMessage.UNWRITABLE.with(file, e.getClass().getSimpleName()));
        }
    }

    private ConfigurationException unreadable(String why) {
        return new ConfigurationException(ConfigurationMessage.UNREADABLE.with(file, why));
    }
}
