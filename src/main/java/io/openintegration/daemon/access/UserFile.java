package io.openintegration.daemon.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.openintegration.daemon.metadata.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The file of users: {@code users.json} in the data directory. Its methods throw {@link UserFileException}
 * (ACCESS-500-001).
 */
final class UserFile {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;

    UserFile(Path file) {
        this.file = file;
    }

    private record Content(List<Entry> users) {
        Content {
            require(users != null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Entry(String userId, @JsonInclude List<String> roles, Password password, String tokenStamp) {
        Entry {
            require(userId != null && roles != null && password != null);
        }
    }

    private record Password(String algorithm, int iterations, String salt, String hash) {
        Password {
            require(salt != null && hash != null);
        }
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("the file of users misses something");
        }
    }

    /** The users; none where there is no file yet. */
    List<User> read() {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            Content content = MAPPER.readValue(Files.readAllBytes(file), Content.class);
            require(content != null);
            return content.users().stream().map(UserFile::user).toList();
        } catch (JsonProcessingException e) { // the parser's own message may quote the file
            throw new UserFileException(file, "it is not in the form expected");
        } catch (IOException | IllegalArgumentException e) {
            throw new UserFileException(file, e.getClass().getSimpleName());
        }
    }

    void write(List<User> users) {
        Content content = new Content(users.stream().map(UserFile::entry).toList());
        try {
            OwnerOnlyFile.write(file, MAPPER.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new UserFileException(file, e.getClass().getSimpleName());
        }
    }

    private static User user(Entry entry) {
        Password password = entry.password();
        return new User(
                new UserId(entry.userId()),
                roles(entry.roles()),
                new PasswordHash(password.algorithm(), password.iterations(), password.salt(), password.hash()),
                Optional.ofNullable(entry.tokenStamp()).orElse(""));
    }

    private static Set<Role> roles(List<String> names) {
        return names.stream()
                .map(name -> Role.named(name).orElseThrow(IllegalArgumentException::new))
                .collect(Collectors.toSet());
    }

    private static Entry entry(User user) {
        PasswordHash password = user.password();
        return new Entry(
                user.id().value(),
                user.roles().stream().map(Role::roleName).sorted().toList(),
                new Password(password.algorithm(), password.iterations(), password.salt(), password.hash()),
                user.tokenStamp());
    }
}
