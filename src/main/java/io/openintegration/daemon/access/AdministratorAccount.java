package io.openintegration.daemon.access;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that there is an administrator, at every start of the platform. The password comes from the setting
 * {@code daemon.admin.password}; without it, the first start makes a random one and leaves it in a file that only the
 * owner can read.
 */
public final class AdministratorAccount {

    public static final UserId ADMINISTRATOR = new UserId("admin");

    private static final Set<Role> ROLES = Set.of(Role.ADMINISTRATOR, Role.DELEGATE);
    private static final String ACTION = "prepareAdministrator";
    private static final int RANDOM_BYTES = 24;

    private final UserDirectory users;
    private final Path passwordFile;
    private final AuditLog log;

    public AdministratorAccount(UserDirectory users, Path dataDirectory, AuditLog log) {
        this.users = users;
        this.passwordFile = dataDirectory.resolve("admin-password");
        this.log = log;
    }

    /**
     * Makes the administrator, or brings its password in line with the setting.
     *
     * @param setting the password from the setting; empty or blank where there is none
     * @throws UserFileException (ACCESS-500-001) where the users or the password cannot be written
     */
    public void prepare(Optional<String> setting) {
        Optional<String> password = setting.filter(text -> !text.isBlank());
        if (password.isPresent()) {
            bringInLine(password.get());
        } else if (!users.contains(ADMINISTRATOR)) {
            makeOne();
        }
    }

    private void bringInLine(String password) {
        boolean inLine = users.roles(ADMINISTRATOR).equals(Optional.of(ROLES))
                && users.verify(new Credentials(ADMINISTRATOR, password), "").isPresent();
        if (!inLine) {
            users.put(ADMINISTRATOR, ROLES, password);
            onPasswordFile(Files::deleteIfExists); // what is in it is not valid any more
            log.log(ACTION, AccessMessage.ADMINISTRATOR_FROM_SETTING.with(ADMINISTRATOR));
        }
    }

    /** The file first: a crash in between leaves a password without a user, and the next start begins anew. */
    private void makeOne() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        onPasswordFile(file -> OwnerOnlyFile.write(file, (password + "\n").getBytes(StandardCharsets.UTF_8)));
        users.put(ADMINISTRATOR, ROLES, password);
        log.log(ACTION, AccessMessage.ADMINISTRATOR_MADE.with(ADMINISTRATOR, passwordFile.toAbsolutePath()));
    }

    private interface FileAction {
        void on(Path file) throws IOException;
    }

    private void onPasswordFile(FileAction action) {
        try {
            action.on(passwordFile);
        } catch (IOException e) {
            throw new UserFileException(passwordFile, e.getClass().getSimpleName());
        }
    }
}
