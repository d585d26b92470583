package gov.tianmu.acceptance.walk.pages;

import com.microsoft.playwright.Page;
import java.util.List;

/** A whole application of invented people: fills every section of 技能大师工作室认定. */
public final class SampleApplication {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";

    private final PortalBrowser browser;
    private final Page page;
    private final String number;

    private record Member(String name, String sex, String id, String trade) {}

    public SampleApplication(PortalBrowser browser, Page page, String number) {
        this.browser = browser;
        this.page = page;
        this.number = number;
    }

    /** A resident identity number of an invented person born in Lin'an. */
    public static String residentId(String birth, String sequence) {
        String body = "330185" + birth + sequence;
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
    }

    public SectionForm open(String section) {
        browser.goTo(page, "/my/cases/" + number + "/sections/" + section);
        return new SectionForm(page);
    }

    public void fillAll() {
        unit();
        open("profile").fill("unit-profile", "单位从事精密零件制造，有技能人才四十余人。").untilSaved();
        leader();
        experience();
        team();
        open("plan")
                .fill("work-plan", "三年内培养高级工十名，解决薄壁件装夹难题。")
                .untilSaved()
                .upload("document:management-rules", SampleFiles.pdf("管理制度.pdf"))
                .upload("document:work-agreement", SampleFiles.pdf("工作协议.pdf"));
        open("report")
                .fill("report-necessity", "车间急需解决薄壁件加工变形，条件已经具备。")
                .fill("report-support", "提供场地、设备和专项经费，并制定奖励制度。")
                .fill("report-direction", "以数控铣削为方向，攻关与带徒并重。")
                .untilSaved();
    }

    private void unit() {
        open("unit")
                .choose("unit-nature", "enterprise")
                .choose("enterprise-ownership", "private")
                .fill("representative-name", "林正平")
                .fill("representative-telephone", "0571-63721234")
                .fill("representative-mobile", "13800001234")
                .fill("contact-name", "周文彬")
                .fill("contact-telephone", "0571-63725678")
                .fill("contact-mobile", "13900005678")
                .fill("email", "office@example.com")
                .fill("address", "杭州市临安区锦城街道示范路1号")
                .fill("postcode", "311300")
                .untilSaved()
                .upload("document:licence", SampleFiles.pdf("营业执照.pdf"));
    }

    private void leader() {
        SectionForm form = open("leader")
                .fill("leader-name", "沈立川")
                .choose("leader-sex", "male")
                .fill("leader-ethnicity", "汉族")
                .fill("leader-birth", "1980-06")
                .choose("leader-politics", "general-public")
                .choose("leader-education", "junior-college")
                .fill("leader-trade", "数控铣工")
                .choose("leader-qualification", "senior-technician")
                .fill("leader-post", "车间主任")
                .fill("leader-resident-id", residentId("19800615", "121"))
                .fill("leader-career-start", "2001-07")
                .fill("leader-telephone", "0571-63721111")
                .fill("leader-mobile", "13700001111")
                .untilSaved();
        for (String document : List.of("id", "qualification-certificate", "education-certificate", "social-insurance")) {
            form.upload("document:leader-" + document, SampleFiles.pdf("领衔人-" + document + ".pdf"));
        }
    }

    private void experience() {
        SectionForm form = open("experience");
        String row = form.addRow("work-history");
        String cell = "work-history[" + row + "].";
        form.fill(cell + "from", "2001-07")
                .fill(cell + "employer", "临安示范精工机械有限公司")
                .fill(cell + "position", "数控铣工")
                .fill("skills-achievements", "擅长薄壁件精密铣削，完成技改十二项。")
                .untilSaved();
    }

    private void team() {
        SectionForm form = open("team");
        for (Member member : List.of(
                new Member("周晓峰", "male", residentId("19900102", "131"), "数控铣工"),
                new Member("吴佳敏", "female", residentId("19930814", "046"), "工具钳工"),
                new Member("郑志远", "male", residentId("19881120", "153"), "数控车工"))) {
            String row = form.addRow("team");
            String cell = "team[" + row + "].";
            form.fill(cell + "name", member.name())
                    .choose(cell + "sex", member.sex())
                    .fill(cell + "resident-id", member.id())
                    .choose(cell + "education", "bachelor")
                    .fill(cell + "trade", member.trade())
                    .fill(cell + "qualification", "技师（二级）")
                    .fill(cell + "skills", "精密加工与装配")
                    .fill(cell + "career-achievements", "从业八年，参与技改三项。")
                    .untilSaved()
                    .closeRow("team", row);
            for (String document : List.of("id", "qualification", "education", "social-insurance")) {
                form.upload(
                        "document:member-" + document + "[" + row + "]",
                        SampleFiles.pdf(member.name() + "-" + document + ".pdf"));
            }
        }
    }
}
