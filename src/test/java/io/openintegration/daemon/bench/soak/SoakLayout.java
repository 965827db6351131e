package io.openintegration.daemon.bench.soak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.spi.IntegrationConnectorProvider;
import io.openintegration.daemon.testing.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What the server of the soak works on, below {@code target/soak}: two documents, a directory for each monitor, a file for each
 * unruly connector, and the WAR with the unruly ones in it. Directories are made with {@value #FILES} files each.
 */
final class SoakLayout {

    static final String DAEMON = "integration-daemon";
    static final String STORE = "cocoMDS1";
    static final String SOURCE = "SoakLandingArea";
    static final int FILES = 4;

    /** Of the connectors, so many can be unruly, and so many of these have a thread of their own. */
    static final int UNRULY = 50;

    static final int ENGAGED = 10;

    /** So many monitors have fixed times, all the same: each minute. */
    private static final int BY_THE_CLOCK = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home = Path.of("target/soak").toAbsolutePath();
    private final List<String> monitors;

    /** @param connectors how many in all */
    SoakLayout(int connectors) throws IOException {
        monitors = names("monitor", connectors - UNRULY);
        FileTrees.remove(home);
        Files.createDirectories(home.resolve("whims"));
        Files.createDirectories(home.resolve("hidden"));
        for (String monitor : monitors) {
            Files.createDirectories(directory(monitor));
            Files.writeString(directory(monitor).resolve("visits.csv"), "patient,date,score\nP1,2026-11-01,3\n");
            for (int file = 1; file < FILES; file++) {
                write(monitor, "note-" + file + ".txt");
            }
        }
        Path documents = Files.createDirectories(home.resolve("server-config"));
        Path store = Path.of("server-config", STORE + ".json");
        Files.copy(store, documents.resolve(store.getFileName()));
        JSON.writeValue(documents.resolve(DAEMON + ".json").toFile(), document());
    }

    Path home() {
        return home;
    }

    List<String> monitors() {
        return monitors;
    }

    /** Unruly connectors that are refreshed. */
    List<String> polling() {
        return names("unruly", UNRULY - ENGAGED);
    }

    /** Unruly connectors with a thread of their own. */
    List<String> engaged() {
        return names("engaged", ENGAGED);
    }

    Path directory(String monitor) {
        return home.resolve("landing-area").resolve(monitor);
    }

    void write(String monitor, String file) throws IOException {
        Files.writeString(directory(monitor).resolve(file), "written at " + System.nanoTime() + "\n");
    }

    void remove(String monitor, String file) throws IOException {
        Files.deleteIfExists(directory(monitor).resolve(file));
    }

    /** Lets a monitor's directory vanish, with all that is in it. */
    void hide(String monitor) throws IOException {
        Files.move(directory(monitor), hidden(monitor));
    }

    void bringBack(String monitor) throws IOException {
        Files.move(hidden(monitor), directory(monitor));
    }

    private Path hidden(String monitor) {
        return home.resolve("hidden").resolve(monitor);
    }

    /** Tells an unruly connector to have a whim in that method, until it is told something else. */
    void whim(String connector, String method, Whim whim) throws IOException {
        tell(connector, method + " " + whim + " " + System.nanoTime());
    }

    void calm(String connector) throws IOException {
        tell(connector, "");
    }

    private void tell(String connector, String what) throws IOException {
        Path draft = Files.writeString(home.resolve("whims").resolve(connector + ".draft"), what);
        Files.move(draft, whimOf(connector), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path whimOf(String connector) {
        return home.resolve("whims").resolve(connector);
    }

    /** A copy of the product with the unruly connectors in it; made anew. */
    Path war() {
        JavaArchive connectors = ShrinkWrap.create(JavaArchive.class, "unruly-connectors.jar")
                .addClasses(UnrulyProvider.class, EngagedUnrulyProvider.class, UnrulyConnector.class)
                .addAsServiceProvider(
                        IntegrationConnectorProvider.class, UnrulyProvider.class, EngagedUnrulyProvider.class);
        connectors.addPackages(false, path -> path.get().contains("/Whim"), UnrulyProvider.class.getPackage());
        Path war = home.resolve("integration-daemon.war");
        ShrinkWrap.createFromZipFile(
                        WebArchive.class,
                        Path.of("target/integration-daemon.war").toFile())
                .addAsLibrary(connectors)
                .as(ZipExporter.class)
                .exportTo(war.toFile(), true);
        return war;
    }

    private ObjectNode document() {
        ObjectNode document = JSON.createObjectNode()
                .put("class", "OMAGServerConfig")
                .put("localServerName", DAEMON)
                .put("localServerType", "Integration Daemon")
                .put("localServerUserId", "exchangeDL01npa")
                .put("restartPolicy", "AUTOMATIC");
        document.putObject("operationDeadlines")
                .put("initialize", "PT30S")
                .put("start", "PT30S")
                .put("refresh", "PT30S");
        ObjectNode service = document.putArray("integrationServicesConfig")
                .addObject()
                .put("class", "IntegrationServiceConfig")
                .put("omagserverPlatformRootURL", "https://localhost:9443")
                .put("omagserverName", STORE)
                .put("integrationServiceURLMarker", "files-integrator")
                .put("defaultPermittedSynchronization", "FROM_THIRD_PARTY");
        ArrayNode connectors = service.putArray("integrationConnectorConfigs");
        String monitorProvider = "io.openintegration.daemon.connectors.files.DataFilesMonitorProvider";
        for (int index = 0; index < monitors.size(); index++) {
            String monitor = monitors.get(index);
            ObjectNode added = add(connectors, monitor, monitorProvider, directory(monitor));
            if (index < BY_THE_CLOCK) {
                added.put("refreshSchedule", "* * * * *");
            } else {
                added.put("refreshTimeInterval", 1);
            }
        }
        String unruly = UnrulyProvider.class.getName();
        polling().forEach(name -> add(connectors, name, unruly, whimOf(name)).put("refreshTimeInterval", 1));
        String unrulyOnThreads = EngagedUnrulyProvider.class.getName();
        engaged().forEach(name -> add(connectors, name, unrulyOnThreads, whimOf(name)));
        return document;
    }

    private static ObjectNode add(ArrayNode connectors, String name, String provider, Path address) {
        ObjectNode connector = connectors
                .addObject()
                .put("class", "IntegrationConnectorConfig")
                .put("connectorName", name)
                .put("metadataSourceQualifiedName", SOURCE);
        ObjectNode connection = connector.putObject("connection").put("class", "Connection");
        connection.putObject("connectorType").put("class", "ConnectorType").put("connectorProviderClassName", provider);
        connection.putObject("endpoint").put("class", "Endpoint").put("address", address.toString());
        return connector;
    }

    /** Where the files are, and the directories, that should be catalogued now. */
    List<Path> present() throws IOException {
        List<Path> found = new ArrayList<>();
        for (String monitor : monitors) {
            try (Stream<Path> tree = Files.walk(directory(monitor))) {
                tree.forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> names(String kind, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "%s-%04d".formatted(kind, number))
                .toList();
    }
}
