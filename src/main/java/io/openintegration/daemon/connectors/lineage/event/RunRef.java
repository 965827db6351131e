package io.openintegration.daemon.connectors.lineage.event;

/** One run of a job. */
public record RunRef(JobName job, String runId) {}
