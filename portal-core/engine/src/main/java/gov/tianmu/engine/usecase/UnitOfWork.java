package gov.tianmu.engine.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;

/**
 * One transaction: what runs in it is kept whole or not at all. Joins the caller's transaction when there is one, so
 * that a use case, its audit entry, its messages and its idempotency key stand or fall together.
 */
@ApplicationScoped
public class UnitOfWork {

    @Transactional(value = Transactional.TxType.REQUIRED, rollbackOn = Exception.class)
    public <T> T run(Callable<T> work) throws Exception {
        return work.call();
    }
}
