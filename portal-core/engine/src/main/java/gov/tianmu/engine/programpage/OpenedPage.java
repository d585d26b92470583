package gov.tianmu.engine.programpage;

import gov.tianmu.engine.modules.ProgramUse;
import gov.tianmu.engine.modules.isolation.CallKind;
import gov.tianmu.engine.modules.isolation.ModuleCallFailed;
import gov.tianmu.engine.modules.isolation.ModuleCalls;
import gov.tianmu.engine.modules.isolation.PagePlaces;
import gov.tianmu.engine.modules.pages.ContributedPage;
import gov.tianmu.spi.page.PageModel;
import gov.tianmu.spi.page.PageView;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * A program's page, open for one request: holds the generation of the module it began with until it is closed. For the
 * request's own thread.
 */
public final class OpenedPage implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");

    private final ContributedPage page;
    private final ProgramUse use;
    private final PagePlaces.Place place;
    private final ModuleCalls calls;
    private final Supplier<PageView> facts;
    private final Map<String, Optional<Object>> filled = new HashMap<>();
    private PageView view;
    private boolean closed;

    OpenedPage(
            ContributedPage page,
            ProgramUse use,
            PagePlaces.Place place,
            ModuleCalls calls,
            Supplier<PageView> facts) {
        this.page = page;
        this.use = use;
        this.place = place;
        this.calls = calls;
        this.facts = facts;
    }

    public ContributedPage page() {
        return page;
    }

    /** Which generation of the module draws it. */
    public long generation() {
        return use.generation();
    }

    /** A file of the module. */
    public Optional<URL> file(String path) {
        return use.file(path);
    }

    /**
     * What the module fills the name with: plain data of the JDK's classes, maps for records. The module is asked once a
     * request for each name.
     *
     * @throws ModuleCallFailed when it failed, or is left alone after failures
     * @throws NoSuchElementException when the module has no {@link PageModel} of the name
     */
    public Object bean(String name) throws ModuleCallFailed {
        Optional<Object> known = filled.get(name);
        if (known == null) {
            known = NAME.matcher(name).matches() ? ask(name) : Optional.empty();
            filled.put(name, known);
        }
        return known.orElseThrow(() -> new NoSuchElementException(page.program() + " fills no " + name));
    }

    private Optional<Object> ask(String name) throws ModuleCallFailed {
        Optional<ServiceReference<PageModel>> model = use.services(PageModel.class).stream()
                .filter(service -> name.equals(service.getProperty("tianmu.bean")))
                .findFirst();
        if (model.isEmpty()) {
            return Optional.empty();
        }
        if (view == null) {
            view = facts.get();
        }
        BundleContext context = use.context();
        return Optional.of(calls.call(
                CallKind.PAGES, use.programId(), use.generation(), () -> prepare(model.get(), context, view)));
    }

    /** On the module's side of the time limit: making the model, asking it and reading its answer. */
    private static Object prepare(ServiceReference<PageModel> reference, BundleContext context, PageView view) {
        PageModel model = context.getService(reference);
        if (model == null) {
            throw new IllegalStateException("the model could not be made; the framework's log says why");
        }
        try {
            return PlainData.copyOf(model.prepare(view));
        } finally {
            context.ungetService(reference);
        }
    }

    /** Lets the module go. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                place.close();
            } finally {
                use.close();
            }
        }
    }
}
