package gov.tianmu.acceptance.api;

import gov.tianmu.acceptance.running.RunningPortal;

/** The walk on the embedded database. */
class RestWalkOnDerbyIT extends RestWalk {

    RestWalkOnDerbyIT() {
        super(RunningPortal.get());
    }
}
