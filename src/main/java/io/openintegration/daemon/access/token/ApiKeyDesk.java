package io.openintegration.daemon.access.token;

import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.AccessMessage;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.message.AuditLog;
import io.openintegration.daemon.metadata.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where administrators make and end the API keys of producers. Each is reported. Safe from any thread. */
public final class ApiKeyDesk {

    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final int LONGEST_NAME = 100;

    private static final String ACTION = "changeApiKeys";

    private final ApiKeys keys;
    private final UserDirectory users;
    private final Duration longest;
    private final AuditLog log;

    /** @param longest how long a key lives at the most, and where nothing else is asked for */
    public ApiKeyDesk(ApiKeys keys, UserDirectory users, Duration longest, AuditLog log) {
        this.keys = keys;
        this.users = users;
        this.longest = longest;
        this.log = log;
    }

    /**
     * The keys of a user that are good.
     *
     * @throws AccessException {@code ACCESS-404-001}
     */
    public List<ApiKey> all(UserId user) {
        requireKnown(user);
        return keys.of(user);
    }

    /**
     * A new key.
     *
     * @param name what it is for
     * @param lifetime empty for as long as a key may live
     * @throws AccessException {@code ACCESS-400-003} name or lifetime, {@code ACCESS-404-001} user, {@code ACCESS-409-002} user with
     *     another role than producer, {@code ACCESS-409-003} too many, {@code ACCESS-500-002} file
     */
    public IssuedApiKey issue(Caller by, UserId user, String name, Optional<Duration> lifetime) {
        requireKnown(user);
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new AccessException(AccessMessage.BAD_USER.with(
                    "name", "1 to " + LONGEST_NAME + " characters, without control characters"));
        }
        Duration life = lifetime.orElse(longest);
        if (life.compareTo(SHORTEST) < 0 || life.compareTo(longest) > 0) {
            throw new AccessException(
                    AccessMessage.BAD_USER.with("lifetime", "a duration from " + SHORTEST + " to " + longest));
        }
        IssuedApiKey issued = keys.make(user, name, life);
        ApiKey key = issued.key();
        log.log(ACTION, AccessMessage.API_KEY_MADE.with(by.user(), key.id(), name, user, key.expires()));
        return issued;
    }

    /**
     * Ends a key.
     *
     * @throws AccessException {@code ACCESS-404-001} user, {@code ACCESS-404-002} key, {@code ACCESS-500-002} file
     */
    public void revoke(Caller by, UserId user, String id) {
        requireKnown(user);
        ApiKey key = keys.remove(user, id)
                .orElseThrow(() -> new AccessException(AccessMessage.NO_SUCH_API_KEY.with(id, user)));
        log.log(ACTION, AccessMessage.API_KEY_REVOKED.with(by.user(), key.id(), key.name(), user));
    }

    private void requireKnown(UserId user) {
        if (!users.contains(user)) {
            throw new AccessException(AccessMessage.NO_SUCH_USER.with(user));
        }
    }
}
