package io.openintegration.daemon.access;

import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.message.Message;
import io.openintegration.daemon.metadata.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Changes the users, by the rules, and reports each change. A change has effect at once. All methods throw {@link
 * UserFileException} ({@code ACCESS-500-001}) where the file cannot be written; nothing is changed then. Safe from any
 * thread.
 */
public final class UserAccounts {

    private static final String ACTION = "changeUsers";

    private final UserDirectory users;
    private final PasswordLogin login;
    private final AuditLog log;

    /** A saved user, and whether it is a new one. */
    public record Saved(UserAccount account, boolean made) {}

    public UserAccounts(UserDirectory users, PasswordLogin login, AuditLog log) {
        this.users = users;
        this.login = login;
        this.log = log;
    }

    /** All users, by user id. */
    public List<UserAccount> all() {
        return users.all();
    }

    /** @throws AccessException {@code ACCESS-404-001} */
    public UserAccount get(UserId user) {
        return users.find(user).orElseThrow(() -> unknown(user));
    }

    /**
     * Makes a user, or changes it.
     *
     * @param precondition asked with the user's present version, empty where it does not exist; no other change comes in
     *     between
     * @throws AccessException {@code ACCESS-400-001} user id, {@code ACCESS-400-002} password (missing for a new user),
     *     {@code ACCESS-409-001} last administrator, {@code ACCESS-412-001} precondition
     */
    public Saved put(Caller by, UserId user, UserChange change, Predicate<Optional<String>> precondition) {
        change.password().ifPresent(password -> UserRules.check(user, password));
        Optional<PasswordHash> hash = change.password().map(users::hash); // slow, so before anybody has to wait
        UserDirectory.Change saved = users.update(user, all -> {
            Optional<User> present = Optional.ofNullable(all.get(user.value()));
            require(precondition, user, present);
            User changed = changed(user, change, present, hash);
            if (!changed.roles().contains(Role.ADMINISTRATOR)) {
                requireAnotherAdministrator(user, present, all);
            }
            return Optional.of(changed);
        });
        boolean made = saved.before().isEmpty();
        String roles = names(change);
        log.log(
                ACTION,
                made
                        ? AccessMessage.USER_MADE.with(by.user(), user, roles)
                        : AccessMessage.USER_CHANGED.with(
                                by.user(), user, roles, change.password().isPresent() ? "a new one" : "as before"));
        return new Saved(saved.after().orElseThrow().account(), made);
    }

    /**
     * Removes a user.
     *
     * @param precondition as in {@link #put}
     * @throws AccessException {@code ACCESS-404-001} no such user, {@code ACCESS-409-001} last administrator, {@code
     *     ACCESS-412-001} precondition
     */
    public void remove(Caller by, UserId user, Predicate<Optional<String>> precondition) {
        change(user, AccessMessage.USER_REMOVED.with(by.user(), user), (present, all) -> {
            require(precondition, user, Optional.of(present));
            requireAnotherAdministrator(user, Optional.of(present), all);
            return Optional.empty();
        });
    }

    /**
     * Changes the caller's own password. Wrong current passwords are throttled as logins are.
     *
     * @param address where the request comes from
     * @throws UserNotAuthorizedException {@code ACCESS-403-001} where it is not the caller's own
     * @throws AccessException {@code ACCESS-400-002} new password, {@code ACCESS-403-002} wrong current password, {@code
     *     ACCESS-404-001} a user of an identity provider
     * @throws ThrottledException {@code ACCESS-429-001}
     */
    public void changePassword(Caller by, UserId user, String current, String next, String address) {
        if (!by.user().equals(user)) {
            throw new UserNotAuthorizedException(by.user(), user);
        }
        get(user);
        UserRules.check(user, next);
        Optional<Credentials> credentials = Credentials.of(user.value(), current);
        if (credentials.isEmpty()) {
            throw new AccessException(AccessMessage.WRONG_PASSWORD.with(user));
        }
        LoginResult result = login.login(credentials.get(), address);
        if (result instanceof LoginResult.Throttled throttled) {
            throw new ThrottledException(throttled.retryAfter());
        }
        if (!(result instanceof LoginResult.Accepted)) {
            throw new AccessException(AccessMessage.WRONG_PASSWORD.with(user));
        }
        PasswordHash hash = users.hash(next);
        change(
                user,
                AccessMessage.PASSWORD_CHANGED.with(user),
                (present, all) -> Optional.of(users.withPassword(user, present.roles(), hash)));
    }

    /**
     * Ends all tokens of the user that were issued so far.
     *
     * @throws AccessException {@code ACCESS-404-001}
     */
    public void revokeTokens(Caller by, UserId user) {
        change(
                user,
                AccessMessage.TOKENS_REVOKED.with(by.user(), user),
                (present, all) -> Optional.of(users.withoutTokens(present)));
    }

    private interface Step {
        Optional<User> apply(User present, Map<String, User> all);
    }

    private void change(UserId user, Message report, Step step) {
        users.update(user, all -> {
            User present = Optional.ofNullable(all.get(user.value())).orElseThrow(() -> unknown(user));
            return step.apply(present, all);
        });
        log.log(ACTION, report);
    }

    private User changed(UserId user, UserChange change, Optional<User> present, Optional<PasswordHash> hash) {
        if (present.isEmpty()) {
            UserRules.checkNew(user);
        }
        if (hash.isPresent()) {
            return users.withPassword(user, change.roles(), hash.get());
        }
        return present.map(known -> known.withRoles(change.roles()))
                .orElseThrow(() ->
                        new AccessException(AccessMessage.BAD_USER.with("password", "a password, the user is new")));
    }

    private static void require(Predicate<Optional<String>> precondition, UserId user, Optional<User> present) {
        if (!precondition.test(present.map(known -> known.account().version()))) {
            throw new AccessException(AccessMessage.USER_CHANGED_MEANWHILE.with(user));
        }
    }

    private static void requireAnotherAdministrator(UserId user, Optional<User> present, Map<String, User> all) {
        boolean was = present.filter(UserAccounts::isAdministrator).isPresent();
        boolean another = all.values().stream()
                .anyMatch(other -> isAdministrator(other) && !other.id().equals(user));
        if (was && !another) {
            throw new AccessException(AccessMessage.LAST_ADMINISTRATOR.with(user));
        }
    }

    private static boolean isAdministrator(User user) {
        return user.roles().contains(Role.ADMINISTRATOR);
    }

    private static String names(UserChange change) {
        return change.roles().stream().map(Role::roleName).sorted().collect(Collectors.joining(", "));
    }

    private static AccessException unknown(UserId user) {
        return new AccessException(AccessMessage.NO_SUCH_USER.with(user));
    }
}
