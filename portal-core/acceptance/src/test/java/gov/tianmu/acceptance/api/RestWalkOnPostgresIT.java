package gov.tianmu.acceptance.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.acceptance.running.RunningPortal;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The walk on PostgreSQL; and, since this portal's clock is nobody else's, what comes after the window. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestWalkOnPostgresIT extends RestWalk {

    private final RunningPortal portal;

    RestWalkOnPostgresIT() {
        super(RunningPortal.onPostgres());
        portal = RunningPortal.onPostgres();
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void afterTheWindowNothingIsTakenAnyMore() {
        Applicant late = new Applicant(portal, "applicant02", 2).begin();
        late.fill();
        late.attachAll();
        JsonObject afterwards = Json.createObjectBuilder().add("date", "2023-05-09").build();
        RestClient.as(portal, "admin01").post("clock", afterwards).expect(200);
        assertEquals("call.closed", late.submit().expect(409).code());
        JsonObject call = Json.createObjectBuilder().add("call", Applicant.CALL).build();
        assertEquals("call.closed", late.api().post("cases", call).expect(409).code());
        assertEquals(
                "draft",
                late.api().get(late.path("")).expect(200).json().getString("stage"),
                "the draft and all that was typed is still there");
    }
}
