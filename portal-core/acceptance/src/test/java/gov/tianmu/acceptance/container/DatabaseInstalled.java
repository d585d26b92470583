package gov.tianmu.acceptance.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips the run on PostgreSQL, in one line, where PostgreSQL is not installed. Inside the server it is always there. */
public final class DatabaseInstalled implements ExecutionCondition {

    private static boolean told;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!"postgresql".equals(System.getProperty("tianmu.database")) || isPostgresInstalled()) {
            return ConditionEvaluationResult.enabled("the database is there");
        }
        if (!told) {
            System.out.println("Skipped: the container's tests on PostgreSQL; it is not installed.");
            told = true;
        }
        return ConditionEvaluationResult.disabled("PostgreSQL is not installed");
    }

    private static boolean isPostgresInstalled() {
        try (Stream<Path> debian = Files.isDirectory(Path.of("/usr/lib/postgresql"))
                ? Files.list(Path.of("/usr/lib/postgresql")).map(v -> v.resolve("bin"))
                : Stream.empty()) {
            Stream<Path> path = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
            return Stream.concat(debian, path).anyMatch(f -> Files.isExecutable(f.resolve("initdb")));
        } catch (IOException unreadable) {
            return false;
        }
    }
}
