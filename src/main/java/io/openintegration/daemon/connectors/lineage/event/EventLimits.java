package io.openintegration.daemon.connectors.lineage.event;

/**
 * How much one event may hold; one that holds more is refused, but for facets that are too long, which are left out.
 *
 * @param characters of its text
 * @param depth of its JSON
 * @param dataSets inputs and outputs together
 * @param facets of one run, job or data set
 * @param facetCharacters of one facet that the lineage does not need; a schema or a column lineage may be as long as the event
 * @param nameCharacters of a namespace, a name or an id
 */
public record EventLimits(
        int characters, int depth, int dataSets, int facets, int facetCharacters, int nameCharacters) {

    public static final EventLimits STANDARD = new EventLimits(1 << 20, 64, 1_000, 100, 16_384, 2_000);
}
