package gov.tianmu.web.admin;

import gov.tianmu.web.routing.Route;
import gov.tianmu.web.routing.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The administrators' addresses; {@link ModuleUpload} has one of its own. */
@ApplicationScoped
public class AdminRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.personal("/admin", "/pages/admin/system.xhtml"),
                Route.personal("/admin/modules", "/pages/admin/modules.xhtml"),
                Route.personal("/admin/modules/{name}", "/pages/admin/module.xhtml"),
                Route.personal("/admin/modules/proposals/{id}", "/pages/admin/proposal.xhtml"));
    }
}
