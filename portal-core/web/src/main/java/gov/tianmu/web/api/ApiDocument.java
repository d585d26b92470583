package gov.tianmu.web.api;

import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says once in the API's description what holds for many addresses: signing in, idempotency keys, problems. */
public class ApiDocument implements OASFilter {

    private static final Set<PathItem.HttpMethod> WRITES = Set.of(
            PathItem.HttpMethod.POST, PathItem.HttpMethod.PUT, PathItem.HttpMethod.PATCH, PathItem.HttpMethod.DELETE);

    private static final String KEY = "IdempotencyKey";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        // An annotation can only call a shared parameter by the name that its header has, which is no key.
        document.getComponents().getParameters().get(KEY).setName(Writes.KEY);
        document.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/v1")) {
                item.getOperations().forEach(ApiDocument::complete);
            }
        });
    }

    private static void complete(PathItem.HttpMethod method, Operation operation) {
        boolean open = operation.getTags() != null && operation.getTags().contains("public");
        if (!open) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("token"));
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("session"));
            respond(operation, "401");
            respond(operation, "403");
        }
        if (WRITES.contains(method)) {
            operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + KEY));
        }
        respond(operation, "default");
    }

    private static void respond(Operation operation, String status) {
        Map<String, APIResponse> there = operation.getResponses().getAPIResponses();
        if (there == null || !there.containsKey(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/Problem"));
        }
    }
}
