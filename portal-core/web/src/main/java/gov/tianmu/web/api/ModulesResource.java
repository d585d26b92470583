package gov.tianmu.web.api;

import gov.tianmu.engine.modules.ListModules;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The modules in the watched folder. */
@Path("modules")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "admin")
public class ModulesResource {

    @Inject
    private CurrentActor current;

    @Inject
    private ListModules listModules;

    @Inject
    private Replies replies;

    /** A module: its state, and the reason when it does not run. */
    @Schema(name = "Module")
    public record ModuleJson(
            String name,
            String file,
            String version,
            @Schema(enumeration = {"active", "waiting", "refused", "stopped"}) String state,
            @Schema(description = "With the line and column of an error in a definition") String reason,
            String title,
            List<String> provides,
            List<String> requires,
            OffsetDateTime since) {

        static ModuleJson of(ModuleRow module, Locale locale) {
            return new ModuleJson(
                    module.name(),
                    module.file(),
                    module.version(),
                    module.state().name().toLowerCase(Locale.ROOT),
                    module.reason().isEmpty() ? null : module.reason().in(locale),
                    module.title().map(t -> t.in(locale)).orElse(null),
                    module.provides(),
                    module.requires(),
                    CallJson.time(module.since()));
        }
    }

    /** How the list of modules looks. */
    public record ListOfModules(long total, List<ModuleJson> items) {}

    @GET
    @Operation(summary = "Every module the folder holds, with its state and the reason for it")
    @APIResponseSchema(ListOfModules.class)
    public Response list() {
        List<ModuleJson> all = listModules.list(current.get()).stream()
                .map(m -> ModuleJson.of(m, replies.locale()))
                .toList();
        return replies.of(new ListOfModules(all.size(), all));
    }
}
