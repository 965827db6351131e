package io.openintegration.daemon.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Says what answers here: the product's name and version, as the build left them in the archive. */
@Dependent
public class PlatformOrigin {

    private static final String BUILD = "/META-INF/maven/io.openintegration/integration-daemon/pom.properties";

    @Inject
    private ServletContext application;

    /** The version alone; {@code unknown} where the archive was not made by the build. */
    String version() {
        try (InputStream file = application.getResourceAsStream(BUILD)) {
            Properties build = new Properties();
            if (file != null) {
                build.load(file);
            }
            return build.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Name and version in one line. */
    String text() {
        return "Integration Daemon Platform (version " + version() + ")\n";
    }
}
