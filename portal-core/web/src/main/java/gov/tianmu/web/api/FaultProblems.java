package gov.tianmu.web.api;

import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.engine.usecase.Refusal.Kind;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Set;

/**
 * Whatever nobody expected is a fault with an id; a lost race that showed only at the transaction's end is a conflict.
 */
@Provider
public class FaultProblems implements ExceptionMapper<Throwable> {

    /** Serialisation failure and deadlock: of both databases, and Derby's lock time-out. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "40XL1", "40XL2");

    @Inject
    private Problems problems;

    @Inject
    private Faults faults;

    @Override
    public Response toResponse(Throwable fault) {
        return isLostRace(fault)
                ? problems.of(Refusal.of(Kind.CONFLICT, "changed-meanwhile"))
                : problems.ofFault(faults.tell(fault));
    }

    private static boolean isLostRace(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof SQLException sql && LOST_RACES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
