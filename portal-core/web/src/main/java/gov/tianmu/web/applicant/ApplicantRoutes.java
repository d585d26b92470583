package gov.tianmu.web.applicant;

import gov.tianmu.web.routing.Route;
import gov.tianmu.web.routing.Routes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The applicant's addresses. */
@ApplicationScoped
public class ApplicantRoutes implements Routes {

    @Override
    public List<Route> routes() {
        return List.of(
                Route.personal("/my", "/pages/my/home.xhtml"),
                Route.personal("/my/apply", "/pages/my/apply.xhtml"),
                Route.personal("/my/messages", "/pages/my/messages.xhtml"),
                Route.personal("/my/cases/{number}", "/pages/my/case.xhtml"),
                Route.personal("/my/cases/{number}/sections/{section}", "/pages/my/section.xhtml"),
                Route.personal("/my/cases/{number}/check", "/pages/my/check.xhtml"),
                Route.personal("/my/cases/{number}/receipt", "/pages/my/receipt.xhtml"));
    }
}
