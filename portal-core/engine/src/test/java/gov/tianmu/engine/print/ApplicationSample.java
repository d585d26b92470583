package gov.tianmu.engine.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A filled 附件1 to print in tests; every part of it can be changed. */
final class ApplicationSample {

    static final String NUMBER = "临技认2023-0001";

    private final Map<String, String> answers = new LinkedHashMap<>();
    private int members = 4;
    private boolean draft;
    private final List<PrintSource.Opinion> opinions = new ArrayList<>();

    ApplicationSample() {
        answers.put("unit-name", "杭州清溪精密机械有限公司");
        answers.put("unit-uscc", "91330185MA2B0C1D4X");
        answers.put("unit-nature", "enterprise");
        answers.put("institution-funding", "");
        answers.put("enterprise-ownership", "private");
        answers.put("representative-name", "沈清溪");
        answers.put("representative-telephone", "0571-63720001");
        answers.put("representative-mobile", "13800000001");
        answers.put("contact-name", "陆小雨");
        answers.put("contact-telephone", "0571-63720002");
        answers.put("contact-mobile", "13800000002");
        answers.put("fax", "0571-63720003");
        answers.put("email", "office@qingxi.example");
        answers.put("address", "杭州市临安区青山湖街道科技大道99号");
        answers.put("postcode", "311305");
        answers.put(
                "unit-profile",
                "公司成立于2008年，专业从事精密轴类零件的研发与制造。\n现有职工212人，其中技师9人、高级技师3人。");
        answers.put("leader-name", "周明远");
        answers.put("leader-sex", "male");
        answers.put("leader-ethnicity", "汉族");
        answers.put("leader-birth", "1978年6月");
        answers.put("leader-politics", "中共党员");
        answers.put("leader-education", "大专");
        answers.put("leader-trade", "数控车工");
        answers.put("leader-qualification", "高级技师");
        answers.put("leader-other-skills", "钳工高级工");
        answers.put("leader-post", "车间主任");
        answers.put("leader-resident-id", "330124197806150017");
        answers.put("leader-career-start", "1998年7月");
        answers.put("leader-telephone", "0571-63720004");
        answers.put("leader-mobile", "13800000004");
        answers.put("skills-achievements", "擅长薄壁件与细长轴的精密车削，主持技改项目11项。");
        answers.put("work-plan", "三年内培养高级工30名、技师6名。\n每年完成专利1项。");
        answers.put("report-necessity", "细长轴加工的废品率居高不下，亟需由大师领衔攻关。");
        answers.put("report-support", "单位每年安排工作室专项经费20万元。");
        answers.put("report-direction", "以车铣复合工艺为主要方向。");
    }

    ApplicationSample with(String field, String text) {
        answers.put(field, text);
        return this;
    }

    ApplicationSample members(int count) {
        members = count;
        return this;
    }

    ApplicationSample draft() {
        draft = true;
        return this;
    }

    ApplicationSample opinion(String box, String text, String by, LocalDate signedOn) {
        opinions.add(new PrintSource.Opinion(box, text, by, Optional.of(signedOn)));
        return this;
    }

    PrintSource source() {
        return new PrintSource(
                draft ? "" : NUMBER,
                "技能大师工作室认定",
                answers.get("leader-name") + answers.get("leader-trade") + "技能大师工作室",
                draft ? Optional.empty() : Optional.of(LocalDate.of(2023, 4, 20)),
                answers.get("unit-name"),
                List.of(
                        section(
                                "unit",
                                "申报单位基本情况",
                                text("unit-name", "单位全称"),
                                text("unit-uscc", "统一社会信用代码"),
                                choice(
                                        "unit-nature",
                                        "单位性质",
                                        List.of("institution", "事业", "enterprise", "企业", "self-employed", "个体工商户")),
                                choice(
                                        "institution-funding",
                                        "经费",
                                        List.of("full", "全额", "partial", "差额", "self-supporting", "自收自支")),
                                choice(
                                        "enterprise-ownership",
                                        "所有制",
                                        List.of("state", "国有", "private", "民营", "other", "其他")),
                                text("representative-name", "法人代表"),
                                text("representative-telephone", "固定电话"),
                                text("representative-mobile", "手机"),
                                text("contact-name", "联系人"),
                                text("contact-telephone", "固定电话"),
                                text("contact-mobile", "手机"),
                                text("fax", "传真号码"),
                                text("email", "电子邮箱"),
                                text("address", "通讯地址"),
                                text("postcode", "邮编")),
                        section("profile", "单位简介", longText("unit-profile", "单位简介")),
                        section(
                                "leader",
                                "领衔人基本情况",
                                text("leader-name", "姓名"),
                                choice("leader-sex", "性别", List.of("male", "男", "female", "女")),
                                text("leader-ethnicity", "民族"),
                                text("leader-birth", "出生年月"),
                                text("leader-politics", "政治面貌"),
                                text("leader-education", "学历"),
                                text("leader-trade", "职业（工种）"),
                                text("leader-qualification", "职业资格等级"),
                                text("leader-other-skills", "其他技能"),
                                text("leader-post", "职务（职称）"),
                                text("leader-resident-id", "身份证号码"),
                                text("leader-career-start", "从业时间"),
                                text("leader-telephone", "固定电话"),
                                text("leader-mobile", "手机")),
                        section(
                                "experience",
                                "工作经历",
                                table(
                                        "work-history",
                                        "工作简历",
                                        List.of("from", "起始年月", "to", "截止年月", "employer", "工作单位", "position", "职务或岗位"),
                                        List.of("1998年7月", "2008年2月", "浙江万马股份有限公司", "车工"),
                                        List.of("2008年3月", "", "杭州清溪精密机械有限公司", "车间主任")),
                                longText("skills-achievements", "技能特长及主要业绩"),
                                table(
                                        "awards",
                                        "区级及以上获奖情况",
                                        List.of("awarded-on", "获奖时间", "title", "奖项名称", "level", "级别", "issuer", "授予单位"),
                                        List.of("2021年11月", "临安区首席技师", "区级", "临安区人民政府"))),
                        section("team", "工作室成员情况", team()),
                        section("plan", "工作室下一步工作计划", longText("work-plan", "工作室下一步工作计划")),
                        section(
                                "report",
                                "申办报告",
                                longText("report-necessity", "工作室成立的必要性和可行性"),
                                longText("report-support", "所在单位对工作室的支持措施"),
                                longText("report-direction", "工作室建立后的主要工作方向"))),
                opinions);
    }

    /** The stylesheet that the program module ships. */
    static StylesheetSource stylesheet() throws IOException {
        Path file = Path.of("../../modules/studio-recognition/src/main/resources/print/application-form.xsl");
        return new StylesheetSource("studio-recognition/print/application-form.xsl", Files.readAllBytes(file));
    }

    private PrintSource.Section section(String id, String title, PrintSource.Item... items) {
        return new PrintSource.Section(id, title, List.of(items));
    }

    private PrintSource.Item text(String id, String label) {
        return new PrintSource.Answer(id, "text", label, answers.get(id), answers.get(id), List.of());
    }

    private PrintSource.Item longText(String id, String label) {
        return new PrintSource.Answer(id, "longtext", label, answers.get(id), answers.get(id), List.of());
    }

    private PrintSource.Item choice(String id, String label, List<String> options) {
        String value = answers.get(id);
        List<PrintSource.Choice> choices = new ArrayList<>();
        String shown = "";
        for (int i = 0; i < options.size(); i += 2) {
            boolean chosen = options.get(i).equals(value);
            choices.add(new PrintSource.Choice(options.get(i), options.get(i + 1), chosen));
            shown = chosen ? options.get(i + 1) : shown;
        }
        return new PrintSource.Answer(id, "choice", label, value, shown, choices);
    }

    private PrintSource.Item team() {
        List<String> columns = List.of(
                "name", "姓名",
                "sex", "性别",
                "resident-id", "身份证号码",
                "education", "学历",
                "trade", "职业（工种）",
                "qualification", "职业资格等级或其他技能",
                "skills", "技能特长",
                "career-achievements", "从业时间及主要业绩");
        List<List<String>> rows = IntStream.rangeClosed(1, members)
                .mapToObj(i -> List.of(
                        "成员" + i,
                        i % 2 == 0 ? "女" : "男",
                        String.format("33012419900101%04d", i),
                        "本科",
                        "数控车工",
                        "技师",
                        "车铣复合编程" + i,
                        "从业" + (i + 5) + "年，参与技改项目" + i + "项，获区级技术能手称号"))
                .toList();
        return table("team", "工作室成员情况", columns, rows);
    }

    @SafeVarargs
    private static PrintSource.Table table(String id, String label, List<String> columns, List<String>... rows) {
        return table(id, label, columns, List.of(rows));
    }

    private static PrintSource.Table table(String id, String label, List<String> heads, List<List<String>> lines) {
        List<PrintSource.Column> columns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i += 2) {
            columns.add(new PrintSource.Column(heads.get(i), heads.get(i + 1)));
        }
        List<PrintSource.Row> rows = new ArrayList<>();
        for (List<String> line : lines) {
            List<PrintSource.Cell> cells = new ArrayList<>();
            for (int i = 0; i < line.size(); i++) {
                cells.add(new PrintSource.Cell(columns.get(i).id(), line.get(i)));
            }
            rows.add(new PrintSource.Row("r" + (rows.size() + 1), cells));
        }
        return new PrintSource.Table(id, label, columns, rows);
    }
}
