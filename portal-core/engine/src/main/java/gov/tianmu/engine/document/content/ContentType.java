package gov.tianmu.engine.document.content;

import java.util.List;

/**
 * The file types the portal can keep, each with the extensions that go with it, the usual one first. Files with the
 * native names of WPS Office (wps, et, dps) are of the same formats as the old Microsoft ones.
 */
public enum ContentType {
    PDF(ContentGroup.PDF, "application/pdf", "pdf"),
    JPEG(ContentGroup.JPEG, "image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
    PNG(ContentGroup.PNG, "image/png", "png"),
    DOCX(ContentGroup.OFFICE, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX(ContentGroup.OFFICE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX(ContentGroup.OFFICE, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC(ContentGroup.OFFICE, "application/msword", "doc", "wps"),
    XLS(ContentGroup.OFFICE, "application/vnd.ms-excel", "xls", "et"),
    PPT(ContentGroup.OFFICE, "application/vnd.ms-powerpoint", "ppt", "dps");

    private final ContentGroup group;
    private final String mediaType;
    private final List<String> extensions;

    ContentType(ContentGroup group, String mediaType, String... extensions) {
        this.group = group;
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public ContentGroup group() {
        return group;
    }

    public String mediaType() {
        return mediaType;
    }

    public String usualExtension() {
        return extensions.get(0);
    }

    /** Whether a file of this type may be called so; {@code extension} in lower case. */
    public boolean goesWith(String extension) {
        return extensions.contains(extension);
    }
}
