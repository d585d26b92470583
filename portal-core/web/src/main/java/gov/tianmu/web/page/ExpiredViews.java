package gov.tianmu.web.page;

import gov.tianmu.web.display.Display;
import gov.tianmu.web.display.LocalAddress;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.io.IOException;
import java.util.Iterator;

/**
 * A form posted after its session ended shows its page anew instead of a fault: what was typed is safe elsewhere
 * (drafts are kept on the server as one types).
 */
public class ExpiredViews extends ExceptionHandlerFactory {

    public ExpiredViews(ExceptionHandlerFactory wrapped) {
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
            Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
            while (queued.hasNext()) {
                if (isExpiry(queued.next().getContext().getException())) {
                    queued.remove();
                    showAnew(FacesContext.getCurrentInstance());
                }
            }
            super.handle();
        }

        private static boolean isExpiry(Throwable thrown) {
            for (Throwable each = thrown; each != null; each = each.getCause()) {
                if (each instanceof ViewExpiredException) {
                    return true;
                }
            }
            return false;
        }

        private static void showAnew(FacesContext context) {
            if (context.getResponseComplete()) {
                return;
            }
            String address = CDI.current().select(Display.class).get().getAddress();
            try {
                context.getExternalContext().redirect(LocalAddress.of(address));
            } catch (IOException lost) {
                throw new FacesException(lost);
            }
        }
    }
}
