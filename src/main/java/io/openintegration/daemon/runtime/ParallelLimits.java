package io.openintegration.daemon.runtime;

/**
 * How many connectors are called at the same time, each at least 1.
 *
 * @param node on this node (setting {@code daemon.connectors.parallel})
 * @param thirdParty with the same third party (setting {@code daemon.connectors.parallel.third.party})
 * @param metadataServer with the same metadata server (setting {@code daemon.connectors.parallel.metadata.server})
 */
public record ParallelLimits(int node, int thirdParty, int metadataServer) {

    /** @throws IllegalArgumentException where one is less than 1 */
    public ParallelLimits {
        if (node < 1 || thirdParty < 1 || metadataServer < 1) {
            throw new IllegalArgumentException("daemon.connectors.parallel must be at least 1");
        }
    }

    /** No other limit than that of the node. */
    public static ParallelLimits of(int node) {
        return new ParallelLimits(node, node, node);
    }

    int of(WorkTarget target) {
        return switch (target.kind()) {
            case THIRD_PARTY -> thirdParty;
            case METADATA_SERVER -> metadataServer;
        };
    }
}
