package io.openintegration.daemon.store.embedded;

import io.openintegration.daemon.metadata.BatchId;
import io.openintegration.daemon.metadata.ChangeResult;
import java.time.Instant;
import java.util.List;

/** That a batch was carried out, when, and what came of it. */
record Receipt(BatchId batch, List<ChangeResult> results, Instant time) {}
