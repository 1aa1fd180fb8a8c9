package dev.troupe.core.host;

import dev.troupe.core.KvLimits;
import dev.troupe.core.Limits;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Limits as text by field name; a field that is not there has its default. Stateless, any thread. */
final class LimitText {
    private static final String KV = "kv.";

    private LimitText() {}

    static Map<String, String> write(Limits limits) {
        Map<String, String> texts = new TreeMap<>();
        write(limits, "", texts);
        write(limits.kv(), KV, texts);
        return texts;
    }

    private static void write(Record limits, String prefix, Map<String, String> texts) {
        for (RecordComponent field : limits.getClass().getRecordComponents()) {
            Object value = value(field, limits);
            if (!(value instanceof KvLimits)) {
                texts.put(prefix + field.getName(), value.toString());
            }
        }
    }

    static Limits read(Map<String, String> texts) {
        return read(Limits.defaults(), "", texts);
    }

    private static <T extends Record> T read(T defaults, String prefix, Map<String, String> texts) {
        RecordComponent[] fields = defaults.getClass().getRecordComponents();
        Object[] values = new Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            Object standard = value(fields[i], defaults);
            String text = texts.get(prefix + fields[i].getName());
            values[i] = standard instanceof KvLimits kv
                    ? read(kv, KV, texts)
                    : text == null ? standard : parse(fields[i].getType(), text);
        }
        try {
            @SuppressWarnings("unchecked")
            Constructor<T> constructor = (Constructor<T>) defaults.getClass()
                    .getConstructor(
                            Arrays.stream(fields).map(RecordComponent::getType).toArray(Class[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record has a constructor of its components", impossible);
        }
    }

    private static Object parse(Class<?> type, String text) {
        if (type == Duration.class) {
            return Duration.parse(text);
        }
        return type == int.class ? (Object) Integer.valueOf(text) : Long.valueOf(text);
    }

    private static Object value(RecordComponent field, Record record) {
        try {
            return field.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record's accessors are public", impossible);
        }
    }
}
