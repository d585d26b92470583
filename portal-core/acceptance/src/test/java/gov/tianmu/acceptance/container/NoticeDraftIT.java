package gov.tianmu.acceptance.container;

import static gov.tianmu.acceptance.container.People.APPLICANT;
import static gov.tianmu.acceptance.container.People.LEADER;
import static gov.tianmu.acceptance.container.People.OFFICER;
import static gov.tianmu.acceptance.container.People.OTHER_OFFICER;
import static gov.tianmu.acceptance.container.SmallApplication.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gov.tianmu.engine.audit.AuditEntry;
import gov.tianmu.engine.audit.AuditTrail;
import gov.tianmu.engine.home.NewFile;
import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.notice.BrowseNotices;
import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.notice.NoticeText;
import gov.tianmu.engine.notice.drafting.ApproveNoticeDraft;
import gov.tianmu.engine.notice.drafting.BeginNoticeDraft;
import gov.tianmu.engine.notice.drafting.DiscardNoticeDraft;
import gov.tianmu.engine.notice.drafting.ListNoticeDrafts;
import gov.tianmu.engine.notice.drafting.NoticeContent;
import gov.tianmu.engine.notice.drafting.NoticeDraft;
import gov.tianmu.engine.notice.drafting.NoticeDraftView;
import gov.tianmu.engine.notice.drafting.PreviewNoticeDraft;
import gov.tianmu.engine.notice.drafting.ReturnNoticeDraft;
import gov.tianmu.engine.notice.drafting.SaveNoticeDraft;
import gov.tianmu.engine.notice.drafting.SubmitNoticeDraft;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.definition.Text;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A notice from last year's to the public, by two people. */
class NoticeDraftIT extends OnServer {

    private static final String BASE = "small-2023";
    private static final String NUMBER = "临〔2024〕31号";
    private static final String NOTICE = "2024-31";
    private static final String MODULE = "gov.tianmu.notice-" + NOTICE;

    @Inject
    private BeginNoticeDraft beginning;

    @Inject
    private SaveNoticeDraft saving;

    @Inject
    private SubmitNoticeDraft submitting;

    @Inject
    private ReturnNoticeDraft returning;

    @Inject
    private ApproveNoticeDraft approving;

    @Inject
    private DiscardNoticeDraft discarding;

    @Inject
    private PreviewNoticeDraft reading;

    @Inject
    private ListNoticeDrafts listing;

    @Inject
    private BrowseNotices notices;

    @Inject
    private ModuleRuntime modules;

    @Inject
    private AuditTrail audit;

    @Inject
    private PortalHome home;

    @AfterEach
    void takeTheNoticeAway() throws Exception {
        modules.remove(Actor.system(), MODULE, true);
        tables.change("delete from notice_draft");
        // The next test publishes the same notice for the first time again.
        tables.change("delete from program_call where notice_id = ?", NOTICE);
        tables.change("delete from notice where id = ?", NOTICE);
    }

    @Test
    void aDraftOfOneIsApprovedByAnotherAndIsPublicAtOnce() throws Exception {
        NoticeDraftView submitted = submitted();
        String id = submitted.summary().id();

        assertEquals("notice-draft.own", refused(approve(OFFICER, submitted)).code());
        assertEquals(Refusal.Kind.FORBIDDEN, refused(approve(APPLICANT, submitted)).kind());
        assertTrue(notices.read(NOTICE).isEmpty());

        ApproveNoticeDraft.Published published = done(approve(OTHER_OFFICER, submitted));

        assertEquals(NOTICE, published.noticeId());
        assertTrue(published.runs());
        NoticeText notice = notices.read(NOTICE).orElseThrow();
        assertEquals(NUMBER, notice.view().number());
        assertTrue(notice.view().live());
        assertEquals("<p>今年照此办理。</p>", notice.text().strip());
        assertEquals(
                List.of(CallView.State.OPEN, CallView.State.OPEN, CallView.State.OPEN),
                notice.view().calls().stream().map(CallView::state).toList());
        assertEquals(
                List.of("notice-draft.begun", "notice-draft.saved", "notice-draft.submitted", "notice-draft.approved",
                        "notice-draft.published"),
                audit.of(id).stream().map(AuditEntry::what).toList());
        assertEquals(
                NoticeDraft.State.PUBLISHED, done(reading.read(LEADER, id)).summary().state());
    }

    @Test
    void aPublishedNoticeIsCorrectedUnderItsIdInTheNextVersion() throws Exception {
        done(approve(OTHER_OFFICER, submitted()));
        String before = notices.read(NOTICE).orElseThrow().definition().version();

        NoticeDraftView correction = done(beginning.correction(OTHER_OFFICER, NOTICE));
        assertEquals("notice-draft.correction-open", refused(beginning.correction(OFFICER, NOTICE)).code());
        NoticeDraftView saved = save(OTHER_OFFICER, correction, written(correction.content(), NUMBER, "今年照此办理，另行通知。"));
        NoticeDraftView submitted = done(submitting.submit(
                OTHER_OFFICER, saved.summary().id(), version(saved)));
        done(approve(LEADER, submitted));

        NoticeText corrected = notices.read(NOTICE).orElseThrow();
        assertEquals("<p>今年照此办理，另行通知。</p>", corrected.text().strip());
        assertTrue(corrected.definition().version().compareTo(before) > 0, corrected.definition().version());
        assertEquals(3, corrected.view().calls().size());
        assertEquals(1, tables.count("notice where id = ?", NOTICE));
    }

    @Test
    void whoSavesOnAnOlderVersionIsToldAndNothingOfTheOtherIsLost() throws Exception {
        NoticeDraftView begun = done(beginning.fromEarlier(OFFICER, BASE));
        save(OTHER_OFFICER, begun, written(begun.content(), NUMBER, "另一位写的。"));

        Refusal stale = refused(saving.save(
                OFFICER, begun.summary().id(), version(begun), written(begun.content(), "临〔2024〕32号", "我写的。")));

        assertEquals(Refusal.Kind.STALE, stale.kind());
        assertEquals("notice-draft.stale", stale.code());
        assertEquals(OTHER_OFFICER.name(), stale.args().get(0));
        NoticeContent kept = done(reading.read(OFFICER, begun.summary().id())).content();
        assertEquals(NUMBER, kept.number());
        assertEquals("另一位写的。", kept.text().lines());
    }

    @Test
    void whatIsWrongIsKeptAndToldAndNotSubmitted() throws Exception {
        NoticeDraftView begun = done(beginning.fromEarlier(OFFICER, BASE));
        NoticeDraftView saved = save(OFFICER, begun, written(begun.content(), "临〔2023〕1号", "<b>粗</b>"));

        Refusal incomplete = refused(submitting.submit(OFFICER, saved.summary().id(), version(saved)));

        assertEquals(
                List.of("number notice.number.taken", "text notice.text.tag", "text notice.text.tag"),
                incomplete.violations().stream().map(v -> v.field() + " " + v.code()).toList());
        NoticeDraftView still = done(reading.read(OFFICER, saved.summary().id()));
        assertEquals(NoticeDraft.State.DRAFT, still.summary().state());
        assertEquals("<b>粗</b>", still.content().text().lines());
    }

    @Test
    void aReturnedDraftIsWrittenAgainAndADiscardedOneLeavesTheList() throws Exception {
        NoticeDraftView submitted = submitted();
        String id = submitted.summary().id();
        assertEquals(1, listing.waiting(LEADER));
        assertEquals("notice-draft.state", refused(saving.save(
                OFFICER, id, version(submitted), submitted.content())).code());
        assertEquals("notice-draft.reason", refused(returning.giveBack(LEADER, id, version(submitted), " ")).code());

        NoticeDraftView returned = done(returning.giveBack(LEADER, id, version(submitted), "截止请改到五月。"));

        assertEquals(NoticeDraft.State.DRAFT, returned.summary().state());
        assertEquals("截止请改到五月。", returned.summary().reason().orElseThrow().zh());
        assertEquals(1, listing.open(OFFICER, new PageRequest(1, 20)).total());
        done(discarding.discard(OFFICER, id, version(returned)));
        assertEquals(0, listing.open(OFFICER, new PageRequest(1, 20)).total());
        assertEquals(Refusal.Kind.FORBIDDEN, refused(beginning.fromEarlier(LEADER, BASE)).kind());
    }

    @Test
    void ofTwoWhoApproveAtOnceOnePublishes() throws Exception {
        NoticeDraftView submitted = submitted();

        List<Outcome<ApproveNoticeDraft.Published>> outcomes = crowd.atOnce(List.of(
                () -> approve(OTHER_OFFICER, submitted), () -> approve(LEADER, submitted)));

        assertEquals(1, outcomes.stream().filter(Outcome::isDone).count(), outcomes::toString);
        assertTrue(notices.read(NOTICE).orElseThrow().view().live());
        assertEquals(1, tables.count(
                "audit_entry where what = 'notice-draft.published' and subject = ?", submitted.summary().id()));
    }

    /** Signed by a key that nobody vouches for. */
    @Test
    void whyTheRuntimeRefusedItsModuleStandsOnTheDraftInBothLanguages() throws Exception {
        NewFile.createFolder(home.folder("keys"));
        Path key = home.folder("keys").resolve("module-signing.p12");
        Path password = home.folder("keys").resolve("module-signing-password");
        NoticeDraftView submitted = submitted();
        Refusal refusal;
        try {
            Files.writeString(password, "of-the-test");
            makeKey(key, "of-the-test");
            refusal = refused(approve(OTHER_OFFICER, submitted));
        } finally {
            Files.deleteIfExists(key);
            Files.deleteIfExists(password);
        }

        assertEquals("module.refused", refusal.code());
        NoticeDraftView still = done(reading.read(LEADER, submitted.summary().id()));
        assertEquals(NoticeDraft.State.SUBMITTED, still.summary().state());
        Text why = still.summary().reason().orElseThrow();
        assertEquals(refusal.args().get(0), why);
        assertTrue(why.in(Locale.ENGLISH).startsWith("The portal has no certificate"), why::en);
        assertNotEquals(why.en(), why.zh());
    }

    private static void makeKey(Path key, String password) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-alias", "test", "-keyalg", "EC", "-dname", "CN=Nobody", "-storetype",
                        "PKCS12", "-keystore", key.toString(), "-storepass", password)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, keytool.waitFor());
    }

    /** As the drafts that were refused before there was a column for it. */
    @Test
    void aReasonOfWhichNoEnglishWasKeptIsShownInChinese() throws Exception {
        NoticeDraftView submitted = submitted();
        tables.change("update notice_draft set reason = ? where id = ?", "已有", submitted.summary().id());

        Text reason = done(reading.read(LEADER, submitted.summary().id())).summary().reason().orElseThrow();

        assertEquals("已有", reason.in(Locale.ENGLISH));
    }

    @Test
    void aBaseThatNobodyKnowsIsNotFound() {
        assertEquals(Refusal.Kind.NOT_FOUND, refused(beginning.fromEarlier(OFFICER, "no-such")).kind());
        assertFalse(reading.read(OFFICER, "no-such").isDone());
    }

    private NoticeDraftView submitted() {
        NoticeDraftView begun = done(beginning.fromEarlier(OFFICER, BASE));
        assertEquals("临〔2024〕号", begun.content().number());
        NoticeContent content = written(begun.content(), NUMBER, "今年照此办理。");
        NoticeDraftView saved = save(OFFICER, begun, content);
        return done(submitting.submit(OFFICER, saved.summary().id(), version(saved)));
    }

    private NoticeDraftView save(Actor actor, NoticeDraftView seen, NoticeContent content) {
        return done(saving.save(actor, seen.summary().id(), version(seen), content));
    }

    private Outcome<ApproveNoticeDraft.Published> approve(Actor actor, NoticeDraftView seen) throws Exception {
        return approving.approve(actor, seen.summary().id(), version(seen));
    }

    /** The proposed content with number and text filled in, open from this year on. */
    private static NoticeContent written(NoticeContent proposed, String number, String text) {
        return new NoticeContent(
                number,
                new Text("关于开展小工作室认定的通知", ""),
                proposed.issuer(),
                "2023-04-10",
                proposed.office(),
                proposed.address(),
                proposed.persons(),
                proposed.telephones(),
                proposed.text().with(text),
                proposed.attachments(),
                proposed.calls().stream()
                        .map(call -> new NoticeContent.DraftCall(
                                call.key(), call.id(), call.suffix(), call.program(), call.title(), "2023-04-10T09:00",
                                "2023-12-31T23:59", call.grant(), call.quota(), call.passMark(), call.others(),
                                call.eligible()))
                        .toList(),
                proposed.lists());
    }

    private static OptionalLong version(NoticeDraftView view) {
        return OptionalLong.of(view.summary().version());
    }

    private static Refusal refused(Outcome<?> outcome) {
        return outcome.reason().orElseThrow(() -> new AssertionError("not refused: " + outcome));
    }
}
