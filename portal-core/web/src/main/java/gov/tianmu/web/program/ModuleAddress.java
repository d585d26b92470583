package gov.tianmu.web.program;

import gov.tianmu.engine.programpage.OpenedPage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a module's Facelets file is, as Faces wants it: {@code tianmu-module://studio-recognition.g12/pages/x.xhtml}.
 * Made of strings only, so that whoever keeps one keeps nothing of the module alive, and another generation's file has
 * another address. It opens in a request that is in a page of that very generation, and nowhere else; its protocol is
 * known to these URLs alone and not to the JVM.
 *
 * @param program the program's id
 * @param generation of its module
 * @param path in the jar, without a slash at the beginning
 */
record ModuleAddress(String program, long generation, String path) {

    private static final String PROTOCOL = "tianmu-module";
    private static final Pattern HOST = Pattern.compile("([a-z][a-z0-9-]*)\\.g(\\d+)");
    private static final Pattern FACELET =
            Pattern.compile("(pages|components)(/[A-Za-z0-9_][A-Za-z0-9_-]*)*/[A-Za-z0-9_][A-Za-z0-9_-]*\\.xhtml");

    private static final URLStreamHandler OPENING = new URLStreamHandler() {

        @Override
        protected URLConnection openConnection(URL url) throws IOException {
            return of(url)
                    .flatMap(ModuleAddress::find)
                    .orElseThrow(() -> new FileNotFoundException(url.toString()))
                    .openConnection();
        }

        // The JDK's would ask the network for the host.
        @Override
        protected InetAddress getHostAddress(URL url) {
            return null;
        }
    };

    /** The address behind a URL; empty for a URL of another kind. */
    static Optional<ModuleAddress> of(URL url) {
        if (!url.getProtocol().equals(PROTOCOL)) {
            return Optional.empty();
        }
        Matcher host = HOST.matcher(url.getHost());
        return host.matches()
                ? Optional.of(new ModuleAddress(
                        host.group(1), Long.parseLong(host.group(2)), url.getPath().substring(1)))
                : Optional.empty();
    }

    URL url() {
        try {
            return new URL(null, PROTOCOL + "://" + program + ".g" + generation + "/" + path, OPENING);
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The file itself, in the page the present request is in. */
    Optional<URL> find() {
        return CurrentPage.find().map(ShownPage::opened).filter(this::isOf).flatMap(page -> page.file(path));
    }

    private boolean isOf(OpenedPage page) {
        return page.page().program().equals(program)
                && page.generation() == generation
                && FACELET.matcher(path).matches();
    }
}
