package gov.tianmu.web.program;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.Iterator;
import java.util.Optional;

/** Lets no words of a module's page out of Faces with what it throws ({@link ModulePageFailed}). */
public class ModulePageFaults extends ExceptionHandlerFactory {

    public ModulePageFaults(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {

        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            Optional<ShownPage> page = CurrentPage.find();
            Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
            if (page.isPresent() && queued.hasNext()) {
                Throwable thrown = queued.next().getContext().getException();
                queued.remove();
                throw ModulePageFailed.of(Frame.addressOf(page.get().opened().page()), thrown);
            }
            super.handle();
        }
    }
}
