package io.openintegration.daemon.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A host that speaks SFTP and shows one directory, in this process, at loopback and a free port. */
public final class SftpHost implements AutoCloseable {

    public static final String USER = "exchangeDL01npa";
    public static final String PASSWORD = "drop-foot-secret-4711";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Set<PublicKey> welcome = ConcurrentHashMap.newKeySet();
    private final AtomicReference<SilentSftp.Silence> silence = new AtomicReference<>(SilentSftp.Silence.NONE);
    private final SftpSubsystemFactory sftp = new SilentSftp(silence);
    private volatile KeyPair key = newKey();

    public SftpHost(Path directory) throws IOException {
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        server.setPublickeyAuthenticator((user, offered, session) ->
                USER.equals(user) && welcome.stream().anyMatch(known -> KeyUtils.compareKeys(known, offered)));
        server.setSubsystemFactories(List.of(sftp));
        server.setFileSystemFactory(new VirtualFileSystemFactory(directory));
        server.start();
    }

    public static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    public int port() {
        return server.getPort();
    }

    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
    }

    /** As a line of known_hosts has it, without the host. */
    public String publicKey() {
        return PublicKeyEntry.toString(key.getPublic());
    }

    /** Whoever has that key may log in. */
    public void welcome(PublicKey known) {
        welcome.add(known);
    }

    /** How it gets at its files. */
    public void behave(SftpFileSystemAccessor accessor) {
        sftp.setFileSystemAccessor(accessor);
    }

    /** From now on it does not tell what its names stand for. */
    public void beSilent(SilentSftp.Silence about) {
        // later versions of the protocol always name a type
        SftpModuleProperties.SFTP_VERSION.set(server, 3);
        silence.set(about);
    }

    /** From now on it is another host, for all that its key tells. */
    public void changeKey() {
        key = newKey();
        server.setKeyPairProvider(KeyPairProvider.wrap(key));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
