package io.openintegration.daemon.rest;

/** The generations of Egeria's REST API, told apart by their URLs; they name exception classes differently. */
enum Generation {
    /** 2.7 to 5.x: the user stands in the path. */
    USERS_PATH("org.odpi.openmetadata.frameworks.connectors.ffdc."),
    /** 6.x. */
    CURRENT("org.odpi.openmetadata.frameworks.openmetadata.ffdc.");

    private final String exceptionPackage;

    Generation(String exceptionPackage) {
        this.exceptionPackage = exceptionPackage;
    }

    String exceptionClass(String simpleName) {
        return exceptionPackage + simpleName;
    }
}
