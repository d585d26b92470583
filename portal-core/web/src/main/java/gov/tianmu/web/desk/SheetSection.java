package gov.tianmu.web.desk;

import java.util.List;

/** A section of the form with its answers and documents, as the officer reads it. */
public record SheetSection(String id, String title, List<SheetItem> items) {

    public long changes() {
        return items.stream().filter(SheetItem::changed).count();
    }

    public long answers() {
        return items.stream().filter(item -> !item.kind().equals("row")).count();
    }

    SheetSection touched() {
        return new SheetSection(id, title, items.stream().filter(SheetItem::touched).toList());
    }
}
