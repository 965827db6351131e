package io.openintegration.daemon.rest;

/** The generations of Egeria's REST API, told apart by their URLs; they name exception classes differently. */
public enum Generation {
    /** 2.7 to 5.x: the user stands in the path. */
    USERS_PATH(
            "org.odpi.openmetadata.frameworks.connectors.ffdc.",
            "InvalidParameterException",
            "UserNotAuthorizedException",
            "PropertyServerException"),
    /** The administration services of 2.7 to 5.x, which have exceptions of their own. */
    ADMINISTRATION(
            "org.odpi.openmetadata.adminservices.ffdc.exception.",
            "OMAGInvalidParameterException",
            "OMAGNotAuthorizedException",
            "OMAGConfigurationErrorException"),
    /** 6.x: answers carry a request id, and failures the name of a subclass. */
    CURRENT(
            "org.odpi.openmetadata.frameworks.openmetadata.ffdc.",
            "InvalidParameterException",
            "UserNotAuthorizedException",
            "PropertyServerException");

    private final String exceptionPackage;
    private final String invalidParameter;
    private final String userNotAuthorized;
    private final String propertyServer;

    Generation(String exceptionPackage, String invalidParameter, String userNotAuthorized, String propertyServer) {
        this.exceptionPackage = exceptionPackage;
        this.invalidParameter = invalidParameter;
        this.userNotAuthorized = userNotAuthorized;
        this.propertyServer = propertyServer;
    }

    /** The full name of the Java class that this generation's clients look for. */
    String exceptionClass(ExceptionFamily family) {
        return exceptionPackage
                + switch (family) {
                    case INVALID_PARAMETER -> invalidParameter;
                    case USER_NOT_AUTHORIZED -> userNotAuthorized;
                    case PROPERTY_SERVER -> propertyServer;
                };
    }
}
