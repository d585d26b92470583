package gov.tianmu.web.applicant;

import gov.tianmu.engine.notification.InboxMessage;
import gov.tianmu.engine.notification.ReadInbox;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.page.Pager;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code /my/messages}: the inbox. A message counts as read when the person says so or goes on to its case. */
@Named("myInbox")
@RequestScoped
public class InboxPage {

    private static final int PAGE = 20;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    @Inject
    private ReadInbox inbox;

    private PageOf<InboxMessage> page;

    /** Marks the message whose button was pressed, and goes on to its case when that was asked. */
    public void act() throws IOException {
        if (!Faces.isPost()) {
            return;
        }
        String id = Faces.sent("open").or(() -> Faces.sent("read")).orElse("");
        var read = inbox.read(current.get(), id).result();
        boolean open = Faces.sent("open").isPresent();
        Faces.goTo(read.flatMap(InboxMessage::getCaseNumber)
                .filter(number -> open)
                .map(Addresses::ofCase)
                .orElse("/my/messages"));
    }

    private PageRequest asked() {
        return new PageRequest(PageNumber.of(request), PAGE);
    }

    private PageOf<InboxMessage> page() {
        if (page == null) {
            page = inbox.list(current.get(), asked());
        }
        return page;
    }

    public List<ShownMessage> getMessages() {
        return page().items().stream()
                .map(m -> ShownMessage.of(m, display.getLocale()))
                .toList();
    }

    public long getUnread() {
        return inbox.unread(current.get());
    }

    public boolean isPaged() {
        return page().total() > PAGE;
    }

    public Pager getPager() {
        return new Pager(page().total(), asked(), "/my/messages", Map.of());
    }
}
