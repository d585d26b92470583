package gov.tianmu.acceptance.api;

import static gov.tianmu.acceptance.api.FormFiller.objects;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.api.RestClient.Answer;
import gov.tianmu.acceptance.running.RunningPortal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole walk with bearer tokens, from the empty form to the roster; the same on each database. */
abstract class RestWalk {

    private final RunningPortal portal;
    private final RestClient officer;
    private final RestClient admin;
    private final RestClient everybody;

    RestWalk(RunningPortal portal) {
        this.portal = portal;
        officer = RestClient.as(portal, "officer01");
        admin = RestClient.as(portal, "admin01");
        everybody = RestClient.asNobody(portal);
    }

    @Test
    void oneEnterprisesApplicationGoesAllTheWayToTheRoster() {
        Applicant applicant = new Applicant(portal, "applicant01", 1);
        aClientThatKnowsOnlyTheFormFillsIt(applicant);
        String number = applicant.number();
        theFilledFormIsPrinted(applicant);
        theOfficerFindsItInTheQueueWithPersonalAnswersMasked(applicant);
        theOfficerReturnsItWithAPinOnAFieldAndOneOnADocument(number);
        theApplicantMendsJustThatAndHandsInAgain(applicant);
        theOfficerSeesBeforeAndAfterAndAccepts(number);
        String list = theOfficerRecordsTheOpinionAndPutsItOnTheList(number);
        LocalDate last = theListIsOpenedToThePublic(list);
        everybodySeesTheListWithoutPersonalData(list, applicant);
        afterItsEndTheDecisionIsMade(list, last);
        theTitleStandsInTheRosterForThreeYears(applicant);
        theApplicantWasToldOfEveryStep(applicant);
    }

    private void aClientThatKnowsOnlyTheFormFillsIt(Applicant applicant) {
        applicant.begin();
        Answer empty = applicant.api().get(applicant.path("check")).expect(200);
        assertFalse(empty.json().getBoolean("passes"));
        Answer saved = applicant.fill();
        assertEquals(List.of(), objects(saved.json(), "violations"), "the filled answers are good");
        assertEquals(saved.header("ETag"), applicant.tag(), "the ETag that saving gave is the case's");
        Answer early = applicant.submit().expect(422);
        assertEquals("case.incomplete", early.code());
        assertTrue(
                objects(early.json(), "violations").stream()
                        .anyMatch(v -> v.getString("field").equals("document:member-id[r1]")
                                && v.getString("severity").equals("error")),
                early.text());
        applicant.attachAll();
        Answer check = applicant.api().get(applicant.path("check")).expect(200);
        assertTrue(check.json().getBoolean("passes"), check.text());
        Answer receipt = applicant.submit().expect(201);
        assertEquals(applicant.number(), receipt.json().getString("number"));
        assertEquals(64, receipt.json().getString("answersSha256").length());
        assertEquals(
                receipt.json(),
                applicant.api().get(applicant.path("receipt")).expect(200).json());
    }

    private void theFilledFormIsPrinted(Applicant applicant) {
        Answer pdf = applicant.api().get(applicant.path("form.pdf")).expect(200);
        assertEquals("application/pdf", pdf.header("Content-Type"));
        assertEquals("%PDF-", new String(pdf.bytes(), 0, 5, StandardCharsets.US_ASCII));
        assertTrue(pdf.header("Content-Disposition").contains("filename*=UTF-8''"));
    }

    private void theOfficerFindsItInTheQueueWithPersonalAnswersMasked(Applicant applicant) {
        String number = applicant.number();
        Answer queue = officer.get("cases?stage=submitted&q=" + number).expect(200);
        assertEquals(1, queue.json().getInt("total"));
        JsonObject counts = officer.get("queue/counts").expect(200).json();
        assertTrue(objects(counts, "items").stream()
                .anyMatch(c -> c.getString("call").equals(Applicant.CALL)
                        && c.getJsonObject("stages").getInt("submitted", 0) >= 1));
        String own = applicant.api().get(applicant.path("answers")).json().getString("leader-resident-id");
        String shown = officer.get("cases/" + number + "/answers").json().getString("leader-resident-id");
        assertNotEquals(own, shown);
        assertTrue(shown.contains("*"), shown);
        JsonObject wanted = Json.createObjectBuilder().add("field", "leader-resident-id").build();
        Answer revealed = officer.post("cases/" + number + "/answers/reveal", wanted).expect(200);
        assertEquals(own, revealed.json().getString("value"));
        JsonObject document =
                objects(officer.get("cases/" + number + "/documents").expect(200).json(), "items").get(0);
        Answer content = officer.get("cases/" + number + "/documents/" + document.getString("id")).expect(200);
        assertEquals("application/pdf", content.header("Content-Type"));
        assertEquals(document.getInt("size"), content.bytes().length);
        assertEquals("nosniff", content.header("X-Content-Type-Options"));
        assertTrue(content.header("Content-Disposition").startsWith("inline"));
    }

    private void theOfficerReturnsItWithAPinOnAFieldAndOneOnADocument(String number) {
        pin(number, "contact-name", "联系人与证件不一致。请改为证件上的姓名。");
        pin(number, "document:member-id[r1]", "身份证照片模糊。请重新拍照上传。");
        JsonObject due = Json.createObjectBuilder().add("due", today().plusDays(1).toString()).build();
        String tag = officer.get("cases/" + number).expect(200).header("ETag");
        Answer returned = officer.with("If-Match", tag).post("cases/" + number + "/return", due).expect(200);
        assertEquals("returned", returned.json().getString("stage"));
    }

    private void pin(String number, String target, String request) {
        officer.post(
                        "cases/" + number + "/corrections",
                        Json.createObjectBuilder()
                                .add("target", target)
                                .add("request", request)
                                .build())
                .expect(201);
    }

    private void theApplicantMendsJustThatAndHandsInAgain(Applicant applicant) {
        JsonObject corrections =
                applicant.api().get(applicant.path("corrections")).expect(200).json();
        assertEquals(2, corrections.getInt("total"));
        Answer locked = applicant
                .api()
                .with("If-Match", applicant.tag())
                .patch(applicant.path("answers"), answer("fax", "0571-63720000"))
                .expect(422);
        assertEquals("case.only-corrections", locked.code());
        applicant
                .api()
                .with("If-Match", applicant.tag())
                .patch(applicant.path("answers"), answer("contact-name", "王补正"))
                .expect(200);
        String old = objects(applicant.api().get(applicant.path("documents")).json(), "items").stream()
                .filter(d -> d.getString("target").equals("document:member-id[r1]"))
                .findFirst()
                .orElseThrow()
                .getString("id");
        applicant.api().delete(applicant.path("documents/" + old)).expect(204);
        applicant
                .api()
                .upload(applicant.path("documents"), "member-id", "r1", "清晰的.pdf", SampleContent.pdf("clear"))
                .expect(201);
        Answer receipt = applicant.submit().expect(201);
        assertEquals(2, receipt.json().getInt("round"));
    }

    private void theOfficerSeesBeforeAndAfterAndAccepts(String number) {
        JsonObject changes = officer.get("cases/" + number + "/changes").expect(200).json();
        assertEquals(1, changes.getInt("total"), changes.toString());
        JsonObject change = objects(changes, "items").get(0);
        assertEquals("contact-name", change.getString("target"));
        assertEquals("王补正", change.getString("after"));
        assertFalse(change.getString("before").isEmpty());
        long ever = objects(officer.get("cases/" + number + "/documents?removed=true").json(), "items").stream()
                .filter(d -> d.getString("target").equals("document:member-id[r1]"))
                .count();
        assertEquals(2, ever, "the replaced document stays for before and after");
        for (JsonObject correction : objects(officer.get("cases/" + number + "/corrections").json(), "items")) {
            assertEquals("mended", correction.getString("state"));
            officer.post("cases/" + number + "/corrections/" + correction.getString("id") + "/confirmation")
                    .expect(200);
        }
        Answer accepted = officer.post("cases/" + number + "/acceptance").expect(200);
        assertEquals("accepted", accepted.json().getString("stage"));
    }

    private String theOfficerRecordsTheOpinionAndPutsItOnTheList(String number) {
        JsonObjectBuilder opinion = Json.createObjectBuilder().add("favourable", true);
        assertEquals(
                "reason.missing",
                officer.post("cases/" + number + "/opinion", opinion.build()).expect(422).code());
        officer.post(
                        "cases/" + number + "/opinion",
                        Json.createObjectBuilder()
                                .add("favourable", true)
                                .add("words", "经考察和评审，同意推荐。")
                                .build())
                .expect(200);
        Answer list = officer.post("cases/" + number + "/listing").expect(200);
        assertEquals("draft", list.json().getString("state"));
        String id = list.json().getString("id");
        everybody.get("publicities/" + id).expect(404);
        return id;
    }

    private LocalDate theListIsOpenedToThePublic(String list) {
        LocalDate first = today();
        Answer tooShort = officer.post("lists/" + list + "/publicity", days(first, first)).expect(422);
        assertTrue(tooShort.code().startsWith("publicity."), tooShort.text());
        LocalDate last = first;
        for (int working = isWeekday(first) ? 1 : 0; working < 5; ) {
            last = last.plusDays(1);
            working += isWeekday(last) ? 1 : 0;
        }
        Answer open = officer.post("lists/" + list + "/publicity", days(first, last)).expect(200);
        assertEquals("public", open.json().getString("state"));
        assertEquals(64, open.json().getString("sha256").length());
        return last;
    }

    private void everybodySeesTheListWithoutPersonalData(String list, Applicant applicant) {
        Answer shown = everybody.get("publicities/" + list).expect(200);
        assertTrue(shown.json().getBoolean("running"));
        JsonObject answers = applicant.api().get(applicant.path("answers")).json();
        assertTrue(shown.text().contains(answers.getString("studio-name")));
        assertFalse(shown.text().contains(answers.getString("leader-resident-id")));
        assertFalse(shown.text().contains(answers.getString("leader-mobile")));
        assertFalse(shown.text().contains(applicant.number()), "the case's number is for the bureau");
        Answer again =
                everybody.with("If-None-Match", shown.header("ETag")).get("publicities/" + list);
        assertTrue(again.status() == 304 || again.status() == 200, "the seconds that are left may change it");
    }

    private void afterItsEndTheDecisionIsMade(String list, LocalDate last) {
        JsonObject none = Json.createObjectBuilder().build();
        assertEquals(
                "publicity.running",
                officer.post("lists/" + list + "/decision", none).expect(409).code());
        LocalDate after = last.plusDays(1);
        admin.post("clock", Json.createObjectBuilder().add("date", after.toString()).build())
                .expect(200);
        RestClient decider = officer.with("Idempotency-Key", "decision-" + list);
        Answer decided = decider.post("lists/" + list + "/decision", none).expect(200);
        assertEquals(1, decided.json().getInt("awarded"));
        Answer again = decider.post("lists/" + list + "/decision", none).expect(200);
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(decided.json(), again.json());
        assertEquals(
                "publicity.state",
                officer.post("lists/" + list + "/decision", none).expect(409).code());
    }

    private void theTitleStandsInTheRosterForThreeYears(Applicant applicant) {
        String studio = applicant.api().get(applicant.path("answers")).json().getString("studio-name");
        JsonObject roster = everybody
                .get("rosters/studio-recognition?state=valid&size=100")
                .expect(200)
                .json();
        List<JsonObject> found = objects(roster, "items").stream()
                .filter(e -> e.getString("name").equals(studio) && e.getString("since").equals(today().toString()))
                .toList();
        assertEquals(1, found.size(), roster.toString());
        JsonObject entry = found.get(0);
        assertEquals(
                LocalDate.parse(entry.getString("since")).plusYears(3).minusDays(1),
                LocalDate.parse(entry.getString("until")));
    }

    private void theApplicantWasToldOfEveryStep(Applicant applicant) {
        List<String> events = objects(
                        applicant.api().get("messages?size=100").expect(200).json(), "items")
                .stream()
                .filter(m -> m.getString("caseNumber", "").equals(applicant.number()))
                .map(m -> m.getString("event"))
                .toList();
        assertTrue(
                events.containsAll(List.of(
                        "case.submitted",
                        "case.returned",
                        "case.resubmitted",
                        "case.accepted",
                        "case.publicised",
                        "case.awarded")),
                events.toString());
        List<String> history = objects(
                        applicant.api().get(applicant.path("timeline")).expect(200).json(), "items")
                .stream()
                .map(e -> e.getString("what"))
                .toList();
        assertEquals(
                List.of(
                        "case.begun",
                        "case.submitted",
                        "case.returned",
                        "case.resubmitted",
                        "case.accepted",
                        "case.opinion",
                        "case.publicised",
                        "case.awarded"),
                history);
    }

    private LocalDate today() {
        String now = ((JsonString) officer.get("me").expect(200).json().get("now")).getString();
        return OffsetDateTime.parse(now).toLocalDate();
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static JsonObject days(LocalDate first, LocalDate last) {
        return Json.createObjectBuilder()
                .add("first", first.toString())
                .add("last", last.toString())
                .build();
    }

    static JsonObject answer(String field, String value) {
        return Json.createObjectBuilder().add(field, value).build();
    }
}
