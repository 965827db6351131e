package io.openintegration.daemon.store.remote;

/** What can go wrong between a request and a usable answer. */
enum Trouble {
    PLATFORM_DOWN(RemoteStoreMessage.PLATFORM_DOWN, Sent.NO, true),
    HOST_UNKNOWN(RemoteStoreMessage.HOST_UNKNOWN, Sent.NO, false),
    CONNECT_TIMED_OUT(RemoteStoreMessage.CONNECT_TIMED_OUT, Sent.NO, false),
    CERTIFICATE_REFUSED(RemoteStoreMessage.CERTIFICATE_REFUSED, Sent.NO, false),
    ANSWER_TIMED_OUT(RemoteStoreMessage.ANSWER_TIMED_OUT, Sent.PERHAPS, false),
    OTHERS_UNANSWERED(RemoteStoreMessage.OTHERS_UNANSWERED, Sent.NO, false),
    CUT_OFF(RemoteStoreMessage.CUT_OFF, Sent.PERHAPS, true),
    NOT_HTTP(RemoteStoreMessage.NOT_HTTP, Sent.PERHAPS, true),
    NOT_JSON(RemoteStoreMessage.NOT_JSON, Sent.PERHAPS, true),
    UNEXPECTED_SHAPE(RemoteStoreMessage.UNEXPECTED_SHAPE, Sent.PERHAPS, false),
    ANSWER_TOO_LARGE(RemoteStoreMessage.ANSWER_TOO_LARGE, Sent.PERHAPS, false),
    UNEXPECTED_STATUS(RemoteStoreMessage.UNEXPECTED_STATUS, Sent.PERHAPS, false),
    /** The platform, or a proxy before it, says itself that it is not up to it at the moment. */
    BUSY(RemoteStoreMessage.UNEXPECTED_STATUS, Sent.PERHAPS, true),
    NO_SUCH_OPERATION(RemoteStoreMessage.NO_SUCH_OPERATION, Sent.NO, false),
    GIVEN_UP(RemoteStoreMessage.GIVEN_UP, Sent.PERHAPS, false);

    private final RemoteStoreMessage message;
    private final Sent sent;
    private final boolean passing;

    Trouble(RemoteStoreMessage message, Sent sent, boolean passing) {
        this.message = message;
        this.sent = sent;
        this.passing = passing;
    }

    RemoteStoreMessage message() {
        return message;
    }

    Sent sent() {
        return sent;
    }

    /** Whether it may well be gone a moment later. What took its whole time is not: waiting again would only take twice as long. */
    boolean isPassing() {
        return passing;
    }

    /** Whether the server got the request, and so may have carried it out. */
    enum Sent {
        NO,
        PERHAPS
    }
}
