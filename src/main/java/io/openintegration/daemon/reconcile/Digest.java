package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.TypeName;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * SHA-256 over values in a canonical form: every text is preceded by its length, every list and map by its size, every
 * value by its kind, so that two different contents never give the same bytes.
 */
final class Digest {

    /** 128 bits: enough that no two descriptions meet by chance, and short enough to be kept for each column. */
    private static final int BYTES_KEPT = 16;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream(512);

    Digest text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        content.writeBytes(bytes);
        return this;
    }

    Digest properties(ElementProperties properties) {
        number(properties.values().size());
        properties.values().forEach((name, value) -> text(name).value(value));
        return this;
    }

    Digest classifications(Map<TypeName, ElementProperties> classifications) {
        TreeMap<String, ElementProperties> sorted = new TreeMap<>();
        classifications.forEach((name, properties) -> sorted.put(name.value(), properties));
        number(sorted.size());
        sorted.forEach((name, properties) -> text(name).properties(properties));
        return this;
    }

    String value() {
        byte[] whole = sha256().digest(content.toByteArray());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES_KEPT));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private void value(PropertyValue value) {
        text(value.getClass().getSimpleName());
        if (value instanceof PropertyValue.Text text) {
            text(text.value());
        } else if (value instanceof PropertyValue.IntNumber number) {
            number(number.value());
        } else if (value instanceof PropertyValue.LongNumber number) {
            number(number.value());
        } else if (value instanceof PropertyValue.DecimalNumber number) {
            number(Double.doubleToLongBits(number.value()));
        } else if (value instanceof PropertyValue.Flag flag) {
            number(flag.value() ? 1 : 0);
        } else if (value instanceof PropertyValue.Date date) {
            number(date.value().toEpochMilli());
        } else if (value instanceof PropertyValue.Choice choice) {
            text(choice.enumName()).text(choice.symbolicName());
        } else if (value instanceof PropertyValue.TextList list) {
            texts(list.values());
        } else if (value instanceof PropertyValue.TextMap map) {
            number(map.values().size());
            map.values().forEach((key, entry) -> text(key).text(entry));
        } else {
            throw new IllegalStateException(
                    "no canonical form for " + value.getClass().getSimpleName());
        }
    }

    private void texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    private void number(long number) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            content.write((int) (number >>> shift));
        }
    }
}
