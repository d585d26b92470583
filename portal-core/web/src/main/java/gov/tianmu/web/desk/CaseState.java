package gov.tianmu.web.desk;

import gov.tianmu.engine.casefile.CaseStage;

/**
 * Where a case stands in the officer's words: a case handed in again is not told like a new one.
 *
 * @param code the key of its words, {@code desk.state.<code>}
 * @param tag the shape of its tag
 */
public record CaseState(String code, String tag) {

    static CaseState of(CaseStage stage, int submissions) {
        return switch (stage) {
            case SUBMITTED -> new CaseState(submissions > 1 ? "again" : "submitted", "wait");
            case RETURNED -> new CaseState(stage.code(), "back");
            case ACCEPTED, REVIEWED, LISTED, PUBLICISED -> new CaseState(stage.code(), "run");
            case AWARDED -> new CaseState(stage.code(), "ok");
            case DECLINED, REFUSED, WITHDRAWN, DISCARDED, DRAFT -> new CaseState(stage.code(), "off");
        };
    }
}
