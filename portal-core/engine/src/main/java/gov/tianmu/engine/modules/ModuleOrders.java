package gov.tianmu.engine.modules;

import gov.tianmu.engine.identity.Actor;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import gov.tianmu.spi.definition.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * What an administrator can have done to a module. Each order changes the folder, which stays the whole truth, and is
 * carried out when it returns; a refusal leaves the folder as it was.
 */
final class ModuleOrders {

    private static final Text PUT = new Text("由管理端上传", "uploaded in the console");
    private static final Text STARTED = new Text("由管理员启用", "started by an administrator");
    private static final Text REMOVED = new Text("由管理员移除", "removed by an administrator");

    private final ModuleHost host;
    private final Path folder;

    ModuleOrders(ModuleHost host, Path folder) {
        this.host = host;
        this.folder = folder;
    }

    /** Puts a jar into the folder: in the place of the module's file, or as a new one. */
    Outcome<ModuleRow> put(Actor by, Path jar, boolean despiteCases) {
        return put(by, jar, PUT, despiteCases);
    }

    private Outcome<ModuleRow> put(Actor by, Path jar, Text words, boolean despiteCases) {
        ModuleCandidate candidate;
        try {
            candidate = host.jars().readAside(jar);
        } catch (RefusedModule refused) {
            return Outcome.refused(Refusal.Kind.INVALID, "module.refused", refused.reason());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        try {
            return put(by, candidate, words, despiteCases);
        } finally {
            ModuleJars.deleteQuietly(candidate.jar());
        }
    }

    private Outcome<ModuleRow> put(Actor by, ModuleCandidate candidate, Text words, boolean despiteCases) {
        String name = candidate.name();
        List<ModuleEntry> before = host.files(name);
        Path target = before.stream().map(entry -> ModulesFolder.running(entry.file())).findFirst().orElseGet(() -> newFile(name));
        Order order = Order.by(by, name, words).despiteCases(despiteCases);
        // Other files of the same module, stopped ones too, would stand in the way of a lower version.
        List<Path> others = before.stream().map(ModuleEntry::file).filter(file -> !file.equals(target)).toList();
        carryOut(order, () -> {
            for (Path other : others) {
                moveIfThere(other, aside(other));
            }
            if (Files.exists(target)) {
                Files.copy(target, aside(target), StandardCopyOption.REPLACE_EXISTING);
            }
            moveInto(target, candidate.jar());
        });
        Optional<ModuleEntry> now = host.files(name).stream()
                .filter(entry -> entry.file().equals(target))
                .findFirst();
        Optional<Text> problem = now.flatMap(ModuleEntry::problem);
        if (now.isPresent() && problem.isEmpty()) {
            others.forEach(other -> ModuleJars.deleteQuietly(aside(other)));
            ModuleJars.deleteQuietly(aside(target));
            return row(name);
        }
        carryOut(Order.by(by, name, Text.EMPTY), () -> {
            for (Path other : others) {
                moveIfThere(aside(other), other);
            }
            if (!moveIfThere(aside(target), target)) {
                Files.deleteIfExists(target);
            }
        });
        return Outcome.refused(
                Refusal.Kind.INVALID,
                "module.refused",
                problem.orElse(new Text("文件没有放进模块文件夹", "the file did not get into the folder")));
    }

    /** Goes back to the version that ran before. */
    Outcome<ModuleRow> rollBack(Actor by, String name, boolean despiteCases) {
        Optional<InstalledModule> running = installed(name);
        Optional<KeptVersions.Kept> before =
                running.flatMap(now -> host.jars().kept().before(name, now.candidate().digest()));
        if (running.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        if (before.isEmpty()) {
            return Outcome.refused(Refusal.Kind.CONFLICT, "module.nothing-before", name);
        }
        Text words = wayBack(running.get().candidate().version(), Version.parseVersion(before.get().version()));
        return put(by, before.get().jar(), words, despiteCases);
    }

    /** How the history tells of it: what ran before may be the newer one. */
    private static Text wayBack(Version from, Version to) {
        return to.compareTo(from) > 0
                ? new Text(
                        "由管理员从 " + from + " 换到 " + to, "changed from " + from + " to " + to + " by an administrator")
                : new Text(
                        "由管理员从 " + from + " 回退到 " + to,
                        "rolled back from " + from + " to " + to + " by an administrator");
    }

    /** Stops a module; its file stays, and it stays stopped over a restart. */
    Outcome<ModuleRow> stop(Actor by, String name, boolean despiteDependants) {
        List<ModuleEntry> files = host.files(name).stream().filter(entry -> !entry.isStopped()).toList();
        if (files.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        Optional<Refusal> needed = neededBy(name, despiteDependants);
        if (needed.isPresent()) {
            return Outcome.refused(needed.get());
        }
        carryOut(Order.by(by, name, Text.EMPTY), () -> {
            for (ModuleEntry entry : files) {
                moveIfThere(entry.file(), ModulesFolder.stopped(entry.file()));
            }
        });
        return row(name);
    }

    /** Starts a stopped module. */
    Outcome<ModuleRow> start(Actor by, String name) {
        Optional<ModuleEntry> stopped =
                host.files(name).stream().filter(ModuleEntry::isStopped).findFirst();
        if (stopped.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        Path file = stopped.get().file();
        carryOut(Order.by(by, name, STARTED), () -> moveIfThere(file, ModulesFolder.running(file)));
        Optional<ModuleEntry> now = host.files(name).stream().findFirst();
        if (now.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        Optional<Text> problem = now.get().problem();
        return problem.isPresent()
                ? Outcome.refused(Refusal.Kind.CONFLICT, "module.refused", problem.get())
                : row(name);
    }

    /** Takes a module out of the folder. What ran of it is kept beside. */
    Outcome<Void> remove(Actor by, String name, boolean despiteDependants) {
        List<ModuleEntry> files = host.files(name);
        if (files.isEmpty()) {
            return Outcome.refused(Refusal.notFound());
        }
        Optional<Refusal> needed = neededBy(name, despiteDependants);
        if (needed.isPresent()) {
            return Outcome.refused(needed.get());
        }
        carryOut(Order.by(by, name, REMOVED).toRemove(), () -> {
            for (ModuleEntry entry : files) {
                Files.deleteIfExists(entry.file());
            }
        });
        return Outcome.done(null);
    }

    /** The titles of the modules that run and would not without this one. */
    List<Text> dependants(String name) {
        return host.dependants(name).stream()
                .map(other -> other.candidate().definition().title())
                .toList();
    }

    private Optional<Refusal> neededBy(String name, boolean despiteDependants) {
        List<Text> dependants = despiteDependants ? List.of() : dependants(name);
        if (dependants.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Refusal.of(Refusal.Kind.CONFLICT, "module.needed", dependants.size(), joined(dependants)));
    }

    private static Text joined(List<Text> titles) {
        return new Text(
                String.join("、", titles.stream().map(title -> "「" + title.zh() + "」").toList()),
                String.join(", ", titles.stream().map(title -> title.en().isEmpty() ? title.zh() : title.en()).toList()));
    }

    private Optional<InstalledModule> installed(String name) {
        return host.installed().stream().filter(module -> module.name().equals(name)).findFirst();
    }

    private Outcome<ModuleRow> row(String name) {
        return host.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .<Outcome<ModuleRow>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound()));
    }

    /** Where a file waits for the outcome: under an ending that the folder's watch does not look at. */
    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".before");
    }

    private Path newFile(String name) {
        Path file = folder.resolve(name + ".jar");
        for (int turn = 2; Files.exists(file) || Files.exists(ModulesFolder.stopped(file)); turn++) {
            file = folder.resolve(name + "-" + turn + ".jar");
        }
        return file;
    }

    /** The folder is not ours alone: whoever took the file away meanwhile had it so. */
    private static boolean moveIfThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static void moveInto(Path target, Path jar) throws IOException {
        Path half = target.resolveSibling(target.getFileName() + ".tmp");
        Files.copy(jar, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private void carryOut(Order order, ModuleHost.FolderChange change) {
        try {
            host.carryOut(order, change);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the modules folder cannot be changed", unwritable);
        }
    }
}
