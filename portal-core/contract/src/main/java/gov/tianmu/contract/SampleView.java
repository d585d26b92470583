package gov.tianmu.contract;

import gov.tianmu.spi.answers.Answers;
import gov.tianmu.spi.definition.Text;
import gov.tianmu.spi.page.OpenCall;
import gov.tianmu.spi.page.OwnCase;
import gov.tianmu.spi.page.PageView;
import gov.tianmu.spi.page.TitleView;
import gov.tianmu.spi.page.TitleView.Standing;
import gov.tianmu.spi.rule.CaseView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody who asks for a page. */
record SampleView(
        String page,
        Optional<String> organisation,
        LocalDate today,
        String locale,
        Map<String, String> parameters,
        List<TitleView> titles,
        List<OwnCase> cases,
        List<OpenCall> openCalls)
        implements PageView {

    private static final List<String> STAGES = List.of(
            "draft", "submitted", "returned", "accepted", "reviewed", "listed", "publicised", "awarded", "declined",
            "refused", "withdrawn", "a-stage-to-come");

    /** Those who have nothing, who have everything, and who have an old title without days. */
    static List<PageView> all(List<String> pages, Answers answers) {
        List<PageView> all = new ArrayList<>();
        for (String page : pages) {
            for (String locale : List.of("zh-CN", "en")) {
                all.add(nobody(page, locale));
                all.add(unit(page, locale, List.of(), List.of(), List.of()));
                all.add(unit(page, locale, everyTitle(), cases(answers), calls()));
                all.add(unit(page, locale, List.of(), List.of(), calls()));
                cases(answers).forEach(one -> all.add(unit(page, locale, List.of(), List.of(one), calls())));
                everyTitle().forEach(one -> all.add(unit(page, locale, List.of(one), List.of(), List.of())));
            }
        }
        return all;
    }

    private static PageView nobody(String page, String locale) {
        return new SampleView(
                page, Optional.empty(), SampleForms.today(), locale, Map.of(), List.of(), List.of(), List.of());
    }

    private static PageView unit(
            String page, String locale, List<TitleView> titles, List<OwnCase> cases, List<OpenCall> calls) {
        return new SampleView(
                page,
                Optional.of("杭州样例制造有限公司"),
                SampleForms.today(),
                locale,
                Map.of("year", "？", "page", "-1"),
                titles,
                cases,
                calls);
    }

    private static List<TitleView> everyTitle() {
        LocalDate since = SampleForms.today().minusYears(1);
        return Stream.of(Standing.values())
                .flatMap(standing -> Stream.of(
                        new TitleView(
                                "样例工作室",
                                "样例",
                                "电工",
                                since.getYear(),
                                Optional.of(since),
                                Optional.of(since.plusYears(3).minusDays(1)),
                                standing),
                        new TitleView("样例工作室", "", "", 2020, Optional.empty(), Optional.empty(), standing)))
                .toList();
    }

    private static List<OwnCase> cases(Answers answers) {
        return STAGES.stream()
                .map(stage -> new OwnCase(
                        "临样〔2024〕1号",
                        stage.equals("draft") ? "" : "样例工作室",
                        new Text("样例批次", "Sample call"),
                        stage,
                        List.of("awarded", "declined", "refused", "withdrawn").contains(stage),
                        SampleForms.today(),
                        stage.equals("returned") ? Optional.of(SampleForms.today()) : Optional.empty(),
                        new CaseView(
                                SampleForms.today(), stage.equals("draft") ? Answers.EMPTY : answers, Map.of())))
                .toList();
    }

    private static List<OpenCall> calls() {
        return List.of(new OpenCall(
                "2024-0-sample", new Text("样例批次", "Sample call"), "2024-0", "临〔2024〕0号", Instant.parse(
                        "2024-05-08T15:59:59Z")));
    }
}
