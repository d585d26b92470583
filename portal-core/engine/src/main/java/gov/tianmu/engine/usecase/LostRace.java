package gov.tianmu.engine.usecase;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

/**
 * Tells whether a failure means that somebody else was faster: a version that had moved on, a lock not had in time, a
 * deadlock in which the database chose this transaction to fall. It may lie deep: what shows at commit arrives wrapped.
 */
final class LostRace {

    /** SQL standard class 40: transaction rollback (serialization failure, deadlock). */
    private static final String ROLLBACK_CLASS = "40";

    private LostRace() {}

    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof PessimisticLockException
                    || cause instanceof LockTimeoutException
                    || cause instanceof SQLTransactionRollbackException
                    || (cause instanceof SQLException sql
                            && sql.getSQLState() != null
                            && sql.getSQLState().startsWith(ROLLBACK_CLASS))) {
                return true;
            }
        }
        return false;
    }
}
