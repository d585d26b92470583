package gov.tianmu.engine.document.content;

import gov.tianmu.engine.home.PortalHome;
import gov.tianmu.engine.sealing.MasterKeys;
import gov.tianmu.engine.sealing.SealedStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** Puts 50 MB into a store and reads them back; run in a Java machine of its own with a heap smaller than that. */
final class FiftyMegabytes {

    static final long SIZE = 50L * 1024 * 1024;

    private FiftyMegabytes() {}

    public static void main(String[] args) throws IOException {
        PortalHome home = PortalHome.at(Path.of(args[0]));
        ContentStore store = new LocalContentStore(home, new SealedStream(new MasterKeys(home)));
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        InputStream upload =
                new SequenceInputStream(new ByteArrayInputStream(head), new CountedZeros(SIZE - head.length));
        StoredContent stored = store.put(upload, "a.pdf", new ContentLimits(Set.of(ContentGroup.PDF), SIZE))
                .result()
                .orElseThrow();
        try (InputStream content = store.open(stored.key())) {
            System.out.println("read back " + content.transferTo(OutputStream.nullOutputStream()));
        }
    }
}
