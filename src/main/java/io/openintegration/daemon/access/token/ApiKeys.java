package io.openintegration.daemon.access.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.AccessMessage;
import io.openintegration.daemon.access.Caller;
import io.openintegration.daemon.access.OwnerOnlyFile;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.metadata.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Bearer keys that outlast tokens, for programs that are configured once: {@code api-keys.json} in the data directory, as digests. Only
 * for users who are producers and nothing else, when a key is made and each time that it is used. A key ends when it expires, is
 * revoked, or when the user's tokens are ended. Safe from any thread; asking never touches the file.
 */
public final class ApiKeys {

    static final int MOST_OF_USER = 50;

    private static final String UNKNOWN_FORM = "it is not in the form expected";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final UserDirectory users;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile Map<String, StoredApiKey> byId;

    /** @throws AccessException {@code ACCESS-500-002} where there is a file that cannot be read */
    public ApiKeys(Path dataDirectory, UserDirectory users, Clock clock) {
        this.file = dataDirectory.resolve("api-keys.json");
        this.users = users;
        this.clock = clock;
        this.byId = byId(read());
    }

    /** The keys of a user that are good, the one that was made first at the beginning. */
    List<ApiKey> of(UserId user) {
        return byId.values().stream()
                .filter(key -> key.isOf(user) && isAlive(key))
                .map(StoredApiKey::shown)
                .sorted(Comparator.comparing(ApiKey::made).thenComparing(ApiKey::id))
                .toList();
    }

    /**
     * A new key of a user.
     *
     * @throws AccessException {@code ACCESS-409-002} where the user is anything but a producer, {@code ACCESS-409-003} where it has too
     *     many, {@code ACCESS-500-002} where the file cannot be written; nothing is changed then
     */
    synchronized IssuedApiKey make(UserId user, String name, Duration lifetime) {
        String stamp = users.tokenStamp(user)
                .filter(present -> isProducerAlone(user, present))
                .orElseThrow(() -> new AccessException(AccessMessage.NOT_PRODUCER_ALONE.with(user)));
        if (of(user).size() >= MOST_OF_USER) {
            throw new AccessException(AccessMessage.TOO_MANY_API_KEYS.with(user, MOST_OF_USER));
        }
        String text = StoredApiKey.newText(random);
        Instant now = clock.instant();
        StoredApiKey made = StoredApiKey.of(text, user, stamp, name, now, now.plus(lifetime));
        List<StoredApiKey> changed = alive();
        changed.add(made);
        write(changed);
        return new IssuedApiKey(made.shown(), text);
    }

    /**
     * Ends a key of a user.
     *
     * @return empty where the user has none of that id
     * @throws AccessException {@code ACCESS-500-002} where the file cannot be written; the key is still good then
     */
    synchronized Optional<ApiKey> remove(UserId user, String id) {
        Optional<ApiKey> found =
                of(user).stream().filter(key -> key.id().equals(id)).findFirst();
        if (found.isPresent()) {
            List<StoredApiKey> changed = alive();
            changed.removeIf(key -> key.id().equals(id));
            write(changed);
        }
        return found;
    }

    /** Whether a text after the word Bearer is meant to be such a key. */
    static boolean looksLikeOne(String text) {
        return text.startsWith(StoredApiKey.PREFIX);
    }

    /** For whom a key stands: a producer. */
    Caller holder(String text) throws TokenRefusedException {
        StoredApiKey key = Optional.ofNullable(byId.get(StoredApiKey.idIn(text)))
                .filter(known -> known.matches(text))
                .orElseThrow(() -> new TokenRefusedException(TokenRefusal.UNKNOWN_KEY));
        if (key.hasExpired(clock.instant())) {
            throw new TokenRefusedException(TokenRefusal.EXPIRED);
        }
        Caller caller = users.holder(new UserId(key.user()), key.stamp())
                .orElseThrow(() -> new TokenRefusedException(TokenRefusal.REVOKED));
        if (!isProducerAlone(caller)) {
            throw new TokenRefusedException(TokenRefusal.OTHER_ROLES);
        }
        return caller;
    }

    private boolean isProducerAlone(UserId user, String stamp) {
        return users.holder(user, stamp).filter(ApiKeys::isProducerAlone).isPresent();
    }

    private static boolean isProducerAlone(Caller caller) {
        return caller.roles().equals(Set.of(Role.PRODUCER));
    }

    private boolean isAlive(StoredApiKey key) {
        return !key.hasExpired(clock.instant())
                && users.holder(new UserId(key.user()), key.stamp()).isPresent();
    }

    /** Those that have ended are forgotten by and by. */
    private List<StoredApiKey> alive() {
        return new ArrayList<>(byId.values().stream().filter(this::isAlive).toList());
    }

    private void write(List<StoredApiKey> keys) {
        List<StoredApiKey> inOrder =
                keys.stream().sorted(Comparator.comparing(StoredApiKey::id)).toList();
        try {
            OwnerOnlyFile.write(file, MAPPER.writeValueAsBytes(inOrder));
        } catch (IOException e) {
            throw unusable(e.getClass().getSimpleName());
        }
        byId = byId(inOrder);
    }

    private List<StoredApiKey> read() {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            StoredApiKey[] read = MAPPER.readValue(Files.readAllBytes(file), StoredApiKey[].class);
            if (read == null || Arrays.asList(read).contains(null)) {
                throw unusable(UNKNOWN_FORM);
            }
            return List.of(read);
        } catch (JsonProcessingException e) {
            throw unusable(UNKNOWN_FORM);
        } catch (IOException e) {
            throw unusable(e.getClass().getSimpleName());
        }
    }

    private static Map<String, StoredApiKey> byId(List<StoredApiKey> keys) {
        return keys.stream().collect(Collectors.toUnmodifiableMap(StoredApiKey::id, Function.identity()));
    }

    private AccessException unusable(String why) {
        return new AccessException(AccessMessage.TOKEN_FILE_UNUSABLE.with(file, why));
    }
}
