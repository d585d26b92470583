package gov.tianmu.studio.recognition;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.rule.CaseRule;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import gov.tianmu.spi.value.ResidentId;
import gov.tianmu.spi.value.StatutoryRetirement;
import gov.tianmu.spi.value.StatutoryRetirement.Category;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/**
 * 领衔人在申报时原则上应距法定退休年龄3年以上 (notice 三(一)): a warning, since 原则上 leaves room for a stated reason.
 *
 * <p>Counts from the day of application by the law in force on it, with the birth date of the resident identity number,
 * or, without a sound one, to the end of the month of birth. Says nothing while an answer it needs is missing: that is
 * the form's own matter.
 */
@Component(property = "tianmu.program=studio-recognition")
public class RetirementRule implements CaseRule {

    private static final Period DISTANCE = Period.ofYears(3);

    @Override
    public List<Finding> check(CaseView application) {
        Answers answers = application.answers();
        Optional<Category> category = category(answers);
        Optional<LocalDate> birth = birth(answers);
        if (category.isEmpty() || birth.isEmpty()) {
            return List.of();
        }
        LocalDate appliedOn = application.appliedOn();
        StatutoryRetirement retirement = StatutoryRetirement.of(category.get(), birth.get(), appliedOn);
        LocalDate day = retirement.dayFor(birth.get());
        return appliedOn.plus(DISTANCE).isAfter(day) ? List.of(tooClose(appliedOn, day, retirement)) : List.of();
    }

    private static Optional<Category> category(Answers answers) {
        return switch (answers.text("leader-sex")) {
            case "male" -> Optional.of(Category.MAN);
            case "female" -> switch (answers.text("leader-retirement-category")) {
                case "cadre-or-technical" -> Optional.of(Category.WOMAN_CADRE_OR_TECHNICAL);
                case "worker" -> Optional.of(Category.WOMAN_WORKER);
                default -> Optional.empty();
            };
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDate> birth(Answers answers) {
        Optional<YearMonth> month = month(answers.text("leader-birth"));
        Optional<LocalDate> numbered = ResidentId.parse(answers.text("leader-resident-id")).map(ResidentId::birthDate);
        // A number that contradicts the month is the form's own error; the month is what the person answers for.
        return numbered.filter(day -> month.map(YearMonth.from(day)::equals).orElse(true))
                .or(() -> month.map(YearMonth::atEndOfMonth));
    }

    private static Optional<YearMonth> month(String answer) {
        try {
            return answer.isBlank() ? Optional.empty() : Optional.of(YearMonth.parse(answer));
        } catch (DateTimeParseException noMonth) {
            return Optional.empty();
        }
    }

    private static Finding tooClose(LocalDate appliedOn, LocalDate day, StatutoryRetirement retirement) {
        YearMonth month = YearMonth.from(day);
        Period age = retirement.age();
        boolean reached = !day.isAfter(appliedOn);
        Period left = reached ? Period.ZERO : Period.between(appliedOn, day);
        String zh = "按申报日（%d年%d月%d日）适用的规定，领衔人于%d年%d月达到法定退休年龄（%s），%s，不满3年。原则上应距法定退休年龄3年以上，确需申报的请说明理由。"
                .formatted(
                        appliedOn.getYear(),
                        appliedOn.getMonthValue(),
                        appliedOn.getDayOfMonth(),
                        month.getYear(),
                        month.getMonthValue(),
                        ageInChinese(age),
                        reached ? "申报时已到龄" : "距申报日" + distanceInChinese(left));
        String en = ("By the law in force on the day of application (%s) the leader reaches statutory retirement in %s "
                        + "at the age of %s, %s: less than three years. In principle it must be three years or more; "
                        + "state the reason if you apply all the same.")
                .formatted(
                        appliedOn,
                        month,
                        ageInEnglish(age),
                        reached ? "which has come already" : distanceInEnglish(left) + " from then");
        return new Finding("leader-birth", Finding.Severity.WARNING, "leader-near-retirement", new Text(zh, en));
    }

    private static String ageInChinese(Period age) {
        return age.getMonths() == 0 ? age.getYears() + "周岁" : age.getYears() + "周岁" + age.getMonths() + "个月";
    }

    private static String ageInEnglish(Period age) {
        return age.getMonths() == 0
                ? age.getYears() + " years"
                : age.getYears() + " years and " + counted(age.getMonths(), "month");
    }

    private static String distanceInChinese(Period left) {
        StringBuilder words = new StringBuilder();
        if (left.getYears() > 0) {
            words.append(left.getYears()).append('年');
        }
        if (left.getMonths() > 0) {
            words.append(left.getMonths()).append("个月");
        }
        if (words.isEmpty() || left.getDays() > 0 && left.getYears() == 0) {
            words.append(left.getDays()).append('天');
        }
        return words.toString();
    }

    private static String distanceInEnglish(Period left) {
        StringBuilder words = new StringBuilder();
        if (left.getYears() > 0) {
            words.append(counted(left.getYears(), "year")).append(' ');
        }
        if (left.getMonths() > 0) {
            words.append(counted(left.getMonths(), "month")).append(' ');
        }
        if (words.isEmpty() || left.getDays() > 0 && left.getYears() == 0) {
            words.append(counted(left.getDays(), "day"));
        }
        return words.toString().strip();
    }

    private static String counted(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
