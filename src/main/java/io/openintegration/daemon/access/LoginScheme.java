package io.openintegration.daemon.access;

/** One scheme of the header {@code Authorization}. Called from any thread; answers at once or within a few seconds. */
public interface LoginScheme {

    /** The word that the header begins with, {@code Basic} for instance; clients may write it in any case. */
    String word();

    /**
     * Checks credentials, and reports refused ones.
     *
     * @param credentials what follows the word, without blanks around it; may be empty
     * @param address where the request comes from
     */
    LoginResult login(String credentials, String address);
}
