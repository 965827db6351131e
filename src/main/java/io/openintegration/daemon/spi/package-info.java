/**
 * What the author of a connector sees: the {@linkplain io.openintegration.daemon.spi.IntegrationConnector connector}
 * with its life cycle, its {@linkplain io.openintegration.daemon.spi.IntegrationConnectorProvider provider} (found
 * through {@link java.util.ServiceLoader}), the {@linkplain io.openintegration.daemon.spi.IntegrationContext context}
 * that the daemon hands in, and the failures a connector throws. Shipped as a jar of its own, together with
 * {@code metadata} and {@code message}.
 */
package io.openintegration.daemon.spi;
