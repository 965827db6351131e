package io.openintegration.daemon.reconcile;

import io.openintegration.daemon.metadata.ElementProperties;
import io.openintegration.daemon.metadata.PropertyValue;
import io.openintegration.daemon.metadata.Sha256;
import io.openintegration.daemon.metadata.TypeName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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

    private ByteBuffer content = ByteBuffer.allocate(256);

    Digest text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        room(bytes.length).put(bytes);
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
        byte[] whole = Sha256.of(Arrays.copyOf(content.array(), content.position()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, BYTES_KEPT));
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
        room(Long.BYTES).putLong(number);
    }

    private ByteBuffer room(int bytes) {
        if (content.remaining() < bytes) {
            content = ByteBuffer.allocate(2 * content.capacity() + bytes).put(content.flip());
        }
        return content;
    }
}
