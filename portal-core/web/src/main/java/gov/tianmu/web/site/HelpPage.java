package gov.tianmu.web.site;

import gov.tianmu.engine.modules.FrozenNotice;
import gov.tianmu.engine.modules.FrozenProgram;
import gov.tianmu.engine.modules.Notices;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.notice.BrowseNotices;
import gov.tianmu.engine.notice.CallView;
import gov.tianmu.engine.notice.NoticeView;
import gov.tianmu.spi.definition.NoticeDefinition;
import gov.tianmu.spi.definition.ProgramDefinition;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Questions and answers. Whatever a notice or a program says is taken from it, so that no answer grows old here. */
@Named("help")
@RequestScoped
public class HelpPage {

    private static final int NOTICES = 5;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    @Inject
    private BrowseNotices browseNotices;

    @Inject
    private Programs programs;

    @Inject
    private Notices notices;

    private List<NoticeView> latest;

    @PostConstruct
    void read() {
        latest = browseNotices.latest(NOTICES);
    }

    /** The calls that can be applied to, or will be. */
    public List<CallCard> getCalls() {
        return latest.stream()
                .flatMap(notice -> NoticeRow.cards(notice).stream())
                .filter(card -> card.call().state() != CallView.State.CLOSED)
                .toList();
    }

    /** The programs whose answers the portal can give now. */
    public List<ProgramDefinition> getPrograms() {
        return programs.live().stream().map(FrozenProgram::definition).toList();
    }

    /** The notices to ask about. */
    public List<NoticeDefinition> getNotices() {
        return notices.live().stream().map(FrozenNotice::definition).toList();
    }

    /** The money an award of the program brings in its present call, in yuan; 0 when the notice names none. */
    public BigDecimal grant(String programId) {
        return latest.stream()
                .flatMap(notice -> notice.calls().stream())
                .filter(call -> call.programId().equals(programId))
                .map(call -> Optional.ofNullable(call.parameters().get("grant")))
                .flatMap(Optional::stream)
                .findFirst()
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
    }

    /** The same in 万元, as notices write it. */
    public String grantInTenThousands(String programId) {
        return grant(programId).divide(TEN_THOUSAND).stripTrailingZeros().toPlainString();
    }
}
