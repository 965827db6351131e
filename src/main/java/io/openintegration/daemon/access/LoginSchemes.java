package io.openintegration.daemon.access;

import java.util.List;

/** Finds the scheme that reads a request's credentials. */
public final class LoginSchemes {

    private final PasswordLogin password;
    private final List<LoginScheme> others;

    public LoginSchemes(PasswordLogin password, LoginScheme... others) {
        this.password = password;
        this.others = List.of(others);
    }

    /**
     * Checks the credentials of a request. More than one header {@code Authorization}, and schemes that nobody knows, are
     * malformed passwords: which one was meant is not guessed.
     *
     * @param headers all headers {@code Authorization} of the request
     * @param address where the request comes from
     */
    LoginResult login(List<String> headers, String address) {
        if (headers.isEmpty()) {
            return new LoginResult.Missing();
        }
        String header = headers.size() == 1 ? headers.get(0).strip() : "";
        int blank = header.indexOf(' ');
        String word = blank < 0 ? header : header.substring(0, blank);
        String credentials = blank < 0 ? "" : header.substring(blank).strip();
        if (word.equalsIgnoreCase(password.word())) {
            return password.login(credentials, address);
        }
        return others.stream()
                .filter(scheme -> scheme.word().equalsIgnoreCase(word))
                .findFirst()
                .map(scheme -> scheme.login(credentials, address))
                .orElseGet(() -> password.login("", address));
    }
}
