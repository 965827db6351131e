/**
 * What the author of a connector sees: the {@linkplain io.openintegration.daemon.spi.IntegrationConnector connector}
 * with its life cycle, its {@linkplain io.openintegration.daemon.spi.IntegrationConnectorProvider provider} (found
 * through {@link java.util.ServiceLoader}), the {@linkplain io.openintegration.daemon.spi.IntegrationContext context}
 * that the daemon hands in, and the failures a connector throws. Beside that stands what most connectors need and none has
 * to use: {@linkplain io.openintegration.daemon.spi.PropertyReader properties} read with all their mistakes, {@linkplain
 * io.openintegration.daemon.spi.Reach hosts} reached, {@linkplain io.openintegration.daemon.spi.ConnectionTestSteps steps} of a connection
 * test taken. Shipped as a jar of its own, together with
 * {@code metadata} and {@code message}.
 */
package io.openintegration.daemon.spi;
