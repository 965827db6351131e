package io.openintegration.daemon.connectors.lineage.publish;

/** Events made for a test. */
final class Events {

    private Events() {}

    /** @param number tells it from others */
    static String start(int number) {
        return of("demo", "daily sales", "run-" + number);
    }

    static String of(String namespace, String job, String run) {
        return """
                {"eventType":"START","eventTime":"2026-01-31T12:00:00.000Z","run":{"runId":"%s"},\
                "job":{"namespace":"%s","name":"%s"},"inputs":[],"outputs":[],"producer":"https://example.org",\
                "schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json"}"""
                .formatted(run, namespace, job);
    }
}
