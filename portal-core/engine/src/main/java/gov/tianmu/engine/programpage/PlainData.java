package gov.tianmu.engine.programpage;

import gov.tianmu.spi.definition.Text;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Copies what a module answers into classes of the JDK, so that a page reads it without running any code of the module's,
 * and nothing of the module's class loader stays behind. Runs on the module's side of the time limit.
 */
public final class PlainData {

    private static final int MAX_DEPTH = 12;
    private static final int MAX_VALUES = 20_000;
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final Set<Class<?>> SIMPLE = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Character.class,
            BigDecimal.class,
            BigInteger.class,
            Text.class);

    private int values;
    private int characters;

    private PlainData() {}

    /**
     * The copy.
     *
     * @throws IllegalArgumentException when it is nothing at all, no plain data, or too much
     */
    public static Object copyOf(Object answer) {
        if (answer == null) {
            throw new IllegalArgumentException("nothing was answered");
        }
        return new PlainData().copy(answer, 0);
    }

    private Object copy(Object value, int depth) {
        if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
            throw new IllegalArgumentException("too much data for a page, or data in a circle");
        }
        if (value == null || SIMPLE.contains(value.getClass())) {
            return counted(value);
        }
        if (value instanceof TemporalAccessor && value.getClass().getPackageName().equals("java.time")) {
            return value;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Optional<?> optional) {
            return copy(optional.orElse(null), depth);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof Map<?, ?> map) {
            return copyMap(map, depth);
        }
        if (value instanceof Collection<?> collection) {
            return copyAll(collection, depth);
        }
        if (value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(Array.get(value, i));
            }
            return copyAll(elements, depth);
        }
        if (value instanceof Record fields) {
            return copyRecord(fields, depth);
        }
        throw new IllegalArgumentException("no plain data: " + value.getClass().getName());
    }

    private Object counted(Object value) {
        characters += value instanceof String words ? words.length() : 0;
        if (characters > MAX_CHARACTERS) {
            throw new IllegalArgumentException("too much text for a page");
        }
        return value;
    }

    private Map<String, Object> copyMap(Map<?, ?> map, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String) && !(key instanceof Enum<?>)) {
                throw new IllegalArgumentException("a map's keys are text");
            }
            copy.put(key instanceof Enum<?> constant ? constant.name() : (String) key, copy(value, depth + 1));
        });
        return Collections.unmodifiableMap(copy);
    }

    private List<Object> copyAll(Collection<?> collection, int depth) {
        List<Object> copy = new ArrayList<>();
        for (Object element : collection) {
            copy.add(copy(element, depth + 1));
        }
        return Collections.unmodifiableList(copy);
    }

    private Map<String, Object> copyRecord(Record fields, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            copy.put(component.getName(), copy(read(fields, component.getAccessor()), depth + 1));
        }
        return Collections.unmodifiableMap(copy);
    }

    private static Object read(Record fields, Method accessor) {
        try {
            // The record itself may be private to the module.
            accessor.setAccessible(true);
            return accessor.invoke(fields);
        } catch (InvocationTargetException thrown) {
            throw new IllegalArgumentException("a record's accessor threw " + thrown.getCause().getClass().getName());
        } catch (IllegalAccessException closed) {
            throw new IllegalArgumentException("a record cannot be read: " + fields.getClass().getName());
        }
    }
}
