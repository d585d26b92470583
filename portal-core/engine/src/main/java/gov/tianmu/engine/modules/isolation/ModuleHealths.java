package gov.tianmu.engine.modules.isolation;

import java.util.List;

/** How the running modules fare, for the console and the health check. What was never called is well and not listed. */
public interface ModuleHealths {

    /** One for each kind of call that was ever made into the program's present module. */
    List<ModuleHealth> of(String program);

    /** Of all programs, ordered by program and kind. */
    List<ModuleHealth> all();
}
