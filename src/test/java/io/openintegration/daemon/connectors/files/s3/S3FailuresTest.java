package io.openintegration.daemon.connectors.files.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.openintegration.daemon.spi.Connection;
import io.openintegration.daemon.spi.ConnectorException;
import io.openintegration.daemon.spi.FailureOrigin;
import io.openintegration.daemon.spi.FilesIntegratorConnector;
import io.openintegration.daemon.testing.ObjectStore;
import io.openintegration.daemon.testing.RecordingSink;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong with a store of objects ends in one line that says whose fault it is, and tells no secret. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class S3FailuresTest {

    private static final String IDS = "BASIC-FILES-INTEGRATION-CONNECTORS-";

    private S3Fixture fixture;
    private HttpServer impostor;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new S3Fixture();
        impostor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        impostor.start();
    }

    @AfterEach
    void close() throws IOException {
        impostor.stop(0);
        fixture.close();
    }

    private String address() {
        return "s3://" + fixture.bucket() + "/landing";
    }

    private ConnectorException failureOfStart(Connection connection) {
        FilesIntegratorConnector monitor = S3Fixture.monitor(connection);
        monitor.initialize(fixture.context());
        return require(catchThrowableOfType(ConnectorException.class, monitor::start));
    }

    /** What holds for every failure. */
    private ConnectorException require(ConnectorException failure) {
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).hasLineCount(1).startsWith(IDS);
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(ObjectStore.SECRET);
        assertThat(fixture.context().auditLog().entries().toString()).doesNotContain(ObjectStore.SECRET);
        return failure;
    }

    private static void assertFailure(ConnectorException failure, String id, FailureOrigin origin) {
        assertThat(failure.reason().id()).isEqualTo(IDS + id);
        assertThat(failure.origin()).isEqualTo(origin);
    }

    private void impostorAnswers(int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        impostor.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", contentType);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private Connection toImpostor() {
        return fixture.connection(
                address(),
                Map.of(
                        "endpointUrl",
                        "http://127.0.0.1:" + impostor.getAddress().getPort()));
    }

    @Test
    void missingBucketIsNamed() {
        ConnectorException failure = failureOfStart(fixture.connection("s3://no-such-bucket/landing", Map.of()));

        assertFailure(failure, "404-101", FailureOrigin.THIRD_PARTY);
        assertThat(failure.getMessage()).contains("s3://no-such-bucket/landing");
    }

    @Test
    void wrongSecretIsAConfigurationError() {
        assertFailure(
                failureOfStart(fixture.connection(
                        address(), Map.of(), Optional.of(ObjectStore.ACCOUNT), Optional.of("not the secret"))),
                "401-101",
                FailureOrigin.CONFIGURATION);
    }

    @Test
    void wrongSecretIsAFailedLoginWhereTheConnectionIsTried() {
        FilesIntegratorConnector monitor = S3Fixture.monitor(fixture.connection(
                address(), Map.of(), Optional.of(ObjectStore.ACCOUNT), Optional.of("not the secret")));
        monitor.initialize(fixture.context());
        List<String> steps = new ArrayList<>();
        monitor.connectionTest().orElseThrow().run(step -> steps.add(step.kind() + " " + step.outcome()));

        assertThat(steps)
                .containsExactly(
                        "CONFIGURATION PASSED",
                        "CONNECT PASSED",
                        "LOG_IN FAILED",
                        "RIGHT SKIPPED",
                        "SAMPLE_READ SKIPPED");
        assertThat(fixture.nothingOpen()).isTrue();
    }

    @Test
    void unknownAccountIsAConfigurationError() {
        assertFailure(
                failureOfStart(fixture.connection(
                        address(), Map.of(), Optional.of("nobody"), Optional.of(ObjectStore.SECRET))),
                "401-101",
                FailureOrigin.CONFIGURATION);
    }

    @Test
    void anonymousIsDeniedWhereItIsNotWelcome() {
        assertFailure(
                failureOfStart(fixture.connection(address(), Map.of(), Optional.empty(), Optional.empty())),
                "403-101",
                FailureOrigin.THIRD_PARTY);
    }

    @Test
    void anonymousRequestsAreNotSigned() {
        failureOfStart(fixture.connection(address(), Map.of(), Optional.empty(), Optional.empty()));

        assertThat(fixture.proxy().asked()).doesNotContainIgnoringCase("authorization:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://",
                "s3:///landing",
                "s3://UPPER/x",
                "s3://a",
                "s3:bucket",
                "http://bucket/x",
                "s3://bu cket"
            })
    void addressOfAnotherFormIsAConfigurationError(String address) {
        assertFailure(failureOfStart(fixture.connection(address, Map.of())), "400-102", FailureOrigin.CONFIGURATION);
    }

    @ParameterizedTest
    @CsvSource({
        "endpointUrl, localhost:9000",
        "endpointUrl, ftp://localhost",
        "endpointUrl, http://user:drop-foot-secret-4711@localhost/",
        "region, eu/../..",
        "pathStyleAccess, perhaps",
        "timeout, soon",
        "timeout, PT2H"
    })
    void propertyThatCannotBeUsedIsNamed(String property, String value) {
        ConnectorException failure = failureOfStart(fixture.connection(address(), Map.of(property, value)));

        assertFailure(failure, "400-103", FailureOrigin.CONFIGURATION);
        assertThat(failure.getMessage()).contains(property).doesNotContain(value);
    }

    @Test
    void halfAnAccountIsAConfigurationError() {
        assertFailure(
                failureOfStart(
                        fixture.connection(address(), Map.of(), Optional.of(ObjectStore.ACCOUNT), Optional.empty())),
                "400-103",
                FailureOrigin.CONFIGURATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254",
                "http://169.254.169.254.:80",
                "http://[fe80::1]",
                "http://[::ffff:169.254.169.254]",
                "http://[fd00:ec2::254]",
                "http://100.100.100.200",
                "http://2852039166",
                "http://0.0.0.0:9000"
            })
    void addressesThatTrustThisHostAreNotConnectedTo(String endpoint) {
        ConnectorException failure = failureOfStart(fixture.connection(address(), Map.of("endpointUrl", endpoint)));

        assertThat(failure.reason().id()).isIn(IDS + "400-104", IDS + "400-103", IDS + "503-101");
        assertThat(failure.getMessage()).doesNotContain("timed out");
    }

    @Test
    void refusedAddressIsSaidToBeRefused() {
        ConnectorException failure =
                failureOfStart(fixture.connection(address(), Map.of("endpointUrl", "http://169.254.169.254")));

        assertFailure(failure, "400-104", FailureOrigin.CONFIGURATION);
        assertThat(failure.getMessage()).contains("169.254.169.254");
    }

    @ParameterizedTest
    @CsvSource({
        "400, AuthorizationHeaderMalformed",
        "301, PermanentRedirect",
        "307, TemporaryRedirect",
        "400, IllegalLocationConstraintException"
    })
    void wrongRegionIsAConfigurationErrorAndNoRedirectIsFollowed(int status, String code) {
        impostorAnswers(status, "application/xml", "<Error><Code>" + code + "</Code><Message>m</Message></Error>");

        assertFailure(failureOfStart(toImpostor()), "400-105", FailureOrigin.CONFIGURATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Welcome</body></html>",
                "<ListBucketResult></ListBucketResult>",
                "<ListBucketResult><Name>another</Name><IsTruncated>false</IsTruncated></ListBucketResult>",
                "<ListBucketResult><Name>",
                "not even XML",
                "",
                "{}"
            })
    void answerThatIsNoListingIsNeverTakenForAnEmptyFolder(String body) {
        impostorAnswers(200, "application/xml", body);

        ConnectorException failure = failureOfStart(toImpostor());

        assertThat(failure.reason().id()).isIn(IDS + "502-101", IDS + "503-101");
        assertThat(failure.origin()).isEqualTo(FailureOrigin.THIRD_PARTY);
    }

    @Test
    void listingThatNeverGoesOnIsNotFollowedForEver() {
        impostorAnswers(
                200,
                "application/xml",
                "<ListBucketResult><Name>" + fixture.bucket() + "</Name><Prefix>landing/</Prefix>"
                        + "<IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken>"
                        + "</ListBucketResult>");
        FilesIntegratorConnector monitor = fixture.started(toImpostor());

        assertFailure(
                require(catchThrowableOfType(ConnectorException.class, () -> monitor.refresh(new RecordingSink()))),
                "502-101",
                FailureOrigin.THIRD_PARTY);
    }

    @Test
    void entitiesInAnAnswerAreNotResolved() {
        impostorAnswers(
                200,
                "application/xml",
                "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
                        + "<ListBucketResult><Name>" + fixture.bucket() + "</Name><Prefix>landing/</Prefix>"
                        + "<IsTruncated>false</IsTruncated><Contents><Key>landing/&secret;</Key></Contents>"
                        + "</ListBucketResult>");

        assertThat(failureOfStart(toImpostor()).reason().id()).isIn(IDS + "502-101", IDS + "503-101");
    }

    @Test
    void refusedConnectionIsTheThirdPartysFault() throws IOException {
        fixture.proxy().refuse();

        assertFailure(failureOfStart(fixture.connection()), "503-101", FailureOrigin.THIRD_PARTY);
    }

    @Test
    void serverThatIsOverloadedIsTriedAgainAndThenTheThirdPartysFault() {
        impostorAnswers(503, "application/xml", "<Error><Code>SlowDown</Code><Message>m</Message></Error>");

        assertFailure(failureOfStart(toImpostor()), "503-101", FailureOrigin.THIRD_PARTY);
    }

    @Test
    void silenceInTheMiddleEndsTheRefreshInTime() {
        fixture.put("landing/one/a.txt", "x");
        FilesIntegratorConnector monitor = fixture.started(fixture.connection(address(), Map.of("timeout", "PT3S")));
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("landing")) {
                fixture.proxy().cut();
            }
        });

        assertFailure(
                require(catchThrowableOfType(ConnectorException.class, () -> monitor.refresh(sink))),
                "504-101",
                FailureOrigin.THIRD_PARTY);
        assertThat(sink.scopes().values()).noneMatch(RecordingSink.Scope::isComplete);
    }

    @Test
    void connectionThatBreaksInTheMiddleOfAListingFailsTheRefreshAndCompletesNothing() throws IOException {
        for (int i = 0; i < 200; i++) {
            fixture.put("landing/one/" + i + ".txt", "");
        }
        FilesIntegratorConnector monitor = fixture.started(fixture.connection());
        RecordingSink sink = new RecordingSink().beforeItem(key -> {
            if (key.value().endsWith("landing")) {
                fixture.proxy().breakAfter(2_000);
            }
        });

        ConnectorException failure =
                require(catchThrowableOfType(ConnectorException.class, () -> monitor.refresh(sink)));

        assertThat(failure.origin()).isEqualTo(FailureOrigin.THIRD_PARTY);
        assertThat(failure.reason().id()).isIn(IDS + "502-101", IDS + "503-101");
        assertThat(sink.scopes().values()).noneMatch(RecordingSink.Scope::isComplete);
    }
}
