package gov.tianmu.acceptance.container.server;

import gov.tianmu.acceptance.container.OnServer;
import gov.tianmu.testing.ModuleJar;
import gov.tianmu.web.boot.PortalStart;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The engine out of this build's portal.war: its libraries and its start, without the pages. */
public final class EngineArchive {

    private static final String BEANS =
            """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.1" bean-discovery-mode="annotated"/>
            """;

    private EngineArchive() {}

    public static WebArchive make(String name) {
        WebArchive portal = ShrinkWrap.create(ZipImporter.class, "portal.war")
                .importFrom(Path.of("../web/target/portal.war").toFile())
                .as(WebArchive.class);
        WebArchive engine = ShrinkWrap.create(WebArchive.class, name)
                .addClass(PortalStart.class)
                .addClass(ModuleJar.class)
                .addPackage(OnServer.class.getPackage())
                .addAsWebInfResource(new StringAsset(BEANS), "beans.xml");
        for (Map.Entry<ArchivePath, Node> entry : portal.getContent().entrySet()) {
            String path = entry.getKey().get();
            boolean library = path.matches("/WEB-INF/lib/(?!jakarta\\.faces|primefaces|commons-fileupload).+\\.jar");
            if (library || path.matches("/WEB-INF/classes/osgi/.+\\.jar")) {
                engine.add(entry.getValue().getAsset(), path);
            }
        }
        return engine;
    }
}
