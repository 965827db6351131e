package io.openintegration.daemon.platform;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.spi.JdbcDrivers;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Connectors and JDBC drivers in jars beside the WAR. Each directory in the plug-ins' directory is one plug-in with a class loader of its
 * own, whose parent is the application's: so the libraries of one are nothing to the others. What is broken is told in one
 * line, and the rest goes on without it.
 */
final class ConnectorPlugins implements AutoCloseable {

    private final AuditLog auditLog;
    private final ClassLoader application;
    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final List<IntegrationConnectorProvider> providers = new ArrayList<>();
    private final List<Driver> drivers = new ArrayList<>();

    /**
     * Loads what there is.
     *
     * @param directory empty where there are no plug-ins
     * @param application knows what connectors are written against
     */
    ConnectorPlugins(Optional<Path> directory, ClassLoader application, AuditLog auditLog) {
        this.auditLog = auditLog;
        this.application = application;
        directory.ifPresent(plugins -> pluginsIn(plugins).forEach(this::load));
    }

    /** Those of all plug-ins. */
    List<IntegrationConnectorProvider> providers() {
        return List.copyOf(providers);
    }

    /** Those of all plug-ins, then those that the application or its server has; none of {@link java.sql.DriverManager}'s. */
    JdbcDrivers drivers() {
        List<Driver> all = new ArrayList<>(drivers);
        all.addAll(applicationsDrivers());
        return JdbcDrivers.of(all);
    }

    /** One that is broken is left out. */
    private List<Driver> applicationsDrivers() {
        List<Driver> found = new ArrayList<>();
        Iterator<Driver> registered =
                ServiceLoader.load(Driver.class, application).iterator();
        boolean more = true;
        while (more) {
            try {
                more = registered.hasNext();
                if (more) {
                    found.add(registered.next());
                }
            } catch (ServiceConfigurationError | LinkageError broken) {
                auditLog.log("start", PlatformMessage.DRIVER_BROKEN.with(reason(broken)));
            }
        }
        return found;
    }

    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException failure) {
                auditLog.log("stop", PlatformMessage.PLUGIN_BROKEN.with(loader.getName(), reason(failure)));
            }
        }
    }

    private List<Path> pluginsIn(Path directory) {
        try (Stream<Path> plugins = Files.list(directory)) {
            return plugins.filter(Files::isDirectory).sorted().toList();
        } catch (IOException failure) {
            auditLog.log("start", PlatformMessage.PLUGINS_UNREADABLE.with(directory, reason(failure)));
            return List.of();
        }
    }

    private void load(Path plugin) {
        String name = plugin.getFileName().toString();
        try {
            URLClassLoader loader = loader(name, plugin);
            List<IntegrationConnectorProvider> found = servicesOf(IntegrationConnectorProvider.class, loader);
            List<Driver> foundDrivers = servicesOf(Driver.class, loader);
            if (found.isEmpty() && foundDrivers.isEmpty()) {
                auditLog.log(
                        "start",
                        PlatformMessage.PLUGIN_BROKEN.with(
                                name, "it has neither connector providers nor JDBC drivers"));
                return;
            }
            providers.addAll(found);
            drivers.addAll(foundDrivers);
            auditLog.log("start", PlatformMessage.PLUGIN_LOADED.with(name, found.size(), foundDrivers.size()));
        } catch (IOException | ServiceConfigurationError | LinkageError | RuntimeException broken) {
            auditLog.log("start", PlatformMessage.PLUGIN_BROKEN.with(name, reason(broken)));
        }
    }

    private URLClassLoader loader(String name, Path plugin) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(plugin)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(url(jar));
            }
        }
        URLClassLoader loader = new URLClassLoader(name, jars.toArray(URL[]::new), application);
        loaders.add(loader);
        return loader;
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /** What the application has of them, which every plug-in sees too, is none of the plug-in's. */
    private static <T> List<T> servicesOf(Class<T> type, URLClassLoader loader) {
        return ServiceLoader.load(type, loader).stream()
                .filter(service -> service.type().getClassLoader() == loader)
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** On one line, whatever the failure says. */
    private static String reason(Throwable failure) {
        return failure.getClass().getSimpleName()
                + Optional.ofNullable(failure.getMessage())
                        .map(text -> ": " + text.replaceAll("\\s+", " "))
                        .orElse("");
    }
}
