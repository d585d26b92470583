package gov.tianmu.acceptance.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.acceptance.api.RestClient.Answer;
import gov.tianmu.acceptance.modules.StudioVariant;
import gov.tianmu.acceptance.running.RunningPortal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Modules uploaded over REST: what is no module gets a clear problem, what is one gets a report and a decision. */
class ModuleProposalsIT {

    private static final String JAR = "application/java-archive";
    private static final int SIXTY_MEGABYTES = 60 * 1024 * 1024;

    private static RunningPortal portal;
    private static RestClient admin;

    @TempDir
    private Path away;

    @BeforeAll
    static void ask() {
        portal = RunningPortal.get();
        admin = RestClient.as(portal, "admin01");
    }

    @AfterEach
    void leaveThePortalAsItWas() {
        admin.get("modules/proposals").json().getJsonArray("items").forEach(item -> admin.delete(
                "modules/proposals/" + item.asJsonObject().getString("id")));
    }

    @Test
    void whatIsNoModuleIsRefusedWithAReasonAndLeavesNoFile() throws Exception {
        byte[] whole = Files.readAllBytes(variant("1.0.1"));
        assertEquals("module.upload.empty", propose(new byte[0]).expect(422).code());
        assertEquals(
                "module.upload.no-module",
                propose("只是文字".getBytes(StandardCharsets.UTF_8)).expect(422).code());
        assertEquals(
                "module.upload.no-module",
                propose(Arrays.copyOf(whole, whole.length / 2)).expect(422).code());
        // Signed: of a file that nobody vouches for nothing else is looked at.
        Path signed = Files.write(away.resolve("no-bundle.jar"), StudioVariant.noBundle());
        portal.sign(signed);
        Answer noBundle = propose(Files.readAllBytes(signed)).expect(422);
        assertEquals("module.upload.no-module", noBundle.code());
        assertTrue(noBundle.json().getString("detail").contains("Bundle-SymbolicName"), noBundle.text());
        assertEquals(List.of(), left());
    }

    @Test
    void aFileOfSixtyMegabytesIsRefusedWhetherItsLengthIsToldOrNot() throws Exception {
        byte[] large = new byte[SIXTY_MEGABYTES];
        assertEquals("module.upload.too-large", propose(large).expect(413).code());
        Answer untold = admin.send(
                "POST", "modules/proposals", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)), JAR);
        assertEquals("module.upload.too-large", untold.expect(413).code());
        assertEquals(List.of(), left());
    }

    @Test
    void aFormWithoutTheFileIsMalformed() throws Exception {
        Answer wrong = admin.uploadAs("modules/proposals", "jar", "x.jar", Files.readAllBytes(variant("1.0.1")));
        assertEquals("api.file-missing", wrong.expect(400).code());
        assertEquals("api.multipart", admin.post("modules/proposals", "x", "multipart/form-data").expect(400).code());
        admin.post("modules/proposals", "{}", "application/json").expect(415);
    }

    @Test
    void whoIsNoAdministratorMayNotEvenUpload() throws Exception {
        byte[] jar = Files.readAllBytes(variant("1.0.1"));
        for (String account : List.of("officer01", "applicant01", "auditor01", "secadmin01")) {
            RestClient other = RestClient.as(portal, account);
            other.uploadAs("modules/proposals", "file", "x.jar", jar).expect(403);
            other.get("modules").expect(403);
            other.get("modules/" + StudioVariant.MODULE).expect(403);
            other.post("modules/" + StudioVariant.MODULE + "/stop?despite-dependants=true").expect(403);
            other.delete("modules/" + StudioVariant.MODULE + "?despite-dependants=true").expect(403);
        }
        RestClient.asNobody(portal).get("modules/proposals").expect(401);
        assertEquals(List.of(), left());
    }

    @Test
    void aFaultyDefinitionIsToldByLineAndCannotBeStarted() throws Exception {
        Path bad = StudioVariant.of(portal, away, "1.0.2", "name-field=\"studio-name\"", "name-field=\"no-such\"");
        JsonObject proposal = upload(bad).expect(201).json();
        JsonObject error = proposal.getJsonObject("report").getJsonArray("errors").getJsonObject(0);
        assertEquals("program.xml", error.getString("resource"));
        assertTrue(error.getInt("line") > 1);
        assertFalse(proposal.containsKey("module"), "a claim is no name");
        JsonObject claimed = proposal.getJsonObject("report").getJsonObject("claimed");
        assertEquals(StudioVariant.MODULE, claimed.getString("module"));
        assertEquals("1.0.2", claimed.getString("version"));
        assertFalse(proposal.getJsonObject("report").getBoolean("mayStart"));
        admin.post("modules/proposals/" + proposal.getString("id") + "/application")
                .expect(422);
    }

    @Test
    void anUnsignedModuleIsToldSo() throws Exception {
        Path unsigned = StudioVariant.unsigned(portal, away, "1.0.3");
        JsonObject report = upload(unsigned).expect(201).json().getJsonObject("report");
        assertEquals("unsigned", report.getJsonObject("signature").getString("standing"));
        assertFalse(report.getBoolean("mayStart"));
    }

    @Test
    void anUploadRepeatedWithItsKeyIsTakenOnceAndDecidedOnce() throws Exception {
        RestClient once = admin.with("Idempotency-Key", UUID.randomUUID().toString());
        byte[] jar = Files.readAllBytes(variant("1.0.4"));
        Answer first = once.uploadAs("modules/proposals", "file", "studio.jar", jar).expect(201);
        Answer again = once.uploadAs("modules/proposals", "file", "studio.jar", jar).expect(201);
        assertEquals("true", again.header("Idempotency-Replayed"));
        String id = first.json().getString("id");
        assertEquals(id, again.json().getString("id"));
        assertEquals("/api/v1/modules/proposals/" + id, first.header("Location"));

        Answer report = admin.get("modules/proposals/" + id + "?download").expect(200);
        assertTrue(report.header("Content-Disposition").startsWith("attachment"), report.header("Content-Disposition"));
        assertEquals(
                "module.seen",
                admin.post(
                                "modules/proposals/" + id + "/application",
                                Json.createObjectBuilder().add("seen", "nothing").build())
                        .expect(400)
                        .code());
        admin.delete("modules/proposals/" + id).expect(204);
        assertEquals(
                "module.proposal-decided",
                admin.post("modules/proposals/" + id + "/application").expect(409).code());
        assertEquals("discarded", admin.get("modules/proposals/" + id).expect(200).json().getString("state"));
        admin.get("modules/proposals/none").expect(404);
    }

    @Test
    void aModuleIsUpdatedRolledBackAndStoppedAndStarted() throws Exception {
        String before = module().getString("version");
        JsonObject proposal = upload(variant("1.0.5")).expect(201).json();
        JsonObject seen = Json.createObjectBuilder()
                .add("seen", proposal.getJsonObject("report").getString("seen"))
                .build();
        JsonObject updated = admin.post("modules/proposals/" + proposal.getString("id") + "/application", seen)
                .expect(200)
                .json();
        assertEquals("1.0.5", updated.getString("version"));
        assertEquals("trusted", updated.getJsonObject("signature").getString("standing"));
        try {
            assertEquals(
                    before,
                    admin.post("modules/" + StudioVariant.MODULE + "/rollback")
                            .expect(200)
                            .json()
                            .getString("version"));
            Answer needed = admin.post("modules/" + StudioVariant.MODULE + "/stop").expect(409);
            assertEquals("module.needed", needed.code());
            assertTrue(needed.json().getString("detail").contains("通知"), needed.text());
            admin.post("modules/" + StudioVariant.MODULE + "/stop?despite-dependants=true")
                    .expect(200);
        } finally {
            admin.post("modules/" + StudioVariant.MODULE + "/start");
        }
        JsonObject detail = admin.get("modules/" + StudioVariant.MODULE + "?size=5").expect(200).json();
        assertEquals("active", detail.getJsonObject("module").getString("state"));
        assertEquals(before, detail.getJsonObject("module").getString("version"));
        assertEquals(
                "admin01",
                detail.getJsonObject("history").getJsonArray("items").getJsonObject(0).getString("account"));
        admin.get("modules/none").expect(404);
        admin.post("modules/none/start").expect(404);
    }

    private JsonObject module() {
        return admin.get("modules/" + StudioVariant.MODULE).expect(200).json().getJsonObject("module");
    }

    private Path variant(String version) throws Exception {
        return StudioVariant.of(portal, away, version, "label=\"传真号码\"", "label=\"传真\"");
    }

    private static Answer propose(byte[] jar) {
        return admin.send("POST", "modules/proposals?name=studio.jar", BodyPublishers.ofByteArray(jar), JAR);
    }

    private static Answer upload(Path jar) throws IOException {
        return admin.uploadAs("modules/proposals", "file", jar.getFileName().toString(), Files.readAllBytes(jar));
    }

    /** The files of proposals. */
    private static List<String> left() throws IOException {
        Path folder = portal.home().resolve("modules/.proposed");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
