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
        return List.of(Route.open("/", "/pages/site/home.xhtml"),
                Route.open("/accessibility", "/pages/site/accessibility.xhtml"));
    }
}
