package io.openintegration.daemon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.reconcile.ReconcileMessage;
import io.openintegration.daemon.spi.ConnectorName;
import io.openintegration.daemon.spi.FailureOrigin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is to blame for what a connector's call ended with. */
class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, METADATA_SERVER",
        "NOT_AUTHORIZED, CONFIGURATION",
        "INVALID_REQUEST, CONNECTOR",
        "NOT_FOUND, CONNECTOR",
        "DUPLICATE_NAME, CONNECTOR"
    })
    void metadataServerIsAtFaultOnlyWhereItIsNotThere(Kind kind, FailureOrigin origin) {
        MetadataStoreException refused = new MetadataStoreException(kind, ReconcileMessage.REFRESH_BROKEN.with());

        assertThat(Failures.of(new ConnectorName("Monitor"), "refresh", refused).origin())
                .isEqualTo(origin);
    }
}
