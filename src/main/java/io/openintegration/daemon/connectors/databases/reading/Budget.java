package io.openintegration.daemon.connectors.databases.reading;

/**
 * How much of what a database says may be in memory at once. Everything is counted as it is read, before it is known what will be
 * kept of it; whoever has let go of something sets the count back.
 */
final class Budget {

    /** What a row takes besides its texts, in characters. */
    private static final int ROW = 40;

    private final long most;
    private long spent;

    Budget(long most) {
        this.most = most;
    }

    void row() throws TooMuchException {
        spend(ROW);
    }

    void text(String text) throws TooMuchException {
        spend(text.length());
    }

    private void spend(long characters) throws TooMuchException {
        spent += characters;
        if (spent > most) {
            throw new TooMuchException("text at once");
        }
    }

    long spent() {
        return spent;
    }

    /** What was read since the count was that is not held any more. */
    void backTo(long before) {
        spent = before;
    }
}
