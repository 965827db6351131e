package io.openintegration.daemon.connectors.lineage.event;

/** What was sent is no event of OpenLineage, or goes beyond the limits. */
public final class BadEventException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String what;
    private final String where;

    /**
     * @param what what is wrong, in words that repeat nothing of the event
     * @param where a JSON pointer, or line and column
     */
    BadEventException(String what, String where) {
        super(what + " at " + where);
        this.what = what;
        this.where = where;
    }

    public String what() {
        return what;
    }

    public String where() {
        return where;
    }
}
