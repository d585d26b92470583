package gov.tianmu.web.program;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.view.facelets.FaceletCache;
import jakarta.faces.view.facelets.FaceletCacheFactory;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;

/** Keeps the compiled Facelets of modules apart from the portal's own, where they can be let go ({@link CompiledViews}). */
public class ModuleFacelets extends FaceletCacheFactory {

    public ModuleFacelets(FaceletCacheFactory wrapped) {
        super(wrapped);
    }

    @Override
    @SuppressWarnings("unchecked")
    public FaceletCache<Object> getFaceletCache() {
        return new Parted(getWrapped().getFaceletCache());
    }

    private static final class Parted extends FaceletCache<Object> {

        private final FaceletCache<Object> portals;

        Parted(FaceletCache<Object> portals) {
            this.portals = portals;
        }

        @Override
        public void setCacheFactories(MemberFactory<Object> views, MemberFactory<Object> metadata) {
            super.setCacheFactories(views, metadata);
            portals.setCacheFactories(views, metadata);
        }

        @Override
        public Object getFacelet(URL url) throws IOException {
            Optional<ModuleAddress> module = ModuleAddress.of(url);
            return module.isEmpty()
                    ? portals.getFacelet(url)
                    : compiled().get(module.get(), "view", () -> getMemberFactory().newInstance(url));
        }

        @Override
        public boolean isFaceletCached(URL url) {
            Optional<ModuleAddress> module = ModuleAddress.of(url);
            return module.isEmpty() ? portals.isFaceletCached(url) : compiled().has(module.get(), "view");
        }

        @Override
        public Object getViewMetadataFacelet(URL url) throws IOException {
            Optional<ModuleAddress> module = ModuleAddress.of(url);
            return module.isEmpty()
                    ? portals.getViewMetadataFacelet(url)
                    : compiled().get(module.get(), "metadata", () -> getMetadataMemberFactory().newInstance(url));
        }

        @Override
        public boolean isViewMetadataFaceletCached(URL url) {
            Optional<ModuleAddress> module = ModuleAddress.of(url);
            return module.isEmpty()
                    ? portals.isViewMetadataFaceletCached(url)
                    : compiled().has(module.get(), "metadata");
        }

        private static CompiledViews compiled() {
            return CDI.current().select(CompiledViews.class).get();
        }
    }
}
