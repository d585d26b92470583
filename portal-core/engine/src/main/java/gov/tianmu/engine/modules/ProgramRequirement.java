package gov.tianmu.engine.modules;

import gov.tianmu.spi.definition.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleRequirement;

/**
 * A program that a module requires, read out of the filter of its {@code Require-Capability}.
 *
 * @param program the program's id, or the whole filter when it is not of the usual make
 * @param range the versions that will do, as words; empty for any
 * @param optional whether the module starts without it
 */
public record ProgramRequirement(String program, String range, boolean optional) {

    private static final Pattern PROGRAM = Pattern.compile("\\(program=([^)]+)\\)");
    private static final Pattern FROM = Pattern.compile("\\(version>=([^)]+)\\)");
    private static final Pattern BEFORE = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

    static ProgramRequirement of(BundleRequirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        boolean optional = Constants.RESOLUTION_OPTIONAL.equals(
                requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
        Matcher program = PROGRAM.matcher(filter);
        if (!program.find()) {
            return new ProgramRequirement(filter, "", optional);
        }
        Matcher before = BEFORE.matcher(filter);
        String upper = before.find() ? "<" + before.group(1) : "";
        Matcher from = FROM.matcher(before.replaceAll(""));
        String lower = from.find() ? "≥" + from.group(1) : "";
        return new ProgramRequirement(program.group(1), (lower + " " + upper).strip(), optional);
    }

    /**
     * What a module says that waits for it.
     *
     * @param there the version that is there and will not do; empty when none is
     */
    Text asWait(String there) {
        String versions = range.isEmpty() ? "" : " " + range;
        return new Text(
                "等待事项 " + program + versions + (there.isEmpty() ? "" : "（现有 " + there + "，不在范围内）"),
                "waits for program " + program + versions + (there.isEmpty() ? "" : " (" + there + " is out of range)"));
    }

    @Override
    public String toString() {
        return (program + " " + range).strip() + (optional ? " ?" : "");
    }
}
