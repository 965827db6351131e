package io.openintegration.daemon.rest.admin;

/** The URLs of Egeria's administration services, in both generations. */
final class AdminPaths {

    /** 2.7 to 5.x, for the platform. */
    static final String USERS_PATH = "open-metadata/admin-services/users/{userId}";

    /** 6.x, for the platform. */
    static final String CURRENT = "open-metadata/admin-services";

    /** 2.7 to 5.x, for a server. */
    static final String USERS_PATH_SERVER = USERS_PATH + "/servers/{serverName}";

    /** 6.x, for a server. */
    static final String CURRENT_SERVER = CURRENT + "/servers/{serverName}";

    private AdminPaths() {}
}
