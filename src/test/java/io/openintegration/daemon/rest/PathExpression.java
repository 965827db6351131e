package io.openintegration.daemon.rest;

import io.openintegration.daemon.rest.UriTemplate.Part;
import java.util.ArrayList;
import java.util.List;

/** The regular expression of a path parameter, read as the texts that it allows: alternatives, groups, {@code ?}, places. */
final class PathExpression {

    /** Marks a place for anything that is only part of the expression. */
    static final String INSIDE = "inside ";

    private final String expression;
    private final String name;
    private int at;

    /** @param name of the parameter */
    PathExpression(String expression, String name) {
        this.expression = expression;
        this.name = name;
    }

    /** All that it allows; an expression that is one place for anything is the parameter itself. */
    List<List<Part>> alternatives() {
        List<List<Part>> found = choice();
        if (at < expression.length()) {
            throw unknown();
        }
        List<List<Part>> anything = List.of(List.of(new Part(INSIDE + name, true)));
        return found.equals(anything) ? List.of(List.of(new Part(name, true))) : found;
    }

    private List<List<Part>> choice() {
        List<List<Part>> found = new ArrayList<>(sequence());
        while (here('|')) {
            at++;
            found.addAll(sequence());
        }
        return found;
    }

    private List<List<Part>> sequence() {
        List<List<Part>> found = List.of(List.of());
        while (at < expression.length() && !here('|') && !here(')')) {
            boolean anything = here('[') || here('.');
            List<List<Part>> next = atom();
            if (here('?') && !anything) {
                List<List<Part>> optional = new ArrayList<>(next);
                optional.add(List.of());
                next = optional;
                at++;
            } else if (anything) {
                skipQuantifier();
            } else if (here('*') || here('+') || here('{')) {
                throw unknown();
            }
            found = UriTemplate.times(found, next);
        }
        return found;
    }

    private List<List<Part>> atom() {
        char c = expression.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> {
                at = expression.indexOf(']', at + 1) + 1;
                yield place();
            }
            case '.' -> place();
            case '\\' -> {
                char escaped = expression.charAt(at++);
                if (Character.isLetterOrDigit(escaped)) {
                    throw unknown();
                }
                yield text(escaped);
            }
            default -> text(c);
        };
    }

    private List<List<Part>> group() {
        if (expression.startsWith("?:", at)) {
            at += 2;
        }
        List<List<Part>> group = choice();
        if (!here(')')) {
            throw unknown();
        }
        at++;
        return group;
    }

    private void skipQuantifier() {
        if (here('{')) {
            at = expression.indexOf('}', at) + 1;
        } else if (here('+') || here('*') || here('?')) {
            at++;
        }
    }

    private boolean here(char c) {
        return at < expression.length() && expression.charAt(at) == c;
    }

    private List<List<Part>> place() {
        return List.of(List.of(new Part(INSIDE + name, true)));
    }

    private static List<List<Part>> text(char c) {
        return List.of(List.of(new Part(String.valueOf(c), false)));
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException("teach PathExpression to read " + expression + " at " + at);
    }
}
