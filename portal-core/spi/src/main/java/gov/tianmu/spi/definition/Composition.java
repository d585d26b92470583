package gov.tianmu.spi.definition;

import java.util.List;

/**
 * An answer the portal composes from others, e.g. the studio's name 领衔人名字+职业工种名称+技能大师工作室 (notice 一、四(二)2).
 *
 * @param parts in order; a part is either a field's id or literal words
 */
public record Composition(List<Part> parts) {

    /** Either the answer of a field or literal words; exactly one is non-empty. */
    public record Part(String field, String words) {}

    public Composition {
        parts = List.copyOf(parts);
    }
}
