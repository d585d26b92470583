package gov.tianmu.engine.modules.definition;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A module's content written down in a test. */
final class TextFiles implements ModuleContent {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    static TextFiles with(String name, String text) {
        return new TextFiles().and(name, text);
    }

    TextFiles and(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public Optional<byte[]> part(String name) {
        return Optional.ofNullable(files.get(name));
    }

    @Override
    public Collection<String> names() {
        return files.keySet();
    }
}
