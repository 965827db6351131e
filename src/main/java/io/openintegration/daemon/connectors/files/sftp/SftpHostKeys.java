package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.remote.RemoteSite;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.digest.BuiltinDigests;

/**
 * The keys by which a host is known.
 *
 * @param fingerprints of the form {@code SHA256:…}
 * @param keys from known-hosts entries for this host and port
 */
record SftpHostKeys(List<String> fingerprints, List<PublicKey> keys) {

    /**
     * @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-103} where what is configured cannot be
     *     understood
     */
    static SftpHostKeys of(RemoteSite site, SftpAddress address) {
        Connection connection = site.connection();
        List<String> fingerprints = connection.property("hostKeyFingerprint").stream()
                .flatMap(text -> Arrays.stream(text.split("[\\s,]+")))
                .filter(text -> !text.isEmpty())
                .toList();
        if (!fingerprints.stream().allMatch(text -> text.matches("SHA256:[A-Za-z0-9+/]{43}=?"))) {
            throw site.notUsable("hostKeyFingerprint", "one or more of the form SHA256:… as ssh-keygen -l prints them");
        }
        return new SftpHostKeys(
                fingerprints, known(connection.property("knownHosts").orElse(""), site, address));
    }

    private static List<PublicKey> known(String lines, RemoteSite site, SftpAddress address) {
        List<PublicKey> keys = new ArrayList<>();
        try {
            for (String line : lines.lines().map(String::strip).toList()) {
                if (line.isEmpty() || line.startsWith("#")) {
                    continue;
                }
                KnownHostEntry entry = KnownHostEntry.parseKnownHostEntry(line);
                // one with a marker is either revoked, or the key of an authority
                if (entry.getMarker() == null && entry.isHostMatch(address.host(), address.port())) {
                    keys.add(entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
                }
            }
            return List.copyOf(keys);
        } catch (IOException | GeneralSecurityException | RuntimeException notUnderstood) {
            throw site.notUsable("knownHosts", "lines as ssh keeps them in known_hosts");
        }
    }

    boolean isEmpty() {
        return fingerprints.isEmpty() && keys.isEmpty();
    }

    boolean contains(PublicKey key) {
        String fingerprint = fingerprintOf(key);
        return fingerprints.stream().anyMatch(known -> withoutPadding(known).equals(withoutPadding(fingerprint)))
                || keys.stream().anyMatch(known -> KeyUtils.compareKeys(known, key));
    }

    static String fingerprintOf(PublicKey key) {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    }

    private static String withoutPadding(String fingerprint) {
        return fingerprint.endsWith("=") ? fingerprint.substring(0, fingerprint.length() - 1) : fingerprint;
    }
}
