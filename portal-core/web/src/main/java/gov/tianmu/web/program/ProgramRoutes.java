package gov.tianmu.web.program;

import gov.tianmu.web.routing.Route;
import gov.tianmu.web.routing.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The addresses of programs' own pages, one for each audience. */
@ApplicationScoped
public class ProgramRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/programs" + Frame.PARTS, Frame.PUBLIC.file()),
                Route.personal("/my/programs" + Frame.PARTS, Frame.APPLICANT.file()),
                Route.personal("/desk/programs" + Frame.PARTS, Frame.OFFICER.file()),
                Route.personal("/panel/programs" + Frame.PARTS, Frame.EXPERT.file()),
                Route.personal("/admin/programs" + Frame.PARTS, Frame.ADMIN.file()));
    }
}
