package gov.tianmu.engine.modules.definition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;

/**
 * XML in W3C canonical form (Canonical XML 1.0, without comments): the same bytes for the same content, however its
 * attributes are ordered or quoted.
 */
public final class CanonicalXml {

    private CanonicalXml() {}

    /** The canonical form of a well-formed document without a document type. */
    public static byte[] of(byte[] xml) {
        try {
            TransformService canonicalization = TransformService.getInstance(CanonicalizationMethod.INCLUSIVE, "DOM");
            OctetStreamData canonical = (OctetStreamData)
                    canonicalization.transform(new OctetStreamData(new ByteArrayInputStream(xml)), null);
            return canonical.getOctetStream().readAllBytes();
        } catch (GeneralSecurityException | TransformException | IOException fault) {
            throw new IllegalStateException("a document that was read cannot be brought into canonical form", fault);
        }
    }
}
