package io.openintegration.daemon.it;

import java.util.List;
import org.odpi.openmetadata.commonservices.ffdc.RESTExceptionHandler;
import org.odpi.openmetadata.commonservices.ffdc.rest.FFDCRESTClient;
import org.odpi.openmetadata.commonservices.ffdc.rest.NameRequestBody;
import org.odpi.openmetadata.frameworks.connectors.ffdc.InvalidParameterException;
import org.odpi.openmetadata.frameworks.connectors.ffdc.PropertyServerException;
import org.odpi.openmetadata.frameworks.connectors.ffdc.UserNotAuthorizedException;
import org.odpi.openmetadata.governanceservers.integrationdaemonservices.properties.IntegrationDaemonStatus;
import org.odpi.openmetadata.governanceservers.integrationdaemonservices.properties.IntegrationServiceSummary;
import org.odpi.openmetadata.governanceservers.integrationdaemonservices.rest.IntegrationDaemonStatusResponse;
import org.odpi.openmetadata.governanceservers.integrationdaemonservices.rest.IntegrationGroupSummariesResponse;
import org.odpi.openmetadata.governanceservers.integrationdaemonservices.rest.IntegrationGroupSummaryResponse;
import org.odpi.openmetadata.governanceservers.integrationdaemonservices.rest.IntegrationServiceSummaryResponse;

/**
 * The integration daemon by the means of Egeria 4's own client: its REST client, response classes and exceptions. That client
 * itself is not on Maven Central; the paths are those of Egeria's protocol.
 */
final class UsersPathDaemonClient extends FFDCRESTClient {

    private static final String DAEMON = "/servers/{0}/open-metadata/integration-daemon/users/{1}";

    private final RESTExceptionHandler exceptions = new RESTExceptionHandler();
    private final String root;
    private final String server;
    private final String user;

    UsersPathDaemonClient(String root, String server, String user, String password) throws InvalidParameterException {
        super(server, root, user, password);
        this.root = root;
        this.server = server;
        this.user = user;
    }

    IntegrationDaemonStatus status()
            throws InvalidParameterException, UserNotAuthorizedException, PropertyServerException {
        IntegrationDaemonStatusResponse answer = callGetRESTCall(
                "status", IntegrationDaemonStatusResponse.class, root + DAEMON + "/status", server, user);
        exceptions.detectAndThrowStandardExceptions("status", answer);
        return answer.getIntegrationDaemonStatus();
    }

    List<IntegrationServiceSummary> services()
            throws InvalidParameterException, UserNotAuthorizedException, PropertyServerException {
        IntegrationServiceSummaryResponse answer = callGetRESTCall(
                "services",
                IntegrationServiceSummaryResponse.class,
                root + DAEMON + "/integration-services/summary",
                server,
                user);
        exceptions.detectAndThrowStandardExceptions("services", answer);
        return answer.getIntegrationServiceSummaries();
    }

    /** @param name null for all */
    void refresh(String name) throws InvalidParameterException, UserNotAuthorizedException, PropertyServerException {
        NameRequestBody body = new NameRequestBody();
        body.setName(name);
        callVoidPostRESTCall("refresh", root + DAEMON + "/integration-connectors/refresh", body, server, user);
    }

    /** @param name null for all */
    void restart(String name) throws InvalidParameterException, UserNotAuthorizedException, PropertyServerException {
        NameRequestBody body = new NameRequestBody();
        body.setName(name);
        callVoidPostRESTCall("restart", root + DAEMON + "/integration-connectors/restart", body, server, user);
    }

    IntegrationGroupSummariesResponse groups() throws PropertyServerException {
        return callGetRESTCall(
                "groups",
                IntegrationGroupSummariesResponse.class,
                root + DAEMON + "/integration-groups/summary",
                server,
                user);
    }

    void group(String group) throws InvalidParameterException, UserNotAuthorizedException, PropertyServerException {
        IntegrationGroupSummaryResponse answer = callGetRESTCall(
                "group",
                IntegrationGroupSummaryResponse.class,
                root + DAEMON + "/integration-groups/{2}/summary",
                server,
                user,
                group);
        exceptions.detectAndThrowStandardExceptions("group", answer);
    }
}
