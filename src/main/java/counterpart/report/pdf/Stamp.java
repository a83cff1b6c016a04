package counterpart.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.schema.XMPBasicSchema;
import org.apache.xmpbox.xml.DomXmpParser;
import org.apache.xmpbox.xml.XmpParsingException;
import org.apache.xmpbox.xml.XmpSerializer;

/** Replaces the time of printing by the date of the data, so that the same data gives the same file. */
final class Stamp {
    private Stamp() {}

    static void on(PDDocument document, LocalDate asOf, long documentId) throws IOException {
        document.setDocumentId(documentId);
        Calendar date = GregorianCalendar.from(asOf.atStartOfDay(ZoneOffset.UTC));
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        metadata.importXMPMetadata(dated(metadata, date));
    }

    private static byte[] dated(PDMetadata metadata, Calendar date) throws IOException {
        try (InputStream in = metadata.exportXMPMetadata()) {
            DomXmpParser parser = new DomXmpParser();
            parser.setStrictParsing(false);
            XMPMetadata xmp = parser.parse(in);
            XMPBasicSchema basic = xmp.getXMPBasicSchema();
            basic.setCreateDate(date);
            basic.setModifyDate(date);
            basic.setMetadataDate(date);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new XmpSerializer().serialize(xmp, out, true);
            return out.toByteArray();
        } catch (XmpParsingException | TransformerException e) {
            throw new IOException("the PDF's metadata could not be dated", e);
        }
    }
}
