package gov.tianmu.acceptance.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Small files to attach. */
final class SampleContent {

    private SampleContent() {}

    /** A whole PDF of one empty page; two marks make two different files. */
    static byte[] pdf(String mark) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n% " + mark + "\n");
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
        };
        StringBuilder offsets = new StringBuilder();
        for (int i = 0; i < objects.length; i++) {
            offsets.append(String.format(Locale.ROOT, "%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 4\n0000000000 65535 f \n").append(offsets);
        pdf.append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A Windows program, by its first bytes. */
    static byte[] program() {
        byte[] program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        return program;
    }

    /** A PDF of this size; what follows its end is no content a viewer minds. */
    static byte[] pdfOf(int size) {
        byte[] small = pdf("large");
        byte[] large = new byte[size];
        Arrays.fill(large, (byte) ' ');
        System.arraycopy(small, 0, large, 0, small.length);
        return large;
    }
}
