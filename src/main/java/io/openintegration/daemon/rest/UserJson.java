package io.openintegration.daemon.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.AccessException;
import io.openintegration.daemon.access.AccessMessage;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.access.UserAccount;
import io.openintegration.daemon.access.UserChange;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Users, and what belongs to them, in JSON. A password goes in, and never comes out. All mistakes are {@code ACCESS-400-003}. */
final class UserJson {

    private UserJson() {}

    static ObjectNode json(UserAccount account) {
        ObjectNode json = Json.object().put("userId", account.id().value());
        ArrayNode roles = json.putArray("roles");
        account.roles().stream().map(Role::roleName).sorted().forEach(roles::add);
        return json;
    }

    /** Reads {@code {"roles":["viewer"],"password":"…"}}; without a password the present one stays. */
    static UserChange change(ObjectNode body) {
        requireKnown(body, List.of("roles", "password"));
        return new UserChange(roles(body.path("roles")), text(body, "password"));
    }

    /** The text of a field that must be there. */
    static String required(ObjectNode body, String field) {
        return text(body, field).orElseThrow(() -> bad(field, "text"));
    }

    /** A duration as {@code P30D}; empty where the field is not there. */
    static Optional<Duration> duration(ObjectNode body, String field) {
        try {
            return text(body, field).map(Duration::parse);
        } catch (DateTimeException e) {
            throw bad(field, "a duration such as P30D or PT12H");
        }
    }

    static void requireKnown(ObjectNode body, List<String> fields) {
        body.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw bad(field, "one of the fields " + String.join(", ", fields));
            }
        });
    }

    private static Set<Role> roles(JsonNode names) {
        if (!names.isArray()) {
            throw bad("roles", "a list of roles, which may be empty");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.named(name.asText())
                .filter(role -> name.isTextual())
                .orElseThrow(() -> bad(
                        "roles",
                        "a list with "
                                + Arrays.stream(Role.values())
                                        .map(Role::roleName)
                                        .collect(Collectors.joining(", "))))));
        return roles;
    }

    private static Optional<String> text(ObjectNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw bad(field, "text");
        }
        return Optional.of(value.textValue());
    }

    private static AccessException bad(String field, String expected) {
        return new AccessException(AccessMessage.BAD_USER.with(field, expected));
    }
}
