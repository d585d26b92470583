package gov.tianmu.acceptance.walk.pages;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** Small files to attach: one that is what its name says, some that are not. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A PDF of one empty page. */
    public static FilePayload pdf(String name) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
        };
        StringBuilder offsets = new StringBuilder();
        for (int i = 0; i < objects.length; i++) {
            offsets.append(String.format("%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 4\n0000000000 65535 f \n").append(offsets);
        pdf.append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n").append(table).append("\n%%EOF\n");
        return new FilePayload(name, "application/pdf", pdf.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** A program that is called a PDF. */
    public static FilePayload renamedProgram(String name) {
        byte[] program = new byte[4096];
        program[0] = 'M';
        program[1] = 'Z';
        return new FilePayload(name, "application/pdf", program);
    }

    public static FilePayload empty(String name) {
        return new FilePayload(name, "application/pdf", new byte[0]);
    }
}
