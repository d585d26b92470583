package gov.tianmu.studio.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.rule.CaseView;
import gov.tianmu.spi.rule.Finding;
import gov.tianmu.spi.rule.Finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionRulesTest {

    private static final LocalDate APRIL_2023 = LocalDate.of(2023, 4, 20);

    /** Until 2024: men at 60, women at 55 or 50. Then the delay: born in 1968-01, a man retires ten months later. */
    @ParameterizedTest(name = "{0} {1} born {2} applying on {3}: warned {4}")
    @CsvSource({
        "male,   ,                     1966-04, 2023-04-20, false",
        "male,   ,                     1966-03, 2023-04-20, true",
        "male,   ,                     1980-01, 2023-04-20, false",
        "female, cadre-or-technical,   1971-04, 2023-04-20, false",
        "female, cadre-or-technical,   1971-03, 2023-04-20, true",
        "female, worker,               1976-04, 2023-04-20, false",
        "female, worker,               1975-12, 2023-04-20, true",
        "female, ,                     1975-12, 2023-04-20, false",
        "'',     ,                     1960-01, 2023-04-20, false",
        "male,   ,                     1967-03, 2024-03-31, false",
        "male,   ,                     1967-03, 2024-04-01, true",
        "male,   ,                     1968-01, 2025-06-01, false",
        "male,   ,                     1968-01, 2025-12-01, true",
    })
    void theLeaderIsWarnedWithinThreeYearsOfRetirement(
            String sex, String category, String birth, LocalDate appliedOn, boolean warned) {
        Answers answers = answers("leader-sex", sex, "leader-birth", birth);
        if (category != null) {
            answers = answers.with("leader-retirement-category", category);
        }

        List<Finding> findings = new RetirementRule().check(view(appliedOn, answers));

        assertEquals(warned, !findings.isEmpty(), findings::toString);
    }

    @Test
    void theLawInForceOnTheDayOfApplicationCounts() {
        // Born 1967-03: 60 in March 2027 by the old law, in October 2027 by the gradual delay.
        Answers answers = answers("leader-sex", "male", "leader-birth", "1967-03");

        assertTrue(new RetirementRule()
                .check(view(LocalDate.of(2024, 6, 1), answers)).get(0).message().zh().contains("2027年3月"));
        assertTrue(new RetirementRule()
                .check(view(LocalDate.of(2025, 6, 1), answers)).get(0).message().zh().contains("2027年10月"));
    }

    @Test
    void theWarningNamesTheMonthAndTheDistanceInBothLanguages() {
        Finding finding = new RetirementRule()
                .check(view(
                        APRIL_2023,
                        answers("leader-sex", "male", "leader-birth", "1965-06")
                                .with("leader-resident-id", "110101196506150036")))
                .get(0);

        assertEquals(Severity.WARNING, finding.severity());
        assertEquals("leader-birth", finding.field());
        assertEquals("leader-near-retirement", finding.code());
        assertTrue(finding.message().zh().contains("2025年6月达到法定退休年龄（60周岁），距申报日2年"), finding.message()::zh);
        assertTrue(
                finding.message().en().contains("in 2025-06 at the age of 60 years, 2 years"), finding.message()::en);
    }

    @Test
    void somebodyBeyondTheAgeIsToldSo() {
        Finding finding = new RetirementRule()
                .check(view(APRIL_2023, answers("leader-sex", "male", "leader-birth", "1960-01")))
                .get(0);

        assertTrue(finding.message().zh().contains("申报时已到龄"));
        assertTrue(finding.message().en().contains("which has come already"));
    }

    @Test
    void anUnfinishedFormFindsNothing() {
        assertEquals(List.of(), new RetirementRule().check(view(APRIL_2023, Answers.EMPTY)));
        assertEquals(
                List.of(),
                new RetirementRule().check(view(APRIL_2023, answers("leader-sex", "male", "leader-birth", "soon"))));
        assertEquals(List.of(), new TeamRule().check(view(APRIL_2023, Answers.EMPTY)));
        assertEquals(List.of(), new WorkHistoryRule().check(view(APRIL_2023, Answers.EMPTY)));
    }

    @Test
    void aMemberIsSomebodyBesideTheLeaderAndStandsThereOnce() {
        Answers answers = answers("leader-resident-id", "110101198003078035")
                .with(
                        "team",
                        List.of(
                                row("r1", "resident-id", "110101198003078035"),
                                row("r2", "resident-id", "110101199003070038"),
                                row("r3", "resident-id", "110101199003070038"),
                                row("r4", "resident-id", "1101")));

        assertEquals(
                List.of("team[r1].resident-id member-is-leader", "team[r3].resident-id member-twice"),
                new TeamRule().check(view(APRIL_2023, answers)).stream()
                        .map(finding -> finding.field() + " " + finding.code())
                        .toList());
    }

    @Test
    void aPostEndsNoEarlierThanItBegins() {
        Answers answers = Answers.EMPTY.with(
                "work-history",
                List.of(
                        row("a", "from", "2001-09", "to", "2001-09"),
                        row("b", "from", "2001-10", "to", "2001-09"),
                        row("c", "from", "2010-01")));

        assertEquals(
                List.of("work-history[b].to"),
                new WorkHistoryRule().check(view(APRIL_2023, answers)).stream().map(Finding::field).toList());
    }

    private static CaseView view(LocalDate appliedOn, Answers answers) {
        return new CaseView(appliedOn, answers, Map.of());
    }

    private static Answers.Row row(String id, String... pairs) {
        return new Answers.Row(id, answers(pairs));
    }

    private static Answers answers(String... pairs) {
        Answers answers = Answers.EMPTY;
        for (int i = 0; i < pairs.length; i += 2) {
            answers = answers.with(pairs[i], pairs[i + 1]);
        }
        return answers;
    }
}
