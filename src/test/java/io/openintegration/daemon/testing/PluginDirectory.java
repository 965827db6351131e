package io.openintegration.daemon.testing;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes plug-ins as the build does, from what the tests were compiled with. */
public final class PluginDirectory {

    private static final String SERVICES =
            "META-INF/services/io.openintegration.daemon.spi.IntegrationConnectorProvider";

    private final Path directory;

    public PluginDirectory(Path directory) {
        this.directory = directory;
    }

    public Path path() {
        return directory;
    }

    /**
     * A plug-in of ours.
     *
     * @param name below {@code connectors.files} or {@code connectors.lineage}, and {@code src/main/plugins}
     * @param libraries found in the names of jars on the class path; empty for none
     */
    public void make(String name, String libraries) throws IOException {
        Path plugin = Files.createDirectories(directory.resolve(name));
        jar(
                plugin.resolve("integration-daemon-plugin-" + name + ".jar"),
                name,
                Files.readString(Path.of("src/main/plugins", name, SERVICES)));
        for (Path library : libraries(libraries)) {
            Files.copy(library, plugin.resolve(library.getFileName()));
        }
    }

    /**
     * A plug-in without anything of ours.
     *
     * @param libraries found in the names of jars on the class path
     */
    public void makeOf(String name, String libraries) throws IOException {
        Path plugin = Files.createDirectories(directory.resolve(name));
        for (Path library : libraries(libraries)) {
            Files.copy(library, plugin.resolve(library.getFileName()));
        }
    }

    /** A plug-in of which only what it says of itself is there. */
    public void makeHollow(String name, String providers) throws IOException {
        Path plugin = Files.createDirectories(directory.resolve(name));
        jar(plugin.resolve(name + ".jar"), "none", providers);
    }

    private static void jar(Path jar, String name, String providers) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry(SERVICES));
            entries.write(providers.getBytes(StandardCharsets.UTF_8));
            for (Path classes : classPath("target/classes$")) {
                for (String service : List.of("files", "lineage")) {
                    Path room = classes.resolve("io/openintegration/daemon/connectors")
                            .resolve(service)
                            .resolve(name);
                    if (Files.isDirectory(room)) {
                        addAll(room, classes, entries);
                    }
                }
            }
        }
    }

    private static void addAll(Path room, Path classes, JarOutputStream entries) throws IOException {
        try (Stream<Path> files = Files.walk(room)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
            }
        }
    }

    private static List<Path> libraries(String pattern) {
        return pattern.isEmpty() ? List.of() : classPath("(" + pattern + ").*\\.jar$");
    }

    private static List<Path> classPath(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(element ->
                        wanted.matcher(element.replace(File.separatorChar, '/')).find())
                .map(Path::of)
                .toList();
    }
}
