package gov.tianmu.web.api;

import gov.tianmu.engine.modules.ModuleEventRow;
import gov.tianmu.engine.modules.ModuleRow;
import gov.tianmu.engine.modules.console.ListModules;
import gov.tianmu.engine.modules.console.ModuleDetail;
import gov.tianmu.engine.modules.console.OperateModule;
import gov.tianmu.engine.modules.console.ReadModule;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
    private ReadModule readModule;

    @Inject
    private OperateModule operateModule;

    @Inject
    private Replies replies;

    @Inject
    private Writes writes;

    /** How the list of modules looks. */
    public record ListOfModules(long total, List<ModuleJson> items) {}

    /** Something that happened to a module. */
    @Schema(name = "ModuleEvent")
    public record EventJson(
            OffsetDateTime at,
            String version,
            @Schema(enumeration = {"started", "updated", "refused", "waiting", "stopped"}) String event,
            String reason,
            @Schema(description = "Who did it; system for what came by the folder") String account) {

        static EventJson of(ModuleEventRow event, Locale locale) {
            return new EventJson(
                    CallJson.time(event.at()),
                    event.version(),
                    event.event().code(),
                    event.reason().isEmpty() ? null : event.reason().in(locale),
                    event.account());
        }
    }

    /** How a page of a module's history looks. */
    public record ListOfEvents(long total, List<EventJson> items) {}

    /** One module with everything. */
    @Schema(name = "ModuleDetail")
    public record DetailJson(
            ModuleJson module,
            @Schema(description = "The titles of the modules that would not run without it") List<String> dependants,
            @Schema(description = "The latest first; page and size cut it") ListOfEvents history) {

        static DetailJson of(ModuleDetail detail, Locale locale) {
            return new DetailJson(
                    ModuleJson.of(detail.overview(), locale),
                    detail.dependants().stream().map(title -> title.in(locale)).toList(),
                    new ListOfEvents(
                            detail.history().total(),
                            detail.history().items().stream()
                                    .map(event -> EventJson.of(event, locale))
                                    .toList()));
        }
    }

    @GET
    @Operation(summary = "Every module the folder holds, with its state and the reason for it")
    @APIResponseSchema(ListOfModules.class)
    public Response list() {
        List<ModuleJson> all = listModules.list(current.get()).stream()
                .map(module -> ModuleJson.of(module, replies.locale()))
                .toList();
        return replies.of(new ListOfModules(all.size(), all));
    }

    @GET
    @Path("{name}")
    @Operation(summary = "One module, who needs it, and what happened to it")
    @APIResponseSchema(DetailJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    public Response read(@PathParam("name") String name, @BeanParam Paging paging) {
        return replies.of(
                readModule.read(current.get(), name, paging.request()),
                detail -> DetailJson.of(detail, replies.locale()));
    }

    @POST
    @Path("{name}/start")
    @Operation(summary = "Start a stopped module")
    @APIResponseSchema(ModuleJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response start(@PathParam("name") String name) throws Exception {
        Locale locale = replies.locale();
        return writes.<ModuleRow>okApart(
                (actor, also) -> operateModule.start(actor, name, also), module -> ModuleJson.of(module, locale));
    }

    @POST
    @Path("{name}/stop")
    @Operation(
            summary = "Stop a module",
            description = "Its calls close, its cases stay readable; it stays stopped over a restart. 409 with the names"
                    + " of the modules that need it, unless despite-dependants is true.")
    @APIResponseSchema(ModuleJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response stop(
            @PathParam("name") String name,
            @QueryParam("despite-dependants") @Parameter(description = "true: those that need it stop with it")
                    boolean despiteDependants)
            throws Exception {
        Locale locale = replies.locale();
        return writes.<ModuleRow>okApart(
                (actor, also) -> operateModule.stop(actor, name, despiteDependants, also),
                module -> ModuleJson.of(module, locale));
    }

    @POST
    @Path("{name}/rollback")
    @Operation(summary = "Go back to the version that ran before")
    @APIResponseSchema(ModuleJson.class)
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem")
    public Response rollBack(
            @PathParam("name") String name,
            @QueryParam("despite-cases") @Parameter(description = "true: although open cases do not fit its form")
                    boolean despiteCases)
            throws Exception {
        Locale locale = replies.locale();
        return writes.<ModuleRow>okApart(
                (actor, also) -> operateModule.rollBack(actor, name, despiteCases, also),
                module -> ModuleJson.of(module, locale));
    }

    @DELETE
    @Path("{name}")
    @Operation(
            summary = "Take a module out of the folder",
            description = "Its calls close; its cases, documents and rosters stay readable. 409 as for stopping.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "404", ref = "#/components/responses/Problem")
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem")
    public Response remove(
            @PathParam("name") String name,
            @QueryParam("despite-dependants") @Parameter(description = "true: those that need it stop with it")
                    boolean despiteDependants)
            throws Exception {
        return writes.<Void>doneApart((actor, also) -> operateModule.remove(actor, name, despiteDependants, also));
    }
}
