package gov.tianmu.engine.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {

    @TempDir
    Path folder;

    @Test
    void appearsWholeUnderItsNameAndForItsOwnerOnly() throws IOException {
        Path place = folder.resolve("letter");
        try (NewFile file = NewFile.beginAt(folder.resolve("letter.part"))) {
            try (OutputStream content = file.content()) {
                content.write("Dear".getBytes(StandardCharsets.UTF_8));
            }
            assertFalse(Files.exists(place));
            file.keepAs(place);
        }
        assertEquals("Dear", Files.readString(place));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(place));
        assertEquals(1, entries());
    }

    @Test
    void leavesNothingWhenGivenUp() throws IOException {
        try (NewFile file = NewFile.beginAt(folder.resolve("letter.part"))) {
            file.content().write(1);
        }
        assertEquals(0, entries());
    }

    @Test
    void neverWritesIntoAFileThatIsThere() throws IOException {
        Path taken = folder.resolve("letter.part");
        Files.writeString(taken, "another's");
        assertThrows(FileAlreadyExistsException.class, () -> NewFile.beginAt(taken));
        assertEquals("another's", Files.readString(taken));
    }

    @Test
    void takesALinkToAFolderForAFolder(@TempDir Path otherDisk) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("documents"), otherDisk);
        NewFile.createFolder(link);
        NewFile.createFolder(link.resolve("incoming"));
        assertEquals(1, Files.list(otherDisk).count());
    }

    private long entries() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.count();
        }
    }
}
