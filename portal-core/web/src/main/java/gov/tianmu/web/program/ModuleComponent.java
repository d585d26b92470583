package gov.tianmu.web.program;

import jakarta.faces.application.Resource;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Map;

/**
 * A composite component of a module. Faces keeps what it learnt of a component under its resource, so two of the same
 * address are equal, and hold strings only.
 */
final class ModuleComponent extends Resource {

    private final ModuleAddress address;

    ModuleComponent(ModuleAddress address, String name) {
        this.address = address;
        setLibraryName(address.program());
        setResourceName(name);
        setContentType("application/xhtml+xml");
    }

    @Override
    public URL getURL() {
        return address.url();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return getURL().openStream();
    }

    /** It has no address of its own for browsers. */
    @Override
    public String getRequestPath() {
        return "";
    }

    @Override
    public Map<String, String> getResponseHeaders() {
        return Map.of();
    }

    @Override
    public boolean userAgentNeedsUpdate(FacesContext context) {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModuleComponent component && component.address.equals(address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }
}
