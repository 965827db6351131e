package io.openintegration.daemon.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.reconcile.ChangeAction;
import io.openintegration.daemon.reconcile.ChangeQuery;
import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.plan.PlanState;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeFilterTest {

    @Test
    void whatIsNotSaidMeansAny() {
        assertThat(ChangeFilter.of(null, null, null, "0", "100")).isEqualTo(ChangeQuery.first(100));
        assertThat(PlanFilter.of(null, null, "100")).isEqualTo(new PlanQuery(Optional.empty(), Optional.empty(), 100));
    }

    @Test
    void filtersAreRead() {
        assertThat(ChangeFilter.of("REMOVE", "CSVFile", "2026", "7", "1"))
                .isEqualTo(new ChangeQuery(
                        Optional.of(ChangeAction.REMOVE),
                        Optional.of(new TypeName("CSVFile")),
                        Optional.of("2026"),
                        7,
                        1));
        assertThat(PlanFilter.of("Monitor", "AWAITS_APPROVAL", "1"))
                .isEqualTo(new PlanQuery(
                        Optional.of(new ConnectorName("Monitor")), Optional.of(PlanState.AWAITS_APPROVAL), 1));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> ChangeFilter.of("DELETE", null, null, "0", "1"))
                .isInstanceOf(RejectedRequestException.class)
                .hasMessageContaining("CREATE, UPDATE, MOVE, RESTORE, REMOVE, HOLD_BACK, LEAVE");
        assertThatThrownBy(() -> ChangeFilter.of(null, " ", null, "0", "1"))
                .isInstanceOf(RejectedRequestException.class);
        assertThatThrownBy(() -> ChangeFilter.of(null, null, null, "-1", "1"))
                .isInstanceOf(RejectedRequestException.class);
        assertThatThrownBy(() -> ChangeFilter.of(null, null, null, "0", "1001"))
                .isInstanceOf(RejectedRequestException.class);
        assertThatThrownBy(() -> PlanFilter.of("Monitor", "ready", "1")).isInstanceOf(RejectedRequestException.class);
    }
}
