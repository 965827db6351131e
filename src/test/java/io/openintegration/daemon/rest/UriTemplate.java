package io.openintegration.daemon.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path as JAX-RS has it, with every spelling that its regular expressions allow: {@code a/{b:c|users/[^/]+}} is {@code
 * /a/c} and {@code /a/users/{userId}}.
 */
final class UriTemplate {

    /** A piece of text, or the name of a parameter. */
    record Part(String text, boolean parameter) {}

    /** One spelling. */
    record Spelling(List<Part> parts) {

        /** Names of the parameters, in order. */
        List<String> parameters() {
            return parts.stream().filter(Part::parameter).map(Part::text).toList();
        }

        /** The path, with a value for each parameter. */
        String fill(UnaryOperator<String> values) {
            return normal(parts.stream()
                    .map(part -> part.parameter() ? values.apply(part.text()) : part.text())
                    .collect(Collectors.joining()));
        }

        Pattern pattern() {
            return Pattern.compile("\\Q" + fill(name -> "\\E[^/]+\\Q") + "\\E/?");
        }

        @Override
        public String toString() {
            return fill(name -> "{" + name + "}");
        }
    }

    private UriTemplate() {}

    static List<Spelling> spellings(String template) {
        List<List<Part>> found = List.of(List.of());
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int end = open < 0 ? template.length() : open;
            found = times(found, List.of(List.of(new Part(template.substring(at, end), false))));
            at = end;
            if (open >= 0) {
                int close = closing(template, open);
                found = times(found, parameter(template.substring(open + 1, close)));
                at = close + 1;
            }
        }
        return found.stream().map(UriTemplate::named).map(Spelling::new).toList();
    }

    private static String normal(String path) {
        return ("/" + path).replaceAll("/{2,}", "/").replaceAll("(.)/$", "$1");
    }

    private static List<List<Part>> parameter(String text) {
        int colon = text.indexOf(':');
        String name = (colon < 0 ? text : text.substring(0, colon)).strip();
        return colon < 0
                ? List.of(List.of(new Part(name, true)))
                : new PathExpression(text.substring(colon + 1).strip(), name).alternatives();
    }

    /**
     * A place for anything inside an expression has no name of its own: what stands before it tells what it is. Nobody reads a
     * server's name there, so it may be any.
     */
    private static List<Part> named(List<Part> parts) {
        List<Part> named = new ArrayList<>();
        String before = "";
        for (Part part : parts) {
            String name = before.endsWith("servers/") ? "anyName" : before.endsWith("users/") ? "userId" : "";
            boolean inside = part.parameter() && part.text().startsWith(PathExpression.INSIDE);
            if (inside) {
                String own = part.text().substring(PathExpression.INSIDE.length());
                named.add(new Part(name.isEmpty() ? own : name, true));
            } else {
                named.add(part);
            }
            before = part.parameter() ? "" : before + part.text();
        }
        return named;
    }

    static List<List<Part>> times(List<List<Part>> left, List<List<Part>> right) {
        List<List<Part>> product = new ArrayList<>();
        for (List<Part> first : left) {
            for (List<Part> second : right) {
                List<Part> both = new ArrayList<>(first);
                both.addAll(second);
                product.add(both);
            }
        }
        return product;
    }

    private static int closing(String template, int open) {
        int depth = 0;
        for (int i = open; i < template.length(); i++) {
            char c = template.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no } in " + template);
    }
}
