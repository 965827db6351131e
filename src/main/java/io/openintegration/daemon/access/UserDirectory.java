package io.openintegration.daemon.access;

import io.openintegration.daemon.metadata.UserId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The users and their passwords. A password that was found right is remembered briefly, since checking it anew is slow
 * on purpose. Safe from any thread.
 */
public final class UserDirectory {

    private final UserFile file;
    private final SecureRandom random = new SecureRandom();
    private final VerifiedPasswords verified;
    private volatile Map<String, User> users;

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

    /**
     * Makes a user, or gives an existing one another password and other roles.
     *
     * @throws UserFileException (ACCESS-500-001) where the file cannot be written; nothing is changed then
     */
    public synchronized void put(UserId user, Set<Role> roles, String password) {
        Map<String, User> changed = new TreeMap<>(users);
        changed.put(user.value(), new User(user, roles, PasswordHash.make(password, random)));
        List<User> sorted = new ArrayList<>(changed.values());
        file.write(sorted);
        users = Map.copyOf(changed);
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
