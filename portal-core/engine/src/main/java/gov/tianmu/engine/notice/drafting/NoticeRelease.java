package gov.tianmu.engine.notice.drafting;

import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.trust.ModuleSigner;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Signs a notice's module and puts it to run, as an upload would. Outside a transaction. */
@ApplicationScoped
class NoticeRelease {

    private static final Logger LOG = Logger.getLogger(NoticeRelease.class.getName());

    /** Of a refusal that brings no words of its own; the runtime's do. */
    private static final Text NOT_MADE = new Text("通知模块没有做成", "the notice's module could not be made");

    @Inject
    private PortalHome home;

    @Inject
    private ModuleRuntime modules;

    @Inject
    private ModuleSigner signer;

    @Inject
    private ModuleTrust trust;

    public Outcome<ModuleRow> put(Actor by, NoticeBundle bundle) {
        Path jar = null;
        try {
            jar = Files.createTempFile(Files.createDirectories(home.folder("run")), "notice-", ".jar");
            Files.write(jar, bundle.jar());
            sign(jar, bundle);
            // Nobody's open case stands on a notice's definition alone: what its program asks does not change here.
            return modules.put(by, jar, false);
        } catch (IOException failed) {
            LOG.log(Level.SEVERE, failed, () -> "the module of notice " + bundle.id() + " cannot be made");
            return Outcome.refused(Refusal.Kind.UNAVAILABLE, "notice-draft.not-made");
        } finally {
            deleteQuietly(jar);
        }
    }

    private void sign(Path jar, NoticeBundle bundle) throws IOException {
        try {
            signer.sign(jar);
        } catch (IOException withoutKey) {
            if (!trust.allowsUnsigned()) {
                throw withoutKey;
            }
            LOG.log(Level.WARNING, withoutKey, () -> "the module of notice " + bundle.id() + " goes out unsigned");
        }
    }

    /** Why a module did not get to run, to stand on the draft. */
    public Text words(Refusal refusal) {
        return refusal.args().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .findFirst()
                .orElse(NOT_MADE);
    }

    private static void deleteQuietly(Path jar) {
        try {
            if (jar != null) {
                Files.deleteIfExists(jar);
            }
        } catch (IOException left) {
            LOG.log(Level.FINE, "left behind: " + jar, left);
        }
    }
}
