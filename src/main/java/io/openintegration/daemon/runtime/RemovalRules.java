package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.RemovalLimits;
import io.openintegration.daemon.configuration.RemovalPolicy;
import io.openintegration.daemon.metadata.Change.Removal;
import io.openintegration.daemon.reconcile.ReconcileOptions;
import io.openintegration.daemon.reconcile.RemovalGuards;

/** What a configuration document says of removals, as reconciling understands it. */
final class RemovalRules {

    private RemovalRules() {}

    static ReconcileOptions of(RemovalPolicy policy) {
        RemovalLimits limits = policy.limits();
        Removal removal =
                switch (policy.method()) {
                    case ARCHIVE -> Removal.ARCHIVE;
                    case PURGE -> Removal.PURGE;
                };
        return ReconcileOptions.standard()
                .with(
                        removal,
                        new RemovalGuards(
                                policy.allowed(), limits.maximumShare(), limits.minimumItems(), limits.minimumAge()));
    }
}
