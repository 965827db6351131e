package io.openintegration.daemon.connectors.files.s3;

import io.openintegration.daemon.connectors.files.FilesMessage;
import io.openintegration.daemon.connectors.files.LandingArea;
import io.openintegration.daemon.connectors.files.LandingPlace;
import io.openintegration.daemon.connectors.files.remote.RemoteMessage;
import io.openintegration.daemon.connectors.files.remote.RemoteSite;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.FilesIntegratorContext;
import java.io.IOException;
import java.nio.file.AccessDeniedException;

/** The bucket, or the folder in it, that a connection names. */
final class S3Place implements LandingPlace {

    private final RemoteSite site;

    S3Place(Connection connection, FilesIntegratorContext context) {
        this.site = new RemoteSite(connection, context);
    }

    @Override
    public String address() {
        return site.address();
    }

    @Override
    public LandingArea open() {
        S3Address address = S3Address.parse(site.address())
                .orElseThrow(() -> site.failure(
                        FailureOrigin.CONFIGURATION, RemoteMessage.ADDRESS_NOT_UNDERSTOOD, S3Address.FORM, null));
        S3LandingArea area = new S3LandingArea(address, S3Clients.open(S3Options.of(site), site), new S3Failures(site));
        try {
            return area.check();
        } catch (IOException failure) {
            area.close();
            throw listingFailed(failure);
        } catch (RuntimeException failure) {
            area.close();
            throw failure;
        }
    }

    @Override
    public ConnectorException listingFailed(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return site.failure(FailureOrigin.THIRD_PARTY, RemoteMessage.ACCESS_DENIED, null, cause);
        }
        return new ConnectorException(
                FailureOrigin.THIRD_PARTY,
                FilesMessage.LISTING_FAILED.with(
                        site.address(),
                        site.address(),
                        site.connector(),
                        cause.getClass().getSimpleName()),
                cause);
    }
}
