package gov.tianmu.acceptance.api;

import static gov.tianmu.acceptance.api.FormFiller.objects;
import static gov.tianmu.acceptance.api.RestWalk.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.api.RestClient.Answer;
import gov.tianmu.acceptance.running.RunningPortal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What bad input gets: a clear problem in the caller's language, and nothing lost. */
class BadInputIT {

    private static final int OVER_THE_LIMIT = 21 * 1024 * 1024;

    private static RunningPortal portal;
    private static Applicant applicant;
    private static RestClient officer;

    @BeforeAll
    static void beginACase() {
        portal = RunningPortal.get();
        officer = RestClient.as(portal, "officer01");
        applicant = new Applicant(portal, "applicant02", 2).begin();
        applicant.fill();
    }

    @Test
    void aWrongCheckDigitIsSavedAndToldWithItsField() {
        String good = answers().getString("leader-resident-id");
        char last = good.charAt(17);
        String wrong = good.substring(0, 17) + (last == '1' ? '2' : '1');
        Answer saved = change(answer("leader-resident-id", wrong)).expect(200);
        assertEquals("resident-id.check-digit", violation(saved, "leader-resident-id").getString("code"));
        assertEquals(wrong, answers().getString("leader-resident-id"), "nothing typed is lost");
        Answer refused = applicant.submit().expect(422);
        assertEquals("error", violation(refused, "leader-resident-id").getString("severity"));
        change(answer("leader-resident-id", good)).expect(200);
    }

    @Test
    void aTableRowThatLacksAColumnIsToldAtItsCell() {
        JsonObject before = answers();
        Answer saved = change(Json.createObjectBuilder()
                        .add("team[r2].name", JsonValue.NULL)
                        .build())
                .expect(200);
        assertEquals("required", violation(saved, "team[r2].name").getString("code"));
        change(Json.createObjectBuilder().add("team", before.getJsonArray("team")).build())
                .expect(200);
    }

    @Test
    void aTextOverItsLimitIsKeptAndToldWithTheFigures() {
        String old = answers().getString("unit-profile");
        Answer saved = change(answer("unit-profile", "字".repeat(1001))).expect(200);
        JsonObject told = violation(saved, "unit-profile");
        assertEquals("too-long", told.getString("code"));
        assertEquals("最多1000字，现在是1001字，多1字。请精简。", told.getString("message"));
        assertEquals(1001, answers().getString("unit-profile").length());
        change(answer("unit-profile", old)).expect(200);
    }

    @Test
    void anUnknownFieldIsRefusedAndNothingIsSaved() {
        String tag = applicant.tag();
        JsonObject changes = Json.createObjectBuilder()
                .add("contact-name", "不应保存")
                .add("favourite-colour", "绿")
                .build();
        Answer refused = change(changes).expect(422);
        assertEquals("answers.unreadable", refused.code());
        assertEquals("unknown-field", violation(refused, "favourite-colour").getString("code"));
        assertFalse(answers().getString("contact-name").equals("不应保存"));
        assertEquals(tag, applicant.tag());
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        Answer refused = change(answer("team", "三个人")).expect(422);
        assertEquals("wrong-type", violation(refused, "team").getString("code"));
    }

    @Test
    void anEditWithoutItsVersionOrOnAnOldOneIsRefused() {
        JsonObject change = answer("fax", "0571-63721111");
        Answer blind = applicant.api().patch(applicant.path("answers"), change).expect(428);
        assertEquals("api.if-match-missing", blind.code());
        String old = applicant.tag();
        change(change).expect(200);
        Answer stale = applicant
                .api()
                .with("If-Match", old)
                .patch(applicant.path("answers"), answer("fax", "0571-63722222"))
                .expect(412);
        assertEquals("stale", stale.code());
        assertEquals("0571-63721111", answers().getString("fax"));
        assertEquals(
                "api.if-match",
                applicant
                        .api()
                        .with("If-Match", "\"x\"")
                        .patch(applicant.path("answers"), change)
                        .expect(400)
                        .code());
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        leavesNothing(() -> {
            Answer refused = upload("licence", "空.pdf", new byte[0]).expect(422);
            assertEquals("document.empty", refused.code());
        });
    }

    @Test
    void aRenamedProgramIsRefused() throws IOException {
        leavesNothing(() -> {
            Answer refused = upload("licence", "执照.pdf", SampleContent.program()).expect(415);
            assertEquals("document.executable", refused.code());
        });
    }

    @Test
    void aTypeTheRequirementDoesNotTakeIsRefused() throws IOException {
        leavesNothing(() -> {
            Answer refused = upload("licence", "说明.txt", "只是文字".getBytes(StandardCharsets.UTF_8))
                    .expect(415);
            assertTrue(refused.code().startsWith("document."), refused.text());
        });
    }

    @Test
    void aFileOverTheLimitIsRefusedWhetherItsLengthIsToldOrNot() throws IOException {
        byte[] large = SampleContent.pdfOf(OVER_THE_LIMIT);
        leavesNothing(() -> assertEquals(
                "document.too-large", upload("licence", "大.pdf", large).expect(413).code()));
        leavesNothing(() -> {
            byte[] body = RestClient.beginningOfUpload("licence", "大.pdf", large);
            Answer refused = applicant
                    .api()
                    .send(
                            "POST",
                            applicant.path("documents"),
                            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                            RestClient.multipartType());
            assertEquals("document.too-large", refused.expect(413).code());
        });
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() throws IOException {
        leavesNothing(() -> {
            byte[] body = RestClient.beginningOfUpload("licence", "断.pdf", SampleContent.pdfOf(500_000));
            try (Socket socket = new Socket("localhost", portal.url().getPort())) {
                OutputStream out = socket.getOutputStream();
                out.write(("POST /api/v1/" + applicant.path("documents") + " HTTP/1.1\r\nHost: localhost:"
                                + portal.url().getPort() + "\r\nAuthorization: Bearer " + portal.token("applicant02")
                                + "\r\nContent-Type: " + RestClient.multipartType() + "\r\nContent-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.write(body, 0, body.length / 2);
                out.flush();
            }
        });
    }

    @Test
    void aMultipartBodyThatEndsTooSoonIsRefused() throws IOException {
        leavesNothing(() -> {
            byte[] body = RestClient.beginningOfUpload("licence", "断.pdf", SampleContent.pdf("cut"));
            Answer refused = applicant
                    .api()
                    .send(
                            "POST",
                            applicant.path("documents"),
                            BodyPublishers.ofByteArray(body, 0, body.length - 40),
                            RestClient.multipartType())
                    .expect(400);
            assertEquals("document.cut-off", refused.code());
        });
    }

    @Test
    void aFileMayComeBeforeItsFieldsAndItsRowMayBeNamedByItsPlace() {
        Answer first = applicant
                .api()
                .uploadFileFirst(
                        applicant.path("documents"), "member-education", "r1", "学历.pdf", SampleContent.pdf("first"))
                .expect(201);
        assertEquals("r1", first.json().getString("row"));
        Answer second = applicant
                .api()
                .upload(applicant.path("documents"), "member-education", "1", "学历.pdf", SampleContent.pdf("second"))
                .expect(201);
        assertEquals("r2", second.json().getString("row"));
        assertEquals("学历.pdf", second.json().getString("fileName"));
        Answer content = applicant
                .api()
                .get(second.header("Location") + "?download")
                .expect(200);
        assertTrue(content.header("Content-Disposition")
                .equals("attachment; filename=\"__.pdf\"; filename*=UTF-8''%E5%AD%A6%E5%8E%86.pdf"));
        assertEquals(
                new String(SampleContent.pdf("second"), StandardCharsets.US_ASCII),
                new String(content.bytes(), StandardCharsets.US_ASCII));
        for (Answer one : List.of(first, second)) {
            applicant.api().delete(one.header("Location")).expect(204);
        }
    }

    @Test
    void anUploadForNothingOrForNoSuchRowIsRefused() throws IOException {
        leavesNothing(() -> {
            assertEquals(
                    "document.requirement-unknown",
                    upload("no-such", "a.pdf", SampleContent.pdf("a")).expect(422).code());
            assertEquals(
                    "document.row-unknown",
                    upload("member-id", "a.pdf", SampleContent.pdf("a")).expect(422).code());
        });
    }

    @Test
    void handingInTwiceIsRefusedAndWithItsKeyAnsweredAgain() {
        Applicant other = new Applicant(portal, "applicant03", 3).begin();
        other.fill();
        other.attachAll();
        RestClient keyed = other.api().with("Idempotency-Key", "hand-in-" + other.number());
        JsonObject nothing = Json.createObjectBuilder().build();
        Answer first = keyed.post(other.path("submission"), nothing).expect(201);
        Answer repeated = keyed.post(other.path("submission"), nothing).expect(201);
        assertEquals("true", repeated.header("Idempotency-Replayed"));
        assertEquals(first.json(), repeated.json());
        assertEquals(first.header("Location"), repeated.header("Location"));
        assertEquals("case.submitted-already", other.submit().expect(409).code());
        Answer edit = other.api()
                .with("If-Match", other.tag())
                .patch(other.path("answers"), answer("fax", "0571-63721111"))
                .expect(409);
        assertEquals("case.not-editable", edit.code());
    }

    @Test
    void ofTwoOfficersWhoDecideAtOnceOneIsToldOfTheConflict() throws Exception {
        Applicant other = new Applicant(portal, "applicant04", 4).handIn();
        RestClient second = RestClient.as(portal, "officer02");
        JsonObject reason = answer("reason", "材料不属于本事项。请改报相应事项。");
        String tag = officer.get("cases/" + other.number()).header("ETag");
        List<Answer> answers = atOnce(List.of(
                () -> officer.with("If-Match", tag).post("cases/" + other.number() + "/acceptance"),
                () -> second.with("If-Match", tag).post("cases/" + other.number() + "/decline", reason)));
        List<Integer> statuses = answers.stream().map(Answer::status).sorted().toList();
        assertEquals(200, statuses.get(0), answers.stream().map(Answer::text).toList().toString());
        assertTrue(Set.of(409, 412).contains(statuses.get(1)), statuses.toString());
        String won = answers.stream()
                .filter(a -> a.status() == 200)
                .findFirst()
                .orElseThrow()
                .json()
                .getString("stage");
        assertEquals(won, officer.get("cases/" + other.number()).json().getString("stage"));
    }

    @Test
    void ofRequestsWithOneKeyAtOnceOneIsDoneAndAllAreAnsweredAlike() throws Exception {
        RestClient keyed = RestClient.as(portal, "applicant05").with("Idempotency-Key", "begin-" + System.nanoTime());
        JsonObject call = answer("call", Applicant.CALL);
        int before = RestClient.as(portal, "applicant05").get("cases").json().getInt("total");
        List<Callable<Answer>> same = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            same.add(() -> keyed.post("cases", call));
        }
        List<Answer> answers = atOnce(same);
        answers.forEach(a -> a.expect(201));
        assertEquals(
                1,
                answers.stream().map(a -> a.json().getString("number")).distinct().count());
        assertEquals(
                before + 1,
                RestClient.as(portal, "applicant05").get("cases").json().getInt("total"));
        Answer reused = keyed.post("cases", answer("call", "2023-26-evaluation")).expect(422);
        assertEquals("idempotency.reused", reused.code());
        RestClient.as(portal, "applicant05")
                .delete("cases/" + answers.get(0).json().getString("number"))
                .expect(200);
    }

    @Test
    void ofUploadsWithOneKeyAtOnceOneIsKeptAndAllAreAnsweredAlike() throws Exception {
        RestClient keyed = applicant.api().with("Idempotency-Key", "upload-" + System.nanoTime());
        byte[] file = SampleContent.pdf("once");
        List<Callable<Answer>> same = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            same.add(() -> keyed.upload(applicant.path("documents"), "other-proofs", "", "一份.pdf", file));
        }
        List<Answer> answers = atOnce(same);
        answers.forEach(a -> a.expect(201));
        assertEquals(1, answers.stream().map(a -> a.header("Location")).distinct().count());
        applicant.api().delete(answers.get(0).header("Location")).expect(204);
    }

    @Test
    void somebodyElsesCaseDoesNotExist() {
        RestClient stranger = RestClient.as(portal, "applicant06");
        String path = applicant.path("");
        assertEquals("not-found", stranger.get(path).expect(404).code());
        stranger.get(path + "/answers").expect(404);
        stranger.with("If-Match", "\"1\"").patch(path + "/answers", answer("fax", "0571-63721111")).expect(404);
        stranger.upload(path + "/documents", "licence", "", "a.pdf", SampleContent.pdf("a")).expect(404);
        stranger.post(path + "/submission").expect(404);
        stranger.get(path + "/form.pdf").expect(404);
        stranger.get(path + "/timeline").expect(404);
        stranger.delete(path).expect(404);
        officer.get(path).expect(404);
        assertEquals(
                stranger.get("cases/2023-9999").expect(404).text(),
                stranger.get("cases/2023-9999").expect(404).text());
    }

    @Test
    void whoeverIsNotSignedInOrMayNotIsToldSo() {
        RestClient nobody = RestClient.asNobody(portal);
        Answer unknown = nobody.get("cases").expect(401);
        assertEquals("not-signed-in", unknown.code());
        assertTrue(unknown.header("WWW-Authenticate").startsWith("Bearer"));
        nobody.with("Authorization", "Bearer not.a.token").get("notices").expect(401);
        assertEquals(
                "forbidden",
                officer.post("cases", answer("call", Applicant.CALL)).expect(403).code());
        applicant.api().post("clock", answer("date", "2023-04-30")).expect(403);
        applicant.api().get("queue/counts").expect(403);
        applicant.api().get("lists").expect(403);
    }

    @Test
    void whatTheProtocolForbidsIsAProblemToo() {
        RestClient api = applicant.api();
        Answer lost = problem(api.get("no/such/address"), 404, "api.path-unknown");
        assertTrue(lost.json().getString("detail").contains("/openapi"));
        Answer method = problem(api.delete("notices"), 405, "api.method");
        assertTrue(method.header("Allow").contains("GET"), method.header("Allow"));
        problem(api.post("cases", "{\"call\": ", "application/json"), 400, "api.json");
        problem(api.post("cases", "[]", "application/json"), 400, "api.json-object");
        problem(api.post("cases", "{\"call\": 5}", "application/json"), 400, "api.field");
        problem(api.post("cases", "call=x", "application/x-www-form-urlencoded"), 415, "api.media-type");
        problem(api.post(applicant.path("documents"), "{}", "application/json"), 415, "api.media-type");
        problem(api.get("notices?size=many"), 400, "api.parameter");
        problem(officer.get("cases?stage=lost"), 400, "api.parameter");
        problem(api.post("cases", answer("call", "no-such-call")), 422, "call.unknown");
        problem(api.with("Accept", "text/html").get("cases"), 406, "api.not-acceptable");
        problem(api.with("Idempotency-Key", "k".repeat(200)).post("cases", answer("call", "x")), 400, "idempotency.key");
    }

    @Test
    void problemsComeInTheCallersLanguage() {
        Answer english = applicant.api().with("Accept-Language", "en-GB,en;q=0.8").get("cases/none");
        assertEquals("Not found", english.expect(404).json().getString("title"));
        assertEquals("en", english.header("Content-Language"));
        Answer chinese = applicant.api().get("cases/none");
        assertEquals("没有找到", chinese.expect(404).json().getString("title"));
        Answer asked = applicant.api().get("cases/none?lang=en");
        assertEquals("Not found", asked.expect(404).json().getString("title"));
    }

    @Test
    void publicReadingIsAnsweredWithNotModifiedWhileNothingChanged() {
        RestClient nobody = RestClient.asNobody(portal);
        for (String path : List.of("notices", "calls/" + Applicant.CALL + "/form", "rosters/studio-recognition")) {
            Answer first = nobody.get(path).expect(200);
            assertFalse(first.header("ETag").isEmpty());
            assertEquals(
                    0,
                    nobody.with("If-None-Match", first.header("ETag")).get(path).expect(304).bytes().length);
            assertFalse(
                    nobody.with("Accept-Language", "en").get(path).header("ETag").equals(first.header("ETag")),
                    "each language has its own tag: " + path);
        }
    }

    private static Answer problem(Answer answer, int status, String code) {
        answer.expect(status);
        assertEquals("application/problem+json", answer.header("Content-Type").replaceAll(";.*", ""));
        JsonObject problem = answer.json();
        assertEquals(code, problem.getString("code"));
        assertEquals("/problems/" + code, problem.getString("type"));
        assertEquals(status, problem.getInt("status"));
        assertFalse(problem.getString("title").isEmpty());
        assertFalse(problem.getString("detail").isEmpty());
        assertEquals(answer.response().uri().getRawPath(), problem.getString("instance"));
        return answer;
    }

    private static JsonObject answers() {
        return applicant.api().get(applicant.path("answers")).expect(200).json();
    }

    private static Answer change(JsonObject changes) {
        return applicant.api().with("If-Match", applicant.tag()).patch(applicant.path("answers"), changes);
    }

    private static Answer upload(String requirement, String name, byte[] content) {
        return applicant.api().upload(applicant.path("documents"), requirement, "", name, content);
    }

    private static JsonObject violation(Answer answer, String field) {
        return objects(answer.json(), "violations").stream()
                .filter(v -> v.getString("field").equals(field))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no violation at " + field + ": " + answer.text()));
    }

    /** What may go wrong. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }

    /** Runs it and holds that neither the case nor the store has more than before. */
    private static void leavesNothing(Attempt attempt) throws IOException {
        int before = applicant.api().get(applicant.path("documents")).json().getInt("total");
        Set<String> files = storedFiles();
        attempt.run();
        assertEquals(
                before, applicant.api().get(applicant.path("documents")).json().getInt("total"));
        long patience = System.nanoTime() + 10_000_000_000L;
        Set<String> left = newFiles(files);
        while (!left.isEmpty() && System.nanoTime() < patience) {
            Thread.onSpinWait();
            left = newFiles(files);
        }
        assertEquals(Set.of(), left, "the store holds nothing new");
    }

    private static Set<String> newFiles(Set<String> before) throws IOException {
        Set<String> now = storedFiles();
        now.removeAll(before);
        return now;
    }

    private static Set<String> storedFiles() throws IOException {
        Path store = portal.home().resolve("documents");
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> store.relativize(f).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Answer> atOnce(List<Callable<Answer>> calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        CyclicBarrier start = new CyclicBarrier(calls.size());
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (Callable<Answer> call : calls) {
                answers.add(callers.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            List<Answer> done = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                done.add(answer.get());
            }
            return done;
        } finally {
            callers.shutdownNow();
        }
    }
}
