package gov.tianmu.acceptance.walk.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium. Each person gets a profile of their own in it. Tests are skipped where there is none. */
public final class PortalBrowser implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final URI portal;
    private final Playwright playwright;
    private final Browser browser;

    private PortalBrowser(URI portal, Playwright playwright, Browser browser) {
        this.portal = portal;
        this.playwright = playwright;
        this.browser = browser;
    }

    public static PortalBrowser at(URI portal) {
        Optional<Path> chromium = Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(chromium.isPresent(), "there is no Chromium here");
        Playwright playwright = Playwright.create();
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.get())
                        .setHeadless(true)
                        .setArgs(FLAGS));
        return new PortalBrowser(portal, playwright, browser);
    }

    /** A person's window, signed in as a demonstration account and gone on to an address of the portal. */
    public Page signedIn(String account, String address) {
        return signedIn(account, address, 1440);
    }

    /** Likewise in a window of a given width. */
    public Page signedIn(String account, String address, int width) {
        BrowserContext person = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setLocale("zh-CN"));
        Page page = person.newPage();
        page.navigate(portal + address);
        signIn(page, account);
        return page;
    }

    /** Another window of a person who is signed in, in which no script runs, at an address of the portal. */
    public Page withoutScript(Page signedIn, String address) {
        BrowserContext same = browser.newContext(new Browser.NewContextOptions()
                .setStorageState(signedIn.context().storageState())
                .setJavaScriptEnabled(false)
                .setViewportSize(1440, 900)
                .setLocale("zh-CN"));
        Page page = same.newPage();
        page.navigate(portal + address);
        return page;
    }

    /** Fills in the realm's sign-in form and waits until the portal has the person back. */
    public void signIn(Page page, String account) {
        page.locator("#username").fill(account);
        page.locator("#password").fill("demo");
        page.locator("#kc-login").click();
        page.waitForURL(address -> address.startsWith(portal.toString()));
    }

    public void goTo(Page page, String address) {
        page.navigate(portal + address);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
