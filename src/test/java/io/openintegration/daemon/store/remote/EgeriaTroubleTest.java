package io.openintegration.daemon.store.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openintegration.daemon.metadata.Guid;
import io.openintegration.daemon.metadata.MetadataStore;
import io.openintegration.daemon.metadata.MetadataStoreException;
import io.openintegration.daemon.metadata.MetadataStoreException.Kind;
import io.openintegration.daemon.testing.EgeriaMetadataServer;
import io.openintegration.daemon.testing.EgeriaMetadataServer.Odd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the client makes of what goes wrong: each in one line, and as it really is. */
class EgeriaTroubleTest extends EgeriaFixture {

    @ParameterizedTest
    @CsvSource({
        "PropertyServerException, OMAG-MULTI-TENANT-404-002",
        "InvalidParameterException, SERVER-CONFIGURATION-404-001",
    })
    void serverThatIsNoneIsAway(String exception, String message) {
        bench.server.answerWith(Optional.of(new Odd(
                200,
                "application/json",
                "{\"class\":\"x\",\"relatedHTTPCode\":404,\"exceptionClassName\":\"a.b." + exception
                        + "\",\"exceptionErrorMessageId\":\"" + message + "\",\"exceptionErrorMessage\":\"" + message
                        + " none\"}")));

        assertThatThrownBy(() -> store.get(NOBODYS, new Guid("any"), false))
                .isInstanceOfSatisfying(MetadataStoreException.class, refused -> assertThat(refused.kind())
                        .isEqualTo(Kind.UNAVAILABLE))
                .hasMessageStartingWith(message);
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
    void platformThatTakesNoConnectionIsTold() throws IOException {
        try (FullDoor door = new FullDoor()) {
            RemotePlatformSettings settings = new RemotePlatformSettings(
                    URI.create("http://127.0.0.1:" + door.port()),
                    Optional.of(RemoteBench.LOGIN),
                    Optional.empty(),
                    new RemotePlatformSettings.Limits(
                            Duration.ofMillis(300), Duration.ofSeconds(60), 4, 3, Duration.ofNanos(1), 16 << 20));

            assertThatThrownBy(() -> bench.connect(settings, "x", "peter"))
                    .hasMessageStartingWith("METADATA-SERVER-CLIENT-504-001 Metadata server x cannot be reached: no"
                            + " connection to http://127.0.0.1:" + door.port() + " within PT0.3S");
        }
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
}
