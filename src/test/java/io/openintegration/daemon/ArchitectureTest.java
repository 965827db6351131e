package io.openintegration.daemon;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.openintegration.daemon.platform.AuditService;
import io.openintegration.daemon.platform.PlatformProducers;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rooms and their arrows (docs/architecture.md). Each rule says what to do when it fails. */
@AnalyzeClasses(packages = "io.openintegration.daemon", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.openintegration.daemon.";
    private static final String[] PURE =
            rooms("message", "metadata", "spi", "connectors", "reconcile", "configuration", "runtime");

    @ArchTest
    static final ArchRule messageStandsAlone = arrows("message");

    @ArchTest
    static final ArchRule metadataKnowsMessages = arrows("metadata", "message");

    @ArchTest
    static final ArchRule spiKnowsMetadata = arrows("spi", "metadata", "message");

    @ArchTest
    static final ArchRule connectorsKnowWhatTheirAuthorsSee = arrows("connectors", "spi", "metadata", "message");

    @ArchTest
    static final ArchRule reconcileKnowsMetadata = arrows("reconcile", "metadata", "message");

    @ArchTest
    static final ArchRule configurationKnowsSpi = arrows("configuration", "spi", "metadata", "message");

    @ArchTest
    static final ArchRule runtimeKnowsThePureRooms =
            arrows("runtime", "configuration", "reconcile", "spi", "metadata", "message");

    @ArchTest
    static final ArchRule persistenceImplementsPorts =
            arrows("persistence", "runtime", "reconcile", "spi", "metadata", "message");

    @ArchTest
    static final ArchRule storeImplementsItsPort = arrows("store", "metadata", "message");

    @ArchTest
    static final ArchRule storesDoNotKnowEachOther = slices().matching(ROOT + "store.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each adapter of MetadataStore stands alone: share by way of metadata");

    @ArchTest
    static final ArchRule messagingStandsAlone = arrows("messaging");

    @ArchTest
    static final ArchRule auditKnowsMessages = arrows("audit", "messaging", "message");

    @ArchTest
    static final ArchRule eventsKnowMetadata = arrows("events", "messaging", "metadata", "message");

    @ArchTest
    static final ArchRule accessKnowsSpi = arrows("access", "spi", "metadata", "message");

    @ArchTest
    static final ArchRule platformWiresEverythingButWhatIsAboveIt = noClasses()
            .that(resideInAPackage(ROOT + "platform.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(rooms("rest", "health")))
            .because("the platform does not know who asks: move what is needed down into platform or a pure room");

    @ArchTest
    static final ArchRule restDoesNotSeeAdapters = noClasses()
            .that(resideInAPackage(ROOT + "rest.."))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage(rooms("persistence", "store", "messaging", "audit", "connectors", "health")))
            .because(
                    "rest speaks to the platform and to ports: inject the port, and let the platform produce its adapter");

    @ArchTest
    static final ArchRule healthSeesThePlatformAndWhatReportsOnItself = noClasses()
            .that(resideInAPackage(ROOT + "health.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(rooms("rest", "access", "store", "connectors", "reconcile")))
            .because("health reports what others know: ask the platform, the database or the audit consumer");

    @ArchTest
    static final ArchRule connectorsAreLoadedByProviderName = noClasses()
            .that(resideInAnyPackage(rooms(
                    "message",
                    "metadata",
                    "spi",
                    "reconcile",
                    "configuration",
                    "runtime",
                    "persistence",
                    "store",
                    "messaging",
                    "audit",
                    "events",
                    "access",
                    "platform",
                    "rest",
                    "health")))
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + "connectors.."))
            .because("connectors are found by ServiceLoader: register the provider in META-INF/services instead");

    @ArchTest
    static final ArchRule connectorsDoNotKnowEachOther = slices().matching(ROOT + "connectors.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each integration service's connectors stand alone: share by way of spi");

    @ArchTest
    static final ArchRule theApplicationDoesNotKnowThePluginForS3 =
            pluginStandsApart("connectors.files.s3", "software.amazon..", "org.apache.hc..");

    @ArchTest
    static final ArchRule theApplicationDoesNotKnowThePluginForSftp =
            pluginStandsApart("connectors.files.sftp", "org.apache.sshd..");

    @ArchTest
    static final ArchRule theApplicationDoesNotKnowThePluginForKafka =
            pluginStandsApart("connectors.lineage.kafka", "org.apache.kafka..");

    @ArchTest
    static final ArchRule driversAreFoundByTheirPlugins = noClasses()
            .should()
            .dependOnClassesThat(areAssignableToDriverManager())
            .because(
                    "it knows the drivers of everybody, and takes any URL to the first that nods: ask the JdbcDrivers of the"
                            + " context, with a URL that was made of parts that were looked at");

    @ArchTest
    static final ArchRule databasesAreSpokenToByJdbcAlone = noClasses()
            .that(resideInAPackage(ROOT + "connectors.databases.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.postgresql..", "org.mariadb..", "org.h2.."))
            .because("drivers are not in the WAR: use java.sql");

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + "(*)..")
            .should()
            .beFreeOfCycles()
            .because("arrows run one way: introduce a port in the lower room");

    @ArchTest
    static final ArchRule pureRoomsArePure = noClasses()
            .that(resideInAnyPackage(PURE))
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("jakarta..", "org.eclipse.microprofile..", "javax.sql..", "org.jdbi.."))
            .because("the core is plain Java: define a port, implement it in an adapter room");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .that()
            .areNotAssignableTo(PlatformProducers.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callConstructor(Date.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "system", ZoneId.class)
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .because("tests set the clock: take the time from the java.time.Clock that is handed in");

    @ArchTest
    static final ArchRule arraysAreMadeByTheConnectionAtHand = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "Jdbi binds an array",
                    call -> call.getTarget().getOwner().isAssignableTo(SqlStatement.class)
                            && call.getName().startsWith("bindArray")))
            .because("Jdbi asks the statement for its connection, which is closed where a pool caches statements:"
                    + " bind an Argument that asks the StatementContext");

    @ArchTest
    static final ArchRule threadsComeFromTheContainer = noClasses()
            .should()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .orShould()
            .callConstructor(Thread.class)
            .because("threads are made by the ThreadFactory that is handed in, a managed one at run time");

    @ArchTest
    static final ArchRule consoleBelongsToTheAuditLog = noClasses()
            .that()
            .areNotAssignableTo(AuditService.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .because("operators read the audit log: write a record to the AuditLog");

    @ArchTest
    static final ArchRule adaptersAreWiredByThePlatform = classes()
            .that(resideInAnyPackage(rooms("persistence", "store", "audit")))
            .should()
            .onlyHaveDependentClassesThat(
                    resideInAnyPackage(rooms("persistence", "store", "audit", "platform", "health")))
            .because("everyone else uses the port: let PlatformProducers hand it out");

    private static ArchRule arrows(String room, String... mayImport) {
        String[] allowed = new String[mayImport.length + 1];
        allowed[0] = room;
        System.arraycopy(mayImport, 0, allowed, 1, mayImport.length);
        return noClasses()
                .that(resideInAPackage(ROOT + room + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage("io.openintegration.daemon..")
                        .and(DescribedPredicate.not(resideInAnyPackage(rooms(allowed)))))
                .because("the room " + room + " may import " + String.join(", ", mayImport)
                        + " only: move the code, or define a port here that the other room implements");
    }

    private static DescribedPredicate<JavaClass> areAssignableToDriverManager() {
        return DescribedPredicate.describe("are DriverManager", type -> type.isEquivalentTo(DriverManager.class));
    }

    /** Its classes and libraries are not in the WAR: only what the build can tell, and a class loader would find out late. */
    private static ArchRule pluginStandsApart(String plugin, String... libraries) {
        String[] notInTheWar = Arrays.copyOf(libraries, libraries.length + 1);
        notInTheWar[libraries.length] = ROOT + plugin + "..";
        return noClasses()
                .that(resideInAPackage("io.openintegration.daemon..")
                        .and(DescribedPredicate.not(resideInAPackage(ROOT + plugin + ".."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(notInTheWar))
                .because("the plug-in " + plugin + " is not in the WAR: put what both need into the package around it");
    }

    private static String[] rooms(String... names) {
        return Arrays.stream(names).map(name -> ROOT + name + "..").toArray(String[]::new);
    }
}
