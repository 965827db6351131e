package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The users and their passwords. A password that was found right is remembered briefly, since checking it anew is slow
 * on purpose. Safe from any thread.
 */
public final class UserDirectory {

    private final UserFile file;
    private final SecureRandom random = new SecureRandom();
    private final VerifiedPasswords verified;
    private volatile Map<String, User> users;

    /** A user before and after a change; empty where there was none, or is none any more. */
    record Change(Optional<User> before, Optional<User> after) {}

    /**
     * Reads {@code users.json}; there are no users where it does not exist.
     *
     * @throws UserFileException (ACCESS-500-001) where it cannot be used
     */
    public UserDirectory(Path dataDirectory, Clock clock) {
        this.file = new UserFile(dataDirectory.resolve("users.json"));
        this.verified = new VerifiedPasswords(clock, random);
        Map<String, User> read = new TreeMap<>();
        file.read().forEach(user -> read.put(user.id().value(), user));
        this.users = Map.copyOf(read);
    }

    /**
     * The caller, where the user exists and this is the password. An unknown user takes as long as a known one.
     *
     * @param address where the request comes from
     */
    public Optional<Caller> verify(Credentials credentials, String address) {
        return remembered(credentials, address).or(() -> verifySlowly(credentials, address));
    }

    /** As {@link #verify}, but only where the same was found right for the same address a short while ago. */
    Optional<Caller> remembered(Credentials credentials, String address) {
        return known(credentials.user())
                .filter(user -> verified.contains(user, credentials.password(), address))
                .map(User::caller);
    }

    /** The user's roles; empty where there is no such user. */
    Optional<Set<Role>> roles(UserId user) {
        return known(user).map(User::roles);
    }

    public boolean contains(UserId user) {
        return known(user).isPresent();
    }

    /** All users, by user id. */
    List<UserAccount> all() {
        return users.values().stream()
                .map(User::account)
                .sorted(Comparator.comparing(account -> account.id().value()))
                .toList();
    }

    Optional<UserAccount> find(UserId user) {
        return known(user).map(User::account);
    }

    /** What the user's tokens carry; empty where there is no such user. */
    public Optional<String> tokenStamp(UserId user) {
        return known(user).map(User::tokenStamp);
    }

    /** The caller that a token with this stamp stands for, with its present roles; empty where the token was revoked. */
    public Optional<Caller> holder(UserId user, String tokenStamp) {
        return known(user)
                .filter(present -> present.tokenStamp().equals(tokenStamp))
                .map(User::caller);
    }

    /**
     * Makes a user, or gives an existing one another password and other roles.
     *
     * @throws UserFileException (ACCESS-500-001) where the file cannot be written; nothing is changed then
     */
    public void put(UserId user, Set<Role> roles, String password) {
        PasswordHash hash = hash(password);
        update(user, all -> Optional.of(withPassword(user, roles, hash)));
    }

    PasswordHash hash(String password) {
        return PasswordHash.make(password, random);
    }

    User withPassword(UserId user, Set<Role> roles, PasswordHash password) {
        return User.withPassword(user, roles, password, random);
    }

    User withoutTokens(User user) {
        return user.withoutTokens(random);
    }

    /**
     * Changes one user; one change after the other.
     *
     * @param change of all users as they are, by user id, makes the user as it is to be; empty to remove it
     * @return the user as it was, and as it is now
     * @throws UserFileException (ACCESS-500-001) where the file cannot be written; nothing is changed then
     */
    synchronized Change update(UserId user, Function<Map<String, User>, Optional<User>> change) {
        Optional<User> before = known(user);
        Optional<User> after = change.apply(users);
        Map<String, User> changed = new TreeMap<>(users);
        changed.remove(user.value());
        after.ifPresent(next -> changed.put(user.value(), next));
        file.write(List.copyOf(changed.values()));
        users = Map.copyOf(changed);
        return new Change(before, after);
    }

    private Optional<Caller> verifySlowly(Credentials credentials, String address) {
        Optional<User> known = known(credentials.user());
        boolean right = known.map(User::password).orElse(PasswordHash.OF_NOBODY).matches(credentials.password());
        if (!right || known.isEmpty()) {
            return Optional.empty();
        }
        verified.add(known.get(), credentials.password(), address);
        return known.map(User::caller);
    }

    private Optional<User> known(UserId user) {
        return Optional.ofNullable(users.get(user.value()));
    }
}
