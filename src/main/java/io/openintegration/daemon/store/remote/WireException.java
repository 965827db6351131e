package io.openintegration.daemon.store.remote;

/** A request without a usable answer. */
final class WireException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;
    private final String detail;

    /** @param detail third parameter of the trouble's message; no secret */
    WireException(Trouble trouble, String detail, Throwable cause) {
        super(trouble + " " + detail, cause);
        this.trouble = trouble;
        this.detail = detail;
    }

    Trouble trouble() {
        return trouble;
    }

    String detail() {
        return detail;
    }
}
