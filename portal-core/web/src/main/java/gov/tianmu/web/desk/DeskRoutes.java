package gov.tianmu.web.desk;

import gov.tianmu.web.routing.Route;
import gov.tianmu.web.routing.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The officer's addresses. */
@ApplicationScoped
public class DeskRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.personal("/desk", "/pages/desk/desk.xhtml"),
                Route.personal("/desk/cases", "/pages/desk/cases.xhtml"),
                Route.personal("/desk/cases/{number}", "/pages/desk/case.xhtml"),
                Route.personal("/desk/notices", "/pages/desk/notices.xhtml"),
                Route.personal("/desk/notices/drafts/{id}", "/pages/desk/notice.xhtml"),
                Route.personal("/desk/notices/drafts/{id}/preview", "/pages/desk/notice-preview.xhtml"),
                Route.personal("/desk/publicity", "/pages/desk/publicity.xhtml"),
                Route.personal("/desk/rosters", "/pages/desk/rosters.xhtml"),
                Route.personal("/desk/rosters/{program}", "/pages/desk/roster.xhtml"),
                Route.personal("/desk/messages", "/pages/desk/messages.xhtml"));
    }
}
