package io.openintegration.daemon.platform;

import io.openintegration.daemon.access.LoginSchemes;
import io.openintegration.daemon.access.PasswordLogin;
import io.openintegration.daemon.access.SecurityEvents;
import io.openintegration.daemon.access.UserAccounts;
import io.openintegration.daemon.access.UserDirectory;
import io.openintegration.daemon.access.oidc.OidcIssuer;
import io.openintegration.daemon.access.token.ApiKeyDesk;
import io.openintegration.daemon.access.token.ApiKeys;
import io.openintegration.daemon.access.token.BearerLogin;
import io.openintegration.daemon.access.token.OwnTokens;
import io.openintegration.daemon.access.token.RevokedTokens;
import io.openintegration.daemon.access.token.TokenDesk;
import io.openintegration.daemon.access.token.TokenIssuer;
import io.openintegration.daemon.message.AuditLog;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Puts together what finds out who is calling. */
@ApplicationScoped
public class AccessProducers {

    @Resource
    private ManagedThreadFactory threads;

    @Produces
    @Singleton
    SecurityEvents securityEvents(AuditLog auditLog, Clock clock) {
        return new SecurityEvents(auditLog, clock);
    }

    @Produces
    @Singleton
    UserDirectory users(PlatformSettings settings, Clock clock) {
        return new UserDirectory(settings.dataDirectory(), clock);
    }

    @Produces
    @Singleton
    PasswordLogin passwordLogin(UserDirectory users, SecurityEvents events, Clock clock) {
        return new PasswordLogin(users, events, clock);
    }

    @Produces
    @Singleton
    UserAccounts userAccounts(UserDirectory users, PasswordLogin login, AuditLog auditLog) {
        return new UserAccounts(users, login, auditLog);
    }

    @Produces
    @Singleton
    OwnTokens ownTokens(PlatformSettings settings, UserDirectory users, Clock clock) {
        return new OwnTokens(settings.dataDirectory(), users, settings.tokenLifetime(), clock);
    }

    @Produces
    @Singleton
    ApiKeys apiKeys(PlatformSettings settings, UserDirectory users, Clock clock) {
        return new ApiKeys(settings.dataDirectory(), users, clock);
    }

    @Produces
    @Singleton
    ApiKeyDesk apiKeyDesk(PlatformSettings settings, ApiKeys keys, UserDirectory users, AuditLog auditLog) {
        return new ApiKeyDesk(keys, users, settings.apiKeyLifetime(), auditLog);
    }

    @Produces
    @Singleton
    BearerLogin bearerLogin(
            PlatformSettings settings,
            OwnTokens ownTokens,
            ApiKeys apiKeys,
            SecurityEvents events,
            AuditLog auditLog,
            Clock clock) {
        Executor background = task -> threads.newThread(task).start();
        List<TokenIssuer> issuers = new ArrayList<>();
        issuers.add(ownTokens);
        settings.oidcIssuers()
                .forEach(issuer -> issuers.add(OidcIssuer.discovered(issuer, background, auditLog, clock)));
        return new BearerLogin(issuers, apiKeys, new RevokedTokens(settings.dataDirectory(), clock), events, clock);
    }

    @Produces
    @Singleton
    TokenDesk tokenDesk(PasswordLogin login, OwnTokens tokens, BearerLogin bearer, AuditLog auditLog) {
        return new TokenDesk(login, tokens, bearer, auditLog);
    }

    @Produces
    @Singleton
    LoginSchemes loginSchemes(PasswordLogin password, BearerLogin bearer) {
        return new LoginSchemes(password, bearer);
    }
}
