package gov.tianmu.web.site;

import gov.tianmu.web.routing.Route;
import gov.tianmu.web.routing.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The public addresses. */
@ApplicationScoped
public class SiteRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.open("/", "/pages/site/home.xhtml"),
                Route.open("/notices", "/pages/site/notices.xhtml"),
                Route.open("/notices/{id}", "/pages/site/notice.xhtml"),
                Route.open("/notices/{id}/attachments/{attachment}", "/pages/site/attachment.xhtml"),
                Route.open("/rosters", "/pages/site/rosters.xhtml"),
                Route.open("/rosters/{program}", "/pages/site/roster.xhtml"),
                Route.open("/publicities", "/pages/site/publicities.xhtml"),
                Route.open("/publicities/{id}", "/pages/site/publicity.xhtml"),
                Route.open("/search", "/pages/site/search.xhtml"),
                Route.open("/help", "/pages/site/help.xhtml"),
                Route.open("/accessibility", "/pages/site/accessibility.xhtml"));
    }
}
