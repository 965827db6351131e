package io.openintegration.daemon.configuration;

import io.openintegration.daemon.configuration.RemovalPolicy.DeleteMethod;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads {@code removal}, which a daemon, a service and a connector may have, and what Egeria's configuration properties of a
 * connection say of removals.
 */
final class RemovalReader {

    private static final String ALLOWED = "allowCatalogDelete";
    private static final String METHOD = "deleteMethod";
    private static final Set<String> NO = Set.of("false", "no");

    /** Egeria's other methods take an element out of sight and can bring it back: what comes closest here is the archive. */
    private static final Set<String> ARCHIVING = Set.of("ARCHIVE", "SOFT_DELETE", "LOOK_FOR_LINEAGE");

    private RemovalReader() {}

    /** What the section says; where it says nothing, field by field, what holds around it. */
    static RemovalLimits limits(Section section, RemovalLimits around, List<Message> warnings) {
        RemovalLimits limits = new RemovalLimits(
                (int) section.number("maximumShare", around.maximumShare(), 1, 100),
                (int) section.number("minimumItems", around.minimumItems(), 1, Integer.MAX_VALUE),
                Duration.ofMinutes(section.number(
                        "minimumAgeMinutes", around.minimumAge().toMinutes(), 0, RemovalLimits.LONGEST_MINIMUM_AGE)));
        section.reportUnknownFields(warnings::add);
        return limits;
    }

    /** @param properties where the configuration properties of the connection stand */
    static RemovalPolicy policy(Connection connection, Section properties, RemovalLimits limits) {
        boolean allowed = connection
                .property(ALLOWED)
                .map(text -> !NO.contains(text.strip().toLowerCase(Locale.ROOT)))
                .orElse(true);
        return new RemovalPolicy(allowed, method(connection, properties), limits);
    }

    private static DeleteMethod method(Connection connection, Section properties) {
        String method = connection.property(METHOD).orElse("ARCHIVE").strip().toUpperCase(Locale.ROOT);
        if (!method.equals("PURGE") && !ARCHIVING.contains(method)) {
            properties.report(ConfigurationMessage.NOT_ONE_OF.with(
                    properties.pathOf(METHOD),
                    properties.written(METHOD),
                    "[ARCHIVE, PURGE, SOFT_DELETE, LOOK_FOR_LINEAGE]"));
        }
        return method.equals("PURGE") ? DeleteMethod.PURGE : DeleteMethod.ARCHIVE;
    }
}
