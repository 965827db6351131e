package io.openintegration.daemon.runtime.model;

import io.openintegration.daemon.runtime.ConnectorSelection;
import io.openintegration.daemon.runtime.IntegrationDaemon;
import io.openintegration.daemon.runtime.RequestReceipt;
import io.openintegration.daemon.runtime.RequestRefusedException;
import io.openintegration.daemon.runtime.TargetState;
import io.openintegration.daemon.spi.ConnectorName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What an operator asks of the daemon and of the model.
 *
 * @param connector the one that is named; if none is, all are meant
 * @param refuses whether a modelled connector does not do it
 * @param model what it means for one that does; false where there are no threads
 */
record Question(
        Optional<Kind> connector,
        BiFunction<IntegrationDaemon, ConnectorSelection, RequestReceipt> real,
        Predicate<ConnectorModel> refuses,
        BiConsumer<ConnectorModel, Boolean> model) {

    static Question refresh(Optional<Kind> connector) {
        return new Question(
                connector,
                (daemon, selection) -> daemon.refresh(selection, RealDaemon.OPERATOR),
                ConnectorModel::refusesRefresh,
                ConnectorModel::refresh);
    }

    static Question restart(Optional<Kind> connector) {
        return new Question(
                connector,
                (daemon, selection) -> daemon.restart(selection, RealDaemon.OPERATOR),
                asked -> asked.refusesRestart(connector.isPresent()),
                ConnectorModel::restart);
    }

    static Question target(Kind connector, TargetState target) {
        return new Question(
                Optional.of(connector),
                (daemon, selection) -> daemon.setTarget(selection, target, RealDaemon.OPERATOR),
                asked -> false,
                (asked, threads) -> asked.setTarget(target));
    }

    /** Where no node is on duty, nobody is asked. */
    void ask(RealDaemon daemon, DaemonModel modelled, boolean threads) {
        daemon.onDuty().ifPresent(present -> {
            Collection<ConnectorModel> asked = connector
                    .<Collection<ConnectorModel>>map(named -> List.of(modelled.connector(named)))
                    .orElseGet(modelled.connectors::values);
            boolean refused = connector.isPresent() && asked.stream().anyMatch(refuses);
            ask(daemon, present, refused);
            for (ConnectorModel one : asked) {
                if (!refuses.test(one)) {
                    model.accept(one, threads);
                } else if (connector.isEmpty()) {
                    one.life.considered = true;
                }
            }
        });
    }

    private void ask(RealDaemon daemon, IntegrationDaemon present, boolean refused) {
        ConnectorSelection selection = connector
                .map(named -> ConnectorSelection.of(new ConnectorName(named.name())))
                .orElse(ConnectorSelection.ALL);
        try {
            daemon.receipts.add(real.apply(present, selection));
            if (refused) {
                throw new AssertionError("the request was to be refused");
            }
        } catch (RequestRefusedException e) {
            if (!refused) {
                throw new AssertionError("the request was not to be refused", e);
            }
        }
    }
}
