package gov.tianmu.engine.casefile;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Field;
import gov.tianmu.spi.definition.FieldType;
import gov.tianmu.spi.definition.ProgramDefinition;
import gov.tianmu.spi.value.MobileNumber;
import gov.tianmu.spi.value.ResidentId;
import java.util.List;

/** Answers for people who need not see personal ones: identity and mobile numbers keep their ends only. */
public final class MaskedAnswers {

    private MaskedAnswers() {}

    public static Answers of(ProgramDefinition definition, Answers answers) {
        return mask(definition.fields().toList(), answers);
    }

    private static Answers mask(List<Field> fields, Answers answers) {
        Answers masked = answers;
        for (Field field : fields) {
            if (!answers.has(field.id())) {
                continue;
            }
            if (field.type() == FieldType.TABLE) {
                masked = masked.with(
                        field.id(),
                        answers.rows(field.id()).stream()
                                .map(r -> new Answers.Row(r.id(), mask(field.columns(), r.answers())))
                                .toList());
            } else if (isPersonal(field)) {
                masked = masked.with(field.id(), masked(field, answers.text(field.id())));
            }
        }
        return masked;
    }

    public static boolean isPersonal(Field field) {
        return field.personal() || field.type() == FieldType.RESIDENT_ID || field.type() == FieldType.MOBILE;
    }

    /** One personal answer as others may see it. */
    public static String masked(Field field, String text) {
        return switch (field.type()) {
            case RESIDENT_ID -> ResidentId.parse(text).map(ResidentId::masked).orElseGet(() -> starred(text));
            case MOBILE -> MobileNumber.parse(text).map(MobileNumber::masked).orElseGet(() -> starred(text));
            default -> starred(text);
        };
    }

    /** The first and the last quarter stay, at least one character is hidden. */
    private static String starred(String text) {
        int[] points = text.codePoints().toArray();
        int keep = points.length / 4;
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < points.length; i++) {
            masked.append(i < keep || i >= points.length - keep ? Character.toString(points[i]) : "*");
        }
        return masked.toString();
    }
}
