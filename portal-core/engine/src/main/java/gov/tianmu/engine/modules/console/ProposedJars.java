package gov.tianmu.engine.modules.console;

import gov.tianmu.engine.home.NewFile;
import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.modules.ModuleRuntime;
import gov.tianmu.engine.usecase.Outcome;
import gov.tianmu.engine.usecase.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The jars of open proposals: {@code modules/.proposed/<id>.jar} in the portal's home, where the watch on the modules
 * folder does not look. A jar streams to the disk and is never whole in memory; one that is refused half way, or whose
 * upload breaks off, leaves nothing.
 */
@ApplicationScoped
class ProposedJars {

    private static final Logger LOG = Logger.getLogger(ProposedJars.class.getName());
    private static final int BUFFER = 64 * 1024;

    /** What nobody claims any more is deleted after this; what is younger may be on its way in. */
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofHours(1);

    @Inject
    private PortalHome home;

    /** The jar of a proposal; it need not be there. */
    Path of(String id) {
        return folder().resolve(id + ".jar");
    }

    /**
     * Takes a jar in.
     *
     * @param content read up to the limit at most; the caller closes it
     * @return the size, or why it is not kept
     */
    Outcome<Long> take(String id, InputStream content) throws IOException {
        NewFile.createFolder(folder());
        try (NewFile file = NewFile.beginAt(folder().resolve(id + ".tmp"))) {
            Outcome<Long> copied = copy(content, file);
            if (copied.isDone()) {
                file.keepAs(of(id));
            }
            return copied;
        }
    }

    private static Outcome<Long> copy(InputStream content, NewFile file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = file.content()) {
            while (true) {
                int count;
                try {
                    count = content.read(buffer);
                } catch (IOException cutOff) {
                    return Outcome.refused(Refusal.Kind.MALFORMED, "module.upload.cut-off");
                }
                if (count < 0) {
                    break;
                }
                size += count;
                if (size > ModuleRuntime.MAX_JAR_BYTES) {
                    return Outcome.refused(UploadRefusal.tooLarge());
                }
                out.write(buffer, 0, count);
            }
        }
        return size == 0 ? Outcome.refused(Refusal.Kind.INVALID, "module.upload.empty") : Outcome.done(size);
    }

    void delete(String id) {
        deleteQuietly(of(id));
    }

    /** Deletes what a crash left behind. */
    void keepOnly(Set<String> ids) {
        FileTime before = FileTime.fromMillis(System.currentTimeMillis() - LEFT_BEHIND_AFTER.toMillis());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), "*.{jar,tmp}")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean wanted = name.endsWith(".jar") && ids.contains(name.substring(0, name.length() - 4));
                if (!wanted && Files.getLastModifiedTime(file).compareTo(before) < 0) {
                    deleteQuietly(file);
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "jars of decided proposals were left behind", unreadable);
        }
    }

    private Path folder() {
        return home.folder("modules").resolve(".proposed");
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.log(Level.WARNING, left, () -> "left behind: " + file);
        }
    }
}
