package gov.tianmu.web.panel;

import gov.tianmu.web.routing.Route;
import gov.tianmu.web.routing.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The experts' addresses. */
@ApplicationScoped
public class PanelRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(Route.personal("/panel", "/pages/panel/panel.xhtml"));
    }
}
