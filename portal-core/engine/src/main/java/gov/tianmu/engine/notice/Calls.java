package gov.tianmu.engine.notice;

import gov.tianmu.engine.modules.FrozenProgram;
import gov.tianmu.engine.modules.Programs;
import gov.tianmu.engine.time.PortalClock;
import gov.tianmu.spi.definition.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds calls, for the steps that follow. */
@ApplicationScoped
public class Calls {

    /** A program is called once or twice a year; what closed long ago is not looked at. */
    private static final int MOST_CALLS = 20;

    @PersistenceContext(unitName = "portal")
    private EntityManager em;

    @Inject
    private Programs programs;

    @Inject
    private PortalClock clock;

    public Optional<Call> find(String id) {
        return Optional.ofNullable(em.find(Call.class, id));
    }

    /** The call as it stands now. */
    public Optional<CallView> view(String id) {
        return find(id).map(call -> {
            Notice notice = em.find(Notice.class, call.getNoticeId());
            return viewOf(call, notice.getNumber());
        });
    }

    /** The calls with these ids, by id: one query however many. */
    public Map<String, Call> byId(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return em.createQuery("select c from Call c where c.id in :ids", Call.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Call::getId, c -> c));
    }

    /** All calls of running notices, in the notices' order: few, as notices are few. */
    public List<Call> live() {
        return em.createQuery(
                        "select c from Call c where c.live = true order by c.noticeId desc, c.ordinal", Call.class)
                .getResultList();
    }

    /** A program's calls that take applications now, the one that closes next first: one query. */
    public List<CallView> openOf(String programId) {
        return em
                .createQuery(
                        "select c, n.number from Call c, Notice n where n.id = c.noticeId and c.live = true"
                                + " and c.programId = :program order by c.closesAt desc",
                        Object[].class)
                .setParameter("program", programId)
                .setMaxResults(MOST_CALLS)
                .getResultStream()
                .map(row -> viewOf((Call) row[0], (String) row[1]))
                .filter(CallView::isOpen)
                .sorted(Comparator.comparing(CallView::closesAt))
                .toList();
    }

    CallView viewOf(Call call, String noticeNumber) {
        Optional<FrozenProgram> program = programs.live(call.getProgramId());
        return new CallView(
                call.getId(),
                call.getNoticeId(),
                noticeNumber,
                call.getProgramId(),
                call.getTitle(),
                program.map(p -> p.definition().summary()).orElse(Text.EMPTY),
                call.getOpensAt(),
                call.getClosesAt(),
                stateOf(call, program.isPresent()),
                call.parameters(),
                call.eligible(),
                clock.now());
    }

    private CallView.State stateOf(Call call, boolean programRuns) {
        Instant now = clock.now();
        if (call.isOverAt(now)) {
            return CallView.State.CLOSED;
        }
        if (!call.isLive()) {
            return CallView.State.WITHDRAWN;
        }
        if (!programRuns) {
            return CallView.State.UNAVAILABLE;
        }
        return now.isBefore(call.getOpensAt()) ? CallView.State.UPCOMING : CallView.State.OPEN;
    }
}
