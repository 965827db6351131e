package io.openintegration.daemon.connectors.files.sftp;

import io.openintegration.daemon.connectors.files.remote.RemoteMessage;
import io.openintegration.daemon.connectors.files.remote.RemoteSite;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClientFactory;

/**
 * Logs in to a host. Takes nothing from the surroundings of this process: no keys, no configuration, no known hosts of the
 * account that runs it.
 */
final class SftpLogin {

    private final SftpAddress address;
    private final RemoteSite site;
    private final SftpAccount account;
    private final SftpHostKeys hostKeys;
    private final AtomicReference<String> refusedKey = new AtomicReference<>();

    /** @throws ConnectorException of origin {@code CONFIGURATION} where account or keys cannot be used */
    SftpLogin(SftpAddress address, RemoteSite site) {
        this.address = address;
        this.site = site;
        this.account = SftpAccount.of(site, address);
        this.hostKeys = SftpHostKeys.of(site, address);
        if (hostKeys.isEmpty()) {
            throw site.failure(FailureOrigin.CONFIGURATION, RemoteMessage.HOST_KEY_NOT_CONFIGURED, null, null);
        }
    }

    /** @throws ConnectorException says why it is not possible */
    SftpSession open() {
        SshClient client = client();
        try {
            client.start();
            return open(client, connect(client));
        } catch (IOException failure) {
            ConnectorException reason = new SftpFailures(site, null).whole(failure);
            SftpSession.end(client);
            throw reason;
        } catch (RuntimeException failure) {
            SftpSession.end(client);
            throw failure;
        }
    }

    private SftpSession open(SshClient client, ClientSession session) {
        SftpFailures failures = new SftpFailures(site, session);
        try {
            authenticate(session);
            return new SftpSession(client, session, SftpClientFactory.instance().createSftpClient(session), failures);
        } catch (IOException failure) {
            throw failures.whole(failure);
        }
    }

    private SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier((session, from, key) -> isKnown(key));
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
        client.setAgentFactory(null);
        client.setNioWorkers(1);
        Duration timeout = site.timeout();
        CoreModuleProperties.IDLE_TIMEOUT.set(client, timeout);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, timeout);
        CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(client, timeout);
        // the answers keep the session from being idle while the daemon is busy elsewhere; silence is found out before
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, timeout.dividedBy(4));
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, 8);
        SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(client, timeout);
        return client;
    }

    private boolean isKnown(PublicKey key) {
        if (hostKeys.contains(key)) {
            return true;
        }
        refusedKey.set(SftpHostKeys.fingerprintOf(key));
        return false;
    }

    private ClientSession connect(SshClient client) throws IOException {
        InetAddress host = site.addressesOf(address.host()).get(0);
        return client.connect(account.user(), new InetSocketAddress(host, address.port()))
                .verify(site.timeout())
                .getClientSession();
    }

    private void authenticate(ClientSession session) throws IOException {
        account.keys().forEach(session::addPublicKeyIdentity);
        account.password().ifPresent(session::addPasswordIdentity);
        try {
            session.auth().verify(site.timeout());
        } catch (SshException failure) {
            if (refusedKey.get() != null) {
                throw site.failure(
                        FailureOrigin.CONFIGURATION, RemoteMessage.HOST_KEY_CHANGED, refusedKey.get(), failure);
            }
            if (session.isOpen() && isRefusal(failure)) {
                throw site.failure(FailureOrigin.CONFIGURATION, RemoteMessage.SECRET_REFUSED, "SSH", failure);
            }
            throw failure;
        }
    }

    private static boolean isRefusal(SshException failure) {
        return failure.getDisconnectCode() == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;
    }
}
