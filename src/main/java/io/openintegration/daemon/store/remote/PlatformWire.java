package io.openintegration.daemon.store.remote;

import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.ServerName;
import io.openintegration.daemon.store.remote.RemotePlatformSettings.TrustStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What all metadata servers of one platform have in common: connections, token, permits. */
record PlatformWire(
        RemotePlatformSettings settings, HttpWire http, Optional<Tokens> tokens, Permits permits, Pauses pauses) {

    /**
     * @param server named in the failure
     * @throws MetadataStoreException where the trust store cannot be used
     */
    static PlatformWire open(
            RemotePlatformSettings settings, ServerName server, Executor threads, Pauses pauses, Clock clock) {
        HttpWire http = new HttpWire(
                settings.limits(), settings.trust().map(trust -> trusting(trust, settings, server)), threads);
        return new PlatformWire(
                settings,
                http,
                settings.login().map(login -> new Tokens(settings, login, http, clock)),
                new Permits(
                        new Semaphore(settings.limits().parallel(), true),
                        settings.limits().answer()),
                pauses);
    }

    Channel channel(ServerName server) {
        return new Channel(settings, server, http, tokens, permits, pauses);
    }

    private static SSLContext trusting(TrustStore trust, RemotePlatformSettings settings, ServerName server) {
        try (InputStream file = Files.newInputStream(trust.file())) {
            KeyStore certificates = KeyStore.getInstance(trust.type());
            certificates.load(file, trust.password().map(String::toCharArray).orElse(null));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(certificates);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new MetadataStoreException(
                    MetadataStoreException.Kind.UNAVAILABLE,
                    RemoteStoreMessage.TRUST_STORE_NOT_USABLE.with(
                            server, settings.url(), trust.file(), e.getClass().getSimpleName()),
                    e);
        }
    }
}
