package gov.tianmu.web.program;

import gov.tianmu.engine.modules.Programs;
import gov.tianmu.web.display.Display;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** What the frame around a program's page shows: its titles, and which view of the module it includes. */
@Named("programFrame")
@RequestScoped
public class ProgramFrame {

    @Inject
    private Programs programs;

    @Inject
    private Display display;

    @Inject
    private HttpServletRequest request;

    private static ShownPage page() {
        return CurrentPage.find().orElseThrow();
    }

    public String getTitle() {
        return page().opened().page().title().in(display.getLocale());
    }

    /** The program's title. */
    public String getProgram() {
        return programs.live(page().opened().page().program())
                .map(program -> program.definition().title().in(display.getLocale()))
                .orElse("");
    }

    /** The page's address, which the navigation knows it by. */
    public String getAddress() {
        return Frame.addressOf(page().opened().page());
    }

    public String getView() {
        return ModuleFiles.viewOf(page().opened());
    }

    /** The program's id in an address whose page is not shown. */
    public String getAsked() {
        return request.getParameter(Frame.PROGRAM);
    }

    /** The title of the program whose page is not shown. */
    public String getAskedTitle() {
        return programs.known(getAsked())
                .map(program -> program.definition().title().in(display.getLocale()))
                .orElse("");
    }
}
