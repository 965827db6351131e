package io.openintegration.daemon.rest;

import io.openintegration.daemon.runtime.plan.PlanQuery;
import io.openintegration.daemon.runtime.plan.PlanState;
import java.util.Optional;

/** Reads which plans a caller wants to see. */
final class PlanFilter {

    private PlanFilter() {}

    /**
     * Null means any.
     *
     * @throws RejectedRequestException {@code REST-REQUEST-400-005} where a value is not what is expected
     */
    static PlanQuery of(String connector, String state, String limit) {
        return new PlanQuery(
                Optional.ofNullable(connector).map(RunFilter::connector),
                Optional.ofNullable(state).map(name -> QueryValue.choice("state", name, PlanState.class)),
                QueryValue.number("limit", limit, 1, RunFilter.LONGEST_LIST));
    }
}
