package gov.tianmu.engine.notice.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.notice.drafting.NoticeContent.DraftAttachment;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import gov.tianmu.engine.notice.drafting.NoticeContent.DraftList;
import gov.tianmu.engine.usecase.Violation;
import gov.tianmu.engine.usecase.Violation.Severity;
import gov.tianmu.spi.definition.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is told at its field, and only what is wrong. */
class DraftCheckTest {

    private final NoticeContent sound = ShippedNotice.nextYear();

    @Test
    void theProposedDraftHasNoErrorsAndWarnsWhereSomebodyHasToLook() {
        List<Violation> found = DraftCheck.check(sound, ShippedNotice.ground());

        assertEquals(List.of(), errors(found));
        assertTrue(told(found).contains("text notice.text.earlier-year"), found::toString);
        assertTrue(told(found).contains("call.c2.program notice.program.absent"), found::toString);
        assertTrue(told(found).contains("call.c2.eligible notice.eligible.as-before"), found::toString);
    }

    @Test
    void aCorrectionAsItStandsHasNothingWrong() {
        NoticeContent correction = ProposedContent.forCorrection(ShippedNotice.definition(), ShippedNotice::text);

        assertEquals(List.of(), errors(DraftCheck.check(correction, ShippedNotice.groundOfCorrection())));
    }

    @ParameterizedTest
    @CsvSource({
        "'', required",
        "临人社发〔2024〕号, notice.number.form",
        "第31号, notice.number.form",
        "临人社发〔2023〕26号, notice.number.taken",
        "别的字号〔2023〕26号, notice.number.taken"
    })
    void aNumberThatIsNoneOrAnothersIsRefused(String number, String code) {
        assertEquals(List.of("number " + code), errors(check(ShippedNotice.numbered(sound, number))));
    }

    @ParameterizedTest
    @CsvSource({
        "临人社发〔2024〕31号, 2024-31",
        "临人社发[2024]第 031 号, 2024-31",
        "临人社发（2024）7号, 2024-7",
        "临人社发【2024】12号文, 2024-12"
    })
    void theIdFollowsFromTheNumberHoweverItIsBracketed(String number, String id) {
        assertEquals(id, ShippedNotice.numbered(sound, number).idOfNumber());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-09T09:00, 2024-05-08T23:59, call.c1.closes notice.window.order",
        "2024-05-08T23:59:59, 2024-05-08T23:59, call.c1.closes notice.window.order",
        "'', 2024-05-08T23:59, call.c1.opens required",
        "2024-05-07T09:00, 5月8日, call.c1.closes notice.time.form",
        "2024-02-30T09:00, 2024-05-08T23:59, call.c1.opens notice.time.form"
    })
    void aWindowThatIsNoneIsRefused(String opens, String closes, String told) {
        assertEquals(List.of(told), errors(check(withCall(call(opens, closes, "", "", "", "")))));
    }

    @Test
    void aWindowThatIsOverOrOpensBeforeTheNoticeIsIssuedIsWarnedOf() {
        List<Violation> over = check(withCall(call("2024-01-01T09:00", "2024-03-31T23:59", "", "", "", "")));

        assertEquals(List.of(), errors(over));
        assertTrue(told(over).contains("call.c1.closes notice.window.past"));
        assertTrue(told(over).contains("call.c1.opens notice.window.before-issue"));
    }

    @Test
    void amountsAreNumbersWithinReason() {
        assertEquals(List.of(), errors(check(withCall(window("30,000", "12", "60.5", "")))));
        assertEquals(
                List.of("call.c1.grant notice.grant.form", "call.c1.quota notice.quota.form",
                        "call.c1.pass-mark notice.pass-mark.form", "call.c1.others notice.parameter.form"),
                errors(check(withCall(window("3万", "1.5", "0", "grant = 1")))));
    }

    @Test
    void aUnitNamedTwiceIsTold() {
        assertEquals(
                List.of("call.c1.eligible notice.unit.twice"),
                errors(check(withCall(new DraftCall("c1", "", "recognition", "studio-recognition", Text.of("题"),
                        "2024-04-13T09:00", "2024-05-08T23:59", "", "", "", "", "甲公司\n 甲公司 \n乙公司")))));
    }

    @Test
    void anUnknownProgramIsRefused() {
        DraftCall unknown = new DraftCall("c1", "", "x", "no-such", Text.of("题"), "2024-04-13T09:00",
                "2024-05-08T23:59", "", "", "", "", "");
        assertEquals(List.of("call.c1.program notice.program.unknown"), errors(check(withCall(unknown))));
    }

    @Test
    void textThatIsOverLongOrWouldBeMarkupIsToldAtItsText() {
        String tooLong = "长".repeat(DraftCheck.MAX_TEXT + 1);
        NoticeContent content = new NoticeContent(sound.number(), new Text("题".repeat(301), ""), sound.issuer(), "4月13日",
                sound.office(), Text.EMPTY, "", "", new MarkedText("<script>x</script>", List.of()),
                List.of(new DraftAttachment("a1", Text.of("附"), new MarkedText(tooLong, List.of()))),
                sound.calls(), sound.lists());

        assertEquals(
                List.of("title too-long", "issued-on date.form", "address required", "text notice.text.tag",
                        "text notice.text.tag", "attachment.a1.text too-long"),
                errors(check(content)));
    }

    @Test
    void aListIsCheckedOnlyWhenItIsPublished() {
        DraftList bad = new DraftList("l1", true, "studio-recognition", "二零年", Text.of("名单"), "甲\n乙 | 丙\n乙 | 丁");
        DraftList unpublished = new DraftList("l2", false, "studio-recognition", "", Text.EMPTY, "");
        NoticeContent content = new NoticeContent(sound.number(), sound.title(), sound.issuer(), sound.issuedOn(),
                sound.office(), sound.address(), "", "", sound.text(), sound.attachments(), sound.calls(),
                List.of(bad, unpublished));

        assertEquals(
                List.of("list.l1.year notice.year.form", "list.l1.entries notice.entry.form",
                        "list.l1.entries notice.entry.twice"),
                errors(check(content)));
    }

    @Test
    void whatNobodySeesIsTakenOutOfWhatIsPasted() {
        assertEquals("一\n二 三😀", Printable.only("一\r\n\u0000二\t三😀\ud800\uffff\u0085"));
    }

    private static DraftCall window(String grant, String quota, String passMark, String others) {
        return call("2024-04-13T09:00", "2024-05-08T23:59", grant, quota, passMark, others);
    }

    private static DraftCall call(
            String opens, String closes, String grant, String quota, String passMark, String others) {
        return new DraftCall("c1", "", "recognition", "studio-recognition", Text.of("题"), opens, closes, grant, quota,
                passMark, others, "");
    }

    private NoticeContent withCall(DraftCall call) {
        return new NoticeContent(sound.number(), sound.title(), sound.issuer(), sound.issuedOn(), sound.office(),
                sound.address(), sound.persons(), sound.telephones(), sound.text(), sound.attachments(),
                List.of(call), sound.lists());
    }

    private static List<Violation> check(NoticeContent content) {
        return DraftCheck.check(content, ShippedNotice.ground());
    }

    private static List<String> errors(List<Violation> found) {
        return told(found.stream().filter(each -> each.severity() == Severity.ERROR).toList());
    }

    private static List<String> told(List<Violation> found) {
        return found.stream().map(each -> each.field() + " " + each.code()).toList();
    }
}
