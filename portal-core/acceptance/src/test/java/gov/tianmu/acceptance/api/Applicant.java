package gov.tianmu.acceptance.api;

import static gov.tianmu.acceptance.api.RestClient.Answer;

import gov.tianmu.acceptance.running.RunningPortal;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** An applicant who goes by what the API says and nothing else. */
final class Applicant {

    static final String CALL = "2023-26-recognition";

    private final RestClient api;
    private final FormFiller filler;
    private String number;

    Applicant(RunningPortal portal, String account, int seed) {
        api = RestClient.as(portal, account);
        filler = new FormFiller(seed);
    }

    RestClient api() {
        return api;
    }

    String number() {
        return number;
    }

    String path(String rest) {
        return "cases/" + number + (rest.isEmpty() ? "" : "/" + rest);
    }

    String tag() {
        return api.get(path("")).expect(200).header("ETag");
    }

    Applicant begin() {
        Answer begun = api.post("cases", Json.createObjectBuilder().add("call", CALL).build())
                .expect(201);
        number = begun.json().getString("number");
        return this;
    }

    JsonObject form() {
        return api.get("calls/" + CALL + "/form").expect(200).json();
    }

    /** Fills in all answers and saves them. */
    Answer fill() {
        return api.with("If-Match", tag()).put(path("answers"), filler.fill(form())).expect(200);
    }

    /** Attaches every required document. */
    void attachAll() {
        JsonObject answers = api.get(path("answers")).expect(200).json();
        for (FormFiller.Wanted wanted : filler.documents(form(), answers)) {
            api.upload(
                            path("documents"),
                            wanted.requirement(),
                            wanted.row(),
                            "材料 " + wanted.requirement() + ".pdf",
                            SampleContent.pdf(number + wanted.requirement() + wanted.row()))
                    .expect(201);
        }
    }

    Answer submit() {
        return api.post(path("submission"), Json.createObjectBuilder().build());
    }

    /** A case handed in. */
    Applicant handIn() {
        begin();
        fill();
        attachAll();
        submit().expect(201);
        return this;
    }
}
