package io.openintegration.daemon.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.openintegration.daemon.testing.RecordingAuditLog;
import io.openintegration.daemon.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministratorAccountTest {

    @TempDir
    Path data;

    private final RecordingAuditLog log = new RecordingAuditLog();

    @Test
    void firstStartMakesARandomPasswordThatOnlyTheOwnerCanRead() throws IOException {
        start(Optional.empty());
        Path file = data.resolve("admin-password");
        String password = Files.readString(file).strip();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(password).hasSizeGreaterThanOrEqualTo(32);
        assertThat(login(password))
                .contains(new Caller(AdministratorAccount.ADMINISTRATOR, Set.of(Role.ADMINISTRATOR, Role.DELEGATE)));
    }

    @Test
    void pathIsReportedAndThePasswordIsNot() throws IOException {
        start(Optional.of("  "));
        Path file = data.resolve("admin-password");

        assertThat(log.ids()).containsExactly("ACCESS-0004");
        assertThat(log.entries().get(0).message().text())
                .contains(file.toString())
                .doesNotContain(Files.readString(file).strip());
    }

    @Test
    void laterStartsChangeNothing() throws IOException {
        start(Optional.empty());
        String before = Files.readString(data.resolve("users.json"));
        Files.delete(data.resolve("admin-password"));
        start(Optional.empty());

        assertThat(data.resolve("users.json")).hasContent(before);
        assertThat(data.resolve("admin-password")).doesNotExist();
    }

    @Test
    void settingGivesThePasswordAtEveryStart() throws IOException {
        start(Optional.empty());
        String random = Files.readString(data.resolve("admin-password")).strip();
        start(Optional.of("first"));
        assertThat(login("first")).isPresent();
        assertThat(login(random)).isEmpty();
        assertThat(data.resolve("admin-password")).doesNotExist();

        start(Optional.of("second"));
        assertThat(login("second")).isPresent();
        assertThat(login("first")).isEmpty();
        assertThat(log.ids()).containsExactly("ACCESS-0004", "ACCESS-0005", "ACCESS-0005");
    }

    @Test
    void unchangedSettingLeavesTheFileAlone() throws IOException {
        start(Optional.of("first"));
        String before = Files.readString(data.resolve("users.json"));
        start(Optional.of("first"));

        assertThat(data.resolve("users.json")).hasContent(before);
        assertThat(log.ids()).hasSize(1);
    }

    private void start(Optional<String> setting) {
        new AdministratorAccount(directory(), data, log).prepare(setting);
    }

    private Optional<Caller> login(String password) {
        return directory().verify(new Credentials(AdministratorAccount.ADMINISTRATOR, password), "");
    }

    private UserDirectory directory() {
        return new UserDirectory(data, new SettableClock());
    }
}
