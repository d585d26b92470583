package gov.tianmu.engine.programpage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.spi.definition.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a module answers becomes data of the JDK, or is refused. */
class PlainDataTest {

    private enum Shape {
        ROUND
    }

    private record Card(String name, Shape shape, Optional<LocalDate> until, OptionalInt count, List<Card> parts) {}

    private record Throws(String name) {
        @Override
        public String name() {
            throw new IllegalStateException("110101199003070038");
        }
    }

    @Test
    void recordsBecomeMapsAndEnumsTheirNames() {
        LocalDate day = LocalDate.of(2023, 5, 8);
        Card part = new Card("part", Shape.ROUND, Optional.empty(), OptionalInt.empty(), List.of());

        Object copy = PlainData.copyOf(new Card("whole", Shape.ROUND, Optional.of(day), OptionalInt.of(3), List.of(part)));

        Map<?, ?> card = (Map<?, ?>) copy;
        assertEquals("whole", card.get("name"));
        assertEquals("ROUND", card.get("shape"));
        assertEquals(day, card.get("until"));
        assertEquals(3, card.get("count"));
        Map<?, ?> inner = (Map<?, ?>) ((List<?>) card.get("parts")).get(0);
        assertEquals("part", inner.get("name"));
        assertTrue(inner.containsKey("until") && inner.get("until") == null);
    }

    @Test
    void simpleValuesStay() {
        Object copy = PlainData.copyOf(Map.of("text", new Text("好", "good"), "sum", new BigDecimal("1.50"), "rows", new int[] {1, 2}));

        Map<?, ?> values = (Map<?, ?>) copy;
        assertEquals(new Text("好", "good"), values.get("text"));
        assertEquals(new BigDecimal("1.50"), values.get("sum"));
        assertEquals(List.of(1, 2), values.get("rows"));
    }

    @Test
    void aSubclassOfTheModulesDoesNotPass() {
        List<String> lazy = new ArrayList<>() {
            private static final long serialVersionUID = 1L;
        };
        lazy.add("one");
        BigDecimal own = new BigDecimal("2") {
            private static final long serialVersionUID = 1L;
        };

        assertFalse(PlainData.copyOf(lazy).getClass().getName().startsWith("gov.tianmu"));
        assertThrows(IllegalArgumentException.class, () -> PlainData.copyOf(own));
    }

    @Test
    void whatIsNoDataIsRefused() {
        for (Object junk : new Object[] {null, new Object(), Thread.currentThread(), Map.of(1, "one"), List.of(new Object())}) {
            assertThrows(IllegalArgumentException.class, () -> PlainData.copyOf(junk), String.valueOf(junk));
        }
    }

    @Test
    void dataInACircleOrWithoutEndIsRefused() {
        Map<String, Object> circle = new HashMap<>();
        circle.put("self", circle);
        List<Integer> endless = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            endless.add(i);
        }

        assertThrows(IllegalArgumentException.class, () -> PlainData.copyOf(circle));
        assertThrows(IllegalArgumentException.class, () -> PlainData.copyOf(endless));
        assertThrows(IllegalArgumentException.class, () -> PlainData.copyOf("x".repeat(2_000_000)));
    }

    @Test
    void aRecordThatThrowsIsToldWithoutItsWords() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> PlainData.copyOf(new Throws("x")));

        assertFalse(refused.getMessage().contains("110101199003070038"));
    }
}
