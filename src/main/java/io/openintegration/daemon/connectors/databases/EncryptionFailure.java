package io.openintegration.daemon.connectors.databases;

import io.openintegration.daemon.connectors.databases.address.DatabaseAddress;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Why a login failed that wanted encryption, where it was that. PostgreSQL's driver has codes for it that it also uses for other
 * failures; those have a cause.
 */
final class EncryptionFailure {

    private static final int DEEPEST = 20;
    private static final String REFUSED = "08004";
    private static final String BROKEN = "08006";

    private EncryptionFailure() {}

    /** For people. */
    static Optional<String> of(DatabaseAddress address, SQLException failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SSLException) {
                return Optional.of(
                        "the certificate of the server is not trusted, or nothing is understood by both sides");
            }
            cause = cause.getCause();
        }
        if (failure.getCause() != null || !isWanted(address)) {
            return Optional.empty();
        }
        if (REFUSED.equals(failure.getSQLState())) {
            return Optional.of("the server offers none");
        }
        return BROKEN.equals(failure.getSQLState()) && address.verifiesHost()
                ? Optional.of("the certificate of the server is for another host")
                : Optional.empty();
    }

    private static boolean isWanted(DatabaseAddress address) {
        String mode = address.properties().getOrDefault("sslmode", "");
        return address.verifiesHost() || "require".equals(mode) || "verify-ca".equals(mode);
    }
}
