package gov.tianmu.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gov.tianmu.engine.modules.ModuleRehearsal;
import gov.tianmu.engine.modules.ProgramUse;
import gov.tianmu.engine.programpage.PlainData;
import gov.tianmu.spi.page.PageModel;
import gov.tianmu.spi.page.PageView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The models that fill a program's pages, asked as the portal asks them: within its time limit, for plain data. */
final class PageModels {

    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{[^}]*\\}");

    /** Neither what the portal fills itself ({@code m.msg}) nor its functions ({@code m.url(})). */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])m\\.(?!msg\\b)([A-Za-z_]\\w*+)(?!\\s*\\()");

    private final BundleContext context;
    private final Map<String, ServiceReference<PageModel>> models = new TreeMap<>();

    PageModels(ProgramUse use) {
        context = use.context();
        use.services(PageModel.class)
                .forEach(service -> models.put(String.valueOf(service.getProperty("tianmu.bean")), service));
    }

    /** The names that the pages and components of a module use. */
    static Set<String> namesIn(ModuleUnderTest module) {
        Set<String> names = new TreeSet<>();
        module.names().stream()
                .filter(file -> file.matches("(pages|components)/.*\\.xhtml"))
                .map(file -> new String(module.part(file).orElseThrow(), StandardCharsets.UTF_8))
                .flatMap(page -> EXPRESSION.matcher(page).results())
                .flatMap(expression -> NAME.matcher(expression.group()).results())
                .forEach(name -> names.add(name.group(1)));
        return names;
    }

    Set<String> names() {
        return models.keySet();
    }

    void check(String name, PageView view) {
        Object first = prepared(name, view);
        assertEquals(
                first,
                prepared(name, view),
                () -> "#{m." + name + "} was filled otherwise the second time. A model keeps nothing between calls"
                        + " and looks"
                        + " at no clock: the view has the day.");
    }

    private Object prepared(String name, PageView view) {
        ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "page-model");
            made.setDaemon(true);
            return made;
        });
        Duration limit = ModuleRehearsal.ruleLimit();
        Future<Object> answer = thread.submit(() -> ask(models.get(name), view));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError(
                    "#{m." + name + "} cannot be filled for " + view + ": " + failed.getCause()
                            + ". It answers plain data, also for somebody who has no title, no case and no"
                            + " organisation.",
                    failed.getCause());
        } catch (TimeoutException tooLong) {
            throw new AssertionError(
                    "#{m." + name + "} was not filled within " + limit.toMillis() + " ms. A model must not wait for"
                            + " anything.",
                    tooLong);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopping);
        } finally {
            thread.shutdownNow();
        }
    }

    private Object ask(ServiceReference<PageModel> reference, PageView view) {
        PageModel model = context.getService(reference);
        if (model == null) {
            throw new IllegalStateException(
                    "the model cannot be made: its constructor throws, or its class is missing");
        }
        try {
            return PlainData.copyOf(model.prepare(view));
        } finally {
            context.ungetService(reference);
        }
    }
}
