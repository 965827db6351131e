package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openintegration.daemon.metadata.Change;
import io.openintegration.daemon.metadata.ChangeRejectedException;
import io.openintegration.daemon.metadata.ChangeResult;
import io.openintegration.daemon.metadata.ChangeSet;
import io.openintegration.daemon.metadata.Element;
import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.ElementRef;
import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataSource;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.metadata.Paging;
import io.openintegration.daemon.metadata.QualifiedName;
import io.openintegration.daemon.metadata.RelatedQuery;
import io.openintegration.daemon.metadata.Requester;
import io.openintegration.daemon.metadata.TextSearch;
import io.openintegration.daemon.metadata.TypeName;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.EgeriaMetadataServer.Odd;
import io.openintegration.daemon.testing.SettableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many calls the client makes, what it makes of what goes wrong, and how it keeps its token. */
class EgeriaClientTest {

    private static final Requester NOBODYS = new Requester(RemoteBench.CONNECTOR, Optional.empty());
    private static final Requester OURS =
            NOBODYS.withSource(new MetadataSource(new Guid("source-1"), new QualifiedName("src::1")));
    private static final TypeName NESTED_FILE = new TypeName("NestedFile");

    private final SettableClock clock = new SettableClock();
    private final RemoteBench bench = new RemoteBench(clock);
    private final MetadataStore store = bench.connect();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void newFileIsOneCallBesideASharedLookUp() {
        Guid folder = made(create("FileFolder", "folder"));
        bench.server.forgetRequests();

        List<Change> files = IntStream.range(0, 100)
                .mapToObj(i -> (Change) inFolder(folder, "file " + i))
                .toList();
        store.apply(OURS, new ChangeSet(files));

        assertThat(bench.server.requests())
                .hasSize(101)
                .filteredOn("POST /metadata-elements"::equals)
                .hasSize(100);
        assertThat(bench.content.relationships()).hasSize(100);
        assertThat(bench.server.mostUnderWay()).isBetween(2, 4);
    }

    @Test
    void noMoreCallsAreUnderWayThanPermitted() {
        MetadataStore narrow = bench.connect(bench.server.port(), RemoteBench.limits(Duration.ofSeconds(20), 4));
        List<Guid> nothing =
                IntStream.range(0, 100).mapToObj(i -> new Guid("none " + i)).toList();

        narrow.versions(NOBODYS, nothing);

        assertThat(bench.server.mostUnderWay()).isLessThanOrEqualTo(4);
    }

    @Test
    void manyNamesAreLookedUpTogether() {
        IntStream.range(0, 30).forEach(i -> made(create("CSVFile", "file " + i)));
        bench.server.forgetRequests();

        Map<QualifiedName, Element> found = store.findByQualifiedNames(
                NOBODYS,
                IntStream.range(0, 1_000)
                        .mapToObj(i -> new QualifiedName("file " + i))
                        .toList());

        assertThat(found).hasSize(30);
        assertThat(bench.server.requests()).hasSize(2);
    }

    @Test
    void serverWithSmallPagesLosesNothing() {
        bench.server.limitPagesTo(7);
        MetadataStore small = bench.connect();
        Guid folder = made(create("FileFolder", "folder"));
        small.apply(
                OURS,
                new ChangeSet(IntStream.range(0, 40)
                        .mapToObj(i -> (Change) inFolder(folder, "file " + i))
                        .toList()));

        assertThat(small.related(NOBODYS, new RelatedQuery(folder, Optional.empty(), 1, false, new Paging(0, 1_000))))
                .hasSize(40);
        assertThat(small.find(
                        NOBODYS,
                        new TextSearch(
                                "file", Optional.empty(), TextSearch.Match.CONTAINS, true, false, new Paging(3, 30))))
                .hasSize(30);
        assertThat(small.findByQualifiedNames(
                        NOBODYS,
                        IntStream.range(0, 40)
                                .mapToObj(i -> new QualifiedName("file " + i))
                                .toList()))
                .hasSize(40);
    }

    @Test
    void guidsAreOpaque() {
        assertThat(made(create("CSVFile", "n")).value()).startsWith("Element-");
    }

    @Test
    void whatTheServerMadeAndThenRefusedIsTakenAwayAgain() {
        Guid folder = made(create("FileFolder", "folder"));
        Change bad = new Change.CreateElement(
                new TypeName("CSVFile"),
                named("n"),
                Map.of(),
                Optional.empty(),
                Optional.of(new Change.ParentLink(
                        NESTED_FILE,
                        ElementRef.to(folder),
                        true,
                        ElementProperties.builder().text("colour", "red").build())));

        ChangeRejectedException refused = catchThrowableOfType(
                ChangeRejectedException.class, () -> store.apply(OURS, ChangeSet.of(create("CSVFile", "before"), bad)));

        assertThat(refused.reason().id()).isEqualTo("OMAG-REPOSITORY-HANDLER-400-001");
        assertThat(refused.index()).isEqualTo(1);
        assertThat(names()).doesNotContain("n");
    }

    @Test
    void whatCanBeRefusedIsRefusedBeforeAnythingIsWritten() {
        made(create("CSVFile", "taken"));
        bench.server.forgetRequests();

        assertThatThrownBy(() -> store.apply(OURS, ChangeSet.of(create("CSVFile", "new"), create("CSVFile", "taken"))))
                .isInstanceOfSatisfying(ChangeRejectedException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(Kind.DUPLICATE_NAME));

        assertThat(bench.server.requests()).containsExactly("POST /metadata-elements/by-search-conditions");
    }

    @Test
    void unchangedUpdateIsNotSent() {
        Guid file = made(create("CSVFile", "n"));
        bench.server.forgetRequests();

        assertThat(store.apply(OURS, ChangeSet.of(new Change.UpdateElement(file, named("n"), true)))
                        .get(0)
                        .changed())
                .isFalse();

        assertThat(bench.server.requests()).noneMatch(request -> request.contains("update-properties"));
    }

    @Test
    void folderThatStillHoldsSomethingIsPurgedAloneAllTheSame() {
        Guid folder = made(create("FileFolder", "folder"));
        store.apply(OURS, ChangeSet.of(inFolder(folder, "file")));

        store.apply(OURS, ChangeSet.of(new Change.RemoveElement(folder, Change.Removal.PURGE)));

        assertThat(names()).containsExactly("file");
    }

    @Test
    void folderWhoseContentIsLetGoWithoutAnAnswerIsPurgedAllTheSame() {
        Guid folder = made(create("FileFolder", "folder"));
        store.apply(OURS, ChangeSet.of(inFolder(folder, "file")));
        bench.server.loseAnswerTo(request -> request.matches("POST /related-elements/[^/]+/delete"));

        List<ChangeResult> results =
                store.apply(OURS, ChangeSet.of(new Change.RemoveElement(folder, Change.Removal.PURGE)));

        assertThat(results).extracting(ChangeResult::changed).containsExactly(true);
        assertThat(names()).containsExactly("file");
    }

    @Test
    void strangersElementIsNotArchivedThoughTheServerWould() {
        Guid file = made(create("CSVFile", "n"));

        assertThatThrownBy(() ->
                        store.apply(NOBODYS, ChangeSet.of(new Change.RemoveElement(file, Change.Removal.ARCHIVE))))
                .isInstanceOf(ChangeRejectedException.class)
                .hasMessageStartingWith("OMAG-REPOSITORY-HANDLER-400-008");
        assertThat(store.get(NOBODYS, file, false)).isPresent();
    }

    @Test
    void tokenIsRenewedBeforeItEnds() {
        assertThat(bench.server.tokensGiven()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(49));
        store.get(NOBODYS, new Guid("any"), false);
        assertThat(bench.server.tokensGiven()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        store.get(NOBODYS, new Guid("any"), false);
        assertThat(bench.server.tokensGiven()).isEqualTo(2);
    }

    @Test
    void tokenThatIsRefusedIsRenewedOnceForAllWhoWait() {
        bench.server.forgetTokens();

        store.versions(
                NOBODYS,
                IntStream.range(0, 50).mapToObj(i -> new Guid("none " + i)).toList());

        assertThat(bench.server.tokensGiven()).isEqualTo(2);
    }

    @Test
    void allWhoWaitForATokenThatNeverComesAreToldTogether() {
        MetadataStore impatient = impatient(Duration.ofSeconds(2));
        bench.server.forgetTokens();
        bench.server.stall("POST /api/token"::equals);

        assertThatThrownBy(() -> impatient.versions(
                        NOBODYS,
                        IntStream.range(0, 50)
                                .mapToObj(i -> new Guid("none " + i))
                                .toList()))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-504-002 Metadata server active-metadata-store ");

        assertThat(bench.server.stalled()).isEqualTo(1);
    }

    @Test
    void wrongPasswordIsToldAndNotTriedAllTheTime() {
        RemotePlatformSettings wrong = new RemotePlatformSettings(
                URI.create("http://127.0.0.1:" + bench.server.port()),
                Optional.of(new RemotePlatformSettings.Login(EgeriaMetadataServer.USER, "wr0ng")),
                Optional.empty(),
                RemoteBench.PATIENT);

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> bench.connect(wrong, EgeriaMetadataServer.NAME.value(), "peter"))
                    .isInstanceOfSatisfying(MetadataStoreException.class, refused -> assertThat(refused.kind())
                            .isEqualTo(Kind.NOT_AUTHORIZED))
                    .hasMessageStartingWith("METADATA-SERVER-CLIENT-401-001 ")
                    .hasMessageContaining(EgeriaMetadataServer.USER)
                    .hasMessageNotContaining("wr0ng");
        }
    }

    @Test
    void platformThatWantsALoginIsToldFromOneThatRefusesIt() {
        RemotePlatformSettings none = new RemotePlatformSettings(
                URI.create("http://127.0.0.1:" + bench.server.port()),
                Optional.empty(),
                Optional.empty(),
                RemoteBench.PATIENT);

        assertThatThrownBy(() -> bench.connect(none, EgeriaMetadataServer.NAME.value(), "peter"))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-401-002 ");
    }

    @Test
    void stoppedServerLooksAsItDoesInProcessAndComesBack() {
        bench.server.stopServer();
        assertThatThrownBy(() -> store.get(NOBODYS, new Guid("any"), false))
                .isInstanceOfSatisfying(MetadataStoreException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(Kind.UNAVAILABLE))
                .hasMessage("OMAG-MULTI-TENANT-404-001 Server active-metadata-store is not available to serve a request"
                        + " of user filescatnpa");
        bench.server.startServer();
        assertThat(store.get(NOBODYS, new Guid("any"), false)).isEmpty();
    }

    @Test
    void wrongNameOfServerAndWrongUserAreTold() {
        RemotePlatformSettings settings = RemoteBench.settings(bench.server.port(), RemoteBench.PATIENT);
        assertThatThrownBy(() -> bench.connect(settings, "cocoMDS9", "peter"))
                .hasMessageStartingWith("OMAG-MULTI-TENANT-404-001 Server cocoMDS9 ");
        assertThatThrownBy(
                        () -> bench.connect(settings, EgeriaMetadataServer.NAME.value(), EgeriaMetadataServer.NOBODY))
                .isInstanceOfSatisfying(MetadataStoreException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(Kind.NOT_AUTHORIZED))
                .hasMessageStartingWith("OPEN-METADATA-SECURITY-403-017 User nobody is not known");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "200, text/html, <html>hello</html>, METADATA-SERVER-CLIENT-502-004",
                "200, application/json, ``, METADATA-SERVER-CLIENT-502-004",
                "200, application/json, `[1,2]`, METADATA-SERVER-CLIENT-502-004",
                "200, application/json, {\"class\":\"x\", METADATA-SERVER-CLIENT-502-004",
                "200, application/json, {}, METADATA-SERVER-CLIENT-502-005",
                "200, application/json, {\"class\":\"OpenMetadataElementResponse\"}, METADATA-SERVER-CLIENT-502-005",
                "`200`, application/json, `{\"class\":\"x\",\"element\":{\"elementGUID\":7}}`, METADATA-SERVER-CLIENT-502-005",
                "302, text/plain, elsewhere, METADATA-SERVER-CLIENT-502-007",
                "500, text/plain, oops, METADATA-SERVER-CLIENT-502-007",
                "503, text/plain, busy, METADATA-SERVER-CLIENT-502-007",
                "404, application/json, {}, METADATA-SERVER-CLIENT-404-001",
                "405, application/json, {}, METADATA-SERVER-CLIENT-404-001",
                "400, application/json, {\"exceptionClassName\":\"JsonParseException\"}, METADATA-SERVER-CLIENT-400-001",
                "`200`, application/json, `{\"class\":\"x\",\"exceptionClassName\":\"a.b.PropertyServerException\",\"exceptionErrorMessageId\":\"OMAG-REPOSITORY-HANDLER-500-001\",\"exceptionErrorMessage\":\"OMAG-REPOSITORY-HANDLER-500-001 disk full\"}`, OMAG-REPOSITORY-HANDLER-500-001 disk full",
                "`200`, application/json, `{\"class\":\"x\",\"exceptionClassName\":\"a.b.Odd\",\"exceptionErrorMessage\":\"odd\\nlines\"}`, METADATA-SERVER-CLIENT-502-008",
            })
    void oddAnswersAreEachToldInOneLine(int status, String type, String body, String message) {
        bench.server.answerWith(Optional.of(new Odd(status, type, body == null ? "" : body)));

        assertThatThrownBy(() -> store.get(NOBODYS, new Guid("any"), false))
                .isInstanceOf(MetadataStoreException.class)
                .hasMessageStartingWith(message)
                .satisfies(told -> assertThat(told.getMessage().lines()).hasSize(1));

        bench.server.answerWith(Optional.empty());
        assertThat(store.get(NOBODYS, new Guid("any"), false)).isEmpty();
    }

    @Test
    void answerThatIsTooLargeIsNotReadToItsEnd() {
        MetadataStore frugal = bench.connect(bench.server.port(), RemoteBench.PATIENT);
        bench.server.answerWith(
                Optional.of(new Odd(200, "application/json", "{\"class\":\"" + "x".repeat(17 << 20) + "\"}")));

        assertThatThrownBy(() -> frugal.get(NOBODYS, new Guid("any"), false))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-502-006 ");
    }

    @Test
    void platformThatIsDownIsTold() {
        MetadataStore connected = bench.connect();
        bench.server.close();

        assertThatThrownBy(() -> connected.get(NOBODYS, new Guid("any"), false))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-503-001 Metadata server active-metadata-store cannot be"
                        + " reached: nobody answers at http://localhost:" + bench.server.port());
    }

    @Test
    void hostWithoutAddressIsTold() {
        RemotePlatformSettings nowhere = new RemotePlatformSettings(
                URI.create("http://no-such-host.invalid:9443"),
                Optional.of(RemoteBench.LOGIN),
                Optional.empty(),
                RemoteBench.PATIENT);

        assertThatThrownBy(() -> bench.connect(nowhere, "x", "peter"))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-503-002 ");
    }

    @Test
    void trustStoreThatCannotBeReadIsTold() {
        RemotePlatformSettings secure = new RemotePlatformSettings(
                URI.create("https://localhost:1"),
                Optional.of(RemoteBench.LOGIN),
                Optional.of(new RemotePlatformSettings.TrustStore(
                        Path.of("/no/such/file.p12"), Optional.of("s3cr3t"), "PKCS12")),
                RemoteBench.PATIENT);

        assertThatThrownBy(() -> bench.connect(secure, "x", "peter"))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-500-001 ")
                .hasMessageContaining("/no/such/file.p12")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void interruptedCallerIsLetGoAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> store.get(NOBODYS, new Guid("any"), false))
                .hasMessageStartingWith("METADATA-SERVER-CLIENT-503-003 ");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.get(NOBODYS, new Guid("any"), false)).isEmpty();
    }

    /** By another URL, for a client of its own. */
    private MetadataStore impatient(Duration limit) {
        RemotePlatformSettings settings = new RemotePlatformSettings(
                URI.create("http://127.0.0.1:" + bench.server.port()),
                Optional.of(RemoteBench.LOGIN),
                Optional.empty(),
                RemoteBench.limits(limit, 4));
        return bench.connect(settings, EgeriaMetadataServer.NAME.value(), RemoteBench.CONNECTOR.value());
    }

    private Guid made(Change.CreateElement create) {
        return store.apply(OURS, ChangeSet.of(create)).get(0).guid();
    }

    private Stream<String> nameStream() {
        return bench.content.elements().stream()
                .map(element -> element.qualifiedName().orElseThrow().value());
    }

    private Set<String> names() {
        return Set.copyOf(nameStream().toList());
    }

    private static Change.CreateElement create(String type, String name) {
        return new Change.CreateElement(new TypeName(type), named(name), Map.of(), Optional.empty(), Optional.empty());
    }

    private static Change.CreateElement inFolder(Guid folder, String name) {
        return new Change.CreateElement(
                new TypeName("CSVFile"),
                named(name),
                Map.of(),
                Optional.empty(),
                Optional.of(new Change.ParentLink(NESTED_FILE, ElementRef.to(folder), true, ElementProperties.NONE)));
    }

    private static ElementProperties named(String name) {
        return ElementProperties.builder().text("qualifiedName", name).build();
    }
}
