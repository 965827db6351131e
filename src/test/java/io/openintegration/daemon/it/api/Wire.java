package io.openintegration.daemon.it.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A request as it goes over the wire: nothing is checked, corrected or encoded.
 *
 * @param target path and query
 * @param headers whole lines
 * @param body as it is sent, each character a byte; its length is given, unless a header says it is chunked
 */
record Wire(String method, String target, List<String> headers, String body) {

    static Wire of(String method, String target) {
        return new Wire(method, target, List.of(), "");
    }

    Wire as(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return header("Authorization: Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    Wire method(String other) {
        return new Wire(other, target, headers, body);
    }

    Wire target(String other) {
        return new Wire(method, other, headers, body);
    }

    Wire query(String parameter) {
        return target(target + (target.contains("?") ? "&" : "?") + parameter);
    }

    Wire header(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        return new Wire(method, target, more, body);
    }

    Wire json(String text) {
        return body("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    Wire body(String type, byte[] content) {
        return new Wire(method, target, headers, text(content)).header("Content-Type: " + type);
    }

    Wire untyped(String text) {
        return new Wire(method, target, headers, text(text.getBytes(StandardCharsets.UTF_8)));
    }

    Wire chunked() {
        String chunks = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n0\r\n\r\n";
        return new Wire(method, target, headers, chunks).header("Transfer-Encoding: chunked");
    }

    byte[] bytes(String host) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        boolean chunked = headers.contains("Transfer-Encoding: chunked");
        if (!chunked && (!body.isEmpty() || method.matches("POST|PUT|PATCH"))) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return head.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
