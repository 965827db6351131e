package io.openintegration.daemon.rest;

import jakarta.enterprise.context.ApplicationScoped;

/** The texts of connectors' reports that are kept, in the form of each family of URLs. */
@ApplicationScoped
public class ReportTexts {

    private final KeptTexts ofGuide = new KeptTexts(StatusJson::connector);
    private final KeptTexts current = new KeptTexts(CurrentStatusJson::of);
    private final KeptTexts own = new KeptTexts(ConnectorJson::of);

    KeptTexts ofGuide() {
        return ofGuide;
    }

    KeptTexts current() {
        return current;
    }

    KeptTexts own() {
        return own;
    }
}
