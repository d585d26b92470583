package gov.tianmu.web.api;

import gov.tianmu.engine.casefile.CaseStage;
import gov.tianmu.engine.review.CaseQueue;
import gov.tianmu.web.signin.CurrentActor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much waits where. */
@Path("queue/counts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "bureau")
public class QueueResource {

    @Inject
    private CurrentActor current;

    @Inject
    private CaseQueue queue;

    @Inject
    private Replies replies;

    /** How many cases of a call stand in each stage. */
    @Schema(name = "QueueCounts")
    public record CountsJson(String call, String program, String title, long total, Map<String, Long> stages) {

        static CountsJson of(CaseQueue.CallCounts counts, String title) {
            Map<String, Long> byCode = new TreeMap<>();
            counts.byStage().forEach((CaseStage stage, Long count) -> byCode.put(stage.code(), count));
            return new CountsJson(counts.callId(), counts.programId(), title, counts.total(), byCode);
        }
    }

    /** How counts look. */
    public record ListOfCounts(long total, List<CountsJson> items) {}

    @GET
    @Operation(summary = "The counts of every call that has cases or is open")
    @APIResponseSchema(ListOfCounts.class)
    public Response counts() {
        List<CountsJson> all = queue.counts(current.get()).stream()
                .map(c -> CountsJson.of(c, c.title().in(replies.locale())))
                .toList();
        return replies.of(new ListOfCounts(all.size(), all));
    }
}
