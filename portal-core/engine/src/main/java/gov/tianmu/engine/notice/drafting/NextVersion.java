package gov.tianmu.engine.notice.drafting;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Version;

/** The version of a notice's next module: 1.0.0, then one step of the last place. */
final class NextVersion {

    private NextVersion() {}

    /**
     * The version after those there were.
     *
     * @param live the version that runs
     * @param latest the version that was frozen last, which is another when somebody went back
     */
    static String after(Optional<String> live, Optional<String> latest) {
        return Stream.concat(live.stream(), latest.stream())
                .map(Version::parseVersion)
                .max(Comparator.naturalOrder())
                .map(last -> new Version(last.getMajor(), last.getMinor(), last.getMicro() + 1).toString())
                .orElse("1.0.0");
    }
}
