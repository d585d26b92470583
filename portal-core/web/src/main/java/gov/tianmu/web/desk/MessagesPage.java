package gov.tianmu.web.desk;

import gov.tianmu.engine.notification.ReadInbox;
import gov.tianmu.engine.usecase.PageOf;
import gov.tianmu.engine.usecase.PageRequest;
import gov.tianmu.web.display.Display;
import gov.tianmu.web.page.PageTurn;
import gov.tianmu.web.page.Pager;
import gov.tianmu.web.page.PostedForm;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The officer's messages, newest first. Opening one marks it as read and leads to its case. */
@Named("deskMessages")
@RequestScoped
public class MessagesPage {

    private static final String ADDRESS = "/desk/messages";
    private static final int PAGE_SIZE = 20;

    @Inject
    private ReadInbox inbox;

    @Inject
    private PostedForm posted;

    @Inject
    private PageTurn turn;

    @Inject
    private CurrentActor current;

    @Inject
    private Display display;

    private PageOf<MessageRow> found;
    private Pager pager;

    /** Reads a page of messages, after marking one as read when that was asked. */
    public void open() {
        if (FacesContext.getCurrentInstance().isPostback() && posted.getVerb().equals("read")) {
            MessageRow read = MessageRow.of(
                    turn.need(inbox.read(current.get(), posted.getArgument())), display.getLocale());
            turn.to(read.address().isEmpty() ? ADDRESS : read.address());
            return;
        }
        String asked = posted.text("page");
        PageRequest page = new PageRequest(asked.matches("\\d{1,6}") ? Integer.parseInt(asked) : 1, PAGE_SIZE);
        found = inbox.list(current.get(), page).map(message -> MessageRow.of(message, display.getLocale()));
        pager = new Pager(found.total(), page, ADDRESS, Map.of());
    }

    public List<MessageRow> getRows() {
        return found.items();
    }

    public Pager getPager() {
        return pager;
    }
}
