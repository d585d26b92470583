package gov.tianmu.acceptance.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Data flows one way, and nobody passes an access rule by. */
class WallsTest {

    private static final String USE_CASE = "gov.tianmu.engine.usecase.UseCase";
    private static final String ACTOR = "gov.tianmu.engine.identity.Actor";
    private static final String PATH = "jakarta.ws.rs.Path";

    private static final JavaClasses SPI = compiled("../spi");
    private static final JavaClasses ENGINE = compiled("../engine");
    private static final JavaClasses WEB = compiled("../web");
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importPaths(
                    Path.of("../spi/target/classes"),
                    Path.of("../engine/target/classes"),
                    Path.of("../web/target/classes"));
    private static final JavaClasses MODULES = new ClassFileImporter()
            .importPaths(Path.of("../../modules/studio-recognition/target/classes"));

    /** The steps in the order a case takes them. */
    private static final List<String> STEPS = List.of(
            "notice", "casefile", "document", "submission", "review", "scoring", "publicity", "roster", "programpage");

    /** The console shows which database it is; a fault tells a lost race by the database's own word. */
    private static final Set<String> ASKS_THE_DATABASE_ITS_NAME =
            Set.of("gov.tianmu.web.admin.SystemFacts", "gov.tianmu.web.api.FaultProblems");

    /** The packages of web that belong to one audience; programs' own pages stand beside them all and know none. */
    private static final List<String> AUDIENCES = List.of("site", "applicant", "desk", "panel", "admin", "api", "program");

    private static JavaClasses compiled(String part) {
        return new ClassFileImporter().importPaths(Path.of(part, "target/classes"));
    }

    @Test
    void thePartsAreThere() {
        assertTrue(SPI.size() > 20 && ENGINE.size() > 80 && WEB.size() > 50 && MODULES.size() > 0);
    }

    @Test
    void theSpiKnowsNothingElse() {
        classes()
                .that()
                .resideInAPackage("gov.tianmu.spi..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("gov.tianmu.spi..", "java..", "org.osgi.annotation..")
                .because("modules compile against it and must outlive every change of the core")
                .check(SPI);
    }

    @Test
    void modulesKnowTheSpiAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("gov.tianmu.spi..", "java..", "org.osgi..")
                        .or(resideInAPackage("gov.tianmu.studio..")))
                .because("a module returns decisions; the core owns transactions, access, audit, storage and time")
                .check(MODULES);
    }

    @Test
    void theEngineKnowsNoScreenAndNoHttp() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "gov.tianmu.web..",
                        "jakarta.faces..",
                        "jakarta.servlet..",
                        "jakarta.ws.rs..",
                        "org.primefaces..",
                        "java.net.http..")
                .because("pages, REST and tests ask the same use cases")
                .check(ENGINE);
    }

    @Test
    void stepsKnowEarlierStepsOnly() {
        for (int step = 0; step < STEPS.size(); step++) {
            String[] later = STEPS.subList(step + 1, STEPS.size()).stream()
                    .map(s -> "gov.tianmu.engine." + s + "..")
                    .toArray(String[]::new);
            if (later.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("gov.tianmu.engine." + STEPS.get(step) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(later)
                        .allowEmptyShould(true)
                        .because("data flows one way: " + String.join(" -> ", STEPS))
                        .check(ENGINE);
            }
        }
    }

    @Test
    void whatServesEveryStepKnowsNone() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "gov.tianmu.engine.usecase..",
                        "gov.tianmu.engine.identity..",
                        "gov.tianmu.engine.audit..",
                        "gov.tianmu.engine.sealing..",
                        "gov.tianmu.engine.home..",
                        "gov.tianmu.engine.time..",
                        "gov.tianmu.engine.idempotency..",
                        "gov.tianmu.engine.notification..",
                        "gov.tianmu.engine.modules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(STEPS.stream()
                        .map(s -> "gov.tianmu.engine." + s + "..")
                        .toArray(String[]::new))
                .because("the ground does not lean on the house")
                .check(ENGINE);
    }

    @Test
    void whatReadsComparesAndTrustsModulesKnowsNothingOfTheirRuntime() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "gov.tianmu.engine.modules.definition..",
                        "gov.tianmu.engine.modules.compare..",
                        "gov.tianmu.engine.modules.trust..",
                        "gov.tianmu.engine.modules.isolation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("gov.tianmu.engine.modules", "gov.tianmu.engine.modules.console..")
                .because("the runtime asks them, and a vendor's tests ask them without it")
                .check(ENGINE);
    }

    @Test
    void nobodyWaitsOnTheRequestsOwnThreads() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.enterprise.concurrent.ManagedExecutorService")
                .because("where all requests wait for tasks of their own pool, the tasks wait for the requests")
                .check(HOUSE);
    }

    @Test
    void audiencesDoNotKnowEachOther() {
        for (String audience : AUDIENCES) {
            String[] others = AUDIENCES.stream()
                    .filter(a -> !a.equals(audience))
                    .map(a -> "gov.tianmu.web." + a + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("gov.tianmu.web." + audience + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .because("what two audiences share has a package of its own")
                    .check(WEB);
        }
    }

    @Test
    void webNeverReachesTheDatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages("gov.tianmu.web.health..", "gov.tianmu.web.boot..")
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.persistence..").and(areNoLostRace()))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("an entity manager knows no access rule")
                .check(new ClassFileImporter()
                        .importPaths(Path.of("../web/target/classes"))
                        .that(areNot(ASKS_THE_DATABASE_ITS_NAME)));
    }

    @Test
    void everyUseCaseSaysWhoMayAsk() {
        classes()
                .that()
                .areAnnotatedWith(USE_CASE)
                .and()
                .haveSimpleNameNotEndingWith("Guard")
                .should(sayWhoMayAsk())
                .check(ENGINE);
    }

    @Test
    void everyUseCaseThatIsNotOpenTakesTheActorFirst() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(USE_CASE)
                .and()
                .arePublic()
                .should(takeTheActorFirstUnlessOpen())
                .check(ENGINE);
    }

    @Test
    void everyStepIsAskedThroughItsUseCases() {
        classes()
                .that()
                .resideInAnyPackage(AUDIENCES.stream()
                        .map(a -> "gov.tianmu.web." + a + "..")
                        .toArray(String[]::new))
                .should(injectUseCasesOnly())
                .because("a class of a step that carries no access rule would pass it by")
                .check(HOUSE);
    }

    @Test
    void everyRestMethodGoesThroughAUseCase() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(PATH)
                .and()
                .arePublic()
                .should(callAUseCase())
                .because("the access rules stand there")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> areNoLostRace() {
        return DescribedPredicate.describe(
                "are no lost race", c -> !c.getSimpleName().endsWith("LockException"));
    }

    private static DescribedPredicate<JavaClass> areNot(Set<String> names) {
        return DescribedPredicate.describe("are not of " + names, c -> !names.contains(c.getName()));
    }

    private static ArchCondition<JavaClass> sayWhoMayAsk() {
        return new ArchCondition<>("name roles or be open") {
            @Override
            public void check(JavaClass useCase, ConditionEvents events) {
                check(useCase.getAnnotationOfType(USE_CASE), useCase.getName(), events);
                useCase.getMethods().stream()
                        .filter(m -> m.isAnnotatedWith(USE_CASE))
                        .forEach(m -> check(m.getAnnotationOfType(USE_CASE), m.getFullName(), events));
            }

            private void check(
                    JavaAnnotation<?> rule, String name, ConditionEvents events) {
                boolean roles = rule.get("by").map(by -> ((Object[]) by).length > 0).orElse(false);
                boolean open = rule.get("open").map(Boolean.TRUE::equals).orElse(false);
                events.add(new SimpleConditionEvent(
                        name, roles != open, name + (roles ? " names roles" : " names no role") + ", open is " + open));
            }
        };
    }

    private static ArchCondition<JavaMethod> takeTheActorFirstUnlessOpen() {
        return new ArchCondition<>("take the actor first unless the use case is open") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || method.getOwner().getSimpleName().endsWith("Guard")) {
                    return;
                }
                var rule = method.isAnnotatedWith(USE_CASE)
                        ? method.getAnnotationOfType(USE_CASE)
                        : method.getOwner().getAnnotationOfType(USE_CASE);
                boolean open = rule.get("open").map(Boolean.TRUE::equals).orElse(false);
                boolean actorFirst = !method.getRawParameterTypes().isEmpty()
                        && method.getRawParameterTypes().get(0).getName().equals(ACTOR);
                events.add(new SimpleConditionEvent(
                        method, open || actorFirst, method.getFullName() + " does not take the actor first"));
            }
        };
    }

    /** A bean of a step that is injected into a page or a resource carries an access rule. */
    private static ArchCondition<JavaClass> injectUseCasesOnly() {
        return new ArchCondition<>("be injected with use cases only, of all classes of the steps") {
            @Override
            public void check(JavaClass bean, ConditionEvents events) {
                bean.getFields().stream()
                        .filter(f -> f.isAnnotatedWith("jakarta.inject.Inject"))
                        .map(f -> f.getRawType())
                        .filter(WallsTest::isOfAStep)
                        .filter(type -> !WITHOUT_RULE.contains(type.getName()))
                        .forEach(type -> events.add(new SimpleConditionEvent(
                                bean,
                                type.isAnnotatedWith(USE_CASE),
                                bean.getName() + " is given " + type.getName() + ", which carries no access rule")));
            }
        };
    }

    /** Tells how large a file may be, and knows no case. */
    private static final Set<String> WITHOUT_RULE = Set.of("gov.tianmu.engine.document.content.UploadSettings");

    private static boolean isOfAStep(JavaClass type) {
        return STEPS.stream().anyMatch(s -> type.getPackageName().startsWith("gov.tianmu.engine." + s));
    }

    /** Directly, in a lambda of its own, or through a method of the same class. */
    private static ArchCondition<JavaMethod> callAUseCase() {
        return new ArchCondition<>("call a use case") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    return;
                }
                events.add(new SimpleConditionEvent(
                        method, reachesAUseCase(method), method.getFullName() + " calls no use case"));
            }
        };
    }

    private static boolean reachesAUseCase(JavaMethod method) {
        JavaClass resource = method.getOwner();
        Deque<String> toSee = new ArrayDeque<>(List.of(method.getName()));
        Set<String> seen = new HashSet<>();
        while (!toSee.isEmpty()) {
            String name = toSee.pop();
            if (!seen.add(name)) {
                continue;
            }
            for (JavaMethod own : resource.getMethods()) {
                boolean isIt = own.getName().equals(name) || own.getName().startsWith("lambda$" + name + "$");
                if (!isIt) {
                    continue;
                }
                for (JavaMethodCall call : own.getMethodCallsFromSelf()) {
                    if (call.getTargetOwner().isAnnotatedWith(USE_CASE)) {
                        return true;
                    }
                    if (call.getTargetOwner().equals(resource)) {
                        toSee.push(call.getTarget().getName());
                    }
                }
                own.getMethodReferencesFromSelf().stream()
                        .filter(r -> r.getTargetOwner().equals(resource))
                        .forEach(r -> toSee.push(r.getTarget().getName()));
            }
        }
        return false;
    }
}
