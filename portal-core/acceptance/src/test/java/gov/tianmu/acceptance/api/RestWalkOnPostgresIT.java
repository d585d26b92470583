package gov.tianmu.acceptance.api;

import gov.tianmu.acceptance.running.RunningPortal;

/** The walk on PostgreSQL. */
class RestWalkOnPostgresIT extends RestWalk {

    RestWalkOnPostgresIT() {
        super(RunningPortal.onPostgres());
    }
}
