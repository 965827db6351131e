package io.openintegration.daemon.runtime;

import io.openintegration.daemon.reconcile.ChangeLists;
import io.openintegration.daemon.runtime.plan.Plans;
import io.openintegration.daemon.runtime.run.RunHistory;

/** What was done, what would be done, and the changes of both. */
public record Chronicle(RunHistory runs, Plans plans, ChangeLists changes) {}
