package io.openintegration.daemon.runtime;

import io.openintegration.daemon.configuration.MetadataServerRef;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A system that connectors call, and that not too many shall call at once. */
record WorkTarget(Kind kind, String name) {

    /** {@code scheme://user@host:port/…}, also behind {@code jdbc:} and the like. */
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z][A-Za-z0-9+.:-]*//(?:[^/?#;@]*@)?([^/?#;@]+)");

    enum Kind {
        THIRD_PARTY,
        METADATA_SERVER
    }

    /** What a connector in this slot calls. Addresses without a host, such as those of directories, are not limited. */
    static Set<WorkTarget> of(ConnectorSlot slot) {
        Set<WorkTarget> targets = new HashSet<>();
        MetadataServerRef server = slot.metadataServer();
        targets.add(new WorkTarget(Kind.METADATA_SERVER, server.platformUrl() + "/" + server.server()));
        slot.configuration().connection().endpointAddress().ifPresent(address -> {
            Matcher authority = AUTHORITY.matcher(address);
            if (authority.lookingAt()) {
                targets.add(new WorkTarget(Kind.THIRD_PARTY, authority.group(1).toLowerCase(Locale.ROOT)));
            }
        });
        return targets;
    }
}
