package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.remote.RemoteSite;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;

/**
 * Who logs in, and how.
 *
 * @param keys empty where there is none
 */
record SftpAccount(String user, Optional<String> password, List<KeyPair> keys) {

    /** @throws ConnectorException {@code BASIC-FILES-INTEGRATION-CONNECTORS-400-103} where there is no account in it */
    static SftpAccount of(RemoteSite site, SftpAddress address) {
        Connection connection = site.connection();
        String user = address.user()
                .or(() -> connection.userId().filter(text -> !text.isBlank()))
                .orElseThrow(() -> site.notUsable("account", "a user in the endpoint address, or userId"));
        Optional<String> password = connection.clearPassword().filter(text -> !text.isBlank());
        List<KeyPair> keys = Optional.ofNullable(connection.securedProperties().get("privateKey"))
                .map(text -> keys(text, connection.securedProperties().get("privateKeyPassphrase"), site))
                .orElse(List.of());
        if (password.isEmpty() && keys.isEmpty()) {
            throw site.notUsable("account", "clearPassword, or the secured property privateKey");
        }
        return new SftpAccount(user, password, keys);
    }

    /** What the failure would say of the key is nobody's business: it is not kept. */
    private static List<KeyPair> keys(String text, String passphrase, RemoteSite site) {
        try {
            FilePasswordProvider provider =
                    passphrase == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(passphrase);
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName("privateKey"),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    provider);
            List<KeyPair> keys = pairs == null
                    ? List.of()
                    : StreamSupport.stream(pairs.spliterator(), false).toList();
            if (!keys.isEmpty()) {
                return keys;
            }
        } catch (IOException | GeneralSecurityException | RuntimeException notUnderstood) {
            throw unusableKey(site);
        }
        throw unusableKey(site);
    }

    private static ConnectorException unusableKey(RemoteSite site) {
        return site.notUsable(
                "privateKey", "a private key in PEM or OpenSSH's form, with privateKeyPassphrase where it has one");
    }

    @Override
    public String toString() {
        return "account " + user;
    }
}
