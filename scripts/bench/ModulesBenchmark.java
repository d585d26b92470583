import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/**
 * The measurement behind scripts/bench-modules. Drops real, signed variants of the shipped modules into the watched folder
 * of a running portal, while clients read public pages, a module's own page and its files, and save applicants' forms;
 * then redeploys the whole WAR under the same load. Whatever answers otherwise than it should is a failed request.
 */
final class ModulesBenchmark {

    private static final String PROGRAM = "gov.tianmu.studio-recognition";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String portal;
    private final String keycloak;
    private final Path home;
    private final String pid;
    private final Path folder;
    private final Path prepared;
    private final int rounds;
    private final int redeployments;
    private final int clients;
    private final HttpClient http = client();
    private final JarSigner signer;

    public static void main(String[] args) throws Exception {
        new ModulesBenchmark(args).run();
    }

    private ModulesBenchmark(String[] args) throws Exception {
        portal = args[0];
        keycloak = args[1];
        home = Path.of(args[2]);
        pid = args[3];
        folder = home.resolve("modules");
        prepared = Files.createDirectories(home.resolve("bench"));
        Map<String, Integer> options = new ConcurrentHashMap<>(Map.of("--rounds", 50, "--redeployments", 5, "--clients", 4));
        for (int i = 4; i + 1 < args.length; i += 2) {
            if (options.replace(args[i], Integer.parseInt(args[i + 1])) == null) {
                throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        rounds = options.get("--rounds");
        redeployments = options.get("--redeployments");
        clients = options.get("--clients");
        signer = signer(home.resolve("keys"));
    }

    private void run() throws Exception {
        Path program = only("studio-recognition.jar");
        Path notice = only("notice-2023-26.jar");
        say("Preparing " + rounds * 3 + " signed jars …");
        List<Path> programs = new ArrayList<>();
        List<List<Path>> notices = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            programs.add(programJar(program, "1.0." + (100 + round)));
            notices.add(List.of(noticeJar(notice, round, "1.0.0"), noticeJar(notice, round, "1.0.1")));
        }
        Load load = new Load();
        load.begin();
        Thread.sleep(15_000);
        Memory before = memory();
        Samples install = new Samples();
        Samples update = new Samples();
        Samples programUpdate = new Samples();
        Samples removal = new Samples();
        load.reset();
        long begun = System.nanoTime();
        for (int round = 1; round <= rounds; round++) {
            String id = "bench-" + round;
            String address = "/notices/" + id;
            Path file = folder.resolve("bench.jar");
            List<Path> versions = notices.get(round - 1);
            Path jar = programs.get(round - 1);
            String version = "1.0." + (100 + round);
            renewSoonOver("admin01");
            install.add(until(() -> move(versions.get(0), file), () -> status(address) == 200));
            update.add(until(() -> move(versions.get(1), file), () -> body(address).contains("1.0.1-" + id)));
            programUpdate.add(until(
                    () -> move(jar, folder.resolve("studio-recognition.jar")), () -> runs(PROGRAM, version)));
            removal.add(until(() -> Files.delete(file), () -> !runs("gov.tianmu." + id, "1.0.1")));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Tally modules = load.tally();
        Memory after = memory();
        System.out.printf(
                "%n%d rounds in %.0f s, %d changes of modules, %d clients with %.0f requests a second%n",
                rounds, seconds, rounds * 4, clients, modules.all() / seconds);
        Samples war = new Samples();
        load.reset();
        List<Double> outages = new ArrayList<>();
        for (int turn = 1; turn <= redeployments; turn++) {
            Path next = warWithMark(turn);
            String mark = "/bench-mark-" + turn + ".txt";
            load.beginOutage();
            war.add(until(
                    () -> move(next, home.resolve("liberty/servers/portal/apps/portal.war")), () -> status(mark) == 200));
            Thread.sleep(3_000);
            outages.add(load.outageSeconds());
        }
        Tally redeployed = load.tally();
        load.end();
        print(install, update, programUpdate, removal, modules, war, redeployed, outages, before, after);
        if (modules.failed() > 0) {
            System.exit(1);
        }
    }

    private void print(
            Samples install, Samples update, Samples program, Samples removal, Tally modules,
            Samples war, Tally redeployed, List<Double> outages, Memory before, Memory after) {
        System.out.println();
        System.out.println("| change, under load | n | p50 s | p95 s | max s | requests | failed | of them |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        System.out.println(install.row("notice installed: renamed file → first 200") + modules.columns());
        System.out.println(update.row("notice updated → first page of the new version") + " (same) | | |");
        System.out.println(program.row("program updated → new version runs") + " (same) | | |");
        System.out.println(removal.row("notice removed → no longer runs") + " (same) | | |");
        System.out.println(war.row("whole WAR redeployed → first 200 of the new one") + redeployed.columns());
        System.out.println();
        List<Double> all = new ArrayList<>(install.values);
        all.addAll(update.values);
        System.out.printf("install and update of a notice: p50 %.3f s, max %.3f s%n", new Samples(all).at(0.5), new Samples(all).at(1));
        System.out.printf("the longest a rename or removal itself took: %.3f s%n", longestRename);
        System.out.printf("ratio of the medians, WAR : notice installed = %.1f%n", war.at(0.5) / install.at(0.5));
        System.out.println("WAR: seconds from the first failed request to the last: " + outages.stream()
                .map(each -> "%.1f".formatted(each))
                .toList());
        System.out.println("per page, modules: " + modules.kinds());
        System.out.println("per page, WAR:     " + redeployed.kinds());
        System.out.printf(
                "class loaders of modules alive: %d before, %d after; metaspace used: %.1f MB before, %.1f MB after; live objects %.1f → %.1f MB%n",
                before.loaders, after.loaders, before.metaspace / 1024, after.metaspace / 1024, before.heap / 1024, after.heap / 1024);
    }

    // --- the changes ---

    private double longestRename;

    private interface Deed {

        void make() throws Exception;
    }

    private interface Question {

        boolean isSo() throws Exception;
    }

    private double until(Deed deed, Question question) throws Exception {
        long asked = System.nanoTime();
        deed.make();
        // From the renamed file: a rename can wait for the file system's journal, which is not the portal's doing.
        long begun = System.nanoTime();
        longestRename = Math.max(longestRename, (begun - asked) / 1e9);
        while (!question.isSo()) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("it did not come within " + PATIENCE);
            }
            Thread.sleep(10);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** The file is in the folder beforehand under another ending; what counts is the rename. */
    private static void move(Path jar, Path target) throws IOException {
        Files.move(jar, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path only(String name) {
        Path jar = folder.resolve(name);
        if (!Files.exists(jar)) {
            throw new IllegalStateException("no " + jar);
        }
        return jar;
    }

    private Path programJar(Path from, String version) throws Exception {
        return rewrite(from, prepared.resolve("program-" + version + ".jar"), manifest -> {
            manifest.putValue("Bundle-Version", version);
            manifest.putValue(
                    "Provide-Capability",
                    "tianmu.program;program=studio-recognition;version:Version=\"" + version + "\"");
        }, (name, text) -> text);
    }

    private Path noticeJar(Path from, int round, String version) throws Exception {
        String id = "bench-" + round;
        return rewrite(from, prepared.resolve(id + "-" + version + ".jar"), manifest -> {
            manifest.putValue("Bundle-SymbolicName", "gov.tianmu." + id);
            manifest.putValue("Bundle-Version", version);
        }, (name, text) -> switch (name) {
            case "notice.xml" -> text.replaceAll("(?s)<list .*?</list>", "")
                    .replace("id=\"2023-26\"", "id=\"" + id + "\"")
                    .replace("2023-26-", id + "-")
                    .replace("〔2023〕26号", "〔2023〕" + version + "-" + id + "号");
            case "messages_en.properties" -> text.replaceAll("(?m)^list\\..*$", "").replace("2023-26-", id + "-");
            default -> text;
        });
    }

    private interface Headers {

        void change(Attributes main);
    }

    private interface Texts {

        String change(String name, String text);
    }

    private Path rewrite(Path from, Path to, Headers headers, Texts texts) throws Exception {
        Path unsigned = Files.createTempFile(prepared, "unsigned", ".jar");
        try (JarFile jar = new JarFile(from.toFile())) {
            Manifest manifest = new Manifest(jar.getManifest());
            manifest.getEntries().clear();
            headers.change(manifest.getMainAttributes());
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(unsigned), manifest)) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    String name = entry.getName();
                    if (entry.isDirectory() || name.equals(JarFile.MANIFEST_NAME) || name.matches("META-INF/[^/]+\\.(SF|RSA|EC|DSA)")) {
                        continue;
                    }
                    byte[] content = jar.getInputStream(entry).readAllBytes();
                    if (name.endsWith(".xml") || name.endsWith(".properties")) {
                        content = texts.change(name, new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
                    }
                    out.putNextEntry(new JarEntry(name));
                    out.write(content);
                    out.closeEntry();
                }
            }
        }
        try (ZipFile zip = new ZipFile(unsigned.toFile()); OutputStream out = Files.newOutputStream(to)) {
            signer.sign(zip, out);
        }
        Files.delete(unsigned);
        return to;
    }

    private static JarSigner signer(Path keys) throws Exception {
        char[] password = Files.readString(keys.resolve("module-signing-password")).strip().toCharArray();
        KeyStore store = KeyStore.getInstance(keys.resolve("module-signing.p12").toFile(), password);
        String alias = store.aliases().nextElement();
        return new JarSigner.Builder((KeyStore.PrivateKeyEntry)
                        store.getEntry(alias, new KeyStore.PasswordProtection(password)))
                .digestAlgorithm("SHA-256")
                .build();
    }

    private Path warWithMark(int turn) throws IOException {
        Path war = home.resolve("liberty/servers/portal/apps/next-" + turn + ".war.tmp");
        Files.copy(home.resolve("liberty/servers/portal/apps/portal.war"), war, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + war.toUri()), Map.of())) {
            Files.writeString(zip.getPath("/bench-mark-" + turn + ".txt"), "marked");
        }
        return war;
    }

    // --- what is asked ---

    private int status(String path) {
        try {
            return send(http, get(path)).statusCode();
        } catch (IOException away) {
            return 0;
        }
    }

    private String body(String path) throws IOException {
        return send(http, get(path)).body();
    }

    private boolean runs(String module, String version) throws IOException {
        String list = send(http, get("/api/v1/modules", "Authorization", "Bearer " + token("admin01"))).body();
        int at = list.indexOf("\"name\":\"" + module + "\"");
        if (at < 0) {
            return false;
        }
        String row = list.substring(at, Math.min(list.length(), at + 600));
        return row.contains("\"version\":\"" + version + "\"") && row.contains("\"state\":\"active\"");
    }

    private HttpRequest get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(portal + path)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .cookieHandler(new LocalhostCookies())
                .build();
    }

    /** Browsers take cookies that are for https alone from localhost too; the JDK's does not. */
    private static final class LocalhostCookies extends CookieManager {

        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> plain = new HashMap<>();
            headers.forEach((name, values) -> plain.put(
                    name, values.stream().map(value -> value.replaceAll("(?i);\\s*secure", "")).toList()));
            super.put(address, plain);
        }
    }

    private record Token(String text, long until) {}

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** Keycloak's time is not to be counted as the portal's. */
    private void renewSoonOver(String account) throws IOException {
        tokens.computeIfPresent(
                account,
                (name, known) -> known.until() - System.nanoTime() < Duration.ofSeconds(20).toNanos() ? null : known);
        token(account);
    }

    private String token(String account) throws IOException {
        Token known = tokens.get(account);
        if (known != null && System.nanoTime() < known.until()) {
            return known.text();
        }
        String answer = send(http, HttpRequest.newBuilder(URI.create(keycloak + "/realms/district/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "grant_type=password&client_id=portal-tests&username=" + account + "&password=demo"))
                        .build())
                .body();
        Matcher found = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer);
        if (!found.find()) {
            throw new IllegalStateException("no token for " + account + ": " + answer);
        }
        tokens.put(account, new Token(found.group(1), System.nanoTime() + Duration.ofSeconds(60).toNanos()));
        return found.group(1);
    }

    // --- the load ---

    private final class Load {

        private final ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
        private final Map<String, AtomicInteger> good = new ConcurrentHashMap<>();
        private final Map<String, AtomicInteger> bad = new ConcurrentHashMap<>();
        private volatile boolean going = true;
        private volatile long firstFailure;
        private volatile long lastFailure;

        void begin() throws IOException {
            for (int i = 1; i <= clients; i++) {
                Visitor visitor = new Visitor("applicant0" + i);
                Thread thread = new Thread(() -> {
                    while (going) {
                        visitor.round();
                    }
                });
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
        }

        void reset() {
            good.clear();
            bad.clear();
        }

        void beginOutage() {
            firstFailure = 0;
            lastFailure = 0;
        }

        double outageSeconds() {
            return firstFailure == 0 ? 0 : (lastFailure - firstFailure) / 1e9;
        }

        Tally tally() {
            return new Tally(Map.copyOf(good), Map.copyOf(bad));
        }

        void end() throws InterruptedException {
            going = false;
            for (Thread thread : threads) {
                thread.join(60_000);
            }
        }

        private void count(String kind, boolean success, String what) {
            (success ? good : bad).computeIfAbsent(success ? kind : kind + " " + what, k -> new AtomicInteger()).incrementAndGet();
            if (!success) {
                long now = System.nanoTime();
                if (firstFailure == 0) {
                    firstFailure = now;
                }
                lastFailure = now;
            }
        }

        /** One applicant with the form open, who also looks around. */
        private final class Visitor {

            private static final List<String> PUBLIC =
                    List.of("/", "/notices", "/notices/2023-26", "/rosters/studio-recognition", "/api/v1/notices");

            private final String account;
            private final HttpClient browser = client();
            private String caseNumber;
            private String tag;
            private int turn;

            Visitor(String account) throws IOException {
                this.account = account;
                signIn();
                HttpResponse<String> begun = send(browser, api("cases")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"call\":\"2023-26-recognition\"}"))
                        .build());
                Matcher number = Pattern.compile("\"number\":\"([^\"]+)\"").matcher(begun.body());
                if (!number.find()) {
                    throw new IllegalStateException(begun.statusCode() + " " + begun.body());
                }
                caseNumber = number.group(1);
                tag = begun.headers().firstValue("ETag").orElseThrow();
            }

            private void signIn() throws IOException {
                String page = send(browser, get("/login?to=/my")).body();
                Matcher form = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"").matcher(page);
                if (!form.find()) {
                    throw new IllegalStateException("no login form");
                }
                send(browser, HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + account + "&password=" + URLEncoder.encode("demo", StandardCharsets.UTF_8) + "&credentialId="))
                        .build());
            }

            private HttpRequest.Builder api(String path) throws IOException {
                return HttpRequest.newBuilder(URI.create(portal + "/api/v1/" + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token(account));
            }

            void round() {
                turn++;
                read("public", PUBLIC.get(turn % PUBLIC.size()), "");
                String page = read("module page", "/my/programs/studio-recognition/overview", "");
                Matcher file = Pattern.compile("/programs/studio-recognition/files/[^\"']+").matcher(page);
                if (file.find()) {
                    read("module file", file.group(), "");
                }
                read("form page", "/my/cases/" + caseNumber + "/sections/unit", "contact-name");
                save();
                pause();
            }

            private String read(String kind, String path, String mustHold) {
                try {
                    HttpResponse<String> answer = send(browser, get(path));
                    boolean success = answer.statusCode() == 200 && answer.body().contains(mustHold)
                            && answer.uri().getPath().equals(URI.create(path).getPath());
                    count(kind, success, String.valueOf(answer.statusCode()));
                    return success ? answer.body() : "";
                } catch (IOException | RuntimeException failed) {
                    count(kind, false, failed.getClass().getSimpleName());
                    return "";
                }
            }

            private void save() {
                try {
                    HttpResponse<String> saved = send(browser, api("cases/" + caseNumber + "/answers")
                            .header("Content-Type", "application/json")
                            .header("If-Match", tag)
                            .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"contact-name\":\"联系人" + turn + "\"}"))
                            .build());
                    count("form save", saved.statusCode() == 200, String.valueOf(saved.statusCode()));
                    tag = saved.headers().firstValue("ETag").orElse(tag);
                } catch (IOException | RuntimeException failed) {
                    count("form save", false, failed.getClass().getSimpleName());
                }
            }

            private void pause() {
                try {
                    Thread.sleep(50);
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private record Tally(Map<String, AtomicInteger> good, Map<String, AtomicInteger> bad) {

        int failed() {
            return bad.values().stream().mapToInt(AtomicInteger::get).sum();
        }

        int all() {
            return failed() + good.values().stream().mapToInt(AtomicInteger::get).sum();
        }

        String columns() {
            return " %d | %d | %s |".formatted(all(), failed(), bad.isEmpty() ? "—" : bad.toString());
        }

        String kinds() {
            return "good " + good + ", failed " + bad;
        }
    }

    private static final class Samples {

        private final List<Double> values;

        Samples() {
            this(new ArrayList<>());
        }

        Samples(List<Double> values) {
            this.values = values;
        }

        void add(double seconds) {
            values.add(seconds);
        }

        double at(double part) {
            if (values.isEmpty()) {
                return Double.NaN;
            }
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
        }

        String row(String what) {
            return "| %s | %d | %.3f | %.3f | %.3f |".formatted(what, values.size(), at(0.5), at(0.95), at(1));
        }
    }

    // --- memory, as the JDK's own tools tell it ---

    private record Memory(long loaders, double metaspace, double heap) {}

    private Memory memory() throws Exception {
        // The histogram counts live objects alone: it collects first. What the load makes meanwhile is not in it.
        String histogram = tool("jcmd", pid, "GC.class_histogram");
        long loaders = 0;
        double live = 0;
        for (String line : histogram.split("\n")) {
            String[] columns = line.strip().split("\\s+");
            if (line.contains("BundleWiringImpl$BundleClassLoader")) {
                loaders = Long.parseLong(columns[1]);
            } else if (columns[0].equals("Total")) {
                live = Double.parseDouble(columns[2]);
            }
        }
        String[] lines = tool("jstat", "-gc", pid).strip().split("\n");
        List<String> names = List.of(lines[0].strip().split("\\s+"));
        return new Memory(loaders, number(names, lines[1].strip().split("\\s+"), "MU"), live / 1024);
    }

    private static double number(List<String> names, String[] values, String name) {
        return Double.parseDouble(values[names.indexOf(name)].replace("-", "0"));
    }

    private static String tool(String name, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = process.getInputStream()) {
            in.transferTo(out);
        }
        process.waitFor();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void say(String words) {
        System.out.println(words);
    }
}
