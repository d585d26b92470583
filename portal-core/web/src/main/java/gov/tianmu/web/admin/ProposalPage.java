package gov.tianmu.web.admin;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.compare.Misfit;
import gov.tianmu.engine.modules.console.ApplyProposal;
import gov.tianmu.engine.modules.console.DiscardProposal;
import gov.tianmu.engine.modules.console.ExamineProposal;
import gov.tianmu.engine.modules.console.ExaminedProposal;
import gov.tianmu.engine.modules.console.ProposalRow;
import gov.tianmu.engine.modules.console.ReportGrade;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.display.Texts;
import gov.tianmu.web.page.PageTurn;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Stream;

/** An uploaded jar and what a dry run finds of it now (试运行报告): the operator sees it and decides. */
@Named("proposalPage")
@RequestScoped
public class ProposalPage {

    @Inject
    private ExamineProposal examineProposal;

    @Inject
    private ApplyProposal applyProposal;

    @Inject
    private DiscardProposal discardProposal;

    @Inject
    private ModulesPage modules;

    @Inject
    private PostedForm posted;

    @Inject
    private PageTurn turn;

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    @Inject
    private Texts texts;

    private String id;
    private ProposalRow proposal;
    private ExaminedProposal examined;
    private ReportShown report;
    private Optional<Refusal> refusal = Optional.empty();

    /** Looks at the proposal, after doing what was asked when a form was sent. */
    public void open() throws Exception {
        id = posted.text("id");
        if (FacesContext.getCurrentInstance().isPostback() && perform(current.get())) {
            return;
        }
        proposal = turn.need(examineProposal.read(current.get(), id));
        Outcome<ExaminedProposal> now = examineProposal.examine(current.get(), id);
        now.result().ifPresent(found -> {
            examined = found;
            report = new ReportShown(found, texts, display.getLocale());
        });
        if (refusal.isEmpty()) {
            refusal = now.reason();
        }
        // The list stands behind.
        modules.open();
    }

    /** @return whether it was done and the page is left */
    private boolean perform(Actor actor) throws Exception {
        switch (posted.getVerb()) {
            case "apply" -> {
                ApplyProposal.Decision decision = new ApplyProposal.Decision(
                        ReportGrade.read(posted.text("seen")), posted.text("despite").equals("yes"));
                Outcome<ModuleRow> applied = applyProposal.apply(actor, id, decision);
                applied.result().ifPresent(module -> turn.to(ModuleShown.addressOf(module.name()) + "?done=applied"));
                refusal = applied.reason();
            }
            case "discard" -> {
                Outcome<ProposalRow> discarded = discardProposal.discard(actor, id);
                discarded.result().ifPresent(done -> turn.to("/admin/modules?done=discarded"));
                refusal = discarded.reason();
            }
            default -> {
                return false;
            }
        }
        return refusal.isEmpty();
    }

    public ProposalRow getProposal() {
        return proposal;
    }

    /** Empty when there is nothing to decide any more. */
    public ExaminedProposal getExamined() {
        return examined;
    }

    public ReportShown getReport() {
        return report;
    }

    /** The version in force that it would replace; empty for none. */
    public String getInForce() {
        return examined == null ? "" : examined.report().inForce().orElse("");
    }

    /** Why not, or why there is nothing to decide, in the reader's language. */
    public String getRefusal() {
        return refusal.map(texts::of).orElse("");
    }

    /** Whether the tick that cases may be broken was set before. */
    public boolean isDespite() {
        return posted.text("despite").equals("yes");
    }

    /** What the stage of a case that does not fit is called. */
    public String stageOf(Misfit misfit) {
        return Stream.of(CaseStage.values())
                .filter(stage -> stage.code().equals(misfit.stage()))
                .findFirst()
                .map(texts::of)
                .orElse(misfit.stage());
    }

    /** What it is called with its version. */
    public String getName() {
        return (proposal.title().in(display.getLocale()) + " " + proposal.version()).strip();
    }
}
