package gov.tianmu.engine.print;

import java.util.Objects;

/**
 * A module's XSLT 1.0 stylesheet, as it was frozen.
 *
 * @param name for messages: the module and the resource, e.g. {@code studio-recognition/print/application-form.xsl}
 * @param content the XML text
 */
public record StylesheetSource(String name, byte[] content) {

    public StylesheetSource {
        Objects.requireNonNull(name, "name");
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }
}
