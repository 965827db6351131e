package io.openintegration.daemon.rest.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.openintegration.daemon.access.Role;
import io.openintegration.daemon.configuration.PlatformUrls;
import io.openintegration.daemon.configuration.documents.DocumentMessage;
import io.openintegration.daemon.configuration.documents.Precondition;
import io.openintegration.daemon.configuration.documents.SecretMask;
import io.openintegration.daemon.platform.PlatformSettings;
import io.openintegration.daemon.rest.AnswersWith;
import io.openintegration.daemon.rest.Generation;
import io.openintegration.daemon.rest.Permits;
import io.openintegration.daemon.rest.RejectedRequestException;
import io.openintegration.daemon.rest.Speaks;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** Commands for whole documents. They are shown with masks in the place of their secrets, and taken with them. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ConfigurationCommands extends AdminCommands {

    private static final String DOCUMENT = "omagserverConfig";

    @Inject
    private PlatformSettings settings;

    /** As Egeria 2.7 to 5.x spell them. */
    @Path(AdminPaths.USERS_PATH_SERVER + "/configuration")
    @Speaks(Generation.ADMINISTRATION)
    public static class UsersPath extends ConfigurationCommands {}

    /** As Egeria 6 spells them. */
    @Path(AdminPaths.CURRENT_SERVER + "/configuration")
    @Speaks(Generation.CURRENT)
    public static class Current extends ConfigurationCommands {}

    /** The stored document. */
    @GET
    @Permits(Role.OPERATOR)
    @AnswersWith("OMAGServerConfigResponse")
    public String getStoredConfiguration() {
        return ok("OMAGServerConfigResponse").set(DOCUMENT, shown()).toString();
    }

    /** The stored document with its placeholders resolved, but for those that look like a secret's. */
    @GET
    @Path("resolved")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("OMAGServerConfigResponse")
    public String getResolvedConfiguration() {
        return ok("OMAGServerConfigResponse")
                .set(DOCUMENT, SecretMask.resolved(content(), settings.placeholders()))
                .toString();
    }

    /** Puts a document in the place of the stored one. */
    @POST
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String setOMAGServerConfig(InputStream body) {
        ObjectNode document = AdminBody.object(body, "an OMAGServerConfig");
        requests().documents().replace(server(), requests().user(), document, Precondition.NONE);
        return done();
    }

    /** Deletes the document; its last version is kept. */
    @DELETE
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String clearOMAGServerConfig() {
        requests().documents().delete(server(), requests().user(), Precondition.NONE);
        return done();
    }

    /** Hands the document to a platform: to this one, which has it already; no other. */
    @POST
    @Path("deploy")
    @Permits(Role.ADMINISTRATOR)
    @AnswersWith("VoidResponse")
    public String deployOMAGServerConfig(InputStream body) {
        ObjectNode given = AdminBody.object(body, "an object with urlRoot");
        AdminBody.requireKnown(given, List.of("urlRoot"));
        String url = AdminBody.text(given, "urlRoot");
        content();
        PlatformUrls here = settings.platformUrls();
        if (!here.contains(url)) {
            throw new RejectedRequestException(DocumentMessage.FOREIGN_PLATFORM.with(
                    server(), SecretMask.masked(url), String.join(", ", here.urls())));
        }
        return done();
    }
}
