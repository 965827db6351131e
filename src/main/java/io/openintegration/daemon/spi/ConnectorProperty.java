package io.openintegration.daemon.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A configuration property that a connector knows: usually a constant of the connector's own enum. {@link PropertyReader} reads it, and
 * {@link IntegrationConnectorProvider#configurationProperties} tells operators of it (docs/connector-authors.md).
 */
public interface ConnectorProperty {

    /** As documents spell it; not blank. */
    String wireName();

    /** A sentence for operators, with the default. */
    String meaning();

    /** The names under which it is looked for, the one that counts first: other names are those of a peer's connector. */
    default List<String> names() {
        return List.of(wireName());
    }

    /** These properties as a provider tells of them. */
    static Map<String, String> described(Collection<? extends ConnectorProperty> properties) {
        return properties.stream().collect(Collectors.toMap(ConnectorProperty::wireName, ConnectorProperty::meaning));
    }
}
