package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.usecase.Refusal;

/** Why a file is not taken in, where that is known before it comes. */
public final class UploadRefusal {

    private static final int MEBIBYTE = 1024 * 1024;

    private UploadRefusal() {}

    /** The file is over the limit; {0} is the limit in MB. */
    public static Refusal tooLarge() {
        return Refusal.of(
                Refusal.Kind.TOO_LARGE, "module.upload.too-large", ModuleRuntime.MAX_JAR_BYTES / MEBIBYTE);
    }
}
