package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.runtime.run.RunOutcome;
import io.openintegration.daemon.runtime.run.RunQuery;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFilterTest {

    @Test
    void whatIsNotSaidMeansAny() {
        assertThat(RunFilter.of(Optional.empty(), null, "100"))
                .isEqualTo(new RunQuery(Optional.empty(), Optional.empty(), 100));
    }

    @Test
    void filtersAreRead() {
        assertThat(RunFilter.of(Optional.of("Monitor"), "FAILED", "1"))
                .isEqualTo(new RunQuery(Optional.of(new ConnectorName("Monitor")), Optional.of(RunOutcome.FAILED), 1));
    }

    @Test
    void unknownOutcomeIsRefusedNamingThoseThatThereAre() {
        assertThatThrownBy(() -> RunFilter.of(Optional.empty(), "failed", "100"))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessageStartingWith("REST-REQUEST-400-005 ")
                .hasMessageContaining("outcome")
                .hasMessageContaining("RUNNING, SUCCEEDED, DEGRADED, FAILED, CANCELLED, LOST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "many", ""})
    void limitIsFromOneToAThousand(String limit) {
        assertThatThrownBy(() -> RunFilter.of(Optional.empty(), null, limit))
                .hasMessageStartingWith("REST-REQUEST-400-005 ")
                .hasMessageContaining("1 to 1000");
    }

    @Test
    void blankNameIsNoFilter() {
        assertThatThrownBy(() -> RunFilter.of(Optional.of(" "), null, "100"))
                .hasMessageStartingWith("REST-REQUEST-400-005 ");
    }
}
