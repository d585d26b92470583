package gov.tianmu.web.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All addresses of the portal. */
@ApplicationScoped
public class RouteTable {

    private List<Route> routes;

    /** Where an address leads. */
    public record Match(Route route, String target) {}

    protected RouteTable() {}

    @Inject
    public RouteTable(@Any Instance<Routes> audiences) {
        this(audiences.stream().flatMap(each -> each.routes().stream()).toList());
    }

    RouteTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingInt(Route::openness))
                .toList();
    }

    /** The page behind a decoded path. */
    public Optional<Match> find(String path) {
        for (Route route : routes) {
            Optional<String> target = route.targetFor(path);
            if (target.isPresent()) {
                return Optional.of(new Match(route, target.get()));
            }
        }
        return Optional.empty();
    }
}
