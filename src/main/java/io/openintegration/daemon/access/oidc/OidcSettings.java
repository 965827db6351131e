package io.openintegration.daemon.access.oidc;

import io.openintegration.daemon.access.Role;
import java.util.Map;
import java.util.Set;

/**
 * An issuer that the settings name.
 *
 * @param url the issuer's identifier, exactly as its tokens give it; its discovery document is below it
 * @param audience what tokens for this platform carry as their audience
 * @param userClaim the claim that is the user id
 * @param rolesClaim the claim that tells the issuer's roles or groups: its name, or a path of names with dots
 * @param roles which of the claim's values give which role here
 */
public record OidcSettings(
        String url, String audience, String userClaim, String rolesClaim, Map<Role, Set<String>> roles) {

    public OidcSettings {
        roles = Map.copyOf(roles);
    }
}
