package io.openintegration.daemon.configuration.documents;

import static io.openintegration.daemon.configuration.documents.DocumentFixture.SERVER;
import static io.openintegration.daemon.configuration.documents.DocumentFixture.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import io.openintegration.daemon.metadata.ServerName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentHistoryTest {

    @TempDir
    Path root;

    private DocumentFixture fixture;

    @BeforeEach
    void prepare() throws IOException {
        fixture = new DocumentFixture(root);
    }

    @Test
    void everyVersionIsKeptNewestFirst() {
        change("A");
        change("B");
        change("C");

        assertThat(revisions())
                .extracting(DocumentRevision::lastChange)
                .allSatisfy(change -> assertThat(change).get().asString().endsWith("garygeeke set organizationName"));
        assertThat(revisions().stream().map(revision -> organization(revision.id())))
                .containsExactly("C", "B", "A");
        assertThat(revisions().get(0).version()).isEqualTo(fixture.get().version());
    }

    @Test
    void versionsBeforeAndAfterAChangeByHandAreKept() throws IOException {
        change("A");
        fixture.given("{\"organizationName\": \"by hand\"}");
        change("C");

        assertThat(revisions().stream().map(revision -> organization(revision.id())))
                .containsExactly("C", "by hand", "A");
    }

    @Test
    void restoredVersionIsTheDocumentAgain() {
        change("A");
        change("B");

        fixture.administration.restore(SERVER, USER, revisions().get(1).id(), Precondition.NONE);

        assertThat(fixture.get().content().path("organizationName").asText()).isEqualTo("A");
        assertThat(fixture.get().content().path("auditTrail")).hasSize(3);
        assertThat(revisions()).hasSize(3);
    }

    @Test
    void deletedDocumentCanBeRestored() {
        change("A");

        fixture.administration.delete(SERVER, USER, Precondition.EXISTING);

        assertThat(fixture.administration.servers()).isEmpty();
        fixture.administration.restore(SERVER, USER, revisions().get(0).id(), Precondition.NEW);
        assertThat(fixture.get().content().path("organizationName").asText()).isEqualTo("A");
        assertThat(fixture.auditLog.ids())
                .containsExactly("SERVER-CONFIGURATION-0050", "SERVER-CONFIGURATION-0051", "SERVER-CONFIGURATION-0050");
    }

    @Test
    void oldVersionsMakeRoom() {
        for (int change = 0; change < DocumentHistory.KEPT + 10; change++) {
            change("O" + change);
        }

        assertThat(revisions()).hasSize(DocumentHistory.KEPT);
        assertThat(organization(revisions().get(0).id())).isEqualTo("O" + (DocumentHistory.KEPT + 9));
    }

    @Test
    void orderHoldsWhenTheClockIsSetBack() {
        change("A");
        fixture.clock.advance(Duration.ofDays(-1));
        change("B");

        assertThat(organization(revisions().get(0).id())).isEqualTo("B");
    }

    @Test
    void onlyTheOwnerCanReadVersions() throws IOException {
        change("A");
        change("B");

        try (Stream<Path> files = Files.walk(fixture.versions)) {
            assertThat(files.toList())
                    .as("two directories, the key, two versions")
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @Test
    void idTellsNothingThatGuessesCanBeComparedWith() throws Exception {
        fixture.given("{\"localServerPassword\": \"s3cr3t\"}");

        change("A");

        String id = revisions().get(0).id();
        String digest = sha256(fixture.stored());
        assertThat(id).hasSize("20261123T100000.000Z-0123456789abcdef".length());
        assertThat(id).doesNotEndWith(digest.substring(0, 16));
        assertThat(fixture.get().version().value()).hasSize(64).isNotEqualTo(digest);
    }

    @Test
    void versionsOfAnEarlierReleaseAreListedAndRestoredWithoutTheirDigests() throws Exception {
        String document = "{\"organizationName\": \"Old\", \"localServerPassword\": \"s3cr3t\"}";
        String digest = sha256(document).substring(0, 16);
        Path kept = Files.createDirectories(fixture.versions.resolve(SERVER.value()));
        Files.writeString(kept.resolve("20250101T000000.000Z-" + digest + ".json"), document);
        fixture.given(document);
        change("New");

        DocumentRevision oldest = revisions().get(revisions().size() - 1);

        assertThat(oldest.id()).startsWith("20250101T000000.000Z-").doesNotContain(digest);
        assertThatThrownBy(() -> fixture.administration.revision(SERVER, "20250101T000000.000Z-" + digest))
                .as("nobody learns that way that a guess was right")
                .hasMessageStartingWith("SERVER-CONFIGURATION-404-004 ");
        fixture.administration.restore(SERVER, USER, oldest.id(), Precondition.NONE);
        assertThat(fixture.get().content().path("organizationName").asText()).isEqualTo("Old");
        assertThat(fixture.get().content().path("localServerPassword").asText()).isEqualTo("s3cr3t");
    }

    @Test
    void idsLeadNowhereElse() throws IOException {
        change("A");
        Files.writeString(fixture.versions.resolve("x.json"), "{}");

        for (String id : List.of("../x", "x", "", "..")) {
            assertThatThrownBy(() -> fixture.administration.revision(SERVER, id))
                    .hasMessageStartingWith("SERVER-CONFIGURATION-404-004 ");
        }
    }

    @Test
    void historyOfAStrangeNameStaysInItsPlace() throws IOException {
        Files.writeString(fixture.documents.resolve("...json"), "{}");
        ServerName strange = new ServerName("..");

        fixture.administration.change(
                strange, USER, ServerEdits.set("organizationName", TextNode.valueOf("A")), Precondition.NONE);

        assertThat(fixture.administration.revisions(strange, USER)).hasSize(2);
        assertThat(fixture.versions.resolve("~2e2e")).isDirectory();
    }

    @Test
    void historyThatCannotBeWrittenKeepsTheDocumentAsItWas() throws IOException {
        change("A");
        fixture.given("{\"organizationName\": \"by hand\"}");
        try (Stream<Path> kept = Files.list(fixture.versions.resolve(SERVER.value()))) {
            for (Path version : kept.toList()) {
                Files.delete(version);
            }
        }
        Files.delete(fixture.versions.resolve(SERVER.value()));
        Files.writeString(fixture.versions.resolve(SERVER.value()), "in the way");

        assertThatThrownBy(() -> change("C")).hasMessageStartingWith("SERVER-CONFIGURATION-500-002 ");
        assertThat(fixture.stored()).isEqualTo("{\"organizationName\": \"by hand\"}");
    }

    @Test
    void newVersionThatCannotBeKeptIsSavedAllTheSame() throws IOException {
        Files.createDirectories(fixture.versions);
        Files.writeString(fixture.versions.resolve(SERVER.value()), "in the way");

        change("A");

        assertThat(fixture.stored().getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        assertThat(fixture.auditLog.ids()).containsExactly("SERVER-CONFIGURATION-0050", "SERVER-CONFIGURATION-0052");
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private void change(String organization) {
        fixture.change(ServerEdits.set("organizationName", TextNode.valueOf(organization)));
    }

    private List<DocumentRevision> revisions() {
        return fixture.administration.revisions(SERVER, USER);
    }

    private String organization(String revision) {
        return fixture.administration
                .revision(SERVER, revision)
                .content()
                .path("organizationName")
                .asText();
    }
}
