package gov.tianmu.web.boot;

import gov.tianmu.engine.database.Migrations;
import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.modules.RuntimeSettings;
import gov.tianmu.engine.modules.SpiPackages;
import gov.tianmu.engine.modules.trust.ModuleTrust;
import gov.tianmu.engine.notice.Catalogue;
import gov.tianmu.engine.notification.MailDelivery;
import gov.tianmu.engine.time.KeptClock;
import gov.tianmu.engine.time.PortalClock;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings the portal up: the database's tables, the clock where it was left, the modules of the folder, the calls of
 * notices that went while the portal was down, the mail. A database that cannot be brought up to date stops the start;
 * a module runtime that cannot start does not, since cases, rosters and published lists can be read without it: the
 * readiness check tells.
 */
@WebListener
public class PortalStart implements ServletContextListener {

    private static final Logger LOG = Logger.getLogger(PortalStart.class.getName());
    private static final Duration LOOK_INTO_THE_FOLDER_EVERY = Duration.ofMillis(25);
    private static final String SYSTEM_BUNDLES = "/WEB-INF/classes/osgi/";

    @Inject
    private Migrations migrations;

    @Inject
    private KeptClock clock;

    @Inject
    private PortalHome home;

    @Inject
    private ModuleRuntime modules;

    @Inject
    private ModuleTrust trust;

    @Inject
    private Catalogue catalogue;

    @Inject
    private MailDelivery mail;

    @Override
    public void contextInitialized(ServletContextEvent starting) {
        requireTheZoneOfTheData();
        migrations.apply();
        clock.restore();
        try {
            modules.start(settings(starting.getServletContext()));
            catalogue.settle();
        } catch (IllegalStateException failed) {
            LOG.log(Level.SEVERE, "the portal runs without modules", failed);
        }
        mail.start();
    }

    /**
     * Instants are kept in the database in the zone of the process. In another zone every deadline would silently move
     * by the difference: better no portal than that.
     */
    private static void requireTheZoneOfTheData() {
        if (!ZoneId.systemDefault().getRules().equals(PortalClock.ZONE.getRules())) {
            throw new IllegalStateException(
                    "start the portal with -Duser.timezone=" + PortalClock.ZONE + ", not in " + ZoneId.systemDefault());
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent stopping) {
        mail.stop();
        modules.stop();
    }

    private RuntimeSettings settings(ServletContext context) {
        return new RuntimeSettings(
                home.folder("modules"),
                home.folder("run").resolve("modules"),
                systemBundles(context),
                SpiPackages.exported(),
                LOOK_INTO_THE_FOLDER_EVERY,
                trust);
    }

    /** The bundles the WAR brings: Declarative Services and what it stands on. */
    private static List<URL> systemBundles(ServletContext context) {
        Set<String> paths = Objects.requireNonNullElse(context.getResourcePaths(SYSTEM_BUNDLES), Set.of());
        List<URL> bundles = new ArrayList<>();
        for (String path : new TreeSet<>(paths)) {
            try {
                bundles.add(context.getResource(path));
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException("the container names its own resource wrongly: " + path, impossible);
            }
        }
        return bundles;
    }
}
