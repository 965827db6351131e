package io.openintegration.daemon.access.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import io.openintegration.daemon.access.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From the roles or groups in an issuer's token to roles here. */
record RoleMapping(String claim, Map<Role, Set<String>> values) {

    Set<Role> roles(JWTClaimsSet claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String given : texts(find(claims.getClaims()))) {
            values.forEach((role, wanted) -> {
                if (wanted.contains(given)) {
                    roles.add(role);
                }
            });
        }
        return roles;
    }

    /** A claim of exactly that name comes first: names may have dots themselves. */
    private Object find(Map<String, Object> claims) {
        if (claims.containsKey(claim)) {
            return claims.get(claim);
        }
        Object found = claims;
        for (String name : claim.split("\\.", -1)) {
            found = found instanceof Map<?, ?> object ? object.get(name) : null;
        }
        return found;
    }

    /** A list of texts, or one text. */
    private static List<String> texts(Object value) {
        if (value instanceof String text) {
            return List.of(text);
        }
        return value instanceof Collection<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
