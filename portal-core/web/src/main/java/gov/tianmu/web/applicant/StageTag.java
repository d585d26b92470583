package gov.tianmu.web.applicant;

import gov.tianmu.engine.casefile.CaseStage;

/** Which shape of tag says a stage to the applicant: what waits for them is a diamond, what was returned a triangle. */
final class StageTag {

    private StageTag() {}

    static String of(CaseStage stage) {
        return switch (stage) {
            case DRAFT -> "wait";
            case RETURNED, DECLINED, REFUSED -> "back";
            case SUBMITTED, ACCEPTED, REVIEWED, LISTED, PUBLICISED -> "run";
            case AWARDED -> "ok";
            case DISCARDED, WITHDRAWN -> "off";
        };
    }
}
