package gov.tianmu.web.program;

import gov.tianmu.engine.programpage.OpenedPage;
import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ViewResource;
import jakarta.faces.context.FacesContext;
import java.net.URL;
import java.util.Optional;

/**
 * Finds a module's Facelets for Faces: its views below {@value #TOP}{@code {program}/g{generation}/}, and its composite
 * components as the library that is called by the program's id ({@code xmlns:s="jakarta.faces.composite/{program}"}).
 */
public class ModuleFiles extends ResourceHandlerWrapper {

    static final String TOP = "/modules/";

    public ModuleFiles(ResourceHandler wrapped) {
        super(wrapped);
    }

    /** How the frame includes the page's view. */
    static String viewOf(OpenedPage page) {
        return TOP + page.page().program() + "/g" + page.generation() + "/"
                + page.page().view();
    }

    @Override
    public ViewResource createViewResource(FacesContext context, String name) {
        if (!name.startsWith(TOP)) {
            return super.createViewResource(context, name);
        }
        String[] parts = name.substring(TOP.length()).split("/", 3);
        if (parts.length < 3 || !parts[1].matches("g\\d{1,18}")) {
            return null;
        }
        ModuleAddress address = new ModuleAddress(parts[0], Long.parseLong(parts[1].substring(1)), parts[2]);
        return address.find().isEmpty() ? null : new View(address.url());
    }

    @Override
    public Resource createResource(String name, String library) {
        Optional<OpenedPage> page = ofLibrary(library);
        return page.isEmpty() ? super.createResource(name, library) : component(page.get(), name);
    }

    @Override
    public Resource createResource(String name, String library, String contentType) {
        Optional<OpenedPage> page = ofLibrary(library);
        return page.isEmpty() ? super.createResource(name, library, contentType) : component(page.get(), name);
    }

    @Override
    public boolean libraryExists(String library) {
        return ofLibrary(library).isPresent() || super.libraryExists(library);
    }

    private static Optional<OpenedPage> ofLibrary(String library) {
        return CurrentPage.find()
                .map(ShownPage::opened)
                .filter(page -> page.page().program().equals(library));
    }

    private static Resource component(OpenedPage page, String name) {
        ModuleAddress address =
                new ModuleAddress(page.page().program(), page.generation(), "components/" + name);
        return address.find().isEmpty() ? null : new ModuleComponent(address, name);
    }

    private static final class View extends ViewResource {

        private final URL url;

        View(URL url) {
            this.url = url;
        }

        @Override
        public URL getURL() {
            return url;
        }
    }
}
