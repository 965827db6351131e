package io.openintegration.daemon.connectors.files.sftp;

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
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The directory of another host that a connection names. */
final class SftpPlace implements LandingPlace {

    private final RemoteSite site;

    SftpPlace(Connection connection, FilesIntegratorContext context) {
        this.site = new RemoteSite(connection, context);
    }

    @Override
    public String address() {
        return site.address();
    }

    @Override
    public LandingArea open() {
        SftpAddress address = SftpAddress.parse(site.address())
                .orElseThrow(() -> site.failure(
                        FailureOrigin.CONFIGURATION, RemoteMessage.ADDRESS_NOT_UNDERSTOOD, SftpAddress.FORM, null));
        SftpSession session = new SftpLogin(address, site).open();
        try {
            SftpLandingArea area = new SftpLandingArea(address, session);
            if (!area.isDirectory()) {
                throw new NotDirectoryException(address.path());
            }
            return area;
        } catch (IOException failure) {
            session.close();
            throw listingFailed(failure);
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    @Override
    public ConnectorException listingFailed(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return site.failure(FailureOrigin.THIRD_PARTY, RemoteMessage.MISSING, null, cause);
        }
        if (cause instanceof AccessDeniedException) {
            return site.failure(FailureOrigin.THIRD_PARTY, RemoteMessage.ACCESS_DENIED, null, cause);
        }
        if (cause instanceof NotDirectoryException) {
            return new ConnectorException(
                    FailureOrigin.CONFIGURATION,
                    FilesMessage.NOT_A_DIRECTORY.with(site.address(), site.address(), site.connector()),
                    cause);
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
