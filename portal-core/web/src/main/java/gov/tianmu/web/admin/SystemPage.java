package gov.tianmu.web.admin;

import gov.tianmu.engine.audit.CheckAuditChain;
import gov.tianmu.engine.time.MoveClock;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.page.PageTurn;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Optional;

/** The system (管理端首页): the clock while it is set, what the portal runs on, the audit trail's check. */
@Named("systemPage")
@RequestScoped
public class SystemPage {

    @Inject
    private AdminAudience audience;

    @Inject
    private MoveClock moveClock;

    @Inject
    private CheckAuditChain checkAuditChain;

    @Inject
    private PortalClock clock;

    @Inject
    private PostedForm posted;

    @Inject
    private PageTurn turn;

    @Inject
    private CurrentActor current;

    @Inject
    private Texts texts;

    private Optional<Refusal> refusal = Optional.empty();
    private CheckAuditChain.Finding finding;

    /** Lets in whom the page is for and does what a form asks. */
    public void open() {
        audience.need();
        if (!FacesContext.getCurrentInstance().isPostback()) {
            return;
        }
        switch (posted.getVerb()) {
            case "clock" -> move();
            case "audit" -> finding = turn.need(checkAuditChain.walk(current.get()));
            default -> {
                // Nothing was pressed: the page as it is.
            }
        }
    }

    private void move() {
        Outcome<?> moved = moveClock.moveTo(current.get(), posted.date("day").orElse(null));
        if (moved.isDone()) {
            turn.to("/admin?done=clock");
        } else {
            refusal = moved.reason();
        }
    }

    /** The day to move to: as typed, or the next. */
    public String getDay() {
        return posted.text("day", clock.today().plusDays(1).toString());
    }

    /** The first day the clock can be moved to. */
    public LocalDate getFirstDay() {
        return clock.today().plusDays(1);
    }

    public boolean isMoved() {
        return posted.text("done").equals("clock") && refusal.isEmpty() && finding == null;
    }

    public String getRefusal() {
        return refusal.map(texts::of).orElse("");
    }

    /** Whether the trail was checked and is whole. */
    public boolean isWhole() {
        return finding != null && finding.brokenAt().isEmpty();
    }

    /** Whether the trail was checked and is broken. */
    public boolean isBroken() {
        return finding != null && finding.brokenAt().isPresent();
    }

    /** How many lines the checked trail has. */
    public long getLines() {
        return finding.lines();
    }

    /** The first line that does not follow. */
    public long getBrokenAt() {
        return finding.brokenAt().orElseThrow();
    }
}
