package gov.tianmu.engine.notice.drafting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.notice.drafting.NoticeContent.DraftCall;
import org.junit.jupiter.api.Test;

class ProposedContentTest {

    private final NoticeContent next =
            ProposedContent.forYear(ShippedNotice.definition(), ShippedNotice::text, 2024);

    @Test
    void theNumberHasTheNewYearAndItsCountLeftToFill() {
        assertEquals("临人社发〔2024〕号", next.number());
        assertEquals("", next.idOfNumber());
        assertEquals("2024-31", ShippedNotice.nextYear().idOfNumber());
    }

    @Test
    void titlesAndDatesAreAYearOn() {
        assertEquals("关于开展2024年杭州市临安区技能大师工作室认定及评估工作的通知", next.title().zh());
        assertTrue(next.title().en().endsWith("Hangzhou, in 2024"), next.title().en());
        assertEquals("2024-04-13", next.issuedOn());
        DraftCall evaluation = next.calls().get(1);
        assertEquals("2021年认定技能大师工作室期满评估", evaluation.title().zh());
        assertEquals("2024-04-13T09:00", evaluation.opens());
        assertEquals("2024-05-08T23:59", evaluation.closes());
        assertEquals("2024-31-evaluation", evaluation.idUnder("2024-31"));
    }

    @Test
    void theTextIsLeftToWhoeverReadsIt() {
        assertTrue(next.text().lines().contains("2023年评估对象为2020年认定的"), next.text().lines());
        assertEquals("30000", next.calls().get(0).grant());
        assertEquals(9, next.calls().get(1).eligible().lines().count());
    }

    @Test
    void anEarlierListIsThereAndNotPublishedAgain() {
        assertFalse(next.lists().get(0).published());
        assertEquals("2020", next.lists().get(0).awardedIn());
        assertTrue(next.lists().get(0).entries().startsWith("叶小挺维修电工技能大师工作室 | 浙江万马股份有限公司 | 叶小挺 | 维修电工\n"));
    }

    @Test
    void aCorrectionBeginsAsTheNoticeStands() {
        NoticeContent correction = ProposedContent.forCorrection(ShippedNotice.definition(), ShippedNotice::text);

        assertEquals("临人社发〔2023〕26号", correction.number());
        assertEquals("2023-04-13", correction.issuedOn());
        assertEquals("2023-26-evaluation", correction.calls().get(1).idUnder("2023-26"));
        assertTrue(correction.lists().get(0).published());
    }

    @Test
    void whatIsWrittenIsKeptAndReadAsItWas() {
        assertEquals(next, NoticeContentJson.read(NoticeContentJson.write(next)));
    }

    @Test
    void aFormThatSendsNoKeptBlocksLosesNone() {
        NoticeContent before = ProposedContent.forYear(
                ShippedNotice.definition(), name -> "<figure><figcaption>图</figcaption></figure>", 2024);
        NoticeContent sent = ShippedNotice.numbered(
                ProposedContent.forYear(ShippedNotice.definition(), name -> "<p>新</p>", 2024), "x");
        assertEquals(before.text().kept(), sent.over(before).text().kept());
        assertEquals("新", sent.over(before).text().lines());
        assertEquals(
                before.attachments().get(1).text().kept(),
                sent.over(before).attachments().get(1).text().kept());
    }
}
