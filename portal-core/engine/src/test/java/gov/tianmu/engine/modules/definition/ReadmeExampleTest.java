package gov.tianmu.engine.modules.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gov.tianmu.spi.definition.ProgramDefinition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows a module's author must be a module. */
class ReadmeExampleTest {

    private static final Pattern XML = Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh.md"})
    void isASoundProgram(String readme) throws IOException {
        String program = exampleIn(readme);
        ModuleContent module = new ModuleContent() {
            @Override
            public Optional<byte[]> part(String name) {
                return names().contains(name)
                        ? Optional.of(program.getBytes(StandardCharsets.UTF_8))
                        : Optional.empty();
            }

            @Override
            public Collection<String> names() {
                return Set.of("program.xml");
            }
        };
        var reading = new DefinitionReader().program(module, "program.xml", "1.0.0");
        var sound = assertInstanceOf(DefinitionReading.Sound.class, reading, reading::toString);
        assertEquals("craft-award", ((ProgramDefinition) sound.definition()).id());
    }

    @Test
    void isTheSameInBothLanguages() throws IOException {
        assertEquals(exampleIn("README.md"), exampleIn("README.zh.md"));
    }

    private static String exampleIn(String readme) throws IOException {
        Matcher example = XML.matcher(Files.readString(Path.of("..", "..", readme)));
        if (!example.find()) {
            throw new AssertionError("no example in " + readme);
        }
        return example.group(1);
    }
}
