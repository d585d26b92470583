package gov.tianmu.engine.modules.definition;

import java.util.List;

/**
 * What came of reading a definition: the definition, or what is wrong with it.
 *
 * @param <T> a program's or a notice's definition
 */
public sealed interface DefinitionReading<T> {

    /** It is in order. */
    record Sound<T>(T definition) implements DefinitionReading<T> {}

    /** It is not; at least one error, in the order of the file. */
    record Faulty<T>(List<DefinitionError> errors) implements DefinitionReading<T> {

        public Faulty {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("a faulty definition has an error");
            }
        }
    }
}
