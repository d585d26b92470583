package gov.tianmu.web.routing;

import java.util.List;

/**
 * The addresses of one audience. Each audience has one application-scoped implementation in its own package; all are
 * found by CDI and asked once, at start.
 */
public interface Routes {

    List<Route> routes();
}
