package io.openintegration.daemon.store.remote;

/** Something in an answer is missing, or of another kind than it should be. */
final class ShapeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field its name */
    ShapeException(String field) {
        super(field);
        this.field = field;
    }

    String field() {
        return field;
    }
}
